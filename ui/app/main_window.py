"""The one window. It decides what fills it: unlock, set-up, an open store, or the lock."""

from __future__ import annotations

from base64 import b64decode, b64encode

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from ehdesk.kernel.home import Home
from ui.app.appearance import AppearanceMenu
from ui.app.menu import Menu
from ui.app.menus import Menus
from ui.kit.brand import brand_icon
from ui.kit.navigation import Command

APPLICATION = "Early Help Desk"
SMALLEST = QSize(1120, 680)
_FIRST_SIZE = QSize(1440, 900)
_FRAME = QSize(8, 40)


class MainWindow(QMainWindow):
    """A frame with a menu bar. What is in it comes and goes by ``fill``."""

    shown_first = Signal()
    """Painted for the first time: now is the time for slow imports."""
    closing = Signal(object)
    """Someone closes the window: the QCloseEvent, which may be ignored."""

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home
        self._painted = False
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.setWindowIcon(brand_icon())
        self.setMinimumSize(SMALLEST)
        self.appearance = AppearanceMenu(home, self)
        self.menus = Menus(self)
        self._restore_geometry()
        self.name_store("")

    @property
    def filling(self) -> QWidget | None:
        """What fills the window now."""
        return self._stack.currentWidget()

    def fill(self, widget: QWidget) -> None:
        """Show this; what was shown stays, hidden, until it is taken away."""
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def take_away(self, widget: QWidget) -> None:
        """This is not needed any more."""
        self._stack.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def name_store(self, store: str) -> None:
        """The title says which store is open; never a family, and nothing while it is locked."""
        self.setWindowTitle(f"{store} · {APPLICATION}" if store else APPLICATION)

    def show_menus(self, menus: tuple[Menu, ...], page: tuple[Command, ...] = ()) -> None:
        """The commands of what fills the window; how it looks can always be changed."""
        self.menus.show_menus(menus, page, self.appearance)

    def remember_geometry(self) -> None:
        """Keep where the window is, for next time."""
        kept = b64encode(bytes(self.saveGeometry().data())).decode()
        if kept != self._home.settings().get("window"):
            self._home.change_settings(window=kept)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.menus.watch()
        if not self._painted:
            self._painted = True
            self.shown_first.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit(event)

    def _restore_geometry(self) -> None:
        kept = self._home.settings().get("window")
        try:
            place = b64decode(kept, validate=True) if isinstance(kept, str) else b""
        except ValueError:  # the file was cut or changed by hand
            place = b""
        if not self.restoreGeometry(QByteArray(place)):
            # The frame that the system draws round the window needs room too.
            room = self.screen().availableGeometry().size() - _FRAME
            self.resize(_FIRST_SIZE.boundedTo(room).expandedTo(SMALLEST))
