"""The action plan as an answer, and what reviews and closures say about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from ehdesk.kernel.ids import new_id
from ehdesk.store.spine.kept import KeptRow, kept
from ehdesk.store.spine.lists import RowList, of_case
from ehdesk.store.spine.place import Place, put, row_ids
from ehdesk.store.tables.needs import NeedRow
from ehdesk.store.tables.work import ActionRow, MeasureRow, OutcomeRow, ReviewRow


class Plan:
    """Outcomes in the family's words, each with its actions."""

    _outcomes = RowList(
        OutcomeRow, of_case, ("title", "words", "words_by", "needs", "people", "start", "hoped")
    )
    _actions = RowList(
        ActionRow, of_case, ("what", "who", "support", "by_when", "by_words", "measure", "progress")
    )

    def read(self, at: Place) -> list[dict[str, Any]]:
        return [
            self._outcomes.answer(row)
            | {"actions": [self._actions.answer(a) for a in at.live(ActionRow, outcome_id=row.id)]}
            for row in at.live(OutcomeRow)
        ]

    def write(self, at: Place, value: Any) -> None:
        self._outcomes.write(at, value)
        there = {row.id: row for row in at.rows(ActionRow)}
        for outcome_id, answer in row_ids(value):
            owner = {"outcome_id": outcome_id, "case_id": at.case.id}
            self._actions.put_rows(at, owner, there, answer.get("actions"))
        for row in there.values():  # taken out, by itself or with its outcome
            put(row, "removed", True)
        for row in at.rows(ActionRow):
            note_done(row, at.today)

    def kept(self, at: Place) -> Sequence[KeptRow]:
        outcomes = [
            replace(row, taken_out=row.taken_out and row.taken_out | {"actions": []})
            for row in self._outcomes.kept(at)
        ]
        actions = [
            kept(
                row, self._actions.columns, str(row.id), inside="actions", under=str(row.outcome_id)
            )
            for row in self._actions.every(at)
            if not row.removed
        ]
        return outcomes + actions


def note_done(action: ActionRow, today: date) -> None:
    """Keep the day an action was done with its progress."""
    if action.progress == "done" and action.done_on is None:
        action.done_on = today
    elif action.progress != "done" and action.done_on is not None:
        action.done_on = None


class Progress:
    """How each open action has gone since last time."""

    def read(self, at: Place) -> list[dict[str, Any]]:
        outcomes = {o.id: o for o in _outcomes(at)}
        return [
            {
                "id": str(action.id),
                "label": action.what,
                "outcome": outcomes[action.outcome_id].title,
                "progress": action.progress,
                "note": action.note,
            }
            for action in _actions(at, outcomes)
        ]

    def write(self, at: Place, value: Any) -> None:
        said = dict(row_ids(value))
        for action in _actions(at, {o.id: o for o in _outcomes(at)}):
            answer = said.get(action.id)
            if answer is not None:
                put(action, "progress", answer.get("progress") or "not_started")
                put(action, "note", answer.get("note"))
                note_done(action, at.today)

    def kept(self, at: Place) -> Sequence[KeptRow]:
        open_outcomes = {o.id: o for o in _outcomes(at)}
        return [
            kept(action, ("progress", "note"), str(action.id))
            for action in _actions(at, open_outcomes)
        ]


@dataclass(frozen=True)
class ThenAndNow:
    """Each outcome then and now: at a review, or at the closing (then without a review)."""

    closing: bool = False

    def read(self, at: Place) -> list[dict[str, Any]]:
        review_id = self._review(at)
        before: dict[UUID, MeasureRow] = {}
        now: dict[UUID, MeasureRow] = {}
        for measure in self._in_order(at):
            if measure.review_id == review_id:
                now[measure.outcome_id] = measure
            elif not now:
                before[measure.outcome_id] = measure
        return [self._answer(o, before.get(o.id), now.get(o.id)) for o in _outcomes(at)]

    def _answer(
        self, outcome: OutcomeRow, before: MeasureRow | None, now: MeasureRow | None
    ) -> dict[str, Any]:
        return {
            "id": str(outcome.id),
            "title": outcome.title,
            "whose": outcome.words_by,
            "start": outcome.start,
            "hoped": outcome.hoped,
            "last_words": before.words if before else "",
            "last_score": before.score if before else outcome.start,
            "words": now.words if now else "",
            "score": now.score if now else None,
        }

    def write(self, at: Place, value: Any) -> None:
        review_id = self._review(at)
        there = {m.outcome_id: m for m in at.rows(MeasureRow) if m.review_id == review_id}
        for outcome_id, answer in row_ids(value):
            row = there.get(outcome_id)
            if row is None:
                if not answer.get("words") and answer.get("score") is None:
                    continue
                row = MeasureRow(
                    id=new_id(), case_id=at.case.id, outcome_id=outcome_id, review_id=review_id
                )
                at.add(row)
            put(row, "words", answer.get("words"))
            put(row, "score", answer.get("score"))

    def kept(self, at: Place) -> Sequence[KeptRow]:
        review_id = self._review(at)
        return [
            kept(measure, ("words", "score"), str(measure.outcome_id))
            for measure in at.rows(MeasureRow)
            if measure.review_id == review_id
        ]

    def _review(self, at: Place) -> UUID | None:
        return None if self.closing else at.subject_id

    def _in_order(self, at: Place) -> list[MeasureRow]:
        """Every measure up to this review, oldest first; the closing's come last."""
        order = {r.id: r.number for r in at.rows(ReviewRow)}
        last = 10**6

        def rank(measure: MeasureRow) -> int:
            return order.get(measure.review_id, last) if measure.review_id else last

        own = self._review(at)
        until = order.get(own, last) if own else last
        return sorted((m for m in at.rows(MeasureRow) if rank(m) <= until), key=rank)


class NeedOutcomes:
    """Whether each need was met by the end (leaflet: needs met, needs not met)."""

    def read(self, at: Place) -> list[dict[str, Any]]:
        return [
            {
                "id": str(need.id),
                "code": need.code,
                "label": need.code,
                "outcome": need.outcome,
                "evidence": need.evidence,
            }
            for need in at.live(NeedRow)
        ]

    def write(self, at: Place, value: Any) -> None:
        said = dict(row_ids(value))
        for need in at.rows(NeedRow):
            answer = said.get(need.id)
            if answer is not None:
                put(need, "outcome", answer.get("outcome"))
                put(need, "evidence", answer.get("evidence"))

    def kept(self, at: Place) -> Sequence[KeptRow]:
        return [kept(n, ("outcome", "evidence"), str(n.id)) for n in at.live(NeedRow)]


def _outcomes(at: Place) -> list[OutcomeRow]:
    return at.live(OutcomeRow)


def _actions(at: Place, outcomes: dict[UUID, OutcomeRow]) -> list[ActionRow]:
    order = list(outcomes)
    return sorted(
        (a for a in at.live(ActionRow) if a.outcome_id in outcomes),
        key=lambda a: (order.index(a.outcome_id), a.position),
    )
