"""Management oversight: signed by somebody else, returned with comments, answered, required."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from ehdesk.demo.closing_answers import ending
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.domain.oversight import Said
from ehdesk.kernel.clock import SetClock
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from tests.desks import a_journey, colleague


@pytest.fixture
def ruth(desk: Desk) -> Desk:
    """A manager of the same store."""
    return colleague(desk, "Ruth Example", Role.MANAGER)


def closing(desk: Desk) -> tuple[Journey, UUID]:
    """A family whose closure form is filled in."""
    go = a_journey(desk)
    go.send(200)
    go.decide(198, "eha")
    go.assess(190)
    go.first_taf(180, last_due=100)
    go.do_actions(90)
    go.review(95, up=3, decision="close")
    record = go.begin_closing(0)
    go.on(0)
    values = desk.forms.open(record).values
    go.save(record, ending(go.family, desk.clock.today(), values))
    return go, record


def kinds(desk: Desk, go: Journey) -> list[str]:
    return [one.kind for one in desk.cases.obligations(go.case)]


def test_a_school_with_one_person_closes_a_case_alone(desk: Desk) -> None:
    go, record = closing(desk)
    desk.closures.close(record)
    assert go.case.closure is not None
    assert go.case.closure.manager


def test_a_closure_form_waits_for_another_manager(desk: Desk, ruth: Desk) -> None:
    go, record = closing(desk)
    with pytest.raises(NotAllowed, match="closure form is not signed yet"):
        desk.closures.close(record)
    assert ("Signed by a manager", False) in desk.closures.before_it_can_close(record)
    desk.oversight.ask(record, of=ruth.user.id)
    assert "sign_off" in kinds(desk, go)
    ruth.oversight.sign(record)
    assert "sign_off" not in kinds(desk, go)
    desk.closures.close(record)
    said = [(entry.said, entry.by) for entry in go.case.oversight]
    assert said == [(Said.ASKED, "Anita Rowe"), (Said.SIGNED, "Ruth Example")]


def test_what_is_changed_after_it_was_signed_is_signed_again(desk: Desk, ruth: Desk) -> None:
    go, record = closing(desk)
    desk.oversight.ask(record)
    ruth.oversight.sign(record)
    go.save(record, {"views.parents": "They would like to stay in touch."})
    with pytest.raises(NotAllowed, match="changed after it was signed"):
        desk.closures.close(record)
    desk.oversight.ask(record)
    ruth.oversight.sign(record)
    desk.closures.close(record)


def test_returned_with_comments_answered_and_signed(desk: Desk, ruth: Desk) -> None:
    go, record = closing(desk)
    desk.oversight.ask(record)
    field = ruth.oversight.read(record).answers[0].field
    assert ruth.oversight.pin(record, field, "Say what changed.") == 1
    assert ruth.oversight.pin(record, field, "Ask the children.") == 2
    ruth.oversight.give_back(record)
    due = next(one for one in desk.cases.obligations(go.case) if one.kind == "returned")
    assert due.title == "Returned, 2 comments"
    assert due.for_user == desk.user.id
    today = desk.lists.today(everyone=False)
    assert "Returned, 2 comments" in [item.title for item in today.waiting]
    for pin in go.case.standing(record).open_pins:
        desk.oversight.answer(pin.id, "Done, see the form.")
    assert [pin.number for pin in desk.oversight.read(record).answers[0].pins] == [1, 2]
    due = next(one for one in desk.cases.obligations(go.case) if one.kind == "returned")
    assert due.title == "Returned, ask again"
    desk.oversight.ask(record)
    ruth.oversight.sign(record)
    assert go.case.standing(record).said is Said.SIGNED


def test_signing_with_open_comments_needs_a_word_why(desk: Desk, ruth: Desk) -> None:
    _go, record = closing(desk)
    desk.oversight.ask(record)
    ruth.oversight.pin(record, "why.reason", "Really?")
    with pytest.raises(EhdeskError, match="Not every comment is answered"):
        ruth.oversight.sign(record)
    ruth.oversight.sign(record, "We spoke about it.")


def test_a_record_is_not_returned_without_saying_what_to_change(desk: Desk, ruth: Desk) -> None:
    _go, record = closing(desk)
    desk.oversight.ask(record)
    with pytest.raises(EhdeskError, match="Say what is to be changed"):
        ruth.oversight.give_back(record)


def test_talk_first_keeps_it_on_the_list(desk: Desk, ruth: Desk) -> None:
    go, record = closing(desk)
    desk.oversight.ask(record)
    ruth.oversight.talk_first(record)
    (line,) = ruth.oversight.waiting()
    assert (line.family, line.name, line.asked_by) == (
        go.case.family.title,
        "Closure form",
        "Anita Rowe",
    )
    assert ruth.oversight.how_many_wait() == 1
    ruth.oversight.sign(record)
    assert ruth.oversight.waiting() == ()


def test_nobody_signs_what_nobody_asked_for(desk: Desk, ruth: Desk) -> None:
    _go, record = closing(desk)
    with pytest.raises(NotAllowed, match="does not wait for a manager"):
        ruth.oversight.sign(record)


def test_who_wrote_in_a_record_cannot_be_asked_to_sign_it(desk: Desk, ruth: Desk) -> None:
    _go, record = closing(desk)
    ruth.forms.save(record, {"views.parents": "Fine."}, place="views", steps_done=1, steps_total=9)
    assert desk.oversight.managers(record) == ()
    with pytest.raises(NotAllowed, match="Nobody here can sign this"):
        desk.oversight.ask(record)
    desk.closures.close(record)  # nobody else could sign, so nothing is locked


def test_the_store_chooses_what_is_signed(desk: Desk, ruth: Desk) -> None:
    assert ruth.users.forms_signed() == {"closure", "masp"}
    _go, record = closing(desk)
    ruth.users.set_forms_signed([])
    desk.closures.close(record)
    ruth.users.set_forms_signed(["request"])
    go = a_journey(desk, 4)
    go.begin(0)
    go.complete_request()
    request = go.case.records[0].id
    assert "The request is not signed yet" in " ".join(desk.requests.can_send(request))
    desk.oversight.ask(request)
    ruth.oversight.sign(request)
    assert desk.requests.can_send(request) == ()


def test_a_child_at_risk_waits_for_no_signature(desk: Desk, ruth: Desk) -> None:
    ruth.users.set_forms_signed(["request"])
    go = a_journey(desk, 4)
    go.begin(0)
    go.send_at_risk("Bruises, and afraid to go home.")
    assert go.case.step_on("send") is not None


def test_a_manager_looks_from_time_to_time(desk: Desk, ruth: Desk) -> None:
    go = a_journey(desk)
    go.send(60)
    go.decide(58, "eha")
    go.on(0)
    due = next(one for one in desk.cases.obligations(go.case) if one.kind == "oversight")
    assert due.due == desk.pack.clock("oversight").after(go.case.step_on("hub_allocates"))
    ruth.oversight.note(go.case_id, "Good start. See the younger one alone.")
    due = next(one for one in desk.cases.obligations(go.case) if one.kind == "oversight")
    assert due.due == desk.pack.clock("oversight").after(desk.clock.today())
    assert go.case.oversight[0].text.startswith("Good start")
    assert isinstance(desk.clock, SetClock)
    assert timedelta(0) <= desk.clock.today() - go.case.oversight[0].on
