"""The bottom of the sidebar: is everything saved, is it backed up, and who is at work."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ehdesk.domain.user import User
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_clock, say_date
from ui.kit.avatar import Avatar
from ui.kit.buttons import IconButton
from ui.kit.labels import Label
from ui.kit.plain import as_tip
from ui.theme import theme


def backed_up_words(last: datetime | None, today: date) -> str:
    """``Backed up today, 17:30`` or with the day."""
    if last is None:
        return "Not backed up yet"
    day = local(last).date()
    when = "today" if day == today else say_date(day, today)
    return f"Backed up {when}, {say_clock(last)}"


class StatusLine(QWidget):
    """An icon and a few words."""

    def __init__(self, icon: str, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._colour = icon, colour
        self._picture = QLabel()
        self._words = Label("", "help", "text2")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self._measure()
        theme().changed.connect(self._measure)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, words: str, icon: str = "", colour: str = "") -> None:
        """Say something else, perhaps with another icon."""
        self._icon, self._colour = icon or self._icon, colour or self._colour
        self._words.setText(words)
        self._words.set_colour("overdue.ink" if self._colour == "overdue.ink" else "text2")
        self.setToolTip(as_tip(words))
        self._measure()

    def set_rail(self, rail: bool) -> None:
        """Show only the icon; the words are its tip."""
        self._words.setVisible(not rail)
        centre = Qt.AlignmentFlag.AlignHCenter if rail else Qt.AlignmentFlag.AlignTop
        self._row.setAlignment(self._picture, centre)

    def _measure(self) -> None:
        px = theme().px
        self._row.setSpacing(px(9))
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(theme().pixmap(self._icon, self._colour, 16, ratio))
        self._picture.setContentsMargins(0, px(1), 0, 0)


class SidebarFoot(QWidget):
    """The saved line, the backup line, the person, and the way to lock."""

    lock_chosen = Signal()

    def __init__(self, user: User, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.saved = StatusLine("circle-check", "accent")
        self.backup = StatusLine("hard-drive", "text2")
        self._rule = QFrame()
        self._rule.setObjectName("rule")
        self._rule.setFixedHeight(1)
        self._avatar = Avatar(user.name, 32)
        self._name = Label(user.name, "body_strong")
        place = f"{user.cluster.capitalize()} cluster" if user.cluster else user.agency
        self._role = Label(", ".join(part for part in (user.role, place) if part), "help", "text2")
        self._role.setVisible(bool(self._role.text()))
        self._lock = IconButton("lock", "Lock (Ctrl+L)", size="small")
        self._lock.clicked.connect(self.lock_chosen)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._role)
        self._person = QHBoxLayout()
        self._person.addWidget(self._avatar)
        self._person.addLayout(names, 1)
        self._person.addWidget(self._lock)
        self._lines = QVBoxLayout()
        self._lines.addWidget(self.saved)
        self._lines.addWidget(self.backup)
        column = self._column = QVBoxLayout(self)
        column.addLayout(self._lines)
        column.addWidget(self._rule)
        column.addLayout(self._person)
        self._measure()
        theme().changed.connect(self._measure)

    def say_saved(self, at: datetime | None = None) -> None:
        """Everything is in the store, since ``at`` when something was just saved."""
        words = f"All changes saved {say_clock(at)}" if at else "All changes saved"
        self.saved.say(words, "circle-check", "accent")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.saved, words))

    def say_not_saved(self, words: str) -> None:
        """Something is only on the screen."""
        self.saved.say(words, "circle-alert", "overdue.ink")

    def set_rail(self, rail: bool) -> None:
        """Show only icons, one under the other."""
        self._name.setVisible(not rail)
        self._role.setVisible(not rail and bool(self._role.text()))
        self.saved.set_rail(rail)
        self.backup.set_rail(rail)
        direction = QHBoxLayout.Direction.TopToBottom if rail else QHBoxLayout.Direction.LeftToRight
        self._person.setDirection(direction)
        for widget in (self._avatar, self._lock):
            centre = Qt.AlignmentFlag.AlignHCenter if rail else Qt.AlignmentFlag.AlignVCenter
            self._person.setAlignment(widget, centre)

    def _measure(self) -> None:
        px = theme().px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))
        self._lines.setContentsMargins(px(10), 0, px(4), 0)
        self._lines.setSpacing(px(5))
        self._person.setContentsMargins(px(6), 0, 0, 0)
        self._person.setSpacing(px(10))
