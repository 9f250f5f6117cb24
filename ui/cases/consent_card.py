"""How the family has agreed, who may be told, and who may not."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.words import join_names
from ehdesk.kernel.dates import say_full_date
from ui.cases.answer_view import AnswerView
from ui.cases.emptied import empty
from ui.cases.reading import ReadAnswer
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.pill import Pill

_HOW = {"written": "Written and signed", "verbal": "Said yes, not signed", "not_yet": "Not yet"}


class ConsentCard(Card):
    """Read only: consent is changed where the family is asked, in the assessment or a review."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Consent", parent=parent)
        self._shown: object = None
        self._pill = Pill("", "none")
        self.add_action(self._pill)

    def show_case(self, case: Case, pack: Pack, today: date) -> None:
        """Show the consent that counts now."""
        shown = (case.consent, case.people, today)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self.body)
        consent = case.consent
        written = consent is not None and consent.is_written
        state = ("Signed", "done", "signature") if written else ("Not signed", "soon", "clock")
        self._pill.set_state(*state)
        if consent is None or not consent.how:
            self.body.addWidget(Label("No consent has been recorded.", "body", "text2"))
            return
        givers = [person.name for person in case.people if person.id in consent.given_by]
        on = say_full_date(consent.given_on) if consent.given_on else ""
        for label, words in (
            ("How the family has agreed", _HOW.get(consent.how, consent.how)),
            ("Date", on),
            ("Given by", join_names(givers)),
            ("May be told", ", ".join(pack.label("agencies", code) for code in consent.covers)),
            ("Not to be told", consent.not_with or "Nobody named"),
        ):
            if words:
                self.body.addWidget(AnswerView(ReadAnswer("", label, "", (words,), None, False)))
