"""Any form as a paper: what was not answered, tables, and what is signed."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2

from ehdesk.documents.form_paper import FormPaper, build
from ehdesk.forms.display import Answer, SectionAnswers
from ehdesk.forms.told_rows import Cell, ToldRow
from tests.documents.reading import read, squeeze
from tests.documents.samples import FORM, WHEN


def answer(question: str, *lines: str, rows: tuple[ToldRow, ...] = ()) -> Answer:
    return Answer(
        field_key=f"part.{question}",
        label=question,
        lines=lines,
        answered=bool(lines),
        required_missing=False,
        question=question,
        rows=rows,
    )


def paper(*answers: Answer, signatures: tuple[str, ...] = ()) -> FormPaper:
    section = SectionAnswers("part", "The part", answers)
    return replace(FORM, sections=(section,), signatures=signatures)


def page_texts(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(io.BytesIO(data)) as document:
        return [squeeze(page.get_textpage().get_text_range()) for page in document]


def test_questions_without_an_answer_are_named_together_at_the_end_of_their_section() -> None:
    asked = paper(
        answer("Is there a plan?"),
        answer("Who leads?", "Willow Birch"),
        answer("Your own reference"),
    )
    text = read(build(asked, when=WHEN)).text
    assert text.count("Not answered") == 1
    assert text.index("Willow Birch") < text.index("Not answered")
    assert "Not answered: Is there a plan? Your own reference." in text


def test_a_section_that_nobody_answered_says_so_in_one_line() -> None:
    found = read(build(paper(answer("One?"), answer("Two?")), when=WHEN))
    assert "The part Not answered: One? Two?" in found.text


def test_rows_that_are_a_little_too_wide_are_still_a_table() -> None:
    cells = (
        ("person", "Person", "Hazel Exampleton-Sample (Mum)"),
        ("is", "Is the", "Grandparent on the mother’s side"),
        ("of", "Of", "Fern Exampleton-Sample (Child)"),
        ("pr", "Parental responsibility", "Parental responsibility not known"),
    )
    rows = tuple(
        ToldRow(str(number), tuple(Cell(key, label, (words,)) for key, label, words in cells))
        for number in range(3)
    )
    found = read(build(paper(answer("How are they related?", "told", rows=rows)), when=WHEN))
    assert len(found.having("TR")) == 4
    assert found.having("TH")[:4] == ["Person", "Is the", "Of", "Parental responsibility"]


def test_nobody_signs_a_page_that_says_nothing() -> None:
    for many in range(14, 40):
        answers = [answer(f"Question {n}?", f"Answer {n}") for n in range(many)]
        pages = page_texts(build(paper(*answers, signatures=("Chair",)), when=WHEN))
        signed = next(page for page in pages if "Signed" in page)
        assert f"Answer {many - 1}" in signed


def test_the_last_answer_of_a_section_is_not_left_alone_on_a_page() -> None:
    for many in range(14, 40):
        pages = page_texts(
            build(
                paper(*(answer(f"Question {n}?", f"Answer {n}.") for n in range(many))), when=WHEN
            )
        )
        assert f"Answer {many - 2}." in pages[-1]
