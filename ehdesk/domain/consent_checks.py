"""When consent was given and asked about again, and by when it is to be asked about next.

Consent is asked about at the start, when the assessment is complete, when the level changes and
when an agency joins (domain notes 2.9, topic 11); each of these has a form that asks. The pack's
clock ``consent_check`` says how long an answer may stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.record_names import record_name
from ehdesk.domain.records import Record
from ehdesk.forms.checks import iso_date

_CLOCK = "consent_check"
_ASKED_AT = {
    "taf_meeting": "opening.consent_right",
    "review": "actions.consent_right",
    "eha": "family.still_right",
}
"""The question of each form that asks whether consent is still right."""


@dataclass(frozen=True)
class ConsentCheck:
    """Consent was given or asked about: at what, and on which day."""

    at: str
    on: date


def consent_checks(case: Case, pack: Pack) -> tuple[ConsentCheck, ...]:
    """Every time, oldest first."""
    return tuple(sorted(_found(case, pack), key=lambda check: check.on))


def next_consent_check(case: Case, pack: Pack) -> date | None:
    """The last day to ask again: the one that was agreed unless consent was asked about since, and
    never later than the pack's clock allows. None when there is no consent that stands."""
    consent = case.consent
    if consent is None or consent.withdrawn_on or consent.how not in ("written", "verbal"):
        return None
    checks = consent_checks(case, pack)
    last = checks[-1].on if checks else None
    days = []
    if consent.review_on and (last is None or last < consent.review_on):
        days.append(consent.review_on)
    if last and any(clock.code == _CLOCK for clock in pack.clocks):
        days.append(pack.clock(_CLOCK).after(last))
    return min(days, default=None)


def _found(case: Case, pack: Pack) -> Iterator[ConsentCheck]:
    consent = case.consent
    forms = [record for record in case.records if record.form == "consent" and record.finished_at]
    talked = {day for record in forms if (day := iso_date(record.answers.get("talk.on")))}
    if consent and consent.given_on and consent.given_on not in talked:
        yield ConsentCheck("Consent given", consent.given_on)
    for day in sorted(talked):
        yield ConsentCheck("Consent form", day)
    for record in case.records:
        key = _ASKED_AT.get(record.form)
        asked_on = _day(case, record) if key and record.answers.get(key) else None
        if asked_on:
            yield ConsentCheck(record_name(case, record, pack.term("assessment"), pack), asked_on)


def _day(case: Case, record: Record) -> date | None:
    """The day on which a finished record asked."""
    if record.form == "eha":
        return iso_date(record.answers.get("family.checked_on"))
    if record.finished_at is None:
        return None
    held = {meeting.id: meeting.held_on for meeting in case.meetings}
    held |= {review.id: review.held_on for review in case.reviews}
    return held.get(record.subject_id) if record.subject_id else None
