"""Where the pages are: makes them, keeps those one may come back to, and reads them anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Changed
from ui.app.crash import CrashReport
from ui.app.trouble_page import TroublePage
from ui.kit.navigation import Page, Place
from ui.kit.painting import painting
from ui.theme import theme

MakePage = Callable[[Place], Page]
_KEPT = 8


class PageArea(QWidget):
    """A stack of pages with a history. What goes wrong with a page is shown in its place."""

    opened = Signal(object)
    """The Place that is shown now."""
    failed = Signal(object)
    """A page could not be made or read: the exception, which is not an EhdeskError."""

    retried = Signal()
    """Someone asks for a page again that had failed."""

    def __init__(self, make_page: MakePage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_page = make_page
        self._stack = QStackedWidget()
        self._history: list[Place] = []
        self._pages: dict[Place, Page] = {}
        self._stale: set[Page] = set()
        self._trouble: TroublePage | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    @property
    def place(self) -> Place | None:
        """Where one is."""
        return self._history[-1] if self._history else None

    @property
    def page(self) -> Page | None:
        """The page that is shown; a page of trouble too."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def go(self, place: Place) -> None:
        """Show a place, in a page that is there already or in a new one."""
        page = self._open_page()
        if place == self.place and page is not None and self._trouble is None:
            page.focus_start()
            return
        if page is not None and self._takes(page, place):
            self._move_to(place, page)
            return
        if page is not None and not page.may_leave():
            return
        self._leave(page)
        self._history.append(place)
        self._show(place)

    def back(self) -> bool:
        """Where one was before; False when there is nothing before."""
        page = self._open_page()
        if len(self._history) < 2:
            return False
        place = self._history[-2]
        taken = page is not None and self._takes(page, place)
        if not taken and page is not None and not page.may_leave():
            return True
        left = self._history[-1]
        if page is not None and taken:
            self._history.pop()
            self._move(page, left, place)
            self.opened.emit(place)
            return True
        self._leave(page)
        self._history.pop()
        if left not in self._history:
            self._drop(left)
        self._show(place)
        return True

    def refresh(self, changed: Changed | None) -> None:
        """Read the shown page again now, and the others when they are come back to."""
        page = self._open_page()
        self._stale.update(kept for kept in self._pages.values() if kept is not page)
        if page is not None and changed is not None:
            self._read(page, changed)

    def reload(self) -> None:
        """Make the shown page again, as after trouble."""
        place = self.place
        if place is not None:
            self._drop(place)
            self._show(place)

    def keep(self) -> None:
        """Have the shown page save what is typed."""
        page = self._open_page()
        if page is not None:
            page.keep()

    def show_crash(self, report: CrashReport, saved: str) -> None:
        """In place of the shown page, which stays as it was until it is tried again."""
        self._show_trouble(TroublePage.of_crash(report, saved))
        if self.place is not None:
            self.opened.emit(self.place)

    def clear(self) -> None:
        """Take every page away, as when the store is closed."""
        self._take_trouble_away()
        for place in tuple(self._pages):
            self._drop(place)
        self._history.clear()

    def _open_page(self) -> Page | None:
        return self._pages.get(self._history[-1]) if self._history else None

    def _takes(self, page: Page, place: Place) -> bool:
        here = self.place
        return (
            self._trouble is None
            and here is not None
            and here.kind == place.kind
            and here != place
            and page.takes(place)
        )

    def _move_to(self, place: Place, page: Page) -> None:
        here = self._history[-1]
        self._move(page, here, place)
        self._history.append(place)
        self.opened.emit(place)

    def _move(self, page: Page, here: Place, place: Place) -> None:
        """The page shows another place now; the page that was kept for that place goes."""
        self._pages.pop(here, None)
        if self._pages.get(place) is not page:
            self._drop(place)
        self._pages[place] = page

    def _leave(self, page: Page | None) -> None:
        if page is None or not self._history:
            return
        page.keep()
        if page.made_anew:
            self._drop(self._history[-1])

    def _show(self, place: Place) -> None:
        self._take_trouble_away()
        page = self._pages.get(place)
        try:
            if page is None:
                page = self._pages[place] = self._make_page(place)
                self._stack.addWidget(page)
                page.refresh(None)
            elif page in self._stale:
                page.refresh(None)
            self._stale.discard(page)
        except EhdeskError as error:
            self._show_trouble(TroublePage.of_error(error))
            self.opened.emit(place)
        except Exception as error:
            self.failed.emit(error)
        else:
            self._stack.setCurrentWidget(page)
            self._forget_oldest()
            self.opened.emit(place)
            page.focus_start()

    def _read(self, page: Page, changed: Changed) -> None:
        try:
            page.refresh(changed)
        except EhdeskError as error:
            self._show_trouble(TroublePage.of_error(error))
        except Exception as error:
            self.failed.emit(error)

    def _show_trouble(self, trouble: TroublePage) -> None:
        self._take_trouble_away()
        self._trouble = trouble
        trouble.retry_chosen.connect(self._on_retry)
        trouble.today_chosen.connect(self._on_today)
        self._stack.addWidget(trouble)
        self._stack.setCurrentWidget(trouble)
        trouble.focus_start()

    def _on_retry(self) -> None:
        self.retried.emit()
        self.reload()

    def _on_today(self) -> None:
        if self.place == Place("today"):
            self._on_retry()
        else:
            self.go(Place("today"))

    def _take_trouble_away(self) -> None:
        if self._trouble is not None:
            self._stack.removeWidget(self._trouble)
            self._trouble.deleteLater()
            self._trouble = None

    def _forget_oldest(self) -> None:
        for place in tuple(self._pages)[:-_KEPT]:
            if place != self.place:
                self._drop(place)

    def _drop(self, place: Place) -> None:
        page = self._pages.pop(place, None)
        if page is not None:
            page.left()
            self._stale.discard(page)
            self._stack.removeWidget(page)
            page.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme().tokens.canvas)
