"""School terms: when school is in, and the bank holidays, as this store knows them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.own_dates import DayOff, OwnDates, TermDates
from ehdesk.kernel.errors import EhdeskError
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.date_input import DateInput
from ui.kit.equal_columns import EqualColumns
from ui.kit.error_summary import ErrorSummary
from ui.kit.field_row import FieldRow
from ui.kit.navigation import Navigator
from ui.kit.note import Note
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.text_input import TextInput
from ui.theme import theme
from ui.wizard.draft_page import DraftPage
from ui.wizard.small_draft import SmallDraft

TITLE = "School terms"
_ABOUT = (
    "From these dates the desk knows the holidays: a review that would fall in the summer is "
    "proposed before it, and a bank holiday is no working day. The dates of 2026 on are assumed; "
    "put your own in."
)


class TermsPage(DraftPage):
    """What is past is kept as it is and not shown. A manager changes it, everyone may read it."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__(navigator)
        self._desk = desk
        self._may = desk.may(Deed.MANAGE_PEOPLE)
        self._lines: dict[str, QWidget] = {}
        self.rows: dict[str, FieldRow] = {}
        self.header = PageHeader(TITLE)
        self.summary = ErrorSummary()
        self.summary.problem_chosen.connect(self._on_problem)
        page = self._page = ScrollPage(self.header)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.about = Note(_ABOUT)
        self.terms = Card("Terms", padding=22)
        self.days = Card("Bank holidays", padding=22)
        page.body.addWidget(self.summary)
        for part in (self.about, self.terms, self.days):
            part.setMaximumWidth(theme().px(980))
            page.body.addWidget(part)
        page.body.addStretch(1)
        self.add_term_button = Button("Add a part of a year", "secondary", "plus")
        self.add_term_button.clicked.connect(self._on_add_term)
        self.add_day_button = Button("Add a bank holiday", "secondary", "plus")
        self.add_day_button.clicked.connect(self._on_add_day)
        self.back_button = Button("Use the authority’s dates", "secondary", "rotate-ccw")
        self.back_button.clicked.connect(self._on_back)
        self.save_button = Button("Use these dates", "primary", "check")
        self.save_button.clicked.connect(self._on_save)
        for card, button in ((self.terms, self.add_term_button), (self.days, self.add_day_button)):
            card.add_action(button)
            button.setVisible(self._may)
        page.footer.addStretch(1)
        for button in (self.back_button, self.save_button):
            page.footer.addWidget(button)
        self.save_button.setVisible(self._may)
        self._show_dates()
        self._known = self._values()
        self.draft = SmallDraft(desk, None, "terms", self._read, self._show_typed, self)
        self.draft.report_to(navigator)
        self.draft.note.setMaximumWidth(self.about.maximumWidth())
        page.body.insertWidget(1, self.draft.note)

    def title(self) -> str:
        return TITLE

    def focus_start(self) -> None:
        self.header.focus_title()

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        return self.header, self.terms, self.days

    def typed(self) -> OwnDates:
        """What stands on the page, with what is past before it. A row that was emptied is gone."""
        terms, days = list(self._past_terms), list(self._past_days)
        for place in range(len(self._past_terms), self._term_count):
            term = TermDates(
                self._text(f"term {place} name"),
                self._day(f"term {place} starts"),
                self._day(f"term {place} ends"),
                self._text(f"term {place} then"),
            )
            terms.append(term)
        for place in range(len(self._past_days), self._day_count):
            days.append(DayOff(self._text(f"bank {place} name"), self._day(f"bank {place} day")))
        return OwnDates(tuple(terms), tuple(days))

    def _show_dates(self) -> None:
        dates, today = self._desk.calendar.dates(), self._desk.clock.today()
        own = self._desk.calendar.keeps_own()
        self.header.set_support(
            "This store keeps its own" if own else f"As in the pack of {self._desk.pack.name}"
        )
        self.back_button.setVisible(own and self._may)
        self._past_terms = tuple(one for one in dates.terms if one.ends and one.ends < today)
        self._past_days = tuple(one for one in dates.bank_holidays if one.day and one.day < today)
        self._term_count, self._day_count = len(self._past_terms), len(self._past_days)
        for term in dates.terms[self._term_count :]:
            self._add_term(term)
        for day in (one for one in dates.bank_holidays if one not in self._past_days):
            self._add_day(day)

    def _add_term(self, term: TermDates) -> None:
        key, today = f"term {self._term_count}", self._desk.clock.today()
        self._term_count += 1
        name, then = TextInput("Part of the year"), TextInput("The holiday after it")
        starts, ends = DateInput(today, "First day"), DateInput(today, "Last day")
        name.set_value(term.name)
        then.set_value(term.then)
        starts.set_value(term.starts.isoformat() if term.starts else "")
        ends.set_value(term.ends.isoformat() if term.ends else "")
        self._add_line(
            key,
            self.terms,
            (
                (f"{key} name", FieldRow("Part of the year", "", name)),
                (f"{key} then", FieldRow("The holiday after it", "", then)),
                (f"{key} starts", FieldRow("First day", "", starts)),
                (f"{key} ends", FieldRow("Last day", "", ends)),
            ),
        )

    def _add_day(self, one: DayOff) -> None:
        key = f"bank {self._day_count}"
        self._day_count += 1
        name, day = TextInput("Bank holiday"), DateInput(self._desk.clock.today(), "Day")
        name.set_value(one.name)
        day.set_value(one.day.isoformat() if one.day else "")
        self._add_line(
            key,
            self.days,
            (
                (f"{key} name", FieldRow("Bank holiday", "", name)),
                (f"{key} day", FieldRow("Day", "", day)),
            ),
        )

    def _add_line(self, key: str, card: Card, rows: tuple[tuple[str, FieldRow], ...]) -> None:
        line = self._lines[key] = QWidget()
        columns = EqualColumns(line, gap=16, most=2)
        for key, row in rows:
            self.rows[key] = row
            row.setEnabled(self._may)
            row.editor.value_changed.connect(row.clear_error)  # type: ignore[attr-defined]
            row.editor.value_changed.connect(self._on_typed)  # type: ignore[attr-defined]
            columns.addWidget(row)
        # What is one part of the year stands together, apart from the next.
        card.body.addSpacing(theme().px(10) if card.body.count() else 0)
        card.body.addWidget(line)

    def _text(self, key: str) -> str:
        value: str = self.rows[key].editor.value()  # type: ignore[attr-defined]
        return value

    def _day(self, key: str) -> date | None:
        text = self._text(key)
        return date.fromisoformat(text) if text else None

    def _values(self) -> dict[str, str]:
        """What stands in the boxes; for a date that is none yet, what is typed."""
        return {
            key: row.editor.value()  # type: ignore[attr-defined]
            or (row.editor.typed() if isinstance(row.editor, DateInput) else "")
            for key, row in self.rows.items()
        }

    def _read(self) -> dict[str, Any]:
        """Only what differs: the rest stays what the desk goes by, whoever changes that."""
        changed = {
            key: value for key, value in self._values().items() if value != self._known.get(key, "")
        }
        return {"terms": self._term_count, "days": self._day_count, "boxes": changed}

    def _show_typed(self, typed: Mapping[str, Any]) -> None:
        while self._term_count < typed["terms"]:
            self._add_term(TermDates("", None, None, ""))
        while self._day_count < typed["days"]:
            self._add_day(DayOff("", None))
        known = {key.rpartition(" ")[0] for key in self._known}
        if self._term_count > typed["terms"] and f"term {self._term_count - 1}" not in known:
            self._take_lines("term", typed["terms"], self._term_count)
            self._term_count = typed["terms"]
        if self._day_count > typed["days"] and f"bank {self._day_count - 1}" not in known:
            self._take_lines("bank", typed["days"], self._day_count)
            self._day_count = typed["days"]
        for key, row in self.rows.items():
            value = typed["boxes"].get(key, self._known.get(key, ""))
            row.editor.set_value(value)  # type: ignore[attr-defined]
            row.clear_error()

    def _take_lines(self, kind: str, first: int, end: int) -> None:
        for place in range(first, end):
            line = self._lines.pop(f"{kind} {place}")
            self.rows = {
                key: row for key, row in self.rows.items() if not key.startswith(f"{kind} {place} ")
            }
            line.hide()
            line.deleteLater()

    def _on_typed(self) -> None:
        self.draft.note_change()

    def _on_add_term(self) -> None:
        self._add_term(TermDates("", None, None, ""))
        self.rows[f"term {self._term_count - 1} name"].editor.setFocus()

    def _on_add_day(self) -> None:
        self._add_day(DayOff("", None))
        self.rows[f"bank {self._day_count - 1} name"].editor.setFocus()

    def _on_save(self) -> None:
        dates = self.typed()
        faults = [
            (key, self._problem(key) or words) for key, words in self._desk.calendar.faults(dates)
        ]
        told = dict(reversed(faults))
        for key, row in self.rows.items():
            row.set_error(told.get(key, ""))
        self.summary.show_problems(faults)
        if faults:
            self._page.scroll_area.verticalScrollBar().setValue(0)
            return
        try:
            self._desk.calendar.keep(dates, draft=self.draft.page)
        except EhdeskError as error:
            self.summary.show_problems([("", str(error))])
            return
        self.draft.finish()
        self._navigator.say("The desk goes by these dates now")
        self._navigator.read_again()

    def _problem(self, key: str) -> str:
        """What is wrong with a date that somebody typed."""
        row = self.rows.get(key)
        return row.editor.problem() if row and isinstance(row.editor, DateInput) else ""

    def _on_back(self) -> None:
        text = f"The dates of this store go. Those of {self._desk.pack.name} are used again."
        if not ask.confirm(self, "Use the authority’s dates?", text, "Use them"):
            return
        self._desk.calendar.go_back(draft=self.draft.page)
        self.draft.finish()
        self._navigator.say("The desk goes by the authority’s dates again")
        self._navigator.read_again()

    def _on_problem(self, key: str) -> None:
        if key in self.rows:
            self.rows[key].editor.setFocus(Qt.FocusReason.OtherFocusReason)
