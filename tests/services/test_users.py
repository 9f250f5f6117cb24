"""The people who use a store: added, given other roles, and no longer."""

from __future__ import annotations

from pathlib import Path

import pytest

from ehdesk.desk import Desk, open_desk
from ehdesk.domain.access import Deed, Role
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from ehdesk.store.errors import OpenElsewhere, WrongPassword
from tests.desks import PASSWORD, a_journey, colleague, reopen

OTHER = "violin basket copper thunderstorm"


def opened(desk: Desk, password: str, **how: object) -> Desk:
    return open_desk(  # type: ignore[arg-type]
        desk.store.paths.folder, password=password, clock=desk.clock, home=desk.home, **how
    )


def test_somebody_added_opens_the_store_with_their_own_password(desk: Desk) -> None:
    desk.users.add("Sam Example", [Role.PRACTITIONER], OTHER, role="FSM")
    again = reopen(desk)
    again.close()
    sam = opened(desk, OTHER)
    assert sam.user.name == "Sam Example"
    assert sam.user.access == (Role.PRACTITIONER,)
    assert sam.may(Deed.WORK)
    assert not sam.may(Deed.MANAGE_PEOPLE)
    sam.close()


def test_whose_password_it_is_can_be_said(desk: Desk) -> None:
    key = desk.users.add("Sam Example", [Role.MANAGER], PASSWORD)
    first = desk.user.id
    desk.close()
    for who, name in ((key, "Sam Example"), (first, "Anita Rowe")):
        one = opened(desk, PASSWORD, user_id=who)
        assert one.user.name == name
        one.close()
    with pytest.raises(WrongPassword):
        opened(desk, OTHER, user_id=key)


def test_a_reader_opens_the_store_to_read_and_takes_no_lock(desk: Desk) -> None:
    desk.users.add("Rae Reader", [Role.READER], OTHER)
    desk.close()
    rae = opened(desk, OTHER)
    assert rae.read_only
    with pytest.raises(NotAllowed, match="cannot begin a request"):
        rae.requests.start()
    anita = opened(desk, PASSWORD)
    anita.requests.start()
    with pytest.raises(OpenElsewhere):
        opened(desk, PASSWORD)
    anita.close()
    rae.close()


@pytest.mark.parametrize(
    ("name", "roles", "password", "says"),
    [
        (" ", [Role.PRACTITIONER], OTHER, "Enter a name"),
        ("anita rowe", [Role.PRACTITIONER], OTHER, "There is a anita rowe already"),
        ("Sam", [], OTHER, "Choose at least one role"),
        ("Sam", [Role.READER, Role.MANAGER], OTHER, "A reader changes nothing"),
        ("Sam", [Role.MANAGER], "short", "at least 12"),
        ("Violet Basketmaker", [Role.MANAGER], "violetbasketmaker", "your own name"),
    ],
)
def test_nobody_is_added_half(
    desk: Desk, name: str, roles: list[Role], password: str, says: str
) -> None:
    with pytest.raises(EhdeskError, match=says):
        desk.users.add(name, roles, password)
    assert [one.user.name for one in desk.users.everyone()] == ["Anita Rowe"]
    assert len(desk.store.keys.users) == 1


def test_a_store_always_has_a_manager(desk: Desk) -> None:
    with pytest.raises(NotAllowed, match="Somebody has to be a manager"):
        desk.users.set_roles(desk.user.id, [Role.PRACTITIONER])
    sam = desk.users.add("Sam Example", [Role.MANAGER], OTHER)
    desk.users.set_roles(desk.user.id, [Role.PRACTITIONER])
    me = next(one for one in desk.users.everyone() if one.user.id == sam)
    assert not me.may_end, "the last manager stays"


def test_nobody_ends_their_own_access(desk: Desk) -> None:
    desk.users.add("Sam Example", [Role.MANAGER], OTHER)
    with pytest.raises(NotAllowed, match="your own access"):
        desk.users.end_access(desk.user.id)


def test_ended_access_opens_nothing_and_the_families_go_to_somebody_else(desk: Desk) -> None:
    sam = colleague(desk, "Sam Example", Role.PRACTITIONER)
    go = a_journey(desk)
    go.send(60)
    go.decide(50, "twelve_weeks", to=str(sam.user.id))
    go.on(0)
    assert go.case.worker_id == sam.user.id
    assert desk.users.end_access(sam.user.id, give_to=desk.user.id) == 1
    assert go.case.worker_id == desk.user.id
    member = next(one for one in desk.users.everyone() if one.user.id == sam.user.id)
    assert not member.active
    assert member.ended_on == desk.clock.today()
    assert [user.name for user in desk.store.keys.users] == ["Anita Rowe"]


def test_families_that_nobody_takes_on_stand_on_everyones_day(desk: Desk) -> None:
    sam = colleague(desk, "Sam Example", Role.PRACTITIONER)
    go = a_journey(desk)
    go.send(100)
    go.decide(90, "twelve_weeks", to=str(sam.user.id))
    go.on(0)
    assert not any(item.case_id == go.case_id for item in _mine(desk))
    desk.users.end_access(sam.user.id)
    assert any(item.case_id == go.case_id for item in _mine(desk))
    assert go.case.worker == "Sam Example (left)"


def _mine(desk: Desk) -> tuple[object, ...]:
    today = desk.lists.today(everyone=False)
    return today.overdue + today.due_today + today.waiting + today.this_week


def test_an_old_copy_of_the_keys_does_not_let_somebody_back_in(desk: Desk) -> None:
    sam = desk.users.add("Sam Example", [Role.PRACTITIONER], OTHER)
    keys: Path = desk.store.paths.keys
    kept = keys.read_bytes()
    desk.users.end_access(sam)
    desk.close()
    keys.write_bytes(kept)
    with pytest.raises(NotAllowed, match="You no longer use West locality"):
        opened(desk, OTHER)
    opened(desk, PASSWORD).close()


def test_a_forgotten_password_is_replaced_by_a_manager(desk: Desk) -> None:
    sam = desk.users.add("Sam Example", [Role.PRACTITIONER], OTHER)
    desk.users.set_password(sam, "garden violin meadow lantern")
    desk.close()
    with pytest.raises(WrongPassword):
        opened(desk, OTHER)
    opened(desk, "garden violin meadow lantern").close()


def test_the_recovery_key_opens_the_store_for_a_manager(desk: Desk) -> None:
    desk.users.add("Sam Example", [Role.MANAGER], OTHER)
    desk.users.set_roles(desk.user.id, [Role.PRACTITIONER])
    recovery = desk.store.keys.renew_recovery(desk.store.key)
    desk.close()
    found = open_desk(desk.store.paths.folder, recovery=recovery, clock=desk.clock, home=desk.home)
    assert found.user.name == "Sam Example"
    found.close()


def test_everybody_changes_their_own_password(desk: Desk) -> None:
    sam = colleague(desk, "Sam Example", Role.PRACTITIONER)
    with pytest.raises(WrongPassword):
        sam.users.change_own_password("not this one at all", OTHER)
    with pytest.raises(EhdeskError, match="at least 12"):
        sam.users.change_own_password(PASSWORD, "short")
    sam.users.change_own_password(PASSWORD, OTHER)
    desk.close()
    found = opened(desk, OTHER)
    assert found.user.name == "Sam Example"
    found.close()
