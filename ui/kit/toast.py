"""A short message at the bottom of the window, with Undo when something was changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QFontMetrics,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.kit.labels import Label
from ui.kit.painting import draw_box, painting
from ui.kit.push_button import PushButton
from ui.theme import theme
from ui.theme.icons import tinted_icon, tinted_pixmap

_ABOVE = 78
"""Space below it: the height of a footer bar and a little, so that it never hides one."""

STAYS = 8000
"""Milliseconds, from when it is shown or last hovered or focused."""


class Toaster(QWidget):
    """The one place of a window where messages appear, one at a time, bottom centre.

    It is in the other scheme's colours, so it stands out from any page.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._undo: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._tick = QLabel()
        self._words = Label("", "body_medium")
        self._undo_button = PushButton("Undo")
        self._undo_button.setProperty("part", "undo")
        self._undo_button.clicked.connect(self._on_undo_clicked)
        self._key = QLabel("Ctrl Z")
        self._key.setProperty("part", "key")
        self._close_button = PushButton()
        self._close_button.setAccessibleName("Close message")
        self._close_button.setToolTip("Close message")
        self._close_button.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        for widget in (self._tick, self._words, self._undo_button, self._key, self._close_button):
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
            if isinstance(widget, QPushButton):
                widget.installEventFilter(self)
        self.hide()
        self._dress()
        theme().changed.connect(self._dress)
        parent.installEventFilter(self)

    @property
    def message(self) -> str:
        """What it says now; "" while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    @property
    def is_counting(self) -> bool:
        """Whether it is about to go by itself; not while it is hovered or focused."""
        return self._timer.isActive()

    def set_time(self, milliseconds: int) -> None:
        """How long messages stay: some people need longer than ``STAYS``."""
        self._timer.setInterval(milliseconds)

    def show_message(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say something, in place of what was said before; ``undo`` takes the change back."""
        self._undo = undo
        self._words.setText(text)
        self._undo_button.setVisible(undo is not None)
        self._key.setVisible(undo is not None)
        self.show()
        self._place()
        self.raise_()
        self._timer.start()
        spoken = f"{text}. Press Control and Z to undo." if undo else text
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._parent:
            if event.type() == QEvent.Type.Resize:
                self._place()
        elif event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut and not self.underMouse():
            self._timer.start()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible() and not self._has_focus():
            self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            draw_box(painter, QRectF(self.rect()), 9, theme().tokens.text)

    def _has_focus(self) -> bool:
        return self._undo_button.hasFocus() or self._close_button.hasFocus()

    def _place(self) -> None:
        if self.isHidden():
            return
        room = self._parent.width() - theme().px(32)
        size = self.sizeHint()
        width = min(size.width(), room)
        height = max(size.height(), self._row.heightForWidth(width))
        self.resize(width, height)
        left = (self._parent.width() - width) // 2
        self.move(QPoint(left, self._parent.height() - height - theme().px(_ABOVE)))

    def _dress(self) -> None:
        px = theme().px
        other = theme().inverse
        clear = "background: transparent; border: 2px solid transparent; border-radius: 5px;"
        self.setStyleSheet(
            f"QPushButton {{ {clear} padding: {px(3)}px; font-weight: 600;"
            f" color: {other.accent.name()}; }}"
            f"QPushButton:hover {{ color: {other.accent_hover.name()}; }}"
            f"QPushButton:focus {{ border-color: {other.focus.name()}; }}"
            f"QLabel[part=key] {{ color: {other.text2.name()}; font-size: {px(11)}px;"
            f" border: 1px solid {other.line_strong.name()}; border-radius: 4px;"
            f" padding: {px(2)}px {px(5)}px; }}"
        )
        self._row.setContentsMargins(px(16), px(8), px(12), px(8))
        self._row.setSpacing(px(10))
        self._words.set_colour("canvas")
        ratio = self.devicePixelRatioF()
        self._tick.setPixmap(tinted_pixmap("check", other.accent, px(16), ratio))
        self._close_button.setIcon(tinted_icon("x", other.text2, other.text2, px(16)))
        self.setMinimumHeight(QFontMetrics(theme().font("body")).height() + px(27))
        self._place()

    def _on_undo_clicked(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def _on_timer_timeout(self) -> None:
        if not self.underMouse() and not self._has_focus():
            self.hide()
