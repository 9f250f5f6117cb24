"""Fills a record of any form from its first question to its last, and remembers what was typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.forms import kinds
from ehdesk.forms.spec import Field, Row
from tests.forms.samples import RIGHT, sample_values

FROM_THE_RECORD = {"progress", "then_and_now", "need_outcomes", "files"}
"""Rows that the record gives: only what was said about each is an answer."""
SAID = {
    "progress": ("progress", "note"),
    "then_and_now": ("words", "score"),
    "need_outcomes": ("outcome", "evidence"),
    "files": ("name", "what", "person_id", "note"),
}


@dataclass(frozen=True)
class Typed:
    """One thing that was typed: the question, the row and the columns it stands in, and itself."""

    key: str
    row: str
    path: tuple[str, ...]
    value: Any


Write = Callable[[Field, Any], Any]
"""Gives what is typed into a question or column, from what a sample has there."""


def filled(desk: Desk, record: UUID, write: Write) -> tuple[dict[str, Any], list[Typed]]:
    """Answers to every question that is shown, and what ``write`` typed among them."""
    opened = desk.forms.open(record)
    sample = sample_values(opened.form, desk.clock.today(), opened.options, opened.facts)
    typed: list[Typed] = []
    answers: dict[str, Any] = {}
    for field in opened.form.fields():
        if field.kind in FROM_THE_RECORD:
            rows = [_said(field, row) for row in opened.values[field.key]]  # type: ignore[union-attr]
            answers[field.key] = [_row(field, row, write, typed) for row in rows]
        elif field.key in sample and field.kind != "facts":
            answers[field.key] = _answer(field, sample[field.key], write, typed)
    return answers, typed


def _answer(field: Field, value: Any, write: Write, typed: list[Typed]) -> Any:
    if kinds.columns(field):
        return [_row(field, row, write, typed) for row in value]
    if field.bind == "family.confidential":
        return "no"
    written = write(field, value)
    if written is not value:
        typed.append(Typed(field.key, "", (), written))
    return written


def _said(field: Field, row: Row) -> Row:
    """A row that the record gives, with a number or a choice wherever one is asked for."""
    chosen: Row = {c.key: c.options[0].value for c in kinds.columns(field) if c.options}
    chosen |= {c.key: 6 for c in kinds.columns(field) if c.kind == "scale"}
    return row | {key: value for key, value in chosen.items() if key in SAID[field.kind]}


def _row(field: Field, row: Row, write: Write, typed: list[Typed]) -> Row:
    said = SAID.get(field.kind)
    columns = [c for c in kinds.columns(field) if said is None or c.key in said]
    return _cells(field.key, str(row["id"]), (), columns, row, write, typed)


def _cells(
    key: str,
    row_id: str,
    path: tuple[str, ...],
    columns: list[Field],
    row: Row,
    write: Write,
    typed: list[Typed],
) -> Row:
    filled = dict(row)
    for column in columns:
        here = (*path, column.key)
        if column.kind == "rows":
            filled[column.key] = [
                _cells(key, row_id, here, list(column.fields), inner, write, typed)
                for inner in row.get(column.key) or ()
            ]
            continue
        value = row.get(column.key)
        written = "no" if column.key == "confidential" else write(column, value)
        filled[column.key] = written
        if written is not value and column.key != "confidential":
            typed.append(Typed(key, row_id, here, written))
    return filled


def is_free(field: Field) -> bool:
    """Whether anything at all may be written there."""
    return (
        field.kind in ("short_text", "long_text")
        and not field.checks
        and field.key not in RIGHT
        and field.key not in ("phone", "email")
    )
