"""A record of every form, begun in cases that are far enough along for each."""

from __future__ import annotations

from ehdesk.desk import Desk
from tests.attached import png
from tests.desks import a_journey


class Begun:
    """A case far enough along that each form can be open, with the records of all of them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        go = a_journey(desk)
        go.send(60)
        decided = a_journey(desk, 1)
        decided.send(5)
        go.decide(58, "eha")
        go.assess(50)
        go.first_taf(40)
        go.on(0)
        assessed = a_journey(desk, 2)
        assessed.send(9)
        assessed.decide(8, "eha")
        assessed.on(0)
        at_panel = a_journey(desk)
        at_panel.send(60)
        at_panel.decide(58, "eha")
        at_panel.assess(50)
        at_panel.first_taf(40)
        at_panel.refer_to_panel(5)
        at_panel.on(0)
        short = a_journey(desk, 4)
        short.send(30)
        short.decide(28, "twelve_weeks")
        over = a_journey(desk, 5)
        over.send(90)
        over.decide(88, "twelve_weeks")
        over.close(40)
        over.on(0)
        self.records = {
            "short_review": desk.case_forms.start(short.case_id, "short_review"),
            "hand_over": desk.case_forms.start(go.case_id, "hand_over"),
            "follow_up": desk.case_forms.start(over.case_id, "follow_up"),
            "request": desk.requests.start(),
            "decision": desk.decisions.open(decided.case_id),
            "eha": desk.assessments.open(assessed.case_id),
            "taf_meeting": desk.meetings.start(go.case_id),
            "review": desk.reviews.start(go.case_id),
            "contact": desk.contacts.start(go.case_id),
            "consent": desk.case_forms.start(go.case_id, "consent"),
            "hub_proforma": desk.case_forms.start(assessed.case_id, "hub_proforma"),
            "masp": desk.case_forms.start(go.case_id, "masp"),
            "panel": desk.case_forms.start(at_panel.case_id, "panel"),
            "step_up": desk.case_forms.start(go.case_id, "step_up"),
            "step_down": desk.step_downs.start(),
            "closure": desk.closures.start(go.case_id),
        }
        if desk.pack.hub:
            waits = a_journey(desk, 6)
            waits.send(20)
            waits.accept(18, "eha")
            waits.on(0)
            self.records["hub_decision"] = desk.case_forms.start(waits.case_id, "hub_decision")
        for form in ("request", "eha"):
            desk.attachments.add(self.records[form], "A drawing.png", png())
