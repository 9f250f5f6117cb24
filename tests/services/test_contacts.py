"""Contacts: several people at once, the day apart from its recording, what changed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.ages import ages_on
from ehdesk.domain.supervision import flags
from ehdesk.forms.answers import FormAnswers
from ehdesk.forms.load import latest
from ehdesk.kernel.clock import local
from ehdesk.kernel.errors import EhdeskError
from tests.desks import a_plan


@pytest.fixture
def go(desk: Desk) -> Journey:
    return a_plan(desk)


def write(desk: Desk, go: Journey, **answers: Any) -> None:
    """A contact, with everything that it has to say."""
    record = desk.contacts.start(go.case_id)
    begun = {"kind": "call", "who": "", "said": "All well.", "child_seen": "no"} | answers
    go.save(record, {f"contact.{key}": value for key, value in begun.items()})
    desk.contacts.finish(record)


def test_a_contact_is_with_several_people_and_stands_so_on_the_timeline(
    desk: Desk, go: Journey
) -> None:
    case = go.case
    adult, child, helper = case.adults[0], case.children[0], case.professionals[0]
    keys = [str(one.id) for one in (adult, child, helper)]
    write(desk, go, people=keys, who="A neighbour", kind="visit")
    contact = go.case.contacts[-1]
    assert contact.people == (adult.id, child.id, helper.id)
    assert contact.who == f"{adult.first_name}, {child.first_name}, {helper.name}, A neighbour"
    (entry,) = (e for e in desk.cases.timeline(go.case) if e.record == f"contact:{contact.id}")
    assert entry.title == f"Visit to {contact.who}"


def test_the_day_it_happened_is_apart_from_the_day_it_is_recorded(desk: Desk, go: Journey) -> None:
    happened = desk.clock.today() - timedelta(days=6)
    write(desk, go, on=happened.isoformat(), who="Aunt")
    contact = go.case.contacts[-1]
    record = next(one for one in go.case.records if one.id == contact.record_id)
    assert contact.happened_on == happened
    assert record.finished_at is not None
    assert local(record.finished_at).date() == desk.clock.today()
    with pytest.raises(EhdeskError, match="Say when it happened"):
        write(desk, go, on=(desk.clock.today() + timedelta(days=1)).isoformat(), who="Aunt")


def test_the_age_of_each_child_is_that_of_the_day_it_happened(desk: Desk, go: Journey) -> None:
    child = next(one for one in go.case.children if one.date_of_birth)
    born = child.date_of_birth
    assert born is not None
    birthday = born.replace(year=born.year + 9)
    before = birthday - timedelta(days=1)
    assert ages_on(go.case, before, [child.id]) == f"{child.first_name} was 8"
    assert ages_on(go.case, birthday, [child.id]) == f"{child.first_name} was 9"
    assert ages_on(go.case, born - timedelta(days=1), [child.id]) == ""


def test_an_attempt_says_that_nobody_was_reached(desk: Desk, go: Journey) -> None:
    write(desk, go, people=[str(go.case.adults[0].id)], reached="no", said="No answer.")
    assert go.case.attempts[-1].who == go.case.adults[0].first_name
    titles = [entry.title for entry in desk.cases.timeline(go.case)]
    assert f"Call with {go.case.adults[0].first_name}, not reached" in titles


def test_a_significant_one_is_suggested_for_a_chronology_with_what_it_changed(
    desk: Desk, go: Journey
) -> None:
    write(desk, go, who="Aunt", said="Nine nights with her aunt.")
    assert not [one for one in desk.cases.chronology(go.case) if one.sort == "Contact"][
        -1
    ].suggested
    write(desk, go, who="Aunt", significant=["yes"], changed="Not seen alone until then")
    event = [one for one in desk.cases.chronology(go.case) if one.sort == "Contact"][-1]
    assert event.suggested
    assert event.changed == "Not seen alone until then"


def test_advice_is_a_mark_of_safety(desk: Desk, go: Journey) -> None:
    write(desk, go, kind="advice", who="Duty worker", said="Stay at early help.")
    event = next(one for one in desk.cases.chronology(go.case) if one.sort == "Advice")
    assert (event.suggested, event.tone, event.icon) == (True, "worry", "shield-alert")


def test_a_child_that_was_chosen_counts_as_seen(desk: Desk, go: Journey) -> None:
    child = go.case.children[0]
    write(desk, go, people=[str(child.id)], child_seen="alone")
    due = desk.cases.obligations(go.case)
    unseen = list(flags(go.case, due, desk.clock.today()))
    assert not any(f"{child.first_name} not seen" in one.words for one in unseen)


def test_a_restricted_one_keeps_quiet_of_whom_it_was_with(desk: Desk, go: Journey) -> None:
    person = go.case.adults[0]
    write(desk, go, people=[str(person.id)], restricted="yes", significant=["yes"])
    note = next(one for one in go.case.contacts if one.restricted)
    assert (note.people, note.who, note.significant, note.changed) == ((), "", False, "")
    told = [c for c in desk.cases.changes(go.case_id) if c.operation == "Record a contact"]
    assert str(person.id) not in repr(told)
    assert desk.check() == ()


def test_whether_a_child_was_seen_is_asked_where_a_child_can_be_seen_or_heard(
    desk: Desk, go: Journey
) -> None:
    asked = {}
    for kind in ("visit", "in_person", "call", "letter", "message", "advice"):
        form = latest(desk.pack.forms, "contact")
        answers = FormAnswers(form, {"contact.kind": kind}, {}, today=desk.clock.today())
        asked[kind] = "contact.child_seen" in {field.key for field in answers.fields("contact")}
    assert [kind for kind, is_asked in asked.items() if is_asked] == ["visit", "in_person", "call"]
