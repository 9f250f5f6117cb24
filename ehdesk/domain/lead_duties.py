"""The duties of whoever leads, each with how it stands, worked out from the record.

Leaflet, "Lead Practitioner Role": five duties. Which they are and what they are called is the
pack's; what is looked at for each is here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.due_plan import planned_meeting
from ehdesk.domain.due_sharing import minutes_given
from ehdesk.domain.last_written import last_written
from ehdesk.domain.obligations import obligations
from ehdesk.domain.pathway import State
from ehdesk.domain.words import plural
from ehdesk.kernel.dates import say_date


@dataclass(frozen=True)
class HowItStands:
    """In words, whether it is in order, and what to do otherwise: the words of the button and the
    key of what it opens."""

    words: str
    is_met: bool
    do: str = ""
    opens: str = ""


@dataclass(frozen=True)
class Duty:
    """A duty as the pack tells it, and how it stands for one family."""

    code: str
    name: str
    text: str
    stands: HowItStands


def lead_duties(case: Case, pack: Pack, today: date) -> tuple[Duty, ...]:
    """The duties in the pack's order; one that a pack adds is told without a state."""
    return tuple(
        Duty(
            point.code,
            pack.say(point.name),
            pack.say(point.text),
            _LOOKED_AT.get(point.code, _not_looked_at)(case, pack, today),
        )
        for point in pack.lp_duties
    )


def _not_looked_at(_case: Case, _pack: Pack, _today: date) -> HowItStands:
    return HowItStands("Look at this together with the team", is_met=True)


def _lead(case: Case, pack: Pack, today: date) -> HowItStands:
    lead = case.lead_practitioner
    if lead is None:
        words = f"Nobody is chosen yet; {case.worker} has the case" if case.worker else ""
        return HowItStands(
            words or "Nobody is chosen yet",
            is_met=False,
            do=pack.say("Choose at the {taf} meeting")
            if case.state is State.ASSESSING
            else "Hand over",
            opens="meeting" if case.state is State.ASSESSING else "hand_over",
        )
    since = case.step_on("handed_over") or case.plan_agreed_on
    when = f" since {say_date(since, today)}" if since else ""
    return HowItStands(f"{lead.described} leads{when}", is_met=True)


def _chair(case: Case, pack: Pack, today: date) -> HowItStands:
    planned = planned_meeting(case)
    day = planned.next_on if planned else None
    drafted = [one for one in case.meetings if not one.finished and one.planned_on]
    if drafted:
        day = drafted[-1].planned_on
    if day is None:
        last_day = case.held_meetings[-1].held_on if case.held_meetings else None
        last = f"; the last was on {say_date(last_day, today)}" if last_day else ""
        return HowItStands(
            f"No meeting is planned{last}", is_met=False, do="Plan a meeting", opens="meeting"
        )
    if day < today:
        return HowItStands(
            f"A meeting was planned for {say_date(day, today)}, and nothing says that it was held",
            is_met=False,
            do="Record the meeting",
            opens="meeting",
        )
    return HowItStands(pack.say("The next {taf} meeting is on") + f" {say_date(day, today)}", True)


def _plan(case: Case, _pack: Pack, today: date) -> HowItStands:
    if case.plan_agreed_on is None:
        return HowItStands("There is no plan yet: the first meeting agrees it", is_met=True)
    still = [action for action in case.actions if action.is_open]
    late = sum(bool(one.by_when and one.by_when < today) for one in still)
    if late:
        words = f"{late} of {plural(len(still), 'open action')} overdue"
        return HowItStands(words, is_met=False, do="Open the plan", opens="plan")
    if not still:
        return HowItStands("No action is open", is_met=False, do="Open the plan", opens="plan")
    return HowItStands(f"{plural(len(still), 'action')} open, none overdue", is_met=True)


def _records(case: Case, pack: Pack, today: date) -> HowItStands:
    days = [one.due for one in obligations(case, pack) if one.kind == "review" and one.due]
    if days and days[0] < today:
        return HowItStands(
            f"The review of the plan was due on {say_date(days[0], today)}",
            is_met=False,
            do="Hold the review",
            opens="review",
        )
    drafts = sum(record.finished_at is None for record in case.records)
    if drafts:
        return HowItStands(
            f"{plural(drafts, 'form')} not finished",
            is_met=False,
            do="See the forms",
            opens="documents",
        )
    last = last_written(case)
    words = f"Written in last on {say_date(last, today)}" if last else "Nothing written yet"
    return HowItStands(words, is_met=last is not None)


def _minutes(case: Case, pack: Pack, today: date) -> HowItStands:
    last = case.held_meetings[-1] if case.held_meetings else None
    if last is None or last.held_on is None:
        return HowItStands("No meeting was held yet", is_met=True)
    given, wanted = minutes_given(case, last)
    called = pack.say("{taf} meeting") + f" {last.number}"
    if given >= wanted:
        return HowItStands(f"Whoever was to have those of {called} has them", is_met=True)
    have = f"{given} of {plural(wanted, 'person', 'people')} had" if given else "Nobody had"
    return HowItStands(
        f"{have} those of {called}, {say_date(last.held_on, today)}",
        is_met=False,
        do="Share the minutes",
        opens="minutes",
    )


_LOOKED_AT: Mapping[str, Callable[[Case, Pack, date], HowItStands]] = {
    "lead": _lead,
    "chair": _chair,
    "plan": _plan,
    "records": _records,
    "minutes": _minutes,
}
