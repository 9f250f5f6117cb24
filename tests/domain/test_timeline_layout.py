from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehdesk.domain.timeline import LANES, Entry, build
from ehdesk.domain.timeline_facts import (
    ActionFact,
    ContactFact,
    MeetingFact,
    ReviewFact,
    StepFact,
    TimelineFacts,
    timeline_words,
)
from ehdesk.domain.timeline_layout import Scene, place
from ehdesk.domain.timeline_rows import Rows, Sizes, arrange
from ehdesk.domain.timeline_scale import LEVELS, Scale, scale_for, ticks
from tests.packs_in import leicester

TODAY = date(2026, 11, 17)
WORDS = timeline_words(leicester())
WIDTH = 980.0
SIZES = Sizes(16.0)
NINE_MONTHS = Scale(float(date(2026, 4, 20).toordinal()), 284.0, WIDTH)


def measure(text: str) -> float:
    return 7.0 * len(text)


def rows_for(entries: tuple[Entry, ...], scale: Scale) -> Rows:
    return arrange(entries, scale.per_day, measure, SIZES)


def scene_for(entries: tuple[Entry, ...], scale: Scale) -> Scene:
    return place(rows_for(entries, scale), scale, TODAY, measure, SIZES)


days = st.integers(-700, 120).map(lambda n: TODAY + timedelta(days=n))
past = st.integers(-700, 0).map(lambda n: TODAY + timedelta(days=n))
words = st.text("abc de", min_size=1, max_size=30)
facts = st.builds(
    TimelineFacts,
    steps=st.lists(
        st.builds(
            StepFact,
            from_state=st.just(""),
            to_state=st.sampled_from(["request", "assessment", "review", "closed"]),
            on=past,
        ),
        max_size=6,
    ).map(tuple),
    meetings=st.lists(
        st.builds(MeetingFact, number=st.integers(1, 30), held_on=st.none() | past, planned_on=days)
    ).map(tuple),
    reviews=st.lists(
        st.builds(
            ReviewFact, number=st.integers(1, 9), held_on=st.none() | past, due_on=st.none() | days
        )
    ).map(tuple),
    actions=st.lists(
        st.builds(
            ActionFact,
            what=words,
            who=words,
            start=days,
            due=st.none() | days,
            done_on=st.none() | past,
        ),
        max_size=40,
    ).map(tuple),
    contacts=st.lists(
        st.builds(ContactFact, kind=st.just("phone"), on=past, with_whom=words), max_size=40
    ).map(tuple),
    next_words=st.sampled_from(["", "Review, then decide"]),
)
scales = st.builds(
    Scale,
    start=st.integers(-800, 100).map(lambda n: float(TODAY.toordinal() + n)),
    days=st.floats(14, 3000),
    width=st.floats(200, 2000),
)


@settings(max_examples=80, deadline=None)
@given(facts, scales)
def test_no_words_ever_touch_other_words_or_are_cut_by_the_edge(
    known: TimelineFacts, scale: Scale
) -> None:
    scene = scene_for(build(known, TODAY, WORDS), scale)
    boxes = [w.box for item in scene.placed for w in item.words if not w.inside]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert all(box.x >= 0 and box.right <= scale.width for box in boxes)


@settings(max_examples=80, deadline=None)
@given(facts, scales)
def test_no_words_cover_a_mark_or_the_today_line(known: TimelineFacts, scale: Scale) -> None:
    scene = scene_for(build(known, TODAY, WORDS), scale)
    for item in scene.placed:
        for words_ in item.words:
            if words_.inside:
                continue
            assert not words_.box.x < scene.today_x < words_.box.right
            others = (other for other in scene.placed if other is not item)
            assert not any(words_.box.meets(other.outline) for other in others)


@settings(max_examples=80, deadline=None)
@given(facts, scales)
def test_every_entry_is_drawn_or_merged_exactly_once(known: TimelineFacts, scale: Scale) -> None:
    entries = build(known, TODAY, WORDS)
    rows = rows_for(entries, scale)
    drawn = Counter(e.key for lane in rows.lanes for mark in lane.marks for e in mark.entries)
    assert drawn == Counter(entry.key for entry in entries)


@settings(max_examples=80, deadline=None)
@given(facts, scales)
def test_marks_of_one_row_never_cover_each_other(known: TimelineFacts, scale: Scale) -> None:
    for lane in rows_for(build(known, TODAY, WORDS), scale).lanes:
        least = 12.0 if lane.lane in ("meetings", "reviews", "contacts") else 0.0
        for row in range(lane.rows):
            mine = [mark for mark in lane.marks if mark.row == row]
            for before, after in pairwise(mine):
                assert after.left - before.right >= least - 1e-6


@given(scales, st.floats(0.2, 5), st.floats(0, 1))
def test_zooming_keeps_the_date_under_the_pointer(
    scale: Scale, factor: float, share: float
) -> None:
    about = share * scale.width
    assert scale.zoomed(factor, about).day_at(about) == pytest.approx(scale.day_at(about), abs=1e-3)


@given(scales, days)
def test_a_date_comes_back_from_its_pixel(scale: Scale, day: date) -> None:
    assert scale.day_at(scale.x(day)) == pytest.approx(day.toordinal(), abs=1e-6)


@given(st.lists(days, min_size=1, max_size=60), scales)
def test_halving_finds_the_same_marks_as_walking(on: list[date], scale: Scale) -> None:
    entries = build(
        TimelineFacts(actions=tuple(ActionFact("x", "y", day) for day in on)), TODAY, WORDS
    )
    rows = rows_for(entries, scale)
    lane = next(lane for lane in rows.lanes if lane.lane == "actions")
    left = (scale.start - rows.base) * scale.per_day
    right = left + scale.width
    walked = {mark for mark in lane.marks if mark.right >= left and mark.left <= right}
    assert walked <= set(lane.between(left, right))


def test_contacts_that_crowd_become_one_pill_with_a_count() -> None:
    crowd = tuple(ContactFact("phone", date(2026, 8, n), "Dawn") for n in (3, 4, 5))
    alone = ContactFact("visit", date(2026, 10, 1), "Dawn")
    scale = NINE_MONTHS
    scene = scene_for(build(TimelineFacts(contacts=(*crowd, alone)), TODAY, WORDS), scale)
    pill, tile = (item for item in scene.placed if item.mark.lane == "contacts")
    assert pill.mark.is_cluster
    assert [words_.text for words_ in pill.words] == ["3", "contacts"]
    assert not tile.mark.is_cluster


def test_words_go_right_then_left_then_nowhere() -> None:
    scale = NINE_MONTHS

    def label_side(*held: date) -> list[str]:
        known = TimelineFacts(
            meetings=tuple(MeetingFact(n, held_on=day) for n, day in enumerate(held, 1))
        )
        sides = []
        for item in scene_for(build(known, TODAY, WORDS), scale).placed:
            if not item.words:
                sides.append("none")
            else:
                sides.append("right" if item.words[0].box.x > item.box.x else "left")
        return sides

    assert label_side(date(2026, 7, 1)) == ["right"]
    assert label_side(date(2026, 11, 12)) == ["left"]
    assert label_side(date(2026, 7, 1), date(2026, 7, 14)) == ["left", "right"]
    assert label_side(*(date(2026, 7, 1) + timedelta(days=13 * n) for n in range(3))) == [
        "left",
        "none",
        "right",
    ]


def test_a_late_review_has_a_hollow_mark_at_its_due_day_and_a_hatch() -> None:
    known = TimelineFacts(
        reviews=(
            ReviewFact(1, date(2026, 9, 22), date(2026, 9, 4), date(2026, 6, 4)),
            ReviewFact(2, None, date(2026, 12, 22)),
        )
    )
    scale = NINE_MONTHS
    scene = scene_for(build(known, TODAY, WORDS), scale)
    late, planned = (item for item in scene.placed if item.mark.lane == "reviews")
    assert late.hollow is not None
    assert late.hatch is not None
    assert late.hollow.x + late.hollow.w / 2 == pytest.approx(scale.x(date(2026, 9, 4)))
    assert late.hatch.right == pytest.approx(scale.x(date(2026, 9, 22)))
    assert late.words[0].second == "18 days after it was due"
    assert planned.words[0].second == "by 22 Dec"
    assert planned.hatch is None
    assert [(b.past, b.words and b.words.text) for b in scene.brackets] == [
        (True, "3 months"),
        (False, "3 months"),
    ]


def test_a_few_actions_stand_one_below_another_and_many_become_thin() -> None:
    def lane(count: int, step: int) -> tuple[int, bool]:
        actions = tuple(
            ActionFact(f"Action {n}", "Dawn", date(2026, 1, 1) + timedelta(days=step * n), TODAY)
            for n in range(count)
        )
        scale = NINE_MONTHS
        rows = rows_for(build(TimelineFacts(actions=actions), TODAY, WORDS), scale)
        found = next(lane for lane in rows.lanes if lane.lane == "actions")
        return found.rows, found.dense

    assert lane(5, 1) == (5, False)
    assert lane(10, 1) == (10, True)
    assert lane(200, 1) == (14, True)


def test_a_new_case_shows_today_and_its_first_planned_review() -> None:
    known = TimelineFacts(reviews=(ReviewFact(1, due_on=TODAY + timedelta(days=90)),))
    entries = build(known, TODAY, WORDS)
    scale = scale_for("6", entries, TODAY, WIDTH)
    assert scale.shows(TODAY)
    assert scale.shows(TODAY + timedelta(days=90))
    assert len(scene_for(entries, scale).placed) == 1


@pytest.mark.parametrize("level", [level for level, _ in LEVELS])
def test_every_level_shows_today(level: str) -> None:
    known = TimelineFacts(contacts=(ContactFact("phone", date(2020, 1, 1), "Dawn"),))
    assert scale_for(level, build(known, TODAY, WORDS), TODAY, WIDTH).shows(TODAY)


def test_all_shows_the_first_and_the_last_thing() -> None:
    known = TimelineFacts(
        contacts=(ContactFact("phone", date(2020, 1, 1), "Dawn"),),
        reviews=(ReviewFact(1, due_on=date(2027, 3, 1)),),
    )
    scale = scale_for("all", build(known, TODAY, WORDS), TODAY, WIDTH)
    assert scale.shows(date(2020, 1, 1))
    assert scale.shows(date(2027, 3, 1))


def test_month_lines_say_the_year_in_january_only() -> None:
    said = [tick.text for tick in ticks(NINE_MONTHS, TODAY, measure)]
    assert said == ["May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan 2027"]


@given(scales)
def test_month_lines_are_never_crowded(scale: Scale) -> None:
    found = ticks(scale, TODAY, measure)
    for before, after in pairwise(found):
        assert before.x + 8 + measure(before.text) <= after.x
    assert all(tick.x + 8 + measure(tick.text) <= scale.width for tick in found if tick.text)


def test_lanes_can_be_left_out() -> None:
    rows = arrange((), 3.0, measure, SIZES, LANES[:2])
    assert [lane.lane for lane in rows.lanes] == ["pathway", "meetings"]
