"""Check your answers: a block for each person or thing, under its own name."""

from __future__ import annotations

from ehdesk.forms import kinds
from ehdesk.forms.answers import FormAnswers
from ehdesk.forms.display import answers_shown
from ehdesk.forms.spec import Field, Form, Section
from tests.ui.forms_in_memory import TODAY
from tests.ui.pages import page
from ui.kit.labels import Label
from ui.theme import theme
from ui.wizard.answer_cards import AnswerCard

PEOPLE = Field("s.people", "Who is in the family?", "people", summary="People")
FACTS = Field("s.facts", "This case so far", "facts")


def card(qtbot, question: Field, rows) -> AnswerCard:
    section_of_one = Section("s", "Family", "Family", (question,))
    form = Form("f", 1, "A form", (section_of_one,), "Made up for tests")
    section = answers_shown(FormAnswers(form, {question.key: rows}, today=TODAY))[0]
    made = AnswerCard(section, read_only=False)
    page(qtbot, made, width=760)
    return made


def in_bold(made: AnswerCard) -> list[str]:
    bold = theme().font("body_strong").weight()
    return [one.text() for one in made.findChildren(Label) if one._font().weight() == bold]


def test_each_person_has_a_block_under_their_name(qtbot):
    rows = [
        kinds.row_of(PEOPLE, name)
        | {"kind": "adult", "given_name": name, "family_name": "Brennan", "relationship": said}
        for name, said in (("Siobhan", "Mum"), ("Maeve", "Nan"))
    ]
    made = card(qtbot, PEOPLE, rows)
    assert [words for words in in_bold(made) if "Brennan" in words] == [
        "Siobhan Brennan",
        "Maeve Brennan",
    ]
    assert made.links["s.people"].text() == "Change"


def test_what_the_record_says_by_itself_is_seen_and_not_changed(qtbot):
    rows = [kinds.row_of(FACTS, "f1") | {"about": "Reference", "says": "EH-26-0001"}]
    made = card(qtbot, FACTS, rows)
    assert made.links["s.facts"].text() == "See"
