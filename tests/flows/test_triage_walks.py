"""A locality officer decides requests through the window: every answer but the main road."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.domain.lists import CaseFilter
from ehdesk.domain.pathway import State
from tests.desks import DemoHome
from tests.documents.reading import faults, page_text, squeeze
from tests.flows.conftest import Opened
from tests.person import Person
from tests.ui.window import unlock


class Officer:
    """Somebody who decides, in the demo store, with the Brennan family's request waiting."""

    def __init__(self, me: Person, desk: Desk) -> None:
        self.me = me
        self.desk = desk
        self.brennan = self.family("Brennan")

    def family(self, name: str) -> UUID:
        return self.desk.lists.case_ids(CaseFilter(text=name)).ids[0]

    @property
    def case(self) -> Case:
        return self.desk.cases.get(self.brennan)

    def begin_to_decide(self) -> None:
        self.me.press("Requests")
        self.me.sees("to decide")
        self.me.press("Decide, Brennan family")
        self.me.sees("decide the request")
        self.me.answer("Is a child at risk of harm now?", "No, carry on")

    def record(self, what: str, why: str) -> None:
        self.me.write("Why this decision?", why)
        self.me.press("Record decision")
        self.me.sees(f"Recorded: {what}")
        self.me.sees("Who is told")

    def paper(self, kind: str) -> str:
        pdf = self.desk.papers.build(kind, self.brennan)
        assert faults(pdf) == []
        return squeeze(page_text(pdf))


@pytest.fixture
def officer(
    open_window: Callable[[Path], Opened], demo_home: DemoHome, tmp_path: Path, qtbot: QtBot
) -> Officer:
    application, me, _clock = open_window(demo_home.copy_to(tmp_path / "home").root)
    frame = unlock(qtbot, application)
    return Officer(me, frame.desk)


def test_a_threshold_that_is_not_met_is_signposted_and_the_letter_is_looked_at(
    officer: Officer,
) -> None:
    me = officer.me
    officer.begin_to_decide()
    me.answer("What is decided?", "Threshold not met")
    me.press("Add a service")
    me.write("Service", "Larkmoor food bank")
    me.write("What it offers and how to reach it", "Thursdays, no letter needed.")
    officer.record("threshold not met, signposted", "The school meets most of this already.")
    assert officer.case.state is State.SIGNPOSTED
    me.press("Look and print: Letter to the family")
    me.sees("Letter to the family")
    letter = officer.paper("decision-letter")
    assert "We did not say yes, and here is what to do" in letter
    assert "Larkmoor food bank. Thursdays, no letter needed." in letter


def test_a_request_is_sent_back_mended_sent_again_and_accepted(officer: Officer) -> None:
    me = officer.me
    officer.begin_to_decide()
    me.answer("What is decided?", "Sent back for more")
    me.write("What is missing, and who is asked for it?", "What the school nurse says.")
    officer.record("request sent back for more", "Health is named and nobody of health is.")
    assert officer.case.state is State.RETURNED
    me.press("Requests")
    me.press("See what is missing, Brennan family")
    me.sees("sent back for more")
    me.sees("What the school nurse says.")
    me.press("Go on with the request")
    me.sees("Sent back: this is missing")
    me.choose_row("Needs and worries")
    me.write("What are you worried about?", "The school nurse sees the same tiredness.")
    me.choose_row("Send")
    me.sees("Send the request")
    me.press("AnyComms+")
    me.press("Record as sent")
    me.waits_for(lambda: officer.case.state is State.SENT)
    officer.begin_to_decide()
    me.answer("What is decided?", "Threshold met")
    me.answer("Which help?", "Assessment")
    officer.record("accepted for an assessment", "It says enough now.")
    assert officer.case.state is State.HUB
    assert [step.move for step in officer.case.steps][-4:] == [
        "send",
        "return_request",
        "send",
        "accept_for_hub",
    ]
    requests = officer.case.finished("request")
    assert len(requests) == 2
    assert requests[-1].answers["needs.worries"] == "The school nurse sees the same tiredness."


def test_a_worry_for_a_child_in_the_middle_of_a_request_comes_first(officer: Officer) -> None:
    me = officer.me
    officer.begin_to_decide()
    me.answer("What is decided?", "Threshold met")
    me.answer("Is a child at risk of harm now?", "Yes, refer to DAS now")
    me.sees(officer.desk.pack.contact("das").phone)
    assert not me.can_see("Which help?")
    me.write("Who took the call?", "The duty worker")
    me.write("What did you tell them", "What Callum said to the cook. They visit at three.")
    me.answer("What happens to the request meanwhile?", "It waits for their answer")
    me.press("Record the referral")
    me.sees("No letter is made")
    assert officer.case.state is State.DAS
    call = officer.case.das_referral
    assert call is not None
    assert (call.taken_by, call.meanwhile) == ("The duty worker", "waits")
    assert call.happened_at
    me.press("Requests")
    me.press("Record answer, Brennan family")
    me.sees("What Callum said to the cook.")
    me.answer("What happens with the case?", "DAS took no further action")
    me.write("What did they answer, and why?", "They visited. Callum is safe.")
    me.press("Record it")
    me.waits_for(lambda: officer.case.state is State.SENT)
    me.press("Requests")
    me.press("Decide, Brennan family")
    me.sees("decide the request")
    me.answer("Is a child at risk of harm now?", "No, carry on")
    me.answer("What is decided?", "Threshold met")
    me.answer("Which help?", "Assessment")
    officer.record("accepted for an assessment", "Four needs, and the visit found no more.")
    assert officer.case.state is State.HUB


def test_professionals_join_an_assessment_that_is_found_by_name(officer: Officer) -> None:
    me = officer.me
    vadgama = officer.family("Vadgama")
    officer.begin_to_decide()
    me.answer("What is decided?", "Joins an EHA that runs")
    me.write("Find an assessment that runs", "Vadgama")
    me.press("Join this one: Vadgama family")
    officer.record("professionals join", "One plan for the cousins, who live together.")
    case = officer.case
    assert case.state is State.JOINED
    assert case.joins_case_id == vadgama
    there = {one.name for one in officer.desk.cases.get(vadgama).professionals}
    assert "Priya Nair" in there
    letter = officer.paper("decision-letter")
    assert "more people join your plan" in letter
    assert f"{officer.desk.cases.get(vadgama).lead} still leads." in letter
