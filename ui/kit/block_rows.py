"""A model for long lists: an array of keys, and the rows of those blocks that were looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt

from ui.kit.table_rows import Cell, HeadedColumns, Index, cell_data

BLOCK = 64
"""Rows read at once."""
_KEPT = 24
"""Blocks kept; the ones looked at longest ago go first."""
_ROOT = QModelIndex()

Cells = tuple[Cell, ...]
Read = Callable[[Sequence[Hashable]], Sequence[Cells]]
"""The cells of these keys, in their order."""


class BlockRows(HeadedColumns):
    """Says at once how long the list is; rows are read when they come into view."""

    def __init__(self, headers: Sequence[str], read: Read, parent: QObject | None = None) -> None:
        super().__init__(headers, parent)
        self._read = read
        self._keys: Sequence[Hashable] = ()
        self._blocks: OrderedDict[int, Sequence[Cells]] = OrderedDict()

    def set_keys(self, wanted: Sequence[Hashable]) -> None:
        """Show these. The same keys again are read again, and the view stays where it is."""
        if wanted == self._keys:
            self._blocks.clear()
            if wanted:
                last = self.index(len(wanted) - 1, len(self._headers) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._keys = wanted
        self._blocks.clear()
        self.endResetModel()

    def set_headers(self, headers: Sequence[str]) -> None:
        """Other words over the same columns."""
        if tuple(headers) != self._headers:
            self._headers = tuple(headers)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._headers) - 1)

    def key(self, row: int) -> Hashable | None:
        """What a row stands for, None where there is no such row."""
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def row_of(self, key: Hashable) -> int:
        """The row that stands for this, -1 when it is not in the list."""
        try:
            return self._keys.index(key)
        except ValueError:
            return -1

    def blocks_read(self) -> int:
        """How many blocks are in memory."""
        return len(self._blocks)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._keys):
            return None
        return cell_data(self._cells(index.row())[index.column()], role)

    def _cells(self, row: int) -> Cells:
        number, place = divmod(row, BLOCK)
        block = self._blocks.get(number)
        if block is None:
            keys = self._keys[number * BLOCK : (number + 1) * BLOCK]
            block = self._blocks[number] = self._read(keys)
            if len(self._blocks) > _KEPT:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(number)
        return block[place]
