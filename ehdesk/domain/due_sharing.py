"""Who still waits to be told: those who are to have the minutes, and whoever asked for help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.due import Obligation
from ehdesk.domain.plan import Meeting
from ehdesk.domain.records import Step
from ehdesk.forms.checks import iso_date

_MINUTES: Final = frozenset({"minutes", "taf_meeting"})
"""What a line of the disclosure log calls them: the paper, or the form in full."""
DECIDES: Final = frozenset(
    {
        *("not_met", "advised", "joins_existing", "return_request"),
        *("accept", "accept_under_6_weeks", "accept_twelve_weeks", "accept_eha", "accept_for_hub"),
        *("hub_allocates", "hub_joins"),
    }
)
"""The moves after which whoever asked is told (domain notes 2.8)."""
REFERRAL: Final = "Referral"
"""How a line of the disclosure log begins that says that a service was asked to help."""


def minutes_to_share(case: Case, pack: Pack) -> Iterator[Obligation]:
    """Of the meeting held last; older minutes are overtaken by newer ones (leaflet: seeing that
    minutes and plans go out in good time is the lead practitioner's task)."""
    clock = pack.clock_if_any("minutes")
    last = case.held_meetings[-1] if case.held_meetings else None
    if clock is None or last is None or last.held_on is None:
        return
    given, wanted = minutes_given(case, last)
    if given < wanted:
        yield Obligation(
            "minutes",
            pack.say("Share the minutes of {taf} {number}", number=last.number),
            f"{given} of {wanted} have them" if named_for_minutes(case, last) else "nobody named",
            "Minutes and plans go out in good time",
            due=clock.after(last.held_on),
            subject_id=last.id,
        )


def minutes_given(case: Case, meeting: Meeting) -> tuple[int, int]:
    """How many have the minutes, of how many who are to have them. Where nobody was named, one
    line of the disclosure log is enough."""
    told = _told_since(case, meeting)
    rows = named_for_minutes(case, meeting)
    if not rows:
        return min(len(told), 1), 1
    names = {str(one.id): one.full_name for one in case.people}
    names |= {str(one.id): one.name for one in case.professionals}
    given = sum(
        iso_date(row.get("given_on")) is not None
        or _is_among(names.get(str(row.get("who")), ""), told)
        for row in rows
    )
    return given, len(rows)


def _is_among(name: str, told: frozenset[str]) -> bool:
    """Whether a line names this person; one line may name several."""
    return bool(name) and any(name.casefold() in line for line in told)


def named_for_minutes(case: Case, meeting: Meeting) -> tuple[Mapping[str, Any], ...]:
    """The rows of the meeting's form for those who are to have a copy."""
    records = [r for r in case.finished("taf_meeting") if r.subject_id == meeting.id]
    rows = records[-1].answers.get("share.copies") if records else None
    return tuple(
        row
        for row in rows or ()
        if row.get("copy") != "none" and (row.get("who") or row.get("way"))
    )


def _told_since(case: Case, meeting: Meeting) -> frozenset[str]:
    """Who got minutes since the meeting, by the disclosure log."""
    return frozenset(
        line.recipient.casefold()
        for line in case.disclosures
        if line.shared
        and (line.kind in _MINUTES or "minutes" in line.title.casefold())
        and meeting.held_on is not None
        and line.shared_on >= meeting.held_on
    )


def referred_since(case: Case, day: date) -> bool:
    """Whether the log of what was shared has a referral on that day or later."""
    return any(
        line.shared and line.shared_on >= day and line.title.startswith(REFERRAL)
        for line in case.disclosures
    )


def tell_the_referrer(case: Case, pack: Pack) -> Iterator[Obligation]:
    """Whoever asked hears what was decided, also when the case has ended since. Whoever decided
    tells them."""
    clock, step = pack.clock_if_any("tell_referrer"), _last_decision(case)
    if clock is None or step is None or not case.asker:
        return
    told = told_the_referrer_on(case, step)
    if told is None or told < step.happened_on:
        yield Obligation(
            "tell_referrer",
            "Tell whoever asked what was decided",
            "not told yet" if told is None else "not told of the last decision",
            "Who asked for help hears what became of it",
            due=clock.after(step.happened_on),
            for_user=step.by_id,
        )


def told_the_referrer_on(case: Case, step: Step) -> date | None:
    """The last day on which they were told: recorded since, or said in the decision itself."""
    record = next((one for one in case.records if one.id == step.record_id), None)
    said = iso_date(record.answers.get("outcome.told_on")) if record else None
    days = [day for day in (said, case.referrer_told_on) if day is not None]
    return max(days, default=None)


def _last_decision(case: Case) -> Step | None:
    return next((step for step in reversed(case.steps) if step.move in DECIDES), None)
