from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from ehdesk.domain.timeline import Entry, build
from ehdesk.domain.timeline_facts import (
    ActionFact,
    ContactFact,
    MeetingFact,
    ReviewFact,
    StepFact,
    TimelineFacts,
    timeline_words,
)
from tests.packs_in import leicester

TODAY = date(2026, 11, 17)
WORDS = timeline_words(leicester())


def only(facts: TimelineFacts) -> Entry:
    (entry,) = build(facts, TODAY, WORDS)
    return entry


def test_a_review_held_late_says_by_how_many_days() -> None:
    review = ReviewFact(1, date(2026, 9, 22), date(2026, 9, 4), date(2026, 6, 4), "r1")
    entry = only(TimelineFacts(reviews=(review,)))
    assert entry.label == "Review 1 held 22 Sep"
    assert entry.late == "18 days after it was due"
    assert (entry.due, entry.late_until) == (date(2026, 9, 4), date(2026, 9, 22))
    assert (entry.since, entry.happened, entry.tone) == (date(2026, 6, 4), True, "done")
    assert (entry.first, entry.when) == (date(2026, 9, 4), date(2026, 9, 22))


def test_a_review_held_in_time_is_not_hatched() -> None:
    entry = only(TimelineFacts(reviews=(ReviewFact(2, TODAY, TODAY),)))
    assert (entry.late, entry.late_until) == ("", None)


def test_a_review_still_late_is_hatched_to_today() -> None:
    entry = only(TimelineFacts(reviews=(ReviewFact(2, due_on=TODAY - timedelta(days=7)),)))
    assert (entry.state, entry.tone, entry.late) == ("Overdue", "overdue", "7 days overdue")
    assert entry.late_until == TODAY
    assert not entry.happened


def test_one_day_late_is_said_in_the_singular() -> None:
    entry = only(TimelineFacts(reviews=(ReviewFact(1, due_on=TODAY - timedelta(days=1)),)))
    assert entry.late == "1 day overdue"


def test_the_next_review_is_due_three_months_after_the_last_one_held() -> None:
    facts = TimelineFacts(
        meetings=(MeetingFact(1, held_on=date(2026, 6, 4)),),
        reviews=(ReviewFact(2), ReviewFact(1, held_on=date(2026, 9, 22))),
    )
    first, second = (entry for entry in build(facts, TODAY, WORDS) if entry.lane == "reviews")
    assert (first.since, first.due) == (date(2026, 6, 4), date(2026, 9, 4))
    assert second.due == second.start == date(2026, 12, 22)
    assert second.detail == "3 months after review 1, in 35 days"
    assert second.state == "Planned"


def test_a_review_due_today_is_soon_and_not_overdue() -> None:
    entry = only(TimelineFacts(reviews=(ReviewFact(1, due_on=TODAY),)))
    assert (entry.state, entry.tone, entry.late) == ("Due today", "soon", "")


def test_a_new_case_shows_the_stage_it_is_in_up_to_today() -> None:
    step = StepFact("", "request", date(2026, 11, 10), "Anita Rowe", "sent", "s1")
    entry = only(TimelineFacts(steps=(step,)))
    assert (entry.start, entry.end, entry.now) == (date(2026, 11, 10), TODAY, True)
    assert (entry.title, entry.detail) == ("Request", "Anita Rowe, sent")


def test_stages_follow_each_other_and_the_road_ahead_is_dashed_in_words() -> None:
    facts = TimelineFacts(
        steps=(
            StepFact("request", "assessment", date(2026, 5, 8)),
            StepFact("", "request", date(2026, 4, 30)),
            StepFact("assessment", "review", date(2026, 6, 4)),
        ),
        reviews=(ReviewFact(2, due_on=date(2026, 12, 22)),),
        next_words="Review 2, then decide",
    )
    stages = [entry for entry in build(facts, TODAY, WORDS) if entry.lane == "pathway"]
    assert [stage.title for stage in stages] == [
        "Request",
        "Assessment",
        "Plan and review",
        "Next: review 2, then decide",
    ]
    assert [(a.end, b.start) for a, b in pairwise(stages)] == [
        (stage.start, stage.start) for stage in stages[1:]
    ]
    assert stages[-1].end is not None
    assert stages[-1].end > date(2026, 12, 22)
    assert [stage.now for stage in stages] == [False, False, True, False]


def test_a_closed_case_has_no_road_ahead() -> None:
    step = StepFact("review", "close", date(2026, 11, 2))
    entry = only(TimelineFacts(steps=(step,), next_words="review"))
    assert (entry.title, entry.now, entry.happened) == ("Closed", False, False)


def test_a_state_nobody_knows_yet_is_shown_by_its_own_name() -> None:
    entry = only(TimelineFacts(steps=(StepFact("", "with_the_hub", TODAY),)))
    assert entry.title == "With the hub"


def test_meetings_say_who_came_or_where_they_will_be() -> None:
    facts = TimelineFacts(
        meetings=(
            MeetingFact(
                3,
                held_on=date(2026, 11, 12),
                came=5,
                invited=7,
                minutes="minutes with 2 of 6 people",
                minutes_due=True,
            ),
            MeetingFact(
                4,
                planned_on=date(2026, 12, 15),
                starts="3:30pm",
                venue="Larkmoor Primary",
                invited=6,
            ),
            MeetingFact(5),
            MeetingFact(6, planned_on=date(2026, 11, 1)),
        )
    )
    sixth, third, fourth = build(facts, TODAY, WORDS)
    assert third.detail == "5 of 7 came, minutes with 2 of 6 people"
    assert (third.state, third.tone, third.label) == ("Minutes due", "soon", "TAF 3")
    assert fourth.detail == "Larkmoor Primary, 3:30pm, 6 invited"
    assert (fourth.state, fourth.happened) == ("Planned", False)
    assert sixth.state == "Was it held?"


def test_actions_are_done_on_track_due_today_overdue_or_dropped() -> None:
    start = date(2026, 9, 22)
    facts = TimelineFacts(
        actions=(
            ActionFact("Quiet card", "School", start, start, date(2026, 10, 2), record="done"),
            ActionFact("Join the group", "Dawn", start, date(2026, 11, 24), record="track"),
            ActionFact("Ring housing", "Tom", start, TODAY, record="today"),
            ActionFact("Meet at the gate", "Priya", start, date(2026, 11, 13), record="late"),
            ActionFact("Swimming", "Dawn", start, dropped_on=date(2026, 10, 1), record="no"),
            ActionFact("Keep talking", "Dawn", start, record="open"),
        )
    )
    found = {entry.record: entry for entry in build(facts, TODAY, WORDS)}
    assert {key: entry.state for key, entry in found.items()} == {
        "done": "Done",
        "track": "On track",
        "today": "Due today",
        "late": "Overdue",
        "no": "Dropped",
        "open": "On track",
    }
    late = found["late"]
    assert (late.late, late.end, late.late_until) == ("4 days overdue", date(2026, 11, 13), TODAY)
    assert late.when == date(2026, 11, 13)
    assert found["done"].end == date(2026, 10, 2)
    assert found["open"].end == TODAY


def test_contacts_say_how_and_with_whom() -> None:
    facts = TimelineFacts(
        contacts=(
            ContactFact("phone", date(2026, 11, 9), "Dawn", "Happy with the new gate plan"),
            ContactFact("carrier pigeon", date(2026, 11, 10), "Nan"),
        )
    )
    call, other = build(facts, TODAY, WORDS)
    assert (call.title, call.detail, call.icon) == (
        "Call with Dawn",
        "Happy with the new gate plan",
        "phone",
    )
    assert other.title == "Contact with Nan"


def test_every_entry_has_a_key_of_its_own() -> None:
    facts = TimelineFacts(
        steps=(StepFact("", "request", TODAY), StepFact("request", "checks", TODAY)),
        meetings=(MeetingFact(1, held_on=TODAY), MeetingFact(1, held_on=TODAY)),
        reviews=(ReviewFact(1, due_on=TODAY), ReviewFact(1, due_on=TODAY)),
        actions=(ActionFact("a", "b", TODAY), ActionFact("a", "b", TODAY)),
        contacts=(ContactFact("phone", TODAY, "x"), ContactFact("phone", TODAY, "x")),
    )
    keys = [entry.key for entry in build(facts, TODAY, WORDS)]
    assert len(set(keys)) == len(keys) == 10
