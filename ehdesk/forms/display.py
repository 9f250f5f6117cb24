"""Answers in words: Check your answers, the command line, papers, and the frozen copy."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ehdesk.forms.answers import FormAnswers
from ehdesk.forms.run_time_options import Given
from ehdesk.forms.spec import Form, Value
from ehdesk.forms.told_rows import ToldRow, as_kept, from_kept, told_rows


@dataclass(frozen=True)
class Answer:
    """One question with its answer. ``lines`` is empty when there is no answer.

    ``label`` is the short one of Check your answers, ``question`` the question in full; ``rows``
    tells a repeating answer cell by cell, ``blocks`` in the lines of ``lines``, row by row. A
    finished form's copy keeps no blocks.
    """

    field_key: str
    label: str
    lines: tuple[str, ...]
    answered: bool
    required_missing: bool
    voice: bool = False
    question: str = ""
    kind: str = ""
    bind: str = ""
    private: bool = False
    rows: tuple[ToldRow, ...] = ()
    blocks: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class SectionAnswers:
    """The answers of one section that is shown."""

    key: str
    title: str
    answers: tuple[Answer, ...]


def answers_shown(answers: FormAnswers) -> tuple[SectionAnswers, ...]:
    """Every question that is shown, section by section, with its answer in words."""
    return tuple(
        SectionAnswers(
            section.key,
            section.title,
            tuple(
                Answer(
                    field.key,
                    field.short_label,
                    answers.lines(field.key),
                    answers.is_answered(field.key),
                    answers.is_required(field.key) and not answers.is_answered(field.key),
                    field.voice or field.kind == "voices",
                    field.label,
                    field.kind,
                    field.bind,
                    field.private,
                    told_rows(field, answers.value(field.key), answers.words),
                    answers.blocks(field.key),
                )
                for field in answers.fields(section.key)
            ),
        )
        for section in answers.sections()
    )


def frozen(
    form: Form, values: Mapping[str, Value], options: Given, facts: Mapping[str, int] | None = None
) -> dict[str, Any]:
    """Everything the form says at this moment, to be kept for good: questions in full, answers as
    kept and in words, and in ``sha256`` the hash of all the rest as `canonical` writes it.

    Dates are in full, so the copy does not depend on the day it is made, and it can be read
    without the form (`as_finished`): a pack may have dropped that version by then.
    """
    answers = FormAnswers(form, values, options, today=date.min, facts=facts)
    copy: dict[str, Any] = {
        "form": form.code,
        "version": form.version,
        "title": form.title,
        "source": form.source,
        "signatures": list(form.signatures),
        "sections": [
            {
                "key": section.key,
                "title": section.title,
                "answers": [
                    {
                        "key": field.key,
                        "label": field.label,
                        "short": field.short_label,
                        "kind": field.kind,
                        "bind": field.bind,
                        "voice": field.voice or field.kind == "voices",
                        "private": field.private,
                        "value": answers.value(field.key),
                        "lines": list(answers.lines(field.key)),
                        "rows": as_kept(told_rows(field, answers.value(field.key), answers.words)),
                    }
                    for field in answers.fields(section.key)
                ],
            }
            for section in answers.sections()
        ],
    }
    return copy | {"sha256": _hash(copy)}


def as_finished(copy: Mapping[str, Any]) -> tuple[SectionAnswers, ...]:
    """What a finished form says, from its frozen copy alone."""
    return tuple(
        SectionAnswers(
            section["key"],
            section["title"],
            tuple(
                Answer(
                    field_key=answer["key"],
                    label=answer["short"],
                    lines=tuple(answer["lines"]),
                    answered=bool(answer["lines"]),
                    required_missing=False,
                    voice=answer["voice"],
                    question=answer["label"],
                    kind=answer["kind"],
                    bind=answer["bind"],
                    private=answer["private"],
                    rows=from_kept(answer["rows"]),
                )
                for answer in section["answers"]
            ),
        )
        for section in copy["sections"]
    )


def is_intact(copy: Mapping[str, Any]) -> bool:
    """Whether a frozen copy still has the hash it was made with."""
    rest = {key: value for key, value in copy.items() if key != "sha256"}
    return bool(copy.get("sha256") == _hash(rest))


def canonical(data: Mapping[str, Any]) -> bytes:
    """The one way these data are written as JSON: keys sorted, no spaces, UTF-8."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8")


def fingerprint(data: bytes) -> str:
    """The SHA-256 of these bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _hash(data: Mapping[str, Any]) -> str:
    return fingerprint(canonical(data))
