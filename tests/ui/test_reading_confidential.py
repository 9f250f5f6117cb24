"""A finished form as the case page reads it keeps a confidential address to whoever may see it."""

from __future__ import annotations

from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from tests.desks import a_journey, colleague
from ui.cases.reading import read_record


def test_a_reader_reads_a_finished_form_without_the_address(desk: Desk) -> None:
    go = a_journey(desk)
    go.begin(4)
    go.complete_request()
    draft = go.case.draft("request")
    assert draft is not None
    go.save(draft.id, {"family.confidential": "yes"})
    go.record_sent()
    (request,) = go.case.finished("request")
    postcode = go.case.family.postcode
    reader = colleague(desk, "Rae Reader", Role.READER)
    assert postcode in repr(read_record(request, go.case, desk))
    assert postcode not in repr(read_record(request, go.case, reader))
