"""A page: its header stays, its body scrolls, and its footer bar, if it has one, stays too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.kit.buttons import Button
from ui.kit.flow_layout import FlowLayout
from ui.kit.labels import Label
from ui.kit.plain import escape_ampersands, shortened
from ui.theme import theme

_WIDE = 1400
"""From this width of the window on, margins are the wide ones."""
_LEAST_TITLE = 200
"""Pixels at 100 % that a title keeps beside its buttons."""


def page_margin(widget: QWidget) -> int:
    """The space left and right of a page's content: 40, or 32 in a window below 1400 wide."""
    return 40 if widget.window().width() >= _WIDE else 32


class PageHeader(QWidget):
    """Where am I: a way back, the title, one line of support; what I can do, at the right.

    ``breadcrumb`` names the pages above this one, outermost first.
    """

    breadcrumb_chosen = Signal(int)

    def __init__(
        self,
        title: str,
        support: str = "",
        breadcrumb: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = Label(title, "page_title")
        self._support = Label(support, "body", "text2")
        self._support.setVisible(bool(support))
        self._trail = QWidget()
        if not breadcrumb:
            self._trail.hide()
        self._lay_trail(breadcrumb, title)
        words = self._words = QVBoxLayout()
        words.addWidget(self._trail)
        words.addWidget(self._title)
        words.addWidget(self._support)
        self._actions = QHBoxLayout()
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.addLayout(words, 1)
        row.addLayout(self._actions)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._measure()
        theme().changed.connect(self._measure)

    @property
    def title(self) -> str:
        """The words of the title."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Another title."""
        self._title.setText(title)

    def set_support(self, support: str) -> None:
        """Another line of support, or none."""
        self._support.setText(support)
        self._support.setVisible(bool(support))

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right; the primary one last."""
        self._actions.addWidget(widget)
        self._fit()

    def focus_title(self) -> None:
        """Start reading from the title, as when the page opens."""
        self._title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        # Heard once on arrival; after that Tab goes from control to control.
        self._title.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Buttons that would leave the title no room stand under it."""
        left = self.width() - self._actions.sizeHint().width() - self._row.spacing()
        beside = left >= theme().px(_LEAST_TITLE)
        way = QBoxLayout.Direction
        wanted = way.LeftToRight if beside else way.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            side = Qt.AlignmentFlag(0) if beside else Qt.AlignmentFlag.AlignLeft
            self._row.setAlignment(self._actions, side)

    def _lay_trail(self, names: Sequence[str], title: str) -> None:
        trail = FlowLayout(self._trail, spacing=2)
        for place, name in enumerate(names):
            step = Button(escape_ampersands(shortened(name)), "plain")
            step.setAccessibleName(name)
            step.clicked.connect(lambda _checked, at=place: self.breadcrumb_chosen.emit(at))
            trail.addWidget(step)
            trail.addWidget(_Chevron())
        trail.addWidget(Label(title, "help_medium", wrap=False))

    def _measure(self) -> None:
        px = theme().px
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(16))
        self._words.setSpacing(px(4))
        self._actions.setSpacing(px(8))
        self._fit()


class _Chevron(QLabel):
    """Between two steps of a breadcrumb."""

    def __init__(self) -> None:
        super().__init__()
        self._dress()
        theme().changed.connect(self._dress)

    def _dress(self) -> None:
        ratio = self.devicePixelRatioF()
        self.setPixmap(theme().pixmap("chevron-right", "text3", 14, ratio))


class ScrollPage(QWidget):
    """A header that stays, a ``body`` that scrolls, and a footer bar once ``footer`` is used."""

    def __init__(self, header: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = header
        self._top = QVBoxLayout()
        if header is not None:
            self._top.addWidget(header)
        self._content = QWidget()
        self._content.setObjectName("scrolled")
        self.body = QVBoxLayout(self._content)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        self._bar = QFrame()
        self._bar.setProperty("surface", "footer")
        self._bar.hide()
        self._footer = QHBoxLayout(self._bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._bar)
        self._measure()
        theme().changed.connect(self._measure)

    @property
    def footer(self) -> QHBoxLayout:
        """The bar along the bottom; it appears with the first use."""
        self._bar.show()
        return self._footer

    def show_footer(self, shown: bool) -> None:
        """Take the bar away while there is nothing in it."""
        self._bar.setVisible(shown)

    @property
    def scroll_area(self) -> QScrollArea:
        """What scrolls the body: for going to a place on the page."""
        return self._scroll

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange:
            self._measure()

    def _measure(self) -> None:
        px = theme().px
        side = page_margin(self)
        self._top.setContentsMargins(side, px(28), side, px(16))
        self.body.setContentsMargins(side, 0, side, px(32))
        self.body.setSpacing(px(16))
        self._footer.setContentsMargins(side, px(8), side, px(8))
        self._footer.setSpacing(px(12))
        self._bar.setMinimumHeight(theme().control_height(36) + px(26))
