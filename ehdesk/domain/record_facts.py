"""What the record of a case says by itself: shown in a form, frozen with it, never typed.

Each sheet is a function of the case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.needs import count_needs
from ehdesk.domain.panel_reasons import panel_reasons
from ehdesk.domain.review_days import last_looked_at
from ehdesk.domain.words import join_names, names_with_ages, plural
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_short_date


@dataclass(frozen=True)
class Fact:
    """``about`` what, what the record ``says`` of it, and where that stands."""

    about: str
    says: str
    source: str = ""


Sheet = Callable[[Case, Pack, date], Iterator[Fact]]


def history(case: Case, pack: Pack, today: date) -> Iterator[Fact]:
    """How long it has been open, the assessment, who leads and helps, meetings and reviews."""
    children = names_with_ages([(child.full_name, child.age(today)) for child in case.children])
    yield Fact("Reference", case.reference)
    yield Fact("Children", children or "None named")
    ways = {"": "", **{route.code: f", {route.name}" for route in pack.routes}}
    yield Fact("Open since", f"{say_short_date(case.opened_on)}{ways.get(case.route, '')}")
    begun = [local(r.started_at).date() for r in case.records if r.form == "eha"]
    done = [local(r.finished_at).date() for r in case.finished("eha") if r.finished_at]
    if begun:
        told = [f"begun {say_short_date(begun[0])}"]
        told += [f"agreed {say_short_date(done[-1])}"] if done else ["not final yet"]
        yield Fact("Assessment", ", ".join(told))
    if case.lead_practitioner is not None:
        yield Fact(pack.say("{lead_practitioner.name}"), case.lead_practitioner.described)
    team = [p.described for p in case.professionals if p.name]
    if team:
        yield Fact("People helping", "; ".join(team))
    yield Fact(
        pack.say("{taf} meetings"), _held([m.held_on for m in case.held_meetings if m.held_on])
    )
    yield Fact("Reviews", _held([r.held_on for r in case.held_reviews if r.held_on]))
    late = sum(bool(r.held_on and r.held_on > r.was_due) for r in case.held_reviews)
    if late:
        yield Fact("Held late", plural(late, "review"))
    if case.contacts:
        last = max(contact.happened_on for contact in case.contacts)
        yield Fact("Contacts", f"{len(case.contacts)}, the last on {say_short_date(last)}")
    for other in case.other_cases:
        yield Fact("Helped before", other.told, "other cases of this family")


def evidence(case: Case, pack: Pack, today: date) -> Iterator[Fact]:
    """For each reason to ask the panel (leaflet: five), what there is on record."""
    for reason in panel_reasons(case, pack):
        yield Fact(reason.name, reason.found or "Nothing on record", reason.where)


def trend(case: Case, pack: Pack, today: date) -> Iterator[Fact]:
    """The needs, and each outcome's numbers from the start to now."""
    if case.needs:
        names = "; ".join(pack.label("needs", need.code) for need in case.needs)
        counted = count_needs([need.code for need in case.needs], pack)
        yield Fact(f"Needs, {counted} counted", names)
    numbers = {review.id: review.number for review in case.held_reviews}
    for outcome in case.outcomes:
        told = [f"{_number(outcome.start)} at the start"]
        for measure in outcome.measures:
            if measure.score is not None and measure.review_id in numbers:
                told.append(f"{measure.score} at review {numbers[measure.review_id]}")
        if outcome.hoped is not None:
            told.append(f"{outcome.hoped} hoped for")
        yield Fact(outcome.title, ", ".join(told), outcome.words_by)


def actions(case: Case, pack: Pack, today: date) -> Iterator[Fact]:
    """How many actions are done, and each that is not, with what is said of it."""
    agreed = [action for action in case.actions if action.what]
    if not agreed:
        return
    done = sum(action.progress == "done" for action in agreed)
    yield Fact("Done", f"{done} of {plural(len(agreed), 'action')}")
    for action in agreed:
        if action.progress == "done":
            continue
        late = action.is_open and action.by_when is not None and action.by_when < today
        state = "dropped" if action.progress == "dropped" else "overdue" if late else "open"
        by = f", by {say_short_date(action.by_when)}" if action.by_when else ""
        told = f"{action.who or 'nobody named'}{by}, {state}"
        yield Fact(
            f"{action.number} {action.what}", f"{told}. {action.note}" if action.note else told
        )


def since(case: Case, pack: Pack, today: date) -> Iterator[Fact]:
    """What happened since the plan was agreed or last reviewed (picture 21)."""
    start = last_looked_at(case) or case.opened_on
    yield Fact("Looked at last", say_short_date(start))
    meetings = [m.held_on for m in case.held_meetings if m.held_on and m.held_on > start]
    yield Fact(pack.say("{taf} meetings since"), _held(meetings))
    contacts = [contact for contact in case.contacts if contact.happened_on > start]
    yield Fact("Contacts since", str(len(contacts)) if contacts else "None")
    done = sum(bool(a.done_on and a.done_on > start) for a in case.actions)
    yield Fact("Actions done since", str(done) if done else "None")
    heard = [v for v in case.voices if v.on and v.on > start and v.is_heard]
    names = {child.id: child.first_name for child in case.children}
    who = dict.fromkeys(names[v.person_id] for v in heard if v.person_id in names)
    yield Fact("Own words since", join_names(who) if who else "From no child")
    for child in case.children:
        if child.attendance is not None:
            yield Fact(
                f"{child.first_name} at school", f"{child.attendance}%", "the family’s details"
            )


SHEETS = MappingProxyType(
    {
        "record.history": history,
        "record.evidence": evidence,
        "record.trend": trend,
        "record.actions": actions,
        "record.since": since,
    }
)
"""By the name that a form binds to."""


def _number(value: int | None) -> str:
    return "no number" if value is None else str(value)


def _held(days: list[date]) -> str:
    return f"{len(days)}: {join_names(map(say_short_date, days))}" if days else "None"
