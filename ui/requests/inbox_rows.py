"""A request as a row of the inbox: the family, who asked, how far it is, how long it waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ehdesk.authority.days_off import days_off
from ehdesk.authority.pack import Pack
from ehdesk.domain.inbox import InboxLine, SentLine, reply_by, reply_words, working_days_left
from ehdesk.domain.lists import CaseLine
from ehdesk.domain.pathway import State, move_title
from ehdesk.domain.words import names_and_ages, plural, waiting
from ehdesk.kernel.dates import age_on, say_date
from ui.kit.work_row import WorkLine

GROUPS = (
    (State.SENT, "Waiting for a decision", "inbox", ""),
    (State.ACCEPTED, "Accepted, checks being made", "list-checks", ""),
    (State.RETURNED, "Sent back for more", "undo-2", "soon"),
    (State.HUB, "Waiting for the {hub}", "users-round", ""),
    (State.DAS, "With the {das.full}", "shield-alert", "overdue"),
    (State.DRAFT, "Being written", "file-text", ""),
)
"""State, heading, icon and tone of each group, in the order of the page."""

VERBS = {
    State.SENT: "Decide",
    State.ACCEPTED: "Allocate",
    State.HUB: "Open",
    State.RETURNED: "See what is missing",
    State.DAS: "Record answer",
    State.DRAFT: "Go on writing",
}
_ICONS = {state: icon for state, _title, icon, _tone in GROUPS}
_MOST = 180
"""Characters of a reason that a row shows; the whole of it is one press away."""


def inbox_row(line: InboxLine, pack: Pack, today: date) -> WorkLine:
    """A request that waits."""
    state = State(line.case.state)
    pill = _pill(line, pack, today)
    spoken = [line.case.family, _within(line.case.where), _within(pill[0])]
    last = reply_by(line, pack)
    if last is not None:
        spoken.append(_within(reply_words(today, last, days_off(pack))))
    parts = [line.case.reference, _children(line.case, today)]
    parts += [f"from {line.asker}" if line.asker else "", *_how_far(line, pack, today)]
    return WorkLine(
        key=str(line.case.case_id),
        icon=_ICONS[state],
        title=line.case.family,
        line="  ·  ".join(part for part in parts if part),
        spoken=", ".join(spoken),
        pill=pill,
        verb=VERBS[state],
    )


def sent_row(line: SentLine, pack: Pack, today: date) -> WorkLine:
    """A request that somebody sent, with what became of it."""
    state = State(line.case.state)
    sent = f"sent {say_date(line.sent_on, today)}" if line.sent_on else ""
    parts = [line.case.reference, _children(line.case, today), sent]
    if line.move and state is not State.SENT:
        answered = say_date(line.answered_on, today) if line.answered_on else ""
        parts.append(f"{_within(move_title(line.move, pack))}, {answered}".rstrip(", "))
    if state is State.SENT and line.waits_since is not None:
        pill = (waiting(line.waits_since, today), "wait", "hourglass")
        last = pack.clock("reply").after(line.waits_since)
        parts.append(_within(reply_words(today, last, days_off(pack))))
    elif state is State.RETURNED:
        pill = (line.case.where, "soon", "undo-2")
    else:
        pill = (line.case.where, "none", "circle-check")
    return WorkLine(
        key=str(line.case.case_id),
        icon=_ICONS.get(state, "send"),
        title=line.case.family,
        line="  ·  ".join(part for part in parts if part),
        spoken=f"{line.case.family}, {_within(line.case.where)}, {sent}".rstrip(", "),
        pill=pill,
        verb=VERBS[State.RETURNED] if state is State.RETURNED else "Open",
    )


def without_verb(row: WorkLine) -> WorkLine:
    """The row for somebody who may not do what its button does."""
    return replace(row, verb="")


def _pill(line: InboxLine, pack: Pack, today: date) -> tuple[str, str, str]:
    state = State(line.case.state)
    since = line.since or line.case.waiting_since
    days = (today - since).days if since else 0
    if state is State.DRAFT:
        begun = (today - line.case.opened_on).days
        words = f"Begun {plural(begun, 'day')} ago" if begun else "Begun today"
        return words, "none", "pen-line"
    words = waiting(since, today) if since else "Not dated"
    if state is State.DAS:
        return words, "overdue", "shield-alert"
    last = reply_by(line, pack)
    if last is not None and last < today:
        return words, "overdue", "triangle-alert"
    if state is State.RETURNED or (
        last is not None and working_days_left(today, last, days_off(pack)) <= 1
    ):
        return words, "soon" if days or last else "wait", "clock"
    return words, "wait", "hourglass"


def _how_far(line: InboxLine, pack: Pack, today: date) -> list[str]:
    match State(line.case.state):
        case State.SENT:
            checks = _checks(line) or "checks not started"
            last = reply_by(line, pack)
            return [checks, _within(reply_words(today, last, days_off(pack))) if last else ""]
        case State.ACCEPTED:
            return [_checks(line)]
        case State.RETURNED:
            return [_shortened(line.why)]
        case State.HUB:
            day = line.hub_day
            return [f"heard {say_date(day, today)}" if day else "no time set yet"]
        case State.DRAFT:
            return [line.case.next_detail]
        case _:
            return []


def _checks(line: InboxLine) -> str:
    if not line.checks:
        return ""
    return f"{line.checks_back} of {line.checks} checks back"


def _children(line: CaseLine, today: date) -> str:
    ages = ((c.first_name, age_on(c.born, today) if c.born else None) for c in line.children)
    return names_and_ages(tuple(ages))


def _shortened(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= _MOST else f"{said[:_MOST].rsplit(' ', 1)[0]}…"


def _within(words: str) -> str:
    """The words inside a sentence; abbreviations stay as they are."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
