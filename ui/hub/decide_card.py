"""What the hub decides: the questions of its form, the answer first as cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehdesk.forms.checks import Problem
from ui.fields.heading import ErrorLine
from ui.fields.section_view import SectionView
from ui.kit.card import Card
from ui.kit.option_card import OptionCards
from ui.theme import theme
from ui.wizard.open_record import OpenRecord

WHAT = "outcome.what"


class DecideCard(Card):
    """Cards for what is decided, and below them what that answer asks for."""

    def __init__(self, form: OpenRecord, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, padding=16, parent=parent)
        self._form = form
        section = form.session.form.section("outcome")
        options = form.session.choices(WHAT)
        self.what = OptionCards(
            [(one.value, one.label, one.hint) for one in options], title, columns=1
        )
        self.what.setEnabled(not form.read_only)
        self.what.value_changed.connect(lambda: form.give(WHAT, self.what.value()))
        self._error = ErrorLine()
        rest = replace(section, fields=tuple(f for f in section.fields if f.key != WHAT))
        self.view = SectionView(rest, form.around)
        self.view.answered.connect(form.give)
        lines = self.view.layout()
        if lines is not None:
            lines.setSpacing(theme().px(14))  # beside the school's page there is less room
        for widget in (self.what, self._error, self.view):
            self.body.addWidget(widget)
        self.refresh()

    def refresh(self) -> None:
        """Show what the answers ask for."""
        self.what.set_value(str(self._form.session.value(WHAT) or ""))
        self.view.show_values()
        self.view.refresh()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong where it is."""
        own = ". ".join(one.message for one in problems if one.field_key == WHAT)
        self._error.say(own)
        self.what.set_wrong(bool(own))
        self.what.setAccessibleDescription(own)
        self.view.show_problems(problems)

    def focus_problem(self, key: str, row_id: str | None = None) -> None:
        """Put the cursor where the problem is."""
        if key == WHAT:
            self.what.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.view.focus_problem(key, row_id)
