"""From an empty computer to a closed case and its printed plan, by somebody at the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ehdesk.desk import open_desk
from ehdesk.domain.pathway import State
from ehdesk.kernel.home import Home
from tests.documents.reading import faults, page_text, solid
from tests.flows.conftest import Opened
from tests.flows.whole_journey import PASSWORD, WholeJourney, save_paper


def test_a_school_goes_from_an_empty_computer_to_a_closed_case_and_its_printed_plan(
    open_window: Callable[[Path], Opened], tmp_path: Path
) -> None:
    home = tmp_path / "home"
    application, me, clock = open_window(home)
    go = WholeJourney(me, clock)
    go.first_run()
    out = tmp_path / "sent"
    out.mkdir()
    go.request(out)
    go.decision()
    go.assessment()
    go.first_meeting()
    go.review()
    save_paper(me, "Brennan", "Family action plan", tmp_path / "plan.pdf", lambda _name: None)
    go.closure()
    me.sees("Closed 15 Dec 2026")
    save_paper(me, "Brennan", "Closure form", tmp_path / "closure.pdf", lambda _name: None)
    assert "Brennan" not in application.window.windowTitle()
    application.window.close()

    plan = solid(page_text((tmp_path / "plan.pdf").read_bytes()))
    for words in ("Callum feels calm at school", "Someone meets Callum at the gate", "Priya"):
        assert solid(words) in plan
    closure = solid(page_text((tmp_path / "closure.pdf").read_bytes()))
    assert solid("We leave the house laughing.") in closure
    assert faults((tmp_path / "plan.pdf").read_bytes()) == []
    assert faults((tmp_path / "closure.pdf").read_bytes()) == []
    _the_record_says_what_was_typed(home, clock)
    _no_file_names_the_family(home)
    assert {path.suffix for path in out.rglob("*") if path.is_file()} == {".pdf", ".ehpacket"}
    _no_file_names_the_family(out)


def _the_record_says_what_was_typed(home: Path, clock: object) -> None:
    place = Home(home)
    store = next(place.stores_folder.glob("*.ehdesk"))
    desk = open_desk(store, password=PASSWORD, clock=clock, home=place)  # type: ignore[arg-type]
    case_id = desk.lists.case_id("EH-26-0001")
    assert case_id is not None
    case = desk.cases.get(case_id)
    assert case.state is State.CLOSED
    assert [step.move for step in case.steps] == [
        "begin",
        "send",
        "accept_for_hub",
        "hub_allocates",
        "first_taf",
        "review",
        "close",
    ]
    assert {child.first_name for child in case.children} == {"Callum", "Niamh"}
    assert case.outcomes[0].now == 8
    assert case.lead == "Priya Nair"
    assert [paper.kind for paper in case.papers] == ["request", "family-plan", "closure"]
    (sent,) = case.disclosures
    assert (sent.way, sent.receipt, len(sent.files)) == ("anycomms", "AC-20931", 2)
    assert {need.outcome for need in case.needs} == {"met"}
    lanes = {entry.lane for entry in desk.cases.timeline(case)}
    assert {"pathway", "meetings", "reviews", "actions"} <= lanes
    assert desk.check() == ()
    desk.close()


def _no_file_names_the_family(home: Path) -> None:
    for path in home.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            for secret in ("Brennan", "Tansy Walk", "I worry about Mum"):
                for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                    assert secret.encode(encoding) not in content, path.name
