"""Whose is what is due: each has their own work, what is for their role, and what nobody has."""

from __future__ import annotations

from collections import Counter

import pytest

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed, Role
from ehdesk.domain.due import deed_of
from ehdesk.domain.lists import DueItem
from tests.desks import a_journey, a_plan, colleague
from tests.documents.reading import read
from tests.services.due_of import due


def mine(desk: Desk, *, everyone: bool = False) -> tuple[DueItem, ...]:
    today = desk.lists.today(everyone=everyone)
    return (*today.overdue, *today.due_today, *today.waiting, *today.this_week)


def kinds(desk: Desk, *, everyone: bool = False) -> set[str]:
    return {item.kind for item in mine(desk, everyone=everyone)}


def test_a_colleague_s_family_is_on_everyone_s_list_and_not_on_mine(desk: Desk) -> None:
    go = a_plan(desk)
    go.meet(10)
    go.on(0)
    owen = colleague(desk, "Owen Example", Role.PRACTITIONER)
    assert mine(desk)
    assert mine(owen) == ()
    assert mine(owen, everyone=True) == mine(desk)
    assert owen.lists.counts().due == 0
    assert owen.lists.counts(everyone=True).due == desk.lists.counts().due


def test_the_sheet_says_what_is_shown_for_oneself_and_for_everyone(desk: Desk) -> None:
    go = a_plan(desk)
    go.meet(10)
    go.on(0)
    owen = colleague(desk, "Owen Example", Role.PRACTITIONER)
    assert "Nothing is due." in read(owen.digest.make()).text
    for who in (desk, owen):
        for everyone in (False, True):
            content = who.digest.content(everyone=everyone)
            told = Counter(line.why for group in content.groups for line in group.lines)
            assert told == Counter(item.why for item in mine(who, everyone=everyone))
    assert "For everyone who uses this store" in read(owen.digest.make(everyone=True)).text


@pytest.mark.parametrize("named", [False, True])
def test_a_signature_is_for_every_manager_or_for_the_one_who_was_asked(
    desk: Desk, named: bool
) -> None:
    go = a_plan(desk)
    record = go.begin_closing(0)
    ruth = colleague(desk, "Ruth Example", Role.MANAGER)
    olga = colleague(desk, "Olga Example", Role.MANAGER)
    owen = colleague(desk, "Owen Example", Role.PRACTITIONER)
    desk.oversight.ask(record, of=ruth.user.id if named else None)
    assert "sign_off" in kinds(ruth)
    assert ("sign_off" in kinds(olga)) is not named
    assert "sign_off" not in kinds(owen)


def test_what_a_manager_looks_at_is_theirs_and_the_worker_s(desk: Desk) -> None:
    go = a_plan(desk)
    ruth = colleague(desk, "Ruth Example", Role.MANAGER)
    owen = colleague(desk, "Owen Example", Role.PRACTITIONER)
    one = due(go, "oversight")[0]
    assert one.due is not None
    for who, has_it in ((desk, True), (ruth, True), (owen, False)):
        shown = who.lists.today(on=one.due).due_today
        assert ("oversight" in {item.kind for item in shown}) is has_it, who.user.name


def test_a_draft_is_for_whoever_began_it_until_they_leave(desk: Desk) -> None:
    owen = colleague(desk, "Owen Example", Role.PRACTITIONER)
    sam = colleague(desk, "Sam Example", Role.PRACTITIONER)
    a_journey(owen).begin(2)
    assert kinds(owen) == {"finish_request"}
    assert mine(sam) == ()
    desk.users.end_access(owen.user.id)
    assert kinds(sam) == {"finish_request"}


def test_a_decision_is_for_those_who_decide(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(3)
    go.on(0)
    lena = colleague(desk, "Lena Example", Role.LOCALITY_OFFICER)
    owen = colleague(desk, "Owen Example", Role.PRACTITIONER)
    rae = colleague(desk, "Rae Reader", Role.READER)
    assert "decide" in kinds(lena)
    assert mine(owen) == ()
    assert "decide" in kinds(rae), "a reader has nothing of their own and reads it all"


def test_whoever_decided_tells_whoever_asked_also_after_the_end(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(9)
    lena = colleague(desk, "Lena Example", Role.LOCALITY_OFFICER)
    hari = colleague(desk, "Hari Hub", Role.HUB_COORDINATOR)
    hers = a_journey(lena)
    hers.case_id = go.case_id
    hers.accept(4, "eha", checks_first=True)
    go.on(0)
    assert "tell_referrer" in kinds(lena)
    assert "tell_referrer" not in kinds(desk)
    desk.requests.withdraw(go.case_id, "They have moved away.")
    assert "tell_referrer" in kinds(lena)
    hari.cases.tell_referrer(go.case_id)
    assert "tell_referrer" not in kinds(lena, everyone=True)


def test_what_somebody_may_not_do_any_more_is_nobody_s(desk: Desk) -> None:
    dana = colleague(
        desk, "Dana Example", Role.PRACTITIONER, Role.LOCALITY_OFFICER, Role.HUB_COORDINATOR
    )
    sam = colleague(desk, "Sam Example", Role.PRACTITIONER)
    ruth = colleague(desk, "Ruth Example", Role.MANAGER)
    olga = colleague(desk, "Olga Example", Role.MANAGER)
    go = a_plan(dana)
    go.meet(10)
    go.on(0)
    record = go.begin_closing(0)
    dana.oversight.ask(record, of=ruth.user.id)
    assert mine(sam) == ()
    assert "sign_off" not in kinds(olga)
    desk.users.set_roles(dana.user.id, [Role.READER])
    desk.users.set_roles(ruth.user.id, [Role.PRACTITIONER])
    left = {kind for kind in kinds(sam, everyone=True) if deed_of(kind) is not Deed.READ}
    assert kinds(sam) == left - {"sign_off"} != set()
    assert "sign_off" in kinds(olga)
    desk.users.set_roles(dana.user.id, [Role.PRACTITIONER])
    assert mine(sam) == ()


def test_a_family_is_given_to_those_who_may_work_with_it(desk: Desk) -> None:
    go = a_plan(desk)
    for name, role in (("Owen", Role.PRACTITIONER), ("Rae", Role.READER)):
        colleague(desk, name, role)
    record = desk.case_forms.start(go.case_id, "hand_over")
    team = desk.forms.open(record).options["team"]
    assert {one.label for one in team if not one.retired} == {"Anita Rowe", "Owen"}
    assert {one.label for one in team if one.retired} == {"Rae"}
