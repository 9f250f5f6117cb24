"""Beside the consent of a family: when it was checked, what was shared without it, how to stop."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.authority.items import ConsentPart
from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.consent_checks import consent_checks, next_consent_check
from ehdesk.kernel.dates import say_date
from ui.cases.emptied import empty
from ui.cases.icon import Icon
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.note import Note
from ui.theme import theme

_TOLD = {"yes": "The family was told", "no": "The family was not told"}


class ConsentSide(QWidget):
    """``withdraw_asked`` and ``go_on_asked`` lead to where a family stops, or goes on after all."""

    withdraw_asked = Signal()
    go_on_asked = Signal()

    def __init__(self, pack: Pack, *, read_only: bool) -> None:
        super().__init__()
        px = theme().px
        self._pack, self._read_only = pack, read_only
        self._shown: object = None
        self.checked = Card("Consent was checked")
        self.without = Card("Shared without agreement")
        self.stopping = Card("If they want to stop")
        self._stop_words = Label("", "help", "text2")
        self.withdraw_button = Button("Record a withdrawal", "secondary", "ban")
        self.withdraw_button.clicked.connect(self.withdraw_asked)
        self.go_on_button = Button("They go on after all", "secondary", "handshake")
        self.go_on_button.clicked.connect(self.go_on_asked)
        self.stopping.body.addWidget(self._stop_words)
        for button in (self.withdraw_button, self.go_on_button):
            line = QHBoxLayout()
            line.addWidget(button)
            line.addStretch(1)
            self.stopping.body.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        for card in (self.checked, self.without, self.stopping):
            column.addWidget(card)
        for topic in pack.consent_topics:
            if topic.part is ConsentPart.DUTY and topic.usable:
                column.addWidget(Note(topic.text, title=topic.name, icon="scale"))

    def show_case(self, case: Case, today: date) -> None:
        """Show it as the record says now."""
        shown = (case.consent, case.disclosures, case.records, case.people, case.is_open, today)
        if shown == self._shown:
            return
        self._shown = shown
        self._show_checks(case, today)
        self._show_without(case, today)
        self._show_stopping(case, today)

    def _show_checks(self, case: Case, today: date) -> None:
        empty(self.checked.body)
        checks = consent_checks(case, self._pack)
        for check in checks:
            day = say_date(check.on, today)
            self.checked.body.addWidget(_Point("circle-check", "accent", check.at, day))
        if not checks:
            self.checked.body.addWidget(Label("Not yet", "body", "text2"))
        due = next_consent_check(case, self._pack) if case.is_open else None
        if due is not None:
            late = due < today
            words = "Overdue: ask again" if late else "By then, or if an agency joins"
            look = ("triangle-alert", "overdue.ink") if late else ("diamond", "track.ink")
            self.checked.body.addWidget(_Point(*look, words, say_date(due, today)))

    def _show_without(self, case: Case, today: date) -> None:
        empty(self.without.body)
        found = [line for line in case.disclosures if line.shared and line.override]
        for line in found:
            whom = ", ".join(part for part in (line.recipient, line.agency) if part)
            title = f"{say_date(line.shared_on, today)}: {whom}"
            basis = self._pack.label("lawful_bases", line.basis)
            lines = (line.override, basis, _TOLD.get(line.family_told, ""))
            block = QVBoxLayout()
            block.setSpacing(0)
            block.addWidget(Label(title, "body_medium"))
            for words in lines:
                if words:
                    block.addWidget(Label(words, "help", "text2"))
            self.without.body.addLayout(block)
        if not found:
            self.without.body.addWidget(_Point("circle-check", "accent", "None recorded", ""))
            words = "If it ever happens: who decided, why, and whether the family was told."
            self.without.body.addWidget(Label(words, "help", "text2"))

    def _show_stopping(self, case: Case, today: date) -> None:
        consent = case.consent
        stopped_on = consent.withdrawn_on if consent else None
        if consent is not None and stopped_on is not None:
            by = f" by {consent.withdrawn_by}" if consent.withdrawn_by else ""
            words = f"Withdrawn {say_date(stopped_on, today)}{by}."
            rest = "The plan pauses and nothing more is shared. What was shared stays on the log."
            self.stopping.set_title("They stopped")
            parts = (words, consent.withdrawn_how, rest)
            self._stop_words.setText(" ".join(part for part in parts if part))
        else:
            self.stopping.set_title("If they want to stop")
            self._stop_words.setText(
                "They can say so in any way, on any day. You record it, the plan pauses, and "
                "nothing more is shared. What was shared stays on the log."
            )
        self.stopping.set_edge("overdue" if stopped_on else "")
        may = case.is_open and not self._read_only
        self.withdraw_button.setVisible(may and stopped_on is None)
        self.go_on_button.setVisible(may and stopped_on is not None)


class _Point(QWidget):
    """An icon, what, and the day at the right."""

    def __init__(self, icon: str, colour: str, words: str, day: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        row.addWidget(Icon(icon, colour, 17))
        plain = colour == "accent"
        row.addWidget(Label(words, "body_medium" if not plain else "body"), 1)
        if day:
            row.addWidget(Label(day, "help", "text2" if plain else colour, wrap=False))
        self.setAccessibleName(", ".join(part for part in (words, day) if part))
