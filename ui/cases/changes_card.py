"""Every change to a case, newest first, as things that people did."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date, say_time
from ui.cases.change_words import Change, Deed, deeds
from ui.cases.emptied import empty
from ui.fields.side_by_side import SideBySide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.theme import theme

_AT_A_TIME = 20
_LINES = 5


class ChangesCard(Card):
    """Shows some, and more on asking."""

    undo_asked = Signal(object)
    """An operation is to be taken back: its key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Changes, newest first", parent=parent)
        self._deeds: tuple[Deed, ...] = ()
        self._today = date.min
        self._shown = 0
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px(14))
        self.more_button = Button("Show earlier changes", "secondary", "history")
        self.more_button.clicked.connect(self._show_more)
        self.body.addLayout(self._list)
        self.body.addWidget(self.more_button)

    def show_changes(
        self,
        changes: Sequence[Change],
        pack: Pack,
        today: date,
        undoable: Collection[UUID] = (),
    ) -> None:
        """Show the history as it is now; what is ``undoable`` has a button to take it back."""
        found = deeds(changes, pack, today, undoable)
        if (found, today) == (self._deeds, self._today):
            return
        self._deeds, self._today = found, today
        self._shown = 0
        empty(self._list)
        self._show_more()

    def _show_more(self) -> None:
        upto = min(self._shown + _AT_A_TIME, len(self._deeds))
        for deed in self._deeds[self._shown : upto]:
            view = _DeedView(deed, self._today)
            view.undo_asked.connect(self.undo_asked)
            self._list.addWidget(view)
        self._shown = upto
        self.more_button.setVisible(self._shown < len(self._deeds))


class _DeedView(QWidget):
    """When and who, and beside it what was done."""

    undo_asked = Signal(object)

    def __init__(self, deed: Deed, today: date) -> None:
        super().__init__()
        px = theme().px
        places = SideBySide(self, gap=px(20), line_gap=px(2))
        when = QWidget()
        left = QVBoxLayout(when)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        day = say_date(local(deed.at).date(), today)
        left.addWidget(Label(f"{day}, {say_time(deed.at)}", "help_medium"))
        left.addWidget(Label(deed.by, "help", "text2"))
        places.add(when, 3, px(150))
        what = QWidget()
        right = QVBoxLayout(what)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(px(1))
        right.addWidget(Label(deed.what, "body_strong"))
        for line in deed.lines[:_LINES]:
            right.addWidget(Label(line, "help", "text2"))
        if len(deed.lines) > _LINES:
            right.addWidget(Label(f"and {len(deed.lines) - _LINES} more", "help", "text3"))
        if deed.undo is not None:
            undo = Button("Undo", "secondary", "undo-2", "small")
            undo.setAccessibleDescription(". ".join((deed.what, *deed.lines[:1])))
            undo.clicked.connect(lambda: self.undo_asked.emit(deed.undo))
            right.addWidget(undo)
        places.add(what, 9, px(260))
