"""Undo and redo of the answers of a form."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ehdesk.forms.session import FormSession
from ehdesk.forms.spec import Field, Form, Section
from ehdesk.forms.undoing import REMEMBERED, Change, Undoing

FORM = Form(
    "tiny",
    1,
    "Tiny",
    (
        Section(
            "one",
            "One",
            "One",
            (
                Field("one.story", "Story", "long_text"),
                Field("one.name", "Name", "short_text"),
                Field("one.late", "Late", "yes_no"),
                Field("one.steps", "Steps", "rows", fields=(Field("what", "What", "long_text"),)),
            ),
        ),
    ),
    "The tests.",
)


def a_session() -> FormSession:
    return FormSession(FORM, {}, {}, date(2026, 11, 17))


def type_(session: FormSession, key: str, text: str) -> None:
    start = str(session.value(key))
    for end in range(1, len(text) + 1):
        session.set(key, start + text[:end])


def test_letters_typed_one_after_another_are_one_change() -> None:
    session = a_session()
    type_(session, "one.story", "Late most days")
    assert session.undo() is not None
    assert session.value("one.story") == ""
    assert session.undo() is None
    session.redo()
    assert session.value("one.story") == "Late most days"


def test_a_pause_a_new_sentence_and_a_new_line_begin_a_change() -> None:
    session = a_session()
    type_(session, "one.story", "One. Two\nThree")
    session.undoing.settle()
    type_(session, "one.story", " more")
    said = []
    while session.undo():
        said.append(session.value("one.story"))
    assert said == ["One. Two\nThree", "One. Two", "One. ", ""]


def test_deleting_and_pasting_are_changes_of_their_own() -> None:
    session = a_session()
    type_(session, "one.story", "Hello")
    for end in (4, 3, 2):
        session.set("one.story", "Hello"[:end])
    session.set("one.story", "He pasted this")
    said = [session.undo() and session.value("one.story") for _ in range(3)]
    assert said == ["He", "Hello", ""]


def test_changes_come_back_across_fields_newest_first() -> None:
    session = a_session()
    type_(session, "one.name", "Isla")
    session.set("one.late", "yes")
    type_(session, "one.name", " B")
    keys = [change.key for _ in range(3) if (change := session.undo())]
    assert keys == ["one.name", "one.late", "one.name"]
    assert session.values() == a_session().values()


def test_a_new_change_ends_what_could_be_made_again() -> None:
    session = a_session()
    session.set("one.late", "yes")
    session.undo()
    session.set("one.late", "no")
    assert session.redo() is None


def test_typing_in_two_rows_is_two_changes_and_each_names_its_row() -> None:
    session = a_session()
    session.set("one.steps", [{"id": "a", "what": ""}, {"id": "b", "what": ""}])
    for text in ("x", "xy"):
        session.set("one.steps", [{"id": "a", "what": text}, {"id": "b", "what": ""}])
    session.set("one.steps", [{"id": "a", "what": "xy"}, {"id": "b", "what": "z"}])
    session.set("one.steps", [{"id": "a", "what": "xy"}])
    rows = [change.row_id for _ in range(3) if (change := session.undo())]
    assert rows == ["b", "b", "a"]
    assert session.value("one.steps") == [{"id": "a", "what": ""}, {"id": "b", "what": ""}]


def test_what_is_taken_back_is_saved_like_any_edit() -> None:
    session = a_session()
    type_(session, "one.name", "Isla")
    session.take_changes()
    session.mark_saved()
    session.undo()
    assert session.take_changes() == {"one.name": ""}


def test_only_the_last_fifty_are_remembered() -> None:
    undoing = Undoing()
    for number in range(80):
        undoing.note("one.late", number, number + 1)
    back: list[Change] = []
    while change := undoing.back():
        back.append(change)
    assert len(back) == REMEMBERED
    assert back[-1].after == 80 - REMEMBERED


ANSWERS = st.one_of(
    st.tuples(st.just("one.story"), st.text(max_size=6)),
    st.tuples(st.just("one.name"), st.text("ab ", max_size=3)),
    st.tuples(st.just("one.late"), st.sampled_from(["", "yes", "no"])),
    st.tuples(
        st.just("one.steps"),
        st.lists(st.sampled_from("abc"), unique=True).map(
            lambda ids: [{"id": one, "what": one} for one in ids]
        ),
    ),
)


@given(st.lists(ANSWERS, max_size=30))
def test_all_taken_back_is_the_beginning_and_all_made_again_the_end(changes: list) -> None:
    session = a_session()
    for key, value in changes:
        session.set(key, value)
    end = session.values()
    while session.undo():
        pass
    assert session.values() == a_session().values()
    while session.redo():
        pass
    assert session.values() == end
