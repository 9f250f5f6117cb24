"""The lines of the sharing grid: who has one, and which choice counts.

A family chooses for an agency as a whole, by its name; the newest choice for an agency and a kind
of information counts (design 2, note 30).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

ANYONE_ELSE = "Anyone else"
"""Whoever has no line of their own."""


@dataclass(frozen=True)
class SharingLine:
    """``who`` may be told; ``detail`` says more of them. ``named`` when the only reason for the
    line is that somebody wrote the name."""

    who: str
    detail: str = ""
    named: bool = False


def same(one: str, other: str) -> bool:
    """Whether two names mean the same agency or person."""
    return one.strip().casefold() == other.strip().casefold()


def sharing_lines(
    helping: Iterable[tuple[str, str]], agencies: Iterable[str], chosen: Iterable[str]
) -> tuple[SharingLine, ...]:
    """Each once: who helps already (name and detail), agencies that may be told, others for whom
    something was chosen, and at the end everybody else."""
    lines: list[SharingLine] = []

    def add(line: SharingLine) -> None:
        known = [ANYONE_ELSE, *(one.who for one in lines)]
        if line.who.strip() and not any(same(line.who, who) for who in known):
            lines.append(line)

    for who, detail in helping:
        add(SharingLine(who, detail))
    for who in agencies:
        add(SharingLine(who))
    for who in chosen:
        add(SharingLine(who, named=True))
    return (*lines, SharingLine(ANYONE_ELSE, "Before they are told"))


def choices_that_count(
    choices: Sequence[tuple[str, str, str]], lines: Sequence[SharingLine]
) -> Mapping[tuple[str, str], str]:
    """By the line's name and the kind, from rows of who, kind and choice in the order they were
    made. A row without a name belongs to everybody else."""
    names = {line.who.strip().casefold(): line.who for line in lines}
    found: dict[tuple[str, str], str] = {}
    for who, kind, choice in choices:
        line = names.get((who.strip() or ANYONE_ELSE).casefold())
        if line is not None and choice:
            found[line, kind] = choice
    return found
