"""What is due with the Multi Agency Support Panel, and what its answer leaves to be done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.due import Obligation, date_in, so_far
from ehdesk.domain.records import Record, Step
from ehdesk.domain.words import plural
from ehdesk.forms.checks import iso_date

OF_PANEL: Final = (
    "refer_to_masp",
    "back_to_panel",
    "panel_deferred",
    "panel_steps_up",
    "panel_closes",
)
"""The moves that say where a case with the panel stands."""
BACK_TO_THE_PLAN: Final = ("resources_agreed", "panel_advised")
"""The answers after which the plan goes on."""


def panel(case: Case, pack: Pack) -> Iterator[Obligation]:
    """With the panel: its answer, or what its answer asks for."""
    last = [step for step in case.steps if step.move in OF_PANEL][-1]
    match last.move:
        case "panel_steps_up":
            yield Obligation(
                "step_up",
                "Step up to social care",
                so_far(case.draft("step_up")) or "decided by the panel",
                "The panel decided to step up",
                waiting_since=last.happened_on,
            )
        case "panel_closes" if case.draft("closure") is None:
            yield Obligation(
                "close",
                "Fill in the closure form",
                "decided by the panel",
                "A case closes with its closure form",
                waiting_since=last.happened_on,
            )
        case "panel_closes":
            return
        case "panel_deferred":
            yield Obligation(
                "panel",
                "Tell the panel what it asked for",
                pack.say("{masp.full}"),
                "The panel needs to know more before it decides",
                due=date_in(case, "panel", "follow.review_on"),
                waiting_since=last.happened_on,
            )
        case _:
            yield Obligation(
                "panel",
                "Record what the panel decided",
                pack.say("{masp.full}"),
                "The panel's answer goes back into the plan",
                due=date_in(case, "masp", "send.panel_on"),
                waiting_since=case.step_on("refer_to_masp"),
            )


def panel_left(case: Case, pack: Pack) -> Iterator[Obligation]:
    """What the panel's last answer asks for beside its decision: its actions, which the next
    meeting puts into the plan, and the day on which it looks again."""
    step, answer = _last_answer(case)
    if step is None or answer is None:
        return
    after = {one.move for one in case.steps if one.number > step.number}
    rows = [row for row in answer.answers.get("follow.actions") or () if row.get("what")]
    if rows and "meet" not in after:
        days = [day for row in rows if (day := iso_date(row.get("by_when")))]
        yield Obligation(
            "panel_actions",
            "Put the panel’s actions into the plan",
            plural(len(rows), "action"),
            "An action of the panel goes into the plan at the next meeting",
            due=min(days, default=None),
            waiting_since=step.happened_on,
        )
    again = iso_date(answer.answers.get("follow.review_on"))
    if again is None or step.move not in BACK_TO_THE_PLAN or "refer_to_masp" in after:
        return
    if not _reviewed_since(case, again):
        yield Obligation(
            "panel_again",
            "Take the plan back to the panel",
            pack.say("{masp.full}"),
            "The panel said when it looks again; a review held then settles it too",
            due=again,
            waiting_since=step.happened_on,
        )


def _last_answer(case: Case) -> tuple[Step | None, Record | None]:
    """The newest answer that leaves the case with a plan, and its form."""
    of_answer = (*BACK_TO_THE_PLAN, "panel_deferred")
    step = next((one for one in reversed(case.steps) if one.move in of_answer), None)
    records = {record.id: record for record in case.finished("panel")}
    return step, records.get(step.record_id) if step and step.record_id else None


def _reviewed_since(case: Case, day: date) -> bool:
    return any(one.held_on is not None and one.held_on >= day for one in case.held_reviews)
