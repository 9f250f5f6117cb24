"""What is due in oversight: a signature, an answer, a look by a manager."""

from __future__ import annotations

from collections.abc import Iterator

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.disagreements import answer_due, level_of
from ehdesk.domain.due import Obligation
from ehdesk.domain.moves import BEGINS_ASSESSING
from ehdesk.domain.oversight import Said, last_overseen
from ehdesk.domain.pathway import ASSESSED
from ehdesk.domain.words import plural


def oversight_due(case: Case, pack: Pack) -> Iterator[Obligation]:
    """Everything of oversight that is due for the case."""
    yield from _records(case, pack)
    yield from disagreements(case, pack)
    if case.road_state in ASSESSED:
        since = last_overseen(case.oversight) or case.step_on(*BEGINS_ASSESSING)
        if since is not None:
            yield Obligation(
                "oversight",
                "Ask for management oversight",
                "no manager has looked yet" if not case.oversight else "a manager looks again",
                pack.say("A manager looks at the case at least every {oversight.length}"),
                due=pack.clock("oversight").after(since),
            )


def _records(case: Case, pack: Pack) -> Iterator[Obligation]:
    for record in case.records:
        stands = case.standing(record.id)
        if stands.last is None:
            continue
        name = pack.label("sign_offs", record.form).lower()
        if stands.waits_for_a_manager:
            talk = stands.said is Said.TALK
            asked = stands.asked or stands.last
            yield Obligation(
                "sign_off",
                f"Talk about the {name} first" if talk else f"Sign the {name}",
                f"asked by {asked.by}",
                "Management oversight is in place",
                waiting_since=asked.on,
                subject_id=record.id,
                for_user=asked.asked_of,
            )
        elif stands.said is Said.RETURNED:
            count = len(stands.open_pins)
            yield Obligation(
                "returned",
                f"Returned, {plural(count, 'comment')}" if count else "Returned, ask again",
                f"{name}, by {stands.last.by}",
                "What a manager returns is answered, then signed",
                waiting_since=stands.last.on,
                subject_id=record.id,
                for_user=stands.asked.by_id if stands.asked else None,
            )


def disagreements(case: Case, pack: Pack) -> Iterator[Obligation]:
    """Each that is open, also of a case that has ended: its closing can be disagreed about."""
    for one in case.disagreements:
        if not one.is_open:
            continue
        level = level_of(one.level, pack)
        where = level.name.lower() if level else ""
        if one.is_answered:
            yield Obligation(
                "disagreement",
                "Settle the disagreement, or take it further",
                ", ".join(part for part in (f"with {one.with_whom}", where) if part),
                "A disagreement is settled or goes to the next level",
                waiting_since=one.steps[-1].on,
                subject_id=one.id,
            )
        else:
            yield Obligation(
                "disagreement",
                "Get an answer to the disagreement",
                ", ".join(part for part in (f"with {one.with_whom}", where) if part),
                "Each level has a time in which somebody answers",
                due=answer_due(one, pack),
                waiting_since=one.on_this_level_since,
                subject_id=one.id,
            )
