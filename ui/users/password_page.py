"""One's own password: the one that opens the store now, and another from now on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.kernel.errors import EhdeskError
from ehdesk.store.errors import WrongPassword
from ehdesk.store.passwords import suggest
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.error_summary import ErrorSummary
from ui.kit.field_row import FieldRow
from ui.kit.navigation import Navigator, Page, Place
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.password_input import PasswordInput
from ui.theme import theme

TITLE = "Change your password"


class PasswordPage(Page):
    """Nothing that is typed here is kept anywhere but as a key."""

    made_anew = True

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._desk, self._navigator = desk, navigator
        self.header = PageHeader(TITLE, f"For {desk.name}")
        self.summary = ErrorSummary()
        self.summary.problem_chosen.connect(self._on_problem)
        self.now = PasswordInput("The password you use now")
        self.fresh = PasswordInput("New password")
        hint = "Four everyday words that do not belong together hold best."
        self.rows = {
            "now": FieldRow("The password you use now", "", self.now),
            "fresh": FieldRow("New password", hint, self.fresh),
        }
        self.suggest_button = Button("Suggest one", "link")
        self.suggest_button.clicked.connect(self._on_suggest)
        self.card = Card(padding=22)
        self.card.setMaximumWidth(theme().px(860))
        self.card.body.setSpacing(theme().px(18))
        for row in self.rows.values():
            row.editor.value_changed.connect(row.clear_error)  # type: ignore[attr-defined]
            self.card.body.addWidget(row)
        line = QHBoxLayout()
        line.addWidget(self.suggest_button)
        line.addStretch(1)
        self.card.body.addLayout(line)
        page = ScrollPage(self.header)
        page.body.addWidget(self.summary)
        page.body.addWidget(self.card)
        page.body.addStretch(1)
        cancel = Button("Cancel")
        cancel.clicked.connect(navigator.back)
        self.change_button = Button("Change it", "primary", "check")
        self.change_button.clicked.connect(self._on_change)
        page.footer.addStretch(1)
        page.footer.addWidget(cancel)
        page.footer.addWidget(self.change_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def title(self) -> str:
        return TITLE

    def focus_start(self) -> None:
        self.now.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        return self.header, self.card

    def left(self) -> None:
        self.now.clear()
        self.fresh.clear()

    def _on_suggest(self) -> None:
        self.fresh.setText(suggest())
        self.fresh.show_typed(True)

    def _on_change(self) -> None:
        try:
            self._desk.users.change_own_password(self.now.value(), self.fresh.value())
        except EhdeskError as error:
            key = "now" if isinstance(error, WrongPassword) else "fresh"
            words = error.message if key == "fresh" and error.message else error.title
            self.rows[key].set_error(words)
            self.summary.show_problems([(key, words)])
            return
        self.left()
        self._navigator.say("Your new password opens this store now")
        self._navigator.go(Place("today"))

    def _on_problem(self, key: str) -> None:
        self.rows[key].editor.setFocus(Qt.FocusReason.OtherFocusReason)
