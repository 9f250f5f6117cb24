"""The menu bar: it holds every command, is hidden until Alt or F10 asks for it, and goes again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QMenuBar, QWidget

from ui.app.menu import Menu
from ui.kit.navigation import Command
from ui.kit.plain import escape_ampersands
from ui.theme import theme

FRAME_KEYS = frozenset({"F6", "Alt+Left"})
"""Keys that a page may use in its own way; the frame takes them when the page lets them pass."""


class Menus(QObject):
    """Fills the menu bar of a window and makes the keys of its commands work."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._bar: QMenuBar = window.menuBar()
        self._native = self._bar.isNativeMenuBar()
        self._page_menu: QMenu | None = None
        self._last: QMenu | None = None
        self._alone = False
        self._focus: QWidget | None = None
        self._bar.setVisible(self._native)
        self._tidy = QTimer(self, singleShot=True, interval=0)
        self._tidy.timeout.connect(self._on_tidy_timeout)
        window.windowHandle()  # made with the window; its keys are what is watched

    def watch(self) -> None:
        """Notice Alt and F10, once the window is on the screen."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def show_menus(self, menus: Sequence[Menu], page: Sequence[Command], *last: QMenu) -> None:
        """Put these menus in the bar, what the page offers after them, then ``last``."""
        for menu in self._bar.findChildren(
            QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            if menu not in last:
                self._take_keys(menu)
                menu.deleteLater()
        self._bar.clear()
        for one in menus:
            self._add(QMenu(one.title, self._bar), one.commands)
        self._page_menu = None
        if page:
            self._page_menu = QMenu("This &page", self._bar)
            self._add(self._page_menu, page)
        for menu in last:
            self._bar.addMenu(menu)

    def actions(self) -> list[QAction]:
        """Every command that has its place in a menu."""
        return [
            action
            for top in self._bar.actions()
            if (menu := top.menu()) is not None and isinstance(menu, QMenu)
            for action in menu.actions()
            if not action.isSeparator()
        ]

    def open(self) -> None:
        """Show the bar with its first menu open."""
        if self._bar.actions():
            self._focus = QApplication.focusWidget()
            self._bar.show()
            self._bar.setActiveAction(self._bar.actions()[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            alt = event.key() == Qt.Key.Key_Alt
            self._alone = alt and not event.isAutoRepeat()
            if event.key() == Qt.Key.Key_F10 and not event.modifiers():
                self.open()
                return True
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyRelease:
            if event.key() == Qt.Key.Key_Alt and self._alone and self._bar.isHidden():
                self._alone = False
                self.open()
                return True
        elif kind == QEvent.Type.MouseButtonPress:
            self._alone = False
        return False

    def _add(self, menu: QMenu, commands: Sequence[Command | None]) -> None:
        for command in commands:
            if command is None:
                menu.addSeparator()
                continue
            action = menu.addAction(escape_ampersands(command.text))
            action.setIcon(theme().icon(command.icon, "text2", 16))
            action.setIconVisibleInMenu(True)
            action.setAutoRepeat(False)  # a key held down does it once: some cannot be taken back
            if command.keys in FRAME_KEYS:
                action.setText(f"{action.text()}\t{command.keys}")  # shown, not taken
            elif command.keys:
                action.setShortcut(QKeySequence(command.keys))
            action.triggered.connect(lambda _on=False, run=command.run: run())
            # A hidden bar's shortcuts are deaf; the window's are not.
            self._window.addAction(action)
        menu.aboutToHide.connect(self._tidy.start)
        self._bar.addMenu(menu)

    def _take_keys(self, menu: QMenu) -> None:
        for action in menu.actions():
            self._window.removeAction(action)

    def _on_tidy_timeout(self) -> None:
        """The bar goes once nobody is in it; the keyboard returns to where it was."""
        if self._native or self._bar.isHidden() or QApplication.activePopupWidget() is not None:
            return
        had_focus = self._bar.hasFocus()
        self._bar.hide()
        if had_focus and self._focus is not None and self._focus.isVisible():
            self._focus.setFocus(Qt.FocusReason.MenuBarFocusReason)
        self._focus = None
