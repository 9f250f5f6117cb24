"""The line under a section's name in the rail: "Signed 13 Nov", "4 of 7 areas"."""

from __future__ import annotations

import re
from typing import Final

from ehdesk.forms import kinds
from ehdesk.forms.answers import FormAnswers
from ehdesk.forms.checks import iso_date
from ehdesk.forms.spec import DoneLine, Field, Row, Section
from ehdesk.kernel.dates import say_day_month

PLACE: Final = re.compile(r"\{([^{}:]*)(?::([^{}|]*)(?:\|([^{}|]*)\|([^{}|]*))?)?\}")


class BadDoneLine(ValueError):
    """A place between braces cannot be filled; the text says why."""


def check_place(field: Field, how: str) -> None:
    """See that ``{field:how}`` can be filled.

    :raises BadDoneLine: with words that say why not.
    """
    kind = kinds.KINDS[field.kind]
    if not how:
        return
    if not kind.repeats and not (how == "count" and field.kind == "choices"):
        raise BadDoneLine(f"{field.key} is one answer and cannot be counted")
    column, equals, _ = how.partition("=")
    if how not in ("count", "done") and not equals:
        raise BadDoneLine(f"use count, done or column=value, not “{how}”")
    if equals and column not in {c.key for c in kinds.columns(field)}:
        raise BadDoneLine(f"{field.key} has no column “{column}”")


def done_line(section: Section, answers: FormAnswers) -> str:
    """The first line of the section whose questions are all answered; empty when there is none."""
    for line in section.done_lines:
        text = _filled(line, answers)
        if text:
            return text
    return ""


def _filled(line: DoneLine, answers: FormAnswers) -> str:
    places = list(PLACE.finditer(line.text))
    keys = [place[1] for place in places]
    if not answers.is_true(line.when):
        return ""
    if not all(answers.is_shown(key) and answers.value(key) for key in keys):
        return ""
    return PLACE.sub(lambda place: _fill(place, answers), line.text)


def _fill(place: re.Match[str], answers: FormAnswers) -> str:
    key, how, one, many = place[1], place[2], place[3], place[4]
    value, field = answers.value(key), answers.form.field(key)
    if how and isinstance(value, list):
        count = sum(1 for row in value if _counts(row, field, how))
        return f"{count} {one if count == 1 else many}" if one else str(count)
    day = iso_date(value) if field.kind == "date" else None
    return say_day_month(day, answers.today) if day else ", ".join(answers.lines(key))


def _counts(row: Row | str, field: Field, how: str) -> bool:
    if how == "count" or isinstance(row, str):
        return True
    if how == "done":
        is_done = kinds.KINDS[field.kind].is_done
        return is_done is not None and is_done(row)
    column, _, wanted = how.partition("=")
    return bool(row.get(column) == wanted)
