"""Qt counts text in UTF-16 units, Python in characters: beyond the basic plane they differ."""

from __future__ import annotations

from collections.abc import Callable


def units_in(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def to_units(text: str) -> Callable[[int], int]:
    """Turns a place in the text, in characters, into Qt's; costs nothing for ordinary text."""
    if text.isascii() or max(text) <= "\uffff":
        return lambda place: place
    return lambda place: units_in(text[:place])


def to_characters(text: str, units: int) -> int:
    """A place in the text as Python counts, from Qt's."""
    if text.isascii():
        return units
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(before.decode("utf-16-le", "replace"))
