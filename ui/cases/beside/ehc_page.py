"""How early help goes together with a child's Education, Health and Care plan."""

from __future__ import annotations

from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.forms.load import latest
from ehdesk.services.allocating import MAINSTREAM, TWO_PLANS
from ehdesk.services.circumstances import EhcPlan
from ui.cases.small_form import Faults, SmallForm
from ui.kit.card import Card
from ui.kit.choice import Choice
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.navigation import Navigator
from ui.kit.option_card import OptionCards
from ui.kit.radio_group import RadioGroup


class EhcPage(SmallForm):
    """One planning process, or two linked plans, of which the school leads the family's."""

    verb = "Record it"
    footer_words = "The same answers as on the request. Each change stays in the record."

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID) -> None:
        super().__init__(desk, navigator, case_id, "Working with an EHC plan")
        asking = latest(desk.pack.forms, "request")
        plan, mode = asking.field("asking.ehc_plan"), asking.field("asking.ehc_process")
        self.plan = RadioGroup([(o.value, o.label) for o in plan.options], plan.label)
        self.plan.set_value(self.case.ehc_plan)
        self.mode = OptionCards([(o.value, o.label, o.hint) for o in mode.options], mode.label)
        self.mode.set_value(self.case.ehc_mode)
        schools = [one for one in self.case.professionals if one.agency_type in MAINSTREAM]
        self.lead = Choice([(str(one.id), one.described) for one in schools], "Who leads?")
        lead = self.case.lead_practitioner
        self._may_choose = lead is None and bool(schools)
        rows = {
            "plan": FieldRow(plan.label, "", self.plan),
            "mode": FieldRow(mode.label, "", self.mode),
            "lead": FieldRow("Who of the school leads?", "", self.lead, optional=True),
        }
        for key, row in rows.items():
            self.card.body.addWidget(self.add_row(key, row))
        self.leads = Label("", "body", "text2")
        if lead is not None:
            self.leads.setText(f"{lead.described} leads. A change of lead is a hand-over.")
        elif not schools:
            self.leads.setText("Nobody of a mainstream school is among the people helping yet.")
        self.card.body.addWidget(self.leads)
        self._page.body.insertWidget(2, self._rules())
        self.plan.value_changed.connect(self._show_chosen)
        self.mode.value_changed.connect(self._show_chosen)
        self.begin("ehc plan")
        self._show_chosen()

    def faults(self) -> Faults:
        return self.desk.circumstances.ehc_faults(self._wanted())

    def save(self) -> None:
        wanted = self._wanted()
        self.desk.circumstances.set_ehc_plan(self.case.id, wanted, draft=self.draft.page)
        self.navigator.say("It is recorded how the plans work together")

    def go_on(self) -> None:
        self.navigator.open_case(self.case.id)

    def _wanted(self) -> EhcPlan:
        lead = self.lead.value() if self._may_choose else ""
        return EhcPlan(self.plan.value(), self.mode.value(), str(lead or ""))

    def _show_chosen(self) -> None:
        has_plan = self.plan.value() == "yes"
        two = has_plan and self.mode.value() == TWO_PLANS
        self.rows["mode"].setVisible(has_plan)
        self.rows["lead"].setVisible(two and self._may_choose)
        self.leads.setVisible(two and bool(self.leads.text()))

    def _rules(self) -> Card:
        """What the authority says about it."""
        card = Card("What the rule is", padding=22)
        card.setMaximumWidth(self.card.maximumWidth())
        for point in self.desk.pack.ehc_rules:
            if point.code != "say_so":
                card.body.addWidget(Label(self.desk.pack.say(point.text), "help", "text2"))
        return card
