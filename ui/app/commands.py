"""Everything that can be done while a store is open: one list for the menu bar and the palette."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from ehdesk.domain.access import Deed
from ui.app.desk_deeds import DeskDeeds
from ui.app.menu import Menu
from ui.kit.navigation import Command


class Commands:
    """The commands of one open store, in the groups that people meet them in."""

    def __init__(self, deeds: DeskDeeds) -> None:
        self._deeds = deeds

    def menus(self) -> tuple[Menu, ...]:
        """The menus of an open store; the window adds those of the page and of looks."""
        return (
            Menu("&File", self._file()),
            Menu("&Go", (*self.places(), None, *self._ways())),
            Menu("&Help", self._help()),
        )

    def all(self) -> tuple[Command, ...]:
        """Every one of them, as the page of keys lists them."""
        return _without_lines(command for menu in self.menus() for command in menu.commands)

    def deeds(self) -> tuple[Command, ...]:
        """What the palette offers beside families and places."""
        return (*_without_lines(self._file()), *self._help())

    def places(self) -> tuple[Command, ...]:
        """The lines of the sidebar."""
        return tuple(
            Command(name, partial(self._deeds.go_to, kind), f"Alt+{number}", icon)
            for number, (kind, name, icon) in enumerate(self._deeds.places(), 1)
        )

    def _file(self) -> tuple[Command | None, ...]:
        deeds = self._deeds
        contact = "Phone, visit, email"
        begins = (
            (Deed.BEGIN_CASE, Command("New request", deeds.new_request, "Ctrl+N", "plus")),
            (
                Deed.BEGIN_CASE,
                Command("Step down from social care", deeds.new_step_down, "", "arrow-down"),
            ),
            (
                Deed.BEGIN_CASE,
                Command("New assessment of our own", deeds.new_own_assessment, "", "school"),
            ),
            (
                Deed.WORK,
                Command(
                    "Record a contact", deeds.record_contact, "Ctrl+R", "notebook-pen", contact
                ),
            ),
        )
        return (
            *(one for deed, one in begins if deeds.may(deed)),
            *self._advice(),
            None,
            Command("Print or save a paper", deeds.print_paper, "Ctrl+P", "printer"),
            *self._cover(),
            None,
            Command("Back up now", deeds.back_up, "", "hard-drive-download"),
            *self._people(),
            Command("Change your password", partial(deeds.go_to, "password"), "", "key-round"),
            Command("Lock", deeds.lock_chosen.emit, "Ctrl+L", "lock"),
            Command("Close this store", deeds.close_chosen.emit, "", "log-out"),
            Command("Quit", deeds.quit_chosen.emit, "Ctrl+Q", "power"),
        )

    def _advice(self) -> tuple[Command, ...]:
        """Somebody rings, and no case is opened."""
        go, detail = self._deeds.go_to, "Somebody rings, no case"
        log = Command("Advice contacts", partial(go, "advice_log"), "", "message-circle")
        if not self._deeds.may(Deed.ADVISE):
            return (log,)
        new = Command(
            "Advice contact", partial(go, "advice"), "Ctrl+Shift+R", "message-circle", detail
        )
        return new, log

    def _cover(self) -> tuple[Command, ...]:
        if not self._deeds.may(Deed.TAKE_PAPER):
            return ()
        go = partial(self._deeds.go_to, "cover")
        return (Command("Hand-over sheet for an absence", go, "", "clipboard-list"),)

    def _people(self) -> tuple[Command, ...]:
        """For managers: who uses this store."""
        if not self._deeds.may(Deed.MANAGE_PEOPLE):
            return ()
        words = "People who use this store"
        return (
            Command(words, partial(self._deeds.go_to, "users"), "", "book-user"),
            Command("School terms", partial(self._deeds.go_to, "terms"), "", "calendar-days"),
        )

    def _ways(self) -> tuple[Command, ...]:
        deeds = self._deeds
        return (
            Command("Search or jump to", deeds.palette_chosen.emit, "Ctrl+K", "search"),
            Command("Search on this page", deeds.search, "/", "search"),
            Command("Next part of the window", deeds.next_region_chosen.emit, "F6", "columns-2"),
            Command("Back", deeds.back_chosen.emit, "Alt+Left", "arrow-left"),
        )

    def _help(self) -> tuple[Command, ...]:
        deeds = self._deeds
        return (
            Command("Keys and help", partial(deeds.go_to, "keys"), "F1", "keyboard"),
            Command("What the letters mean", deeds.letters_chosen.emit, "Shift+F1", "book-open"),
            Command("Services", partial(deeds.go_to, "services"), "", "hand-heart"),
        )


def _without_lines(commands: Iterable[Command | None]) -> tuple[Command, ...]:
    return tuple(command for command in commands if command is not None)
