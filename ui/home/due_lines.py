"""How something due reads as a row of Today: its icon, its words, its pill and its verb."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ehdesk.domain.access import Deed
from ehdesk.domain.due import deed_of
from ehdesk.domain.lists import DoneLine, DueItem
from ehdesk.domain.words import due_chip, waiting
from ehdesk.kernel.dates import say_day_month
from ui.kit.work_row import WorkLine
from ui.work.kinds import LOOKS

_DOT = "  ·  "
_SHORT = 24
"""Letters of a part that is not broken over two lines."""


def due_key(item: DueItem) -> str:
    """What tells the row apart from every other, however often the page is read again."""
    return f"{item.kind} {item.case_id} {item.subject_id or item.title}"


def due_line(
    item: DueItem,
    today: date,
    *,
    primary: bool = False,
    may: Callable[[Deed], bool] = lambda _deed: True,
) -> WorkLine:
    """The row; one that cannot be read says so, and its button leads to the problem. What is for
    somebody else to do has no button."""
    try:
        line = _readable(item, today, primary=primary)
        return line if may(deed_of(item.kind)) else replace(line, verb="", primary=False)
    except (TypeError, ValueError, AttributeError, KeyError):
        return WorkLine(
            key=due_key(item),
            icon="circle-help",
            title=str(item.family),
            line="This row could not be read. The rest is fine.",
            spoken=f"{item.family}, this row could not be read",
            verb="Open to see",
            broken=True,
        )


def done_line(done: DoneLine) -> WorkLine:
    """An action that was ticked off today."""
    by = f"{done.family}  ·  {done.who}" if done.who else done.family
    return WorkLine(
        key=f"done {done.case_id} {done.action_id}",
        icon="check",
        title=done.what,
        line=by,
        spoken=f"{done.family}, {done.what}, done today",
        pill=("Done", "done", "circle-check"),
    )


def _readable(item: DueItem, today: date, *, primary: bool) -> WorkLine:
    pill = _pill(item, today)
    # What follows the first comma is another thing; after that it is a list, or an address.
    parts = [item.family, *item.detail.split(", ", 1), _last(item, today), item.why]
    return WorkLine(
        key=due_key(item),
        icon=LOOKS[item.kind].icon,
        title=item.title,
        line=_DOT.join(_unbroken(part) for part in parts if part),
        spoken=", ".join(part for part in (item.family, item.title, pill[0]) if part),
        pill=pill,
        verb=_verb(item, today),
        primary=primary,
    )


def _unbroken(part: str) -> str:
    """A few words that stay on one line; a long part may be broken."""
    return part.replace(" ", "\u00a0") if len(part) <= _SHORT else part


def _verb(item: DueItem, today: date) -> str:
    if item.kind == "review" and item.due is not None and item.due < today:
        return "Plan review"
    return LOOKS[item.kind].verb


def _last(item: DueItem, today: date) -> str:
    if item.kind != "review" or item.waiting_since is None:
        return ""
    held = "plan agreed" if item.detail == "review 1" else "last held"
    return f"{held} {say_day_month(item.waiting_since, today)}"


def _pill(item: DueItem, today: date) -> tuple[str, str, str]:
    if item.due is None:
        if item.waiting_since is None:
            return "No date set", "none", "calendar"
        return waiting(item.waiting_since, today), "wait", "hourglass"
    chip = due_chip(item.due, today)
    return chip.words, chip.tone, "calendar" if chip.tone == "track" else ""
