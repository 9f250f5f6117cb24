"""Where each thing in view is drawn and where its words go, in pixels; nothing here draws.

Words stand to the right of their mark, else to the left, else nowhere (the drawing shows them
when the mark is chosen). Words never touch other words, other marks or the today line, and are
never cut by the edge of the view.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ehdesk.domain.timeline import Entry, Lane
from ehdesk.domain.timeline_rows import BAR_AROUND, LaneRows, Mark, Rows, Sizes
from ehdesk.domain.timeline_scale import Measure, Scale, Tick, ticks
from ehdesk.kernel.dates import say_day_month

_LANE_HEIGHTS: dict[Lane, float] = {
    "pathway": 60,
    "meetings": 56,
    "reviews": 70,
    "due": 44,
    "contacts": 44,
    "events": 44,
}
HEADER = 34.0
_BAR, _BAR_STEP, _BAR_TOP = 22.0, 27.0, 10.0
_THIN, _THIN_STEP = 8.0, 11.0
_CLEAR = 4.0  # between words and anything else
_EDGE = 6.0  # words keep this far from the edge of the view
_BOLDER = 1.05  # how much wider words about lateness are, being in 600


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def middle(self) -> float:
        return self.y + self.h / 2

    def meets(self, other: Box) -> bool:
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )


@dataclass(frozen=True)
class Words:
    """Text and the room kept for it. ``inside`` words stand on the bar; ``late`` ones say how
    late something is; ``second`` is a line below the first."""

    text: str
    box: Box
    inside: bool = False
    late: bool = False
    second: str = ""


@dataclass(frozen=True)
class Placed:
    """A mark in view. ``box`` is the mark itself, ``hatch`` the time past due beside it,
    ``hollow`` the empty diamond at the day a late review was due."""

    mark: Mark
    box: Box
    words: tuple[Words, ...] = ()
    hatch: Box | None = None
    hollow: Box | None = None
    thin: bool = False

    @property
    def entry(self) -> Entry:
        """The first entry, which speaks for a mark that is not a cluster."""
        return self.mark.entries[0]

    @property
    def outline(self) -> Box:
        """All that is drawn of it but its words."""
        boxes = [box for box in (self.box, self.hatch, self.hollow) if box]
        left, top = min(b.x for b in boxes), min(b.y for b in boxes)
        return Box(left, top, max(b.right for b in boxes) - left, self.box.h)


@dataclass(frozen=True)
class Bracket:
    """The three months from one review to the day the next is due. ``past`` ones are dotted."""

    entry: Entry
    left: float
    right: float
    y: float
    past: bool
    words: Words | None


@dataclass(frozen=True)
class LaneBand:
    """The strip of one lane: its top and height."""

    lane: Lane
    top: float
    height: float


@dataclass(frozen=True)
class Scene:
    """All that is drawn for one view: ``today_x`` may lie outside 0 to ``width``."""

    width: float
    height: float
    header: float
    today_x: float
    ticks: tuple[Tick, ...]
    bands: tuple[LaneBand, ...]
    placed: tuple[Placed, ...]
    brackets: tuple[Bracket, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all that is drawn: the list shows just these."""
        marks = (entry.key for item in self.placed for entry in item.mark.entries)
        return frozenset(marks) | {bracket.entry.key for bracket in self.brackets}

    def holding(self, key: str) -> Placed | None:
        """The thing drawn for an entry, alone or in a crowd."""
        return next(
            (one for one in self.placed if any(e.key == key for e in one.mark.entries)), None
        )

    def at(self, x: float, y: float, near: float = 2.0) -> Placed | None:
        """The thing under a point, words included; the last drawn wins."""
        spot = Box(x - near, y - near, 2 * near, 2 * near)
        for item in reversed(self.placed):
            boxes = (item.outline, *(words.box for words in item.words))
            if any(box.meets(spot) for box in boxes):
                return item
        return None


def heights(rows: Rows, sizes: Sizes) -> tuple[float, tuple[LaneBand, ...]]:
    """The whole height in pixels and the strip of each lane below the header."""
    top = sizes.of(HEADER)
    bands = []
    for lane in rows.lanes:
        height = sizes.of(_LANE_HEIGHTS.get(lane.lane, 0) or _actions_height(lane))
        bands.append(LaneBand(lane.lane, top, height))
        top += height
    return top, tuple(bands)


def _actions_height(lane: LaneRows) -> float:
    step = _THIN_STEP if lane.dense else _BAR_STEP
    return max(44.0, 2 * _BAR_TOP + lane.rows * step - (step - (_THIN if lane.dense else _BAR)))


def place(rows: Rows, scale: Scale, today: date, measure: Measure, sizes: Sizes) -> Scene:
    """The scene for one view. ``scale`` must have the pixels a day that ``rows`` was made for."""
    height, bands = heights(rows, sizes)
    shift = (rows.base - scale.start) * scale.per_day
    today_x = scale.x(today)
    placer = _Placer(scale, today, today_x, shift, measure, sizes)
    placed: list[Placed] = []
    brackets: list[Bracket] = []
    for lane, band in zip(rows.lanes, bands, strict=True):
        seen = lane.between(-shift, scale.width - shift)
        mine = placer.lane(lane, band, seen)
        placed += mine
        if lane.lane == "reviews":
            brackets += placer.brackets(band, lane.marks, mine)
    return Scene(
        scale.width,
        height,
        sizes.of(HEADER),
        today_x,
        ticks(scale, today, measure),
        bands,
        tuple(placed),
        tuple(brackets),
    )


@dataclass(frozen=True)
class _Placer:
    scale: Scale
    today: date
    today_x: float
    shift: float
    measure: Measure
    sizes: Sizes

    def lane(self, lane: LaneRows, band: LaneBand, seen: Iterable[Mark]) -> list[Placed]:
        by_row: dict[int, list[Placed]] = defaultdict(list)
        for mark in seen:
            by_row[mark.row].append(self._shape(mark, lane, band))
        placed = []
        for row in sorted(by_row):
            placed += self._with_words(by_row[row])
        return placed

    def _shape(self, mark: Mark, lane: LaneRows, band: LaneBand) -> Placed:
        of, entry = self.sizes.of, mark.entries[0]
        left, right = mark.left + self.shift, mark.right + self.shift
        if mark.lane == "pathway":
            bar = Box(left, band.top + (band.height - of(26)) / 2, right - left, of(26))
            return Placed(mark, bar)
        if mark.lane == "actions":
            return self._bar(mark, lane, band, left, right)
        size = self.sizes.mark
        middle = band.top + (of(27) if mark.lane == "reviews" else band.height / 2)
        if mark.is_cluster:
            return Placed(mark, Box(left, middle - size / 2, right - left, size))
        at = mark.at + self.shift
        box = Box(at - size / 2, middle - size / 2, size, size)
        if not (entry.late_until and entry.due):
            return Placed(mark, box)
        due, until = self.scale.x(entry.due), self.scale.x(entry.late_until)
        hatch = Box(due, middle - of(8), max(until - due, 0.0), of(16))
        hollow = Box(due - size / 2, box.y, size, size) if entry.happened else None
        return Placed(mark, box, hatch=hatch, hollow=hollow)

    def _bar(self, mark: Mark, lane: LaneRows, band: LaneBand, left: float, right: float) -> Placed:
        of, entry = self.sizes.of, mark.entries[0]
        step, tall = (_THIN_STEP, _THIN) if lane.dense else (_BAR_STEP, _BAR)
        top = band.top + of(_BAR_TOP + mark.row * step)
        if mark.is_cluster or not (entry.late_until and entry.due):
            box = Box(left, top, right - left, of(tall))
            return Placed(mark, box, thin=lane.dense)
        end = max(self.scale.x(entry.end or entry.start), left + self.sizes.mark)
        hatch = Box(end, top, max(right - end, 0.0), of(tall))
        return Placed(mark, Box(left, top, end - left, of(tall)), hatch=hatch, thin=lane.dense)

    def _with_words(self, row: Sequence[Placed]) -> list[Placed]:
        """Words for one row of marks, from left to right."""
        taken = [item.outline for item in row]
        taken.append(Box(self.today_x - 1, 0, 2, 1e6))
        done = []
        for place_in_row, item in enumerate(row):
            words = self._words(item, taken[:place_in_row] + taken[place_in_row + 1 :])
            taken += [one.box for one in words if not one.inside]
            done.append(replace(item, words=words))
        return done

    def _words(self, item: Placed, taken: Sequence[Box]) -> tuple[Words, ...]:
        if item.thin:
            return ()
        entry, of = item.entry, self.sizes.of
        if item.mark.is_cluster and item.mark.lane != "pathway":
            return self._cluster_words(item, taken)
        if item.mark.lane in ("pathway", "actions"):
            return self._bar_words(item, taken)
        if not entry.label:
            return ()
        second = entry.late
        if entry.kind == "review" and not entry.happened and entry.due and not second:
            second = f"by {self._day(entry.due)}"
        found = self._beside(
            item, entry.label, taken, of(8 if entry.kind == "review" else 6), second
        )
        return (found,) if found else ()

    def _day(self, day: date) -> str:
        return say_day_month(day, self.today)

    def _cluster_words(self, item: Placed, taken: Sequence[Box]) -> tuple[Words, ...]:
        """The noun stands in the pill when that is wide enough, else to its right."""
        whole = f"{len(item.mark.entries)} {item.mark.noun}"
        if self._inside_room(item.box) >= self.measure(whole) + self.sizes.of(16 + 14 + 6):
            return (Words(whole, item.box, inside=True),)
        count = Words(str(len(item.mark.entries)), item.box, inside=True)
        noun = self._beside(item, item.mark.noun, taken, self.sizes.of(6), left_too=False)
        return (count, noun) if noun else (count,)

    def _bar_words(self, item: Placed, taken: Sequence[Box]) -> tuple[Words, ...]:
        of, entry = self.sizes.of, item.entry
        if item.mark.is_cluster:
            entry = item.mark.entries[-1]
        text = entry.label or entry.title
        around = of(20) if item.mark.lane == "pathway" else of(BAR_AROUND)
        if self._inside_room(item.box) >= self.measure(text) + around:
            inside = (Words(text, item.box, inside=True),)
            if not entry.late:
                return inside
            late = self._beside(item, entry.late, taken, of(10), late=True)
            return (*inside, late) if late else inside
        if item.mark.lane == "pathway":
            return ()
        outside = f"{text}, {entry.late}" if entry.late else text
        beside = self._beside(item, outside, taken, of(8), late=bool(entry.late))
        return (beside,) if beside else ()

    def _inside_room(self, box: Box) -> float:
        """How much of a bar is in view."""
        return min(box.right, self.scale.width) - max(box.x, 0.0)

    def _beside(
        self,
        item: Placed,
        text: str,
        taken: Sequence[Box],
        gap: float,
        second: str = "",
        *,
        left_too: bool = True,
        late: bool = False,
    ) -> Words | None:
        wide = max(self.measure(text), self.measure(second) if second else 0.0)
        wide *= _BOLDER if late else 1.0
        tall = self.sizes.line * (2 if second else 1)
        around = item.outline
        top = item.box.middle - tall / 2
        clear = gap + (_CLEAR if abs(around.right - self.today_x) < _CLEAR else 0)
        places = [Box(around.right + clear, top, wide, tall)]
        if left_too:
            places.append(Box(around.x - gap - _CLEAR - wide, top, wide, tall))
        for box in places:
            in_view = box.x >= _EDGE and box.right <= self.scale.width - _EDGE
            around_it = Box(box.x - _CLEAR, box.y, box.w + 2 * _CLEAR, box.h)
            if in_view and not any(around_it.meets(other) for other in taken):
                return Words(text, box, late=late, second=second)
        return None

    def brackets(
        self, band: LaneBand, marks: Iterable[Mark], placed: Sequence[Placed]
    ) -> list[Bracket]:
        """One for each review whose three months are in view."""
        of = self.sizes.of
        labels = [words.box for item in placed for words in item.words]
        found: list[Bracket] = []
        for mark in marks:
            for entry in mark.entries:
                if not (entry.since and entry.due):
                    continue
                left, right = self.scale.x(entry.since), self.scale.x(entry.due)
                if right < 0 or left > self.scale.width:
                    continue
                past = entry.due <= self.today
                high, low = band.top + of(47), band.top + of(54)
                line = Box(left, high - of(6), right - left, of(12))
                lower = not past or any(line.meets(label) for label in labels)
                y = low if lower else high
                words = self._bracket_words(entry.span, left, right, y, found)
                found.append(Bracket(entry, left, right, y, past, words))
        return found

    def _bracket_words(
        self, text: str, left: float, right: float, y: float, others: Sequence[Bracket]
    ) -> Words | None:
        wide = self.measure(text)
        left, right = max(left, 0.0), min(right, self.scale.width)
        if abs((left + right) / 2 - self.today_x) < wide / 2 + _CLEAR:
            # The today line would cut the words: the longer side of it has them.
            if self.today_x - left > right - self.today_x:
                right = self.today_x
            else:
                left = self.today_x
        middle = (left + right) / 2
        if wide + self.sizes.of(24) > right - left:
            return None
        box = Box(middle - wide / 2, y - self.sizes.line / 2, wide, self.sizes.line)
        clash = any(b.words and b.words.box.meets(box) for b in others)
        return None if clash else Words(text, box)
