"""Beside Today, for who runs the hub: what waits for it, oldest first."""

from __future__ import annotations

from datetime import date
from functools import partial
from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.hub import Waiting, say_slot_time
from ehdesk.domain.words import plural
from ehdesk.kernel.dates import say_date
from ui.home.side_cards import SideCard
from ui.home.side_row import SideLine
from ui.kit.navigation import Navigator, Place

SHOWN = 6


class HubCard(SideCard):
    """Each row opens the hub's page at its slot, or at its place in the queue."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        self._desk, self._navigator = desk, navigator
        super().__init__(desk.pack.say("{hub}") if desk.pack.hub else "", "Nothing waits for it.")
        self.is_wanted = desk.pack.hub is not None and desk.may(Deed.RUN_HUB)
        if not self.is_wanted:
            self.hide()

    def refresh(self) -> None:
        """Read the queue; nothing where somebody does not run the hub."""
        if not self.is_wanted:
            return
        queue, today = self._desk.hub.queue(), self._desk.clock.today()
        self.set_lines(
            [(waiting_line(one, today), partial(self._open, one.case_id)) for one in queue[:SHOWN]],
            str(len(queue) or ""),
        )

    def _open(self, case_id: UUID) -> None:
        self._navigator.go(Place("hub", case_id=case_id))


def waiting_line(line: Waiting, today: date) -> SideLine:
    """A request in the queue: when it is heard, whether its page is in, and for how long it has
    waited."""
    if line.heard_on is not None:
        when = f"{say_date(line.heard_on, today)}, {say_slot_time(line.starts)}"
    elif line.put_off_to is not None:
        when = f"comes back {say_date(line.put_off_to, today)}"
    else:
        when = "no time yet"
    page = "proforma in" if line.proforma_ready else "no proforma"
    words = plural(line.days, "day") if line.days else "Today"
    said = f"{when}, {page}"
    said = said[:1].upper() + said[1:]
    pill = (words, "wait", "hourglass")
    if not line.has_consent:
        pill = ("No consent yet", "overdue", "triangle-alert")
    return SideLine(
        title=line.family,
        line=said,
        spoken=f"{line.family}, {said}, waiting {words.lower()}",
        pill=pill,
    )
