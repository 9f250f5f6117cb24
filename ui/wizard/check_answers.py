"""Check your answers: everything that was said, each with a way back to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.domain.quality import points
from ehdesk.forms.display import answers_shown
from ehdesk.forms.session import FormSession
from ehdesk.forms.spec import Field
from ui.theme import theme
from ui.wizard.answer_cards import AnswerCard
from ui.wizard.ending import EndingPage
from ui.wizard.guidance import Guidance, ReadyList, harm_note
from ui.wizard.stronger import Stronger

ReadyLines = Callable[[FormSession], list[tuple[str, bool]]]
"""Words and whether it is so, for each thing that must be."""


def _steps_right(session: FormSession) -> list[tuple[str, bool]]:
    return [(section.short, not session.to_fix(section.key)) for section in session.sections()]


class CheckAnswers(EndingPage):
    """A card for each section; at the side what the guidance suggests, what is still to do
    and what would make it stronger."""

    def __init__(
        self,
        session: FormSession,
        pack: Pack,
        ready: ReadyLines | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``ready`` says what must be so; by default that nothing is left to fix in any step."""
        super().__init__(parent)
        self._session = session
        self._pack = pack
        self._lines = ready or _steps_right
        self.cards: list[AnswerCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(14))
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(theme().px(14))
        self._guidance: Guidance | None = None
        counted = self._counted()
        if counted is not None:
            step = self._step_of(counted.key)
            self._guidance = Guidance(pack, f"from your answers in step {step}")
            side.addWidget(self._guidance)
        sends = any(ending.key == "send" for ending in session.form.endings)
        self._ready = ReadyList("Ready to send?" if sends else "Ready to finish?")
        side.addWidget(self._ready)
        self.stronger = Stronger(read_only=session.read_only)
        self.stronger.change_asked.connect(self.change_asked)
        side.addWidget(self.stronger)
        side.addWidget(harm_note(pack))
        side.addStretch(1)

    def refresh(self) -> None:
        session = self._session
        while taken := self._column.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        self.cards = []
        for section in answers_shown(session):
            if section.answers:
                card = AnswerCard(section, read_only=session.read_only)
                card.change_asked.connect(self.change_asked)
                self._column.addWidget(card)
                self.cards.append(card)
        self._column.addStretch(1)
        if self._guidance is not None:
            self._guidance.show_count(session.needs_count())
        self._ready.show_lines(self._lines(session))
        self.stronger.show_points(points(session, self._pack))

    def side(self) -> QWidget:
        return self._side

    def _counted(self) -> Field | None:
        return next((field for field in self._session.form.fields() if field.adds_to), None)

    def _step_of(self, field_key: str) -> int:
        keys = [section.key for section in self._session.sections()]
        section = self._session.form.section_of(field_key).key
        return keys.index(section) + 1 if section in keys else 1
