"""The duties of the lead practitioner for one family: how each stands, and what to do about it."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.lead_duties import Duty, lead_duties
from ehdesk.kernel.notices import Changed
from ui.cases.emptied import empty
from ui.cases.icon import Icon
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.navigation import Navigator, Page, Place
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.pill import Pill
from ui.theme import theme
from ui.work.forms_to_begin import open_form

_TABS = {"plan": "plan", "documents": "documents"}
_FORMS = {"meeting": "taf_meeting", "hand_over": "hand_over", "review": "review"}


class DutiesPage(Page):
    """Nothing is ticked by hand: the record says how each duty stands."""

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID) -> None:
        super().__init__()
        self._desk, self._navigator, self._case_id = desk, navigator, case_id
        self._case = desk.cases.get(case_id)
        called = desk.pack.say("{lead_practitioner.name}")
        family = self._case.family.title
        self.header = PageHeader(called, self._case.reference, ("Cases", family))
        self.header.set_title(
            desk.pack.say("{family}: duties of the {lead_practitioner.name}", family=family)
        )
        self.header.breadcrumb_chosen.connect(
            lambda place: navigator.go(self.breadcrumb()[place][1])
        )
        self.hand_over = Button("Hand over", "secondary", "arrow-right-left")
        self.hand_over.clicked.connect(lambda: self._open("hand_over"))
        self.header.add_action(self.hand_over)
        self.card = Card(padding=22)
        self.card.setMaximumWidth(theme().px(860))
        self.card.body.setSpacing(theme().px(18))
        self.buttons: dict[str, Button] = {}
        page = ScrollPage(self.header)
        page.body.addWidget(self.card)
        page.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.refresh()

    def title(self) -> str:
        return self.header.title

    def breadcrumb(self) -> tuple[tuple[str, Place], ...]:
        case = Place("case", case_id=self._case_id, tab="overview")
        return (("Cases", Place("cases")), (self._case.family.title, case))

    def case_id(self) -> UUID:
        return self._case_id

    def focus_start(self) -> None:
        self.header.focus_title()

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        return self.header, self.card

    def refresh(self, changed: Changed | None = None) -> None:
        if changed is not None and changed.cases and self._case_id not in changed.cases:
            return
        case = self._case = self._desk.cases.get(self._case_id)
        offered = {form.code for form in self._desk.case_forms.offered(case)}
        self.hand_over.setVisible("hand_over" in offered)
        empty(self.card.body)
        self.buttons = {}
        for duty in lead_duties(case, self._desk.pack, self._desk.clock.today()):
            self.card.body.addWidget(self._line(duty, case))

    def _line(self, duty: Duty, case: Case) -> QWidget:
        px, stands = theme().px, duty.stands
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(14))
        icon = "circle-check" if stands.is_met else "circle-alert"
        row.addWidget(Icon(icon, "done.ink" if stands.is_met else "soon.ink", 20, 1))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(Label(duty.name, "body_strong"))
        words.addWidget(Label(duty.text, "help", "text2"))
        words.addWidget(Label(stands.words, "body"))
        row.addLayout(words, 1)
        pill = (
            Pill("In order", "done", "check") if stands.is_met else Pill("To do", "soon", "clock")
        )
        row.addWidget(pill)
        if stands.do and case.is_open and self._desk.may(Deed.WORK):
            button = self.buttons[duty.code] = Button(stands.do, "secondary", "arrow-right")
            button.clicked.connect(partial(self._open, stands.opens))
            row.addWidget(button)
        return line

    def _open(self, what: str, *_more: object) -> None:
        case = self._case
        if what in _TABS:
            self._navigator.open_case(case.id, _TABS[what])
        elif what == "minutes":
            last = case.held_meetings[-1]
            records = [r for r in case.finished("taf_meeting") if r.subject_id == last.id]
            self._navigator.open_print("minutes", case.id, records[-1].id if records else None)
        else:
            open_form(_FORMS[what], case, self._desk, self._navigator)
