"""A button that narrows a list: its name, what is chosen, and a menu to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ui.kit.focus import ringed
from ui.kit.painting import draw_box, painting
from ui.kit.push_button import PushButton
from ui.theme import theme

_HEIGHT, _PADDING, _GAP, _ARROW = 34, 12, 6, 15


class FilterButton(PushButton):
    """``value()`` is the chosen option's value; the first option stands for no filter.

    Tinted while it narrows. ``always`` shows what is chosen without the tint, as for a sort order.
    """

    value_changed = Signal()

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, str]],
        *,
        always: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._name = name
        self._always = always
        self._options = tuple(options)
        self._value = options[0][0]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        self._describe()

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer others; a value that is not among them any more gives way to the first."""
        self._options = tuple(options)
        if self._value not in dict(self._options):
            self._value = self._options[0][0]
        self._describe()

    def value(self) -> str:
        """The chosen value."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show a value, without telling anyone."""
        if value in dict(self._options):
            self._value = value
            self._describe()

    @property
    def narrows(self) -> bool:
        """Whether anything but the first option is chosen."""
        return self._value != self._options[0][0]

    def make_menu(self) -> QMenu:
        """The options, the chosen one ticked."""
        menu = QMenu(self._name, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.add_to(menu)
        return menu

    def add_to(self, menu: QMenu) -> None:
        """Put the options into a menu."""
        group = QActionGroup(menu)
        for value, words in self._options:
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == self._value)
            action.triggered.connect(lambda _on=False, value=value: self._choose(value))
            group.addAction(action)

    def sizeHint(self) -> QSize:
        px = theme().px
        width = sum(self._widths()) + px(2 * _PADDING + _GAP + _ARROW) + 2
        if self._shown():
            width += px(_GAP)
        return QSize(width, theme().control_height(_HEIGHT, "help"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, tokens = theme(), theme().tokens
        tinted = self.narrows and not self._always
        fill = tokens.accent_tint if tinted else tokens.surface
        edge = tokens.accent_line if tinted else tokens.line_mid
        if self.underMouse() and not tinted:
            fill = tokens.hover
        name, value = self._widths()
        with painting(self) as painter:
            box = QRectF(self.rect())
            if self.hasFocus():
                box = ringed(painter, box, 8)
            draw_box(painter, box, 7, fill, edge)
            left = look.px(_PADDING)
            rect = QRectF(left, 0, name + 2, self.height())
            painter.setFont(look.font("help_medium"))
            painter.setPen(tokens.text)
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self._name)
            if value:
                rect = QRectF(left + name + look.px(_GAP), 0, value + 2, self.height())
                painter.setFont(look.font("help"))
                painter.setPen(tokens.accent if tinted else tokens.text2)
                painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self._shown())
            arrow = look.pixmap("chevron-down", "text2", _ARROW, self.devicePixelRatioF())
            side = look.px(_ARROW)
            right = self.width() - look.px(_PADDING) - side
            painter.drawPixmap(right, (self.height() - side) // 2, arrow)

    def _shown(self) -> str:
        """The words of what is chosen, when they are shown."""
        return dict(self._options)[self._value] if self.narrows or self._always else ""

    def _widths(self) -> tuple[int, int]:
        look = theme()
        name = QFontMetrics(look.font("help_medium")).horizontalAdvance(self._name)
        return name, QFontMetrics(look.font("help")).horizontalAdvance(self._shown())

    def _describe(self) -> None:
        words = dict(self._options)[self._value]
        self.setAccessibleName(f"{self._name}: {words}")
        self.updateGeometry()
        self.update()

    def _choose(self, value: str) -> None:
        if value != self._value:
            self._value = value
            self._describe()
            self.value_changed.emit()

    def _on_clicked(self) -> None:
        self.make_menu().popup(self.mapToGlobal(QPoint(0, self.height() + 4)))
