"""What a check finds, and what it may ask while it looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, Protocol

from ehdesk.forms.spec import Option, Value


@dataclass(frozen=True)
class Problem:
    """Something to fix, or with ``warning`` only to look at: a warning never holds anyone up.

    ``column`` is the box of the row that it is about; "" for the row or the answer as a whole.
    """

    field_key: str
    row_id: str | None
    message: str
    warning: bool = False
    column: str = ""


class Answers(Protocol):
    """What a check may ask: the other answers, the run-time lists and the date."""

    @property
    def today(self) -> date: ...

    def value(self, key: str) -> Value: ...

    def options_of(self, source: str) -> tuple[Option, ...]: ...


Found = tuple[str | None, str] | tuple[str | None, str, str]
"""The row a problem is in, if any, its words, and the column of the row, if it is about one."""

Run = Callable[[Any, Any, Answers], Iterator[Found]]


@dataclass(frozen=True)
class Checker:
    """A check in the registry: what it is for and what its argument must be."""

    run: Run
    kinds: frozenset[str]
    argument: Literal[
        "none", "number", "field", "column", "months", "weeks", "row_rule", "child_rule"
    ] = "none"
    warning: bool = False


def iso_date(value: object) -> date | None:
    """The date an answer holds, or None while it is empty or cannot be read as one."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return None
