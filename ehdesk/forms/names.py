"""Every name that a form may use for things outside itself, in one place.

The services edit what is named here; a form that names anything else is refused on loading.
"""

from __future__ import annotations

from typing import Final

BINDS: Final[dict[str, tuple[str, ...]]] = {
    "family.name": ("short_text",),
    "family.address": ("short_text", "long_text"),
    "family.postcode": ("short_text",),
    "family.contact_note": ("long_text",),
    "family.interpreter": ("yes_no", "choice"),
    "family.interpreter_note": ("short_text", "long_text"),
    "family.address_kind": ("choice",),
    "family.confidential": ("yes_no",),
    "homes": ("homes",),
    "people": ("people",),
    "relationships": ("relationships",),
    "restrictions": ("restrictions",),
    "professionals": ("professionals",),
    "needs": ("needs",),
    "voices": ("voices",),
    "files": ("files",),
    "case.request_type": ("choice",),
    "case.ehc_plan": ("choice",),
    "case.ehc_mode": ("choice",),
    "case.lead_practitioner": ("choice",),
    "asker.kind": ("choice",),
    "asker.person": ("choice",),
    "asker.name": ("short_text",),
    "asker.role": ("short_text",),
    "asker.agency": ("short_text", "choice"),
    "asker.agency_type": ("choice",),
    "asker.address": ("short_text",),
    "asker.phone": ("short_text",),
    "asker.email": ("short_text",),
    "consent.how": ("choice",),
    "consent.given_by": ("choices",),
    "consent.given_on": ("date",),
    "consent.covers": ("choices",),
    "consent.not_with": ("short_text", "long_text"),
    "consent.for_whom": ("choices",),
    "consent.review_on": ("date",),
    "consent.withdrawn_on": ("date",),
    "consent.withdrawn_by": ("short_text", "choice"),
    "consent.withdrawn_how": ("short_text", "long_text"),
    "consent.agreements": ("agreements",),
    "consent.sharing": ("sharing",),
    "areas": ("areas",),
    "plan": ("plan",),
    "meeting.held_on": ("date",),
    "meeting.starts": ("time",),
    "meeting.ends": ("time",),
    "meeting.venue": ("short_text",),
    "meeting.chair": ("short_text", "choice"),
    "meeting.minute_taker": ("short_text", "choice"),
    "meeting.attendance": ("attendance",),
    "meeting.next_on": ("date",),
    "meeting.next_venue": ("short_text",),
    "review.held_on": ("date",),
    "review.progress": ("progress",),
    "review.then_and_now": ("then_and_now",),
    "review.next_due": ("date",),
    "decision.checks": ("checks",),
    "closure.need_outcomes": ("need_outcomes",),
    "closure.scores": ("then_and_now",),
    "closure.signposts": ("signposts",),
    "record.history": ("facts",),
    "record.evidence": ("facts",),
    "record.trend": ("facts",),
    "record.actions": ("facts",),
    "record.since": ("facts",),
}
"""What an answer may edit in the record, and the kinds of question that may do so."""

PEOPLE_SOURCES: Final = frozenset(
    {
        "people",
        "adults",
        "children",
        "professionals",
        "homes",
        "everyone",
        "helpers",
        "family_needs",
    }
)
"""Choices that follow the people, professionals and homes of the same form as they are typed."""

OPTION_SOURCES: Final = PEOPLE_SOURCES | {
    "agencies",
    "areas",
    "clusters",
    "roles",
    "routes",
    "needs",
    "catalogue",
    "masp_triggers",
    "masp_outcomes",
    "closure_reasons",
    "chronology",
    "team",
    "open_assessments",
}
"""Lists that a choice may take from the authority pack or the store when the form is opened. The
code lists of the pack (`ehdesk.forms.code_lists`) come on top: `load_forms` is told their names."""

NEED_SOURCES: Final = frozenset({"needs", "catalogue"})
"""What a needs question offers: the short list that people tick, or the whole catalogue."""

TELLS: Final = frozenset(
    {"tried", "parents_view", "conclusion", "goals", "oversight", "signatures", "present"}
)
"""What a question may say that it ``tells``; the checks of quality look for these."""

COUNTERS: Final = frozenset({"needs"})
"""What ``adds_to`` may name."""

FACTS: Final = frozenset({"needs", "meetings", "actions", "open_assessments"})
"""Numbers a condition may ask of the record: how many needs are counted on the case, how many
meetings were held, how many actions the plan has, whether an assessment is being written."""

ENDINGS: Final = frozenset({"check", "send"})
"""Steps after the questions: Check your answers, and sending."""
