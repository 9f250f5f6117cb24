"""Who may do what: every cell of the table is tried through the services, on a real store."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

import ehdesk.services
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.access import FIRST_USER, Deed, Role, changes_anything, may, roles_for
from ehdesk.domain.advice import AdviceTyped
from ehdesk.domain.disclosures import NotSharing
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from ehdesk.services.consents import Withdrawal
from tests.desks import TODAY, a_journey, colleague, new_desk
from tests.tools import roles_table

NAMES = {
    Role.PRACTITIONER: "Pia Practitioner",
    Role.MANAGER: "Mo Manager",
    Role.LOCALITY_OFFICER: "Lou Locality",
    Role.HUB_COORDINATOR: "Hari Hub",
    Role.READER: "Rae Reader",
}


class House:
    """One store with somebody of each role, a family with a plan, and one that waits."""

    def __init__(self, folder: Path) -> None:
        self.first = new_desk(folder)
        colleague(self.first, "Max Manager", Role.MANAGER)  # so that a manager can ask one
        self.desks = {role: colleague(self.first, NAMES[role], role) for role in Role}
        go = a_journey(self.first)
        go.send(60)
        go.decide(58, "eha")
        go.assess(50)
        go.first_taf(40)
        go.on(0)
        self.plan = go

    def sent(self) -> Journey:
        go = a_journey(self.first, 4)
        go.send(3)
        go.on(0)
        return go

    def at_the_hub(self) -> UUID:
        go = a_journey(self.first, 6)
        go.send(9)
        go.accept(7, "eha")
        go.on(0)
        return go.case_id

    def begun(self) -> Journey:
        go = a_journey(self.first, 5)
        go.begin(1)
        go.on(0)
        return go


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    made = House(tmp_path_factory.mktemp("house"))
    yield made
    made.first.close()


def got_to(title: str, deed: Callable[[], object]) -> None:
    """The role was let through, and what was tried then ended for a reason of its own."""
    try:
        deed()
    except EhdeskError as error:
        if error.title != title:
            raise


def _record(go: Journey, form: str) -> UUID:
    return next(record.id for record in go.case.records if record.form == form)


def _fill_in(house: House, desk: Desk) -> None:
    go = house.begun()
    desk.forms.save(
        _record(go, "request"),
        {"asking.role": "Teacher"},
        place="asking",
        steps_done=0,
        steps_total=9,
    )


def _send(house: House, desk: Desk) -> None:
    desk.requests.withdraw(house.sent().case_id, "They would rather not.")


def _decide(house: House, desk: Desk) -> None:
    desk.decisions.open(house.sent().case_id)


def _run_hub(house: House, desk: Desk) -> None:
    case_id, hub = house.at_the_hub(), desk.hub
    meeting = hub.make_meeting(TODAY, starts="09:30", slots=2)
    first, second = next(one.slots for one in hub.meetings(TODAY) if one.id == meeting)
    hub.place(case_id, first.id)
    hub.take_out(case_id)
    hub.place(case_id, second.id)
    hub.answer(hub.ask(case_id, "Who has told the school?"), "The parents.", "Priya Nair")
    hub.call_off(meeting)
    assert desk.case_forms.start(case_id, "hub_decision")


def _to_das(house: House, desk: Desk) -> None:
    desk.requests.refer_to_das(
        house.begun().case_id, when=TODAY, who_took_it="Duty", reason="Bruises."
    )


def _step(house: House, desk: Desk) -> None:
    go = house.begun()
    house.first.requests.refer_to_das(go.case_id, when=TODAY, who_took_it="Duty", reason="Bruises.")
    desk.steps.record(go.case_id, "back_to_draft", on=TODAY, reason="No further action.")


def _withdraw_consent(house: House, desk: Desk) -> None:
    desk.consents.withdraw(house.plan.case_id, Withdrawal(TODAY, "Dawn"))()


def _close(house: House, desk: Desk) -> None:
    draft = house.plan.case.draft("closure")
    if draft is None:
        desk.closures.start(house.plan.case_id)
    else:
        # Begun by who came before; the next one gets as far as what the form still needs.
        got_to("This case cannot close yet", lambda: desk.closures.close(draft.id))


def _share(house: House, desk: Desk) -> None:
    desk.disclosures.decide_not_to_share(
        house.plan.case_id,
        NotSharing(
            decided_on=TODAY,
            agency="Police",
            title="The plan",
            people=(house.plan.case.people[0].id,),
            information=("contact",),
            why_not="Not theirs to know.",
        ),
    )


def _print(house: House, desk: Desk) -> None:
    desk.papers.log("family-plan", house.plan.case_id, way="printed", pdf=b"a paper")


def _join(house: House, desk: Desk) -> None:
    people = house.plan.case.people
    desk.duplicates.say_not_the_same(people[0].id, people[1].id)
    desk.duplicates.ask_again(people[0].id, people[1].id)


def _restricted(house: House, desk: Desk) -> None:
    got_to("That is not a restricted note", lambda: desk.restricted.open(uuid4(), "To see"))


def _ask(house: House, desk: Desk) -> None:
    desk.oversight.ask(_record(house.sent(), "request"))


def _asked(house: House) -> UUID:
    record = _record(house.sent(), "request")
    house.first.oversight.ask(record)
    return record


def _sign(house: House, desk: Desk) -> None:
    desk.oversight.sign(_asked(house))


def _answer(house: House, desk: Desk) -> None:
    record = _asked(house)
    house.desks[Role.MANAGER].oversight.pin(record, "reason.worries", "Say more.")
    pin = house.first.oversight.read(record).standing.pins[0]
    desk.oversight.answer(pin.id, "Done.")


def _disagree(house: House, desk: Desk) -> None:
    _raised(house, desk)


def _raised(house: House, desk: Desk) -> tuple[UUID, UUID]:
    case = house.plan.case_id
    key = desk.disagreements.raise_it(
        case, about="The threshold", with_whom="The duty team", on=TODAY, said="Rang."
    )
    return case, key


def _settle(house: House, desk: Desk) -> None:
    case, key = _raised(house, house.first)
    desk.disagreements.settle(case, key, on=TODAY, said="We agree now.")


TRIES: dict[Deed, Callable[[House, Desk], object]] = {
    Deed.READ: lambda house, desk: (desk.cases.get(house.plan.case_id), desk.lists.today()),
    Deed.BEGIN_CASE: lambda _house, desk: desk.requests.start(),
    Deed.FILL_IN: _fill_in,
    Deed.WORK: _withdraw_consent,
    Deed.SEND_REQUEST: _send,
    Deed.DECIDE: _decide,
    Deed.RUN_HUB: _run_hub,
    Deed.REFER_TO_DAS: _to_das,
    Deed.RECORD_STEP: _step,
    Deed.CLOSE: _close,
    Deed.SHARE: _share,
    Deed.TAKE_PAPER: _print,
    Deed.ADD_TO_RECORD: lambda house, desk: desk.cases.add_note(house.plan.case_id, "A word."),
    Deed.JOIN_PEOPLE: _join,
    Deed.PIN: lambda house, desk: desk.cases.set_pinned(house.plan.case_id, True),
    Deed.SEE_CONFIDENTIAL: lambda house, desk: desk.cases.note_shown(house.plan.case_id, "It"),
    Deed.OPEN_RESTRICTED: _restricted,
    Deed.TEACH_WORDS: lambda _house, desk: desk.writing.learn("Larkmoor"),
    Deed.ASK_SIGN_OFF: _ask,
    Deed.ANSWER_COMMENTS: _answer,
    Deed.SIGN_OFF: _sign,
    Deed.OVERSEE: lambda house, desk: desk.oversight.note(house.plan.case_id, "Seen."),
    Deed.SUPERVISE: lambda house, desk: desk.supervision.begin(house.first.user.id),
    Deed.SEE_REPORTS: lambda _house, desk: desk.reports.make(),
    Deed.DISAGREE: _disagree,
    Deed.SETTLE: _settle,
    Deed.ADVISE: lambda _house, desk: desk.advice.finish(
        AdviceTyped(started_at=desk.clock.now(), question="A group?", said="Two of them.")
    ),
    Deed.CHECK_LISTS: lambda _house, desk: desk.directory.say_contacts_checked(),
    Deed.MANAGE_PEOPLE: lambda _house, desk: desk.users.set_forms_signed(["closure"]),
}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("deed", list(TRIES))
def test_each_role_does_what_the_table_says_and_nothing_else(
    house: House, role: Role, deed: Deed
) -> None:
    desk = house.desks[role]
    assert desk.may(deed) is may([role], deed)
    if may([role], deed):
        TRIES[deed](house, desk)
        return
    with pytest.raises(NotAllowed) as refused:
        TRIES[deed](house, desk)
    assert refused.value.title == f"You cannot {deed.words}"
    assert refused.value.message.startswith("In this store that is for a")
    others = [NAMES[one] for one in Role if one in roles_for(deed)]
    assert any(name in refused.value.what_to_do for name in others)


def test_a_reader_has_changed_nothing_at_all(house: House) -> None:
    reader = house.desks[Role.READER].user
    with house.first.store.engine.connect() as connection:
        wrote = connection.exec_driver_sql(
            "SELECT count(*) FROM history WHERE user_id = ?", (reader.id.hex,)
        ).scalar_one()
    assert wrote == 0
    assert not changes_anything([Role.READER])


def test_every_deed_is_tried() -> None:
    assert set(TRIES) == set(Deed)
    used = set()
    for file in Path(ehdesk.services.__path__[0]).glob("*.py"):
        used |= set(re.findall(r"_allow\(Deed\.(\w+)", file.read_text(encoding="utf-8")))
    # Reading is for everybody who can open the store, so no service asks.
    assert {Deed[name] for name in used} == set(TRIES) - {Deed.READ}


def test_every_service_asks_before_it_changes_anything() -> None:
    for file in Path(ehdesk.services.__path__[0]).glob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for one in ast.walk(tree):
            if isinstance(one, ast.ClassDef):
                for method in one.body:
                    if isinstance(method, ast.FunctionDef):
                        said = ast.unparse(method)
                        asks = "self._allow(" in said or method.name in HELPED
                        assert asks or ".changing(" not in said, f"{file.name} {method.name}"


HELPED = {"_mark", "_go_on"}
"""Inner parts whose callers have asked: each is in one file and is called by nothing else."""


def test_the_first_user_of_a_store_is_never_locked_out(desk: Desk) -> None:
    assert desk.user.access == FIRST_USER
    assert all(desk.may(deed) for deed in Deed)


def test_nobody_signs_their_own_work(house: House) -> None:
    assert not may(list(Role), Deed.SIGN_OFF, own=True)
    record = _asked(house)
    with pytest.raises(NotAllowed) as refused:
        house.first.oversight.sign(record)
    assert "Nobody signs what they wrote" in refused.value.message
    assert NAMES[Role.MANAGER] in refused.value.what_to_do


def test_the_page_about_roles_says_what_the_code_does() -> None:
    assert roles_table.FILE.read_text(encoding="utf-8") == roles_table.text(), "run: make roles"
