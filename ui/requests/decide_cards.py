"""The three cards of a decision, in their fixed order: harm now, checks, decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehdesk.authority.pack import Pack
from ehdesk.domain.inbox import Joinable
from ehdesk.domain.thresholds import suggest
from ehdesk.domain.words import plural
from ehdesk.forms.checks import Problem
from ehdesk.forms.session import FormSession
from ui.fields.checks import ChecksEditor
from ui.fields.heading import ErrorLine
from ui.fields.section_view import SectionView
from ui.fields.side_by_side import SideBySide
from ui.kit.pill import Pill
from ui.requests.big_number import BigNumber
from ui.requests.decision_form import JOINS, DecisionForm
from ui.requests.harm_choice import HarmChoice
from ui.requests.join_finder import JoinFinder
from ui.requests.step_card import StepCard
from ui.theme import theme

HARM = "harm.now"


class QuestionsCard(StepCard):
    """A step with questions of the decision's form."""

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong where it is."""
        raise NotImplementedError

    def focus_problem(self, key: str, row_id: str | None) -> None:
        """Put the cursor where the problem is."""
        raise NotImplementedError


class HarmCard(QuestionsCard):
    """The question; with yes the number to ring and the boxes for the call."""

    def __init__(self, form: DecisionForm, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(1, "Is a child at risk of harm now?", parent)
        self._form = form
        self.choice = HarmChoice(pack)
        self.choice.setEnabled(not form.read_only)
        self.add_action(self.choice)
        self._error = ErrorLine()
        self.add(self._error)
        self._call = QWidget()
        numbers = SideBySide(self._call, gap=theme().px(12), line_gap=theme().px(12), fill=True)
        das, emergency = pack.contact("das"), pack.contact("emergency")
        numbers.add(BigNumber(pack.say("Call {das} now"), das.phone, das.name), 7)
        danger = "In danger this minute"
        numbers.add(BigNumber(danger, emergency.phone, emergency.name), 5)
        self.add(self._call)
        section = form.session.form.section("harm")
        rest = replace(section, fields=tuple(f for f in section.fields if f.key != HARM))
        self.view = SectionView(rest, form.around)
        self.view.answered.connect(form.give)
        self.add(self.view)
        self.choice.value_changed.connect(lambda: form.give(HARM, self.choice.value()))
        self.refresh()

    def refresh(self) -> None:
        """Show what the answers ask for."""
        session = self._form.session
        self.choice.set_value(str(session.value(HARM) or ""))
        yes = session.value(HARM) == "yes"
        self.view.show_values()
        self.view.refresh()
        self.view.setVisible(yes)
        self._call.setVisible(yes)
        self.show_body(yes or bool(self._error.text()))
        self.set_done(session.value(HARM) == "no" or (yes and not session.to_fix("harm")))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        own = ". ".join(p.message for p in problems if p.field_key == HARM)
        self._error.say(own)
        self.choice.set_wrong(bool(own))
        self.choice.setAccessibleDescription(own)
        self.view.show_problems(problems)
        self.show_body(bool(own) or self._form.session.value(HARM) == "yes")

    def focus_problem(self, key: str, row_id: str | None) -> None:
        if key == HARM:
            self.choice.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.view.focus_problem(key, row_id)


class _SectionCard(QuestionsCard):
    """A card with the questions of one section."""

    def __init__(self, number: int, title: str, key: str, form: DecisionForm) -> None:
        super().__init__(number, title)
        self._form = form
        self.key = key
        self.view = SectionView(form.session.form.section(key), form.around)
        self.view.answered.connect(form.give)
        self.add(self.view)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self.view.show_problems([*problems, *self._form.session.warnings(self.key)])

    def focus_problem(self, key: str, row_id: str | None) -> None:
        self.view.focus_problem(key, row_id)


class ChecksCard(_SectionCard):
    """Who was asked, and how many have answered. Nothing here holds the decision up."""

    def __init__(self, form: DecisionForm) -> None:
        super().__init__(2, "Checks", "checks", form)
        editor = self.view.questions["checks.checks"].editor
        if isinstance(editor, ChecksEditor):
            # The card says it, with the count; its button goes up to that line.
            editor.heading.hide()
            self.add_action(editor.add_button)
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        rows = self._form.session.value("checks.checks")
        checks = rows if isinstance(rows, list) else []
        back = sum(bool(row["back"]) for row in checks)
        self.set_title(f"Checks, {back} of {len(checks)} back" if checks else "Checks")
        self.set_done(bool(checks) and back == len(checks))
        self.view.refresh()


class OutcomeCard(_SectionCard):
    """Threshold, help, who gets it, and why."""

    def __init__(self, form: DecisionForm, pack: Pack) -> None:
        super().__init__(3, "Decision", "outcome", form)
        self.guidance = Pill(guidance_words(form.needs, pack), "none", "scale")
        self.add_action(self.guidance)
        self.finder = JoinFinder(form.joinable)
        self.finder.chosen.connect(self._on_found)
        joins = self.view.questions.get(JOINS)
        below = joins.layout() if joins is not None else None
        if below is not None:
            below.addWidget(self.finder)
            self.finder.setVisible(not form.read_only)
        self.refresh()

    def refresh(self) -> None:
        """Show the questions that the answers ask for."""
        self.view.refresh()
        if self._form.session.value("outcome.threshold") == "joins":
            self.finder.look()
        self.set_done(not self._form.session.to_fix("outcome"))

    def _on_found(self, one: Joinable) -> None:
        self._form.join(one)
        self.view.refresh()
        self.view.show_value(JOINS, str(one.case_id))


def guidance_words(needs: int, pack: Pack) -> str:
    """``Guidance: assessment, 4 needs``: what the count points to; a person decides."""
    route = suggest(needs, pack.thresholds).route_code
    if route is None:
        return "Guidance: no needs ticked yet"
    name = pack.route(route).name
    return f"Guidance: {name[:1].lower()}{name[1:]}, {plural(needs, 'need')}"


_NEXT = {
    "not_met": "Next: the request ends as signposted. Its record stays.",
    "advised": "Next: the request ends with the advice given. Its record stays.",
    "joins": "Next: the professionals join that assessment, and this request ends.",
    "returned": "Next: whoever asked completes it. Every answer is still there.",
    "no_consent": "Next: whoever asked talks to the family. Every answer is still there.",
}


def next_words(session: FormSession, pack: Pack) -> str:
    """What happens once the decision is recorded, for the footer."""
    if session.value(HARM) == "yes":
        return pack.say("Next: the case waits for what {das} decides.")
    decided = str(session.value("outcome.threshold") or "")
    if decided in _NEXT:
        return _NEXT[decided]
    route = session.value("outcome.route")
    if route and session.value("outcome.checks_first") == "yes":
        return "Next: the checks. The request stays here until it is allocated."
    if route == "eha" and pack.hub:
        return pack.say("Next: the {hub} allocates it.")
    if route == "under_6_weeks":
        return pack.say("Next: {ehdas} keeps the case. It ends within {under_6_weeks.length}.")
    names = {option.value: option.label for option in session.options_of("team")}
    who = names.get(str(session.value("outcome.person") or ""), "")
    if who:
        first = who.partition(",")[0].split()[0]
        return f"Next: {first} finds the case on Today, and the letters are ready to print."
    if route:
        return "Next: the case waits for somebody to be named."
    return "Everything is saved as you type."
