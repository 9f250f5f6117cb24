"""Which rows the things of the timeline stand in, and which are too crowded to stand alone.

Worked out once for a zoom level: the places are pixels along the whole time ("run"), so that
moving the view sideways costs nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from heapq import heappop, heappush
from itertools import accumulate

from ehdesk.domain.timeline import LANES, Entry, Lane
from ehdesk.domain.timeline_scale import Measure

ROOMY_ROWS = 8
DENSE_ROWS = 14
_PILL = 90.0
BAR_AROUND = 8 + 14 + 6 + 7
"""Room in a bar that its words do not get: edge, icon, gap, edge."""
PLURALS: dict[str, str] = {
    "stage": "steps",
    "next": "steps",
    "meeting": "meetings",
    "review": "reviews",
    "action": "actions",
    "due": "things due",
    "contact": "contacts",
    "event": "events",
}


@dataclass(frozen=True)
class Sizes:
    """Lengths in pixels, all from the height of a text line so that 150 % text has room."""

    line: float = 16.0

    def of(self, pixels: float) -> float:
        """``pixels`` of the design, which has lines of 16."""
        return pixels * self.line / 16.0

    @property
    def mark(self) -> float:
        return self.of(22)

    @property
    def gap(self) -> float:
        """The least room between two marks (design 33)."""
        return 12.0


@dataclass(frozen=True)
class Mark:
    """One thing to draw: an entry, or several that were too crowded (oldest first).

    ``left`` and ``right`` are the ends of what is drawn without its words, ``at`` the middle of
    the mark itself, all in run pixels.
    """

    entries: tuple[Entry, ...]
    lane: Lane
    row: int
    left: float
    right: float
    at: float

    @property
    def is_cluster(self) -> bool:
        return len(self.entries) > 1

    @property
    def noun(self) -> str:
        """ "contacts": what a cluster holds."""
        return PLURALS[self.entries[0].kind]


@dataclass(frozen=True)
class LaneRows:
    """A lane's marks from left to right. ``dense`` draws thin bars without words."""

    lane: Lane
    rows: int
    dense: bool
    marks: tuple[Mark, ...]
    _lefts: tuple[float, ...]
    _reach: tuple[float, ...]

    def between(self, left: float, right: float) -> Sequence[Mark]:
        """The marks that may show between two run pixels: found by halving, not by walking."""
        return self.marks[bisect_left(self._reach, left) : bisect_right(self._lefts, right)]


@dataclass(frozen=True)
class Rows:
    """All lanes at one zoom. Run pixel 0 is the ordinal day ``base``."""

    base: float
    per_day: float
    lanes: tuple[LaneRows, ...]


def arrange(
    entries: Iterable[Entry],
    per_day: float,
    measure: Measure,
    sizes: Sizes,
    lanes: Sequence[Lane] = LANES,
) -> Rows:
    """Put each entry of ``lanes`` in one mark, alone or with its crowd, at ``per_day`` pixels."""
    listed = tuple(entries)
    base = float(min((entry.first.toordinal() for entry in listed), default=0))

    def x(day: date) -> float:
        return (day.toordinal() - base) * per_day

    made = []
    for lane in lanes:
        mine = [entry for entry in listed if entry.lane == lane]
        if lane == "actions":
            made.append(_bars(mine, x, measure, sizes))
        elif lane == "pathway":
            made.append(_rows(lane, 1, False, _stages(mine, x, sizes)))
        else:
            singles = [_single(entry, x, sizes) for entry in mine]
            made.append(_rows(lane, 1, False, merge(singles, measure, sizes)))
    return Rows(base, per_day, tuple(made))


def cluster_width(count: int, measure: Measure, sizes: Sizes) -> float:
    """The least width of a pill with an icon and a count."""
    return sizes.of(16 + 14 + 4) + measure(str(count))


@dataclass
class _Crowd:
    """Marks being joined: how many, and from where to where."""

    marks: list[Mark]
    left: float
    right: float

    def join(self, other: _Crowd, measure: Measure, sizes: Sizes) -> None:
        self.marks += other.marks
        self.left, self.right = min(self.left, other.left), max(self.right, other.right)
        short = cluster_width(len(self.marks), measure, sizes) - (self.right - self.left)
        if short > 0:
            self.left, self.right = self.left - short / 2, self.right + short / 2


def merge(singles: Iterable[Mark], measure: Measure, sizes: Sizes) -> list[Mark]:
    """Join marks until at least 12 px stand between any two. A pill may be wider than what it
    replaces, so a join can reach back to the mark before it. A long crowd of contacts or meetings
    is cut into pills of about 90 px, so that it still shows when there was much and when little.
    """
    crowds: list[_Crowd] = []
    for mark in sorted(singles, key=lambda one: (one.left, one.right)):
        crowds.append(_Crowd([mark], mark.left, mark.right))
        while len(crowds) > 1 and crowds[-1].left - crowds[-2].right < sizes.gap:
            later = crowds.pop()
            crowds[-1].join(later, measure, sizes)
    return [mark for crowd in crowds for mark in _cut(crowd, measure, sizes)]


def _cut(crowd: _Crowd, measure: Measure, sizes: Sizes) -> list[Mark]:
    if len(crowd.marks) == 1:
        return crowd.marks
    widest = max(sizes.of(_PILL), cluster_width(len(crowd.marks), measure, sizes) + sizes.gap)
    wide = crowd.right - crowd.left
    if crowd.marks[0].lane not in ("contacts", "meetings") or wide < 2 * widest:
        return [_pill(crowd.marks, crowd.left, crowd.right)]
    count = int(wide // widest)
    step = (wide + sizes.gap) / count
    parts: list[list[Mark]] = [[] for _ in range(count)]
    for mark in crowd.marks:
        parts[min(int((mark.at - crowd.left) // step), count - 1)].append(mark)
    return [
        _pill(part, crowd.left + n * step, crowd.left + (n + 1) * step - sizes.gap)
        for n, part in enumerate(parts)
        if part
    ]


def _pill(marks: Sequence[Mark], left: float, right: float) -> Mark:
    if len(marks) == 1:  # alone in its part of a crowd: keep it clear of the pills beside it
        mark = marks[0]
        half = (mark.right - mark.left) / 2
        at = min(max(mark.at, left + half), right - half)
        return replace(mark, left=at - half, right=at + half, at=at)
    entries = sorted((entry for mark in marks for entry in mark.entries), key=lambda e: e.start)
    first = marks[0]
    return Mark(tuple(entries), first.lane, first.row, left, right, (left + right) / 2)


def _single(entry: Entry, x: Callable[[date], float], sizes: Sizes) -> Mark:
    half = sizes.mark / 2
    at = x(entry.start)
    left, right = at - half, at + half
    if entry.late_until and entry.due:
        left = min(left, x(entry.due) - half)
        # Still late: the hatch ends at today with no mark on its end.
        right = max(right, x(entry.late_until) + (half if entry.happened else 0))
    return Mark((entry,), entry.lane, 0, left, right, at)


def _stages(entries: Sequence[Entry], x: Callable[[date], float], sizes: Sizes) -> list[Mark]:
    """Stages follow each other; slivers join the stage before them so that none is lost."""
    done: list[Mark] = []
    for entry in sorted(entries, key=lambda e: (e.start, e.kind == "next")):
        left, right = x(entry.start), x(entry.end or entry.start)
        crowd: tuple[Entry, ...] = (entry,)
        if done and entry.kind != "next" and _is_sliver(done[-1], right - left, sizes):
            before = done.pop()
            crowd, left = before.entries + crowd, before.left
            right = max(right, before.right)
        if done:
            left = max(left, done[-1].right)
        right = max(right, left + sizes.of(8))
        done.append(Mark(crowd, "pathway", 0, left, right, (left + right) / 2))
    return done


def _is_sliver(before: Mark, width: float, sizes: Sizes) -> bool:
    least = sizes.of(12)
    return before.entries[-1].kind != "next" and (
        width < least or before.right - before.left < least
    )


def bar_text_width(entry: Entry, measure: Measure, sizes: Sizes) -> float:
    """What a bar must be wide to hold its icon and words."""
    return measure(entry.label or entry.title) + sizes.of(BAR_AROUND)


def _bars(
    entries: Sequence[Entry], x: Callable[[date], float], measure: Measure, sizes: Sizes
) -> LaneRows:
    """Bars that would touch stand in rows below each other. A few get a row each, as they come;
    when eight rows are not enough, thin bars without words; past fourteen, crowds."""
    bars: list[Mark] = []
    reserved: dict[str, float] = {}
    for entry in sorted(entries, key=lambda e: e.start):
        left = x(entry.start)
        end = max(x(entry.end or entry.start), left + sizes.mark)
        right = max(end, x(entry.late_until)) if entry.late_until else end
        bars.append(Mark((entry,), "actions", 0, left, right, (left + right) / 2))
        outside = 0.0
        if end - left < bar_text_width(entry, measure, sizes):
            outside = measure(entry.label or entry.title) + sizes.of(8)
        if entry.late:
            outside += 1.05 * measure(entry.late) + sizes.of(16)
        reserved[entry.key] = right + outside
    roomy = _in_turn(bars, reserved, sizes)
    if roomy is not None:
        count = max((mark.row for mark in roomy), default=0) + 1
        return _rows("actions", count, False, roomy)
    packed = _packed(bars, measure, sizes)
    return _rows("actions", max(mark.row for mark in packed) + 1, True, packed)


def _in_turn(bars: Sequence[Mark], reserved: dict[str, float], sizes: Sizes) -> list[Mark] | None:
    """A row for each bar in turn, words included; None when ``ROOMY_ROWS`` do not hold them."""
    ends: list[float] = []
    placed: list[Mark] = []
    turn = 0
    for bar in bars:
        tries = [(turn + n) % ROOMY_ROWS for n in range(ROOMY_ROWS)]
        row = next(
            (r for r in tries if r >= len(ends) or ends[r] + sizes.gap <= bar.left),
            None,
        )
        if row is None:
            return None
        row = min(row, len(ends))
        if row == len(ends):
            ends.append(0.0)
        ends[row] = reserved[bar.entries[0].key]
        placed.append(_in_row(bar, row))
        turn = row + 1
    return placed


def _packed(bars: Sequence[Mark], measure: Measure, sizes: Sizes) -> list[Mark]:
    """Thin bars in the fewest rows; what the last row cannot hold is merged there."""
    free: list[tuple[float, int]] = []
    placed: list[Mark] = []
    crowd: list[Mark] = []
    rows = 0
    for bar in bars:
        if free and free[0][0] + sizes.of(4) <= bar.left:
            row = heappop(free)[1]
        elif rows < DENSE_ROWS - 1:
            row = rows
            rows += 1
        else:
            crowd.append(_in_row(bar, DENSE_ROWS - 1))
            continue
        heappush(free, (bar.right, row))
        placed.append(_in_row(bar, row))
    return placed + merge(crowd, measure, sizes)


def _in_row(mark: Mark, row: int) -> Mark:
    return replace(mark, row=row)


def _rows(lane: Lane, rows: int, dense: bool, marks: Iterable[Mark]) -> LaneRows:
    ordered = tuple(sorted(marks, key=lambda mark: (mark.left, mark.row)))
    lefts = tuple(mark.left for mark in ordered)
    reach = tuple(accumulate((mark.right for mark in ordered), max))
    return LaneRows(lane, rows, dense, ordered, lefts, reach)
