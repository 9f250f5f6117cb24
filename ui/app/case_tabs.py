"""The tabs of a case that come from other parts of the window: one line a tab."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.records import Contact, Record
from ui.cases.case_menu import record_contact
from ui.cases.case_tab import CaseTab, TabFactory
from ui.kit.buttons import Button
from ui.kit.navigation import Navigator, Place
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
        if self._case is None or not self._case.is_open or not self.desk.may(Deed.WORK):
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
        note = _restricted(key, self._case)
        if note is not None:
            self.navigator.go(Place("restricted", case_id=self._case.id, contact_id=note.id))
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
            "added": "record",
        }
        self.navigator.open_case(self._case.id, tabs.get(key.partition(":")[0], "overview"))

    def _on_contact(self) -> None:
        if self._case is not None:
            record_contact(self._case, self.desk, self.navigator)


def _restricted(key: str, case: Case) -> Contact | None:
    """The restricted note that an entry of the timeline tells of."""
    kind, _, contact_id = key.partition(":")
    found = (one for one in case.contacts if one.restricted and str(one.id) == contact_id)
    return next(found, None) if kind == "contact" else None


def _record(key: str, case: Case) -> Record | None:
    """The form that an entry of the timeline was made from."""
    kind, _, contact_id = key.partition(":")
    if kind != "contact":
        return next((record for record in case.records if str(record.id) == key), None)
    contact = next((one for one in case.contacts if str(one.id) == contact_id), None)
    if contact is None:
        return None
    return next((one for one in case.finished("contact") if one.id == contact.record_id), None)


CASE_TABS: Mapping[str, TabFactory] = MappingProxyType({"timeline": TimelineTab})
"""By the key of the tab; ``ui.cases.case_page`` says which tabs there are and in what order."""
