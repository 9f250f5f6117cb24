"""A form as it is read on the case page: its answers in words, section by section."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ehdesk.authority.pack import Pack
from ehdesk.desk import Desk
from ehdesk.domain.case import Case, Record
from ehdesk.forms.load import form_of
from ehdesk.forms.spec import Form


@dataclass(frozen=True)
class ReadAnswer:
    """One answered question. ``value`` is as the form keeps it, ``lines`` say it in words."""

    key: str
    label: str
    kind: str
    lines: tuple[str, ...]
    value: Any
    voice: bool


@dataclass(frozen=True)
class ReadSection:
    """The answered questions of one section."""

    key: str
    title: str
    answers: tuple[ReadAnswer, ...]


def read_finished(record: Record, pack: Pack) -> tuple[ReadSection, ...]:
    """What a finished form said on the day it was finished."""
    if record.frozen is None:
        return ()
    form = form_of(pack.forms, record.form, record.form_version)
    return tuple(
        _section(
            form,
            section["key"],
            section["title"],
            {answer["key"]: (answer["lines"], answer["value"]) for answer in section["answers"]},
        )
        for section in record.frozen["sections"]
    )


def read_draft(record: Record, case: Case, desk: Desk) -> tuple[ReadSection, ...]:
    """What a form that is still being filled in says by now."""
    told = desk.told.case(case.id)
    place = [known.id for known in case.records].index(record.id)
    mine = told["forms"][place]
    form = form_of(desk.pack.forms, record.form, record.form_version)
    return tuple(
        _section(
            form,
            section["key"],
            section["title"],
            {
                answer["field_key"]: (answer["lines"], mine["values"].get(answer["field_key"]))
                for answer in section["answers"]
                if answer["answered"]
            },
        )
        for section in mine["sections"]
    )


def _section(
    form: Form, key: str, title: str, said: Mapping[str, tuple[list[str], Any]]
) -> ReadSection:
    fields = {field.key: field for field in form.section(key).fields}
    return ReadSection(
        key,
        title,
        tuple(
            ReadAnswer(
                question,
                fields[question].short_label,
                fields[question].kind,
                tuple(lines),
                value,
                fields[question].voice or fields[question].kind == "voices",
            )
            for question, (lines, value) in said.items()
            if lines and question in fields
        ),
    )
