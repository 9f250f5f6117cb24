"""What whoever asked for help was answered last: by the front door, or by the hub after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from ehdesk.domain.case import Case
from ehdesk.domain.records import Record

ANSWERS: Final = (
    *("accept", "accept_for_hub", "accept_under_6_weeks", "accept_twelve_weeks", "accept_eha"),
    *("not_met", "advised", "joins_existing", "return_request"),
    *("hub_allocates", "hub_joins", "hub_defers"),
)
"""Moves that are an answer to a request. A call about a child's safety is none: who is told of
that, and when, is decided with the duty service."""

SAYS_YES: Final = frozenset(
    {
        *("accept", "accept_for_hub", "accept_under_6_weeks", "accept_twelve_weeks", "accept_eha"),
        *("joins_existing", "hub_allocates", "hub_joins"),
    }
)


@dataclass(frozen=True)
class RequestAnswer:
    """``said`` is what the form says that made the move; ``step`` the number of the move."""

    move: str
    on: date
    by: str
    reason: str
    said: Mapping[str, Any]
    step: int

    @property
    def is_yes(self) -> bool:
        return self.move in SAYS_YES

    @property
    def by_hub(self) -> bool:
        """Whether the hub decided it, and not the front door."""
        return any(key.startswith("heard.") for key in self.said)

    @property
    def decided(self) -> str:
        """The code that was chosen in the form: ``no_consent``, ``join``."""
        return str(self.said.get("outcome.threshold") or self.said.get("outcome.what") or "")

    def words(self, key: str) -> str:
        """What was written to a question of the outcome."""
        value = self.said.get(f"outcome.{key}")
        return value.strip() if isinstance(value, str) else ""


def last_answer(case: Case) -> RequestAnswer | None:
    """The newest answer; None while nobody has decided."""
    records = {record.id: record for record in case.records}
    for step in reversed(case.steps):
        if step.move not in ANSWERS:
            continue
        record = records.get(step.record_id) if step.record_id else None
        said = _said(record) if record else {}
        return RequestAnswer(step.move, step.happened_on, step.by, step.reason, said, step.number)
    return None


def _said(record: Record) -> Mapping[str, Any]:
    """What the form said when it was finished: a question that was hidden says nothing, whatever
    had been typed in it."""
    if record.frozen is None:
        return record.answers
    return {
        answer["key"]: answer["value"]
        for section in record.frozen["sections"]
        for answer in section["answers"]
    }
