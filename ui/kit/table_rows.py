"""A ready model for a table: rows of cells that say what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.kit.plain import as_tip
from ui.kit.two_line_delegate import CellRole

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True)
class Cell:
    """What a cell shows; the words of all of it are read out by a screen reader."""

    first: str = ""
    second: str = ""
    second_colour: str = ""
    pill: tuple[str, str, str] | None = None
    """(text, tone, icon)"""
    avatar: str = ""
    track: tuple[int, int] | None = None
    """(done, total) stones"""
    strong: bool = False
    quiet: bool = False

    def spoken(self) -> str:
        """All that the cell says, in words."""
        words = [self.first, self.pill[0] if self.pill else "", self.second]
        return ", ".join(word for word in words if word)


@dataclass(frozen=True)
class Row:
    """``key`` says what the row stands for, such as a case's id."""

    key: str
    cells: tuple[Cell, ...]


class HeadedColumns(QAbstractTableModel):
    """Columns with words over them; what stands in the rows is for those who build on it."""

    def __init__(self, headers: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None


class TableRows(HeadedColumns):
    """Rows that are replaced as a whole."""

    def __init__(self, headers: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(headers, parent)
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def key(self, index: Index) -> str:
        """The key of the row that ``index`` is in, "" for no row."""
        return self._rows[index.row()].key if index.isValid() else ""

    def row_of(self, key: str) -> int:
        """The row with this key, -1 when it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        return cell_data(self._rows[index.row()].cells[index.column()], role)


def cell_data(cell: Cell, role: int) -> object:
    """What a cell gives for a role, in any model made of cells."""
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return cell.first
        case Qt.ItemDataRole.AccessibleTextRole:
            return cell.spoken() or "Blank"
        case Qt.ItemDataRole.ToolTipRole:
            return as_tip(cell.spoken())
        case CellRole.SECOND:
            return cell.second
        case CellRole.SECOND_COLOUR:
            return cell.second_colour
        case CellRole.PILL:
            return cell.pill
        case CellRole.AVATAR:
            return cell.avatar
        case CellRole.TRACK:
            return cell.track
        case CellRole.STRONG:
            return cell.strong
        case CellRole.QUIET:
            return cell.quiet
    return None
