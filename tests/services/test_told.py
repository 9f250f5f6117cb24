"""A confidential address is told to nobody who may not see it, on the screen or in a copy."""

from __future__ import annotations

import json

import pytest

from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.kernel.errors import NotAllowed
from tests.desks import a_journey, colleague


@pytest.fixture
def go(desk: Desk) -> Journey:
    """A family at a confidential address, with a request that was sent and a form begun."""
    go = a_journey(desk)
    go.begin(60)
    go.complete_request()
    draft = go.case.draft("request")
    assert draft is not None
    go.save(draft.id, {"family.confidential": "yes"})
    go.record_sent()
    go.decide(58, "eha")
    go.on(0)
    record = desk.contacts.start(go.case_id)
    go.save(record, {"contact.said": f"Seen at {go.case.family.address.splitlines()[0]}."})
    return go


@pytest.mark.parametrize("role", [Role.HUB_COORDINATOR, Role.READER])
def test_it_is_left_out_for_whoever_may_not_see_it(desk: Desk, go: Journey, role: Role) -> None:
    other = colleague(desk, "Ollie Other", role)
    request = go.case.finished("request")[0].id
    told = {
        one: (
            json.dumps(one.told.case(go.case_id)),
            repr(one.forms.open(request).values),
            repr(one.cases.changes(go.case_id)),
        )
        for one in (desk, other)
    }
    home = go.case.family
    address = home.address.splitlines()[0].split(",")[0]
    for words in told[desk]:
        assert home.postcode in words
        assert address in words
    for words in told[other]:
        assert home.postcode not in words
        assert address not in words
        assert "[address kept confidential]" in words


def test_a_reader_takes_no_copy_of_a_case(desk: Desk, go: Journey) -> None:
    reader = colleague(desk, "Rae Reader", Role.READER)
    with pytest.raises(NotAllowed, match="save a copy outside the store"):
        reader.told.copy(go.case_id)
    assert desk.told.copy(go.case_id) == desk.told.case(go.case_id)
