"""What a chronology says: the whole of a case, or what was chosen of it for the panel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ehdesk.documents.chronology import Chronology, ChronologyLine, Drawing, Mark, Stage
from ehdesk.domain.ages import names_with_ages_on
from ehdesk.domain.case import Case
from ehdesk.domain.case_timeline import timeline_facts
from ehdesk.domain.chronology import Event, chronology
from ehdesk.domain.timeline import Entry, build
from ehdesk.domain.timeline_facts import timeline_words
from ehdesk.domain.words import plural
from ehdesk.forms.checks import iso_date
from ehdesk.kernel.dates import say_long_date
from ehdesk.services.paper_source import Source

FORM = "masp"
_LANES = ("Meetings", "Reviews", "Worries", "Own words")
_SHORT = 26
"""Letters of a label in the drawing; the whole is in the table."""


def whole(source: Source) -> Chronology:
    """Everything that has happened, as far as it may be told."""
    events = chronology(source.case, source.pack, source.today)
    return _paper(source, events, events)


def for_panel(source: Source) -> Chronology:
    """What was chosen in the referral to the panel."""
    events = chronology(source.case, source.pack, source.today)
    answers = source.record.answers if source.record else {}
    wanted = set(answers.get("history.chronology") or ())
    panel_on = iso_date(answers.get("send.panel_on"))
    return _paper(
        source,
        [event for event in events if event.key in wanted],
        events,
        title="Chronology for the panel",
        for_words=source.pack.say("{masp.full}"),
        for_date=f"{panel_on:%A} {say_long_date(panel_on)}" if panel_on else "",
        panel_on=panel_on,
        seen=_seen(source),
    )


def _seen(source: Source) -> str:
    """Whether the family knows, as the referral says."""
    told = source.says("family.told_on")
    return f"The family was told on {told}." if told else ""


def _paper(
    source: Source,
    chosen: Sequence[Event],
    events: Sequence[Event],
    *,
    title: str = "Chronology",
    for_words: str = "",
    for_date: str = "",
    panel_on: date | None = None,
    seen: str = "",
) -> Chronology:
    case, today = source.case, source.today
    years = {event.on.year for event in chosen} != {today.year}
    picked = f"{len(chosen)} of {plural(len(events), 'thing')}, picked by {source.user.name}."
    if len(chosen) == len(events):
        picked = f"{plural(len(events), 'thing')}, all that is on record."
    if any(event.tone for event in chosen):
        picked += " Red and plum words are also marked in the drawing."
    return Chronology(
        title=title,
        family_words=", ".join(
            part for part in (case.family.title, names_with_ages_on(case, today)) if part
        ),
        reference=case.reference,
        for_words=for_words,
        for_date=for_date,
        drawing=_drawing(source, chosen, panel_on),
        lines=tuple(_line(case, event, years) for event in chosen),
        picked_words=picked,
        seen_words=seen,
    )


def _line(case: Case, event: Event, years: bool) -> ChronologyLine:
    day = f"{event.on:%a} {event.on.day} {event.on:%b}"
    what, detail = event.title, event.detail
    if event.tone == "voice":
        who, _, quoted = event.title.partition(": ")
        what, detail = quoted, ", ".join(part for part in (who, event.detail) if part)
    elif event.who:
        detail = ", ".join(part for part in (detail, event.who) if part)
    return ChronologyLine(
        when=f"{day} {event.on.year}" if years else day,
        what=what,
        detail=f"{detail[:1].upper()}{detail[1:]}",
        changed=event.changed,
        tone=event.tone,
    )


def _drawing(source: Source, chosen: Sequence[Event], panel_on: date | None) -> Drawing:
    """Stages of the whole case, and the chosen things of each lane; what is planned is open."""
    case, today = source.case, source.today
    entries = build(timeline_facts(case, source.pack), today, timeline_words(source.pack))
    keys = {event.key for event in chosen}
    marks = [*_entry_marks(entries, keys), *_event_marks(chosen)]
    stages = list(_stages(entries))
    if panel_on is not None and panel_on > today:
        stages.append(Stage(label="Panel", start=today, end=panel_on, comes=True))
    return Drawing(
        today=today,
        stages=tuple(stages),
        lanes=_LANES,
        marks=tuple(marks),
        said=_said(case, chosen),
    )


def _said(case: Case, chosen: Sequence[Event]) -> str:
    days = [event.on for event in chosen] or [case.opened_on]
    return (
        f"{plural(len(chosen), 'thing')} from {say_long_date(min(days))} to "
        f"{say_long_date(max(days))}, in lanes for the pathway, meetings, reviews, worries and "
        "own words. The table below tells each of them."
    )


def _stages(entries: Sequence[Entry]) -> Iterator[Stage]:
    for entry in entries:
        if entry.kind == "stage" and entry.end is not None:
            yield Stage(label=entry.label, start=entry.start, end=entry.end, now=entry.now)


def _entry_marks(entries: Sequence[Entry], keys: set[str]) -> Iterator[Mark]:
    """Meetings and reviews that were chosen, and those to come."""
    for entry in entries:
        if entry.happened and entry.key not in keys:
            continue
        if entry.kind == "meeting":
            yield Mark(
                lane="Meetings",
                on=entry.start,
                label=entry.label,
                shape="dot" if entry.happened else "ring",
            )
        elif entry.kind == "review":
            late = f", {entry.late.removesuffix(' after it was due')} late" if entry.late else ""
            words = f"{entry.title}{late}" if entry.happened else entry.title
            yield Mark(
                lane="Reviews",
                on=entry.start,
                label=words,
                shape="diamond" if entry.happened else "open_diamond",
                due=entry.due if entry.happened and entry.late else None,
            )


def _event_marks(chosen: Sequence[Event]) -> Iterator[Mark]:
    for event in chosen:
        if event.tone == "voice":
            yield Mark(lane="Own words", on=event.on, label=event.who, shape="voice")
        elif event.tone == "worry":
            words = event.title
            label = words if len(words) <= _SHORT else f"{words[: _SHORT - 1].rstrip()}…"
            yield Mark(lane="Worries", on=event.on, label=label, shape="worry")
