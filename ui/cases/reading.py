"""A form as it is read on the case page: its answers in words, section by section."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed, may
from ehdesk.domain.case import Case
from ehdesk.domain.confidential import patterns_of, scrubbed_plain
from ehdesk.domain.records import Record
from ehdesk.forms.display import as_finished
from ehdesk.forms.spec import Field, Form


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


def read_record(record: Record, case: Case, desk: Desk) -> tuple[ReadSection, ...]:
    """What a form says by now, or said on the day it was finished, in the version of that day;
    without confidential addresses for whoever may not see them."""
    if record.finished_at is None:
        return _of_draft(record, case, desk)
    if record.frozen is None:
        return ()
    copy = record.frozen
    if not may(desk.user.access, Deed.SEE_CONFIDENTIAL):
        copy = scrubbed_plain(copy, patterns_of(case, as_finished(copy)))
    return _of_copy(copy, desk.forms.form_of(record))


def _of_draft(record: Record, case: Case, desk: Desk) -> tuple[ReadSection, ...]:
    told = desk.told.case(case.id)
    place = [known.id for known in case.records].index(record.id)
    mine = told["forms"][place]
    fields = {field.key: field for field in desk.forms.form_of(record).fields()}
    return tuple(
        ReadSection(
            section["key"],
            section["title"],
            tuple(
                ReadAnswer(
                    answer["field_key"],
                    answer["label"],
                    fields[answer["field_key"]].kind,
                    tuple(answer["lines"]),
                    mine["values"].get(answer["field_key"]),
                    answer["voice"],
                )
                for answer in section["answers"]
                if answer["answered"] and answer["lines"]
            ),
        )
        for section in mine["sections"]
    )


def _of_copy(copy: Mapping[str, Any], form: Form) -> tuple[ReadSection, ...]:
    """The frozen words; the form gives only short labels and says which are somebody's own."""
    fields = {field.key: field for field in form.fields()}
    return tuple(
        ReadSection(
            section["key"],
            section["title"],
            tuple(
                _answer(answer, fields.get(answer["key"]))
                for answer in section["answers"]
                if answer["lines"]
            ),
        )
        for section in copy["sections"]
    )


def _answer(said: Mapping[str, Any], field: Field | None) -> ReadAnswer:
    return ReadAnswer(
        said["key"],
        field.short_label if field else said["label"],
        said["kind"],
        tuple(said["lines"]),
        said["value"],
        (field is not None and field.voice) or said["kind"] == "voices",
    )
