"""One person who uses the store: added, given other roles or a new password, or no longer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Role, roles_named
from ehdesk.domain.words import plural
from ehdesk.kernel.errors import EhdeskError
from ehdesk.services.users import Member
from ehdesk.store.passwords import suggest
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.check_group import CheckGroup
from ui.kit.choice import Choice
from ui.kit.error_summary import ErrorSummary
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.navigation import Navigator, Place
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.password_input import PasswordInput
from ui.kit.text_input import TextInput
from ui.theme import theme
from ui.users.users_page import TITLE
from ui.wizard.draft_page import DraftPage
from ui.wizard.small_draft import SmallDraft

_KEPT = ("name", "job", "roles")
_FIRST = "It is for the first time they open the store. Give it to them on paper or by voice."


class UserPage(DraftPage):
    """Without ``user_id`` it adds somebody."""

    made_anew = True

    def __init__(self, desk: Desk, navigator: Navigator, user_id: UUID | None = None) -> None:
        super().__init__(navigator)
        self._desk = desk
        self._member = _member(desk, user_id) if user_id is not None else None
        name = self._member.user.name if self._member else "Add somebody"
        self.header = PageHeader(name, "", (TITLE,))
        self.header.breadcrumb_chosen.connect(lambda _at: navigator.go(Place("users")))
        self.summary = ErrorSummary()
        self.summary.problem_chosen.connect(self._on_problem)
        self.name = TextInput("Name")
        self.job = TextInput("What their job is called")
        self.roles = CheckGroup(
            [(role.value, f"{role.words}. {role.does}") for role in Role], "What they may do"
        )
        self.password = PasswordInput("Password")
        self.suggest_button = Button("Suggest another", "link")
        self.suggest_button.clicked.connect(self._on_suggest)
        self.rows = {
            "name": FieldRow("Name", "", self.name),
            "job": FieldRow("What their job is called", "", self.job, optional=True),
            "roles": FieldRow("What they may do", "One person may have several.", self.roles),
            "password": FieldRow("First password", _FIRST, self.password),
        }
        for row in self.rows.values():
            row.editor.value_changed.connect(row.clear_error)  # type: ignore[attr-defined]
        self.save_button = Button("", "primary", "check")
        self.save_button.clicked.connect(self._on_save)
        self._lay_out()
        self._show_member()
        # The password is never kept: it is made anew, and read from the page once.
        page = f"user {user_id}" if user_id is not None else "user"
        self.draft = SmallDraft(desk, None, page, self._read, self._show_typed, self)
        self.draft.report_to(navigator)
        for key in _KEPT:
            self.rows[key].editor.value_changed.connect(  # type: ignore[attr-defined]
                self.draft.note_change
            )
        self.card.body.insertWidget(0, self.draft.note)

    def title(self) -> str:
        return self.header.title

    def breadcrumb(self) -> tuple[tuple[str, Place], ...]:
        return ((TITLE, Place("users")),)

    def focus_start(self) -> None:
        if self._member is None:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.header.focus_title()

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        return self.header, self.card

    def _lay_out(self) -> None:
        page = self._page = ScrollPage(self.header)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.card = Card(padding=22)
        self.card.setMaximumWidth(theme().px(860))
        self.card.body.setSpacing(theme().px(18))
        for row in self.rows.values():
            self.card.body.addWidget(row)
        line = QHBoxLayout()
        line.addWidget(self.suggest_button)
        line.addStretch(1)
        self.card.body.addLayout(line)
        self.new_password = Card("A new password", padding=22)
        self.end = Card("End their access", padding=22)
        for card in (self.new_password, self.end):
            card.setMaximumWidth(theme().px(860))
            card.hide()
        page.body.addWidget(self.summary)
        for card in (self.card, self.new_password, self.end):
            page.body.addWidget(card)
        page.body.addStretch(1)
        cancel = Button("Cancel")
        cancel.clicked.connect(self._navigator.back)
        page.footer.addStretch(1)
        page.footer.addWidget(cancel)
        page.footer.addWidget(self.save_button)

    def _show_member(self) -> None:
        member = self._member
        self.save_button.setText("Add them" if member is None else "Record what they may do")
        if member is None:
            self.roles.set_value([Role.PRACTITIONER.value])
            self._on_suggest()
            return
        self.header.set_support(member.user.role)
        for key in ("name", "job", "password"):
            self.rows[key].hide()
        self.suggest_button.hide()
        self.roles.set_value([role.value for role in member.user.access])
        if member.active and not member.is_me:
            self._lay_password()
            self._lay_end(member)
        self.save_button.setVisible(member.active)
        self.roles.setEnabled(member.active)

    def _lay_password(self) -> None:
        words = "If they have forgotten theirs. The old one then opens nothing more."
        button = Button("Give them a new password", "secondary", "key-round")
        button.clicked.connect(self._on_new_password)
        self.new_password.body.addWidget(Label(words, "help", "text2"))
        self.shown_password = Label("", "body_strong")
        self.shown_password.hide()
        self.new_password.body.addWidget(self.shown_password)
        self.new_password.body.addLayout(_left(button))
        self.new_password.show()

    def _lay_end(self, member: Member) -> None:
        if not member.may_end:
            return
        others = [
            (str(one.user.id), one.user.name)
            for one in self._desk.users.everyone()
            if one.active and one.user.id != member.user.id and one.user.access != (Role.READER,)
        ]
        self.give_to = Choice(others, "Who takes on their families?")
        count = plural(member.families, "open family", "open families")
        hint = (
            f"{member.user.first_name} has {count}. With nobody chosen they stand on every Today."
        )
        row = FieldRow("Who takes on their families?", hint, self.give_to, optional=True)
        self.end_button = Button("End their access", "danger", "ban")
        self.end_button.clicked.connect(self._on_end)
        words = "They cannot open the store any more. What they wrote keeps their name."
        self.end.body.addWidget(Label(words, "help", "text2"))
        self.end.body.addWidget(row)
        row.setVisible(bool(member.families))
        self.end.body.addLayout(_left(self.end_button))
        self.end.show()

    def _chosen_roles(self) -> tuple[Role, ...]:
        return roles_named(self.roles.value())

    def _read(self) -> dict[str, Any]:
        return {key: self.rows[key].editor.value() for key in _KEPT}  # type: ignore[attr-defined]

    def _show_typed(self, typed: Mapping[str, Any]) -> None:
        for key in _KEPT:
            self.rows[key].editor.set_value(typed[key])  # type: ignore[attr-defined]
            self.rows[key].clear_error()

    def _on_suggest(self) -> None:
        self.password.setText(suggest())
        self.password.show_typed(True)

    def _on_save(self) -> None:
        if self._member is None:
            faults = self._desk.users.faults(
                self.name.value(), self._chosen_roles(), self.password.value()
            )
            if faults:
                self._show_wrong(faults)
                return
        try:
            self._record()
        except EhdeskError as error:
            self._show_wrong((("roles", error.message or str(error)),))
            return
        self.draft.finish()
        self._navigator.go(Place("users"))

    def _record(self) -> None:
        users, draft = self._desk.users, self.draft.page
        if self._member is not None:
            users.set_roles(self._member.user.id, self._chosen_roles(), draft=draft)
            self._navigator.say(f"Recorded what {self._member.user.name} may do")
            return
        users.add(
            self.name.value(),
            self._chosen_roles(),
            self.password.value(),
            role=self.job.value(),
            draft=draft,
        )
        self._navigator.say(f"{self.name.value().strip()} can open this store now")

    def _show_wrong(self, faults: Sequence[tuple[str, str]]) -> None:
        told = dict(reversed(faults))
        for key, row in self.rows.items():
            row.set_error(told.get(key, ""))
        self.summary.show_problems(faults)
        self._page.scroll_area.verticalScrollBar().setValue(0)

    def _on_problem(self, key: str) -> None:
        if key in self.rows:
            self.rows[key].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_new_password(self) -> None:
        assert self._member is not None  # noqa: S101 (the button is there for a member)
        fresh = suggest()
        self._desk.users.set_password(self._member.user.id, fresh)
        self.shown_password.setText(fresh)
        self.shown_password.show()
        self._navigator.say("They have a new password. It is shown on this page only.")

    def _on_end(self) -> None:
        assert self._member is not None  # noqa: S101 (the button is there for a member)
        name = self._member.user.name
        text = f"{name} cannot open this store any more. They can be added again."
        if not ask.confirm(self, f"End the access of {name}?", text, "End their access"):
            return
        taker = UUID(self.give_to.value()) if self.give_to.value() else None
        self._desk.users.end_access(self._member.user.id, give_to=taker)
        self.draft.drop()
        self._navigator.say(f"{name} no longer uses this store")
        self._navigator.go(Place("users"))


def _member(desk: Desk, user_id: UUID) -> Member:
    return next(one for one in desk.users.everyone() if one.user.id == user_id)


def _left(button: Button) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(button)
    line.addStretch(1)
    return line
