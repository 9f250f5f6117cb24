"""Who changed what: every field, chained, with typing joined but nothing lost."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Executable, delete, insert, select, update

from ehdesk.kernel.clock import SetClock
from ehdesk.store.chain import as_json, from_json, verify_chain
from ehdesk.store.engine import writing
from ehdesk.store.folder import OpenStore
from ehdesk.store.history import adds_to
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.forms import FormRecordRow
from ehdesk.store.tables.history import HistoryRow
from ehdesk.store.tables.people import FamilyRow, PersonRow
from ehdesk.store.unit_of_work import UnitOfWork
from tests.store.conftest import add_family, work_in

ROWS = HistoryRow.__table__


def history(store: OpenStore, after: int = 0) -> list[Any]:
    with store.engine.connect() as connection:
        query = select(ROWS).where(ROWS.c.number > after).order_by(ROWS.c.number)
        return list(connection.execute(query))


def said(store: OpenStore, after: int = 0) -> list[tuple[str, Any, Any]]:
    return [
        (row.field, row.old and from_json(row.old), row.new and from_json(row.new))
        for row in history(store, after)
    ]


def problems(store: OpenStore) -> list[str]:
    with store.engine.connect() as connection:
        return verify_chain(connection)


def name_child(uow: UnitOfWork, child: UUID, *names: str, operation: str = "Edit people") -> None:
    for name in names:
        with uow(operation) as session:
            person = session.get_one(PersonRow, child)
            person.given_name = name


def test_a_new_row_is_one_entry_with_all_it_says(store: OpenStore, uow: UnitOfWork) -> None:
    family, child, case = add_family(uow)
    rows = history(store)
    assert [row.table_name for row in rows] == ["users", "families", "persons", "cases"]
    assert {row.operation for row in rows} == {"Start a request"}
    assert len({row.operation_id for row in rows}) == 1
    person = rows[2]
    assert (person.row_id, person.field, person.old) == (str(child), "", None)
    assert from_json(person.new)["given_name"] == "Pip"
    assert from_json(person.new)["family_id"] == str(family)
    assert rows[3].case_id == case, "a case belongs to itself"


def test_a_change_is_one_entry_a_field_with_old_and_new(store: OpenStore, uow: UnitOfWork) -> None:
    _family, child, _case = add_family(uow)
    before = len(history(store))
    with uow("Edit people") as session:
        person = session.get_one(PersonRow, child)
        person.given_name, person.school, person.phone = "Pippin", "Larkmoor", ""
    assert sorted(said(store, before)) == [
        ("given_name", "Pip", "Pippin"),
        ("school", "", "Larkmoor"),
    ]
    entry = history(store)[-1]
    assert (entry.user_id, entry.operation) == (uow.user_id, "Edit people")


def test_a_value_nobody_looked_at_before_setting_it_has_its_old_value(
    store: OpenStore, uow: UnitOfWork
) -> None:
    _family, child, _case = add_family(uow)
    before = len(history(store))
    with uow("Edit people") as session:
        person = session.get_one(PersonRow, child)
        session.expire(person)
        person.given_name = "Juniper"
    assert said(store, before) == [("given_name", "Pip", "Juniper")]


def test_a_removed_row_leaves_all_it_said(store: OpenStore, uow: UnitOfWork) -> None:
    _family, child, _case = add_family(uow)
    with uow("Remove a person") as session:
        session.delete(session.get_one(PersonRow, child))
    entry = history(store)[-1]
    assert (entry.field, entry.new, entry.row_id) == ("", None, str(child))
    assert from_json(entry.old)["given_name"] == "Pip"


def test_answers_are_compared_key_by_key(
    store: OpenStore, uow: UnitOfWork, clock: SetClock
) -> None:
    _family, _child, case = add_family(uow)
    with uow("Begin a form") as session:
        form = FormRecordRow(
            case_id=case,
            form="request",
            form_version=1,
            answers={"reason": "Mornings", "kept": [1, 2], "gone": "x"},
            started_at=clock.now(),
            started_by=uow.user_id,
            saved_at=clock.now(),
        )
        session.add(form)
    before = len(history(store))
    with uow("Fill in the request") as session:
        row = session.get_one(FormRecordRow, form.id)
        row.answers = {"reason": "Bedtimes", "kept": [1, 2], "more": {"a": True}}
    assert said(store, before) == [
        ("answers.gone", "x", None),
        ("answers.more", None, {"a": True}),
        ("answers.reason", "Mornings", "Bedtimes"),
    ]
    assert {row.case_id for row in history(store, before)} == {case}


def test_setting_the_same_value_and_version_counters_leave_no_trace(
    store: OpenStore, uow: UnitOfWork
) -> None:
    _family, child, case = add_family(uow)
    before = len(history(store))
    with uow("Edit people") as session:
        session.get_one(PersonRow, child).given_name = "Pip"
        session.get_one(CaseRow, case).worker = "Lark Sample"
    assert said(store, before) == [("worker", "", "Lark Sample")]


def test_typing_on_in_one_field_is_one_entry_from_first_to_last(
    store: OpenStore, uow: UnitOfWork, clock: SetClock
) -> None:
    _family, child, _case = add_family(uow)
    before = len(history(store))
    for name in ("Pippi", "Pippin", "Pip and Pippin"):
        clock.move_to(clock.now() + timedelta(seconds=90))
        name_child(uow, child, name)
    assert said(store, before) == [("given_name", "Pip", "Pip and Pippin")]
    assert history(store)[-1].at == clock.now()
    assert problems(store) == []


@pytest.mark.parametrize("why", ["a pause", "another user", "another act", "something taken out"])
def test_typing_is_not_joined_over(
    why: str, store: OpenStore, uow: UnitOfWork, clock: SetClock
) -> None:
    _family, child, _case = add_family(uow)
    before = len(history(store))
    name_child(uow, child, "Pippi")
    if why == "a pause":
        clock.move_to(clock.now() + timedelta(minutes=2, seconds=1))
    if why == "another user":
        uow.user_id = uuid4()
    last = "Pip" if why == "something taken out" else "Pippin"
    name_child(uow, child, last, operation="Undo" if why == "another act" else "Edit people")
    assert said(store, before) == [("given_name", "Pip", "Pippi"), ("given_name", "Pippi", last)]


def test_typing_is_not_joined_when_anything_came_between(store: OpenStore, uow: UnitOfWork) -> None:
    _family, child, case = add_family(uow)
    before = len(history(store))
    name_child(uow, child, "Pippi")
    with uow("Edit people") as session:
        session.get_one(CaseRow, case).worker = "Lark Sample"
    name_child(uow, child, "Pippin")
    assert [field for field, _old, _new in said(store, before)] == [
        "given_name",
        "worker",
        "given_name",
    ]


def test_what_is_rolled_back_leaves_no_history(store: OpenStore, uow: UnitOfWork) -> None:
    _family, child, _case = add_family(uow)
    before = history(store)

    def change_my_mind() -> None:
        with uow("Edit people") as session:
            session.get_one(PersonRow, child).given_name = "Juniper"
            session.flush()
            raise ValueError("changed my mind")

    with pytest.raises(ValueError, match="changed my mind"):
        change_my_mind()
    assert history(store) == before


@pytest.mark.parametrize(
    "statement",
    [
        update(PersonRow).values(given_name="Juniper"),
        delete(PersonRow),
        insert(PersonRow).values(given_name="Juniper"),
        update(PersonRow.__table__).values(given_name="Juniper"),  # type: ignore[arg-type]
    ],
)
def test_bulk_changes_past_the_history_are_refused(uow: UnitOfWork, statement: Executable) -> None:
    with uow("Tidy") as session, pytest.raises(RuntimeError, match="one by one"):
        session.execute(statement)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE history SET new = '\"Juniper\"' WHERE number = 3", "entry 3 of 5 was altered"),
        ("UPDATE history SET user_id = operation_id WHERE number = 5", "entry 5 of 5 was altered"),
        ("DELETE FROM history WHERE number = 2", "entry 2 is missing"),
        ("DELETE FROM history WHERE number IN (2, 3)", "entry 2 to 3 is missing"),
        ("DELETE FROM history WHERE number = 1", "entry 1 is missing"),
    ],
)
def test_tampering_with_the_history_shows(
    store: OpenStore, uow: UnitOfWork, statement: str, words: str
) -> None:
    _family, child, _case = add_family(uow)
    name_child(uow, child, "Juniper")
    assert problems(store) == []
    with writing(store.engine).begin() as connection:
        connection.exec_driver_sql(statement)
    assert any(words in problem for problem in problems(store)), problems(store)


def test_an_entry_that_was_rewritten_with_its_own_hash_breaks_the_chain(
    store: OpenStore, uow: UnitOfWork
) -> None:
    from dataclasses import replace

    from ehdesk.store.chain import Entry

    add_family(uow)
    with writing(store.engine).begin() as connection:
        row = connection.execute(select(ROWS).where(ROWS.c.number == 2)).mappings().one()
        forged = replace(Entry.of(row), operation="Nothing happened").values()
        connection.execute(update(ROWS).where(ROWS.c.number == 2).values(**forged))  # type: ignore[arg-type]
    assert problems(store) == ["History: entry 3 does not follow the one before it."]


texts = st.text(alphabet="ab \n", max_size=6)


@given(st.lists(texts, min_size=1, max_size=12))
def test_every_text_that_was_joined_is_still_inside_the_one_that_is_kept(saved: list[str]) -> None:
    """What adds_to allows to be rewritten can be read back: each text is a start and an end."""
    kept = saved[0]
    for text in saved[1:]:
        if adds_to(kept, text):
            assert any(
                text.startswith(kept[:cut]) and text.endswith(kept[cut:]) and len(text) >= len(kept)
                for cut in range(len(kept) + 1)
            )
        kept = text


@given(texts, texts, texts)
def test_putting_text_in_anywhere_counts_as_typing_on(start: str, put_in: str, end: str) -> None:
    assert adds_to(start + end, start + put_in + end)


@given(texts, texts)
def test_taking_text_out_never_does(before: str, after: str) -> None:
    if len(after) < len(before):
        assert not adds_to(before, after)


values = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@given(values, values)
def test_rows_of_answers_are_joined_only_when_all_of_them_is_still_there(
    before: Any, after: Any
) -> None:
    def leaves(value: Any) -> list[Any]:
        inner = value.values() if isinstance(value, dict) else value
        if isinstance(value, dict | list):
            return [leaf for part in inner for leaf in leaves(part)]
        return [value]

    assert adds_to(before, before)
    if adds_to(before, after):
        kept = leaves(after)
        assert all(any(adds_to(leaf, one) for one in kept) for leaf in leaves(before))
        assert len(leaves(after)) >= len(leaves(before))


@given(values)
def test_the_text_of_a_value_is_always_the_same_and_reads_back(value: Any) -> None:
    assert from_json(as_json(value)) == value
    assert as_json(from_json(as_json(value))) == as_json(value)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(saved=st.lists(texts, min_size=1, max_size=10))
def test_nothing_that_was_ever_saved_is_lost_from_the_history(
    store: OpenStore, clock: SetClock, saved: list[str]
) -> None:
    uow = work_in(store, clock)
    with uow("Start") as session:
        family = FamilyRow(name="")
        session.add(family)
    for text in saved:
        with uow("Type") as session:
            session.get_one(FamilyRow, family.id).contact_note = text
    chain = ["", *(new for field, _old, new in said(store) if field == "contact_note")]
    entries = [row for row in history(store) if row.row_id == str(family.id) and row.field]
    for earlier, later in pairwise(entries):
        assert earlier.new == later.old, "each entry goes on where the one before it ended"
    if entries:
        assert from_json(entries[-1].new) == saved[-1]
    for text in saved:
        assert any(is_inside(text, kept) for kept in chain)
    assert problems(store) == []


def is_inside(text: str, kept: str) -> bool:
    """Whether all of ``text`` is in ``kept``, in order, with only more put in between."""
    rest = iter(kept)
    return all(character in rest for character in text)
