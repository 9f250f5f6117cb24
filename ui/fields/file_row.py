"""One file of a form: its small picture, what is said of it, and the ways to open and remove it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ehdesk.forms.spec import Field, Row
from ui.fields.record_row import RecordRow
from ui.fields.row_form import RowForm
from ui.fields.surroundings import Surroundings
from ui.kit.buttons import IconButton
from ui.kit.stored_files import StoredFile
from ui.kit.thumbnail import Thumbnail

_LINES = ((("name", 3), ("what", 3)), (("person_id", 3), ("note", 3)))


class FileRow(RecordRow):
    """Read as a line; the pencil opens the boxes."""

    weights = (5, 3, 3)
    shows_avatar = False

    def __init__(
        self, row: Row, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        self.thumbnail = Thumbnail("Open")
        self.thumbnail.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the button beside it does the same
        self.open_button = IconButton("eye", "Open", size="small")
        super().__init__(row, question, around, parent)
        line = self._reading.layout()
        assert isinstance(line, QHBoxLayout)  # noqa: S101 (RecordRow lays its line out so)
        line.insertWidget(0, self.thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        line.insertWidget(line.count() - 1, self.open_button)
        for button in (self.thumbnail, self.open_button):
            button.clicked.connect(self.look)
            button.setVisible(around.files is not None)
        if around.files is not None and (file := self.file()) is not None:
            around.files.pictures.show_in(self.thumbnail, file)

    def file(self) -> StoredFile | None:
        """The file as it is shown; None for a row that no file was added for."""
        files = self.around.files
        return files.stored(self.row) if files is not None and self.row.get("sha256") else None

    def look(self) -> None:
        """Open it in the window."""
        file, files = self.file(), self.around.files
        if file is not None and files is not None:
            files.open(file, self)

    def name(self) -> str:
        return str(self.row["name"]) or "file without a name"

    def cells(self) -> Sequence[tuple[str, str]]:
        file = self.file()
        what = self.row["what"]
        options = self.around.answers.options_of("file_kinds")
        kind = next((option.label for option in options if option.value == what), what)
        whose = self.around.name_of(self.row["person_id"])
        return (
            (self.row["name"] or "File without a name", file.line if file is not None else ""),
            (kind or "Not said what it is yet", ""),
            (whose, self.row["note"]),
        )

    def refresh(self) -> None:
        super().refresh()
        self._read_again()

    def make_form(self) -> RowForm:
        return RowForm(self.question, self.around, _LINES, whose=self.name())

    def _read_again(self) -> None:
        super()._read_again()
        for button in (self.thumbnail, self.open_button):
            button.set_name(f"Open {self.name()}")
