"""The people who use the demo store, one of each role, and what its manager has looked at."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.domain.case import Case
from ehdesk.domain.lists import CaseFilter
from ehdesk.domain.pathway import ASSESSED, HELPED
from ehdesk.kernel.clock import LONDON, SetClock
from ehdesk.services.packs import UsablePack

PEOPLE: Final = (
    ("Ruth Hallam", "Family Support Manager", Role.MANAGER),
    ("Owen Fairweather", "Family worker", Role.PRACTITIONER),
    ("Lena Applegarth", "Locality officer", Role.LOCALITY_OFFICER),
    ("Hari Bellweather", "Hub co-ordinator", Role.HUB_COORDINATOR),
    ("Rosa Penhaligon", "Auditor", Role.READER),
)
"""Name, what their job is called, and what they may do. All of them are invented."""

_LOOKED_AT = (
    "Good start, and both parents are in it. See each child alone before the next meeting.",
    "The plan moves. Ask the family what they would miss if it stopped.",
    "Steady. Make sure that the school’s part is in the plan too.",
)


_FIRST_USERS_OWN: Final = 18
"""The families that stay with whoever made the store, by the order they came."""
_HANDED: Final = 3


def add_colleagues(desk: Desk, password: str) -> dict[Role, Desk]:
    """Add them with the same password as the first user, and give each a desk of their own at the
    same open store."""
    keys = {role: desk.users.add(name, [role], password, role=job) for name, job, role in PEOPLE}
    members = {member.user.id: member.user for member in desk.users.everyone()}
    return {
        role: Desk(desk.store, UsablePack(desk.pack), desk.clock, members[key], desk.home)
        for role, key in keys.items()
    }


def oversee(desk: Desk, manager: Desk, clock: SetClock, today: date) -> None:
    """What a manager has done by today: looked at most families, been asked to sign a closure
    form, and returned an assessment with two comments."""
    cases = [desk.cases.get(key) for key in desk.lists.case_ids(CaseFilter()).ids]
    looked = [case for case in cases if case.road_state in ASSESSED]
    for number, case in enumerate(looked):
        _at(clock, today, 150 if number == 0 else 24 + number)
        manager.oversight.note(case.id, _LOOKED_AT[number % len(_LOOKED_AT)])
    signed = {one.code for one in desk.pack.sign_offs if one.usable}
    assessed = _drafted(cases, "eha") if "eha" in signed else None
    if assessed is not None:
        _return(desk, manager, clock, today, assessed)
    closing = _drafted(cases, "closure") if "closure" in signed else None
    if closing is not None:
        _at(clock, today, 0, time(8, 5))
        desk.oversight.ask(closing, of=manager.user.id, words="Please look before Friday.")


def share_the_work(desk: Desk, colleague: Desk, clock: SetClock, today: date) -> None:
    """Three of the later families are handed to a colleague, so that two people have work."""
    cases = [desk.cases.get(key) for key in desk.lists.case_ids(CaseFilter()).ids]
    late = sorted(case.reference for case in cases)[_FIRST_USERS_OWN:]
    helped = [case for case in cases if case.reference in late and case.state in HELPED]
    for case in sorted(helped, key=lambda one: one.reference)[:_HANDED]:
        _at(clock, today, 6, time(11, 20))
        record = desk.case_forms.start(case.id, "hand_over")
        answers = {
            "change.what": "worker",
            "change.worker": str(colleague.user.id),
            "change.from_on": (today - timedelta(days=6)).isoformat(),
            "change.why": "A colleague has room for this family.",
            "change.asked": "yes",
            "change.family_says": "That is fine with us.",
            "change.notes": "Ring after three. The plan is on the kitchen wall.",
        }
        desk.forms.save(record, answers, place="", steps_done=1, steps_total=1)
        desk.forms.leave(record)
        desk.case_forms.finish(record)


def _return(desk: Desk, manager: Desk, clock: SetClock, today: date, record: UUID) -> None:
    _at(clock, today, 3, time(9, 50))
    desk.oversight.ask(record, of=manager.user.id)
    _at(clock, today, 2, time(10, 5))
    said = manager.oversight.read(record).answers
    comments = ("Say what changed after the holidays.", "Which evenings? One of them works then.")
    for answer, comment in zip(said[-2:], comments, strict=False):
        manager.oversight.pin(record, answer.field, comment)
    manager.oversight.give_back(record)


def _drafted(cases: list[Case], form: str) -> UUID | None:
    found = (case.draft(form) for case in cases)
    return next((record.id for record in found if record is not None), None)


def _at(clock: SetClock, today: date, days_ago: int, at: time = time(10, 42)) -> None:
    clock.move_to(datetime.combine(today - timedelta(days=days_ago), at, LONDON))


def write_beside(go: Journey, desk: Desk, today: date) -> None:
    """A restricted note and a disagreement, for a family that has been worked with."""
    record = desk.contacts.start(go.case_id)
    go.save(
        record,
        {
            "contact.kind": "call",
            "contact.on": (today - timedelta(days=9)).isoformat(),
            "contact.who": go.family.parent.first_name,
            "contact.said": "Told in confidence. Not to be read out at the meeting.",
            "contact.child_seen": "no",
            "contact.restricted": "yes",
        },
    )
    desk.contacts.finish(record)
    desk.disagreements.raise_it(
        go.case_id,
        about="Whether a place in the evening group is still needed",
        with_whom="Marlow Road Surgery",
        on=today - timedelta(days=1),
        said="They say the clinic is enough. We see it differently.",
    )
