"""Lays bands down the pages.

A document is a list of bands: strips across the page, each as high as one line of text or one
drawing, that never split. Whatever is longer than a page therefore runs on to the next by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from ehdesk.documents.style import Ink
from ehdesk.documents.tagging import Element, TaggedCanvas

Drawing = Callable[[TaggedCanvas, float], None]
"""Draws on a canvas, given the height of the band's top edge above the foot of the page."""


@dataclass(frozen=True)
class Piece:
    """Something drawn in a band. It belongs to an element, or to none: then it is an artifact."""

    element: Element | None
    draw: Drawing


@dataclass(frozen=True)
class Box:
    """A panel behind bands: its left edge, width and colours."""

    x: float
    width: float
    fill: Ink | None = None
    stroke: Ink | None = None


@dataclass(frozen=True, eq=False)
class Frame:
    """Holds bands together, with panels behind them and room above and below.

    On each page that it runs on to, ``repeat`` is drawn again at its top, as an artifact.
    """

    boxes: tuple[Box, ...] = ()
    radius: float = 10
    above: float = 0
    below: float = 0
    repeat: tuple[Band, ...] = ()

    @property
    def repeat_height(self) -> float:
        return sum(band.height for band in self.repeat)


@dataclass(frozen=True)
class Band:
    """A strip across the page, in points.

    ``keep`` holds it on the page of the band after it. A ``gap`` is left out at a page's top.
    """

    height: float
    pieces: tuple[Piece, ...] = ()
    keep: bool = False
    gap: bool = False
    frame: Frame | None = None


@dataclass(frozen=True)
class Placed:
    """A band and how far below the top of the page's body it starts."""

    band: Band
    top: float


@dataclass(frozen=True)
class Panel:
    """The part of a frame that lies on one page."""

    frame: Frame
    top: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """What lies on one page."""

    bands: tuple[Placed, ...]
    panels: tuple[Panel, ...]


_LONELY = 40.0
"""Points: a lower row would look lost on a page of its own."""


def gap(height: float, *, keep: bool = False) -> Band:
    """Empty room that is dropped where a page begins."""
    return Band(height, keep=keep, gap=True)


def height_of(bands: Iterable[Band]) -> float:
    return sum(band.height for band in bands)


def hold(bands: Iterable[Band]) -> list[Band]:
    """The bands, kept on one page if a page can hold them."""
    held = [replace(band, keep=True) for band in bands]
    if held:
        held[-1] = replace(held[-1], keep=False)
    return held


def tie(bands: Sequence[Band]) -> list[Band]:
    """The bands, so that neither the first nor the last line is left alone on a page."""
    last = len(bands) - 1
    return [
        replace(band, keep=band.keep or (index < last and index in (0, last - 1)))
        for index, band in enumerate(bands)
    ]


def leading_in(bands: Sequence[Band], height: float) -> list[Band]:
    """The bands, with the last ``height`` points of them kept on the page of what comes next."""
    kept = list(bands)
    for place in range(len(kept) - 1, -1, -1):
        kept[place] = replace(kept[place], keep=True)
        height -= kept[place].height
        if height <= 0:
            break
    return kept


def tie_rows(rows: Sequence[Sequence[Band]], *, whole: float) -> list[Band]:
    """The rows of a table one after another: one up to ``whole`` points high is not split, and
    neither the first nor the last is left alone on a page, unless it is a high one."""
    last = len(rows) - 1
    bands: list[Band] = []
    for number, row in enumerate(rows):
        kept = hold(row) if height_of(row) <= whole else list(row)
        opens = number == 0 and height_of(row) < _LONELY
        closes = number == last - 1 and height_of(rows[last]) < _LONELY
        if kept and number < last and (opens or closes):
            kept[-1] = replace(kept[-1], keep=True)
        bands += kept
    return bands


def beside(*columns: Sequence[Band]) -> list[Band]:
    """Columns of bands side by side, first beside first; each row as high as its highest."""
    return [
        Band(
            max(band.height for band in row if band),
            tuple(piece for band in row if band for piece in band.pieces),
            keep=any(band.keep for band in row if band),
        )
        for row in zip_longest(*columns)
    ]


def abreast(*columns: Sequence[Band], centred: bool = False) -> Band:
    """Short columns side by side in one band that never splits.

    Unlike in :func:`beside` the lines of one do not push those of another down. The columns
    start at one height, or with ``centred`` stand about the middle of the highest.
    """
    height = max(height_of(column) for column in columns)
    pieces: list[Piece] = []
    for column in columns:
        down = (height - height_of(column)) / 2 if centred else 0.0
        for band in column:
            pieces += [Piece(piece.element, _lower(piece.draw, down)) for piece in band.pieces]
            down += band.height
    return Band(height, tuple(pieces))


def _lower(draw: Drawing, down: float) -> Drawing:
    return lambda canvas, top: draw(canvas, top - down)


def framed(frame: Frame, bands: Iterable[Band]) -> list[Band]:
    return [replace(band, frame=frame) for band in bands]


def paginate(bands: Sequence[Band], height: float) -> list[Page]:
    """The bands on pages whose body is ``height`` points high; at least one page."""
    builder = _Builder(height)
    start = 0
    while start < len(bands):
        end = start
        while bands[end].keep and end + 1 < len(bands):
            end += 1
        group = bands[start : end + 1]
        if not builder.fits(group):
            # A group that no page can hold is not kept together: it starts here, band by band.
            if builder.fits_new_page(group) or not builder.fits(group[:1]):
                builder.turn(group[0].frame)
            if not builder.fits(group):
                group = group[:1]
        builder.place(group)
        start += len(group)
    return builder.finish()


class _Builder:
    def __init__(self, height: float) -> None:
        self._height = height
        self._pages: list[Page] = []
        self._bands: list[Placed] = []
        self._panels: list[Panel] = []
        self._frame: Frame | None = None
        self._frame_top = 0.0
        self._y = 0.0

    def fits(self, group: Sequence[Band]) -> bool:
        return self._y + _needed(group, self._frame) <= self._height + 0.01

    def fits_new_page(self, group: Sequence[Band]) -> bool:
        needed = _needed(group, None)
        if group[0].frame and group[0].frame is self._frame:
            needed += self._frame.repeat_height
        return needed <= self._height + 0.01

    def turn(self, going_on: Frame | None) -> None:
        """Go to a new page; the frame ``going_on``, if it is open, starts again there."""
        again = going_on if going_on is self._frame else None
        if not self._bands:
            return
        self._leave()
        self._pages.append(Page(tuple(self._bands), tuple(self._panels)))
        self._bands, self._panels, self._y = [], [], 0.0
        if again:
            self._enter(again)
            for band in again.repeat:
                self._put(_as_artifact(band))

    def place(self, group: Sequence[Band]) -> None:
        for band in group:
            if band.frame is not self._frame:
                self._leave()
                if band.frame:
                    self._enter(band.frame)
            if band.gap and not self._y:
                continue
            self._put(band)

    def finish(self) -> list[Page]:
        self._leave()
        if self._bands or not self._pages:
            self._pages.append(Page(tuple(self._bands), tuple(self._panels)))
        return self._pages

    def _put(self, band: Band) -> None:
        self._bands.append(Placed(band, self._y))
        self._y += band.height

    def _enter(self, frame: Frame) -> None:
        self._frame, self._frame_top = frame, self._y
        self._y += frame.above

    def _leave(self) -> None:
        if self._frame:
            self._y += self._frame.below
            self._panels.append(Panel(self._frame, self._frame_top, self._y))
            self._frame = None


def _needed(group: Sequence[Band], frame: Frame | None) -> float:
    """The height of a group that starts inside ``frame``, with the room that frames take."""
    needed = 0.0
    for band in group:
        if band.frame is not frame:
            needed += frame.below if frame else 0
            frame = band.frame
            needed += frame.above if frame else 0
        needed += band.height
    return needed + (frame.below if frame else 0)


def _as_artifact(band: Band) -> Band:
    return replace(band, pieces=tuple(Piece(None, piece.draw) for piece in band.pieces))
