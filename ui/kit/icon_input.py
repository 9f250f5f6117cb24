"""A line of text with an icon before it and a small button after it."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import IconButton
from ui.kit.painting import painting
from ui.kit.text_input import TextInput
from ui.theme import theme

_ICON, _SIDE = 17, 12


class IconInput(TextInput):
    """The icon says what the box is for; ``button`` acts on what is typed in it."""

    def __init__(
        self, icon: str, button: IconButton, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._icon = icon
        self.button = button
        button.setParent(self)
        theme().changed.connect(self._make_room)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.button.sizeHint()
        self.button.resize(size)
        gap = (self.height() - size.height()) // 2
        self.button.move(self.width() - size.width() - gap, gap)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme().px(_ICON)
        with painting(self) as painter:
            picture = theme().pixmap(self._icon, "text2", _ICON, self.devicePixelRatioF())
            painter.drawPixmap(theme().px(_SIDE), (self.height() - side) // 2, picture)

    def _make_room(self) -> None:
        """The style sheet's padding is kept; the icon and the button need more."""
        left = theme().px(_ICON + 8)
        self.setTextMargins(left - 2, 0, self.button.sizeHint().width() - theme().px(6), 0)
