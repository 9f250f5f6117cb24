"""What a newer version of an open form changes, and where the answers go. Then: begin it or not."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.words import plural
from ehdesk.forms.changes import LeftBehind, Question
from ehdesk.kernel.errors import EhdeskError
from ehdesk.services.form_versions import Renewal
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.error_summary import ErrorSummary
from ui.kit.labels import Label
from ui.kit.navigation import Command, Navigator, Page, Place
from ui.kit.note import Note
from ui.kit.page import PageHeader, ScrollPage
from ui.theme import theme

Line = tuple[str, str]
"""What is read, and a quieter line under it."""


class VersionPage(Page):
    """A page to read at leisure: nothing happens until the button is pressed."""

    made_anew = True

    def __init__(self, desk: Desk, navigator: Navigator, *, record_id: UUID) -> None:
        """:raises EhdeskError: when there is no newer version to go on in."""
        super().__init__()
        self._desk, self._navigator, self._record_id = desk, navigator, record_id
        self.renewal: Renewal = desk.forms.renewal(record_id)
        versions = f"From version {self.renewal.older} to version {self.renewal.newer}."
        self.header = PageHeader(
            "What changes in the new version", f"{self.renewal.title}. {versions}", ("Form",)
        )
        self.header.breadcrumb_chosen.connect(lambda _place: navigator.back())
        self.summary = ErrorSummary()
        self.begin = Button("Begin the new version", "primary", "arrow-right")
        self.stay = Button("Stay with this version", "secondary")
        self.begin.clicked.connect(self._on_begin)
        self.stay.clicked.connect(navigator.back)
        page = ScrollPage(self.header)
        self._parts = (self.header, page, self.stay)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        page.body.addWidget(self.summary)
        page.body.addWidget(self._answers())
        for title, lines in change_lines(self.renewal):
            if lines:
                page.body.addWidget(_card(title, lines))
        page.body.addStretch(1)
        bar: QHBoxLayout = page.footer
        bar.addWidget(self.stay)
        bar.addStretch(1)
        bar.addWidget(self.begin)

    def title(self) -> str:
        return self.header.title

    def breadcrumb(self) -> Sequence[tuple[str, Place]]:
        return (("Form", Place("wizard", record_id=self._record_id)),)

    def case_id(self) -> UUID:
        return self.renewal.case_id

    def commands(self) -> Sequence[Command]:
        return (Command("Begin the new version", self._on_begin, icon="arrow-right"),)

    def regions(self) -> Sequence[QWidget]:
        """The parts that F6 goes through."""
        return self._parts

    def focus_start(self) -> None:
        self.header.focus_title()

    def _answers(self) -> Card:
        card = Card("What you have written")
        carried, behind = self.renewal.carried, self.renewal.left_behind
        words = f"{plural(carried, 'answer')} {'comes' if carried == 1 else 'come'} along."
        if not behind:
            card.body.addWidget(Label(f"{words} Nothing is left behind.", "body"))
            return card
        has = "has" if len(behind) == 1 else "have"
        card.body.addWidget(
            Label(
                f"{words} {plural(len(behind), 'answer')} {has} no place in the new version and "
                "can still be read on its last page, under “From the earlier version”:",
                "body",
            )
        )
        for one in behind:
            card.body.addWidget(_Said(one))
        note = "The form as it is now is kept too, and the record says when you went on."
        card.body.addWidget(Note(note))
        return card

    def _on_begin(self) -> None:
        try:
            self._desk.forms.renew(self._record_id)
        except EhdeskError as error:
            self.summary.show_problems([("", str(error))])
            return
        self._navigator.back()
        self._navigator.say("The form goes on in its new version. What you wrote is kept.")


def change_lines(renewal: Renewal) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """What changed, each kind under its heading."""
    changes = renewal.changes
    return (
        ("New questions", _questions(changes.added)),
        ("Must be answered now", _questions(changes.required)),
        (
            "Worded in another way",
            tuple(
                (
                    one.now,
                    "\n".join(
                        ([f"Before: {one.before}"] if one.before != one.now else [])
                        + list(one.lines)
                    ),
                )
                for one in changes.reworded
            ),
        ),
        (
            "In another section",
            tuple(
                (one.question.label, f"From “{one.before}” to “{one.question.section}”")
                for one in changes.moved
            ),
        ),
        ("No longer asked", _questions(changes.removed)),
    )


def _questions(questions: Sequence[Question]) -> tuple[Line, ...]:
    return tuple((question.label, f"Under “{question.section}”") for question in questions)


def _card(title: str, lines: Sequence[Line]) -> Card:
    card = Card(title)
    card.setAccessibleName(title)
    for words, more in lines:
        one = QVBoxLayout()
        one.setSpacing(theme().px(2))
        one.addWidget(Label(words, "body_medium"))
        one.addWidget(Label(more, "help", "text2"))
        card.body.addLayout(one)
    return card


class _Said(QWidget):
    """A question and its answer, to be read."""

    def __init__(self, one: LeftBehind) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(4), 0, 0)
        column.setSpacing(theme().px(2))
        column.addWidget(Label(one.label, "help_strong", "text2"))
        column.addWidget(Label("\n".join(one.lines), "body", "voice.ink" if one.voice else "text"))
