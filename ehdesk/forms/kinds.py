"""Every kind of question in one registry, and what anyone may do with an answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ehdesk.forms.kind import Kind, Words
from ehdesk.forms.row_kinds import REPEATING_KINDS, asked_columns, empty_row, row_answered
from ehdesk.forms.single_kinds import SINGLE_KINDS
from ehdesk.forms.spec import Field, Row, Value

KINDS: Final[dict[str, Kind]] = {kind.name: kind for kind in (*SINGLE_KINDS, *REPEATING_KINDS)}

COLUMN_ONLY: Final = frozenset({"tick"})
"""Kinds that stand only in a row; alone they would be a yes_no."""

QUESTION_KINDS: Final = frozenset(KINDS) - COLUMN_ONLY
"""Kinds that a form may ask."""

__all__ = [
    "COLUMN_ONLY",
    "KINDS",
    "QUESTION_KINDS",
    "blocks",
    "columns",
    "display",
    "dotted",
    "empty",
    "empty_row",
    "is_answered",
    "normalise",
    "row_answered",
    "row_of",
]


def columns(question: Field) -> tuple[Field, ...]:
    """The columns of a repeating question that this form asks; nothing for any other."""
    return asked_columns(question, KINDS[question.kind].columns)


def empty(question: Field) -> Value:
    """What an unanswered question holds."""
    return KINDS[question.kind].empty()


def normalise(question: Field, value: object, today: date) -> Value:
    """The answer as it is kept: dates in ISO form where they can be read, typing kept otherwise.

    :raises WrongShape: for a value that this kind can never have.
    """
    return KINDS[question.kind].normalise(value, question, today)


def is_answered(question: Field, value: Value) -> bool:
    """Whether a person has answered; blank rows and blank text are no answer."""
    return KINDS[question.kind].answered(value, question)


def display(question: Field, value: Value, words: Words) -> tuple[str, ...]:
    """The answer in words, line by line; nothing when it is empty."""
    return KINDS[question.kind].display(value, question, words)


def blocks(question: Field, value: Value, words: Words) -> tuple[tuple[str, ...], ...]:
    """The lines of `display`, row by row; nothing for a question without rows. The first line of
    a block says who or what the others are about."""
    by_row = KINDS[question.kind].blocks
    return by_row(value, question, words) if by_row is not None else ()


def dotted(question: Field) -> Iterator[tuple[str, Field]]:
    """The question and every column in it, each once: ``family.people.given_name``."""
    yield question.key, question
    for column in columns(question):
        for key, inner in dotted(column):
            yield f"{question.key}.{key}", inner


def row_of(question: Field, row_id: str) -> Row:
    """A new blank row for a repeating question."""
    return empty_row(row_id, columns(question))
