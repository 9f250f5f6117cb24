"""Words on a page: plain text in a role of the type scale, with that role's line height."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.kit.belonging import waits_for_parent
from ui.kit.painting import painting
from ui.kit.plain import as_tip
from ui.theme import theme

_WIDEST = 640
"""A paragraph asks for no more than this at 100 %; a layout may still give it more."""
_LONGEST_WORD = 240
"""A longer word, such as a key held down, is broken and does not widen its page."""
_LONGEST_LINE = 480
"""A line that does not wrap can be made this narrow; what does not fit is in its tip."""


@dataclass(frozen=True)
class _Laid:
    """Text set to a width: its lines where they are drawn, and the room they take."""

    layout: QTextLayout
    width: float
    height: int


class Label(QLabel):
    """A QLabel that keeps to plain text, so that nothing typed is ever taken for markup."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        colour: str = "text",
        *,
        wrap: bool = True,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._role = role
        self._colour = colour
        self._tabular = tabular
        # Kept in the label and nowhere else: words about a family go when their page goes.
        self._laid: dict[tuple[object, ...], _Laid] = {}
        self._narrowest: tuple[tuple[object, ...], int] = ((), 0)
        self._is_cut = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    def set_colour(self, colour: str) -> None:
        """Another token, or part of a tone, as ``overdue.ink``."""
        self._colour = colour
        self.update()

    def set_role(self, role: str) -> None:
        """Another role of the type scale."""
        self._role = role
        self.updateGeometry()
        self.update()

    def setVisible(self, visible: bool) -> None:
        if not waits_for_parent(self, visible):
            super().setVisible(visible)

    def sizeHint(self) -> QSize:
        if not self.text():
            return QSize(0, 0)
        widest = theme().px(_WIDEST) if self.wordWrap() else 16_000
        laid = self._lay(widest)
        return self._with_margins(math.ceil(laid.width), laid.height)

    def minimumSizeHint(self) -> QSize:
        if not self.text():
            return self.sizeHint()
        if not self.wordWrap():
            line = self.sizeHint()
            return QSize(min(line.width(), theme().px(_LONGEST_LINE)), line.height())
        key = (self.text(), self._role, theme().text_size)
        if self._narrowest[0] != key:
            metrics = QFontMetricsF(self._font())
            widths = (metrics.horizontalAdvance(word) for word in self.text().split())
            longest = min(max(widths, default=0), theme().px(_LONGEST_WORD))
            self._narrowest = key, math.ceil(longest) + 1
        return self._with_margins(self._narrowest[1], theme().line_height(self._role))

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap() or not self.text():
            return -1 if self.text() else 0
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._lay(inner).height + margins.top() + margins.bottom()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme().tokens
        ink = tokens.colour(self._colour) if self.isEnabled() else tokens.text_disabled
        rect = QRectF(self.contentsRect())
        laid = self._lay(rect.width() if self.wordWrap() else 16_000)
        if not self.wordWrap():
            laid = self._cut(laid, rect.width())
        layout = laid.layout
        spare = rect.height() - laid.height
        alignment = self.alignment()
        if alignment & Qt.AlignmentFlag.AlignBottom:
            rect.setTop(rect.top() + spare)
        elif alignment & Qt.AlignmentFlag.AlignVCenter:
            rect.setTop(rect.top() + max(0.0, spare / 2))
        with painting(self) as painter:
            painter.setPen(ink)
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                left = rect.left()
                free = rect.width() - line.naturalTextWidth()
                if alignment & Qt.AlignmentFlag.AlignHCenter:
                    left += free / 2
                elif alignment & Qt.AlignmentFlag.AlignRight:
                    left += free
                line.draw(painter, QPointF(round(left), round(rect.top())))

    def _font(self) -> QFont:
        return theme().font(self._role, tabular=self._tabular)

    def _with_margins(self, width: int, height: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def _lay(self, width: float) -> _Laid:
        """The text at a width; kept until something changes."""
        key = (self.text(), self._role, self.wordWrap(), theme().text_size, width)
        found = self._laid.get(key)
        if found is None:
            if len(self._laid) > 15 or any(old[0] != key[0] for old in self._laid):
                self._laid.clear()
            found = self._laid[key] = self._set(max(width, 1))
        return found

    def _cut(self, laid: _Laid, room: float) -> _Laid:
        """A line for which there is no room, with dots at its end and the whole in its tip."""
        too_long = laid.width > room + 1 and "\n" not in self.text()
        if too_long != self._is_cut:
            self._is_cut = too_long
            self.setToolTip(as_tip(self.text()) if too_long else "")
        if not too_long:
            return laid
        metrics = QFontMetricsF(self._font())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        return self._set(16_000, shown)

    def _set(self, width: float, text: str | None = None) -> _Laid:
        option = QTextOption()
        option.setWrapMode(
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
            if self.wordWrap()
            else QTextOption.WrapMode.ManualWrap
        )
        words = self.text() if text is None else text
        layout = QTextLayout(words.replace("\n", "\u2028"), self._font())
        layout.setTextOption(option)
        pitch = theme().line_height(self._role)
        bottom = 0
        widest = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            room = max(pitch, math.ceil(line.height()))  # a script from another font may be taller
            line.setPosition(QPointF(0, bottom + (room - line.height()) / 2))
            bottom += room
            widest = max(widest, line.naturalTextWidth())
        layout.endLayout()
        return _Laid(layout, widest, bottom)


def label(text: str, role: str = "body", colour: str = "text", wrap: bool = True) -> Label:
    """Words in a role and colour of the theme."""
    return Label(text, role, colour, wrap=wrap)
