"""A page with a few questions whose answer is one entry in the record of a family."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.kernel.errors import EhdeskError
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.error_summary import ErrorSummary
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.navigation import Navigator, Page, Place
from ui.kit.page import PageHeader, ScrollPage
from ui.theme import theme

Faults = Sequence[tuple[str, str]]
"""(question, what to do) pairs."""


class SmallForm(Page):
    """A subclass makes the ``rows`` and lays them out, says ``faults``, does the ``save``."""

    verb = "Record it"
    footer_words = ""

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID, title: str) -> None:
        super().__init__()
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
        self._typed = False  # something is here that is in no store yet
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
        cancel = Button("Cancel")
        cancel.clicked.connect(navigator.back)
        self.record_button = Button(self.verb, "primary", "check")
        self.record_button.clicked.connect(self._on_record)
        self.record_button.setVisible(not desk.read_only)
        page.footer.addWidget(Label(self.footer_words, "help", "text2"), 1)
        page.footer.addWidget(cancel)
        page.footer.addWidget(self.record_button)

    def faults(self) -> Faults:
        """What still has to be said; a key that is no row is shown in the summary alone."""
        raise NotImplementedError

    def save(self) -> None:
        """Record it, and say so.

        :raises EhdeskError: when it may not be.
        """
        raise NotImplementedError

    def add_row(self, key: str, row: FieldRow) -> FieldRow:
        """A question by its key, not yet on the page."""
        self.rows[key] = row
        row.editor.value_changed.connect(row.clear_error)  # type: ignore[attr-defined]
        row.editor.value_changed.connect(self._on_typed)  # type: ignore[attr-defined]
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

    def has_unsaved(self) -> bool:
        return self._typed and not self.desk.read_only

    def may_leave(self) -> bool:
        """An entry goes into the record whole or not at all, so leaving it half done asks first."""
        if not self.has_unsaved():
            return True
        text = "What you wrote on this page is not in the record yet. If you go now it is lost."
        return ask.confirm(self, "Not recorded yet", text, "Go and lose it")

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        return self.header, self.card

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
        self._typed = False
        self.navigator.open_case(self.case.id, "record")

    def _on_typed(self) -> None:
        self._typed = True

    def _on_problem_chosen(self, key: str) -> None:
        if key in self.rows:
            self.rows[key].editor.setFocus(Qt.FocusReason.OtherFocusReason)
