"""The timeline's entries as table rows, newest first: the twin that the drawing mirrors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ehdesk.domain.timeline import Entry
from ehdesk.kernel.dates import say_date
from ui.kit.data_table import CellRole
from ui.kit.plain import as_tip

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 100
"""The whole ``Entry`` of a row, at any of its columns."""

KIND_WORDS = {
    "stage": "Pathway",
    "next": "Pathway",
    "meeting": "Meeting",
    "review": "Review",
    "action": "Action",
    "due": "Due",
    "contact": "Contact",
    "event": "Event",
}
KIND_ICONS = {
    "stage": "route",
    "next": "route",
    "meeting": "users-round",
    "review": "calendar-check",
    "action": "square-check",
    "due": "clock",
}

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Field(IntEnum):
    """The columns, in reading order."""

    DATE = 0
    KIND = 1
    WHAT = 2
    DETAIL = 3
    STATE = 4


class TimelineModel(QAbstractTableModel):
    """Entries of one case; those in view make the rows."""

    def __init__(
        self, entries: Sequence[Entry], today: date, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._entries: tuple[Entry, ...] = ()
        self._rows: list[Entry] = []
        self._at: dict[str, int] = {}
        self.set_entries(entries, today)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, oldest first, in view or not."""
        return self._entries

    @property
    def states(self) -> frozenset[str]:
        """Every state there is a pill for."""
        return self._states

    @property
    def longest_date(self) -> str:
        """A date as wide as any of the list; years are said only when they are not this one."""
        this_year = all(entry.when.year == self._today.year for entry in self._entries)
        return "Wed 30 Nov" if this_year else "Wed 30 Nov 2026"

    @property
    def today(self) -> date:
        return self._today

    def set_entries(self, entries: Sequence[Entry], today: date) -> None:
        """Show another list; all of it until ``show_only``."""
        self.beginResetModel()
        self._today = today
        self._entries = tuple(entries)
        self._states = frozenset(entry.state for entry in self._entries)
        self._newest_first = sorted(self._entries, key=lambda e: e.when, reverse=True)
        self._fill(self._newest_first)
        self.endResetModel()

    def show_only(self, keys: frozenset[str]) -> bool:
        """Make the entries with these keys the rows; False when they were already."""
        if keys == self._at.keys():
            return False
        self.beginResetModel()
        self._fill([entry for entry in self._newest_first if entry.key in keys])
        self.endResetModel()
        return True

    def _fill(self, rows: list[Entry]) -> None:
        self._rows = rows
        self._at = {entry.key: row for row, entry in enumerate(rows)}

    def entry(self, row: int) -> Entry:
        """The entry of a row. IndexError when there is none."""
        return self._rows[row]

    def row_of(self, key: str) -> int | None:
        """The row of an entry, or None when it is not in view."""
        return self._at.get(key)

    def describe(self, entry: Entry) -> str:
        """What a screen reader says of an entry: "TAF meeting 3, Thu 12 Nov, Minutes due"."""
        said = (entry.title, say_date(entry.when, self._today), entry.state, entry.detail)
        return ", ".join(part for part in said if part)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Field)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        entry = self._rows[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, Field(index.column()))
        if role == CellRole.PILL and index.column() == Field.STATE:
            return (entry.state, entry.tone, "check" if entry.kind == "contact" else "")
        if role == CellRole.STRONG:
            return index.column() == Field.WHAT
        if role == CellRole.QUIET:
            return index.column() in (Field.KIND, Field.DETAIL)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if index.column() == Field.DATE:
                return self.describe(entry)
            return self._text(entry, Field(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (Field.WHAT, Field.DETAIL):
            return as_tip(self._text(entry, Field(index.column()))) or None
        return None

    def _text(self, entry: Entry, column: Field) -> str:
        if column == Field.DATE:
            return say_date(entry.when, self._today)
        if column == Field.KIND:
            return KIND_WORDS[entry.kind]
        return {
            Field.WHAT: entry.title,
            Field.DETAIL: _detail(entry),
            Field.STATE: entry.state,
        }[column]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(Field):
            if role == Qt.ItemDataRole.DisplayRole:
                return Field(section).name.capitalize()
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _detail(entry: Entry) -> str:
    """The detail, with how late an action is: the drawing says it, so the list must too."""
    if entry.kind == "action" and entry.late:
        return ", ".join(part for part in (entry.detail, entry.late) if part)
    return entry.detail
