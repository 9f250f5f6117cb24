"""What stands beside the send page: where it goes, what is left out, and the number to ring."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.thresholds import suggest
from ehdesk.domain.words import plural
from ehdesk.forms.session import FormSession
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.note import Note
from ui.theme import theme
from ui.wizard.guidance import harm_note
from ui.wizard.side_column import SideColumn


class SendSide(QWidget):
    """``change_asked`` leads back to the answers."""

    change_asked = Signal()
    moved = Signal(bool)
    """It stands beside the page now, or under it where the window is small."""

    def __init__(
        self, desk: Desk, record_id: UUID, session: FormSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._record_id, self._session = desk, record_id, session
        self.setAccessibleName("About this packet")
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        going = Card(f"Going to {desk.pack.area}")
        checked = desk.directory.contacts_checked()
        self.old_numbers = Note(
            f"{checked.words} Check them under Contacts and words.", "soon", icon="clock"
        )
        if not checked.is_old:
            self.old_numbers.hide()
        self._needs = Label("", "body_strong")
        self._points = Label("", "help", "text2")
        going.body.addWidget(self._needs)
        going.body.addWidget(self._points)
        left = Card("Left out of this packet")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(6))
        left.body.addLayout(self._lines)
        self._not_with = Label("", "help", "text2")
        left.body.addWidget(self._not_with)
        change = Button("Change what is sent", "link")
        change.clicked.connect(self.change_asked)
        left.body.addWidget(change)
        never = "This app never sends anything. You send it, then say that you did."
        self._harm = harm_note(desk.pack)
        for part in (self._harm, going, self.old_numbers, left, Note(never, icon="wifi-off")):
            column.addWidget(part)
        column.addStretch(1)

    def refresh(self) -> None:
        """Read again what the answers say."""
        count = self._session.needs_count()
        self._needs.setText(plural(count, "need"))
        self._points.setText(suggest(count, self._desk.pack.thresholds).words)
        while taken := self._lines.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        for words in self._desk.packets.left_out(self._record_id):
            self._lines.addWidget(_Left(words))
        question = self._session.form.bound_to("consent.not_with")
        said = str(self._session.value(question.key) or "") if question else ""
        self._not_with.setText(f"The family does not want it shared with: {said}")
        self._not_with.setVisible(bool(said))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange and self.parentWidget() is not None:
            beside = _is_in_column(self)
            # Under the page it would be out of view, so the page itself has it then.
            self._harm.setVisible(beside)
            self.moved.emit(beside)
        return super().event(event)


def _is_in_column(widget: QWidget) -> bool:
    at = widget.parentWidget()
    while at is not None and not isinstance(at, SideColumn):
        at = at.parentWidget()
    return at is not None


class _Left(QWidget):
    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        icon = QLabel()
        icon.setPixmap(theme().pixmap("eye-off", "text2", 16))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(words, "body"), 1)
