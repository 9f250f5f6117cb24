"""The files of the form that is open: what its editors may do with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ehdesk.domain.attachment import DRAWING, Attachment
from ehdesk.forms.answers import FormAnswers
from ehdesk.forms.spec import Field, Row, Value
from ui.fields.adding import Adding, Keeps
from ui.kit.file_window import FileWindow, open_file
from ui.kit.stored_files import Reads, SmallPictures, StoredFile


class OpenForm(Protocol):
    """The form as its editors see it (``ui.fields.surroundings``)."""

    answers: FormAnswers
    read_only: bool

    def name_of(self, person_id: str) -> str: ...

    def give(self, key: str, value: Value) -> None: ...


class Files(Keeps, Reads, Protocol):
    """What the desk does with files (``ehdesk.services.attachments``)."""

    def remove(self, attachment_id: UUID) -> None: ...

    def put_back(self, attachment_id: UUID) -> None: ...


class FormFiles(QObject):
    """A file is added to the store first and to the answer then. One that goes from the answer, or
    comes back to it with an undo, does so in the store with the next save."""

    def __init__(
        self,
        around: OpenForm,
        files: Files,
        record_id: UUID,
        reference: str,
        of_case: Callable[[], Sequence[Attachment]] = tuple,
        *,
        can_save: bool = True,
    ) -> None:
        """``of_case`` gives every file of the case; asked once, when it is first needed.
        ``can_save``: a copy may leave the store, because it can be noted."""
        super().__init__()
        self._around, self._files = around, files
        self._record_id, self._reference = record_id, reference
        self._of_case = of_case
        self._can_save = can_save
        self._before: tuple[Attachment, ...] | None = None
        self._listed = {row["id"] for row in self.rows()}
        self._taken_out: set[str] = set()
        self.pictures = SmallPictures(files, self)

    @property
    def question(self) -> Field | None:
        """The question of this form that files are added to."""
        return self._around.answers.form.bound_to("files")

    @property
    def can_add(self) -> bool:
        """Whether a file can be added to this form now."""
        return self.question is not None and not self._around.read_only

    def rows(self) -> list[Row]:
        """The files of this form, as its answer has them."""
        question = self.question
        rows = self._around.answers.value(question.key) if question is not None else []
        return list(rows) if isinstance(rows, list) else []

    def stored(self, row: Row) -> StoredFile:
        """A file as it is shown."""
        kind, whose = self._kind(row["what"]), self._around.name_of(row["person_id"])
        return StoredFile.of_row(row, kind, whose)

    def drawings_of(self, person_id: str) -> tuple[StoredFile, ...]:
        """The drawings of a child: of forms before this one first, then those of this form."""
        here = [
            self.stored(row)
            for row in self.rows()
            if person_id and row["what"] == DRAWING and row["person_id"] == person_id
        ]
        return (*self._earlier_drawings(person_id), *here)

    def adding(self) -> Adding:
        """Something that adds files to this form. It goes on when the page is turned."""
        adding = Adding(self._files, self._record_id, self)
        adding.added.connect(self._take_in)
        return adding

    def take_out(self, row_id: str) -> None:
        """Take a file out of the answer, wherever it is shown."""
        self._give([row for row in self.rows() if row["id"] != row_id])

    def settle(self, changes: Mapping[str, Value]) -> None:
        """Before answers are saved: remove from the store what their files no longer list, and put
        back what they list again. A file that was added since is not known here, and stays.

        :raises EhdeskError: when the store cannot take it; what is left is done the next time.
        """
        question = self.question
        rows = changes.get(question.key) if question is not None else None
        if not isinstance(rows, list):
            return
        now = {row["id"] for row in rows}
        for row_id in sorted(self._listed - now):
            self._files.remove(UUID(row_id))
            self._listed.discard(row_id)
            self._taken_out.add(row_id)
        for row_id in sorted(self._taken_out & now):
            self._files.put_back(UUID(row_id))
            self._taken_out.discard(row_id)
            self._listed.add(row_id)

    def open(self, file: StoredFile, parent: QWidget) -> FileWindow:
        """Look at a file in the window."""
        return open_file(file, self._files, self._reference, parent, can_save=self._can_save)

    def _take_in(self, row: Row) -> None:
        self._listed.add(row["id"])
        self._give([*self.rows(), row])

    def _give(self, rows: list[Row]) -> None:
        question = self.question
        if question is not None:
            self._around.give(question.key, rows)

    def _kind(self, what: str) -> str:
        options = self._around.answers.options_of("file_kinds")
        return next((option.label for option in options if option.value == what), "")

    def _earlier_drawings(self, person_id: str) -> list[StoredFile]:
        if self._before is None:
            others = (one for one in self._of_case() if one.record_id != self._record_id)
            self._before = tuple(one for one in others if one.what == DRAWING)
        return [
            StoredFile(
                one.id,
                one.name or "File without a name",
                one.media_type,
                one.size,
                one.sha256,
                self._kind(one.what),
                self._around.name_of(person_id),
            )
            for one in self._before
            if str(one.person_id) == person_id
        ]
