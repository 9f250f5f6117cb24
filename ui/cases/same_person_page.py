"""Somebody is entered twice: choose both entries, in this family or in another."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.duplicates import Match
from ehdesk.domain.matching import Identity
from ehdesk.domain.people import Person
from ehdesk.kernel.dates import say_short_date
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.error_summary import ErrorSummary
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.navigation import Navigator, Page, Place
from ui.kit.option_card import OptionCards
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.search_input import SearchInput
from ui.kit.tasks import Task, run
from ui.theme import theme

_TITLE = "These are the same person"
_FIRST, _SECOND = "Who is entered twice?", "Which is the other entry?"
_SEARCH = "Search people of other families"
_PAUSE = 300
"""Milliseconds after the last letter until the store is searched."""


class SamePersonPage(Page):
    """Leads to the page that compares the two."""

    made_anew = True

    def __init__(self, desk: Desk, navigator: Navigator, *, case_id: UUID) -> None:
        super().__init__()
        self._desk, self._navigator, self._case_id = desk, navigator, case_id
        self._case = desk.cases.get(case_id)
        self._task: Task | None = None
        title = self._case.family.title
        self.header = PageHeader(_TITLE, f"{title}, {self._case.reference}", ("Cases", title))
        self.header.breadcrumb_chosen.connect(self._on_breadcrumb_chosen)
        self.summary = ErrorSummary()
        self.summary.problem_chosen.connect(self._on_problem_chosen)
        people = [(str(one.id), one.name, _about(one)) for one in self._case.people]
        self.first = OptionCards(people, _FIRST, columns=3)
        self.second = OptionCards((), _SECOND, columns=2)
        self.search = SearchInput(_SEARCH, "First or family name")
        self.nothing = Label("", "help", "text2")
        self._rows: dict[str, FieldRow] = {
            "first": FieldRow(_FIRST, "This entry stays.", self.first),
            "second": FieldRow(
                _SECOND, "Those who look alike come first, then this family.", self.second
            ),
        }
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._find)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.first.value_changed.connect(self._find)
        self.second.value_changed.connect(self._rows["second"].clear_error)
        self._lay_out()

    def title(self) -> str:
        return _TITLE

    def breadcrumb(self) -> Sequence[tuple[str, Place]]:
        case = Place("case", case_id=self._case_id, tab="overview")
        return (("Cases", Place("cases")), (self._case.family.title, case))

    def case_id(self) -> UUID:
        return self._case_id

    def focus_start(self) -> None:
        self.header.focus_title()

    def focus_search(self) -> bool:
        self.search.setFocus()
        return True

    def regions(self) -> Sequence[QWidget]:
        return self.header, self._page.scroll_area

    def left(self) -> None:
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()

    def _lay_out(self) -> None:
        self._page = ScrollPage(self.header)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        card = Card(padding=22)
        card.setMaximumWidth(theme().px(900))
        card.body.setSpacing(theme().px(20))
        search = FieldRow(_SEARCH, "When the other entry is not in this family.", self.search)
        for part in (self._rows["first"], search, self._rows["second"], self.nothing):
            card.body.addWidget(part)
        self._page.body.addWidget(self.summary)
        self._page.body.addWidget(card)
        self._page.body.addStretch(1)
        cancel = Button("Cancel")
        cancel.clicked.connect(self._navigator.back)
        self.compare = Button("Compare them", "primary", "arrow-right")
        self.compare.clicked.connect(self._on_compare)
        self._page.footer.addWidget(cancel)
        self._page.footer.addStretch(1)
        self._page.footer.addWidget(self.compare)
        self._show(())

    def _find(self) -> None:
        """Look for who it may be, or for the name that is typed."""
        self._rows["first"].clear_error()
        if self._task is not None:
            self._task.cancel()
        text = self.search.text().strip()
        chosen = self._chosen()
        family = [one.id for one in self._case.people]
        duplicates = self._desk.duplicates

        def look() -> tuple[Match, ...]:
            if text:
                return duplicates.named(text, but=family)
            return duplicates.like(_identity(chosen), but=family) if chosen else ()

        self._task = run(look, on_done=self._show, on_failed=self._on_failed, owner=self)

    def _show(self, found: Sequence[Match]) -> None:
        searched = bool(self.search.text().strip())
        chosen = self._chosen()
        cards = [(str(one.person_id), one.words, _where(one)) for one in found]
        if chosen is not None and not searched:
            others = (one for one in self._case.people if one.id != chosen.id)
            cards += [(str(one.id), one.name, _about(one) or "This family") for one in others]
        self.second.set_options(cards)
        self._rows["second"].setVisible(bool(cards))
        words = "Nobody of another family has that name."
        if not searched:
            words = "Choose an entry first, or search for one." if chosen is None else ""
        self.nothing.setText("" if cards else words)
        self.nothing.setVisible(bool(self.nothing.text()))

    def _on_failed(self, error: Exception) -> None:
        self.summary.show_problems([("", str(error))])

    def _chosen(self) -> Person | None:
        key = self.first.value()
        return next((one for one in self._case.people if str(one.id) == key), None)

    def _on_compare(self) -> None:
        faults = []
        if not self.first.value():
            faults.append(("first", "Choose who is entered twice"))
        if not self.second.value():
            faults.append(("second", "Choose the other entry, or search for it"))
        words = dict(faults)
        for key, row in self._rows.items():
            row.set_error(words.get(key, ""))
        self.summary.show_problems(faults)
        if faults:
            self._page.scroll_area.verticalScrollBar().setValue(0)
            return
        stays, goes = UUID(self.first.value()), UUID(self.second.value())
        self._navigator.go(Place("joining", stays=stays, goes=goes, case_id=self._case_id))

    def _on_problem_chosen(self, key: str) -> None:
        if key in self._rows:
            self._rows[key].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_breadcrumb_chosen(self, place: int) -> None:
        self._navigator.go(self.breadcrumb()[place][1])


def _about(person: Person) -> str:
    born = f"born {say_short_date(person.date_of_birth)}" if person.date_of_birth else ""
    return ", ".join(part for part in (person.relationship, born, person.school) if part)


def _where(match: Match) -> str:
    return ", ".join(part for part in (match.family, match.reference, match.where) if part)


def _identity(person: Person) -> Identity:
    return Identity(
        person.given_name,
        person.family_name,
        person.known_as,
        person.other_names,
        person.date_of_birth,
        person.upn,
        person.nhs_number,
    )
