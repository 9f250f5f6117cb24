"""Repeating answers on paper: a table where the rows are short, a group for each row otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ehdesk.documents.blocks import Column, rule, text
from ehdesk.documents.layout import Band, Frame, beside, framed, height_of, hold, tie_rows
from ehdesk.documents.lines import Run, natural_width
from ehdesk.documents.style import Ink, Weight, inter
from ehdesk.documents.tagging import Element
from ehdesk.documents.tagging.tree import header_cell, list_below
from ehdesk.forms.told_rows import Cell, ToldRow

_LABEL = inter(9, 12.5, Weight.SEMIBOLD, Ink.TEXT2)
_VALUE = inter(10, 14)
_VOICE = inter(10, 14, ink=Ink.VOICE)
_TITLE = inter(10.5, 15, Weight.SEMIBOLD)
_GAP = 12.0
_MOST_COLUMNS = 6
_NARROW, _NARROWEST = 84.0, 120.0
"""Points: a column is not set narrower than the first, one of running text than the second."""
_RUNNING = 240.0
"""Points: what runs on for more than this is running text."""
_ACROSS = 3
_ONE_PAGE = 140.0
"""Points: a group up to this height is kept on one page."""
_TOGETHER = 72.0
"""Points: as much at least of a longer group stands at the foot of a page, and at the next top."""
_WHOLE = 110.0
"""Points: a row of a table up to this height is not split."""
_NAMES = ("title", "name", "label", "area", "code", "what", "service", "who", "person_id")


def rows_of(parent: Element, rows: Sequence[ToldRow], column: Column) -> list[Band]:
    """Every cell of every row, under ``parent``."""
    widths = _table_widths(rows, column.width)
    if widths:
        return _table(parent, rows, column, widths)
    return _groups(parent, rows, column)


@dataclass(frozen=True)
class _Head:
    key: str
    label: str


def _heads(rows: Sequence[ToldRow]) -> list[_Head]:
    """The columns that any row has, in the order that they are asked."""
    order: list[_Head] = []
    for row in rows:
        place = 0
        for cell in row.cells:
            head = _Head(cell.key, cell.label)
            if head in order:
                place = order.index(head) + 1
            else:
                order.insert(place, head)
                place += 1
    return order


def _table_widths(rows: Sequence[ToldRow], room: float) -> list[float]:
    """How wide the columns of a table are; empty when these rows are no table."""
    heads = _heads(rows)
    if len(rows) < 2 or not 1 < len(heads) <= _MOST_COLUMNS:
        return []
    if any(cell.rows for row in rows for cell in row.cells):
        return []
    widths = [natural_width(head.label, _LABEL) for head in heads]
    for row in rows:
        for place, head in enumerate(heads):
            words = row.says(head.key)
            if words:
                widths[place] = max(widths[place], natural_width(words, _VALUE))
    room -= _GAP * (len(heads) - 1)
    if sum(widths) <= room:
        widths[-1] += room - sum(widths)
        return widths
    least = [min(width, _NARROWEST if width > _RUNNING else _NARROW) for width in widths]
    for row in rows:
        for place, head in enumerate(heads):
            every = row.says(head.key).split() + head.label.split()
            least[place] = max(least[place], *(natural_width(word, _VALUE) for word in every), 0.0)
    return _shared(widths, least, room) if sum(least) <= room else []


def _shared(widths: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """The columns made to fit: the widest ones lose first, none goes below its ``least``."""
    low, high = 0.0, max(widths)
    while high - low > 0.5:
        most = (low + high) / 2
        fits = sum(max(min(width, most), small) for width, small in zip(widths, least, strict=True))
        low, high = (most, high) if fits <= room else (low, most)
    shared = [max(min(width, low), small) for width, small in zip(widths, least, strict=True)]
    shared[-1] += max(0.0, room - sum(shared))
    return shared


def _table(
    parent: Element, rows: Sequence[ToldRow], column: Column, widths: Sequence[float]
) -> list[Band]:
    heads = _heads(rows)
    places: list[Column] = []
    x = column.x
    for width in widths:
        places.append(Column(x, width + 0.1))
        x += width + _GAP
    table = parent.child("Table")
    top = table.child("THead").child("TR")
    titles = beside(
        *(
            text(header_cell(top, "Column"), head.label, place, _LABEL)
            for head, place in zip(heads, places, strict=True)
        )
    )
    line = rule(column, 6, Ink.LINE_MID)
    kept = [replace(band, keep=True) for band in (*titles, line)]
    body = table.child("TBody")
    told_rows: list[list[Band]] = []
    for row in rows:
        element = body.child("TR")
        cells = []
        for place, (head, at) in enumerate(zip(heads, places, strict=True)):
            cell = row.cell(head.key)
            box = element.child("TD") if place else header_cell(element, "Row")
            look = _VOICE if cell and cell.voice else _VALUE
            cells.append(text(box, row.says(head.key), at, look))
        told = beside(*cells)
        if row is not rows[-1]:
            told[-1] = replace(told[-1], keep=True)
            told.append(rule(column, 6))
        told_rows.append(told)
    return framed(Frame(repeat=(*titles, line)), kept + tie_rows(told_rows, whole=_WHOLE))


def _groups(parent: Element, rows: Sequence[ToldRow], column: Column) -> list[Band]:
    items = list_below(parent, "Decimal" if len(rows) > 1 else "None")
    bands: list[Band] = []
    for number, row in enumerate(rows, 1):
        group = _group(items.child("LI"), row, number if len(rows) > 1 else 0, column)
        bands += hold(group) if height_of(group) < _ONE_PAGE else _tied(group)
        if number < len(rows):
            bands.append(rule(column, 9))
    return bands


def _tied(group: Sequence[Band]) -> list[Band]:
    """A long group, so that no line or two of it is left on a page of its own."""
    above, below = 0.0, height_of(group)
    tied: list[Band] = []
    for band in group[:-1]:
        above, below = above + band.height, below - band.height
        together = above < _TOGETHER or below < _TOGETHER
        tied.append(replace(band, keep=True) if together else band)
    return [*tied, group[-1]]


def _group(item: Element, row: ToldRow, number: int, column: Column) -> list[Band]:
    """One row: its number and name, then each cell with its label above it."""
    indent = Column(column.x + 18, column.width - 18) if number else column
    title, rest = _named(row)
    bands: list[Band] = []
    numbered = text(item.child("Lbl"), f"{number}.", Column(column.x, 18), _LABEL) if number else []
    numbered = [replace(band, height=_TITLE.leading) for band in numbered]
    body = item.child("LBody")
    if title:
        named = text(body.child("P"), title, indent, _TITLE)
        bands = beside(numbered, named) if numbered else named
        bands[-1] = replace(bands[-1], height=bands[-1].height + 1.5, keep=bool(rest))
    elif numbered:
        bands = [replace(numbered[0], keep=True)]
    return bands + (_cells(body, rest, indent) if rest else [])


def _named(row: ToldRow) -> tuple[str, tuple[Cell, ...]]:
    """What a row is called, and its other cells."""
    names = [c for key in ("given_name", "family_name") if (c := row.cell(key))]
    if not names:
        first = next((row.cell(key) for key in _NAMES if row.cell(key)), row.cells[0])
        names = [first] if first and not first.rows and not first.voice else []
    title = " ".join("\n".join(cell.lines) for cell in names)
    return title, tuple(cell for cell in row.cells if cell not in names)


def _cells(body: Element, cells: Sequence[Cell], column: Column) -> list[Band]:
    """Short cells three across, in the order that they are asked; a long one on its own."""
    pairs = list_below(body)
    width = (column.width - _GAP * (_ACROSS - 1)) / _ACROSS
    bands: list[Band] = []
    waiting: list[Cell] = []

    def flush() -> None:
        for start in range(0, len(waiting), _ACROSS):
            places = [
                Column(column.x + (width + _GAP) * place, width)
                for place in range(len(waiting[start : start + _ACROSS]))
            ]
            shown = [
                _pair(pairs.child("LI"), cell, at)
                for cell, at in zip(waiting[start:], places, strict=False)
            ]
            bands.extend([*beside(*shown), Band(4)])
        waiting.clear()

    for cell in cells:
        if _is_short(cell, width):
            waiting.append(cell)
            continue
        flush()
        bands += [*_pair(pairs.child("LI"), cell, column), Band(4)]
    flush()
    return bands[:-1]


def _is_short(cell: Cell, width: float) -> bool:
    if cell.rows or cell.voice or len(cell.lines) > 1:
        return False
    return natural_width("\n".join(cell.lines), _VALUE) <= width and (
        natural_width(cell.label, _LABEL) <= width
    )


def _pair(item: Element, cell: Cell, column: Column) -> list[Band]:
    label = [
        replace(band, keep=True) for band in text(item.child("Lbl"), cell.label, column, _LABEL)
    ]
    value = item.child("LBody")
    if cell.rows:
        inner = Column(column.x + 12, column.width - 12)
        return [*label, *rows_of(value, cell.rows, inner)]
    words = "\n".join(cell.lines)
    return [*label, *text(value, (Run(words, _VOICE if cell.voice else _VALUE),), column)]
