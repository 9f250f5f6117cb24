"""Where a case can be on its way, and where each of these places was read."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class State(StrEnum):
    """Where a case is. What holds beside it (consent withdrawn, a pause) is a record with dates."""

    DRAFT = "draft"
    SENT = "sent"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    HUB = "hub"
    UNDER_SIX_WEEKS = "under_6_weeks"
    TWELVE_WEEKS = "twelve_weeks"
    ASSESSING = "assessing"
    PLAN = "plan"
    MASP = "masp"
    DAS = "das"
    SIGNPOSTED = "signposted"
    ADVISED = "advised"
    JOINED = "joined"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


FINAL: Final = frozenset(
    {State.SIGNPOSTED, State.ADVISED, State.JOINED, State.CLOSED, State.WITHDRAWN}
)
"""The ended states: the record stays readable and is only added to."""

OPEN: Final = frozenset(State) - FINAL

ASKED: Final = frozenset({State.DRAFT, State.SENT, State.RETURNED, State.ACCEPTED, State.HUB})
"""Somebody asked, and nobody helps yet."""

HELPED: Final = frozenset(
    {State.UNDER_SIX_WEEKS, State.TWELVE_WEEKS, State.ASSESSING, State.PLAN, State.MASP}
)
"""Somebody was named and works with the family."""

ASSESSED: Final = frozenset({State.ASSESSING, State.PLAN, State.MASP})
"""An assessment runs, which others can join."""

WORDS: Final[Mapping[State, str]] = {
    State.DRAFT: "Request being written",
    State.SENT: "Waiting for a decision",
    State.RETURNED: "Sent back for more",
    State.ACCEPTED: "Accepted, checks being made",
    State.HUB: "Waiting for the {hub}",
    State.UNDER_SIX_WEEKS: "{under_6_weeks.work}",
    State.TWELVE_WEEKS: "{twelve_weeks.work}",
    State.ASSESSING: "{eha.name}",
    State.PLAN: "{eha.name}",
    State.MASP: "{masp}",
    State.DAS: "With the {das.full}",
    State.SIGNPOSTED: "Threshold not met, signposted",
    State.ADVISED: "Information and advice given",
    State.JOINED: "Joined another assessment",
    State.CLOSED: "Closed",
    State.WITHDRAWN: "Withdrawn",
}
"""In the program's sentences; the authority's words are put in by `pathway.state_words`."""

AT_THE_HUB: Final = "extranet: Is there an Education Health Care Plan in place? (last paragraph)"
"""Where the schools' page speaks of the hub."""

SOURCES: Final[Mapping[State, str]] = {
    State.DRAFT: "leaflet: pathway, first box, “request for Early Help Services fully completed by "
    "referrer”",
    State.SENT: "leaflet: pathway, first box, “Email to” and “Tel”; domain notes 4.9, SUBMITTED",
    State.RETURNED: "domain notes 2.8, “returned incomplete” and “consent missing”; 4.9, RETURNED",
    State.ACCEPTED: "leaflet: pathway, “Request for EH services accepted by EHDAS”, then “Checks "
    "to be completed with CDi system and other professionals involved”",
    State.HUB: f"{AT_THE_HUB}, “sent to the Early Help Partnership Allocations Hub for allocation”",
    State.UNDER_SIX_WEEKS: "leaflet: pathway, “Less than 6-weeks Family Support”, “EHDAS retain "
    "case”",
    State.TWELVE_WEEKS: "leaflet: pathway, “Short-term (12 weeks)”",
    State.ASSESSING: "leaflet: pathway, “Long-term Allocated to FSM/SFSF/SCLF/TYS within relevant "
    "cluster for Early Help Assessment”",
    State.PLAN: "leaflet: pathway, “Continue with EHA, review action plan every 3 months and "
    "update”",
    State.MASP: "leaflet: pathway, “Refer to MASP for cases where there is”",
    State.DAS: "leaflet: pathway, “Immediate safeguarding issues identified”, “Referred to DAS”",
    State.SIGNPOSTED: "leaflet: pathway, “Signposted to single-agency universal services and/or "
    "targeted services”",
    State.ADVISED: "leaflet: three offers, “in need of information or advice or support without it "
    "becoming a case”; domain notes 2.8, “information & advice”",
    State.JOINED: f"{AT_THE_HUB}, “for professionals to become part of an existing EHA”",
    State.CLOSED: "leaflet: pathway, “Closed to EHA, complete closure form/needs met and signpost”",
    State.WITHDRAWN: "domain notes 2.9, point 1: taking part is voluntary, can stop at any time",
}
"""The place of each state in the two documents, or in the notes where they are silent."""
