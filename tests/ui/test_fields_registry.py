from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from ehdesk.forms.kinds import QUESTION_KINDS
from ehdesk.forms.session import FormSession
from tests.ui import samples
from tests.ui.accessible import nameless
from tests.ui.forms_in_memory import CODES, TODAY, form, options, pack
from ui.fields.registry import EDITORS, make_editor
from ui.fields.section_view import SectionView
from ui.fields.surroundings import Surroundings


def _session(code: str, *, filled: bool = True) -> FormSession:
    return FormSession(form(code), samples.values(code) if filled else {}, options(), TODAY)


def _around(session: FormSession, owner: QWidget) -> Surroundings:
    return Surroundings(session, pack(), answer=session.put, parent=owner)


def test_every_kind_of_question_has_an_editor_and_nothing_else_has():
    assert set(EDITORS) == set(QUESTION_KINDS)


@pytest.mark.parametrize("code", CODES)
def test_every_editor_gives_back_the_answer_it_was_shown(qtbot, code):
    owner = QWidget()
    qtbot.addWidget(owner)
    session = _session(code)
    around = _around(session, owner)
    for question in form(code).fields():
        editor = make_editor(question, around)
        qtbot.addWidget(editor)
        told: list[str] = []
        editor.value_changed.connect(lambda told=told: told.append("changed"))
        kept = session.value(question.key)
        editor.set_value(kept)
        session.put(question.key, editor.value())
        after = session.value(question.key)
        if question.kind == "areas":  # it has a row for every area there is
            known = {row["id"]: row for row in after}
            assert [known[row["id"]] for row in kept] == kept
        else:
            assert after == kept, question.key
        assert not told, f"{question.key} said that a person changed it"


@pytest.mark.parametrize("filled", [True, False], ids=["filled", "empty"])
@pytest.mark.parametrize("code", CODES)
def test_everything_that_takes_focus_has_a_name_for_a_screen_reader(qtbot, code, filled):
    session = _session(code, filled=filled)
    for section in form(code).sections:
        holder = QWidget()
        qtbot.addWidget(holder)
        view = SectionView(section, _around(session, holder), holder)
        view.resize(800, 900)
        view.show()
        holder.show()
        assert nameless(view) == [], section.key
