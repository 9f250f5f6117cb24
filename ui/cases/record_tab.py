"""Record: who is who, consent, what was added to the record, and every change to it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget

from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ui.cases.additions import Additions
from ui.cases.case_tab import CaseTab
from ui.cases.changes_card import ChangesCard
from ui.cases.consent_card import ConsentCard
from ui.cases.joining import undo_joining
from ui.cases.people_part import PeoplePart
from ui.kit.buttons import Button
from ui.kit.navigation import Command, Navigator
from ui.kit.segmented import Segmented

_PARTS = (
    ("people", "People"),
    ("consent", "Consent"),
    ("added", "Added since"),
    ("changes", "Changes"),
)


class RecordTab(CaseTab):
    """Four parts, one shown at a time. The changes are read when they are asked for."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__(desk, navigator)
        self._case: Case | None = None
        self.parts = Segmented(_PARTS, "Parts of the record")
        self.parts.value_changed.connect(self._show_part)
        self.people = PeoplePart()
        self.people.address_shown.connect(self._on_address_shown)
        self.consent = ConsentCard()
        self.additions = Additions()
        self.additions.add_asked.connect(self._on_add)
        self.changes = ChangesCard()
        self.changes.undo_asked.connect(self._on_undo)
        self._stack = _Fitting()
        self._pages = {
            "people": self.people,
            "consent": self.consent,
            "added": self.additions,
            "changes": self.changes,
        }
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.add_button = Button("Add to the record", "secondary", "pen-line")
        self.add_button.clicked.connect(self._on_begin)
        self.body.addWidget(self.parts)
        self.body.addWidget(self._stack)
        self.body.addStretch(1)

    def header_actions(self) -> Sequence[Button]:
        return () if self.desk.read_only else (self.add_button,)

    def commands(self) -> Sequence[Command]:
        if self.desk.read_only:
            return ()
        return (Command("Add to the record", self._on_begin, icon="pen-line"),)

    def show_case(self, case: Case) -> None:
        first = self._case is None
        self._case = case
        today = self.desk.clock.today()
        if first and not case.is_open:
            self.parts.set_value("added")
        self.people.show_case(case, self.desk.pack, today)
        self.consent.show_case(case, self.desk.pack, today)
        self.additions.show_case(case, today, may_add=not self.desk.read_only)
        self.parts.set_count("added", len(case.additions) or None)
        self._show_part()

    def _show_part(self) -> None:
        part = self.parts.value()
        if part == "changes" and self._case is not None:
            found = self.desk.cases.changes(self._case.id)
            may = not self.desk.read_only
            undoable = self.desk.duplicates.joinings(self._case.id) if may else ()
            self.changes.show_changes(found, self.desk.pack, self.desk.clock.today(), undoable)
        self._stack.setCurrentWidget(self._pages[part])
        self._stack.updateGeometry()

    def _on_undo(self, operation: UUID) -> None:
        undo_joining(self.desk, self.navigator, operation)

    def _on_address_shown(self, home: int) -> None:
        if self._case is not None and not self.desk.read_only:
            self.desk.cases.note_shown(self._case.id, f"The address of home {home}")

    def _on_begin(self) -> None:
        self.parts.set_value("added")
        self._show_part()
        self.additions.begin()

    def _on_add(self, text: str) -> None:
        if self._case is None:
            return
        self.desk.cases.add_note(self._case.id, text)
        self.additions.added()
        self.navigator.say("Added to the record. It stays as you wrote it.")
        self.show_case(self.desk.cases.get(self._case.id))


class _Fitting(QStackedWidget):
    """As high as the page it shows, not as its highest one."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        page = self.currentWidget()
        if page is None:
            return 0
        if page.hasHeightForWidth():
            return page.heightForWidth(width)
        return page.sizeHint().height()
