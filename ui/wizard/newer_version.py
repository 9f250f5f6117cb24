"""In a long form: that there is a newer version of it, and what is kept from an earlier one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.domain.records import EarlierVersion
from ehdesk.forms.display import Answer, SectionAnswers
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date
from ui.kit.buttons import Button
from ui.kit.note import Note
from ui.theme import theme
from ui.wizard.answer_cards import AnswerCard
from ui.wizard.wizard_page import WizardPage


class FormVersions(QObject):
    """Puts both into a long form: the note over every page, what was left behind on the last."""

    newer_asked = Signal(object)
    """What the newer version changes is wanted: the record's id."""

    def __init__(self, wizard: WizardPage) -> None:
        super().__init__(wizard)
        opened = wizard.opened
        self.note = NewerVersionNote() if opened.newer else None
        if self.note is not None:
            self.note.asked.connect(lambda: self.newer_asked.emit(opened.record_id))
            wizard.body.add_news(self.note)
        self.earlier = FromEarlierVersions(opened.earlier)
        wizard.body.add_after(self.earlier)
        self._show(wizard.session.here)
        wizard.pages.opened.connect(self._show)

    def _show(self, step: str) -> None:
        self.earlier.setVisible(step == "check" and bool(self.earlier.cards))


class NewerVersionNote(Note):
    """Quiet: the form can be finished as it is."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "You can finish this one as it is, or go on in the new version with what you have "
            "written.",
            title="There is a newer version of this form",
            parent=parent,
        )
        self.see = Button("See what changes", "link")
        self.see.clicked.connect(self.asked)
        self.body.addWidget(self.see, 0, Qt.AlignmentFlag.AlignLeft)


class FromEarlierVersions(QWidget):
    """The answers that a newer version had no place for: to be read, never to be changed."""

    def __init__(self, earlier: Sequence[EarlierVersion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(14))
        self.cards = [
            AnswerCard(left_behind_section(one, alone=len(earlier) == 1), read_only=True)
            for one in earlier
            if one.left_behind
        ]
        for card in self.cards:
            column.addWidget(card)


def left_behind_section(one: EarlierVersion, *, alone: bool) -> SectionAnswers:
    """What was left behind as the answers of a section of its own."""
    day = local(one.left_at).date()
    which = "the earlier version" if alone else f"version {one.version}"
    return SectionAnswers(
        f"version-{one.version}",
        f"From {which}, until {say_date(day, day)}",
        tuple(
            Answer(
                said["key"],
                str(said["label"]),
                tuple(said["lines"]),
                answered=True,
                required_missing=False,
                voice=bool(said["voice"]),
            )
            for said in one.left_behind
        ),
    )
