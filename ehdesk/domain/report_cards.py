"""The cards of a manager's report, worked out from frozen facts.

A family counts once on each card. What is said beside the numbers of a card is made from what is
shown of them, never from the numbers themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from statistics import median, quantiles
from typing import Final
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.moves import BEGINS_ASSESSING
from ehdesk.domain.pathway import State
from ehdesk.domain.report import Card, Chart, Line, Question, Report, Spread
from ehdesk.domain.report_facts import (
    FIRST_TAF,
    SENT,
    TAKEN,
    CaseFact,
    Facts,
)
from ehdesk.domain.report_periods import Period, period, quarters
from ehdesk.domain.small_numbers import LEAST, Kind, Shown, protect, shown, total_of
from ehdesk.domain.words import plural

ASKED_AGAIN_MONTHS: Final = 12
HALF_FROM, MOST_FROM = 2 * LEAST, 4 * LEAST
"""How many families it takes before a quarter of them, or a twentieth, is not one family."""

LATE: Final[Mapping[str, str]] = {
    "action": "Actions",
    "review": "Reviews",
    "minutes": "Minutes to share",
    "decide": "Requests to decide",
    "checks": "Checks not answered",
    "hub": "Requests at the hub",
    "hub_proforma": "Requests at the hub",
    "assess": "Assessments and first meetings",
    "first_taf": "Assessments and first meetings",
    "end_short_work": "Short work past its end",
    "meeting": "Meetings",
    "panel": "With the panel",
    "panel_actions": "With the panel",
    "panel_again": "With the panel",
    "ask_consent": "Consent to ask about again",
    "oversight": "Management oversight",
    "drift": "Open long, or without change",
    "disagreement": "Disagreements",
    "tell_referrer": "Whoever asked to be told",
    "holidays": "Who holds the family in the holidays",
    "pause": "Pauses that end",
    "follow_up": "Follow-ups after closing",
}
"""What a manager reads for each kind of due thing that has a day. What only waits is never late."""
_LATE_OTHER = "Other steps"
NOBODY = "Nobody named yet"
ELSEWHERE = "Leads in other agencies"
NO_PLACE = "No cluster named"


def make_report(facts: Facts, question: Question, pack: Pack, store: str, today: date) -> Report:
    """Every card, for the families that the question asks about."""
    when = period(question.period, today, pack.school_terms)
    asked = _narrowed(facts, question)
    cards = (
        *_caseload(asked, pack),
        _overdue(asked, today),
        _first_taf(asked, when, pack),
        _reviews(asked, when, pack, today),
        _ended(asked, when, pack),
        _travelled(asked, when),
        _asked_again(asked, facts, when),
    )
    order = ("caseload", "overdue", "first_taf", "reviews", "ended", "travelled")
    rank = {code: place for place, code in enumerate(order)}
    put = sorted(cards, key=lambda card: rank.get(card.code, len(rank)))
    return Report(report_title(pack), store, question, when, _scope(question, pack), tuple(put))


def report_title(pack: Pack) -> str:
    """``How early help is going``."""
    return f"How {pack.term('early_help').lower()} is going"


def _scope(question: Question, pack: Pack) -> tuple[str, ...]:
    scope = []
    if question.cluster:
        scope.append(pack.label("clusters", question.cluster))
    if question.route:
        scope.append(pack.label("routes", question.route))
    return tuple(scope)


def _narrowed(facts: Facts, question: Question) -> Facts:
    """The facts of the cases that are asked about."""
    if not question.cluster and not question.route:
        return facts
    kept = {
        case.id
        for case in facts.cases
        if question.cluster in ("", case.cluster) and question.route in ("", case.route)
    }
    return Facts(
        tuple(case for case in facts.cases if case.id in kept),
        tuple(step for step in facts.steps if step.case in kept),
        tuple(held for held in facts.reviews if held.case in kept),
        tuple(score for score in facts.scores if score.case in kept),
        tuple(end for end in facts.endings if end.case in kept),
        tuple(late for late in facts.overdue if late.case in kept),
    )


def _caseload(facts: Facts, pack: Pack) -> tuple[Card, Card]:
    """Who leads, and where: the same families, divided in three ways."""
    families: dict[UUID, CaseFact] = {}
    for case in sorted(facts.cases, key=lambda case: (case.opened_on, case.id)):
        if case.is_helped:
            families[case.family] = case  # with two at once, the one that was opened last
    card = Card("caseload", "Caseload today", Chart.BARS, "Who leads", ("Families",))
    place = Card("locality", "By locality", Chart.BARS, "Locality", ("Families",))
    if len(families) < LEAST:
        return card, place
    leads = Counter(map(_lead, families.values()))
    names = sorted((name for name in leads if name not in (ELSEWHERE, NOBODY)), key=str.casefold)
    names += [name for name in (ELSEWHERE, NOBODY) if name in leads]
    routes = Counter(case.route for case in families.values())
    kinds = [route.code for route in pack.routes if routes[route.code]]
    kinds += sorted(set(routes) - set(kinds))
    where = Counter(_locality(case, pack) for case in families.values())
    places = [one.code for one in pack.localities if where[one.code]]
    places += sorted(set(where) - set(places))
    safe = protect(
        [leads[name] for name in names],
        [routes[kind] for kind in kinds],
        [where[code] for code in places],
    )
    by_lead, by_kind, by_place = safe.ways
    card = replace(
        card,
        support=_first_upper(f"{_families(safe.total)}, by who leads"),
        lines=_lines(names, by_lead or ()),
        note=_kinds_note(kinds, by_kind, pack),
    )
    if by_place is not None:
        told = [pack.label("localities", code) if code else NO_PLACE for code in places]
        place = replace(place, support="Families with help today", lines=_lines(told, by_place))
    return card, place


def _lead(case: CaseFact) -> str:
    return ELSEWHERE if case.lead_elsewhere else case.lead or NOBODY


def _locality(case: CaseFact, pack: Pack) -> str:
    cluster = next((one for one in pack.clusters if one.code == case.cluster), None)
    return cluster.locality if cluster else ""


def _kinds_note(kinds: Sequence[str], parts: Sequence[Shown] | None, pack: Pack) -> str:
    """``Under 6 weeks: 8  ·  Assessment: about 30``; "" where that would give one away."""
    if parts is None or len(kinds) < 2:
        return ""
    names = [pack.label("routes", kind) if kind else "no route yet" for kind in kinds]
    pairs = zip(names, parts, strict=True)
    return "  ·  ".join(f"{_first_upper(name)}: {part.words}" for name, part in pairs)


def _overdue(facts: Facts, today: date) -> Card:
    card = Card("overdue", "Overdue today", Chart.LATE, "What is overdue", ("Families",))
    late = [one for one in facts.overdue if one.due < today and one.case in facts.by_case]
    families = {facts.by_case[one.case].family for one in late}
    if len(families) < LEAST:
        return card
    kinds: dict[str, set[UUID]] = {}
    for one in late:
        kind = LATE.get(one.kind, _LATE_OTHER)
        kinds.setdefault(kind, set()).add(facts.by_case[one.case].family)
    order = [*dict.fromkeys(LATE.values()), _LATE_OTHER]
    names = [name for name in order if name in kinds]
    parts = [shown(len(kinds[name])) for name in names]
    return replace(
        card,
        support=_overdue_words(len(families), parts),
        lines=_lines(names, parts),
        note="A family with several kinds counts once in each.",
    )


def _overdue_words(families: int, parts: Sequence[Shown]) -> str:
    """How many families; left out where their number would say that a hidden one is not small."""
    hidden = sum(part.is_hidden for part in parts)
    exact = sum(part.number for part in parts)
    if hidden and families > exact + hidden:
        return "Families with something past its day"
    return f"On {plural(families, 'family', 'families')}"


def _first_taf(facts: Facts, when: Period, pack: Pack) -> Card:
    """Days from allocation to the first meeting, of families whose first meeting was in the
    time."""
    title = pack.say("Time to the first {taf} meeting")
    card = Card("first_taf", title, Chart.SPREAD, "Families", ("Days",))
    began: dict[UUID, date] = {}
    met: dict[UUID, date] = {}
    for step in facts.steps:
        if step.move in BEGINS_ASSESSING:
            began[step.case] = step.on
        elif step.move == FIRST_TAF:
            met[step.case] = step.on
    days: dict[UUID, int] = {}
    for case_id, day in sorted(met.items(), key=lambda one: (one[1], one[0])):
        case = facts.by_case.get(case_id)
        if case is not None and when.holds(day):
            days[case.family] = max(0, (day - began.get(case_id, case.opened_on)).days)
    if len(days) < LEAST:
        return card
    spread = _spread(sorted(days.values()), pack)
    lines = [Line("In the middle", (_days(spread.middle),))]
    note = ""
    if spread.half is not None:
        low, high = spread.half
        lines += [
            Line("A quarter wait no longer than", (_days(low),)),
            Line("Three quarters wait no longer than", (_days(high),)),
        ]
        wait = f"{low} to {high}" if low < high else f"{low}"
        note = f"Half of families wait {wait} days."
    if spread.most is not None:
        low, high = spread.most
        lines += [
            Line("Nine in ten wait at least", (_days(low),)),
            Line("Nine in ten wait at most", (_days(high),)),
        ]
        note += f" Nine in ten wait {low} to {high}, the pale bar of the chart."
    lines.append(Line("The aim", (_days(spread.aim),)))
    return replace(
        card,
        support=f"Days from allocation, {plural(len(days), 'family', 'families')}",
        lines=tuple(lines),
        note=note,
        spread=spread,
    )


def _spread(days: Sequence[int], pack: Pack) -> Spread:
    clock = pack.clock("first_taf")
    start = date(2001, 1, 1)
    half = most = None
    if len(days) >= HALF_FROM:
        low, _middle, high = quantiles(days, n=4, method="inclusive")
        half = round(low), round(high)
    if len(days) >= MOST_FROM:
        parts = quantiles(days, n=20, method="inclusive")
        most = round(parts[0]), round(parts[-1])
    aim = (clock.after(start) - start).days
    return Spread(round(median(days)), half, most, aim, f"{clock.words}, our aim")


def _reviews(facts: Facts, when: Period, pack: Pack, today: date) -> Card:
    """By the day each was held, or was last allowed on when that is past. One that is late and not
    held yet counts as late."""
    clock = pack.clock("review")
    card = Card("reviews", "Reviews on time", Chart.SPLIT, "When it was due", ("On time", "Late"))
    held: dict[UUID, list[date]] = {}
    for step in facts.steps:
        if step.move == FIRST_TAF:
            held.setdefault(step.case, []).insert(0, step.on)
    for review in facts.reviews:
        held.setdefault(review.case, []).append(review.on)
    on_time: Counter[str] = Counter()
    late: Counter[str] = Counter()
    families: set[UUID] = set()
    spans = quarters(when.first, when.last)
    for case_id, days in held.items():
        case = facts.by_case.get(case_id)
        if case is None:
            continue
        days.sort()
        for before, day in pairwise(days):
            due = clock.after(before)
            span = _holding(spans, min(due, day))
            if span:
                (on_time if day <= due else late)[span] += 1
                families.add(case.family)
        due = clock.after(days[-1])
        span = _holding(spans, due)
        if span and due < today and case.state in (State.PLAN, State.MASP, State.DAS):
            late[span] += 1
            families.add(case.family)
    if len(families) < LEAST:
        return card
    lines = tuple(
        Line(span.name, (shown(on_time[span.name]), shown(late[span.name])))
        for span in spans
        if on_time[span.name] or late[span.name]
    )
    return replace(
        card,
        support=f"Reviews held within {clock.words} of the last",
        lines=lines,
        note=_on_time_note(lines),
    )


def _holding(spans: Iterable[Period], day: date) -> str:
    return next((span.name for span in spans if span.holds(day)), "")


def _on_time_note(lines: Sequence[Line]) -> str:
    """How many of how many, where nothing is hidden; else only what is shown says it."""
    good = total_of([line.values[0] for line in lines])
    bad = total_of([line.values[1] for line in lines])
    if good.kind is Kind.EXACT and bad.kind is Kind.EXACT:
        every = good.number + bad.number
        return f"{good.number} of {every} on time, {round(100 * good.number / every)}%."
    return f"{_first_upper(good.words)} on time, {bad.words} late."


def _ended(facts: Facts, when: Period, pack: Pack) -> Card:
    card = Card("ended", "How help ended", Chart.BARS, "How it ended", ("Families",))
    taken = "taken on by social care"
    how: dict[UUID, str] = {}
    for step in facts.steps:
        if step.move == TAKEN and when.holds(step.on) and step.case in facts.by_case:
            how[facts.by_case[step.case].family] = taken
    for end in sorted(facts.endings, key=lambda end: (end.on, end.case)):
        if when.holds(end.on) and end.case in facts.by_case:
            how[facts.by_case[end.case].family] = end.reason
    if len(how) < LEAST:
        return card
    reasons = Counter(how.values())
    codes = [one.code for one in pack.closure_reasons if reasons[one.code]]
    codes += sorted(set(reasons) - set(codes))
    parts = [shown(reasons[code]) for code in codes]
    names = [_first_upper(pack.label("closure_reasons", code)) for code in codes]
    total = _first_upper(total_of(parts).words)
    return replace(card, support=f"{total} ended {when.name}", lines=_lines(names, parts))


def _travelled(facts: Facts, when: Period) -> Card:
    """What families said of their outcomes at the start, and last."""
    card = Card("travelled", "Distance travelled", Chart.SHARES, "What families say", ("Outcomes",))
    scores = [one for one in facts.scores if when.holds(one.on) and one.case in facts.by_case]
    if len({facts.by_case[one.case].family for one in scores}) < LEAST:
        return card
    parts = [
        shown(sum(one.last > one.start for one in scores)),
        shown(sum(one.last == one.start for one in scores)),
        shown(sum(one.last < one.start for one in scores)),
    ]
    names = ("Moved towards the hope", "No change", "Lower")
    total = total_of(parts)
    return replace(
        card,
        support="What families say, 0 to 10",
        lines=_lines(names, parts),
        note=f"{_first_upper(total.words)} outcomes scored twice or more, by families.",
    )


def _asked_again(facts: Facts, everything: Facts, when: Period) -> Card:
    """Families who asked in the time, and whether help had ended less than a year before. What
    ended counts wherever it was."""
    card = Card("asked_again", "Asked again", Chart.BARS, "Requests sent", ("Families",))
    ended: dict[UUID, list[date]] = {}
    for case in everything.cases:
        if case.state is State.CLOSED and case.closed_on:
            ended.setdefault(case.family, []).append(case.closed_on)
    again: dict[UUID, bool] = {}
    for step in facts.steps:
        found = facts.by_case.get(step.case)
        if step.move != SENT or found is None or not when.holds(step.on):
            continue
        soon = any(
            day <= step.on <= day + timedelta(days=365) for day in ended.get(found.family, ())
        )
        again[found.family] = again.get(found.family, False) or soon
    if len(again) < LEAST:
        return card
    counted = Counter(again.values())
    parts = [shown(counted[True]), shown(counted[False])]
    names = (f"Within {ASKED_AGAIN_MONTHS} months of help ending", "For the first time, or later")
    support = f"{_first_upper(_families(total_of(parts)))} asked {when.name}"
    return replace(card, support=support, lines=_lines(names, parts))


def _lines(names: Sequence[str], parts: Sequence[Shown]) -> tuple[Line, ...]:
    return tuple(Line(name, (part,)) for name, part in zip(names, parts, strict=True))


def _days(number: int) -> Shown:
    """A number of days is not one of people."""
    return Shown(Kind.EXACT, number)


def _families(number: Shown) -> str:
    return f"{number.words} families"


def _first_upper(words: str) -> str:
    return words[:1].upper() + words[1:]
