"""Two entries of one person: what joining them would do, to read at leisure, and then do it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Changed
from ehdesk.services.duplicates import MOVES_PEOPLE
from ui.cases.joining import undo_joining
from ui.cases.joining_pair import PairCard
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.error_summary import ErrorSummary
from ui.kit.labels import Label
from ui.kit.navigation import Command, Navigator, Page
from ui.kit.note import Note
from ui.kit.page import PageHeader, ScrollPage

_TITLE = "Are these the same person?"


class JoiningPage(Page):
    """Nothing happens until the button is pressed; after it there is a way back."""

    made_anew = True

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        *,
        stays: UUID,
        goes: UUID,
        case_id: UUID | None = None,
    ) -> None:
        """``case_id`` is the case to open afterwards; the newest of the family when None.

        :raises EhdeskError: when one of the entries is not in the store any more.
        """
        super().__init__()
        self._desk, self._navigator = desk, navigator
        self.preview = desk.duplicates.preview(stays, goes)
        self._case_id = case_id or self.preview.case_id
        self.header = PageHeader(
            _TITLE,
            "Nothing changes until you join them. Where both entries say something, choose which "
            "of them is right.",
            (navigator.here,),
        )
        self.header.breadcrumb_chosen.connect(lambda _place: navigator.back())
        self.summary = ErrorSummary()
        self.pairs = [PairCard(pair, self.preview) for pair in self.preview.pairs]
        self.join = Button("Join these entries", "primary", "merge")
        self.keep_apart = Button("Keep two families, and link them", "secondary", "link")
        why_not = desk.why_not(Deed.JOIN_PEOPLE)
        self.join.setVisible(not why_not)
        self.keep_apart.setVisible(bool(self.preview.other_family) and not why_not)
        self.keep_apart.clicked.connect(self._on_keep_apart)
        self.leave = Button("Leave them apart", "secondary")
        self.join.clicked.connect(self._on_join)
        self.leave.clicked.connect(navigator.back)
        self._page = ScrollPage(self.header)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        self._page.body.addWidget(self.summary)
        if why_not:
            self._page.body.addWidget(Note(why_not))
        self._page.body.addWidget(self.pairs[0])
        if len(self.pairs) > 1:
            self._page.body.addWidget(Label("Also in both families", "section"))
            for card in self.pairs[1:]:
                self._page.body.addWidget(card)
        self._page.body.addWidget(self._what_follows())
        self._page.body.addStretch(1)
        self._page.footer.addWidget(self.leave)
        self._page.footer.addStretch(1)
        self._page.footer.addWidget(self.keep_apart)
        self._page.footer.addWidget(self.join)

    def title(self) -> str:
        return _TITLE

    def case_id(self) -> UUID | None:
        return self._case_id

    def commands(self) -> Sequence[Command]:
        if not self._desk.may(Deed.JOIN_PEOPLE):
            return ()
        return (Command("Join these entries", self._on_join, icon="merge"),)

    def focus_start(self) -> None:
        self.header.focus_title()

    def regions(self) -> Sequence[QWidget]:
        return self.header, self._page.scroll_area

    def refresh(self, changed: Changed | None = None) -> None:
        if changed is not None and changed.operation in MOVES_PEOPLE:
            self._navigator.read_again()

    def _what_follows(self) -> Card:
        card = Card("What else happens")
        told = self.preview
        if told.other_family:
            card.body.addWidget(
                Label(
                    "Join them when one family was written down twice. When two households share "
                    "somebody, such as a father with children in both, keep them apart: each case "
                    "then says where the other is, and nothing of one stands in the other.",
                    "body_strong",
                )
            )
        for name in told.comes:
            card.body.addWidget(Label(f"{name} comes over to the {told.family}.", "body"))
        for reference in told.cases:
            card.body.addWidget(
                Label(
                    f"{reference} becomes a case of the {told.family}. Its forms, plan and papers "
                    "stay as they are.",
                    "body",
                )
            )
        if told.adds_home:
            card.body.addWidget(
                Label(
                    f"The address of the {told.other_family} is added to the homes. Nobody moves.",
                    "body",
                )
            )
        if not told.cases:
            card.body.addWidget(
                Label("Whatever names either entry names the one that stays.", "body")
            )
        card.body.addWidget(
            Note(
                "Nothing is deleted. You can undo this at once, or later from the record, under "
                "Changes, as long as nothing of it has been changed since."
            )
        )
        return card

    def _on_keep_apart(self) -> None:
        pair = self.preview.pairs[0]
        try:
            self._desk.duplicates.keep_families_apart(pair.stays, pair.goes)
        except EhdeskError as error:
            self.summary.show_problems([("", str(error))])
            self._page.scroll_area.verticalScrollBar().setValue(0)
            return
        desk, navigator = self._desk, self._navigator
        navigator.back()
        navigator.say(
            "The two families are linked. Each case says so, under Record, People",
            lambda: desk.duplicates.take_link_away(pair.stays, pair.goes),
        )

    def _on_join(self) -> None:
        take = {
            pair.goes: card.take()
            for pair, card in zip(self.preview.pairs, self.pairs, strict=True)
        }
        try:
            operation = self._desk.duplicates.join(self.preview, take)
        except EhdeskError as error:
            self.summary.show_problems([("", str(error))])
            self._page.scroll_area.verticalScrollBar().setValue(0)
            return
        name = self.preview.pairs[0].name or "This person"
        navigator, desk, case_id = self._navigator, self._desk, self._case_id
        navigator.back()  # this page must not be come back to
        if case_id is not None:
            navigator.open_case(case_id)
        navigator.say(f"{name} is one entry now", lambda: undo_joining(desk, navigator, operation))
