"""Beside the distance travelled: why it closes, what was reached, what is still to do (12)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.domain.travelled import Result, Travelled
from ehdesk.forms.checks import iso_date
from ehdesk.forms.session import FormSession
from ehdesk.kernel.dates import say_full_date
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.kit.note import Note
from ui.kit.tab_order import ReadingOrder
from ui.theme import theme
from ui.wizard.tick_lines import TickLines

Checks = Callable[[], Sequence[tuple[str, bool]]]
"""What must be so before the case can close, in words, each with whether it is."""

_REASON, _DAY, _WHERE = "why.reason", "why.decided_on", "why.decided_at"


class ClosureSide(ReadingOrder):
    """Reads the answers of the closure form; nothing is changed here."""

    change_asked = Signal(str)
    """Change was pressed: the question to open."""

    def __init__(
        self, session: FormSession, scores: str, checks: Checks, parent: QWidget | None = None
    ) -> None:
        """``scores`` is the key of the question with the numbers."""
        super().__init__(parent)
        self._session, self._scores, self._checks = session, scores, checks
        self._because = Label("", "help", "text2")
        self._reached = Label("", "wizard_title", "accent", wrap=False)
        self._closer = Label("", "help", "text2")
        self._lines = TickLines()
        self.setAccessibleName("Why it is closing, and what is still to do")
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        head = QHBoxLayout()
        head.addWidget(Label("Closing because", "body_strong"), 1)
        change = Button("Change", "link")
        change.setAccessibleName("Change why it is closing")
        change.setVisible(not session.read_only)
        change.clicked.connect(lambda: self.change_asked.emit(_REASON))
        head.addWidget(change)
        column.addLayout(head)
        column.addWidget(self._because)
        self._add_rule(column)
        self._numbers = QWidget()
        count = QHBoxLayout(self._numbers)
        count.setContentsMargins(0, 0, 0, 0)
        count.setSpacing(px(12))
        count.addWidget(self._reached)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label("outcomes reached", "body_strong"))
        words.addWidget(self._closer)
        count.addLayout(words, 1)
        column.addWidget(self._numbers)
        self._after_numbers = self._add_rule(column)
        column.addWidget(Label("Before it can close", "body_strong"))
        column.addWidget(self._lines)
        column.addSpacing(px(14))
        kept = "Closing is not deleting. The record stays readable and can be added to."
        column.addWidget(Note(kept, "neutral", icon="archive"))

    def refresh(self) -> None:
        """Answers, or what is saved of them, have changed."""
        self.show_answers()
        self._lines.show_lines(self._checks())

    def show_answers(self) -> None:
        """Bring everything to the answers that was not read from the store."""
        self._because.setText(self._why())
        rows = self._session.value(self._scores)
        all_ = [Travelled.of(row).result for row in rows] if isinstance(rows, list) else []
        self._reached.setText(f"{all_.count(Result.REACHED)} of {len(all_)}")
        told = ((all_.count(Result.CLOSER), "closer"), (all_.count(Result.LOWER), "lower"))
        said = ", ".join(f"{number} {way}" for number, way in told if number)
        self._closer.setText(f"{said} than at the start" if said else "")
        self._closer.setVisible(bool(said))
        for part in (self._numbers, self._after_numbers):
            part.setVisible(bool(all_))

    def _why(self) -> str:
        """``Needs met. Decided at a TAF meeting on Tuesday 17 November 2026.``"""
        session = self._session
        reason, where = self._label(_REASON), self._label(_WHERE)
        day = iso_date(session.value(_DAY))
        decided = [f"{where[:1].lower()}{where[1:]}"] if where else []
        decided += [f"on {say_full_date(day)}"] if day else []
        said = [reason or "No reason given yet"]
        if decided:
            said.append(f"Decided {' '.join(decided)}")
        return "".join(f"{words}. " for words in said).strip()

    def _label(self, key: str) -> str:
        session = self._session
        value = session.value(key)
        options = session.words.choices(session.form.field(key))
        return next((option.label for option in options if option.value == value), "")

    def _add_rule(self, column: QVBoxLayout) -> QFrame:
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        column.addSpacing(theme().px(10))
        column.addWidget(rule)
        column.addSpacing(theme().px(10))
        return rule
