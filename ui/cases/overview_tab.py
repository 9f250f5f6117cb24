"""Overview: the next step, where the family is on the pathway, and who is who (picture 08)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ehdesk.authority.pack import Pack
from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.case_forms import CASE_FORMS
from ehdesk.domain.due import Obligation, deed_of
from ehdesk.domain.episodes import what_can_begin
from ehdesk.domain.pathway import State, state_words
from ehdesk.domain.pathway_map import lay, texts_of
from ehdesk.kernel.dates import say_long_date
from ui.cases.beside.earlier_help import EarlierHelp
from ui.cases.card_row import CardRow
from ui.cases.case_menu import record_contact
from ui.cases.case_tab import CaseTab
from ui.cases.case_words import then_words
from ui.cases.due_card import DueCard
from ui.cases.family_card import FamilyCard, KeyFacts, TeamCard
from ui.cases.hub_answers import HubAnswers
from ui.cases.map_nodes import open_node
from ui.cases.next_step import near
from ui.cases.next_step_card import NextStepCard, ThenLine
from ui.cases.pathway_card import PathwayCard
from ui.kit.buttons import Button
from ui.kit.navigation import Command, Navigator, Place
from ui.wizard.small_draft import SmallDraft
from ui.work.doing import do
from ui.work.kinds import button_words
from ui.work.meanwhile_card import MeanwhileCard

_WAITS = frozenset({State.SENT, State.ACCEPTED, State.HUB})
"""States in which a decision waits, and the advice point supports the family."""


class OverviewTab(CaseTab):
    """One next step with one verb, chosen by rule; then the map and its list twin."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__(desk, navigator)
        self._case: Case | None = None
        self._undo: Callable[[], None] | None = None
        self._after: Case | None = None
        """The case as the next step's button left it: only that can be taken back."""
        self.contact_button = Button("Record a contact", "secondary", "notebook-pen")
        self.contact_button.clicked.connect(self._on_contact)
        self.meeting_button = Button("Plan a meeting", "secondary", "calendar")
        self.meeting_button.clicked.connect(self._on_meeting)
        self.again_button = Button("Begin again", "secondary", "rotate-ccw")
        self.again_button.clicked.connect(self._on_again)
        self.next_step = NextStepCard()
        self.next_step.chosen.connect(self._on_next)
        self._next: Obligation | None = None
        self.questions = HubAnswers(desk, navigator)
        self.meanwhile = MeanwhileCard(desk)
        self.then = ThenLine()
        self.pathway: PathwayCard | None = None
        self.family = FamilyCard()
        self.team = TeamCard()
        self.facts = KeyFacts()
        self.due = DueCard()
        cards = CardRow(820)
        cards.add(self.family, 43)
        cards.add(self.team, 28)
        cards.add(self.facts, 32)
        self.body.addWidget(self.next_step)
        self.body.addWidget(self.questions)
        self.body.addWidget(self.meanwhile)
        self.earlier = EarlierHelp()
        self.earlier.asked.connect(navigator.open_case)
        self.body.addWidget(self.then)
        self.body.addWidget(cards)
        self.body.addWidget(self.due)
        self.body.addWidget(self.earlier)
        self.body.addStretch(1)

    def header_actions(self) -> Sequence[Button]:
        case = self._case
        if case is None:
            return ()
        if not case.is_open:
            again = self.desk.may(Deed.BEGIN_CASE) and what_can_begin(case)
            return (self.again_button,) if again else ()
        if not self.desk.may(Deed.WORK):
            return ()
        meets = not CASE_FORMS["taf_meeting"].why_not(case)
        return (self.contact_button, self.meeting_button) if meets else (self.contact_button,)

    def show_part(self, part: str) -> bool:
        return part == "hub_question" and self.questions.begin()

    def drafts(self) -> Sequence[SmallDraft]:
        return self.questions.drafts()

    def keep(self) -> None:
        self.questions.keep()

    def left(self) -> None:
        self.questions.left()

    def commands(self) -> Sequence[Command]:
        if self.desk.read_only:
            return ()
        return (Command("Take the last change back", self.undo, "Ctrl+Z", "undo-2"),)

    def undo(self) -> None:
        """Take back what the next step's button did last, once."""
        undo, self._undo = self._undo, None
        if undo is None:
            self.navigator.say("There is nothing to take back here.")
            return
        undo()
        self.navigator.say("Taken back")

    def show_case(self, case: Case) -> None:
        self._case = case
        if case != self._after:
            self._undo = None
        today = self.desk.clock.today()
        due = near(self.desk.cases.obligations(case), case, today)
        self._next = due[0] if due else None
        self.questions.show_case(case, self.begun)
        if case.state in _WAITS:
            self.meanwhile.show_case(case)
        self.meanwhile.setVisible(case.state in _WAITS and bool(self.meanwhile.words))
        if due:
            may_act = self.desk.may(deed_of(due[0].kind))
            self.next_step.show_step(due[0], button_words(due[0], case), today, may_act=may_act)
        else:
            self.next_step.show_over(*_over(case, self.desk.pack))
        self.due.show_due(due, today)
        self.then.show_things(then_words(due, case, today) if due else ())
        begun = case.draft("taf_meeting") is not None
        self.meeting_button.setText("Continue the meeting" if begun else "Plan a meeting")
        drawn = lay(self.desk.cases.map_facts(case), texts_of(self.desk.pack))
        steps = self.desk.cases.steps_taken(case)
        if self.pathway is None:
            self.pathway = PathwayCard(drawn, steps, today)
            self.pathway.node_chosen.connect(self._on_node)
            self.body.insertWidget(self.body.indexOf(self.then) + 1, self.pathway)
        else:
            self.pathway.set_state(drawn, steps, today)
        self.family.show_case(case, today)
        self.team.show_case(case)
        self.facts.show_case(case, self.desk.pack, today)
        self.earlier.show_case(case, self.desk.pack)

    def _on_next(self) -> None:
        if self._case is not None and self._next is not None:
            key = self._case.id
            undo = do(self._next, key, self.desk, self.navigator, self._forget)
            self._after = self.desk.cases.get(key) if undo is not None else None
            self._undo = undo

    def _forget(self) -> None:
        """It was taken back where it was said."""
        self._undo = None

    def _on_contact(self) -> None:
        if self._case is not None:
            record_contact(self._case, self.desk, self.navigator)

    def _on_meeting(self) -> None:
        if self._case is not None:
            self.navigator.open_record(self.desk.meetings.start(self._case.id))

    def _on_again(self) -> None:
        if self._case is not None:
            self.navigator.go(Place("begin_again", case_id=self._case.id))

    def _on_node(self, node: str) -> None:
        if self._case is not None:
            open_node(node, self._case, self.desk, self.navigator)


def _over(case: Case, pack: Pack) -> tuple[str, str]:
    """What is true of a case that has no next step."""
    on = f" on {say_long_date(case.closed_on)}" if case.closed_on else ""
    why = case.steps[-1].reason if case.steps else ""
    line = f"{why.rstrip('.')}. " if why else ""
    return (
        f"{state_words(case.state, pack)}{on}",
        f"{line}The record stays here to read, and can be added to.",
    )
