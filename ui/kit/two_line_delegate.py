"""How a cell of a table is measured and painted: two lines, a pill, a person or a track."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.kit.avatar import paint_avatar
from ui.kit.mini_track import mini_track_width, paint_mini_track
from ui.kit.painting import kept
from ui.kit.pill import paint_pill, pill_height, pill_width
from ui.theme import theme

Index = QModelIndex | QPersistentModelIndex

_LONGEST_NAME = 360
"""A longer one is cut, with the whole in its tip, so that the other columns keep their room."""


class CellRole(IntEnum):
    """What a model may give for a cell; the first line is the ordinary display role."""

    SECOND = Qt.ItemDataRole.UserRole + 1
    """The second line: a string."""
    SECOND_COLOUR = SECOND + 1
    """Its colour, as the theme names it: "overdue.ink". text3 unless told."""
    PILL = SECOND + 2
    """(text, tone, icon) of a pill in place of the lines; never shortened."""
    AVATAR = SECOND + 3
    """The name on a disc before the lines."""
    TRACK = SECOND + 4
    """(done, total) stones before the second line."""
    STRONG = SECOND + 5
    """True: the first line is what the row is about, in 600."""
    QUIET = SECOND + 6
    """True: the first line says that there is nothing, in text2."""


_PADDING, _AVATAR, _GAP = 18, 24, 9


class TwoLineDelegate(QStyledItemDelegate):
    """56 px at 100 %. Text that has no room is shortened at its end; a pill never is."""

    hovered_row = -1
    """The row under the pointer, told by the table: a style knows only the cell."""

    def row_height(self) -> int:
        """The height every row needs, from the fonts in force."""
        lines = theme().line_height("body") + theme().line_height("help")
        return max(theme().px(56), lines + theme().px(14), pill_height() + theme().px(16))

    def least_width(self, index: Index, *, whole: bool = False) -> int:
        """Below this a cell would be of no use: a pill or a name uncut, else a few words.

        :param whole: the first line must be uncut too, and the second up to a length.
        """
        ends = 2 * theme().px(_PADDING)
        pill = index.data(CellRole.PILL)
        if pill:
            return pill_width(str(pill[0])) + ends
        metrics = QFontMetrics(theme().font("body"))
        wide = metrics.averageCharWidth() * 14
        avatar = index.data(CellRole.AVATAR)
        if whole or avatar or index.data(CellRole.STRONG):
            first = QFontMetrics(theme().font(_first_role(index)))
            uncut = first.horizontalAdvance(_text(index, Qt.ItemDataRole.DisplayRole))
            wide = max(wide, min(uncut, theme().px(_LONGEST_NAME)))
        if whole:
            second = QFontMetrics(theme().font("help"))
            below = second.horizontalAdvance(_text(index, CellRole.SECOND))
            wide = max(wide, min(below, metrics.averageCharWidth() * 30))
        return wide + ends + (theme().px(_AVATAR + _GAP) if avatar else 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        first = QFontMetrics(theme().font(_first_role(index)))
        wide = first.horizontalAdvance(_text(index, Qt.ItemDataRole.DisplayRole))
        second = QFontMetrics(theme().font("help"))
        below = second.horizontalAdvance(_text(index, CellRole.SECOND))
        if index.data(CellRole.TRACK):
            below += _track_room(index)
        wide = max(wide, below)
        if index.data(CellRole.AVATAR):
            wide += theme().px(_AVATAR + _GAP)
        wide = max(wide + 2 * theme().px(_PADDING), self.least_width(index))
        return QSize(wide, self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        tokens = theme().tokens
        with kept(painter):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            hovered = index.row() == self.hovered_row
            back = tokens.selected if chosen else tokens.hover if hovered else tokens.surface
            painter.fillRect(rect, back)
            painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)
            if chosen and index.column() == 0:
                painter.fillRect(rect.x(), rect.y(), 3, rect.height(), tokens.accent)
            padding = theme().px(_PADDING)
            self._paint_content(painter, rect.adjusted(padding, 0, -theme().px(8), -1), index)

    def _paint_content(self, painter: QPainter, area: QRect, index: Index) -> None:
        pill = index.data(CellRole.PILL)
        if pill:
            words, tone, *icon = (str(part) for part in pill)
            paint_pill(painter, area, words, tone, icon[0] if icon else "")
            return
        name = index.data(CellRole.AVATAR)
        if name:
            side = theme().px(_AVATAR)
            disc = QRect(area.x(), area.center().y() - side // 2, side, side)
            paint_avatar(painter, disc, str(name))
            area = area.adjusted(side + theme().px(_GAP), 0, 0, 0)
        _paint_lines(painter, area, index)


def _paint_lines(painter: QPainter, area: QRect, index: Index) -> None:
    look, tokens = theme(), theme().tokens
    first = _text(index, Qt.ItemDataRole.DisplayRole)
    second = _text(index, CellRole.SECOND)
    ink = tokens.text2 if index.data(CellRole.QUIET) else tokens.text
    tall, low = look.line_height("body"), look.line_height("help")
    has_second = bool(second or index.data(CellRole.TRACK))
    top = area.y() + (area.height() - tall - (low if has_second else 0)) // 2
    _paint_text(painter, QRect(area.x(), top, area.width(), tall), first, _first_role(index), ink)
    if not has_second:
        return
    line = QRect(area.x(), top + tall, area.width(), low)
    track = index.data(CellRole.TRACK)
    if track:
        paint_mini_track(painter, line, int(track[0]), int(track[1]))
        line.setLeft(line.left() + _track_room(index))
    colour = index.data(CellRole.SECOND_COLOUR)
    role = "caption" if track else "help"
    _paint_text(painter, line, second, role, tokens.colour(colour) if colour else tokens.text3)


def _paint_text(painter: QPainter, rect: QRect, text: str, role: str, colour: QColor) -> None:
    font = theme().font(role)
    if role == "caption":
        font.setWeight(font.Weight.Normal)
    painter.setFont(font)
    painter.setPen(colour)
    fitted = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(rect, int(flags) | int(Qt.TextFlag.TextSingleLine), fitted)


def _track_room(index: Index) -> int:
    total = int(index.data(CellRole.TRACK)[1])
    return mini_track_width(total) + theme().px(_GAP)


def _first_role(index: Index) -> str:
    return "body_strong" if index.data(CellRole.STRONG) else "body"


def _text(index: Index, role: int) -> str:
    return str(index.data(role) or "")
