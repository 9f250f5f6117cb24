"""How many words, and the hint for plain words, under a long box."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ehdesk.authority.plain_words import plain_words_of
from ehdesk.forms.session import FormSession
from ehdesk.forms.spec import Field
from tests.ui.forms_in_memory import TODAY, form, options, pack
from tests.ui.pages import page
from ui.fields.surroundings import Surroundings
from ui.fields.written import LongTextEditor
from ui.kit.text_input import TextInput
from ui.writing.line_below import LineBelow, hint, words_told
from ui.writing.switches import switches

HEAVY = (
    "Practitioners representing participating organisations will collaboratively formulate"
    " comprehensive intervention strategies addressing identified vulnerabilities, consistently"
    " monitoring developmental trajectories throughout subsequent multidisciplinary consultations"
    " regarding parental capacity, educational attainment and appropriate emotional regulation"
    " strategies."
)


@pytest.fixture(autouse=True)
def both_on():
    switches().set(spelling=True, plain_words=True)
    yield
    switches().set(spelling=True, plain_words=True)


@pytest.fixture
def written(qtbot):
    """A long question in a window, with another box to go to."""

    def make(**more) -> tuple[LongTextEditor, LineBelow | None, TextInput]:
        session = FormSession(form("request"), {}, options(), TODAY)
        other = TextInput("Other")
        question = Field("one.letter", "What we agreed", "long_text", **more)
        around = Surroundings(session, pack())
        editor = LongTextEditor(question, around)
        around.setParent(editor)
        page(qtbot, editor, other)
        found = editor.findChildren(LineBelow)
        return editor, found[0] if found else None, other

    return make


def test_words_are_counted_while_somebody_writes_and_the_page_stays_where_it_is(
    written, qtbot
) -> None:
    editor, below, other = written(lines=4)
    other.setFocus()
    QApplication.processEvents()
    where = other.y()
    editor.area.setFocus()
    qtbot.keyClicks(editor.area, "Mum came to school")
    qtbot.waitUntil(lambda: below.count.text() == "4 words")
    assert other.y() == where
    other.setFocus()
    QApplication.processEvents()
    assert below.count.text() == ""
    assert other.y() == where


def test_a_small_box_counts_nothing(written) -> None:
    assert written(lines=2)[1] is None


def test_words_are_told_as_people_say_them() -> None:
    assert [words_told(number) for number in (0, 1, 2, 1204)] == [
        "",
        "1 word",
        "2 words",
        "1,204 words",
    ]


def test_a_text_for_the_family_gets_a_hint_that_stays_and_is_not_announced(written, qtbot) -> None:
    editor, below, other = written(family_facing=True)
    assert below.hint.isHidden()
    editor.area.setFocus()
    qtbot.keyClicks(editor.area, "We will liaise with CAMHS")
    qtbot.waitUntil(lambda: below.hint.isVisible())
    assert below.hint.text() == (
        "Plainer words: “liaise”: talk to, work with; “CAMHS”: mental health team for children."
    )
    other.setFocus()
    assert below.hint.isVisible()
    assert editor.value() == "We will liaise with CAMHS"
    editor.area.selectAll()
    qtbot.keyClicks(editor.area, "We will talk")
    qtbot.waitUntil(lambda: not below.hint.isVisible())


def test_the_reading_age_is_told_from_thirty_words_on() -> None:
    plain = plain_words_of(pack())
    assert hint(HEAVY, plain).startswith("Reading age about 18 or older. Shorter sentences")
    assert hint(HEAVY, plain).endswith(" more.")
    assert "Reading age" not in hint(" ".join(HEAVY.split()[:20]), plain)
    assert hint("We will see you on Monday. We will talk about school. " * 5, plain) == ""


def test_the_hint_can_be_switched_off(written, qtbot) -> None:
    editor, below, _other = written(family_facing=True)
    editor.area.setFocus()
    qtbot.keyClicks(editor.area, "We will liaise")
    qtbot.waitUntil(lambda: below.hint.isVisible())
    switches().set(plain_words=False)
    assert not below.hint.isVisible()


def test_a_question_that_no_family_reads_has_no_hint(written, qtbot) -> None:
    editor, below, _other = written(lines=4)
    editor.area.setFocus()
    qtbot.keyClicks(editor.area, "We will liaise")
    qtbot.waitUntil(lambda: below.count.text() == "3 words")
    assert not below.hint.isVisible()
