"""Every file that was added to the forms of a case, newest form first."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.attachment import Attachment
from ehdesk.domain.case import Case
from ehdesk.domain.words import plural
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date
from ui.cases.emptied import empty
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.file_window import open_file
from ui.kit.labels import Label
from ui.kit.stored_files import SmallPictures, StoredFile
from ui.kit.thumbnail import Thumbnail
from ui.theme import theme


class FilesCard(Card):
    """Drawings, scans and letters. Each opens in the window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Files added to forms")
        self._desk = desk
        self._reference = ""
        self._shown: object = None
        self._pictures = SmallPictures(desk.attachments, self)
        self.buttons: list[Button] = []

    def show_files(self, case: Case) -> None:
        """Show the files of the case as they are now."""
        shown = (case.id, case.attachments, case.people, self._desk.clock.today())
        if shown == self._shown:
            return
        self._shown, self._reference = shown, case.reference
        empty(self.body)
        self.buttons = []
        self.setVisible(bool(case.attachments))
        forms = {record.id: record for record in case.records}
        for one in reversed(case.attachments):
            record = forms[one.record_id]
            title = self._desk.forms.form_of(record).title
            self.body.addWidget(self._line(one, _stored(one, case, self._desk.pack), title))
        words = f"{plural(len(case.attachments), 'file')}, kept encrypted in the store."
        self.body.addWidget(Label(words, "help", "text2"))

    def open(self, file: StoredFile) -> None:
        """Look at a file."""
        can_save = self._desk.may(Deed.TAKE_PAPER)
        open_file(file, self._desk.attachments, self._reference, self, can_save=can_save)

    def _line(self, one: Attachment, file: StoredFile, form: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        thumbnail = Thumbnail(f"Open {file.name}", file.icon, 56)
        thumbnail.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the button beside it does the same
        self._pictures.show_in(thumbnail, file)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(file.name, "body_strong"))
        what = ", ".join(part for part in (file.kind, file.whose, file.line) if part)
        words.addWidget(Label(what, "help", "text2"))
        if one.note:
            words.addWidget(Label(one.note, "help"))
        day = say_date(local(one.added_at).date(), self._desk.clock.today())
        words.addWidget(Label(f"{form}, {day}, {one.added_by}", "help", "text2"))
        button = Button("Open", "secondary", "eye", "small")
        button.setAccessibleName(f"Open {file.name}")
        for pressed in (thumbnail, button):
            pressed.clicked.connect(partial(self.open, file))
        row.addWidget(thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.buttons.append(button)
        return line


def _stored(one: Attachment, case: Case, pack: Pack) -> StoredFile:
    return StoredFile(
        one.id,
        one.name or "File without a name",
        one.media_type,
        one.size,
        one.sha256,
        pack.label("file_kinds", one.what) if one.what else "",
        _name(case, one.person_id),
    )


def _name(case: Case, person_id: UUID | None) -> str:
    return next((person.full_name for person in case.people if person.id == person_id), "")
