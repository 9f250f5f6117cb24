"""One outcome of the family's plan as a card, and the key to its drawing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ehdesk.documents.blocks import Column, heading, rule, text
from ehdesk.documents.layout import (
    Band,
    Box,
    Drawing,
    Frame,
    Piece,
    beside,
    framed,
    height_of,
    hold,
)
from ehdesk.documents.lines import Run, break_lines, natural_width
from ehdesk.documents.marks import Scale, disc, flag, ring, tick_box
from ehdesk.documents.style import PAGE, Family, Ink, Weight, font, lexend, width_of
from ehdesk.documents.tagging import Element, TaggedCanvas
from ehdesk.documents.tagging.tree import list_below
from ehdesk.domain.travelled import Travelled


@dataclass(frozen=True, kw_only=True)
class PlanAction:
    """Something to do: what, by whom, and when in words ("Every morning", "Tue 24 Nov").

    A done action prints "Done" in the place of when.
    """

    what: str
    who: str = ""
    when_words: str = ""
    done: bool = False


@dataclass(frozen=True, kw_only=True)
class PlanOutcome:
    """What the family wants to be different. Numbers are 0 to 10, None where none was given."""

    number: int
    title: str
    words: str = ""
    words_by: str = ""
    start: int | None = None
    now: int | None = None
    hoped: int | None = None
    actions: tuple[PlanAction, ...] = ()


_EDGE = 42.0
BODY = Column(_EDGE, PAGE[0] - 2 * _EDGE)
PADDING = 18.0
_RIGHT = BODY.x + BODY.width - PADDING
_TEXT_X = BODY.x + 52
_WHO_X = BODY.x + 345
_SCALE = Scale(
    x=_RIGHT - 140,
    width=132,
    ring=4.6,
    disc=7.8,
    thickness=6.5,
    family=Family.LEXEND,
    numbered_ring=False,
    ends=18,
)
_OUTCOME = lexend(16, 21, Weight.SEMIBOLD)
_WORDS = lexend(11, 14.5, ink=Ink.VOICE)
_ACTION = lexend(13, 18)
_WHO = lexend(12, 18, ink=Ink.TEXT2)
_WHEN = lexend(12, 18, Weight.SEMIBOLD)
_DONE = replace(_WHEN, ink=Ink.ACCENT)
_KEY = lexend(10.5, 15, ink=Ink.TEXT2)


def has_numbers(outcome: PlanOutcome) -> bool:
    """Whether there is anything to draw on the line from 0 to 10."""
    return (outcome.start, outcome.now, outcome.hoped) != (None, None, None)


def outcome_card(section: Element, outcome: PlanOutcome) -> list[Band]:
    """One outcome as a card, on one page wherever a page can hold it."""
    head = [Band(12, keep=True), *_outcome_head(section, outcome)]
    rows: list[Band] = []
    if outcome.actions:
        actions = list_below(section)
        for index, action in enumerate(outcome.actions):
            if index:
                line = Column(_TEXT_X, _RIGHT - _TEXT_X)
                rows.append(replace(rule(line, 1), keep=True))
            rows += _action(actions.child("LI"), action)
    else:
        empty = Column(_TEXT_X, _RIGHT - _TEXT_X)
        rows = [
            Band(6, keep=True),
            *text(section.child("P"), "Nothing to do here yet.", empty, _WHO),
            Band(6),
        ]
    card = Frame(
        (Box(BODY.x, BODY.width, fill=Ink.SURFACE, stroke=Ink.LINE_MID),),
        below=3,
        repeat=_carries_on(outcome),
    )
    bands = head + rows
    return framed(card, hold(bands) if height_of(bands) < PAGE[1] * 0.6 else bands)


def _outcome_head(section: Element, outcome: PlanOutcome) -> list[Band]:
    h2 = section.child("H2")
    wide = Column(_TEXT_X, _RIGHT - _TEXT_X)
    title = text(h2, outcome.title, wide, _OUTCOME)
    title = heading(h2, f"{outcome.number}. {outcome.title}", 1, title)
    title[0] = replace(title[0], pieces=(Piece(h2, _number_disc(outcome.number)), *title[0].pieces))
    room = (_SCALE.x - 20 if has_numbers(outcome) else _RIGHT) - _TEXT_X
    words: list[Band] = []
    if outcome.words.strip():
        quoted = f"“{outcome.words}”"
        by = f" {outcome.words_by}" if outcome.words_by else ""
        bold = replace(_WORDS, weight=Weight.SEMIBOLD)
        words = text(
            section.child("P"), (Run(quoted, _WORDS), Run(by, bold)), Column(_TEXT_X, room)
        )
    if has_numbers(outcome):
        # Room above for the flag where the title reaches over it, below for 0 and 10.
        last = break_lines((Run(outcome.title, _OUTCOME),), wide.width)[-1]
        over_flag = outcome.hoped is not None and (
            _TEXT_X + last.width > _SCALE.at(outcome.hoped) - 6
        )
        title.append(Band(10 if over_flag else 3, keep=True))
        words = words or [Band(_WORDS.leading)]
        words[0] = replace(
            words[0],
            height=max(words[0].height, 15),
            pieces=(*words[0].pieces, _distance(section, outcome)),
        )
        short = 29 - height_of(words)
        words += [Band(short)] if short > 0 else []
    end = replace(rule(Column(BODY.x + PADDING, _RIGHT - BODY.x - PADDING), 7), keep=True)
    return [*title, *([*hold(words)[:-1], replace(words[-1], keep=True)] if words else []), end]


def _number_disc(number: int) -> Drawing:
    def draw(canvas: TaggedCanvas, top: float) -> None:
        disc(canvas, BODY.x + 28, top - _OUTCOME.leading / 2 - 1, 13, str(number), Family.LEXEND)

    return draw


def _distance(section: Element, outcome: PlanOutcome) -> Piece:
    scores = (outcome.start, outcome.now, outcome.hoped)
    figure = section.child("Figure", alt=Travelled(*scores).sentence())

    def draw(canvas: TaggedCanvas, top: float) -> None:
        y = top - 7
        canvas.box(figure, _SCALE.x - 12, y - 22, _SCALE.width + 24, 42)
        _SCALE.draw(canvas, y, *scores)

    return Piece(figure, draw)


def _carries_on(outcome: PlanOutcome) -> tuple[Band, ...]:
    """The card's heading again, in short, for the top of the next page."""
    note = replace(_WHO, size=11)
    more = " (carries on)"
    room = _RIGHT - _TEXT_X - width_of(more, font(Family.LEXEND, Weight.REGULAR), 11)
    lines = break_lines((Run(outcome.title, replace(_OUTCOME, size=13, leading=18)),), room)
    first = "".join(stretch.text for stretch in lines[0].stretches)
    title = first if len(lines) == 1 else f"{first}…"
    runs = (Run(title, replace(_OUTCOME, size=13, leading=18)), Run(more, note))
    line = text(None, runs, Column(_TEXT_X, _RIGHT - _TEXT_X + 20))[:1]

    def mark(canvas: TaggedCanvas, top: float) -> None:
        disc(canvas, BODY.x + 28, top - 9, 10, str(outcome.number), Family.LEXEND)

    line[0] = replace(line[0], pieces=(Piece(None, mark), *line[0].pieces))
    across = Column(BODY.x + PADDING, _RIGHT - BODY.x - PADDING)
    return (Band(10), *line, rule(across, 9))


def _action(item: Element, action: PlanAction) -> list[Band]:
    """A row: box to tick, what, who, by when. It grows with its text."""
    label = item.child("Lbl").child("Figure", alt="Ticked" if action.done else "Not ticked yet")
    body = item.child("LBody")
    size = 17.0

    def draw_box(canvas: TaggedCanvas, top: float) -> None:
        middle = top - _ACTION.leading / 2
        canvas.box(label, BODY.x + 19.5, middle - size / 2, size, size)
        tick_box(canvas, BODY.x + 19.5, middle, size, ticked=action.done)

    by_when, look = ("Done", _DONE) if action.done else (action.when_words, _WHEN)
    what = text(body.child("P"), action.what, Column(_TEXT_X, _WHO_X - _TEXT_X - 10), _ACTION)
    columns = [what]
    when_width = _when_width(action.who, by_when)
    if action.who:
        who = Column(_WHO_X, _RIGHT - _WHO_X - when_width - 8)
        columns.append(text(body.child("P"), action.who, who, _WHO))
    if by_when:
        when = Column(_RIGHT - when_width, when_width, right=True)
        columns.append(text(body.child("P"), by_when, when, look))
    row = beside(*columns)
    row[0] = replace(row[0], pieces=(Piece(label, draw_box), *row[0].pieces))
    return [Band(6, keep=True), *row[:-1], replace(row[-1], keep=True), Band(6)]


def _when_width(who: str, by_when: str) -> float:
    """What of the room beside an action its date gets; who does it gets the rest."""
    room = _RIGHT - _WHO_X - 8
    wanted = natural_width(by_when, _WHEN) + 0.1
    return min(wanted, max(88.0, room - natural_width(who, _WHO) - 0.1))


def key(root: Element) -> list[Band]:
    """What ring, dot and flag mean, and what 0 and 10 are."""
    ends = "0 is as hard as it could be, 10 is as good"
    x = BODY.x + 1
    columns = []
    for words, width, mark in (
        ("where we started", 106, _key_ring),
        ("now", 44, _key_dot),
        ("what we hope for", 120, _key_flag),
    ):
        band = text(root.child("P"), words, Column(x + 17, width), _KEY)[0]
        columns.append([replace(band, pieces=(Piece(None, mark(x + 6)), *band.pieces))])
        x += 17 + width
    columns.append(text(root.child("P"), ends, replace(BODY, right=True), _KEY))
    return beside(*columns)


def _key_ring(x: float) -> Drawing:
    return lambda canvas, top: ring(canvas, x, top - 7.5, 5, "", Family.LEXEND)


def _key_dot(x: float) -> Drawing:
    def draw(canvas: TaggedCanvas, top: float) -> None:
        canvas.setFillColor(Ink.ACCENT.colour)
        canvas.circle(x, top - 7.5, 6, stroke=0, fill=1)

    return draw


def _key_flag(x: float) -> Drawing:
    return lambda canvas, top: flag(canvas, x - 3, top - 7.5, above=7, below=7)
