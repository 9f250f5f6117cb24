"""Reviews: how the plan went each time it was looked at, and when it is looked at next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.desk import Desk
from ehdesk.domain.case import Case, Record, Review
from ehdesk.domain.obligations import next_review_due
from ehdesk.domain.pathway import State
from ehdesk.domain.words import plural
from ehdesk.kernel.dates import say_date, say_day_month, say_full_date
from ui.cases.answer_view import SectionCard
from ui.cases.case_tab import CaseTab
from ui.cases.case_words import PillWords, due_pill
from ui.cases.emptied import empty
from ui.cases.reading import ReadSection, read_draft, read_finished
from ui.cases.record_chips import RecordChips
from ui.fields.side_by_side import SideBySide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.distance_line import Distance, DistanceLine
from ui.kit.empty_state import EmptyState
from ui.kit.labels import Label
from ui.kit.navigation import Command, Navigator
from ui.kit.pill import Pill
from ui.theme import theme


class ReviewsTab(CaseTab):
    """A review is written in the wizard and read here."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__(desk, navigator)
        self._case: Case | None = None
        self._shown: object = None
        self.start_button = Button("Hold the review", "primary", "calendar-check")
        self.start_button.clicked.connect(self._on_start)
        self.next_card = _NextReview()
        self.chips = RecordChips("Reviews")
        self.chips.chosen.connect(lambda _key: self._show_chosen())
        self.title = Label("", "section", wrap=False)
        self._pill = Pill("", "none")
        self._line = Label("", "help", "text2")
        self._head = QWidget()
        column = QVBoxLayout(self._head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(2))
        first = QHBoxLayout()
        first.setSpacing(theme().px(12))
        first.addWidget(self.title)
        first.addWidget(self._pill)
        first.addStretch(1)
        column.addLayout(first)
        column.addWidget(self._line)
        self._view = QVBoxLayout()
        self._view.setSpacing(theme().px(14))
        self.body.addWidget(self.next_card)
        self.body.addWidget(self.chips)
        self.body.addWidget(self._head)
        self.body.addLayout(self._view)
        self.body.addStretch(1)

    def header_actions(self) -> Sequence[Button]:
        return (self.start_button,) if self._may_review() else ()

    def commands(self) -> Sequence[Command]:
        if not self._may_review():
            return ()
        return (Command(self.start_button.text(), self._on_start, icon="calendar-check"),)

    def show_case(self, case: Case) -> None:
        self._case = case
        begun = case.draft("review") is not None
        self.start_button.setText("Continue the review" if begun else "Hold the review")
        today = self.desk.clock.today()
        due = next_review_due(case, self.desk.pack) if case.state is State.PLAN else None
        number = len(case.held_reviews) + 1
        step = next((o for o in self.desk.cases.obligations(case) if o.kind == "review"), None)
        pill = due_pill(step, today) if step else None
        self.next_card.show_next(number, due, pill, self.desk.pack)
        self.chips.set_options([(str(r.id), _chip(r, today)) for r in case.reviews])
        self._show_chosen()

    def _may_review(self) -> bool:
        case = self._case
        return case is not None and case.state is State.PLAN and not self.desk.read_only

    def _show_chosen(self) -> None:
        case, key = self._case, self.chips.value()
        if case is None:
            return
        review = next((r for r in case.reviews if str(r.id) == key), None)
        record = next((r for r in case.records if review and r.subject_id == review.id), None)
        shown = (review, record, case.is_open)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._view)
        self._head.setVisible(review is not None)
        if review is None:
            line = _nothing(case, self.desk.pack)
            self._view.addWidget(EmptyState("calendar-check", "No reviews yet", line))
            return
        self.title.setText(f"Review {review.number}")
        state = ("Held", "done", "check") if review.finished else ("Draft", "track", "pencil")
        self._pill.set_state(*state)
        self._line.setText(_held(review))
        if record is not None:
            self._show_sections(record, case)

    def _show_sections(self, record: Record, case: Case) -> None:
        sections = (
            read_finished(record, self.desk)
            if record.finished_at is not None
            else read_draft(record, case, self.desk)
        )
        for section in sections:
            rows = _then_and_now(section)
            if rows:
                self._view.addWidget(_ThenAndNow(section.title, rows))
            elif section.answers:
                self._view.addWidget(SectionCard(section, self.desk.pack))

    def _on_start(self) -> None:
        if self._case is not None:
            self.navigator.open_record(self.desk.reviews.start(self._case.id))


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


def _chip(review: Review, today: date) -> str:
    words = f"Review {review.number}"
    if not review.finished:
        return f"{words}, being written"
    return f"{words}, {say_day_month(review.held_on, today)}" if review.held_on else words


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


def _nothing(case: Case, pack: Pack) -> str:
    if case.state is State.PLAN:
        return pack.say(
            "The plan is reviewed at least every {review.length} after the first {taf} meeting."
        )
    if case.is_open:
        return pack.say("Reviews begin once the first {taf.full} meeting has made a plan.")
    return "This case ended without a review."
