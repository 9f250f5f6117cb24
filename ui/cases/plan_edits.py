"""Changes to the plan as values: made, said in words, and taken back one by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.forms.checks import iso_date
from ehdesk.forms.row_columns import PROGRESS_WORDS
from ehdesk.kernel.dates import say_date
from ehdesk.kernel.errors import NotFound

Row = dict[str, Any]
MOST = 50
"""Changes that can be taken back (design, section 6, rule 3)."""


@dataclass(frozen=True)
class Edit:
    """One row of the plan before and after; None before it was there or once it is gone.

    ``action`` is empty when the row is the outcome itself. ``place`` is where it stands among
    its like.
    """

    words: str
    outcome: str
    action: str
    before: Row | None
    after: Row | None
    place: int

    def reversed(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.words, self.outcome, self.action, self.after, self.before, self.place)


def applied(plan: list[Row], edit: Edit) -> list[Row]:
    """The plan with the edit made; all that others have changed meanwhile stays.

    :raises NotFound: when the outcome the edit belongs to has been taken out.
    """
    if not edit.action:
        return _put(plan, edit, edit.outcome)
    if all(row["id"] != edit.outcome for row in plan):
        raise NotFound("That outcome is not in the plan any more")
    return [
        row | {"actions": _put(row["actions"], edit, edit.action)}
        if row["id"] == edit.outcome
        else row
        for row in plan
    ]


def _put(rows: list[Row], edit: Edit, key: str) -> list[Row]:
    others = [row for row in rows if row["id"] != key]
    there = next((row for row in rows if row["id"] == key), None)
    if edit.after is None:
        return others
    if there is None:
        return [*others[: edit.place], edit.after, *others[edit.place :]]
    kept = {"actions": there["actions"]} if "actions" in there else {}
    return [edit.after | kept if row is there else row for row in rows]


class PlanHistory:
    """Makes edits in the store and remembers how to take the last of them back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._done: list[Edit] = []

    def make(self, case_id: UUID, edit: Edit, *, draft: str = "") -> None:
        """Save the plan with the edit made. ``draft`` is what was kept of it while it was typed.

        :raises EhdeskError: when the store cannot take it; nothing is changed then.
        """
        self._save(case_id, edit, draft)
        self._done = [*self._done[-MOST + 1 :], edit]

    def undo(self, case_id: UUID, edit: Edit | None = None) -> Edit | None:
        """Take ``edit``, or the last one made, back. None when there is nothing to take back.

        :raises EhdeskError: when the store cannot take it.
        """
        if edit is None and self._done:
            edit = self._done[-1]
        if edit is None or edit not in self._done:
            return None
        self._save(case_id, edit.reversed())
        self._done.remove(edit)
        return edit

    def _save(self, case_id: UUID, edit: Edit, draft: str = "") -> None:
        plan = self._desk.plans.value(case_id)
        self._desk.plans.save(case_id, applied(plan, edit), draft=draft)


def said(number: str, before: Row | None, after: Row | None, today: date) -> str:
    """The edit in words: "Moved 2.1 to Tue 24 Nov", "Marked 1.2 as done"."""
    if before is None:
        return f"Added {number}"
    if after is None:
        return f"Removed {number}"
    changed = {key for key in after if after[key] != before.get(key)}
    if changed == {"progress"}:
        words = PROGRESS_WORDS.get(after["progress"], "Not started")
        return f"Marked {number} as {words.lower()}"
    if changed and changed <= {"by_when", "by_words"}:
        day = iso_date(after["by_when"])
        to = say_date(day, today) if day else after["by_words"] or "no date"
        return f"Moved {number} to {to}"
    return f"Changed {number}"
