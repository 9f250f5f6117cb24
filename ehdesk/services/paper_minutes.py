"""What the minutes of a Team Around the Family (TAF) meeting say, from its record and its plan."""

from __future__ import annotations

from collections.abc import Iterable

from ehdesk.documents.minutes import AgreedAction, Attender, OwnWords, Said, TafMinutes
from ehdesk.domain.record_names import record_name
from ehdesk.domain.review_days import next_review_due
from ehdesk.forms.told_rows import ToldRow
from ehdesk.kernel.dates import say_full_date
from ehdesk.services.paper_forms import COPY_WORDS
from ehdesk.services.paper_source import Source

FORM = "taf_meeting"
_OVER = ("Done", "Dropped")
"""How far an action got, in the words of the record, when there is nothing left to do in it."""


def minutes(source: Source) -> TafMinutes:
    """The minutes of one meeting.

    :raises ValueError: without a record, which is a mistake in the program.
    """
    record = source.record
    if record is None:
        raise ValueError("minutes need the record of a meeting")
    case = source.case
    return TafMinutes(
        title="Minutes of "
        + record_name(case, record, source.pack.say("the {taf} meeting"), source.pack),
        team=source.pack.term("taf"),
        team_short=source.pack.short("taf"),
        family_name=case.family.name,
        reference=case.reference,
        held_words=source.says("who.held_on"),
        when_where=_when_where(source),
        chair=source.says("who.chair"),
        minute_taker=source.says("who.minute_taker"),
        came=_invited(source, "Came"),
        apologies=_invited(source, "Sent apologies"),
        absent=_invited(source, "Did not come"),
        family_said=_family_said(source),
        going_well=source.says("minutes.going_well"),
        worries=source.says("minutes.worries"),
        children=_children(source),
        agencies=_updates(source, "updates.agencies", "professional_id"),
        more=_more(source),
        actions=_actions(source),
        not_agreed=source.says("minutes.disagreed"),
        decision=_lines(
            source.says("next.decision"),
            source.says("next.decision_note"),
            source.says("minutes.decided"),
        ),
        next_words=_next(source),
        closing=_closing(source),
        copy_words=COPY_WORDS[source.audience],
        draft=record.finished_at is None,
        form_version=record.form_version,
    )


def _lines(*words: str) -> str:
    return "\n".join(word for word in words if word.strip())


def _rows(source: Source, key: str) -> tuple[ToldRow, ...]:
    answer = source.answer(key)
    return answer.rows if answer else ()


def _when_where(source: Source) -> str:
    starts, ends = source.says("who.starts"), source.says("who.ends")
    time = f"{starts} to {ends}" if starts and ends else starts or ends
    return ", ".join(part for part in (time, source.says("who.venue")) if part)


def _invited(source: Source, came: str) -> tuple[Attender, ...]:
    """Those who came, say; the family first."""
    rows = [row for row in _rows(source, "who.attendance") if row.says("came") == came]
    rows.sort(key=lambda row: row.says("kind") != "Family")
    return tuple(Attender(name=row.says("name"), role=row.says("role")) for row in rows)


def _family_said(source: Source) -> tuple[OwnWords, ...]:
    said = [
        OwnWords(who=one.who, words=one.words)
        for one in _updates(source, "updates.family", "person_id")
    ]
    children = source.says("minutes.child_words")
    if children:
        said.append(OwnWords(who="The children", words=children))
    about_lead = source.says("lead.family_said")
    if about_lead:
        said.append(OwnWords(who="About who leads", words=about_lead))
    return tuple(said)


def _updates(source: Source, key: str, who: str) -> tuple[Said, ...]:
    """What each person said since last time: all of their cells but the name."""
    return tuple(_told(row, who) for row in _rows(source, key))


def _told(row: ToldRow, who: str) -> Said:
    others = [cell for cell in row.cells if cell.key != who and not cell.rows]
    # Somebody's own words stand for themselves when they are all there is.
    alone = len(others) == 1 and others[0].voice
    told = (
        text if alone else f"{cell.label}: {text}"
        for cell in others
        if (text := "\n".join(cell.lines))
    )
    words = _lines(*told)
    return Said(who=row.says(who), words=words)


def _children(source: Source) -> tuple[Said, ...]:
    """Every child of the family by name and age, with what was said about them."""
    said: dict[str, list[str]] = {}
    for row in _rows(source, "minutes.children"):
        said.setdefault(row.says("child"), []).append(_told(row, "child").words)
    found = []
    for child in source.case.children:
        age = child.age(source.today)
        name = child.first_name if age is None else f"{child.first_name}, {age}"
        # A choice of a child reads "Isla Tilbrook (daughter)".
        keys = [key for key in said if key.partition(" (")[0] == child.full_name]
        words = _lines(*(one for key in keys for one in said.pop(key)))
        found.append(Said(who=name, words=words))
    return (*found, *(Said(who=key, words=_lines(*words)) for key, words in said.items()))


_ALSO = (
    ("minutes.new_needs", "New needs"),
    ("minutes.risks", "Risks"),
    ("minutes.next_time", "For next time"),
    ("plan.contingency", "If the plan does not work"),
)


def _more(source: Source) -> tuple[Said, ...]:
    said = [Said(who=label, words=source.says(key)) for key, label in _ALSO if source.says(key)]
    numbers = [_number(row) for row in _rows(source, "scaling.numbers")]
    if numbers:
        said.append(Said(who="Numbers", words=_lines(*numbers)))
    return tuple(said)


def _number(row: ToldRow) -> str:
    value = ": ".join(part for part in (row.says("who"), row.says("value")) if part)
    return ". ".join(part for part in (value, row.says("why"), row.says("higher")) if part)


def _actions(source: Source) -> tuple[AgreedAction, ...]:
    """What is to be done, with the numbers of the plan; done and dropped actions are over."""
    found = []
    for outcome_number, outcome in enumerate(_rows(source, "plan.plan"), 1):
        cell = outcome.cell("actions")
        for number, action in enumerate(cell.rows if cell else (), 1):
            if action.says("progress") not in _OVER:
                found.append(
                    AgreedAction(
                        number=f"{outcome_number}.{number}",
                        what=action.says("what"),
                        who=action.says("who"),
                        when_words=action.says("by_words") or action.says("by_when"),
                    )
                )
    return tuple(found)


def _next(source: Source) -> str:
    on, venue = source.says("next.on"), source.says("next.venue")
    meeting = ", ".join(part for part in (on, venue) if part)
    due = next_review_due(source.case, source.pack)
    return _lines(
        source.pack.say("{taf} meeting: {meeting}", meeting=meeting) if meeting else "",
        f"Review by {say_full_date(due)}" if due else "",
    )


def _closing(source: Source) -> tuple[str, ...]:
    """Whether the family agrees, and who gets a copy."""
    agreed = source.says("next.family_agreed")
    comment = source.says("next.family_comment")
    corrections = source.says("share.corrections")
    copies = ", ".join(_copies(_rows(source, "share.copies")))
    return tuple(
        words
        for words in (
            f"The family agrees with this record and plan: {agreed.lower()}." if agreed else "",
            f"They would change: {comment}" if comment else "",
            f"Put right afterwards: {corrections}" if corrections else "",
            f"Copies: {copies}." if copies else "",
        )
        if words
    )


def _copies(rows: Iterable[ToldRow]) -> Iterable[str]:
    for row in rows:
        details = ", ".join(part for part in (row.says("copy"), row.says("given_on")) if part)
        yield f"{row.says('who')} ({details})" if details else row.says("who")
