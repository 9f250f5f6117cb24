"""Record: who is who, consent, who was told what, what was added, and every change to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed, may
from ehdesk.domain.case import Case
from ui.cases.additions import Additions
from ui.cases.case_tab import CaseTab
from ui.cases.changes_card import ChangesCard
from ui.cases.consent_part import ConsentPart
from ui.cases.joining import undo_joining
from ui.cases.oversight_part import OversightPart
from ui.cases.people_part import PeoplePart
from ui.cases.sharing_log import SharingLog
from ui.kit.buttons import Button
from ui.kit.navigation import Command, Navigator, Place
from ui.kit.segmented import Segmented
from ui.wizard.small_draft import SmallDraft
from ui.work.forms_to_begin import open_form

_PARTS = (
    ("people", "People"),
    ("consent", "Consent"),
    ("sharing", "Sharing log"),
    ("oversight", "Oversight"),
    ("added", "Added since"),
    ("changes", "Changes"),
)


class RecordTab(CaseTab):
    """Six parts, one shown at a time. The changes are read when they are asked for."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__(desk, navigator)
        self._case: Case | None = None
        self.draft: SmallDraft | None = None
        self.parts = Segmented(_PARTS, "Parts of the record")
        self.parts.value_changed.connect(self._show_part)
        self.people = PeoplePart(may_show=may(desk.user.access, Deed.SEE_CONFIDENTIAL))
        self.people.address_shown.connect(self._on_address_shown)
        self.people.siblings.open_asked.connect(navigator.open_case)
        self.people.siblings.part_asked.connect(self._on_part)
        self.consent = ConsentPart(desk.pack, read_only=not desk.may(Deed.WORK))
        self.consent.form_asked.connect(self._on_change)
        self.consent.withdraw_asked.connect(lambda: self._go("withdrawal"))
        self.sharing = SharingLog(desk.pack, read_only=not desk.may(Deed.SHARE))
        self.sharing.correct_asked.connect(self._on_correct)
        self.oversight = OversightPart(desk)
        self.oversight.asked.connect(lambda kind, what: self._go(kind, **what))
        self.additions = Additions(desk.clock.today())
        self.additions.add_asked.connect(self._on_add)
        self.changes = ChangesCard()
        self.changes.undo_asked.connect(self._on_undo)
        self._stack = _Fitting()
        self._pages = {
            "people": self.people,
            "consent": self.consent,
            "sharing": self.sharing,
            "oversight": self.oversight,
            "added": self.additions,
            "changes": self.changes,
        }
        for page in self._pages.values():
            self._stack.add(page)
        self.add_button = Button("Add to the record", "secondary", "pen-line")
        self.add_button.clicked.connect(self._on_begin)
        self.print_button = Button("Print consent form", "secondary", "printer")
        self.print_button.clicked.connect(self._on_print)
        self.change_button = Button("Record a change", "primary", "pencil")
        self.change_button.clicked.connect(self._on_change)
        self.not_share_button = Button("Record not sharing", "secondary", "ban")
        self.not_share_button.clicked.connect(lambda: self._go("not_sharing"))
        self.share_button = Button("Record a sharing", "primary", "share-2")
        self.share_button.clicked.connect(lambda: self._go("sharing"))
        self.note_button = Button("Write a note of oversight", "primary", "eye")
        self.note_button.clicked.connect(lambda: self._go("oversight_note"))
        self.body.addWidget(self.parts)
        self.body.addWidget(self._stack)
        self.body.addStretch(1)

    def show_part(self, part: str) -> bool:
        if part in self._pages:
            self.parts.set_value(part)
            self._show_part()
        return False

    def header_actions(self) -> Sequence[Button]:
        part = self.parts.value()
        if part == "consent":
            works = self._case is not None and self._case.is_open and self.desk.may(Deed.WORK)
            return (self.print_button, self.change_button) if works else (self.print_button,)
        if part == "oversight":
            return (self.note_button,) if self.desk.may(Deed.OVERSEE) else ()
        if part == "sharing":
            shares = self.desk.may(Deed.SHARE)
            return (self.not_share_button, self.share_button) if shares else ()
        return (self.add_button,) if self.desk.may(Deed.ADD_TO_RECORD) else ()

    def commands(self) -> Sequence[Command]:
        if self.desk.read_only:
            return ()
        return (
            Command("Add to the record", self._on_begin, icon="pen-line"),
            Command("Record a sharing", lambda: self._go("sharing"), icon="share-2"),
            Command("Record a disagreement", lambda: self._go("disagreement"), icon="split"),
            Command("Record a decision not to share", lambda: self._go("not_sharing"), icon="ban"),
        )

    def show_case(self, case: Case) -> None:
        first = self._case is None
        self._case = case
        today = self.desk.clock.today()
        if first and not case.is_open:
            self.parts.set_value("added")
        if self.draft is None:
            self.draft = self._begin_draft(case)
        self.people.show_case(case, self.desk.pack, today)
        self.people.siblings.show_families(self.linked, may_change=not self.desk.read_only)
        self.consent.show_case(case, today)
        self.sharing.show_case(case, today)
        self.parts.set_count("sharing", len(case.disclosures) or None)
        self.parts.set_count("oversight", len(case.oversight) or None)
        self.additions.show_case(case, today, may_add=self.desk.may(Deed.ADD_TO_RECORD))
        self.parts.set_count("added", len(case.additions) or None)
        self._show_part()

    def drafts(self) -> Sequence[SmallDraft]:
        return (self.draft,) if self.draft is not None else ()

    def keep(self) -> None:
        if self.draft is not None:
            self.draft.keep()

    def left(self) -> None:
        if self.draft is not None:
            self.draft.close()

    def _begin_draft(self, case: Case) -> SmallDraft:
        """What is written under *Added since* is kept until it is added."""
        draft = SmallDraft(
            self.desk,
            case.id,
            "addition",
            self.additions.typed,
            self.additions.show_typed,
            self.additions,
            begun=self.begun,
        )
        draft.report_to(self.navigator)
        self.additions.put_above(draft.note)
        self.additions.text.value_changed.connect(draft.note_change)
        self.additions.on.input.value_changed.connect(draft.note_change)
        return draft

    def _show_part(self) -> None:
        part = self.parts.value()
        if part == "changes" and self._case is not None:
            found = self.desk.cases.changes(self._case.id)
            joins = self.desk.may(Deed.JOIN_PEOPLE)
            undoable = self.desk.duplicates.joinings(self._case.id) if joins else ()
            self.changes.show_changes(found, self.desk.pack, self.desk.clock.today(), undoable)
        elif part == "oversight" and self._case is not None:
            self.oversight.show_case(self._case)
        self._stack.show_page(self._pages[part])
        self.actions_changed.emit()

    def _go(self, kind: str, **more: object) -> None:
        if self._case is None:
            return
        if kind in ("sign", "comments"):  # pages of a record, whosever case it is
            self.navigator.go(Place(kind, **more))
        else:
            self.navigator.go(Place(kind, case_id=self._case.id, **more))

    def _on_change(self) -> None:
        if self._case is not None:
            open_form("consent", self._case, self.desk, self.navigator)

    def _on_print(self) -> None:
        """What was agreed; the blank form while nothing is."""
        if self._case is None:
            return
        kinds = dict(self.desk.papers.kinds(self._case))
        paper = "consent" if "consent" in kinds else "consent-blank"
        self.navigator.open_print(paper, self._case.id)

    def _on_correct(self, line_id: UUID) -> None:
        lines = self._case.disclosures if self._case else ()
        line = next((one for one in lines if one.id == line_id), None)
        if line is not None:
            self._go("sharing" if line.shared else "not_sharing", corrects=line_id)

    def _on_undo(self, operation: UUID) -> None:
        undo_joining(self.desk, self.navigator, operation)

    def _on_address_shown(self, home: int) -> None:
        if self._case is not None and self.desk.may(Deed.SEE_CONFIDENTIAL):
            self.desk.cases.note_shown(self._case.id, f"The address of home {home}")

    def _show_siblings(self) -> None:
        """Read again which families are linked: that changes none of them."""
        if self._case is not None:
            found = self.desk.duplicates.sibling_families(self._case.family.id)
            self.people.siblings.show_families(found, may_change=not self.desk.read_only)

    def _on_part(self, person: UUID, other: UUID) -> None:
        self.desk.duplicates.take_link_away(person, other)
        self._show_siblings()

        def link_again() -> None:
            self.desk.duplicates.keep_families_apart(person, other)
            self._show_siblings()

        self.navigator.say("The two families are not linked any more", link_again)

    def _on_begin(self) -> None:
        self.parts.set_value("added")
        self._show_part()
        self.additions.begin()

    def _on_add(self, text: str, on: date) -> None:
        if self._case is None or self.draft is None:
            return
        self.desk.cases.add_note(self._case.id, text, happened_on=on, draft=self.draft.page)
        self.additions.added()
        self.draft.begin_anew()
        self.navigator.say("Added to the record. It stays as you wrote it.")
        self.show_case(self.desk.cases.get(self._case.id))


class _Fitting(QWidget):
    """As high as the page it shows, not as its highest one: a stack of Qt's asks them all."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._pages: list[QWidget] = []

    def add(self, page: QWidget) -> None:
        """Put a page in, out of sight."""
        self._pages.append(page)
        self._column.addWidget(page)
        page.hide()

    def show_page(self, page: QWidget) -> None:
        """Show one page in place of the others."""
        for other in self._pages:
            other.setVisible(other is page)
