"""How a case reads as a row of the list (picture 03)."""

from __future__ import annotations

from datetime import date

from ehdesk.domain.lists import CaseLine
from ehdesk.domain.pathway import State
from ehdesk.domain.words import in_days, waiting
from ehdesk.kernel.dates import say_date
from ui.cases.cases_view import ON_OTHERS
from ui.kit.table_rows import Cell

HEADERS = ("Family", "Where they are", "Next step", "Due", "Status", "Lead practitioner")
HEADERS_CLOSED = (
    "Family",
    "Where they are",
    "How it ended",
    "Ended",
    "Status",
    "Lead practitioner",
)
STONES = 6

STATUSES = {
    "overdue": ("Overdue", "overdue", "triangle-alert"),
    "today": ("Due today", "soon", "clock"),
    "on_track": ("On track", "track", "circle-dot"),
    "for_us": ("Waiting for us", "wait", "hourglass"),
    "on_others": ("Waiting on others", "wait", "hourglass"),
    "closed": ("Closed", "none", "archive"),
    "advised": ("Advised", "none", "message-circle"),
    "joined": ("Joined", "none", "merge"),
    "signposted": ("Signposted", "none", "arrow-up-right"),
    "withdrawn": ("Withdrawn", "none", "ban"),
}


def case_cells(line: CaseLine, today: date) -> tuple[Cell, ...]:
    """The six cells of a case."""
    return (
        Cell(line.family, line.children_words(today), strong=True),
        Cell(line.where, line.track_words, track=(line.track, STONES)),
        _next(line),
        _due(line, today),
        Cell(pill=status_pill(line, today)),
        Cell(line.lead, avatar=line.lead) if line.lead else Cell("Not allocated", quiet=True),
    )


def status_pill(line: CaseLine, today: date) -> tuple[str, str, str]:
    """Words, tone and icon of the case's status."""
    return STATUSES[_status(line, today)]


def due_words(line: CaseLine, today: date) -> str:
    """The date and how far away it is, in one line."""
    cell = _due(line, today)
    return ", ".join(part for part in (cell.first, cell.second.lower()) if part)


def _status(line: CaseLine, today: date) -> str:
    if not line.open:
        return line.state if line.state in STATUSES else "closed"
    if line.due is None:
        return "on_others" if State(line.state) in ON_OTHERS else "for_us"
    if line.due < today:
        return "overdue"
    return "today" if line.due == today else "on_track"


def _next(line: CaseLine) -> Cell:
    if line.open:
        return Cell(line.next_step, _capital(line.next_detail))
    return Cell(line.where, "The record stays readable")


def _due(line: CaseLine, today: date) -> Cell:
    if not line.open:
        return Cell(say_date(line.closed_on, today) if line.closed_on else "Not recorded")
    if line.due is None:
        since = waiting(line.waiting_since, today) if line.waiting_since else ""
        return Cell("No date set", since)
    if line.due == today:
        return Cell("Today")
    colour = "overdue.ink" if line.due < today else ""
    return Cell(say_date(line.due, today), in_days(line.due, today), second_colour=colour)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
