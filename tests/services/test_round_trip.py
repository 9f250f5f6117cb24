"""Whatever is typed into a form is there when it is opened again, letter by letter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID, uuid5

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ehdesk.desk import Desk
from ehdesk.forms import kinds
from ehdesk.forms.spec import Field, Form
from tests.begun import Begun
from tests.desks import a_journey, new_desk
from tests.filling import FROM_THE_RECORD, SAID
from tests.forms.samples import shipped_forms

FORMS = {form.code: form for form in shipped_forms()}

WORDS = st.sampled_from(
    [
        "",
        " ",
        "Tom & Ann <b>x</b> &amp; </para>",
        "O’Neil “said” Łukasz 李雷 \U0001f600 e\u0301",
        "a\x00b\x07c\u2028d\ufeffe\u202ef",
        "line one\nline two\n\n\tline four",
        "'; DROP TABLE cases; --",
        "%_\\[]{}",
        "x" * 20_000,
    ]
)
TEXT = WORDS | st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=40)
DATES = st.dates().map(date.isoformat) | st.sampled_from(["", "31/2/26", "soon", "20260403"]) | TEXT


class _Person(int):
    """Stands for a person of the case, 0 for nobody, until it is known who is in it: what is drawn
    must not depend on what earlier examples have left in the store."""


class _Professional(int):
    """The same for a professional."""


class _Key(str):
    """Stands for the key of a row: made different for each question of each form."""

    __slots__ = ()


PERSON = st.integers(0, 9).map(_Person)
PROFESSIONAL = st.integers(0, 9).map(_Professional)


def _resolved(value: Any, people: list[str], known: list[str], place: str) -> Any:
    """The answer with everything that was stood for put in."""
    match value:
        case _Person() | _Professional():
            there = people if isinstance(value, _Person) else known
            return there[(value - 1) % len(there)] if value and there else ""
        case _Key():
            return str(uuid5(UUID(value), place))
        case dict():
            return {key: _resolved(one, people, known, place) for key, one in value.items()}
        case list() if value and all(isinstance(one, _Person | _Professional) for one in value):
            named = (_resolved(one, people, known, place) for one in value)
            return list(dict.fromkeys(name for name in named if name))
        case list():
            return [_resolved(one, people, known, place) for one in value]
    return value


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Begun]:
    desk = new_desk(tmp_path_factory.mktemp("round"))
    yield Begun(desk)
    desk.close()


def _value(field: Field, there: Any) -> st.SearchStrategy[Any]:
    """Any answer to a question. ``there``: the rows that the record gives."""
    if field.kind in FROM_THE_RECORD:
        return st.tuples(*(_said_of(field, row) for row in there)).map(list)
    if field.kind == "areas":
        codes = st.lists(st.sampled_from([row["id"] for row in there]), unique=True)
        return codes.flatmap(lambda some: _areas(field, some))
    if kinds.columns(field):
        rows = st.lists(_row(kinds.columns(field)), max_size=3, unique_by=lambda r: r["id"])
        return rows.filter(_each_action_once) if field.kind == "plan" else rows
    return _cell(field)


def _said_of(field: Field, row: dict[str, Any]) -> st.SearchStrategy[Any]:
    said = {c.key: _cell(c) for c in kinds.columns(field) if c.key in SAID[field.kind]}
    return st.fixed_dictionaries(said).map(lambda values: row | values)


def _areas(field: Field, codes: list[str]) -> st.SearchStrategy[Any]:
    def named(code: str) -> st.SearchStrategy[Any]:
        return _row(kinds.columns(field)).map(lambda row: row | {"id": code, "area": code})

    return st.tuples(*map(named, codes)).map(list)


def _each_action_once(rows: list[dict[str, Any]]) -> bool:
    keys = [action["id"] for row in rows for action in row["actions"]]
    return len(set(keys)) == len(keys)


def _row(columns: tuple[Field, ...]) -> st.SearchStrategy[dict[str, Any]]:
    key = st.uuids().map(lambda key: _Key(key))
    return st.fixed_dictionaries({"id": key} | {c.key: _cell(c) for c in columns})


def _cell(field: Field) -> st.SearchStrategy[Any]:
    if kinds.columns(field):
        return st.lists(_row(kinds.columns(field)), max_size=2, unique_by=lambda r: r["id"])
    if field.options_from in ("people", "adults", "children"):
        return st.lists(PERSON, max_size=4) if field.kind == "choices" else PERSON
    if field.options_from == "professionals":
        return st.lists(PROFESSIONAL, max_size=4) if field.kind == "choices" else PROFESSIONAL
    if field.options_from == "homes":
        return st.just("")  # a home of the same form: drawn from nothing that is kept before
    if field.key == "progress":
        return st.sampled_from([option.value for option in field.options])
    match field.kind:
        case "tick":
            return st.booleans()
        case "scale" | "number":
            return st.none() | st.integers(0, 10)
        case "choices":
            return st.lists(TEXT, max_size=3)
        case "date":
            return DATES
    return TEXT


def _kept(form: Form, answers: dict[str, Any], today: date) -> dict[str, Any]:
    return {
        field.key: kinds.normalise(field, answers[field.key], today)
        for field in form.fields()
        if field.key in answers
    }


@pytest.mark.parametrize("code", sorted(FORMS))
@given(data=st.data())
@settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.generate,),  # each example is a commit or two: making it smaller takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_every_answer_comes_back_as_it_was_given(
    filled: Begun, code: str, data: st.DataObject
) -> None:
    desk, record, form = filled.desk, filled.records[code], FORMS[code]
    before = desk.forms.open(record)
    people = [option.value for option in before.options["people"]]
    known = [option.value for option in before.options["professionals"]]
    areas = [{"id": option.value} for option in before.options["areas"]]
    drawn = data.draw(
        st.fixed_dictionaries(
            {},
            optional={
                f.key: _value(f, areas if f.kind == "areas" else before.values[f.key])
                for f in form.fields()
                if f.kind != "facts"  # what the record says is not an answer
            },
        )
    )
    answers = {
        key: _resolved(value, people, known, f"{code} {key}") for key, value in drawn.items()
    }
    desk.forms.save(record, answers, place="", steps_done=0, steps_total=1)
    after = desk.forms.open(record).values
    for key, expected in _kept(form, answers, desk.clock.today()).items():
        assert _comparable(form, key, after[key], expected) == expected, key
    for key in before.values.keys() - answers.keys():
        if not _shares_a_row(form, key, answers):
            assert after[key] == before.values[key], f"{key} was not touched"


def _comparable(form: Form, key: str, value: Any, expected: Any) -> Any:
    """Rows that an answer cannot take out are set aside: whoever asks, and areas said before. So
    are columns that this form does not ask."""
    field = next(field for field in form.fields() if field.key == key)
    if field.asks:
        asked = {"id", *field.asks}
        value = [{name: row[name] for name in row.keys() & asked} for row in value]
    if field.kind in ("professionals", "areas"):
        wanted = [row["id"] for row in expected]
        there = {row["id"]: row for row in value}
        return [there[key] for key in wanted]
    return value


def _shares_a_row(form: Form, key: str, answers: dict[str, Any]) -> bool:
    """Whether another question of the form edits the same thing of the record."""
    bind = {field.key: field.bind for field in form.fields()}
    edited = {bind[other].partition(".")[0] for other in answers}
    shared = {"professionals": "asker", "asker": "professionals", "plan": "review"}
    mine = bind[key].partition(".")[0]
    worked_out = ("closure", "needs", "record")
    return bool(mine) and (shared.get(mine) in edited or mine in worked_out)


def test_the_asker_named_after_the_list_was_opened_stays_among_the_professionals(
    desk: Desk,
) -> None:
    record = desk.requests.start()
    desk.forms.save(record, {"asking.name": "Priya Nair"}, place="", steps_done=0, steps_total=1)
    other = {"id": str(UUID(int=7)), "name": "Joanne Ellery"}
    desk.forms.save(
        record, {"support.professionals": [other]}, place="", steps_done=0, steps_total=1
    )
    case = desk.cases.get(desk.forms.open(record).case_id)
    assert {p.name for p in case.professionals} == {"Priya Nair", "Joanne Ellery"}
    assert case.asker == "Priya Nair"


def test_a_finished_form_tells_what_it_said_then_whatever_was_changed_since(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(5)
    request = go.case.finished("request")[0].id
    go.decide(4, "eha")
    go.save(desk.assessments.open(go.case_id), {"family.name": "Newname"})
    assert go.case.family.name == "Newname"
    assert desk.forms.open(request).values["family.name"] == go.family.name
    told = next(form for form in desk.told.case(go.case_id)["forms"] if form["code"] == "request")
    assert told["values"]["family.name"] == go.family.name
    words = [line for s in told["sections"] for a in s["answers"] for line in a["lines"]]
    assert go.family.name in words
    assert "Newname" not in str(told)
