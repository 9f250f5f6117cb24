"""A page with a few questions whose answer is one entry in the record of a family."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.kernel.errors import EhdeskError
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.date_input import DateInput
from ui.kit.error_summary import ErrorSummary
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.navigation import Navigator, Place
from ui.kit.note import Note
from ui.kit.page import PageHeader, ScrollPage
from ui.theme import theme
from ui.wizard.draft_page import DraftPage
from ui.wizard.small_draft import SmallDraft

Faults = Sequence[tuple[str, str]]
"""(question, what to do) pairs."""


class SmallForm(DraftPage):
    """A subclass makes the ``rows`` and lays them out, calls ``begin`` when they say what is
    known, says ``faults``, does the ``save``. What is typed is kept as a draft until then.

    Whoever may not do the ``deed`` reads who can in place of the questions.
    """

    made_anew = True

    draft: SmallDraft
    deed = Deed.WORK
    verb = "Record it"
    footer_words = ""

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID, title: str) -> None:
        super().__init__(navigator)
        self.desk, self.navigator = desk, navigator
        self.case = desk.cases.get(case_id)
        family = self.case.family.title
        self.header = PageHeader(title, self.case.reference, ("Cases", family))
        self.header.set_title(f"{family}: {title[:1].lower()}{title[1:]}")
        self.header.breadcrumb_chosen.connect(
            lambda place: navigator.go(self.breadcrumb()[place][1])
        )
        self.summary = ErrorSummary()
        self.summary.problem_chosen.connect(self._on_problem_chosen)
        self.rows: dict[str, FieldRow] = {}
        self.card = Card(padding=22)
        self.card.setMaximumWidth(theme().px(860))
        self.card.body.setSpacing(theme().px(18))
        page = self._page = ScrollPage(self.header)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        page.body.addWidget(self.summary)
        page.body.addWidget(self.card)
        page.body.addStretch(1)
        why_not = desk.why_not(self.deed)
        self.may = not why_not
        later = Button("Record it later" if self.may else "Go back")
        later.clicked.connect(navigator.back)
        self.record_button = Button(self.verb, "primary", "check")
        self.record_button.clicked.connect(self._on_record)
        page.footer.addWidget(Label(self.footer_words if self.may else "", "help", "text2"), 1)
        page.footer.addWidget(later)
        page.footer.addWidget(self.record_button)
        if not self.may:
            self.say_first(Note(why_not))
            self.close_questions()

    def say_first(self, note: Note) -> None:
        """Something to know, above the questions."""
        note.setMaximumWidth(self.card.maximumWidth())
        self._page.body.insertWidget(self._page.body.indexOf(self.card), note)

    def close_questions(self) -> None:
        """Nothing is asked here: the page only says what is known."""
        self.card.hide()
        self.record_button.hide()

    def faults(self) -> Faults:
        """What still has to be said; a key that is no row is shown in the summary alone."""
        raise NotImplementedError

    def save(self) -> None:
        """Record it, and say so.

        :raises EhdeskError: when it may not be.
        """
        raise NotImplementedError

    def go_on(self) -> None:
        """Where it goes once it is recorded."""
        self.navigator.open_case(self.case.id, "record")

    def begin(self, page: str) -> None:
        """The boxes say what is known: from here on what is typed is kept, as the draft of
        ``page``; one that was begun before is shown."""
        self.draft = SmallDraft(self.desk, self.case.id, page, self._typed, self.show_typed, self)
        self.draft.report_to(self.navigator)
        self.draft.note.setMaximumWidth(self.card.maximumWidth())
        self._page.body.insertWidget(1, self.draft.note)
        if not self.may:
            self.draft.note.hide()
        self.header.add_action(self.draft.save_line)
        for row in self.rows.values():
            row.editor.value_changed.connect(self.draft.note_change)  # type: ignore[attr-defined]

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Put what was typed before back into the boxes."""
        for key, row in self.rows.items():
            if key in typed:
                row.editor.set_value(typed[key])  # type: ignore[attr-defined]
            row.clear_error()
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Which questions are asked, and what the button says, follow what is chosen."""

    def add_row(self, key: str, row: FieldRow) -> FieldRow:
        """A question by its key, not yet on the page."""
        self.rows[key] = row
        row.editor.value_changed.connect(row.clear_error)  # type: ignore[attr-defined]
        return row

    def title(self) -> str:
        return self.header.title

    def breadcrumb(self) -> tuple[tuple[str, Place], ...]:
        case = Place("case", case_id=self.case.id, tab="record")
        return (("Cases", Place("cases")), (self.case.family.title, case))

    def case_id(self) -> UUID:
        return self.case.id

    def focus_start(self) -> None:
        self.header.focus_title()

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        body = self._page.body
        cards = (
            part
            for place in range(body.count())
            if (item := body.itemAt(place)) is not None and isinstance(part := item.widget(), Card)
        )
        return self.header, *cards

    def _on_record(self) -> None:
        faults = list(self.faults())
        words = dict(reversed(faults))
        for key, row in self.rows.items():
            if key in words:
                row.show()
            row.set_error(words.get(key, ""))
        self.summary.show_problems(faults)
        if faults:
            self._page.scroll_area.verticalScrollBar().setValue(0)
            return
        try:
            self.save()
        except EhdeskError as error:
            self.summary.show_problems([("", str(error))])
            return
        self.draft.finish()
        self.go_on()

    def _typed(self) -> dict[str, Any]:
        return {key: _what_stands_in(row.editor) for key, row in self.rows.items()}

    def _on_problem_chosen(self, key: str) -> None:
        if key in self.rows:
            self.rows[key].editor.setFocus(Qt.FocusReason.OtherFocusReason)


def _what_stands_in(box: Any) -> Any:
    """Its value; for a date that is none yet, what is typed."""
    return box.value() or box.typed() if isinstance(box, DateInput) else box.value()
