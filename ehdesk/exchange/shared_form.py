"""A form's frozen copy as it is shared: what a paper of it leaves out is not in its data either."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from ehdesk.forms.display import Answer, SectionAnswers, as_finished, canonical
from ehdesk.forms.told_rows import Cell, ToldRow, as_kept


def shared_form(said: Mapping[str, Any], copied: Iterable[SectionAnswers]) -> dict[str, Any]:
    """The frozen copy ``said``, cut down to what ``copied`` of the same form still says, with a
    hash of its own.

    An answer or column that the copy does not have is not in it. Where the copy says something
    else (words in place of an address), the data say that too.
    """
    kept = {answer.field_key: answer for section in copied for answer in section.answers}
    whole = {a.field_key: a for section in as_finished(said) for a in section.answers}
    sections = []
    for section in said["sections"]:
        answers = [
            _answer(answer, whole[answer["key"]], kept[answer["key"]])
            for answer in section["answers"]
            if answer["key"] in kept
        ]
        if answers:
            sections.append(section | {"answers": answers})
    shared = {key: value for key, value in said.items() if key != "sha256"}
    shared["sections"] = sections
    return shared | {"sha256": hashlib.sha256(canonical(shared)).hexdigest()}


def _answer(answer: dict[str, Any], before: Answer, after: Answer) -> dict[str, Any]:
    if before == after:
        return answer
    if before.rows:
        value: Any = _rows(answer["value"], before.rows, after.rows)
        lines = list(after.lines) if before.rows == after.rows else _told(after.rows)
        return answer | {"value": value, "lines": lines, "rows": as_kept(after.rows)}
    return answer | {"value": _in_words(answer["value"], after.lines), "lines": list(after.lines)}


def _rows(
    rows: Iterable[dict[str, Any]], before: Iterable[ToldRow], after: Iterable[ToldRow]
) -> list[dict[str, Any]]:
    was, now = ({row.id: row for row in told} for told in (before, after))
    return [_row(row, was[row["id"]], now[row["id"]]) for row in rows if row["id"] in now]


def _row(row: dict[str, Any], before: ToldRow, after: ToldRow) -> dict[str, Any]:
    cut = {"id": row["id"]}
    for key, value in row.items():
        was, left = before.cell(key), after.cell(key)
        if not value or (was is not None and was == left):
            cut[key] = value
        elif was is None or left is None:
            continue  # the form did not tell it, or this copy does not
        elif was.rows:
            cut[key] = _rows(value, was.rows, left.rows)
        else:
            cut[key] = _in_words(value, left.lines)
    return cut


def _in_words(value: Any, lines: Iterable[str]) -> Any:
    """Other words for a text; anything else that may not be told as it is, is not told."""
    return "\n".join(lines) if isinstance(value, str) else None


def _told(rows: Iterable[ToldRow]) -> list[str]:
    return [", ".join(_cell(cell) for cell in row.cells) for row in rows]


def _cell(cell: Cell) -> str:
    return f"{cell.label}: {' '.join(cell.lines) or '; '.join(_told(cell.rows))}"
