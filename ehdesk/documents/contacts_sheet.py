"""Whom to ring and what the letters mean, on one page for the wall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ehdesk.documents import glyphs
from ehdesk.documents.blocks import Column, heading, rule, text
from ehdesk.documents.furniture import FOOT, Footer, Masthead, masthead, printed_on
from ehdesk.documents.layout import Band, beside, gap, paginate
from ehdesk.documents.paper import about, print_bands
from ehdesk.documents.parts import BODY
from ehdesk.documents.style import PAGE, Family, Ink, Type, Weight, inter
from ehdesk.documents.tagging import Element
from ehdesk.documents.tagging.tree import list_below

__all__ = ["ContactsSheet", "SheetLine", "build", "missing"]


@dataclass(frozen=True, kw_only=True)
class SheetLine:
    """A line of the page: what it is, the number or letters, and a few words."""

    name: str
    number: str
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class ContactsSheet:
    """All that the page says."""

    authority: str
    first: SheetLine
    harm: str
    localities: tuple[SheetLine, ...]
    others: tuple[SheetLine, ...]
    letters: tuple[SheetLine, ...]
    checked_words: str = ""
    title: str = "Whom to ring"


_TOP = 30.0
_LOOK = Masthead(
    mark=28,
    title=inter(20, 25, Weight.BOLD),
    support=inter(11, 16, ink=Ink.TEXT2),
    facts=(inter(9.6, 25, Weight.SEMIBOLD, Ink.TEXT2), inter(10, 15)),
)
_BIG = inter(24, 30, Weight.BOLD, Ink.ACCENT)
_PART = inter(12.5, 18, Weight.SEMIBOLD, Ink.ACCENT)
_HARM = inter(10.5, 15, Weight.SEMIBOLD)
_SIZES = (10.5, 10.0, 9.6, 9.0)
_HALF = (BODY.width - 24) / 2


def build(sheet: ContactsSheet, *, when: datetime) -> bytes:
    """The page as PDF; in smaller type where it would not fit on one. ``when`` is the moment of
    printing."""
    footer = Footer(
        (sheet.checked_words and f"{sheet.checked_words}.", printed_on(when)),
        family=Family.INTER,
        column=BODY,
    )
    height = PAGE[1] - _TOP - footer.height - FOOT
    for size in _SIZES:
        root = Element("Document")
        bands = _bands(root, sheet, size)
        if len(paginate(bands, height)) == 1:
            break
    root = Element("Document")
    return print_bands(
        _bands(root, sheet, size),
        root=root,
        about=about(Family.INTER, when, sheet.title, sheet.authority),
        footer=footer,
        top=_TOP,
    )


def missing(sheet: ContactsSheet) -> tuple[str, ...]:
    """The characters of the page that no font has."""
    return glyphs.missing(sheet)


def _bands(root: Element, sheet: ContactsSheet, size: float) -> list[Band]:
    plain = inter(size, size * 1.4)
    strong = inter(size, size * 1.4, Weight.SEMIBOLD)
    bands = masthead(root, _LOOK, BODY, sheet.title, sheet.authority, ("", ""))
    bands += [gap(6), *text(root.child("P"), sheet.first.name, BODY, strong)]
    bands += text(root.child("P"), sheet.first.number, BODY, _BIG)
    bands += text(root.child("P"), sheet.first.words, BODY, plain)
    bands += [gap(4), *text(root.child("P"), sheet.harm, BODY, _HARM)]
    for title, lines, label in (
        ("Advice points by locality", sheet.localities, 110.0),
        ("Other numbers", sheet.others, 110.0),
    ):
        bands += _part(root, title, [_row(line, label, strong, plain) for line in lines])
    bands += _letters(root, sheet, strong, plain)
    return bands


_Row = tuple[str, str, float, Type, Type]


def _row(line: SheetLine, label: float, strong: Type, plain: Type) -> _Row:
    return line.number or line.name, _said(line), label, strong, plain


def _said(line: SheetLine) -> str:
    return ". ".join(part.rstrip(".") for part in (line.name, line.words) if part)


def _part(root: Element, title: str, rows: list[_Row]) -> list[Band]:
    section = root.child("Sect")
    h2 = section.child("H2")
    bands = [gap(6), *heading(h2, title, 1, text(h2, title, BODY, _PART))]
    items = list_below(section)
    for number, words, label, strong, plain in rows:
        item = items.child("LI")
        bands += [
            rule(BODY, 4),
            *beside(
                text(item.child("Lbl"), number, Column(BODY.x, label), strong),
                text(
                    item.child("LBody"),
                    words,
                    Column(BODY.x + label + 8, BODY.width - label - 8),
                    plain,
                ),
            ),
        ]
    return bands


def _letters(root: Element, sheet: ContactsSheet, strong: Type, plain: Type) -> list[Band]:
    """In two columns, down the first and then down the second."""
    section = root.child("Sect")
    h2 = section.child("H2")
    title = "What the letters mean"
    bands = [gap(6), *heading(h2, title, 1, text(h2, title, BODY, _PART)), gap(2)]
    items = list_below(section)
    made = [items.child("LI") for _line in sheet.letters]
    half = (len(sheet.letters) + 1) // 2
    columns: list[list[Band]] = []
    for start, x in ((0, BODY.x), (half, BODY.x + _HALF + 24)):
        column: list[Band] = []
        for item, line in list(zip(made, sheet.letters, strict=True))[start : start + half]:
            column += beside(
                text(item.child("Lbl"), line.number, Column(x, 62), strong),
                text(item.child("LBody"), line.name, Column(x + 66, _HALF - 66), plain),
            )
        columns.append(column)
    return bands + beside(*columns)
