"""Files of a form: scans, drawings and letters, kept encrypted with everything else."""

from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.forms.spec import Field, Row
from ehdesk.kernel.errors import EhdeskError
from ui.fields import taking
from ui.fields.adding import Adding, Wanted
from ui.fields.adding_line import AddingLine
from ui.fields.file_row import FileRow
from ui.fields.rows_editor import RowsEditor, RowView
from ui.fields.surroundings import Surroundings
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import label
from ui.theme import theme

_EMPTY = "No files yet. Add one, drop one here, or copy a picture and paste it with Ctrl+V."
_NONE = "No files"
_NOTHING_COPIED = EhdeskError(
    "There is no picture to paste",
    "What was copied last is not a picture or a file.",
    "Copy the picture first, then paste it here.",
)


class FilesEditor(RowsEditor):
    """Files are chosen, dropped and pasted. Each is in the store before it is in the answer, which
    holds only what is said of it."""

    def __init__(
        self, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, around, parent)
        can_add = around.files is not None and around.files.can_add
        self.paste_button = Button("Paste a picture", "quiet", "clipboard", "small")
        self.paste_button.clicked.connect(self.paste)
        self.add_button = Button("Add files", "secondary", "paperclip", "small")
        self.add_button.clicked.connect(self.choose)
        for button in (self.paste_button, self.add_button):
            self.heading.add_action(button)
            button.setVisible(can_add)
        self.adding: Adding | None = None
        self.line: AddingLine | None = None
        if around.files is not None and can_add:
            self.adding = around.files.adding()
            self.adding.added.connect(self._on_added)
            self.line = AddingLine(self.adding)
            self.body.addWidget(self.line)
        self._card = Card(padding=0)
        self._rows_box = QVBoxLayout()
        self._rows_box.setSpacing(0)
        self._empty = label(_EMPTY if can_add else _NONE, "body", "text3")
        self._empty.setContentsMargins(*(theme().px(side) for side in (18, 16, 18, 16)))
        self._card.body.addLayout(self._rows_box)
        self._card.body.addWidget(self._empty)
        self.body.addWidget(self._card)
        self.setAcceptDrops(can_add)
        self.after_rows_changed()

    def rows_layout(self) -> QVBoxLayout:
        return self._rows_box

    def make_row(self, row: Row) -> RowView:
        return FileRow(row, self.question, self.around)

    def after_rows_changed(self) -> None:
        self._empty.setVisible(not self.rows)
        for view in self.rows:
            if isinstance(view, FileRow):
                view.set_last(view is self.rows[-1])

    def choose(self) -> None:
        """Ask which files to add."""
        self._add(taking.chosen(self))

    def paste(self) -> None:
        """Add the picture or the files that were copied."""
        wanted = taking.pasted(self.around.today)
        if not wanted and self.line is not None:
            self.line.say_refused(_NOTHING_COPIED)
        self._add(wanted)

    def removed(self, row: Row) -> str:
        return f"{row['name'] or 'File'} removed"

    def focus_problem(self, row_id: str | None) -> None:
        if row_id is None:
            self.add_button.setFocus()
        else:
            super().focus_problem(row_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if taking.can_take(event.mimeData()):
            self._card.set_edge("accent")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._card.set_edge("")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._card.set_edge("")
        wanted = taking.taken(event.mimeData(), self.around.today)
        if wanted:
            event.acceptProposedAction()
        self._add(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self.adding is not None:
            self.paste()
        else:
            super().keyPressEvent(event)

    def _add(self, wanted: list[Wanted]) -> None:
        if self.adding is not None and wanted:
            self.adding.add(wanted)

    def _on_added(self, row: Row) -> None:
        """It stands among the answers already: say so, and ask what it is."""
        files = self.around.files
        if files is None:
            return
        self.around.said(f"{row['name']} added", lambda: files.take_out(row["id"]))
        shown = {view.row_id: view for view in self.rows}
        if row["id"] in shown and self.adding is not None and not self.adding.has_more:
            shown[row["id"]].start()
