"""The disclosure log says who was told what and on what ground, and is only ever added to."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest

from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.disclosures import NotSharing, Sharing
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.ids import new_id
from ehdesk.store.tables.cases import SharingRow
from ehdesk.store.tables.disclosures import DisclosureRow


def a_share(desk: Desk, go: Journey, **more: Any) -> Sharing:
    said = replace(
        desk.disclosures.blank(go.case_id),
        recipient="Joanne Ellery",
        agency="Health visiting",
        way="by telephone",
        kind="words",
        title="How the mornings are going",
        purpose="To plan a visit together",
        information=("plan",),
        basis="consent",
        family_told="yes",
    )
    return replace(said, **more)


def test_a_share_is_kept_with_everything_that_was_said_of_it(desk: Desk, go: Journey) -> None:
    share = a_share(
        desk,
        go,
        necessity="Only what the visit is about.",
        harm_considered="None seen.",
        family_told_on=desk.clock.today(),
        receipt="Said that she has it",
    )
    key = desk.disclosures.record(go.case_id, share)
    (line,) = desk.disclosures.log(go.case_id)
    assert line.id == key
    assert line.shared
    assert line.by == "Anita Rowe"
    for field in fields(Sharing):
        assert getattr(line, field.name) == getattr(share, field.name)
    assert line.agreement.startswith("Written consent, ")
    told = desk.told.case(go.case_id)["disclosures"]
    assert told[0]["recipient"] == "Joanne Ellery"
    assert told[0]["information"] == ["plan"]


def test_a_decision_not_to_share_is_kept_with_its_reason(desk: Desk, go: Journey) -> None:
    child = go.case.children[0].id
    desk.disclosures.decide_not_to_share(
        go.case_id,
        NotSharing(
            decided_on=desk.clock.today(),
            agency="Housing",
            title="Where dad lives now",
            people=(child,),
            information=("contact",),
            why_not="It would do the child more harm than good.",
            harm_considered="He could be found.",
        ),
    )
    (line,) = go.case.disclosures
    assert not line.shared
    assert line.why_not == "It would do the child more harm than good."
    assert line.people == (child,)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"recipient": "", "agency": " "}, "recipient"),
        ({"title": ""}, "title"),
        ({"purpose": ""}, "purpose"),
        ({"people": ()}, "people"),
        ({"people": (new_id(),)}, "people"),
        ({"information": ()}, "information"),
        ({"information": ("gossip",)}, "information"),
        ({"basis": ""}, "basis"),
        ({"basis": "because"}, "basis"),
        ({"agreement": ""}, "basis"),
        ({"agreement": "", "basis": "public_task"}, "override"),
        ({"family_told": "no"}, "family_not_told_why"),
        ({"corrects": new_id()}, "corrects"),
    ],
)
def test_what_is_missing_is_said_for_its_field_and_nothing_is_recorded(
    desk: Desk, go: Journey, more: dict[str, Any], field: str
) -> None:
    share = a_share(desk, go, **more)
    assert field in dict(desk.disclosures.faults(go.case_id, share))
    with pytest.raises(EhdeskError):
        desk.disclosures.record(go.case_id, share)
    assert go.case.disclosures == ()


def test_a_day_that_has_not_come_is_refused(desk: Desk, go: Journey) -> None:
    tomorrow = desk.clock.today() + timedelta(days=1)
    assert dict(desk.disclosures.faults(go.case_id, a_share(desk, go, shared_on=tomorrow))) == {
        "shared_on": "Enter today’s date or an earlier one"
    }


def test_a_decision_not_to_share_needs_its_reason(desk: Desk, go: Journey) -> None:
    decision = NotSharing(decided_on=desk.clock.today(), agency="Housing", title="An address")
    assert set(dict(desk.disclosures.faults(go.case_id, decision))) == {
        "people",
        "information",
        "why_not",
    }


def test_sharing_against_the_familys_choice_needs_a_reason(desk: Desk, go: Journey) -> None:
    with desk.disclosures._access.changing("Record a choice") as session:
        row = SharingRow(
            id=new_id(), case_id=go.case_id, who="health visiting", kind="plan", choice="no"
        )
        session.add(row)
    share = a_share(desk, go)
    assert "The family said no" in dict(desk.disclosures.faults(go.case_id, share))["override"]
    assert desk.disclosures.faults(go.case_id, replace(share, agency="Housing")) == ()
    assert desk.disclosures.faults(go.case_id, replace(share, information=("contact",))) == ()
    reason = replace(share, basis="vital_interests", override="A child was in danger.")
    desk.disclosures.record(go.case_id, reason)
    assert go.case.disclosures[0].override == "A child was in danger."


def test_consent_that_was_withdrawn_is_no_agreement_any_more(desk: Desk, go: Journey) -> None:
    from ehdesk.store.tables.cases import ConsentRow

    with desk.disclosures._access.changing("Withdraw consent") as session:
        (row,) = session.query(ConsentRow).all()
        row.withdrawn_on = desk.clock.today()
    assert desk.disclosures.blank(go.case_id).agreement == ""


def test_a_correction_is_a_line_of_its_own(desk: Desk, go: Journey) -> None:
    first = desk.disclosures.record(go.case_id, a_share(desk, go))
    share = a_share(desk, go, agency="School nursing", corrects=first)
    desk.disclosures.record(go.case_id, share)
    newest, oldest = desk.disclosures.log(go.case_id)
    assert (newest.corrects, oldest.id) == (first, first)
    assert oldest.agency == "Health visiting"


def test_a_line_is_neither_changed_nor_taken_out(desk: Desk, go: Journey) -> None:
    key = desk.disclosures.record(go.case_id, a_share(desk, go))
    access = desk.disclosures._access
    with pytest.raises(RuntimeError, match="only ever added"), access.changing("x") as session:
        setattr(session.get(DisclosureRow, key), "recipient", "Somebody else")  # noqa: B010
    with pytest.raises(RuntimeError, match="only ever added"), access.changing("x") as session:
        session.delete(session.get(DisclosureRow, key))
    (line,) = go.case.disclosures
    assert line.recipient == "Joanne Ellery"


def test_printing_for_oneself_is_no_disclosure_but_giving_it_away_is(
    desk: Desk, go: Journey
) -> None:
    pdf = desk.papers.build("request", go.case_id)
    desk.papers.log("request", go.case_id, way="printed", pdf=pdf, pages=3)
    (paper,) = go.case.papers
    assert go.case.disclosures == ()
    known = desk.disclosures.blank(go.case_id, paper)
    share = replace(
        a_share(desk, go), kind=known.kind, title=known.title, files=known.files, way="by_hand"
    )
    desk.disclosures.record(go.case_id, share)
    (line,) = go.case.disclosures
    assert line.files[0].sha256 == paper.sha256
    assert line.title == paper.title
