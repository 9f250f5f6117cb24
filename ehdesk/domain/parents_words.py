"""The newest words of a parent or carer that the record holds.

Which answers those are is said by the forms, with ``tells: parents_view``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case

NOBODY_NAMED = "Parents and carers"


def parents_words(case: Case, pack: Pack) -> tuple[str, str] | None:
    """What was said and who said it, ``("I want one answer.", "Carly, Mum")``; None where nothing
    is written down. What is still being written does not count."""
    asks: dict[str, list[str]] = {}
    for form in pack.forms:
        keys = [field.key for field in form.fields() if field.tells == "parents_view"]
        asks.setdefault(form.code, []).extend(keys)
    finished = [record for record in case.records if record.finished_at is not None]
    for record in sorted(finished, key=lambda one: str(one.finished_at), reverse=True):
        for key in asks.get(record.form, ()):
            found = _said(record.answers.get(key), case)
            if found is not None:
                return found
    return None


def _said(answer: Any, case: Case) -> tuple[str, str] | None:
    if isinstance(answer, str):
        words = " ".join(answer.split())
        return (words, NOBODY_NAMED) if words else None
    rows = answer if isinstance(answer, list) else []
    for row in reversed(rows):
        if isinstance(row, Mapping) and str(row.get("words") or "").strip():
            return " ".join(str(row["words"]).split()), _called(str(row.get("who") or ""), case)
    return None


def _called(key: str, case: Case) -> str:
    person = next((one for one in case.people if str(one.id) == key), None)
    if person is None:
        return NOBODY_NAMED
    return ", ".join(part for part in (person.first_name, person.relationship) if part)
