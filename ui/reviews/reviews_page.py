"""Reviews: every case with a plan, by the day its next review is due."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.lists import ReviewLine
from ehdesk.domain.words import due_chip
from ehdesk.kernel.dates import say_day_month
from ehdesk.kernel.notices import Changed
from ehdesk.services.lists import SHOWN
from ui.kit.buttons import Button
from ui.kit.empty_state import EmptyState
from ui.kit.navigation import Navigator, Place
from ui.kit.work_list import WorkGroup
from ui.kit.work_page import WorkPage
from ui.kit.work_row import WorkLine

SOON = timedelta(days=30)
"""Reviews due within so many days stand apart from those further off."""


class ReviewsPage(WorkPage):
    """A row opens the case; its button opens the review's form."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        cases = Button("See all cases")
        cases.clicked.connect(lambda: navigator.go(Place("cases")))
        line = desk.pack.say("The first {taf.full} meeting makes a plan, and its clock starts.")
        super().__init__("Reviews", EmptyState("calendar-check", "No plan to review", line, cases))
        self._desk = desk
        self._navigator = navigator
        self.list.opened.connect(lambda key: navigator.open_case(UUID(key)))
        self.list.verb_pressed.connect(self._on_verb_pressed)

    def refresh(self, changed: Changed | None = None) -> None:
        today = self._desk.clock.today()
        lines = self._desk.lists.next_reviews()
        late = [line for line in lines if line.due is not None and line.due < today]
        soon = [line for line in lines if line.due and today <= line.due <= today + SOON]
        later = [line for line in lines if line not in late and line not in soon]
        parts = (
            ("late", "Overdue", "triangle-alert", late, "overdue"),
            ("soon", "In the next 30 days", "calendar-clock", soon, ""),
            ("later", "Later", "calendar", later, ""),
        )
        works = self._desk.may(Deed.WORK)
        self.show_groups(
            [
                WorkGroup(key, title, icon, tuple(review_row(x, today, works) for x in rows), tone)
                for key, title, icon, rows, tone in parts
            ]
        )
        support = self._desk.pack.say("Every plan is reviewed at least every {review.length}")
        if len(lines) == SHOWN:
            support += f"  ·  the first {SHOWN} are here"
        self.header.set_support(f"{support}  ·  {len(late)} overdue" if late else support)

    def _on_verb_pressed(self, key: str) -> None:
        self._navigator.open_record(self._desk.reviews.start(UUID(key)))


def review_row(line: ReviewLine, today: date, works: bool) -> WorkLine:
    """The family, which review, when it was looked at last, when it is due. Its button is for
    whoever ``works`` with families."""
    chip = due_chip(line.due, today) if line.due else None
    pill = ("No date set", "none", "calendar")
    if chip is not None:
        pill = (chip.line, chip.tone, "calendar" if chip.tone == "track" else "")
    held = "plan agreed" if line.which == "review 1" else "last held"
    last = f"{held} {say_day_month(line.last, today)}" if line.last else ""
    parts = [line.which.capitalize(), last, line.lead]
    late = line.due is not None and line.due < today
    return WorkLine(
        key=str(line.case_id),
        icon="calendar-clock" if late else "calendar-check",
        title=line.family,
        line="  ·  ".join(part for part in parts if part),
        spoken=f"{line.family}, {line.which}, {pill[0]}",
        pill=pill,
        verb=("Plan review" if late else "Open review") if works else "",
    )
