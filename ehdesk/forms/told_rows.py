"""Repeating answers in words, cell by cell: what papers set as tables and what a copy leaves out.

`row_words` tells a row in a sentence or two for the screen. Here every answered column is told
under its own label, so that nothing of it can be lost, and one column can be left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ehdesk.forms import kinds
from ehdesk.forms.checks import iso_date
from ehdesk.forms.kind import Words
from ehdesk.forms.single_kinds import quoted, split_lines
from ehdesk.forms.spec import Field, Row, Value
from ehdesk.kernel.dates import say_short_date


@dataclass(frozen=True)
class Cell:
    """One answered column of a row, in ``lines``; in ``rows`` when the column repeats itself."""

    key: str
    label: str
    lines: tuple[str, ...] = ()
    voice: bool = False
    rows: tuple[ToldRow, ...] = ()


@dataclass(frozen=True)
class ToldRow:
    """One row that somebody has put something in: its id and its answered cells."""

    id: str
    cells: tuple[Cell, ...]

    def cell(self, key: str) -> Cell | None:
        """The cell of that column, when it was answered."""
        return next((cell for cell in self.cells if cell.key == key), None)

    def says(self, key: str) -> str:
        """The words in that column, or nothing."""
        found = self.cell(key)
        return "\n".join(found.lines) if found else ""


def told_rows(question: Field, value: Value, words: Words) -> tuple[ToldRow, ...]:
    """The rows of a repeating answer in words; nothing for a question of another kind."""
    columns = kinds.columns(question)
    if not columns or not isinstance(value, list):
        return ()
    return _rows(columns, value, words)


def _rows(columns: Iterable[Field], rows: Iterable[Row], words: Words) -> tuple[ToldRow, ...]:
    told = (ToldRow(str(row["id"]), tuple(_cells(tuple(columns), row, words))) for row in rows)
    return tuple(row for row in told if row.cells)


def _cells(columns: tuple[Field, ...], row: Row, words: Words) -> Iterable[Cell]:
    before: tuple[str, ...] = ()
    for column in columns:
        value = row.get(column.key)
        if value is None or not kinds.is_answered(column, value):
            continue
        if kinds.columns(column):
            inner = _rows(kinds.columns(column), value, words)
            if inner:
                yield Cell(column.key, column.label, rows=inner)
            continue
        lines = _lines(column, value, words)
        # A need keeps its code and, for old records, the words it had: once is enough.
        if lines and not (column.key == "label" and lines == before):
            yield Cell(column.key, column.label, lines, column.voice)
        before = lines


def _lines(column: Field, value: Any, words: Words) -> tuple[str, ...]:
    if column.kind == "tick":
        return ("Yes",)
    day = iso_date(value) if column.kind == "date" else None
    if day:
        return (say_short_date(day),)
    lines = kinds.display(column, value, words)
    return split_lines(quoted("\n".join(lines))) if column.voice and lines else lines


def as_kept(rows: Iterable[ToldRow]) -> list[dict[str, Any]]:
    """Told rows as JSON, for the frozen copy."""
    return [
        {
            "id": row.id,
            "cells": [
                {
                    "key": cell.key,
                    "label": cell.label,
                    "lines": list(cell.lines),
                    "voice": cell.voice,
                    "rows": as_kept(cell.rows),
                }
                for cell in row.cells
            ],
        }
        for row in rows
    ]


def from_kept(rows: Iterable[Mapping[str, Any]]) -> tuple[ToldRow, ...]:
    """Told rows out of a frozen copy."""
    return tuple(
        ToldRow(
            row["id"],
            tuple(
                Cell(
                    cell["key"],
                    cell["label"],
                    tuple(cell["lines"]),
                    cell["voice"],
                    from_kept(cell["rows"]),
                )
                for cell in row["cells"]
            ),
        )
        for row in rows
    )
