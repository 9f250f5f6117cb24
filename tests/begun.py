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
        self.records = {
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
        for form in ("request", "eha"):
            desk.attachments.add(self.records[form], "A drawing.png", png())
