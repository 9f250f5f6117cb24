"""From the request to the closed case, nobody types a person, an address or a professional twice.

A made-up family is walked through every form on the way. Each form is looked at as it opens: what
it asks of the record has to be there. Then only what is still empty is filled in, and each text is
held against all that the record knew by then: what it knew is picked from a list, never typed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from ehdesk.demo.families import STORIES
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.domain.pathway import State
from ehdesk.forms import kinds
from ehdesk.forms.answers import FormAnswers
from ehdesk.forms.spec import Field
from ehdesk.kernel.clock import SetClock
from ehdesk.services.forms import OpenForm
from tests.desks import TODAY

PICKED = {
    ("plan", "who"): "everyone",
    ("areas", "name"): "everyone",
}
"""Columns whose editors have lists of names of their own (`ui/fields/action_form.py`,
`ui/fields/score_rows.py`), by the kind of question and the column."""


def _facts(case: Case) -> set[str]:
    """Everything that the record says of people, addresses and professionals, as it is written."""
    said: list[str] = [case.family.address, case.family.postcode]
    for person in case.people:
        said += [person.full_name, person.phone, person.email, person.school, person.gp]
    for home in case.homes:
        said += [home.address, home.postcode]
    for one in case.professionals:
        said += [one.name, one.agency, one.phone, one.email, one.address]
    return {_plain(text) for text in said if text.strip()}


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


Written = tuple[str, str]
"""A text, and the list whose names are offered where it is written, if any is."""


def _written(question: Field, value: Any) -> Counter[Written]:
    """The texts that an answer holds, without its keys, numbers and choices."""
    found: list[Written] = []
    if question.kind in ("short_text", "long_text") and isinstance(value, str):
        found.append((value, question.offers))
    for row in value if isinstance(value, list) else ():
        if isinstance(row, dict):
            found += _in_row(question.kind, kinds.columns(question), row)
    return Counter(found)


def _in_row(kind: str, columns: tuple[Field, ...], row: Mapping[str, Any]) -> Iterator[Written]:
    for column in columns:
        value = row.get(column.key)
        if column.kind in ("short_text", "long_text") and value:
            yield str(value), column.offers or PICKED.get((kind, column.key), "")
        for inner in value if column.kind == "rows" and value else ():
            yield from _in_row(kind, column.fields, inner)


@dataclass
class Walk:
    """What the way showed: the forms in order, how many facts were there already and which were
    not, how many texts were typed and picked, and what was typed though the record knew it."""

    opened: list[str] = field(default_factory=list)
    there: int = 0
    missing: list[str] = field(default_factory=list)
    typed: int = 0
    picked: int = 0
    again: list[str] = field(default_factory=list)


class OnlyWhatIsEmpty(Journey):
    """Fills a form as somebody who leaves alone what is there already."""

    def __init__(self, desk: Desk, clock: SetClock, walk: Walk) -> None:
        super().__init__(desk, clock, TODAY, STORIES[2])
        self._store = desk
        self._walk = walk

    def save(self, record: UUID, answers: Mapping[str, Any], *, done: int | None = None) -> None:
        opened, walk = self._store.forms.open(record), self._walk
        case = self._store.cases.get(opened.case_id)
        if opened.form.code not in walk.opened:
            walk.opened.append(opened.form.code)
            self._look(opened, case)
        known = _facts(case)
        today = self._store.clock.today()
        form = FormAnswers(opened.form, opened.values, opened.options, today=today)
        for question in opened.form.fields():
            new = _written(question, answers.get(question.key)) - _written(
                question, opened.values[question.key]
            )
            for text, offers in new:
                if _plain(text) in {_plain(name) for name in _names(form, offers)}:
                    walk.picked += 1
                    continue
                walk.typed += 1
                if _plain(text) in known:
                    walk.again.append(f"{question.key}: {text}")
        super().save(record, answers, done=done)

    def _look(self, opened: OpenForm, case: Case) -> None:
        """Everything of the record that this form asks is in its answers already."""
        for question in opened.form.fields():
            asked = set(_asked(question, case))
            value = opened.values[question.key]
            rows = value if isinstance(value, list) else []
            there = {row["id"] for row in rows if isinstance(row, dict)} or {str(value)}
            self._walk.there += len(asked & there)
            self._walk.missing += [f"{question.key}: {one}" for one in sorted(asked - there)]


def _names(form: FormAnswers, offers: str) -> list[str]:
    return [option.label.partition(" (")[0] for option in form.options_of(offers)]


def _asked(question: Field, case: Case) -> Iterator[str]:
    """What the answer to a bound question has to hold, from the record itself."""
    family = {"name": case.family.name, "address": case.family.address}
    family["postcode"] = case.family.postcode
    rows = {"people": case.people, "professionals": case.professionals, "homes": case.homes}
    whole, _, part = question.bind.partition(".")
    if question.bind in rows:
        yield from (str(one.id) for one in rows[question.bind])
    elif whole == "family" and family.get(part):
        yield family[part]
    elif question.bind == "asker.name" and case.asker:
        yield case.asker


def test_no_person_address_or_professional_is_typed_twice_on_the_way(desk: Desk) -> None:
    walk, clock = Walk(), desk.clock
    assert isinstance(clock, SetClock)
    go = OnlyWhatIsEmpty(desk, clock, walk)
    go.send(220)
    go.decide(216, "eha")
    go.assess(200)
    for form in ("consent", "hub_proforma"):
        go.save(desk.case_forms.start(go.case_id, form), {})
    go.first_taf(180)
    go.contact(170, "call", "All well.")
    go.review(95, up=0)
    go.refer_to_panel(60)
    go.panel_decides(46, "susd")
    go.close(0)
    assert go.case.state is State.CLOSED
    forms = (
        "request decision hub_decision eha consent hub_proforma taf_meeting contact review masp "
        "panel closure"
    )
    assert walk.opened == forms.split()
    assert walk.there > 15
    assert walk.typed > 150
    assert walk.missing == []
    assert walk.again == [], f"{len(walk.again)} texts were typed that the record knew"
