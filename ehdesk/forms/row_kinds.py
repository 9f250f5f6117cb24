"""Kinds of question whose answer is a list of rows. How each is told is in `row_words`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Final

from ehdesk.forms import row_columns, row_words
from ehdesk.forms.checks import area_is_done
from ehdesk.forms.kind import Fault, Kind, Words, WrongShape
from ehdesk.forms.names import PEOPLE_SOURCES
from ehdesk.forms.single_kinds import SINGLE_KINDS
from ehdesk.forms.spec import Field, Row, Value

_SINGLE: Final = {kind.name: kind for kind in SINGLE_KINDS}


def _no_rows() -> Value:
    return []


def _kind_of(column: Field) -> Kind:
    return _SINGLE.get(column.kind, ROWS_KIND)


def asked_columns(question: Field, columns: tuple[Field, ...]) -> tuple[Field, ...]:
    """The columns a question asks of those its kind brings; those of its own where it brings
    none."""
    if not columns:
        return question.fields
    return tuple(c for c in columns if not question.asks or c.key in question.asks)


def empty_row(row_id: str, columns: tuple[Field, ...]) -> Row:
    """A row with nothing in it yet."""
    return {"id": row_id} | {column.key: _kind_of(column).empty() for column in columns}


def _normalise_rows(value: Any, question: Field, today: date, columns: tuple[Field, ...]) -> Value:
    if not isinstance(value, list | tuple):
        raise WrongShape(f"{question.key} takes a list of rows, not {type(value).__name__}")
    rows: list[Row] = []
    for row in value:
        if not isinstance(row, dict) or not isinstance(row.get("id"), str) or not row["id"]:
            raise WrongShape(f"every row of {question.key} is a dict with an id")
        tidy = dict(row)
        for column in columns:
            kind = _kind_of(column)
            given = row.get(column.key, kind.empty())
            tidy[column.key] = kind.normalise(given, column, today)
        rows.append(tidy)
    if len({row["id"] for row in rows}) < len(rows):
        raise WrongShape(f"two rows of {question.key} have the same id")
    return rows


def row_answered(row: Row, columns: tuple[Field, ...], tells: tuple[str, ...]) -> bool:
    """Whether a person has put anything in the columns that tell (all of them, if none named).
    A row that stands for a file always tells of it, whatever is said beside it."""
    return bool(row.get("sha256")) or any(
        _kind_of(column).answered(row.get(column.key, ""), column)
        for column in columns
        if not tells or column.key in tells
    )


def _row_faults(
    value: Any, today: date, columns: tuple[Field, ...], tells: tuple[str, ...]
) -> Iterator[Fault]:
    for row in value:
        if not row_answered(row, columns, tells):
            continue
        for column in columns:
            kind, answer = _kind_of(column), row.get(column.key, "")
            if kind.answered(answer, column):
                for _row, words, *_column in kind.faults(answer, column, today):
                    yield row["id"], words, column.key
            elif column.required is True:
                yield row["id"], column.missing, column.key


Done = Callable[[Row], bool]
Tell = Callable[[Row, int, tuple[Field, ...], Words], tuple[str, ...]]


def _repeating(
    name: str, columns: tuple[Field, ...], tell: Tell, tells: tuple[str, ...], done: Done
) -> Kind:
    def of(question: Field) -> tuple[Field, ...]:
        return asked_columns(question, columns)

    def normalise(value: Any, question: Field, today: date) -> Value:
        return _normalise_rows(value, question, today, of(question))

    def beside(question: Field) -> tuple[str, ...]:
        return () if columns else _beside_the_person(question.fields)

    def answered(value: Any, question: Field) -> bool:
        telling = tells or beside(question)
        return any(row_answered(row, of(question), telling) for row in value or ())

    def faults(value: Any, question: Field, today: date) -> Iterator[Fault]:
        return _row_faults(value, today, of(question), tells or beside(question))

    def blocks(value: Any, question: Field, words: Words) -> tuple[tuple[str, ...], ...]:
        told = (
            tell(row, number, of(question), words)
            for number, row in enumerate(value, 1)
            if row_answered(row, of(question), beside(question))
        )
        return _under_one_head(told) if name == "sharing" else tuple(told)

    def display(value: Any, question: Field, words: Words) -> tuple[str, ...]:
        return tuple(line for block in blocks(value, question, words) for line in block)

    return Kind(name, _no_rows, normalise, answered, faults, display, columns, blocks, done)


def _under_one_head(told: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Rows that follow one another and begin with the same line, said once."""
    blocks: list[tuple[str, ...]] = []
    for head, *lines in told:
        if blocks and blocks[-1][0] == head:
            blocks[-1] = (*blocks[-1], *lines)
        else:
            blocks.append((head, *lines))
    return tuple(blocks)


def _beside_the_person(columns: tuple[Field, ...]) -> tuple[str, ...]:
    """The columns that say something of somebody whom the first one names: a line that is there
    for each child says nothing until they are filled in. None named where all tell."""
    first, *others = columns or (None,)
    names = first is not None and first.kind == "choice" and first.options_from in PEOPLE_SOURCES
    return tuple(column.key for column in others) if names else ()


def _any_row(_row: Row) -> bool:
    return True


def _has(column: str) -> Done:
    return lambda row: row.get(column) not in ("", None, [], False)


def _finished(row: Row) -> bool:
    return row.get("progress") == "done"


def _told_now(row: Row) -> bool:
    return row.get("score") is not None or bool(str(row.get("words") or "").strip())


ROWS_KIND: Final = _repeating("rows", (), row_words.tell_plainly, (), _any_row)

_C = row_columns
_VOICE_TELLS: Final = tuple(
    column.key for column in row_columns.VOICES if column.kind == "long_text"
)
REPEATING_KINDS: Final[tuple[Kind, ...]] = (
    ROWS_KIND,
    _repeating(
        "people",
        _C.PEOPLE,
        row_words.tell_person,
        (
            "given_name",
            "family_name",
            "known_as",
            "relationship",
            "date_of_birth",
            "due_date",
            "school",
            "phone",
        ),
        _has("given_name"),
    ),
    _repeating(
        "professionals",
        _C.PROFESSIONALS,
        row_words.tell_professional,
        ("name", "role", "agency", "phone", "email", "involvement"),
        _has("name"),
    ),
    _repeating(
        "homes", _C.HOMES, row_words.tell_home, ("kind", "address", "postcode"), _has("address")
    ),
    _repeating(
        "relationships",
        _C.RELATIONSHIPS,
        row_words.tell_relationship,
        ("kind", "parental_responsibility"),
        _has("kind"),
    ),
    _repeating(
        "restrictions",
        _C.RESTRICTIONS,
        row_words.tell_restriction,
        ("person_id", "name", "what"),
        _has("what"),
    ),
    _repeating("needs", _C.NEEDS, row_words.tell_need, ("code",), _has("code")),
    _repeating("voices", _C.VOICES, row_words.tell_voice, _VOICE_TELLS, _has("words")),
    _repeating("files", _C.FILES, row_words.tell_file, (), _has("name")),
    _repeating(
        "agreements",
        _C.AGREEMENTS,
        row_words.tell_agreement,
        ("answer", "how", "words", "on"),
        _has("answer"),
    ),
    _repeating("sharing", _C.SHARING, row_words.tell_sharing, ("choice",), _has("choice")),
    _repeating(
        "areas",
        _C.AREAS,
        row_words.tell_area,
        ("going_well", "worries", "need"),
        area_is_done,
    ),
    _repeating(
        "attendance", _C.ATTENDANCE, row_words.tell_attendance, ("name", "came"), _has("came")
    ),
    _repeating(
        "plan", _C.PLAN, row_words.tell_outcome, ("title", "words", "actions"), _has("title")
    ),
    _repeating("progress", _C.PROGRESS, row_words.tell_progress, ("progress", "note"), _finished),
    _repeating(
        "then_and_now", _C.THEN_AND_NOW, row_words.tell_then_and_now, ("words", "score"), _told_now
    ),
    _repeating(
        "need_outcomes",
        _C.NEED_OUTCOMES,
        row_words.tell_need_outcome,
        ("outcome", "evidence"),
        _has("outcome"),
    ),
    _repeating("checks", _C.CHECKS, row_words.tell_check, ("name", "result"), _has("back")),
    _repeating("facts", _C.FACTS, row_words.tell_fact, (), _has("says")),
    _repeating(
        "signposts", _C.SIGNPOSTS, row_words.tell_plainly, ("service", "detail"), _has("service")
    ),
)
