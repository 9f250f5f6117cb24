"""A restricted note shows everywhere that it exists, and nowhere what it says."""

from __future__ import annotations

import json
from dataclasses import asdict
from uuid import UUID

import pytest

from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.domain.lists import CaseFilter
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from tests.desks import a_journey, colleague

SECRET = "Zebedee told her in the car park"
WHO = "Aunt Quilla"


@pytest.fixture
def way(desk: Desk) -> Journey:
    """A family with a plan and a restricted note."""
    way = a_journey(desk)
    way.send(60)
    way.decide(58, "eha")
    way.assess(50)
    way.first_taf(40)
    way.on(0)
    desk.contacts.finish(_write(desk, way))
    return way


def _write(desk: Desk, way: Journey) -> UUID:
    record = desk.contacts.start(way.case_id)
    way.save(
        record,
        {
            "contact.kind": "call",
            "contact.on": desk.clock.today().isoformat(),
            "contact.who": WHO,
            "contact.said": SECRET,
            "contact.child_seen": "no",
            "contact.restricted": "yes",
        },
    )
    return record


def _note(way: Journey) -> UUID:
    return next(one.id for one in way.case.contacts if one.restricted)


def test_the_case_and_all_that_is_made_of_it_keep_quiet(desk: Desk, way: Journey) -> None:
    case = way.case
    note = next(one for one in case.contacts if one.restricted)
    assert (note.who, note.note, note.happened_on) == ("", "", desk.clock.today())
    timeline = desk.cases.timeline(case)
    assert "Restricted note" in [entry.title for entry in timeline]
    told = [repr(asdict(case)), repr(timeline), json.dumps(desk.told.case(way.case_id))]
    told.append(repr(desk.cases.changes(way.case_id)))
    for kind, _title in desk.papers.kinds(case):
        for audience in desk.papers.audiences(kind, case):
            for record in desk.papers.records(kind, case) or (None,):
                key = record.id if record else None
                made = desk.papers.make(kind, case.id, audience=audience, record_id=key)
                told.append(_text(made.pdf))
    for text in told:
        assert SECRET not in text
        assert WHO not in text
    assert len(desk.lists.case_ids(CaseFilter(text="Quilla")).ids) == 0


def _text(pdf: bytes) -> str:
    return pdf.decode("latin-1")


def test_opening_asks_why_and_is_recorded(desk: Desk, way: Journey) -> None:
    with pytest.raises(EhdeskError, match="Say why you open it"):
        desk.restricted.open(_note(way), "  ")
    assert way.case.openings == ()
    opened = desk.restricted.open(_note(way), "For the panel")
    assert SECRET in repr(opened.said)
    (line,) = way.case.openings
    assert (line.by, line.reason) == ("Anita Rowe", "For the panel")
    changes = desk.cases.changes(way.case_id)
    assert "Open a restricted note" in [change.operation for change in changes]


def test_its_form_is_not_a_way_round(desk: Desk, way: Journey) -> None:
    record = next(one.id for one in way.case.records if one.form == "contact")
    with pytest.raises(NotAllowed, match="restricted"):
        desk.forms.open(record)
    with pytest.raises(NotAllowed, match="restricted"):
        desk.earlier.versions(record, "contact.said")


def test_who_writes_one_goes_on_with_it_and_nobody_else(desk: Desk, way: Journey) -> None:
    draft = _write(desk, way)
    assert desk.forms.open(draft).values["contact.said"] == SECRET
    sam = colleague(desk, "Sam Example", Role.PRACTITIONER)
    with pytest.raises(NotAllowed, match="restricted"):
        sam.forms.open(draft)
    assert SECRET not in repr(asdict(way.case))
    assert SECRET not in repr(sam.cases.changes(way.case_id))


def test_a_restricted_one_of_a_colleague_stops_nobody_from_recording_a_contact(
    desk: Desk, way: Journey
) -> None:
    draft = _write(desk, way)
    sam = colleague(desk, "Sam Example", Role.PRACTITIONER)
    own = sam.contacts.start(way.case_id)
    assert own != draft
    assert sam.forms.open(own).values.get("contact.said", "") == ""
    assert sam.contacts.start(way.case_id) == own
    assert desk.contacts.start(way.case_id) == draft


def test_whoever_says_that_it_is_restricted_goes_on_with_it_too(desk: Desk, way: Journey) -> None:
    draft = desk.contacts.start(way.case_id)
    sam = colleague(desk, "Sam Example", Role.PRACTITIONER)
    kim = colleague(desk, "Kim Example", Role.PRACTITIONER)
    for answers in ({"contact.restricted": "yes"}, {"contact.said": SECRET}):
        sam.forms.save(draft, answers, place="", steps_done=0, steps_total=1)
    for one in (desk, sam):
        assert one.forms.open(draft).values["contact.said"] == SECRET
    with pytest.raises(NotAllowed, match="restricted"):
        kim.forms.open(draft)


def test_the_store_is_sound_with_one_in_it(desk: Desk, way: Journey) -> None:
    assert way.case.openings == ()
    assert desk.check() == ()
