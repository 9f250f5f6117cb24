"""Things to do in groups, in one card: Today, Requests, Reviews and Meetings are made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.painting import painting
from ui.kit.work_row import WorkLine, WorkRow
from ui.theme import theme

SHOWN = 12
"""Rows of a group that are there at once; more come when they are asked for."""


@dataclass(frozen=True)
class WorkGroup:
    """Lines under one heading. ``tone`` colours the heading: "overdue" or "".

    ``total`` is how many there are when ``lines`` are only the first of them; ``rest`` then says
    where the others are.
    """

    key: str
    title: str
    icon: str
    lines: tuple[WorkLine, ...]
    tone: str = ""
    total: int = 0
    rest: str = ""

    @property
    def count(self) -> int:
        """How many there are in all."""
        return max(self.total, len(self.lines))


class WorkList(QWidget):
    """Arrow keys go from row to row across groups; groups without lines are not shown.

    Shown again with other groups it keeps the focus on the same row, or on the one that came
    into its place.
    """

    opened = Signal(str)
    """A row was opened: its key."""
    verb_pressed = Signal(str)
    """The button of a row was pressed: its key."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._groups: tuple[WorkGroup, ...] = ()
        self._shown: dict[str, int] = {}
        self._rows: list[WorkRow] = []
        self._heads: list[_Head] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._card = Card(padding=0)
        column.addWidget(self._card)
        self.hide()

    @property
    def rows(self) -> tuple[WorkRow, ...]:
        """The rows on show, from the top."""
        return tuple(self._rows)

    @property
    def groups(self) -> tuple[WorkGroup, ...]:
        """What is shown, as it was given."""
        return self._groups

    def headings(self) -> tuple[str, ...]:
        """The headings on show, each with its count."""
        return tuple(head.accessibleName() for head in self._heads)

    def row(self, key: str) -> WorkRow:
        """The row with this key. KeyError when it is not on show."""
        for row in self._rows:
            if row.line.key == key:
                return row
        raise KeyError(key)

    def set_groups(self, groups: Sequence[WorkGroup]) -> None:
        """Show these."""
        wanted = tuple(group for group in groups if group.lines)
        if wanted != self._groups:
            self._groups = wanted
            self._build()

    def _build(self) -> None:
        held = self._holding_focus()
        self.setUpdatesEnabled(False)
        self._clear()
        for group in self._groups:
            head = _Head(group, first=not self._heads)
            self._heads.append(head)
            self._card.body.addWidget(head)
            count = self._shown.get(group.key, SHOWN)
            for line in group.lines[:count]:
                self._add_row(line, last=line is group.lines[-1])
            if len(group.lines) > count:
                self._add_more(group, count)
            elif group.count > len(group.lines):
                self._add_strip(
                    Label(f"The first {len(group.lines)} are here. {group.rest}", "help", "text2")
                )
        self._put_focus_back(held)
        self.setUpdatesEnabled(True)
        self.setVisible(bool(self._groups))

    def _clear(self) -> None:
        self._rows, self._heads = [], []
        while item := self._card.body.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add_row(self, line: WorkLine, *, last: bool) -> None:
        row = WorkRow(line)
        row.set_last(last)
        row.clicked.connect(lambda: self.opened.emit(line.key))
        row.verb_pressed.connect(lambda: self.verb_pressed.emit(line.key))
        row.moved.connect(lambda step: self._go(row, step))
        self._rows.append(row)
        self._card.body.addWidget(row)
        row.show()  # now and not with the next event, so that it can take the focus back

    def _add_more(self, group: WorkGroup, count: int) -> None:
        left = len(group.lines) - count
        more = Button(f"Show {min(left, 4 * SHOWN)} more of {group.count}", "quiet")
        more.setAccessibleName(f"{more.text()}, {group.title}")
        more.clicked.connect(lambda: self._show_more(group.key, count))
        self._add_strip(more)

    def _add_strip(self, widget: QWidget) -> None:
        strip = QWidget()
        line = QHBoxLayout(strip)
        line.setContentsMargins(theme().px(12), theme().px(6), theme().px(12), theme().px(6))
        line.addWidget(widget)
        line.addStretch(1)
        self._card.body.addWidget(strip)

    def _show_more(self, key: str, count: int) -> None:
        self._shown[key] = count + 4 * SHOWN
        place = sum(min(len(g.lines), self._shown.get(g.key, SHOWN)) for g in self._before(key))
        self._build()
        self._rows[place + count].setFocus(Qt.FocusReason.OtherFocusReason)

    def _before(self, key: str) -> list[WorkGroup]:
        keys = [group.key for group in self._groups]
        return list(self._groups[: keys.index(key)])

    def _go(self, row: WorkRow, step: int) -> None:
        place = self._rows.index(row) + step
        if 0 <= place < len(self._rows):
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _holding_focus(self) -> tuple[str, int, bool] | None:
        """The key and place of the row with the focus, and whether its button has it."""
        focused = QApplication.focusWidget()
        for place, row in enumerate(self._rows):
            if focused is row or (row.verb is not None and focused is row.verb):
                return row.line.key, place, focused is row.verb
        return None

    def _put_focus_back(self, held: tuple[str, int, bool] | None) -> None:
        if held is None or not self._rows:
            return
        key, place, on_verb = held
        again = next((row for row in self._rows if row.line.key == key), None)
        row = again or self._rows[min(place, len(self._rows) - 1)]
        target = row.verb if on_verb and again is not None and row.verb is not None else row
        target.setFocus(Qt.FocusReason.OtherFocusReason)


class _Head(QWidget):
    """The name of a group, with its icon and how many there are."""

    def __init__(self, group: WorkGroup, *, first: bool) -> None:
        super().__init__()
        self._first = first
        self._tone = f"{group.tone}.ink" if group.tone else "text2"
        self._icon = group.icon
        self._picture = QLabel()
        self._title = Label(group.title, "help_strong", self._tone, wrap=False)
        count = Label(str(group.count), "help", "text2", wrap=False, tabular=True)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._picture)
        self._line.addWidget(self._title)
        self._line.addWidget(count)
        self._line.addStretch(1)
        self.setAccessibleName(f"{group.title}, {group.count}")
        self._measure()
        theme().changed.connect(self._measure)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            painter.fillRect(self.rect(), tokens.sunken)
            painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
            if not self._first:
                painter.fillRect(0, 0, self.width(), 1, tokens.line)

    def _measure(self) -> None:
        px = theme().px
        self._line.setContentsMargins(px(18), px(8), px(18), px(8))
        self._line.setSpacing(px(8))
        self._picture.setPixmap(theme().pixmap(self._icon, self._tone, 17))
