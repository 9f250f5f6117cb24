"""The call to the duty service about a child of a case, at any stage and after its end."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ui.kit.navigation import Navigator, Page, Place
from ui.kit.page import PageHeader
from ui.requests.das_view import DasView


class DasPage(Page):
    """The same page that covers a request while it is written, here with the case's name on it.

    Recording a call for a case that has ended begins a new one of the family and refers it.
    """

    made_anew = True

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID) -> None:
        super().__init__()
        self._navigator = navigator
        self._case_id = case_id
        self._case = desk.cases.get(case_id)
        family = self._case.family.title
        self.header = PageHeader(
            desk.pack.say("Call to {das}"), self._case.reference, ("Cases", family)
        )
        self.header.set_title(desk.pack.say("{family}: call to {das}", family=family))
        self.header.breadcrumb_chosen.connect(
            lambda place: navigator.go(self.breadcrumb()[place][1])
        )
        self.view = DasView(desk, case_id, header=self.header, ended=not self._case.is_open)
        self.view.draft.report_to(navigator)
        self.view.mistake.hide()
        may = desk.may(Deed.REFER_TO_DAS)
        self.view.keep.setText("Record it later" if may else "Go back")
        self.view.keep.clicked.connect(navigator.back)
        self.view.recorded.connect(self._on_recorded)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.view)

    def title(self) -> str:
        return self.header.title

    def breadcrumb(self) -> tuple[tuple[str, Place], ...]:
        case = Place("case", case_id=self._case_id, tab="overview")
        return (("Cases", Place("cases")), (self._case.family.title, case))

    def case_id(self) -> UUID:
        return self._case_id

    def focus_start(self) -> None:
        self.header.focus_title()

    def keep(self) -> None:
        self.view.keep_typed()

    def has_unsaved(self) -> bool:
        return self.view.draft.has_unsaved

    def may_leave(self) -> bool:
        return self.view.draft.may_leave(self._navigator)

    def left(self) -> None:
        self.view.draft.close()

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        return self.header, self.view

    def _on_recorded(self, case_id: UUID) -> None:
        again = case_id != self._case_id
        self._navigator.say(
            "The call is recorded in a new case of the family" if again else "The call is recorded"
        )
        self._navigator.open_case(case_id)
