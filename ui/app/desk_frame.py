"""The window while a store is open: sidebar, a bar for trouble, the pages, toasts, the palette."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.lists import CaseFilter
from ehdesk.domain.pathway import State
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_clock, say_full_date
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Changed
from ehdesk.store.backups import Backup
from ui.app.banner import Banner
from ui.app.bridge import ChangeBridge
from ui.app.clearing import clear_what_is_over
from ui.app.commands import Commands
from ui.app.crash import CrashReport, SeenBefore, keep_report
from ui.app.daily_backup import DailyBackup
from ui.app.desk_deeds import DeskDeeds
from ui.app.keys_page import KeysPage
from ui.app.letters import LettersHelp
from ui.app.new_day import NewDay
from ui.app.page_area import PageArea
from ui.app.page_scroll import scroll_page
from ui.app.pages import PAGES, SIDEBAR_OF, PageFactory
from ui.app.palette import Palette
from ui.app.palette_rows import PaletteRows
from ui.app.regions import focus_next_region
from ui.app.sidebar import FOR_MANAGERS, HELP, PLACES, Sidebar, places_for
from ui.app.sidebar_foot import backed_up_words
from ui.kit.navigation import Command, Navigator, Page, Place
from ui.kit.tab_order import ReadingOrder
from ui.kit.toast import Toaster
from ui.theme import theme
from ui.writing.help import WritingHelp

NARROW = 1200
"""Below this width of the window the sidebar is a rail of icons."""
_NARROW_FOR_TEXT = 920
"""The same for larger text, in pixels at 100 %."""
_RECENT = 6


class DeskFrame(ReadingOrder):
    """Wires the parts of an open store together. ``pages`` is the registry, or another in tests."""

    page_changed = Signal()
    """Another page is shown, so the menus change."""
    goes_round = True

    def __init__(
        self,
        desk: Desk,
        pages: dict[str, PageFactory] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.pages = PAGES if pages is None else pages
        self._seen = SeenBefore()
        self._recent: list[UUID] = []
        self._saved_words = ""
        self._unsaved: Page | None = None  # shows what could not be saved
        self.navigator = Navigator(self)
        self.sidebar = Sidebar(desk.name, desk.user, places_for(desk))
        self.banner = Banner()
        self.area = PageArea(self._make_page)
        self.toaster = Toaster(self)
        self._bridge = ChangeBridge(desk.notices, self)
        self.writing = WritingHelp(desk.writing, self, self._whose_page, self._show_error)
        self.letters = LettersHelp(
            desk.pack.glossary, self, lambda word: self.area.go(Place("contacts", word=word))
        )
        self.backup = DailyBackup(desk, self)
        self.new_day = NewDay(desk.clock, self)
        self.deeds = DeskDeeds(desk, self.navigator, lambda: self.page, self)
        self.commands = Commands(self.deeds)
        rows = PaletteRows(
            desk, self.navigator, self._palette_deeds, self.commands.places, self._at_hand
        )
        self.palette_ = Palette(rows, self)
        self._lay_out()
        self._connect()

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self.area.page

    def begin(self) -> None:
        """Show Today and start the day's backup."""
        clear_what_is_over(self.desk)
        self._show_sidebar()
        self.sidebar.foot.say_saved()
        self._show_backup()
        broken = self.desk.broken_pack
        if broken is not None:
            self.banner.show_word(broken.title, broken.words + self._only(), "triangle-alert")
        elif not self._look_at_clock() and self.desk.read_only:
            self.banner.show_word(
                "Open to read only",
                "Nothing can be changed here. Others may be working in this store.",
                "eye",
                stays=True,
            )
        self.area.go(Place("today"))
        self.backup.look()

    def _only(self) -> str:
        return " This store is open to read only." if self.desk.read_only else ""

    def _look_at_clock(self) -> bool:
        """Say so when the computer's clock is behind what is recorded here already."""
        try:
            last = self.desk.clock_check.behind()
        except EhdeskError:
            return False  # the page that is shown tells of the store's trouble
        if last is None:
            return False
        today = say_full_date(self.desk.clock.today())
        then = say_full_date(local(last).date())
        words = (
            f"It says {today}, but something was saved here on {then}. "
            "Nothing is lost, but what is due is worked out from the clock. "
            "Set the computer’s date and time, or ask your IT support to."
        )
        self.banner.setProperty("about", "")
        self.banner.show_word("This computer’s clock is behind", words + self._only(), "clock")
        return True

    def come_back(self) -> None:
        """After the lock: nothing was lost; another day may have begun."""
        if self._unsaved is None:
            self._look_at_clock()
        self.area.refresh(Changed("unlock"))
        self._show_sidebar()
        self.backup.look()

    def _on_new_day(self) -> None:
        if self._unsaved is None:
            self._look_at_clock()
        clear_what_is_over(self.desk)
        self.area.refresh(Changed("new day"))
        self._show_sidebar()
        self.backup.look()

    @property
    def has_unsaved(self) -> bool:
        """Whether something was typed that is only on the screen."""
        return self.page is not None and self.page.has_unsaved()

    def cover(self) -> None:
        """Before the lock: save, and close all that could show through."""
        self.area.keep()
        self.palette_.close_quietly()
        self.toaster.hide()

    def leave(self) -> None:
        """Before the store is closed: save, and let go of every page."""
        self.area.keep()
        self.new_day.stop()
        self._bridge.stop()
        self.area.clear()

    def caught(self, error: BaseException) -> None:
        """Show what nothing else caught: in its own words, or as a page that stopped."""
        if isinstance(error, EhdeskError):
            self._show_error(error)
            return
        report = CrashReport.of(type(error), error.__traceback__, self._page_words())
        if not self._seen.add(report):
            keep_report(self.desk.home.root / "logs", report)
            self._keep_after_crash()
            self.area.show_crash(report, self._saved_words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        match event.key():
            case Qt.Key.Key_Escape if plain:
                self.go_back()
            case Qt.Key.Key_Left if alt:
                self.go_back()
            case Qt.Key.Key_F6 if plain:
                self._on_next_region()
            case key if plain and scroll_page(self.page, key):
                pass
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What nothing inside has a menu for: the letters that are written there."""
        menu = self.letters.menu_at(event.pos())
        if menu is None:
            super().contextMenuEvent(event)
        else:
            menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def go_back(self) -> None:
        """One level up: out of what is open in the page, up the breadcrumb, or back."""
        page = self.page
        if page is not None and page.key_back():
            return
        trail = page.breadcrumb() if page is not None else ()
        if self.area.back():
            return
        here = self.area.place
        up = trail[-1][1] if trail else Place("today")
        if here != up:
            self.area.go(up)

    def _whose_page(self) -> UUID | None:
        return self.page.case_id() if self.page is not None else None

    def _make_page(self, place: Place) -> Page:
        if place.kind == "keys":
            return KeysPage(self.desk, self.commands.all())
        return self.pages[place.kind](self.desk, self.navigator, **place.params)

    def _connect(self) -> None:
        navigator, sidebar = self.navigator, self.sidebar
        navigator.went.connect(self._on_went)
        navigator.went_back.connect(self.go_back)
        navigator.reading_again.connect(self.area.reload)
        navigator.said.connect(self.toaster.show_message)
        navigator.saved.connect(self._on_saved)
        navigator.not_saved.connect(self._on_not_saved)
        sidebar.place_chosen.connect(lambda kind: self.area.go(Place(kind)))
        sidebar.case_chosen.connect(navigator.open_case)
        sidebar.search_chosen.connect(self.palette_.open_for_all)
        sidebar.store_chosen.connect(self._on_store_chosen)
        sidebar.foot.lock_chosen.connect(self.deeds.lock_chosen)
        self.area.opened.connect(self._on_opened)
        self.area.opened.connect(self.new_day.look)
        self.new_day.came.connect(self._on_new_day)
        self.area.failed.connect(self.caught)
        self.area.retried.connect(self._seen.forget)
        self._bridge.changed.connect(self._on_changed)
        self.backup.started.connect(lambda: sidebar.foot.backup.say("Backing up"))
        self.backup.made.connect(lambda _when: self._show_backup())
        self.backup.failed.connect(self._on_backup_failed)
        self._connect_deeds()
        theme().changed.connect(self._fit)

    def _connect_deeds(self) -> None:
        deeds = self.deeds
        deeds.palette_chosen.connect(self.palette_.open_for_all)
        deeds.family_wanted.connect(self.palette_.open_for_family)
        deeds.back_chosen.connect(self.go_back)
        deeds.letters_chosen.connect(self.letters.ask)
        deeds.next_region_chosen.connect(self._on_next_region)
        deeds.backing_up.connect(lambda: self.sidebar.foot.backup.say("Backing up"))
        deeds.backed_up.connect(self._on_backed_up)
        deeds.backup_failed.connect(self._on_backup_failed)

    def _on_next_region(self) -> None:
        page = self.page
        focus_next_region([self.sidebar, *(page.regions() if page is not None else ())])

    def _on_backed_up(self, backup: Backup) -> None:
        self._show_backup()
        self.navigator.say(f"Backed up and checked: {backup.path.name}")

    def _on_went(self, place: Place) -> None:
        if place.kind == "new_request":
            self.deeds.new_request()
        elif place.kind == "new_step_down":
            self.deeds.new_step_down()
        elif place.kind == "new_own_assessment":
            self.deeds.new_own_assessment()
        elif place.kind == "record_contact":
            self.deeds.record_contact()
        else:
            self.area.go(place)

    def _on_opened(self, place: Place) -> None:
        page = self.page
        if self._unsaved is not None and page is not self._unsaved:
            self._on_saved(self.desk.clock.now())  # left after a warning: what is here is safe
        fills = bool(page is not None and page.fills_window)
        self.sidebar.setVisible(not fills)
        self.sidebar.show_place(SIDEBAR_OF.get(place.kind, place.kind))
        case = page.case_id() if page is not None else None
        self.navigator.here = "Case" if case else page.title() if page is not None else "Today"
        if case is not None:
            self._recent = [case, *(key for key in self._recent if key != case)][:_RECENT]
        self.page_changed.emit()

    def _on_changed(self, changed: Changed) -> None:
        if self._unsaved is None:  # of what a page could not save only that page says it is safe
            self._on_saved(self.desk.clock.now())
        self._show_sidebar()
        self.area.refresh(changed)
        page = self.page
        if page is not None and not page.fills_window:
            self.page_changed.emit()  # what can be done may be other than before

    def _on_saved(self, at: object) -> None:
        self._saved_words = say_clock(at)  # type: ignore[arg-type]
        self.sidebar.foot.say_saved(at)  # type: ignore[arg-type]
        self._unsaved = None
        if self.banner.property("about") == "saving":
            self.banner.setProperty("about", "")
            self.banner.hide()

    def _on_not_saved(self, error: EhdeskError, retry: Callable[[], object] | None) -> None:
        words = " ".join(part for part in (error.message, error.what_to_do) if part)
        self._unsaved = self.page
        self.banner.setProperty("about", "saving")
        self.banner.show_trouble(error.title, words, "Try again" if retry else "", retry)
        self.sidebar.foot.say_not_saved("Not saved")

    def _on_backup_failed(self, error: EhdeskError) -> None:
        self._show_backup()
        self._show_error(error, "Try again", self.deeds.back_up)

    def _show_error(
        self, error: EhdeskError, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        words = " ".join(part for part in (error.message, error.what_to_do) if part)
        self.banner.setProperty("about", "")
        self.banner.show_word(error.title, words, "circle-alert", action, do)

    def _on_store_chosen(self, beneath: QWidget) -> None:
        menu = QMenu(self)
        menu.addAction("Back up now").triggered.connect(self.deeds.back_up)
        if self.desk.may(Deed.MANAGE_PEOPLE):
            people = menu.addAction("People who use this store")
            people.triggered.connect(lambda: self.area.go(Place("users")))
            terms = menu.addAction("School terms")
            terms.triggered.connect(lambda: self.area.go(Place("terms")))
        menu.addAction("Lock").triggered.connect(self.deeds.lock_chosen)
        menu.addSeparator()
        menu.addAction("Close and choose another store").triggered.connect(self.deeds.close_chosen)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(beneath.mapToGlobal(QPoint(0, beneath.height() + 2)))

    def _show_sidebar(self) -> None:
        lists, today = self.desk.lists, self.desk.clock.today()
        with_plan = lists.case_ids(CaseFilter(states=(State.PLAN.value,)))
        signs = self.desk.oversight.how_many_wait() if self.desk.may(Deed.SIGN_OFF) else 0
        self.sidebar.show_counts(lists.counts(), len(with_plan.ids), signs)
        self.sidebar.show_pinned(lists.pinned(), today)

    def _show_backup(self) -> None:
        words = backed_up_words(self.backup.last(), self.desk.clock.today())
        self.sidebar.foot.backup.say(words)

    def _palette_deeds(self) -> Sequence[Command]:
        here = self.page
        return (*(here.commands() if here is not None else ()), *self.commands.deeds())

    def _at_hand(self) -> tuple[UUID, ...]:
        pinned = (line.case_id for line in self.desk.lists.pinned())
        return tuple(dict.fromkeys((*self._recent, *pinned)))

    def _keep_after_crash(self) -> None:
        try:
            self.area.keep()
        except Exception as second:  # the page is broken already; its last save stands
            self._seen.add(CrashReport.of(type(second), second.__traceback__))

    def _page_words(self) -> str:
        """The kind of page in words, never its title: that may be a family's name."""
        place = self.area.place
        kind = place.kind if place is not None else ""
        names = {name: words for name, words, _icon in (*PLACES, *FOR_MANAGERS, *HELP)}
        return names.get(kind, kind.replace("_", " ").capitalize())

    def _fit(self) -> None:
        width = self.window().width()
        self.sidebar.set_rail(width < NARROW or width < theme().px(_NARROW_FOR_TEXT))

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.banner)
        right.addWidget(self.area, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(right, 1)
