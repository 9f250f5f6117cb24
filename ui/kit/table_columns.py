"""How a table's columns share its width, and which give way when there is too little."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """``share`` of the width over; one that is not ``keep`` gives way when room runs out."""

    share: int = 1
    keep: bool = False


def share_out(room: int, columns: Sequence[Column], leasts: Sequence[int]) -> list[int]:
    """A width for each column, 0 for one that gave way; from right to left, never the first.

    No column is narrower than its ``least``. When even those that stay need more than ``room``,
    they get it, and the table scrolls sideways.
    """
    shown = list(range(len(columns)))
    while sum(leasts[place] for place in shown) > room:
        spare = [place for place in shown[1:] if not columns[place].keep]
        if not spare:
            break
        shown.remove(spare[-1])
    widths = [0] * len(columns)
    open_places = list(shown)
    left = room
    while open_places:
        shares = sum(columns[place].share for place in open_places)
        tight = [
            place for place in open_places if left * columns[place].share < leasts[place] * shares
        ]
        if not tight:
            break
        for place in tight:
            widths[place] = leasts[place]
            left -= leasts[place]
            open_places.remove(place)
    shares = sum(columns[place].share for place in open_places)
    for place in open_places:
        widths[place] = left * columns[place].share // shares
    if shown and open_places:
        widths[open_places[-1]] += room - sum(widths)
    return widths
