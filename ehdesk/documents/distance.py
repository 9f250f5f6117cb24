"""How far an outcome has come, in words. Numbers go from 0, as hard as can be, to 10."""

from __future__ import annotations

from dataclasses import dataclass

from ehdesk.documents.style import Ink


@dataclass(frozen=True)
class Result:
    """A word for the distance, a few more about it, and the colour of the word."""

    word: str
    detail: str
    ink: Ink
    lower: bool = False


def sentence(start: int | None, now: int | None, hoped: int | None) -> str:
    """What the drawing shows, for whoever cannot see it."""
    parts = [
        f"started at {start}" if start is not None else "no number at the start",
        f"now {now}" if now is not None else "no number now",
        f"hoping for {hoped}" if hoped is not None else "no number hoped for",
    ]
    words = ", ".join(parts)
    return f"{words[0].upper()}{words[1:]}. 0 is as hard as it could be, 10 is as good."


def result(start: int | None, now: int | None, hoped: int | None) -> Result:
    """What came of an outcome. Going down is told without alarm, no change is an answer too."""
    if now is None:
        return Result("Not given", "no number at closing", Ink.NONE)
    reached = hoped is not None and now >= hoped
    if start is None:
        word, ink = ("Reached", Ink.ACCENT) if reached else ("Not known", Ink.NONE)
        return Result(word, "no number at the start", ink)
    change = now - start
    if change < 0:
        return Result("Lower", f"down {_points(-change)}", Ink.NONE, lower=True)
    if change == 0:
        return Result("Reached" if reached else "No change", f"still {now}", Ink.NONE)
    if reached:
        return Result("Reached", f"up {_points(change)}", Ink.ACCENT)
    return Result("Closer", f"up {_points(change)}", Ink.TRACK)


def _points(number: int) -> str:
    return f"{number} point" if number == 1 else f"{number} points"
