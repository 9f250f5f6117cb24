"""What comes after what: unlock or set-up, the open store, the lock, and leaving in good order."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from ehdesk.kernel.clock import Clock
from ehdesk.kernel.home import Home, KnownStore
from ui.app.crash import CrashHooks, CrashReport, keep_report
from ui.app.lock import IdleLock
from ui.app.main_window import MainWindow
from ui.app.store_doors import doors_of, doors_of_lock
from ui.app.trouble_page import TroublePage
from ui.kit.tasks import run, wait_for_tasks
from ui.unlock.unlock_page import UnlockPage

if TYPE_CHECKING:  # these load the database code, which waits until the window is there
    from ehdesk.desk import Desk
    from ui.app.desk_frame import DeskFrame
    from ui.setup.setup_frame import SetupFrame


class Application(QObject):
    """The order of things in one window. ``lock`` can be given with other times in tests."""

    def __init__(
        self,
        home: Home,
        clock: Clock,
        *,
        store: str = "",
        lock: IdleLock | None = None,
    ) -> None:
        super().__init__()
        self.home, self._clock = home, clock
        self._wanted = store
        self._frame: DeskFrame | None = None
        self._unlock: UnlockPage | None = None
        self._cover: UnlockPage | None = None
        self._aside: SetupFrame | TroublePage | None = None
        self._focus: QWidget | None = None
        self.window = MainWindow(home)
        self.lock = lock or IdleLock(parent=self)
        self.lock.idle.connect(self.lock_now)
        self.hooks = CrashHooks(self._on_caught, self)
        self.window.closing.connect(self._on_closing)
        self.window.shown_first.connect(lambda: QTimer.singleShot(0, self._on_shown_first))

    @property
    def frame(self) -> DeskFrame | None:
        """The open store's frame, if one is open."""
        return self._frame

    @property
    def unlock(self) -> UnlockPage | None:
        """The page that asks for a password now, if one does."""
        return self._cover or self._unlock

    @property
    def is_locked(self) -> bool:
        """Whether an open store is covered."""
        return self._cover is not None

    def begin(self) -> None:
        """The unlock page, or set-up where there is no store yet."""
        if self.home.known_stores():
            self.show_unlock()
        else:
            self.show_set_up()

    def show_unlock(self, choose: Path | None = None) -> None:
        """Choose a store."""
        if self._unlock is None:
            doors = doors_of(self.home, self._clock)
            page = UnlockPage(self.home, self._clock, doors, self.window.appearance)
            page.unlocked.connect(self.open_desk)
            page.recovered.connect(self._on_recovered)
            page.create_chosen.connect(self.show_set_up)
            page.restore_chosen.connect(self.show_restore)
            self._unlock = page
        self.window.name_store("")
        self.window.show_menus(())
        self._unlock.read_stores(choose or self._wanted_folder())
        self.window.fill(self._unlock)
        self._take_aside_away()
        self._unlock.focus_start()

    def show_set_up(self) -> None:
        """Make a new store."""
        from ui.setup.first_run import FirstRun

        page = FirstRun(self.home, self._clock)
        page.done.connect(self.open_desk)
        page.stopped.connect(self.show_unlock)
        self._put_aside(page)

    def show_restore(self) -> None:
        """Make a store from a backup."""
        from ui.setup.restore_wizard import RestoreView

        page = RestoreView(self.home, self._clock)
        page.restored.connect(self.show_unlock)
        page.stopped.connect(self.show_unlock)
        self._put_aside(page)

    def open_desk(self, desk: Desk) -> None:
        """Show an open store, at Today."""
        from ui.app.desk_frame import DeskFrame

        frame = self._frame = DeskFrame(desk)
        frame.deeds.lock_chosen.connect(self.lock_now)
        frame.deeds.close_chosen.connect(self.close_store)
        frame.deeds.quit_chosen.connect(self.window.close)
        frame.page_changed.connect(self._show_menus)
        self.window.fill(frame)
        self._take_aside_away()
        self.window.name_store(desk.name)
        self._show_menus()
        frame.begin()
        handle = self.window.windowHandle()
        if handle is not None:
            self.lock.watch(handle)
        self.lock.start()

    def lock_now(self) -> None:
        """Save, cover everything, and ask for the password again."""
        frame = self._frame
        if frame is None or self._cover is not None:
            return
        self.lock.stop()
        self._focus = self.window.focusWidget()
        frame.cover()
        self._close_other_windows()
        desk = frame.desk
        known = KnownStore(desk.store.paths.folder, None)
        cover = self._cover = UnlockPage(
            self.home,
            self._clock,
            doors_of_lock(desk),
            self.window.appearance,
            locked=known,
            unsaved=frame.has_unsaved,
        )
        cover.unlocked.connect(self._on_lock_opened)
        cover.recovered.connect(self._on_recovered)
        self.window.name_store("")
        self.window.show_menus(())
        self.window.fill(cover)
        cover.focus_start()

    def close_store(self) -> bool:
        """Close the open store and go back to the unlock page; False when somebody must stay."""
        if not self._leave_store():
            return False
        self.show_unlock()
        return True

    def _leave_store(self) -> bool:
        frame = self._frame
        if frame is None:
            return True
        page = frame.page
        if page is not None and not page.may_leave():
            return False
        self.lock.stop()
        frame.leave()
        wait_for_tasks()
        self._frame = None
        self.window.take_away(frame)
        frame.desk.close()
        return True

    def _on_lock_opened(self, _desk: object) -> None:
        cover, self._cover = self._cover, None
        frame = self._frame
        if frame is None or cover is None:
            return
        self.window.fill(frame)
        self.window.take_away(cover)
        self.window.name_store(frame.desk.name)
        self._show_menus()
        frame.come_back()
        if self._focus is not None and self._focus.isVisible():
            self._focus.setFocus()
        self._focus = None
        self.lock.start()

    def _on_recovered(self, desk: Desk, _folder: object) -> None:
        from ui.setup.new_password import NewPassword

        page = NewPassword(desk, self._clock)
        locked = self._cover is not None

        def finish(_desk: object) -> None:
            self._take_aside_away()
            if locked:
                self._on_lock_opened(desk)
            else:
                self.open_desk(desk)

        def stop() -> None:
            if locked and self._cover is not None:
                self.window.fill(self._cover)
                self._take_aside_away()
            else:
                desk.close()
                self.show_unlock(desk.store.paths.folder)
                self._take_aside_away()

        page.done.connect(finish)
        page.stopped.connect(stop)
        self._put_aside(page)

    def _on_shown_first(self) -> None:
        """The window is there: load what it will need while the password is typed."""
        run(
            lambda: importlib.import_module("ehdesk.desk"),
            on_done=lambda _module: importlib.import_module("ui.app.desk_frame"),
            on_failed=_raise,
            owner=self,
        )

    def _on_caught(self, error: BaseException) -> None:
        if self._frame is not None:
            self._frame.caught(error)
            return
        report = CrashReport.of(type(error), error.__traceback__, "Unlock")
        keep_report(self.home.root / "logs", report)
        page = TroublePage.of_crash(report, "")
        page.retry_chosen.connect(self.show_unlock)
        page.today_chosen.connect(self.show_unlock)
        self._put_aside(page)

    def _on_closing(self, event: QCloseEvent) -> None:
        if (self._aside is not None and not self._aside.may_leave()) or not self._leave_store():
            event.ignore()
            return
        self._cover = None
        self.window.remember_geometry()
        event.accept()

    def _show_menus(self) -> None:
        frame = self._frame
        if frame is not None and self._cover is None:
            page = frame.page
            commands = tuple(page.commands()) if page is not None else ()
            self.window.show_menus(frame.commands.menus(), commands)

    def _close_other_windows(self) -> None:
        """A question or a file dialog may name a family: it is answered with no."""
        for widget in self.window.findChildren(QWidget):
            if widget.isWindow() and widget.isVisible() and widget is not self.window:
                widget.close()

    def _put_aside(self, page: SetupFrame | TroublePage) -> None:
        """A page of its own for a while: set-up, a restore, a new password."""
        self._take_aside_away()
        self._aside = page
        self.window.name_store("")
        self.window.show_menus(())
        self.window.fill(page)
        page.focus_start()

    def _take_aside_away(self) -> None:
        aside, self._aside = self._aside, None
        if aside is not None:
            self.window.take_away(aside)

    def _wanted_folder(self) -> Path | None:
        """The store named on the command line."""
        for store in self.home.known_stores():
            if self._wanted and self._wanted in (store.name, str(store.folder)):
                return store.folder
        return None


def _raise(error: Exception) -> None:
    raise error
