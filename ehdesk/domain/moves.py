"""Every move between states, in one table, each with the place it was read in.

Read from the leaflet's flow chart ("LCC Early Help Pathway at a glance"), the schools' page, and
the notes on practice where both are silent. What a move needs of the record is in
``ehdesk.domain.guards``; this table says only what may follow what.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ehdesk.domain.states import ASKED, AT_THE_HUB, HELPED, OPEN, State

S = State


@dataclass(frozen=True)
class Move:
    """A step along the pathway.

    ``ends`` is the state that it leads to, None when the case stays where it is. ``by_forms`` names
    the forms of which finishing one makes the move; a move without is recorded on its own, with a
    reason, or by a service that knows more of it (a pause, a call). ``title`` is read through
    ``pathway.move_title``.
    """

    code: str
    title: str
    starts: frozenset[S]
    ends: S | None
    by_forms: tuple[str, ...]
    source: str

    def leads_to(self, state: str) -> S:
        """Where a case that is in ``state`` is after it."""
        return self.ends if self.ends is not None else S(state)


def _move(
    code: str,
    title: str,
    starts: Iterable[S],
    ends: S | None,
    by: str,
    source: str,
) -> Move:
    return Move(code, title, frozenset(starts), ends, tuple(by.split()), source)


DECIDED_FROM: Final = (S.SENT, S.ACCEPTED)
"""Where the front door decides: a request that came in, or one whose checks are out."""

_BACK = "{das} took no further action, back to "

_TABLE: Final = (
    # Beginning
    _move(
        "begin",
        "Request begun",
        (),
        S.DRAFT,
        "request",
        "leaflet: pathway, first box, “request for Early Help Services fully completed by "
        "referrer”",
    ),
    _move(
        "begin_own_eha",
        "Own assessment begun",
        (),
        S.ASSESSING,
        "eha",
        "extranet: Early help assessment (EHA), “completed within an agencies own structure and "
        "processes”",
    ),
    _move(
        "begin_step_down",
        "Step down from social care begun",
        (),
        S.DRAFT,
        "step_down",
        "domain notes 4.6, “closing meeting ... agrees step-down”",
    ),
    _move(
        "reopen",
        "Begun again for the same family",
        (),
        S.DRAFT,
        "request",
        "domain notes 4.9, “re-open creates a new episode linked to the same family”",
    ),
    _move(
        "send",
        "Request sent",
        (S.DRAFT, S.RETURNED),
        S.SENT,
        "request",
        "leaflet: pathway, first box, “Written consent gained and request ... fully completed”",
    ),
    _move(
        "withdraw",
        "Request withdrawn",
        ASKED,
        S.WITHDRAWN,
        "",
        "domain notes 2.9, point 1: taking part is voluntary, can stop at any time",
    ),
    # Safeguarding, from anywhere
    _move(
        "refer_to_das",
        "Referred to the {das.full}",
        OPEN - {S.DAS},
        S.DAS,
        "",
        "leaflet: pathway, “Immediate safeguarding issues identified”, “Referred to DAS”",
    ),
    # The decision
    _move(
        "return_request",
        "Request sent back for more",
        (S.SENT, S.ACCEPTED, S.HUB),
        S.RETURNED,
        "decision hub_decision",
        "domain notes 2.8, “returned incomplete” and “consent missing”; 4.9, RETURNED",
    ),
    _move(
        "not_met",
        "Threshold not met, signposted",
        DECIDED_FROM,
        S.SIGNPOSTED,
        "decision",
        "leaflet: pathway, “Request for EH services does not meet thresholds. Record "
        "decision-making”, “Signposted to single-agency universal services and/or targeted "
        "services”",
    ),
    _move(
        "advised",
        "Information and advice given",
        DECIDED_FROM,
        S.ADVISED,
        "decision",
        "domain notes 2.8, “information & advice”; leaflet: three offers, “Advice, Signposting or "
        "low-level support”",
    ),
    _move(
        "joins_existing",
        "Professionals join an assessment that runs",
        DECIDED_FROM,
        S.JOINED,
        "decision",
        "extranet: Requesting support as part of an existing early help assessment, “would like "
        "support from a range of other agencies”",
    ),
    _move(
        "accept",
        "Accepted, checks to come",
        (S.SENT,),
        S.ACCEPTED,
        "decision",
        "leaflet: pathway, “Request for EH services accepted by EHDAS”",
    ),
    _move(
        "accept_under_6_weeks",
        "Accepted, {under_6_weeks.route}",
        DECIDED_FROM,
        S.UNDER_SIX_WEEKS,
        "decision",
        "leaflet: pathway, “Less than 6-weeks Family Support”, “EHDAS retain case”",
    ),
    _move(
        "accept_twelve_weeks",
        "Accepted, {twelve_weeks.route}",
        DECIDED_FROM,
        S.TWELVE_WEEKS,
        "decision",
        "leaflet: pathway, “Short-term (12 weeks) Allocated to FSM/SFSF/SCLF/TYS within relevant "
        "cluster for short-term work”",
    ),
    _move(
        "accept_eha",
        "Accepted for an assessment",
        DECIDED_FROM,
        S.ASSESSING,
        "decision",
        "leaflet: pathway, “Long-term Allocated to FSM/SFSF/SCLF/TYS within relevant cluster for "
        "Early Help Assessment”",
    ),
    _move(
        "accept_for_hub",
        "Accepted for an assessment, to the {hub}",
        DECIDED_FROM,
        S.HUB,
        "decision",
        f"{AT_THE_HUB}, “sent to the Early Help Partnership Allocations Hub for allocation”",
    ),
    # The hub
    _move(
        "hub_allocates",
        "Allocated by the {hub}",
        (S.HUB,),
        S.ASSESSING,
        "hub_decision",
        f"{AT_THE_HUB}, “allocation to an agency to take on the role of Lead Practitioner”",
    ),
    _move(
        "hub_joins",
        "Professionals join an assessment that runs, says the {hub}",
        (S.HUB,),
        S.JOINED,
        "hub_decision",
        f"{AT_THE_HUB}, “for professionals to become part of an existing EHA”",
    ),
    _move(
        "hub_defers",
        "Deferred by the {hub}",
        (S.HUB,),
        None,
        "hub_decision",
        f"{AT_THE_HUB}, “support in the interim whilst a decision is made”",
    ),
    # Short work
    _move(
        "short_reviewed",
        "Short work reviewed",
        (S.UNDER_SIX_WEEKS, S.TWELVE_WEEKS),
        None,
        "short_review",
        "leaflet: pathway, “Work undertaken No TAF”, “Review &action - closure/signpost / "
        "escalate”",
    ),
    _move(
        "escalate",
        "Moved up to an assessment",
        (S.UNDER_SIX_WEEKS, S.TWELVE_WEEKS),
        S.ASSESSING,
        "short_review",
        "leaflet: pathway, “Review &action - closure/signpost / escalate”",
    ),
    # The assessment and its plan
    _move(
        "first_taf",
        "First {taf} meeting, plan agreed",
        (S.ASSESSING,),
        S.PLAN,
        "taf_meeting",
        "leaflet: pathway, “First EHA TAF meeting ... needs and LP are identified, assessment "
        "finalised and first action plan completed”",
    ),
    _move(
        "meet",
        "{taf} meeting held",
        (S.PLAN, S.MASP, S.DAS),
        None,
        "taf_meeting",
        "leaflet: Lead Practitioner Role, “To co-ordinate and chair meetings”",
    ),
    _move(
        "review",
        "Plan reviewed",
        (S.PLAN, S.MASP, S.DAS),
        None,
        "review",
        "leaflet: pathway, “review action plan every 3 months and update”; extranet: Early help "
        "assessment (EHA), principles, “Regular review of the plan at least every 3 months”",
    ),
    _move(
        "social_care_told",
        "Social care told that the assessment runs",
        (S.PLAN,),
        None,
        "",
        "domain notes 4.6, “social care stays open until EHA is running”",
    ),
    _move(
        "handed_over",
        "Handed over",
        HELPED | {S.DAS},
        None,
        "hand_over",
        "leaflet: Lead Practitioner Role, “To be the most appropriate identified lead”; domain "
        "notes 4.1, “change LP”",
    ),
    # The panel
    _move(
        "refer_to_masp",
        "Referred to the {masp.full}",
        (S.PLAN,),
        S.MASP,
        "masp",
        "leaflet: pathway, “Needs Not Met / Family disengaged”, “Refer to MASP for cases where "
        "there is”",
    ),
    _move(
        "resources_agreed",
        "Panel agreed resources, back to the plan",
        (S.MASP,),
        S.PLAN,
        "panel",
        "leaflet: pathway, “Resources Agreed: SUSD / LARP”",
    ),
    _move(
        "panel_advised",
        "Panel advised, back to the plan",
        (S.MASP,),
        S.PLAN,
        "panel",
        "domain notes 4.7, panel outcome, “continue with advice”, “LP changed”, “new agency "
        "joined”",
    ),
    _move(
        "panel_deferred",
        "Panel deferred, needs to know more",
        (S.MASP,),
        None,
        "panel",
        "domain notes 4.7, panel outcome, “defer: information needed”",
    ),
    _move(
        "panel_steps_up",
        "Panel decided to step up to social care",
        (S.MASP,),
        None,
        "panel",
        "domain notes 4.7, panel outcome, “step-up to social care”; 4.9, STEPUP",
    ),
    _move(
        "panel_closes",
        "Panel decided to close",
        (S.MASP,),
        None,
        "panel",
        "domain notes 4.7, panel outcome, “step-down/close”; 4.9, CLOSING",
    ),
    # Up to social care, down from it, and back
    _move(
        "step_up",
        "Stepped up to social care, with {das}",
        HELPED,
        S.DAS,
        "step_up",
        "leaflet: pathway, “Referred to DAS”; domain notes 4.6, “EHA state while pending”",
    ),
    _move(
        "step_down",
        "Stepped down from social care, to an assessment",
        (S.DRAFT, S.DAS),
        S.ASSESSING,
        "step_down",
        "domain notes 4.6, “analysis carried into an EHA left un-finalised until the joint TAF/CIN "
        "meeting”",
    ),
    *(
        _move(f"back_to_{code}", _BACK + where, (S.DAS,), state, "", source)
        for code, where, state, source in (
            (
                "draft",
                "writing the request",
                S.DRAFT,
                "leaflet: pathway, first box, “fully completed by referrer”",
            ),
            (
                "request",
                "the request",
                S.SENT,
                "leaflet: pathway, first box, “Email to” and “Tel”",
            ),
            (
                "returned",
                "completing the request",
                S.RETURNED,
                "domain notes 2.8, “returned incomplete”",
            ),
            (
                "accepted",
                "the checks",
                S.ACCEPTED,
                "leaflet: pathway, “Checks to be completed with CDi system and other "
                "professionals”",
            ),
            (
                "hub",
                "the {hub}",
                S.HUB,
                f"{AT_THE_HUB}, “Early Help Partnership Allocations Hub”",
            ),
            (
                "under_6_weeks",
                "{under_6_weeks.work}",
                S.UNDER_SIX_WEEKS,
                "leaflet: pathway, “EHDAS retain case”",
            ),
            (
                "twelve_weeks",
                "{twelve_weeks.work}",
                S.TWELVE_WEEKS,
                "leaflet: pathway, “Short-term (12 weeks)”",
            ),
            (
                "assessment",
                "the assessment",
                S.ASSESSING,
                "leaflet: pathway, “within relevant cluster for Early Help Assessment”",
            ),
            ("plan", "the plan", S.PLAN, "leaflet: pathway, “Continue with EHA”"),
            ("panel", "the {masp.full}", S.MASP, "leaflet: pathway, “Refer to MASP”"),
        )
    ),
    _move(
        "taken_by_das",
        "Taken on by children's social care",
        (S.DAS,),
        S.CLOSED,
        "",
        "leaflet: pathway, “Referred to DAS”; domain notes 2.8, “referred to DAS/social care”",
    ),
    # Pausing, closing, and after
    _move(
        "paused",
        "Paused",
        OPEN - {S.DAS},
        None,
        "",
        "domain notes 4.9, timers hang on states: a pause says why one is not met",
    ),
    _move(
        "resumed",
        "Goes on after the pause",
        OPEN,
        None,
        "",
        "domain notes 4.9, timers hang on states",
    ),
    _move(
        "close",
        "Closed",
        HELPED | {S.DAS},
        S.CLOSED,
        "closure",
        "leaflet: pathway, “Closed to EHA, complete closure form/needs met and signpost to single "
        "agency universal and targeted services”",
    ),
    _move(
        "followed_up",
        "Looked at again after closing",
        (S.CLOSED,),
        None,
        "follow_up",
        "domain notes 4.5, “consent for 6-month follow-up and date”; 4.9, FOLLOW_UP",
    ),
)

BEGINS_ASSESSING: Final = (
    *("accept_eha", "hub_allocates", "escalate", "step_down", "begin_own_eha"),
)
"""The moves from which the time to the first meeting is counted, and how long a case is open."""

OF_THEIR_OWN: Final = frozenset({"paused", "resumed"})
"""Moves without a form that need more than a day and a reason: a service of their own records
them."""

MOVES: Final[dict[str, Move]] = {move.code: move for move in _TABLE}
"""By code, in the order of the road."""
