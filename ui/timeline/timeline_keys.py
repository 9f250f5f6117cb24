"""Where the arrow keys go on the timeline."""

from __future__ import annotations

from datetime import date

from ehdesk.domain.timeline_rows import Mark, Rows


def mark_of(rows: Rows, key: str) -> Mark | None:
    """The mark that an entry is drawn in."""
    for lane in rows.lanes:
        for mark in lane.marks:
            if any(entry.key == key for entry in mark.entries):
                return mark
    return None


def mark_beside(rows: Rows, key: str, step: int) -> Mark | None:
    """The next (1) or last (-1) thing in time in the same lane; None at its end."""
    here = mark_of(rows, key)
    if here is None:
        return None
    marks = next(lane.marks for lane in rows.lanes if lane.lane == here.lane)
    place = marks.index(here) + step
    return marks[place] if 0 <= place < len(marks) else None


def mark_in_next_lane(rows: Rows, key: str, step: int) -> Mark | None:
    """The thing nearest in time in the next lane down (1) or up (-1) that has any."""
    here = mark_of(rows, key)
    if here is None:
        return None
    order = [lane.lane for lane in rows.lanes]
    place = order.index(here.lane) + step
    while 0 <= place < len(order):
        marks = rows.lanes[place].marks
        if marks:
            return min(marks, key=lambda mark: _apart(mark, here.at))
        place += step
    return None


def _apart(mark: Mark, x: float) -> tuple[float, float]:
    """How far a mark is from ``x``; of two that span it, the one with the nearer middle."""
    return max(mark.left - x, x - mark.right, 0.0), abs(mark.at - x)


def mark_to_start_at(rows: Rows, day: date) -> Mark | None:
    """Where the arrow keys begin: the latest thing done by ``day``, else the first there is."""
    marks = [mark for lane in rows.lanes for mark in lane.marks]
    done = [m for m in marks if m.lane != "pathway" and m.entries[-1].start <= day]
    latest = max(done, key=lambda mark: mark.entries[-1].start, default=None)
    return latest or next(iter(marks), None)
