"""A tab of things that are written in the wizard and read here, one of them at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ui.cases.case_tab import CaseTab
from ui.cases.emptied import empty
from ui.cases.reading import ReadSection, read_record
from ui.cases.record_chips import RecordChips
from ui.kit.buttons import Button
from ui.kit.empty_state import EmptyState
from ui.kit.labels import Label
from ui.kit.navigation import Command, Navigator
from ui.kit.pill import Pill
from ui.theme import theme


class Thing(Protocol):
    """A meeting or a review."""

    @property
    def id(self) -> UUID: ...

    @property
    def finished(self) -> bool: ...


ThingT = TypeVar("ThingT", bound=Thing)


class ReadingTab(CaseTab, Generic[ThingT]):
    """Chips to choose by, the head of the one that is chosen, and what its record says."""

    name = ""
    """What they are called, as in "No meetings yet"."""
    form = ""
    icon, empty_icon = "", ""
    begin_words, go_on_words = "", ""
    done_word = ""
    """What a finished one is."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__(desk, navigator)
        self.case: Case | None = None
        self._shown: object = None
        self.start_button = Button(self.begin_words, "primary", self.icon)
        self.start_button.clicked.connect(self._on_start)
        self.chips = RecordChips(self.name.capitalize())
        self.chips.chosen.connect(lambda _key: self._show_chosen())
        self.title = Label("", "section", wrap=False)
        self._pill = Pill("", "none")
        self._line = Label("", "help", "text2")
        first = QHBoxLayout()
        first.setSpacing(theme().px(12))
        first.addWidget(self.title)
        first.addWidget(self._pill)
        first.addStretch(1)
        self._head = QWidget()
        column = QVBoxLayout(self._head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(2))
        column.addLayout(first)
        column.addWidget(self._line)
        self.view = QVBoxLayout()
        self.view.setSpacing(theme().px(14))
        self.body.addWidget(self.chips)
        self.body.addWidget(self._head)
        self.body.addLayout(self.view)

    def header_actions(self) -> Sequence[Button]:
        return (self.start_button,) if self._may_start() else ()

    def commands(self) -> Sequence[Command]:
        if not self._may_start():
            return ()
        return (Command(self.start_button.text(), self._on_start, icon=self.icon),)

    def show_case(self, case: Case) -> None:
        self.case = case
        begun = case.draft(self.form) is not None
        self.start_button.setText(self.go_on_words if begun else self.begin_words)
        self.chips.set_options([(str(one.id), self._chip(one)) for one in self.things(case)])
        self._show_chosen()

    # What one kind of them says

    def things(self, case: Case) -> Sequence[ThingT]:
        """All of the case, oldest first."""
        raise NotImplementedError

    def may_start(self, case: Case) -> bool:
        """Whether one can be written in a case that is not only read."""
        raise NotImplementedError

    def start(self, case_id: UUID) -> UUID:
        """Begin one, or go on with the one that is begun: its record."""
        raise NotImplementedError

    def short(self, one: ThingT) -> tuple[str, str]:
        """What it is called on its chip, and the day it was held, "" when it has none."""
        raise NotImplementedError

    def head(self, one: ThingT) -> tuple[str, str]:
        """Its title, and a line under it."""
        raise NotImplementedError

    def show_one(self, one: ThingT, sections: Sequence[ReadSection], case: Case) -> None:
        """Fill ``view`` with it."""
        raise NotImplementedError

    def nothing(self, case: Case) -> str:
        """Why there is none."""
        raise NotImplementedError

    # The frame

    def _may_start(self) -> bool:
        return self.case is not None and not self.desk.read_only and self.may_start(self.case)

    def _chip(self, one: ThingT) -> str:
        words, day = self.short(one)
        said = day if one.finished else "being written"
        return f"{words}, {said}" if said else words

    def _show_chosen(self) -> None:
        case, key = self.case, self.chips.value()
        if case is None:
            return
        one = next((one for one in self.things(case) if str(one.id) == key), None)
        record = next((r for r in case.records if one and r.subject_id == one.id), None)
        shown = (one, record, case.is_open)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self.view)
        self._head.setVisible(one is not None)
        if one is None:
            none_yet = EmptyState(self.empty_icon, f"No {self.name} yet", self.nothing(case))
            self.view.addWidget(none_yet)
            return
        title, line = self.head(one)
        self.title.setText(title)
        self._line.setText(line)
        done = (self.done_word, "done", "check")
        self._pill.set_state(*(done if one.finished else ("Draft", "track", "pencil")))
        self.show_one(one, read_record(record, case, self.desk) if record else (), case)

    def _on_start(self) -> None:
        if self.case is not None:
            self.navigator.open_record(self.start(self.case.id))
