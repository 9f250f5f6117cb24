"""What happened beside the road of a case, for its timeline: who took over, when it was paused, and
what the duty service was told and answered."""

from __future__ import annotations

from collections.abc import Iterator

from ehdesk.authority.pack import Pack
from ehdesk.domain.beside import DasReferral
from ehdesk.domain.case import Case
from ehdesk.domain.timeline_facts import EventFact
from ehdesk.domain.words import sentences
from ehdesk.kernel.dates import say_short_date

MEANWHILE = {"goes_on": "The case goes on meanwhile", "waits": "The case waits meanwhile"}
"""What happens to a case until the duty service answers, by what is recorded."""


def case_events(case: Case, pack: Pack) -> tuple[EventFact, ...]:
    """Oldest first."""
    found = [*_hand_overs(case), *_pauses(case), *_calls(case, pack)]
    return tuple(sorted(found, key=lambda event: event.on))


def call_words(call: DasReferral) -> str:
    """``At 9:40am. Taken by Duty worker. Bruises. The case waits meanwhile.``"""
    parts = (
        f"At {call.happened_at}" if call.happened_at else "",
        f"Taken by {call.taken_by}" if call.taken_by else "",
        call.said,
        MEANWHILE.get(call.meanwhile, ""),
    )
    return sentences(parts)


def _hand_overs(case: Case) -> Iterator[EventFact]:
    for step in case.steps:
        if step.move == "handed_over":
            yield EventFact(
                "Handed over",
                step.happened_on,
                step.reason,
                "arrow-right-left",
                "Handed over",
                record=str(step.record_id or ""),
            )


def _pauses(case: Case) -> Iterator[EventFact]:
    for pause in case.pauses:
        until = say_short_date(pause.until)
        yield EventFact(
            "Paused",
            pause.starts_on,
            f"Until {until}. {pause.reason}",
            "pause",
            "Paused",
            until=pause.until,
            open=pause.ended_on is None,
        )
        if pause.ended_on is not None:
            yield EventFact("Went on after the pause", pause.ended_on, "", "play", "Went on")


def _calls(case: Case, pack: Pack) -> Iterator[EventFact]:
    for call in case.das_referrals:
        yield EventFact(
            pack.say("Call to {das}"),
            call.happened_on,
            call_words(call),
            "phone-call",
            pack.say("Call to {das}"),
            open=call.answered_on is None,
        )
        if call.answered_on is not None:
            yield EventFact(
                pack.say("{das} answered"),
                call.answered_on,
                call.answer,
                "message-square",
                pack.say("{das} answered"),
            )
