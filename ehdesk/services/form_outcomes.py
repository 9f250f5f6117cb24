"""What a finished form beside the road does to its case, and how its answers are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ehdesk.forms.checks import iso_date
from ehdesk.forms.spec import Value
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from ehdesk.store.access import Session
from ehdesk.store.tables.cases import CaseRow

Values = dict[str, Value]


def _nothing(_session: Session, _case: CaseRow) -> None:
    return


@dataclass(frozen=True)
class Outcome:
    """The move that a form makes, the day it happened, and why in words. ``also`` is a second move
    of the same unit of work, ``then`` what is changed on the case."""

    move: str
    on: date
    reason: str
    also: str = ""
    then: Callable[[Session, CaseRow], None] = _nothing


def text(values: Values, key: str) -> str:
    value = values.get(key)
    return value.strip() if isinstance(value, str) else ""


def several(values: Values, key: str) -> list[str]:
    value = values.get(key)
    return [str(item) for item in value] if isinstance(value, list) else []


def day(values: Values, key: str, missing: str) -> date:
    """:raises EhdeskError: without a date, saying ``missing``."""
    found = iso_date(values.get(key))
    if found is None:
        raise EhdeskError(missing, "", "Enter a date like 3/4/2026 or 3 Apr 2026.")
    return found


def sentences(*parts: str) -> str:
    """The parts one after another, each ended with a full stop."""
    said = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part[-1] in ".!?" else f"{part}." for part in said)


def incomplete(words: str) -> NotAllowed:
    return NotAllowed("This form is not complete yet", words, "Everything you wrote is saved.")
