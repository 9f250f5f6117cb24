"""The tabs of a case that come from other parts of the window: one line a tab."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.domain.records import Record
from ui.cases.case_menu import record_contact
from ui.cases.case_tab import CaseTab, TabFactory
from ui.kit.buttons import Button
from ui.kit.navigation import Navigator
from ui.timeline.timeline_page import TimelinePanel


class TimelineTab(CaseTab):
    """The timeline of the case; opening an entry opens what it was made from."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__(desk, navigator)
        self._case: Case | None = None
        self.panel: TimelinePanel | None = None
        self.contact_button = Button("Record a contact", "primary", "notebook-pen")
        self.contact_button.clicked.connect(self._on_contact)

    def header_actions(self) -> Sequence[Button]:
        if self._case is None or not self._case.is_open or self.desk.read_only:
            return ()
        return (self.contact_button,)

    def show_case(self, case: Case) -> None:
        self._case = case
        entries = self.desk.cases.timeline(case)
        today = self.desk.clock.today()
        if self.panel is None:
            self.panel = TimelinePanel(entries, today)
            self.panel.entry_opened.connect(self._on_entry)
            self.body.addWidget(self.panel, 1)
        else:
            self.panel.set_entries(entries, today)

    def _on_entry(self, key: str) -> None:
        if self._case is None:
            return
        record = _record(key, self._case)
        if record is not None:
            self.navigator.open_record(record.id)
            return
        tabs = {
            "meeting": "meetings",
            "review": "reviews",
            "action": "plan",
            "contact": "documents",
        }
        self.navigator.open_case(self._case.id, tabs.get(key.partition(":")[0], "overview"))

    def _on_contact(self) -> None:
        if self._case is not None:
            record_contact(self._case, self.desk, self.navigator)


def _record(key: str, case: Case) -> Record | None:
    """The form that an entry of the timeline was made from."""
    kind, _, contact_id = key.partition(":")
    if kind != "contact":
        return next((record for record in case.records if str(record.id) == key), None)
    contact = next((one for one in case.contacts if str(one.id) == contact_id), None)
    if contact is None:
        return None
    said = {
        "contact.on": contact.happened_on.isoformat(),
        "contact.who": contact.who,
        "contact.said": contact.note,
    }
    for record in case.finished("contact"):
        if all((record.answers.get(question) or "") == words for question, words in said.items()):
            return record
    return None


CASE_TABS: Mapping[str, TabFactory] = MappingProxyType({"timeline": TimelineTab})
"""By the key of the tab; ``ui.cases.case_page`` says which tabs there are and in what order."""
