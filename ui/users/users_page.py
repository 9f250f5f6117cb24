"""People who use this store: who they are, what they may do, and what a manager signs first."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.words import plural
from ehdesk.kernel.dates import say_date
from ehdesk.kernel.notices import Changed
from ehdesk.services.users import Member
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.check_group import CheckGroup
from ui.kit.field_row import FieldRow
from ui.kit.navigation import Navigator, Page, Place
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.work_list import WorkGroup, WorkList
from ui.kit.work_row import WorkLine

TITLE = "People who use this store"


class UsersPage(Page):
    """A row opens the person; managers alone change anything."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._desk, self._navigator = desk, navigator
        self._may = desk.may(Deed.MANAGE_PEOPLE)
        self.header = PageHeader(TITLE)
        self.add_button = Button("Add somebody", "primary", "plus")
        self.add_button.clicked.connect(lambda: navigator.go(Place("user")))
        self.add_button.setVisible(self._may)
        self.header.add_action(self.add_button)
        page = ScrollPage(self.header)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.list = WorkList(TITLE)
        self.list.opened.connect(self._on_opened)
        self.list.verb_pressed.connect(self._on_opened)
        signs = [one for one in desk.pack.sign_offs if one.usable]
        self.signed = CheckGroup([(one.code, one.name) for one in signs], "Signed first")
        self.signed.value_changed.connect(self._on_signed)
        self.signed.setEnabled(self._may)
        hint = (
            "These are signed by a manager who did not write them, before they are sent or the "
            "case closes. Where nobody else could sign, nothing waits."
        )
        self.rules = Card("What a manager signs first")
        self.rules.body.addWidget(FieldRow("Signed first", hint, self.signed, optional=True))
        page.body.addWidget(self.list)
        page.body.addWidget(self.rules)
        page.body.addStretch(1)

    def title(self) -> str:
        return TITLE

    def focus_start(self) -> None:
        self.header.focus_title()

    def regions(self) -> tuple[PageHeader, WorkList, Card]:
        """The parts that F6 goes through."""
        return self.header, self.list, self.rules

    def refresh(self, changed: Changed | None = None) -> None:
        members = self._desk.users.everyone()
        now = tuple(self._line(one) for one in members if one.active)
        before = tuple(self._line(one) for one in members if not one.active)
        self.list.set_groups(
            [
                WorkGroup("now", "Use it now", "book-user", now),
                WorkGroup("before", "No longer", "archive", before),
            ]
        )
        alone = "  ·  nobody else can sign" if len(now) == 1 else ""
        self.header.set_support(f"{plural(len(now), 'person', 'people')} with a password{alone}")
        self.signed.set_value(self._desk.users.forms_signed())

    def _line(self, member: Member) -> WorkLine:
        user = member.user
        roles = ", ".join(role.words for role in user.access)
        families = plural(member.families, "family", "families") if member.families else ""
        gone = (
            f"until {say_date(member.ended_on, self._desk.clock.today())}"
            if member.ended_on is not None
            else ""
        )
        parts = [gone, roles, user.role, families]
        return WorkLine(
            key=str(user.id),
            icon="contact",
            title=f"{user.name} (you)" if member.is_me else user.name,
            line="  ·  ".join(part for part in parts if part),
            spoken=f"{user.name}, {roles}",
            verb="Change" if self._may and member.active else "",
        )

    def _on_opened(self, key: str) -> None:
        if self._may:
            self._navigator.go(Place("user", user_id=UUID(key)))

    def _on_signed(self) -> None:
        before = self._desk.users.forms_signed()
        self._desk.users.set_forms_signed(self.signed.value())

        def undo() -> None:
            self._desk.users.set_forms_signed(before)

        self._navigator.say("What a manager signs has changed", undo)
