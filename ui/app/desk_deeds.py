"""What the menus, the palette and the keys do to an open store."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.kernel.errors import EhdeskError
from ehdesk.store.backups import Backup
from ehdesk.store.paths import BACKUP_SUFFIX
from ui.app.sidebar import places_for
from ui.kit import ask
from ui.kit.navigation import Navigator, Page, Place
from ui.kit.tasks import Task, run


class DeskDeeds(QObject):
    """Each method is one command. An EhdeskError that rises is shown by the window in words."""

    lock_chosen = Signal()
    close_chosen = Signal()
    quit_chosen = Signal()
    palette_chosen = Signal()
    family_wanted = Signal(str, object)
    """Ask which family; then call this with its case."""
    back_chosen = Signal()
    next_region_chosen = Signal()
    letters_chosen = Signal()
    """What do the letters mean that are on the page?"""
    backing_up = Signal()
    backed_up = Signal(object)
    """A Backup was made where a person wanted it."""
    backup_failed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        page: Callable[[], Page | None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._navigator = desk, navigator
        self._page, self._window = page, window
        self._task: Task | None = None

    def go_to(self, kind: str) -> None:
        """A page that needs nothing but its name."""
        self._navigator.go(Place(kind))

    def new_request(self) -> None:
        """Begin a request and open it."""
        self._navigator.open_record(self._desk.requests.start())

    def new_step_down(self) -> None:
        """Begin a case for a family that comes down from social care, and open its form."""
        self._navigator.open_record(self._desk.step_downs.start())

    def new_own_assessment(self) -> None:
        """Begin an assessment that one's own agency holds, for a new family, and open its form."""
        self._navigator.open_record(self._desk.episodes.begin_own_eha())

    def record_contact(self) -> None:
        """For the family of the open page, else for the one that is chosen."""
        case_id = self._case()
        if case_id is not None:
            self.record_contact_with(case_id)
        else:
            self.family_wanted.emit("Which family was the contact with?", self.record_contact_with)

    def record_contact_with(self, case_id: UUID) -> None:
        """Open the contact form for this family."""
        self._navigator.open_record(self._desk.contacts.start(case_id))

    def print_paper(self) -> None:
        """The first paper of the open page's family, else the page that lists papers."""
        case_id = self._case()
        if case_id is None:
            self.go_to("print_and_share")
            return
        kinds = self._desk.papers.kinds(self._desk.cases.get(case_id))
        if not kinds:
            raise EhdeskError(
                "There is nothing to print for this family yet",
                self._desk.pack.say(
                    "The action plan can be printed after the first {taf.name} meeting."
                ),
            )
        self._navigator.open_print(kinds[0][0], case_id)

    def may(self, deed: Deed) -> bool:
        """Whether the person at the screen may do this."""
        return self._desk.may(deed)

    def places(self) -> tuple[tuple[str, str, str], ...]:
        """The lines of the sidebar: kind of page, name and icon."""
        return places_for(self._desk)

    def back_up(self) -> None:
        """A verified backup in a file of one's choice."""
        desk = self._desk
        name = f"{desk.name} {desk.clock.today():%Y-%m-%d}{BACKUP_SUFFIX}"
        path = ask.ask_save_path(self._window, "Back up", name, f"Backups (*{BACKUP_SUFFIX})")
        if path is None:
            return
        self.backing_up.emit()
        self._task = run(
            lambda: desk.backups.make(path),
            on_done=self._on_backed_up,
            on_failed=self._on_backup_failed,
            owner=self,
        )

    def search(self) -> None:
        """The page's own search, else the palette."""
        page = self._page()
        if page is None or not page.focus_search():
            self.palette_chosen.emit()

    def _on_backed_up(self, backup: Backup) -> None:
        self.backed_up.emit(backup)

    def _on_backup_failed(self, error: Exception) -> None:
        if not isinstance(error, EhdeskError):
            raise error
        self.backup_failed.emit(error)

    def _case(self) -> UUID | None:
        page = self._page()
        return page.case_id() if page is not None else None
