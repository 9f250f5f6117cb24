"""The recovery key of a store, on one page to lock away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from ehdesk.documents import glyphs
from ehdesk.documents.blocks import Column, heading, rule, text
from ehdesk.documents.furniture import Footer, Masthead, masthead, printed_on, short
from ehdesk.documents.layout import Band, Box, Drawing, Frame, Piece, abreast, framed, gap, hold
from ehdesk.documents.lines import Run
from ehdesk.documents.paper import about, print_bands
from ehdesk.documents.style import PAGE, Family, Ink, Weight, font, inter, width_of
from ehdesk.documents.tagging import Element, TaggedCanvas
from ehdesk.documents.tagging.tree import list_below
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_long_date

GROUPS = 8
GROUP_LENGTH = 4


@dataclass(frozen=True, kw_only=True)
class RecoveryKey:
    """A store's name and its key: eight groups of four letters or digits.

    :raises ValueError: if the key has another shape.
    """

    store_name: str
    groups: tuple[str, ...]

    def __post_init__(self) -> None:
        lengths = {len(group) for group in self.groups}
        if len(self.groups) != GROUPS or lengths != {GROUP_LENGTH}:
            raise ValueError("a recovery key has eight groups of four")


_EDGE = 48.0
_BODY = Column(_EDGE, PAGE[0] - 2 * _EDGE)
_TOP = 38.0
_ACROSS = 4


_LOOK = Masthead(
    mark=34,
    title=inter(23, 27, Weight.BOLD),
    support=inter(12.5, 17, ink=Ink.TEXT2),
    facts=(inter(10, 27, Weight.SEMIBOLD, Ink.TEXT2), inter(11.5, 16, Weight.SEMIBOLD)),
)
_HEADING = inter(14, 20, Weight.SEMIBOLD)
_WORDS = inter(11.5, 17)
_STRONG = inter(11.5, 17, Weight.SEMIBOLD)
_LABEL = inter(9.6, 13, ink=Ink.TEXT2)
_KEY = inter(21, 38, Weight.SEMIBOLD)
_SPACING = 3.2

_WHERE = (
    "In the school or office safe, in a sealed envelope signed across the flap, or with your "
    "manager, who signs for it.",
    "Apart from the computer: not in the laptop bag, not in an email, not in a photo on a phone.",
    "Where someone else can find it when you are away.",
)


def build(key: RecoveryKey, *, when: datetime) -> bytes:
    """The key as PDF. ``when`` is the moment of printing."""
    root = Element("Document")
    day = say_long_date(local(when).date())
    title = "Recovery key"
    bands = masthead(
        root, _LOOK, _BODY, title, f"for {key.store_name}", ("Keep this secret", f"Made {day}")
    )
    bands += [gap(12), *_groups(root, key), gap(18)]
    bands += _part(root, "What it is for")
    bands += text(
        root.child("P"),
        "If the password is lost, this key opens the store once and asks for a new password. "
        "Type the groups in the order of their numbers. A zero, the letter O, a one and the "
        "letter I are never part of a key.",
        _BODY,
        _WORDS,
    )
    bands += [gap(12), *_part(root, "Where to keep it"), *_bullets(root), gap(14)]
    bands += [*_warning(root), gap(16)]
    bands += _part(root, "Who keeps it")
    bands += _lines_to_fill(root)
    words = (f"Recovery key for {short(key.store_name)}. Confidential.", printed_on(when))
    footer = Footer(words, family=Family.INTER, column=_BODY)
    said = about(Family.INTER, when, title)
    return print_bands(bands, root=root, about=said, footer=footer, top=_TOP)


def missing(key: RecoveryKey) -> tuple[str, ...]:
    """The characters of the store's name that print as words in brackets."""
    return glyphs.missing(key)


def _part(root: Element, title: str) -> list[Band]:
    h2 = root.child("H2")
    return [*heading(h2, title, 1, text(h2, title, _BODY, _HEADING)), Band(2, keep=True)]


def _groups(root: Element, key: RecoveryKey) -> list[Band]:
    """Two rows of four boxes, each with its number above."""
    items = list_below(root, "Decimal")
    inner = Column(_BODY.x + 16, _BODY.width - 32)
    width = (inner.width - 10 * (_ACROSS - 1)) / _ACROSS
    bands: list[Band] = []
    for start in range(0, GROUPS, _ACROSS):
        columns = []
        for place in range(_ACROSS):
            item = items.child("LI")
            column = Column(inner.x + (width + 10) * place, width)
            number = text(item.child("Lbl"), str(start + place + 1), column, _LABEL)
            body = item.child("LBody")
            group = Band(_KEY.leading, (Piece(body, _group(key.groups[start + place], column)),))
            group = replace(group, pieces=(Piece(None, _group_box(column)), *group.pieces))
            columns.append([*number, group])
        bands += [abreast(*columns), Band(9)]
    panel = (Box(_BODY.x, _BODY.width, fill=Ink.SUNKEN, stroke=Ink.LINE_MID),)
    return framed(Frame(panel, above=10, below=5), hold(bands))


def _group_box(column: Column) -> Drawing:
    def draw(canvas: TaggedCanvas, top: float) -> None:
        canvas.setFillColor(Ink.SURFACE.colour)
        canvas.setStrokeColor(Ink.LINE_MID.colour)
        canvas.setLineWidth(1)
        bottom = top - _KEY.leading
        canvas.roundRect(column.x, bottom, column.width, _KEY.leading, 5, stroke=1, fill=1)

    return draw


def _group(group: str, column: Column) -> Drawing:
    name = font(_KEY.family, _KEY.weight)
    width = width_of(group, name, _KEY.size) + _SPACING * (len(group) - 1)

    def draw(canvas: TaggedCanvas, top: float) -> None:
        canvas.setFillColor(Ink.TEXT.colour)
        canvas.setFont(name, _KEY.size)
        x = column.x + (column.width - width) / 2
        canvas.drawString(x, top - _KEY.drop, f"{group} ", charSpace=_SPACING)

    return draw


def _bullets(root: Element) -> list[Band]:
    items = list_below(root, "Disc")
    bands: list[Band] = []
    for words in _WHERE:
        item = items.child("LI")
        bullet = text(item.child("Lbl"), "•", Column(_BODY.x, 12), _WORDS)
        column = Column(_BODY.x + 14, _BODY.width - 14)
        bands += [abreast(bullet, text(item.child("LBody"), words, column, _WORDS)), Band(3)]
    return bands


def _warning(root: Element) -> list[Band]:
    column = Column(_BODY.x + 16, _BODY.width - 32)
    runs = (
        Run("Lose the passwords and this key, and the records are gone. ", _STRONG),
        Run(
            "There is no back door: nobody can open the store without one of them, not even "
            "the people who make Early Help Desk. A new key can be made in Settings, and then "
            "this one stops working.",
            _WORDS,
        ),
    )
    panel = Frame((Box(_BODY.x, _BODY.width, fill=Ink.SOON_TINT),), above=11, below=12)
    return framed(panel, hold(text(root.child("P"), runs, column)))


def _lines_to_fill(root: Element) -> list[Band]:
    """Lines for a pen, never parted from their heading."""
    width = (_BODY.width - 2 * 16) / 3
    columns = []
    for place, label in enumerate(("Kept where", "Kept by", "Date")):
        column = Column(_BODY.x + (width + 16) * place, width)
        line = rule(column, 7, Ink.TEXT2)
        columns.append([line, *text(root.child("P"), label, column, _LABEL)])
    return [Band(30, keep=True), abreast(*columns)]
