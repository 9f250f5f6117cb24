"""From an assessment over the panel to its resources, and to the closure, at the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from ehdesk.domain.pathway import State
from tests.desks import a_clock, a_journey, new_desk
from tests.flows.conftest import Opened
from tests.ui.window import unlock


def test_a_plan_that_does_not_work_goes_to_the_panel_gets_resources_and_closes(
    open_window: Callable[[Path], Opened], tmp_path: Path, qtbot: object
) -> None:
    desk = new_desk(tmp_path / "home", a_clock())
    go = a_journey(desk)
    go.send(300)
    go.decide(298, "eha")
    go.assess(290)
    go.first_taf(280, last_due=100)
    go.review(195, up=0)
    go.review(105, up=-1, decision="masp")
    go.on(0)
    family = go.case.family.title
    desk.close()

    application, me, clock = open_window(tmp_path / "home")
    frame = unlock(qtbot, application)  # type: ignore[arg-type]
    me.press("Cases")
    me.choose_row(family)
    me.sees("Where this family is")
    me.choose_tab("Documents")
    me.press("Refer to the panel")

    me.sees("refer to the panel")
    me.answer("Is a child at risk of harm now?", "No")
    me.press("No improvement", under="Why the panel?")
    me.press("Escalation", under="Why the panel?")
    me.write("In a few words, why now?", "No better after two reviews.")
    me.answer("Have the parents or carers been told?", "Yes")
    me.answer("Do they agree that the panel talks about them?", "Yes")
    me.write_date("When were they told?", "12/11/26")
    me.press("Resources from Step Up Step Down (SUSD)", under="What would help?")
    me.press("A new agency joins", under="What would help?")
    me.write("Say it in a sentence or two", "A family worker for ten weeks of evenings.")
    me.write("For how long?", "10 weeks")
    me.write("What happens if the panel says no?", "Back to the plan.")
    me.write_date("Which panel, on what date?", "2/12/26")
    me.write_date("Papers in by", "25/11/26")
    me.sees("8 days to send")
    me.write("What has been tried, and what came of it?", "Family support each week.")
    me.write_date("Sent on", "17/11/26")
    me.write("Manager", "Dev Mistry")
    me.write_date("Date", "17/11/26", under="")
    me.press("Record as sent")
    me.sees("The referral to the panel is recorded")
    desk = frame.desk
    case = desk.cases.get(go.case_id)
    assert case.state is State.MASP
    (referral,) = case.finished("masp")
    assert referral.answers["why.triggers"] == ["no_improvement", "escalation"]

    clock.move_to(datetime(2026, 12, 3, 9, 30))  # noqa: DTZ001 (London)
    me.press("Cases")
    me.choose_row(family)
    me.press("MASP, now")
    me.sees("Panel on 2 Dec 2026")
    me.press("Record the panel’s answer")
    me.sees("The panel")
    me.press("Save and continue")
    me.press("Resources from Step Up Step Down (SUSD)", under="What did the panel decide?")
    me.write("Why, in the panel's words?", "The plan is right and needs more hands.")
    me.press("Save and continue")
    me.sees("What follows")
    me.press("Save and continue")
    me.press("Record the panel’s answer")
    me.sees("The panel’s answer is recorded")
    case = desk.cases.get(go.case_id)
    assert case.state is State.PLAN
    me.press("Cases")
    me.choose_row(family)
    me.press("MASP, done")
    me.sees("Decided")
    me.sees("Open the panel’s answer")

    clock.move_to(datetime(2027, 1, 20, 9, 30))  # noqa: DTZ001 (London)
    me.press("Cases")
    me.choose_row(family)
    me.press("Close, could be next")
    me.press("Go to the form")
    me.sees("Why is it closing?")
    me.answer("Why is the case closing?", "Needs met")
    me.write("In a few words, what led to closing?", "The evenings are calm.")
    me.pick("Decided where", "TAF")
    me.press("Save and continue")
    me.sees("How far has the family come?")
    for need in case.needs:
        name = desk.pack.label("needs", need.code)
        me.press("Met", under=f"{name}: how it went")
    me.write("In the family's words, what is different now?", "The evenings are ours again.")
    me.write("What still needs support, and who will give it?", "School keeps an eye on it.")
    me.press("Save and continue")
    me.write("What do the parents or carers say about the help?", "It came when it was needed.")
    me.write("Why are there no words from a child?", "She would rather not say.")
    me.press("Save and continue")
    me.press("Add a service")
    me.write("Service", "School")
    me.write("What it offers and how to reach it", "Ms Kaur sees her each half-term.")
    me.write("Who was told that the case is closing?", "School and the health visitor.")
    me.write("How can the family come back?", "Ring the school, or the One Number.")
    me.press("Save and continue")
    me.answer("May somebody get in touch in 6 months to ask how it is?", "Yes")
    me.press("Save and continue")
    me.write("Manager", "Dev Mistry")
    me.write_date("Date", "20/1/27")
    me.write("What does the manager say?", "Agreed to close.")
    me.press("Save and continue")
    me.sees("Check")
    me.press("Close the case")
    me.sees("The case is closed")
    case = desk.cases.get(go.case_id)
    assert case.state is State.CLOSED
    assert [step.move for step in case.steps][-3:] == ["refer_to_masp", "resources_agreed", "close"]
