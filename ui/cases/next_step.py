"""What the page of a case says is next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from ehdesk.domain.case import Case
from ehdesk.domain.obligations import Obligation

_NEAR: Final = timedelta(days=14)


def near(due: Sequence[Obligation], case: Case, today: date) -> tuple[Obligation, ...]:
    """What a case's page says is next. A case that has ended says so, and speaks of the look after
    closing only when its day is near."""
    if case.is_open:
        return tuple(due)
    return tuple(one for one in due if one.due and one.due <= today + _NEAR)
