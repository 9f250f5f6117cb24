"""Team Around the Family (TAF) meetings: to come, and held."""

from __future__ import annotations

from datetime import date
from functools import partial
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.lists import MeetingLine
from ehdesk.domain.words import due_chip
from ehdesk.kernel.dates import say_date
from ehdesk.kernel.notices import Changed
from ui.kit.buttons import Button
from ui.kit.empty_state import EmptyState
from ui.kit.navigation import Navigator, Place
from ui.kit.work_list import WorkGroup
from ui.kit.work_page import WorkPage
from ui.kit.work_row import WorkLine


class MeetingsPage(WorkPage):
    """A row opens the case at its meetings; the button opens the meeting's form."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        cases = Button("See all cases")
        cases.clicked.connect(lambda: navigator.go(Place("cases")))
        line = "The first one follows the assessment, and agrees the plan."
        nothing = EmptyState("users", "No meetings yet", line, cases)
        super().__init__("Meetings", nothing, desk.pack.say("{taf.full} meetings"))
        self._desk = desk
        self._navigator = navigator
        self.list.opened.connect(self._on_opened)
        self.list.verb_pressed.connect(self._on_verb_pressed)

    def refresh(self, changed: Changed | None = None) -> None:
        today = self._desk.clock.today()
        lines = self._desk.lists.meetings()
        late = [x for x in lines if not x.held and x.day is not None and x.day < today]
        coming = [x for x in lines if not x.held and x not in late]
        held = [x for x in lines if x.held]
        pack = self._desk.pack
        works = self._desk.may(Deed.WORK)
        rows = partial(meeting_row, today=today, pack=pack, works=works)
        parts = (
            ("late", "Date has passed", "triangle-alert", late, "overdue"),
            ("coming", "To come", "calendar", coming, ""),
            ("held", "Held", "circle-check", held, ""),
        )
        self.show_groups(
            [
                WorkGroup(key, title, icon, tuple(map(rows, of_these)), tone)
                for key, title, icon, of_these, tone in parts
            ]
        )

    def _on_opened(self, key: str) -> None:
        self._navigator.open_case(UUID(key.split(" ")[0]), "meetings")

    def _on_verb_pressed(self, key: str) -> None:
        self._navigator.open_record(self._desk.meetings.start(UUID(key.split(" ")[0])))


def meeting_row(line: MeetingLine, today: date, pack: Pack, works: bool) -> WorkLine:
    """The family, which meeting, where; when it is, or when it was and how many came. Its button
    is for whoever ``works`` with families."""
    pill = ("No date set", "none", "calendar")
    first = line.name == pack.say("{taf} 1") and not line.held
    name = pack.say("First {taf} meeting, agrees the plan") if first else line.name
    parts = [name, line.venue]
    if line.held and line.day is not None:
        pill = (say_date(line.day, today), "done", "circle-check")
        parts += [f"{line.came} of {line.invited} came"] if line.invited else []
    elif line.day is not None:
        chip = due_chip(line.day, today)
        words = f"By {chip.words}" if first and chip.tone == "track" else chip.words
        pill = (words, chip.tone, "calendar" if chip.tone == "track" else "")
    return WorkLine(
        key=f"{line.case_id} {line.name} {line.held}",
        icon="users",
        title=line.family,
        line="  ·  ".join(part for part in parts if part),
        spoken=f"{line.family}, {line.name}, {'held ' if line.held else ''}{pill[0]}",
        pill=pill,
        verb="Open meeting" if works and not line.held else "",
    )
