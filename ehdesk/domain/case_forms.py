"""Which forms can be begun for a case as it stands, and the drafts that wait.

One table: the states in which a form makes sense, and what else stands against it, in words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.decided import wants_assessment
from ehdesk.domain.pathway import ASKED, ASSESSED, MOVES, OPEN, State
from ehdesk.domain.records import Record

Against = Callable[[Case], str]
"""Why a form may not be begun although the state would allow it; empty when it may."""


def _nothing(_case: Case) -> str:
    return ""


@dataclass(frozen=True)
class CaseForm:
    """A form of a case. ``words`` is what a person does by beginning it, ``line`` says more and
    ``when`` when it makes sense; all three are read through ``pack.say``.

    With ``beside_the_road`` it is begun and finished by ``ehdesk.services.case_forms``; the others
    have services of their own. ``after_ending`` is for one that is filled in when the case has
    ended, and only adds to its record.
    """

    code: str
    words: str
    line: str
    states: frozenset[State]
    when: str
    beside_the_road: bool = False
    against: Against = _nothing
    after_ending: bool = False

    def why_not(self, case: Case) -> str:
        """Why it may not be begun now, as a sentence; empty when it may."""
        return self.when if case.state not in self.states else self.against(case)


@dataclass(frozen=True)
class OfferedForm:
    """A form that can be begun now, or whose draft waits."""

    code: str
    words: str
    line: str
    draft: Record | None


def offered(case: Case, pack: Pack) -> tuple[OfferedForm, ...]:
    """What can be begun or gone on with, drafts first, in the authority's words."""
    known = {form.code for form in pack.forms}
    found = []
    for form in CASE_FORMS.values():
        draft = case.draft(form.code)
        may_fill_in = case.is_open or form.after_ending
        if may_fill_in and form.code in known and (draft is not None or not form.why_not(case)):
            found.append(OfferedForm(form.code, pack.say(form.words), pack.say(form.line), draft))
    return tuple(sorted(found, key=lambda one: one.draft is None))


def _assessed_already(case: Case) -> str:
    if case.road_state is State.ASSESSING or wants_assessment(case):
        return ""
    if case.road_state not in ASSESSED:
        return "An assessment begins when a request is accepted for one."
    return "The assessment is final. A review or a meeting can decide to assess again."


def _begun_as_a_request(case: Case) -> str:
    """A case that began with a request is stepped down only once social care had it."""
    if case.state is State.DRAFT and case.draft("request") is not None:
        return "This case began with a request. Finish that, or begin a step down of its own."
    return ""


def _nobody_took_it_on(case: Case) -> str:
    """Social care's answer ends a request that nobody had taken on; no closure form is needed."""
    if case.state is State.DAS and case.came_from in ASKED:
        return "Nobody had taken the request on: record the answer of the duty service."
    return ""


def _no_plan_yet(case: Case) -> str:
    if case.state is State.ASSESSING or case.plan_agreed_on:
        return ""
    return "There is no plan yet. The first meeting makes one, once the assessment goes on."


def _not_agreed(case: Case) -> str:
    """Domain notes 4.5: once, and only with the family's yes."""
    closing = case.finished("closure")
    if not closing or closing[-1].answers.get("after.follow_up") != "yes":
        return "The family did not agree to be asked again."
    return "The family was asked already." if case.finished("follow_up") else ""


def _states(*states: State) -> frozenset[State]:
    return frozenset(states)


S = State
CASE_FORMS: dict[str, CaseForm] = {
    form.code: form
    for form in (
        CaseForm(
            "request",
            "Go on with the request",
            "{request.name}, {marf}",
            _states(),
            "A request begins a case of its own.",
        ),
        CaseForm(
            "contact",
            "Record a contact",
            "A call, a visit or a message",
            OPEN,
            "This case has ended.",
        ),
        CaseForm(
            "consent",
            "Fill in a consent form",
            "Who agrees to what, and what may be shared with whom",
            OPEN,
            "This case has ended.",
            beside_the_road=True,
        ),
        CaseForm(
            "hub_proforma",
            "Fill in the {hub} proforma",
            "One side of A4 that the hub reads before it hears the request",
            _states(S.DRAFT, S.SENT, S.RETURNED, S.ACCEPTED, S.HUB, S.ASSESSING, S.PLAN),
            "The {hub} hears a request, or an assessment that wants others to join.",
            beside_the_road=True,
        ),
        CaseForm(
            "decision",
            "Decide the request",
            "Checks, threshold, help and who gets it",
            _states(S.SENT, S.ACCEPTED),
            "Only a request that was sent waits for a decision.",
        ),
        CaseForm(
            "hub_decision",
            "Record what the {hub} decided",
            "An agency takes the lead, others join, or it comes back",
            _states(S.HUB),
            "This case does not wait for the {hub}.",
            beside_the_road=True,
        ),
        CaseForm(
            "short_review",
            "Review the short work",
            "What was done and changed, then close, signpost or move up",
            _states(S.UNDER_SIX_WEEKS, S.TWELVE_WEEKS),
            "There is no short work to review.",
            beside_the_road=True,
        ),
        CaseForm(
            "eha",
            "Fill in the assessment",
            "{eha.full}",
            ASSESSED | {S.DAS},
            "An assessment begins when a request is accepted for one.",
            against=_assessed_already,
        ),
        CaseForm(
            "taf_meeting",
            "Plan or record a meeting",
            "{taf.full}",
            MOVES["meet"].starts | {S.ASSESSING},
            "The {taf.name} meets about an assessment or a plan.",
            against=_no_plan_yet,
        ),
        CaseForm(
            "review",
            "Hold a review",
            "Look at the plan again, then and now",
            MOVES["review"].starts,
            "There is no plan to review.",
            against=_no_plan_yet,
        ),
        CaseForm(
            "hand_over",
            "Hand over",
            "Somebody else leads, or works with the family",
            MOVES["handed_over"].starts,
            "There is nobody to hand over from.",
            beside_the_road=True,
        ),
        CaseForm(
            "masp",
            "Refer to the panel",
            "{masp.full}: needs are not met, or the family stepped back",
            MOVES["refer_to_masp"].starts,
            "The panel looks at a plan that is being worked on; this case has none now.",
            beside_the_road=True,
        ),
        CaseForm(
            "panel",
            "Record what the panel decided",
            "{masp.full}: resources, advice, step up, close or deferred",
            MOVES["resources_agreed"].starts,
            "This case is not with the panel.",
            beside_the_road=True,
        ),
        CaseForm(
            "step_up",
            "Step up to social care",
            "To the {das.full}, in writing; the plan waits for the answer",
            MOVES["step_up"].starts,
            "A case is stepped up while early help works with the family.",
            beside_the_road=True,
        ),
        CaseForm(
            "step_down",
            "Step down from social care",
            "Social work is ending and help goes on, with an assessment",
            MOVES["step_down"].starts,
            "A family steps down while social care has the case.",
            beside_the_road=True,
            against=_begun_as_a_request,
        ),
        CaseForm(
            "closure",
            "Fill in the closure form",
            "Reason, what changed, what carries on, manager’s line",
            MOVES["close"].starts,
            "This case cannot close from where it is.",
            against=_nobody_took_it_on,
        ),
        CaseForm(
            "follow_up",
            "Ask how the family is",
            "Once after closing, when the family agreed to it",
            MOVES["followed_up"].starts,
            "A follow-up comes after closing.",
            beside_the_road=True,
            against=_not_agreed,
            after_ending=True,
        ),
    )
}
"""By code, in the order they are offered."""

AFTER_ENDING = frozenset(form.code for form in CASE_FORMS.values() if form.after_ending)
"""Forms that may still be filled in when a case has ended."""
