"""Reviews: how the plan went each time it was looked at, and when it is looked at next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.case_forms import CASE_FORMS
from ehdesk.domain.plan import Review
from ehdesk.domain.words import plural
from ehdesk.kernel.dates import say_date, say_day_month, say_full_date
from ui.cases.answer_view import SectionCard
from ui.cases.case_words import PillWords, due_pill
from ui.cases.reading import ReadSection
from ui.cases.reading_tab import ReadingTab
from ui.fields.side_by_side import SideBySide
from ui.kit.card import Card
from ui.kit.distance_line import Distance, DistanceLine
from ui.kit.labels import Label
from ui.kit.navigation import Navigator
from ui.kit.pill import Pill
from ui.theme import theme


class ReviewsTab(ReadingTab[Review]):
    """A review is written in the wizard and read here."""

    name, form = "reviews", "review"
    icon = empty_icon = "calendar-check"
    begin_words, go_on_words = "Hold the review", "Continue the review"
    done_word = "Held"

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__(desk, navigator)
        self.next_card = _NextReview()
        self.body.insertWidget(0, self.next_card)
        self.body.addStretch(1)

    def show_case(self, case: Case) -> None:
        super().show_case(case)
        today = self.desk.clock.today()
        number = len(case.held_reviews) + 1
        step = next((o for o in self.desk.cases.obligations(case) if o.kind == "review"), None)
        pill = due_pill(step, today) if step else None
        self.next_card.show_next(number, step.due if step else None, pill, self.desk.pack)

    def things(self, case: Case) -> Sequence[Review]:
        return case.reviews

    def may_start(self, case: Case) -> bool:
        return not CASE_FORMS[self.form].why_not(case) and self.desk.may(Deed.WORK)

    def start(self, case_id: UUID) -> UUID:
        return self.desk.reviews.start(case_id)

    def short(self, one: Review) -> tuple[str, str]:
        today = self.desk.clock.today()
        return f"Review {one.number}", say_day_month(one.held_on, today) if one.held_on else ""

    def head(self, one: Review) -> tuple[str, str]:
        return f"Review {one.number}", _held(one)

    def show_one(self, one: Review, sections: Sequence[ReadSection], case: Case) -> None:
        for section in sections:
            rows = _then_and_now(section)
            if rows:
                self.view.addWidget(_ThenAndNow(section.title, rows))
            elif section.answers:
                self.view.addWidget(SectionCard(section, self.desk.pack))

    def nothing(self, case: Case) -> str:
        say = self.desk.pack.say
        if not CASE_FORMS[self.form].why_not(case):
            return say(
                "The plan is reviewed at least every {review.length} after the first {taf} meeting."
            )
        if case.is_open:
            return say("Reviews begin once the first {taf.full} meeting has made a plan.")
        return "This case ended without a review."


class _NextReview(Card):
    """When the plan is looked at next."""

    def __init__(self) -> None:
        super().__init__("Next review")
        self._pill = Pill("", "none")
        self.add_action(self._pill)
        self.words = Label("", "body", "text2")
        self.body.addWidget(self.words)

    def show_next(self, number: int, due: date | None, pill: PillWords | None, pack: Pack) -> None:
        self.setVisible(due is not None)
        self._pill.setVisible(pill is not None)
        if due is not None and pill is not None:
            self._pill.set_state(pill.text, pill.tone, pill.icon)
            self.set_title(f"Review {number} is due by {say_full_date(due)}")
            self.words.setText(
                pack.say("The plan is looked at again at least every {review.length}.")
            )


class _ThenAndNow(Card):
    """Each outcome, last time and this time, with the distance travelled."""

    def __init__(self, title: str, rows: list[dict[str, Any]]) -> None:
        super().__init__(title)
        px = theme().px
        for row in rows:
            line = QWidget()
            places = SideBySide(line, gap=px(20), line_gap=px(4), middle=True)
            words = QWidget()
            column = QVBoxLayout(words)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(Label(row["title"], "body_strong"))
            if row.get("words"):
                column.addWidget(Label(row["words"], "help", "text2"))
            distance = Distance(row["start"], row.get("last_score"), row["score"], row["hoped"])
            places.add(words, 5, px(240))
            picture = DistanceLine()
            picture.show_distance(distance)
            picture.setAccessibleName(f"Distance travelled, {row['title']}")
            places.add(picture, 4, px(190))
            places.add(Label(distance.words(), "help", "text2"), 3, px(170))
            self.body.addWidget(line)


def _then_and_now(section: ReadSection) -> list[dict[str, Any]]:
    return [
        row
        for answer in section.answers
        if answer.kind == "then_and_now"
        for row in answer.value or ()
    ]


def _held(review: Review) -> str:
    if review.held_on is None:
        return f"Due by {say_full_date(review.was_due)}"
    late = (review.held_on - review.was_due).days
    when = f"Held {say_full_date(review.held_on)}"
    if not review.finished:
        return f"Dated {say_full_date(review.held_on)}, not finished yet"
    if late > 0:
        return f"{when}, {plural(late, 'day')} after it was due"
    return f"{when}, on time: it was due by {say_date(review.was_due, review.held_on)}"
