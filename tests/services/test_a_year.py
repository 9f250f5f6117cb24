"""The clock goes through a year, day by day, over the demo store: what is due appears on its day,
stays until it is done, and leaves then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from ehdesk.demo import side_roads as road
from ehdesk.demo.facts import FamilyFacts
from ehdesk.demo.families import STORIES, TILBROOK
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.disclosures import Sharing
from ehdesk.domain.lists import CaseFilter, DueItem
from ehdesk.domain.report_cards import LATE
from ehdesk.kernel.clock import LONDON, SetClock
from ehdesk.kernel.dates import add_months
from ehdesk.services.pauses import PauseWanted
from tests.desks import TODAY

DAY = timedelta(days=1)
Do = Callable[[Desk, Journey, DueItem], object]


def _share_minutes(desk: Desk, go: Journey, item: DueItem) -> None:
    case = go.case
    names = [one.full_name for one in case.people] + [one.name for one in case.professionals]
    desk.disclosures.record(
        case.id,
        Sharing(
            shared_on=desk.clock.today(),
            recipient=", ".join(names),
            title=item.title.removeprefix("Share the "),
            purpose="So that everyone knows what was agreed.",
            people=(case.people[0].id,),
            information=("plan",),
            basis="public_task",
            agreement="Consent form",
        ),
    )


def _ask_consent(go: Journey) -> None:
    day = go.on(0)
    go.fill_in(
        0,
        "consent",
        {
            "talk.on": day.isoformat(),
            "agree.how": "written",
            "agree.for_whom": [str(one.id) for one in go.case.people],
            "again.review_on": add_months(day, 12).isoformat(),
            "again.withdrawn": "no",
        },
    )


def _decide(go: Journey) -> None:
    """Accepted for an assessment; the hub hears it at once and wants to hear more."""
    go.accept(0, "eha")
    go.hub_decides("defer")


def _assess(go: Journey) -> None:
    """Every step of it, the last look at the answers too."""
    go.assess(0)
    draft = go.case.draft("eha")
    assert draft is not None
    go.save(draft.id, {}, done=draft.steps_total)


def _answer(desk: Desk, item: DueItem) -> None:
    desk.disagreements.answer(item.case_id, _of(item), on=desk.clock.today(), said="They agree.")


DOING: Mapping[str, Do] = {
    "decide": lambda _desk, go, _item: _decide(go),
    "checks": lambda _desk, go, _item: go.begin_checks(0, 2),
    "hub_proforma": lambda _desk, go, _item: go.go_to_the_hub(0),
    "hub": lambda _desk, go, _item: go.hub_decides("allocate"),
    "assess": lambda _desk, go, _item: _assess(go),
    "first_taf": lambda _desk, go, _item: go.first_taf(0),
    "panel": lambda _desk, go, _item: go.panel_decides(0, "susd"),
    "panel_actions": lambda _desk, go, _item: go.meet(0),
    "panel_again": lambda _desk, go, _item: go.review(0),
    "follow_up": lambda _desk, go, _item: road.follow_up(go, 0),
    "disagreement": lambda desk, _go, item: _answer(desk, item),
    "action": lambda desk, _go, item: desk.plans.mark_done(item.case_id, _of(item)),
    "tell_referrer": lambda desk, _go, item: desk.cases.tell_referrer(item.case_id),
    "holidays": lambda desk, _go, item: desk.cases.hold_in_holidays(item.case_id, "The aunt"),
    "oversight": lambda desk, _go, item: desk.oversight.note(item.case_id, "Looked at it."),
    "drift": lambda desk, _go, item: desk.oversight.note(item.case_id, "It goes on, and why."),
    "pause": lambda desk, _go, item: desk.pauses.resume(item.case_id),
    "minutes": _share_minutes,
    "review": lambda _desk, go, _item: go.review(0),
    "meeting": lambda _desk, go, _item: go.meet(0),
    "end_short_work": lambda _desk, go, _item: go.review_short_work(0, "close"),
    "ask_consent": lambda _desk, go, _item: _ask_consent(go),
}
"""How each kind that has a day is done. What only waits is done by its own tests: here it stays."""
NEW = replace(STORIES[2], name="Ashdown")
_FAMILIES = {family.name: family for family in (TILBROOK, *STORIES, NEW)}


def _of(item: DueItem) -> UUID:
    assert item.subject_id is not None
    return item.subject_id


def _key(item: DueItem) -> tuple[object, ...]:
    return item.case_id, item.kind, item.subject_id or item.title, item.due


def _journey(desk: Desk, clock: SetClock, day: date, case_id: UUID) -> Journey:
    """The way of a family of the store, gone on with on that day."""
    case = desk.cases.get(case_id)
    family = _FAMILIES.get(case.family.name, STORIES[0])
    family = replace(family, wants=family.wants or TILBROOK.wants)  # some never came to a plan
    go = Journey(desk, clock, day, family)
    go.case_id = case_id
    go.facts = FamilyFacts(go.family, day)
    go.facts.keys = {one.first_name: str(one.id) for one in case.people}
    return go


def _begin_what_the_demo_has_not(desk: Desk, clock: SetClock) -> None:
    """A request that came today, a decision of which nobody is told yet, and a pause."""
    Journey(desk, clock, TODAY, NEW).send(0)
    deciding = Journey(desk, clock, TODAY, STORIES[0])
    (deciding.case_id,) = desk.lists.case_ids(CaseFilter(text="Brennan")).ids
    deciding.accept(0, "eha", checks_first=True)
    (paused,) = desk.lists.case_ids(CaseFilter(text="Vadgama")).ids
    desk.pauses.pause(paused, PauseWanted(TODAY + 30 * DAY, "They are with an aunt."))


def test_everything_appears_on_its_day_and_leaves_when_done(demo_desk: Desk) -> None:
    desk, clock = demo_desk, demo_desk.clock
    assert isinstance(clock, SetClock)
    _begin_what_the_demo_has_not(desk, clock)
    done: Counter[str] = Counter()
    for number in range(365):
        day = TODAY + number * DAY
        clock.move_to(datetime.combine(day, time(9), LONDON))
        read = desk.lists.today(everyone=True)
        assert {item.due for item in read.due_today} <= {day}
        late = {item.kind for item in read.overdue}
        assert not late or number == 0, f"{day}: {late} was not there on its day"
        gone: set[tuple[object, ...]] = set()
        while items := (*read.overdue, *read.due_today):  # doing one can bring another
            assert not gone & set(map(_key, items)), f"{day}: {items} did not leave"
            assert {item.kind for item in items} <= DOING.keys() & LATE.keys()
            for item in items:
                if item not in (*read.overdue, *read.due_today):
                    continue  # it left with the one before
                DOING[item.kind](desk, _journey(desk, clock, day, item.case_id), item)
                done[item.kind] += 1
                read = desk.lists.today(everyone=True)
            gone |= set(map(_key, items))
        if number % 60 == 0:
            _lists_say_what_the_rules_say(desk, day)
    assert set(done) == set(DOING), f"never due in the year: {set(DOING) - set(done)}"


def _lists_say_what_the_rules_say(desk: Desk, day: date) -> None:
    """What Today reads was written down when each case was last touched; it is the same as worked
    out now."""
    read = desk.lists.today(everyone=True)
    told = {_key(item) for item in (*read.overdue, *read.due_today, *read.waiting)}
    for case_id in desk.lists.case_ids(CaseFilter()).ids:
        for one in desk.cases.obligations(desk.cases.get(case_id)):
            if one.due is None or one.due <= day:
                assert (case_id, one.kind, one.subject_id or one.title, one.due) in told
