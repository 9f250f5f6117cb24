"""A child's drawings beside their words, and the way to add one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.domain.attachment import DRAWING
from ehdesk.forms.spec import Row
from ui.fields import taking
from ui.fields.adding_line import AddingLine
from ui.fields.surroundings import Surroundings
from ui.kit.buttons import Button
from ui.kit.flow_layout import FlowLayout
from ui.kit.stored_files import StoredFile
from ui.kit.thumbnail import Thumbnail
from ui.theme import theme

_SIDE = 72


class Drawings(QWidget):
    """Nothing where there is nobody, no drawing and nowhere to add one."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._person = ""
        self._shown: tuple[StoredFile, ...] | None = None
        self.thumbnails: list[Thumbnail] = []
        self.add_button = Button("Add a drawing or scan", "secondary", "paperclip", "small")
        self.add_button.clicked.connect(self.choose)
        self.line: AddingLine | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        pictures = QWidget()
        self._flow = FlowLayout(pictures)
        column.addWidget(pictures)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        if around.files is not None and around.files.can_add:
            self._adding = around.files.adding()
            self._adding.added.connect(self._on_added)
            self.line = AddingLine(self._adding)
            column.addWidget(self.line)

    def show_person(self, person_id: str) -> None:
        """Show the drawings of somebody in the family."""
        files = self._around.files
        if files is None:
            self.hide()
            return
        self._person = person_id
        can_add = self.line is not None and bool(person_id)
        self.add_button.setVisible(can_add)
        self.add_button.setAccessibleName(f"Add a drawing or scan by {self._name()}")
        drawings = files.drawings_of(person_id)
        if drawings != self._shown:
            self._shown = drawings
            self._lay(drawings)
        self.setVisible(can_add or bool(drawings))

    def choose(self) -> None:
        """Ask for the drawing; it goes to the files of this form, as this child's."""
        wanted = taking.chosen(self, DRAWING, self._person)
        if wanted:
            self._adding.add(wanted)

    def _lay(self, drawings: tuple[StoredFile, ...]) -> None:
        files = self._around.files
        if files is None:
            return
        while taken := self._flow.takeAt(0):
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.thumbnails = []
        for file in drawings:
            thumbnail = Thumbnail(f"Open drawing: {file.name}", file.icon, _SIDE)
            thumbnail.clicked.connect(partial(self._open, file))
            self._flow.addWidget(thumbnail)
            thumbnail.show()
            files.pictures.show_in(thumbnail, file)
            self.thumbnails.append(thumbnail)

    def _open(self, file: StoredFile) -> None:
        if self._around.files is not None:
            self._around.files.open(file, self)

    def _on_added(self, row: Row) -> None:
        files = self._around.files
        if files is not None:
            self._around.said(f"{row['name']} added", lambda: files.take_out(row["id"]))

    def _name(self) -> str:
        return self._around.name_of(self._person) or "this child"
