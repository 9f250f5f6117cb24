"""What Today shows, in the order people read it: late, today, waiting, later this week."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ehdesk.domain.access import Deed
from ehdesk.domain.lists import DueItem, Today
from ehdesk.domain.obligations import SAFETY
from ehdesk.kernel.dates import say_date
from ui.home.due_lines import due_line
from ui.kit.work_list import WorkGroup


def groups(
    read: Today,
    today: date,
    day: date | None = None,
    may: Callable[[Deed], bool] = lambda _deed: True,
) -> tuple[WorkGroup, ...]:
    """The groups; only what is due on ``day`` when one is chosen. ``may`` says what the person at
    the screen may do."""
    now = due_now(read)
    if day is not None:
        due = tuple(item for item in everything(read) if item.due == day)
        lines = tuple(due_line(item, today, primary=item is now, may=may) for item in due)
        return (WorkGroup("day", f"Due {say_date(day, today)}", "calendar", lines),)
    parts = (
        ("overdue", "Overdue", "triangle-alert", read.overdue, "overdue"),
        ("due_today", "Today", "sun", read.due_today, ""),
        ("waiting", "Waiting", "hourglass", _safety_first(read.waiting), ""),
        ("this_week", "Later this week", "calendar", read.this_week, ""),
    )
    return tuple(
        WorkGroup(
            key,
            title,
            icon,
            tuple(due_line(item, today, primary=item is now, may=may) for item in items),
            tone,
            read.totals[key],
            "The others are in Cases.",
        )
        for key, title, icon, items, tone in parts
    )


def due_now(read: Today) -> DueItem | None:
    """The thing the page's one filled button belongs to: a child's safety, then what is due
    today, then what is late."""
    urgent = [item for item in read.waiting if item.kind in SAFETY]
    return next(iter((*urgent, *read.due_today, *read.overdue, *read.waiting)), None)


def everything(read: Today) -> tuple[DueItem, ...]:
    """All that is on the page, late things first."""
    return read.overdue + read.due_today + _safety_first(read.waiting) + read.this_week


def support_line(read: Today) -> str:
    """``2 overdue, 4 today, 3 later this week``; what there is none of is left out."""
    parts = (
        ("overdue", "overdue"),
        ("due_today", "today"),
        ("waiting", "waiting"),
        ("this_week", "later this week"),
    )
    counts = ((read.totals[key], words) for key, words in parts)
    return ", ".join(f"{count} {words}" for count, words in counts if count) or "nothing due"


def _safety_first(items: Iterable[DueItem]) -> tuple[DueItem, ...]:
    return tuple(sorted(items, key=lambda item: item.kind not in SAFETY))
