"""Everything that can be done for a case, whichever of its tabs is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.pathway import State, may
from ui.cases.beside.commands import beside_commands, reading_commands
from ui.kit.navigation import Command, Navigator, Place
from ui.work.forms_to_begin import begin_commands


@dataclass(frozen=True)
class MenuGroup:
    """Commands that belong together. One with a title opens beside the menu."""

    commands: tuple[Command, ...]
    title: str = ""
    icon: str = ""

    def __iter__(self) -> Iterator[Command]:
        return iter(self.commands)


def case_menu(case: Case, desk: Desk, navigator: Navigator) -> tuple[MenuGroup, ...]:
    """The groups of the menu: safety first, at any stage (design, rule 8)."""
    if desk.read_only:
        changing: tuple[MenuGroup, ...] = (MenuGroup(reading_commands(case, desk, navigator)),)
    else:
        changing = _changing(case, desk, navigator)
    groups = (*changing, MenuGroup(_anywhere(case, desk, navigator)))
    return tuple(group for group in groups if group.commands)


def record_contact(case: Case, desk: Desk, navigator: Navigator) -> None:
    """Open the form of a contact.

    :raises EhdeskError: when it cannot be begun.
    """
    navigator.open_record(desk.contacts.start(case.id))


def _changing(case: Case, desk: Desk, navigator: Navigator) -> tuple[MenuGroup, ...]:
    safety = MenuGroup(_safety(case, desk, navigator))
    if not case.is_open:
        return (safety, MenuGroup(_after_the_end(case, desk, navigator)))
    steps = []
    if desk.may(Deed.WORK):
        contact = "Record a contact"
        steps.append(Command(contact, lambda: record_contact(case, desk, navigator), icon="phone"))
    others = [move for move in desk.steps.possible(case) if move.code != "refer_to_das"]
    if others:
        steps.append(
            Command(
                "Record a step",
                lambda: navigator.go(Place("step", case_id=case.id, move="")),
                icon="route",
            )
        )
    if may("close", case.state) and desk.may(Deed.CLOSE):
        steps.append(
            Command(
                "Close the case",
                lambda: navigator.open_record(desk.closures.start(case.id)),
                icon="archive",
            )
        )
    steps += _signatures(case, desk, navigator)
    forms = begin_commands(case, desk, navigator, but=("contact", "closure"))
    beside = beside_commands(case, desk, navigator)
    return (
        safety,
        MenuGroup(forms, "Begin a form", "file-plus"),
        MenuGroup(beside, "Beside the pathway", "split"),
        MenuGroup(tuple(steps)),
    )


def _safety(case: Case, desk: Desk, navigator: Navigator) -> tuple[Command, ...]:
    """At any stage, and after the end."""
    if not desk.may(Deed.REFER_TO_DAS):
        return ()
    call = Command(
        desk.pack.say("Refer to the {das.full}"),
        lambda: navigator.go(Place("das", case_id=case.id)),
        icon="shield-alert",
    )
    if case.state is not State.DAS or not desk.may(Deed.RECORD_STEP):
        return (call,)
    answer = Command(
        desk.pack.say("Record the answer of {das}"),
        lambda: navigator.go(Place("das_answer", case_id=case.id)),
        icon="message-square",
    )
    return (call, answer)


def _after_the_end(case: Case, desk: Desk, navigator: Navigator) -> tuple[Command, ...]:
    add = Command(
        "Add to the record", lambda: navigator.open_case(case.id, "record"), icon="pen-line"
    )
    found = [*begin_commands(case, desk, navigator), add]
    if desk.may(Deed.BEGIN_CASE):
        found.append(
            Command(
                "Step down from social care: a new case for this family",
                lambda: navigator.open_record(desk.step_downs.start(case.id)),
                icon="arrow-down",
            )
        )
    return (*found, *beside_commands(case, desk, navigator))


def _signatures(case: Case, desk: Desk, navigator: Navigator) -> list[Command]:
    """A command for each form being written that a manager can be asked to sign."""
    if not desk.may(Deed.ASK_SIGN_OFF):
        return []
    return [
        Command(
            f"Ask a manager to sign the {desk.pack.label('sign_offs', record.form).lower()}",
            lambda key=record.id: navigator.go(  # type: ignore[misc]
                Place("ask_signature", case_id=case.id, record_id=key)
            ),
            icon="signature",
        )
        for record in desk.oversight.signable(case)
        if record.finished_at is None and not case.standing(record.id).waits_for_a_manager
    ]


def _anywhere(case: Case, desk: Desk, navigator: Navigator) -> tuple[Command, ...]:
    found = [
        Command(
            f"Print: {title}",
            lambda kind=kind: navigator.open_print(kind, case.id),  # type: ignore[misc]
            icon="printer",
        )
        for kind, title in desk.papers.kinds(case)
    ]
    if desk.may(Deed.PIN) and case.state is not State.WITHDRAWN:
        words = "Take it out of the pinned families" if case.pinned else "Pin this family"
        found.append(
            Command(
                words,
                lambda: _pin(case, desk, navigator),
                icon="pin-off" if case.pinned else "pin",
            )
        )
    if desk.may(Deed.JOIN_PEOPLE) and case.people:
        found.append(
            Command(
                "These are the same person",
                lambda: navigator.go(Place("same_person", case_id=case.id)),
                icon="merge",
            )
        )
    return tuple(found)


def _pin(case: Case, desk: Desk, navigator: Navigator) -> None:
    desk.cases.set_pinned(case.id, not case.pinned)
    done = "no longer pinned" if case.pinned else "pinned"
    navigator.say(
        f"{case.family.title} {done}", lambda: desk.cases.set_pinned(case.id, case.pinned)
    )
