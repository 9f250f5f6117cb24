"""The row of tabs under a case's name, each with the count of what is in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from ui.kit.painting import draw_box, draw_focus_ring, painting
from ui.theme import theme

_WIDE, _TIGHT = 28, 6
_UNDERLINE = 3


class CaseTabs(QTabBar):
    """Arrow keys go between tabs. ``tab_chosen`` is what a person did; ``show_tab`` is silent.

    The space between tabs gives way before any word does.
    """

    tab_chosen = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = [key for key, _words in tabs]
        self._counts: dict[str, int] = {}
        self._silent = False
        self._leasts: list[int] = []
        """The width each tab needs, kept until a count or the text size changes."""
        self.setAccessibleName("Parts of this case")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for _key, words in tabs:
            self.addTab(words)
        self.currentChanged.connect(self._on_current_changed)
        theme().changed.connect(self._lay_again)

    @property
    def shown(self) -> str:
        """The key of the open tab."""
        return self._keys[self.currentIndex()]

    def show_tab(self, key: str) -> None:
        """Open a tab without telling anyone. KeyError when there is none of that name."""
        if key not in self._keys:
            raise KeyError(key)
        self._silent = True
        self.setCurrentIndex(self._keys.index(key))
        self._silent = False

    def next_key(self, by: int) -> str:
        """The tab ``by`` places on, round the end."""
        return self._keys[(self.currentIndex() + by) % len(self._keys)]

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """How many things are in the tabs; a tab with none shows no number."""
        if counts == self._counts:
            return
        self._counts = dict(counts)
        for place, key in enumerate(self._keys):
            count = self._counts.get(key, 0)
            words = self.tabText(place)
            self.setAccessibleTabName(place, f"{words}, {count}" if count else words)
        self._lay_again()

    def tabSizeHint(self, index: int) -> QSize:
        width = self._least(index) + self._gap()
        return QSize(width, theme().control_height(40))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        width = sum(self._least(place) for place in range(self.count()))
        return QSize(width, theme().control_height(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().control_height(40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_again()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            for place in range(self.count()):
                self._paint_tab(painter, place)

    def _paint_tab(self, painter: QPainter, place: int) -> None:
        look, tokens = theme(), theme().tokens
        rect = self.tabRect(place)
        open_ = place == self.currentIndex()
        hovered = rect.contains(self.mapFromGlobal(self.cursor().pos())) and self.underMouse()
        font = look.font("body_strong" if open_ else "body_medium")
        words = self.tabText(place)
        wide = QFontMetrics(font).horizontalAdvance(words)
        tall = rect.height() - _UNDERLINE
        painter.setFont(font)
        painter.setPen(tokens.text if open_ or hovered else tokens.text2)
        box = QRect(rect.left(), rect.top(), wide + 2, tall)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        right = rect.left() + wide
        count = self._counts.get(self._keys[place], 0)
        if count:
            right = self._paint_count(painter, QPoint(right + look.px(7), tall // 2), count, open_)
        if open_:
            line = QRectF(rect.left(), rect.bottom() + 1 - _UNDERLINE, right - rect.left(), 3)
            draw_box(painter, line, 1.5, tokens.accent)
            if self.hasFocus():
                ring = QRectF(rect.left() - 5, rect.top() + 4, right - rect.left() + 10, tall - 6)
                draw_focus_ring(painter, ring, 6)

    def _paint_count(self, painter: QPainter, at: QPoint, count: int, open_: bool) -> int:
        look, tokens = theme(), theme().tokens
        tone = tokens.tone("none")
        high = look.px(20)
        box = QRectF(at.x(), at.y() - high / 2, self._count_width(count), high)
        draw_box(painter, box, high / 2, tone.bg, tone.line)
        font = look.font("key_cap")
        if open_:
            font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(tone.ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(count))
        return round(box.right())

    def _count_width(self, count: int) -> int:
        digits = QFontMetrics(theme().font("key_cap")).horizontalAdvance(str(count))
        return max(theme().px(20), digits + theme().px(13))

    def _least(self, place: int) -> int:
        if len(self._leasts) != self.count():
            self._leasts = [self._measured(one) for one in range(self.count())]
        return self._leasts[place]

    def _measured(self, place: int) -> int:
        metrics = QFontMetrics(theme().font("body_strong"))
        count = self._counts.get(self._keys[place], 0)
        more = theme().px(7) + self._count_width(count) if count else 0
        return metrics.horizontalAdvance(self.tabText(place)) + more

    def _gap(self) -> int:
        spare = self.width() - sum(self._least(place) for place in range(self.count()))
        each = spare // max(1, self.count())
        return max(theme().px(_TIGHT), min(theme().px(_WIDE), each))

    def _lay_again(self) -> None:
        self._leasts = []
        # Nothing else makes a tab bar measure its tabs anew.
        self.setIconSize(self.iconSize())

    def _on_current_changed(self, place: int) -> None:
        if not self._silent:
            self.tab_chosen.emit(self._keys[place])
