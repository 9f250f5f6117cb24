"""Answers for any form: one right set for each, and hypothesis strategies for all others."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

import resources
from ehdesk.forms import kinds
from ehdesk.forms.answers import FormAnswers
from ehdesk.forms.code_lists import list_files
from ehdesk.forms.names import OPTION_SOURCES
from ehdesk.forms.spec import Field, Form, Option, Row, Value
from tests.packs_in import leicester

TODAY = date(2026, 11, 17)

FORMS_FOLDER = Path(resources.FOLDER) / "authority" / "leicester" / "forms"

Options = dict[str, tuple[Option, ...]]


def shipped_forms() -> tuple[Form, ...]:
    return leicester().forms


def sample_options() -> Options:
    """Two invented choices for every list a form may take."""
    options: Options = {
        source: (Option(f"{source}_1", f"{source} one"), Option(f"{source}_2", f"{source} two"))
        for source in (*OPTION_SOURCES, *list_files(FORMS_FOLDER.parent))
    }
    routes = (Option("twelve_weeks", "12 weeks"), Option("eha", "Assessment"))
    return options | {"routes": routes}


def sample_values(
    form: Form,
    today: date = TODAY,
    options: Options | None = None,
    facts: Mapping[str, int] | None = None,
) -> dict[str, Value]:
    """The same answers each time, to every question that is shown, with nothing left to fix.

    Yes to everything but harm; the first option of every choice; today for every date.
    """
    lists = sample_options() if options is None else options
    answers = FormAnswers(form, {}, lists, today=today, facts=facts)
    picks = random.Random(f"{form.code} {form.version}")  # noqa: S311 - for row ids only
    for _ in range(2):  # people are asked for after the first question that chooses one of them
        for field in form.fields():
            if answers.is_shown(field.key) and not answers.is_answered(field.key):
                answers.put(field.key, _sample(field, answers, today, picks))
    return {key: answers.value(key) for key in answers.values() if answers.is_shown(key)}


def _sample(field: Field, answers: FormAnswers, today: date, picks: random.Random) -> Value:
    checks = {check.name for check in field.checks}
    choices = [option.value for option in answers.choices(field.key)]
    match field.kind:
        case "short_text" if "postcode" in checks:
            return "LE3 0AA"
        case "short_text" if "phone" in checks:
            return "0116 496 0123"
        case "short_text" if "email" in checks:
            return "someone@school.example"
        case "yes_no":
            return "no" if field.safeguarding else "yes"
        case "choice":
            return choices[0] if choices else ""
        case "choices":
            return choices[:1]
        case "number":
            return 3
        case "scale":
            return 6
        case "time":
            return "10:20" if "time_after" in checks else "09:20"
        case "date":
            return today.isoformat()
        case "short_text" | "long_text":
            return f"Invented answer to “{field.label}”"
    return [_sample_row(field, answers, today, picks, first=n == 0) for n in range(2)]


def _sample_row(
    field: Field, answers: FormAnswers, today: date, picks: random.Random, *, first: bool
) -> Row:
    row: Row = {"id": str(UUID(int=picks.getrandbits(128), version=4))}
    for column in kinds.columns(field):
        inner = column.kind == "rows"
        row[column.key] = (
            [_sample_row(column, answers, today, picks, first=True)]
            if inner
            else _sample_cell(column, answers, today, first=first)
        )
    return row | {"id": row["area"]} if field.kind == "areas" else row


RIGHT: dict[str, str] = {
    "upn": "Z856200015001",
    "nhs_number": "943 476 5870",
    "uln": "1234567890",
    "la_id": "LA12345",
    "postcode": "LE3 0AA",
    "due_date": "",
}
"""Columns that are checked: numbers right in their form; nobody is born and expected at once."""


def _sample_cell(column: Field, answers: FormAnswers, today: date, *, first: bool) -> Any:
    if column.key in RIGHT:
        return RIGHT[column.key]
    choices = [option.value for option in answers.words.choices(column)]
    values = {
        "tick": False,
        "date": "2018-06-02" if column.key == "date_of_birth" else today.isoformat(),
        "scale": 6,
        "number": 3,
        "yes_no": "yes",
        "choices": choices[:1] if first else choices[-1:],
        "choice": (choices[0] if first else choices[-1]) if choices else "",
    }
    return values.get(column.kind, f"Invented {column.label.lower()} {'one' if first else 'two'}")


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=60)


def any_value(field: Field) -> st.SearchStrategy[Any]:
    """Anything that a screen could hand over for a question, sensible or not."""
    columns = kinds.columns(field)
    if columns or field.kind == "rows":
        return st.lists(any_row(columns), max_size=3, unique_by=lambda row: row["id"])
    match field.kind:
        case "tick":
            return st.booleans()
        case "number" | "scale":
            return st.none() | st.integers(0, 10) | TEXTS
        case "choices":
            return st.lists(_choice(field), max_size=4)
        case "choice" | "yes_no":
            return _choice(field)
        case "date":
            return st.dates().map(date.isoformat) | TEXTS
        case "time":
            return st.times().map(lambda time: time.strftime("%H:%M")) | TEXTS
    return TEXTS


def _choice(field: Field) -> st.SearchStrategy[str]:
    known = [option.value for option in field.options] or ["yes", "no"]
    return st.sampled_from(["", *known]) | TEXTS


def any_row(columns: tuple[Field, ...]) -> st.SearchStrategy[Row]:
    return st.fixed_dictionaries(
        {"id": st.uuids().map(str)} | {column.key: any_value(column) for column in columns}
    )


def any_answers(form: Form) -> st.SearchStrategy[dict[str, Any]]:
    """Any answers to any of the questions of a form."""
    return st.fixed_dictionaries({}, optional={f.key: any_value(f) for f in form.fields()})
