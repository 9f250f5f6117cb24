"""What every document owes to whoever listens to it."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from ehdesk.documents import (
    chronology,
    closure,
    consent,
    cover,
    family_plan,
    form_paper,
    hub_proforma,
    minutes,
    recovery_key,
)
from ehdesk.documents.glyphs import printable
from ehdesk.forms.display import Answer
from ehdesk.forms.told_rows import ToldRow
from tests.documents import samples
from tests.documents.reading import Read, faults, page_text, read, solid

KEY = recovery_key.RecoveryKey(
    store_name="West locality",
    groups=("7KQM", "X2HD", "9FTR", "B6WN", "C4YP", "LJ8S", "3VGE", "RM5Z"),
)

# The other reader tells the letters of a ligature that was typed as one character.
LIGATURES = {number: unicodedata.normalize("NFKC", chr(number)) for number in range(0xFB00, 0xFB07)}

# Explaining a failure would build hundreds of documents more.
QUICK = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)

BUILDS: dict[str, Callable[[], bytes]] = {
    "plan": lambda: family_plan.build(samples.PLAN, when=samples.WHEN),
    "closure": lambda: closure.build(samples.CLOSURE, when=samples.WHEN),
    "consent": lambda: consent.build(samples.CONSENT, when=samples.WHEN),
    "form": lambda: form_paper.build(samples.FORM, when=samples.WHEN),
    "hub": lambda: hub_proforma.build(samples.HUB, when=samples.WHEN),
    "minutes": lambda: minutes.build(samples.MINUTES, when=samples.WHEN),
    "chronology": lambda: chronology.build(samples.CHRONOLOGY, when=samples.WHEN),
    "cover": lambda: cover.build(samples.COVER, when=samples.WHEN),
    "key": lambda: recovery_key.build(KEY, when=samples.WHEN),
}


@pytest.fixture(params=BUILDS)
def document(request: pytest.FixtureRequest) -> bytes:
    return BUILDS[request.param]()


def assert_the_tree_holds_the_page(data: bytes, found: Read) -> None:
    """Every character on the pages is in the tree once, or it is furniture."""
    assert found.unmarked == ""
    assert Counter(solid(found.marked)) == Counter(solid(found.text))
    for numbers in found.marks.values():
        assert numbers == list(range(len(numbers))), "a page is drawn in another order than read"
    on_pages = solid(page_text(data)).translate(LIGATURES)
    in_the_tree = solid(found.marked + found.artifacts).translate(LIGATURES)
    assert Counter(on_pages) == Counter(in_the_tree)


def test_a_document_passes_pdf_ua(document: bytes) -> None:
    assert faults(document) == []


def test_a_document_says_its_language_and_a_title_without_a_name(document: bytes) -> None:
    found = read(document)
    assert found.language == "en-GB"
    assert found.title
    assert "Exampleton" not in found.title


def test_the_structure_tree_holds_all_that_is_on_the_page_but_furniture(document: bytes) -> None:
    found = read(document)
    assert_the_tree_holds_the_page(document, found)
    assert "1 of " in found.artifacts


def test_headings_are_the_outline(document: bytes) -> None:
    found = read(document)
    headings = [text for tag, text in found.tags if tag in ("H1", "H2")]
    assert len(found.outline) == len(headings)
    # The outline writes "1. Title" where the page has a number in a disc.
    assert [solid(title).replace(".", "") for title in found.outline] == [
        solid(title).replace(".", "") for title in headings
    ]


def test_no_font_maps_a_code_to_nothing(document: bytes) -> None:
    assert "\x00" not in read(document).characters


def test_every_figure_is_told_in_words(document: bytes) -> None:
    found = read(document)
    assert len(found.alts) == sum(tag == "Figure" for tag, _ in found.tags)


def test_the_same_input_gives_the_same_bytes(document: bytes) -> None:
    assert document in [build() for build in BUILDS.values()]


def test_another_run_of_the_program_gives_the_same_bytes() -> None:
    script = (
        "import hashlib\n"
        "from tests.documents import samples\n"
        "from ehdesk.documents import closure, family_plan\n"
        "data = family_plan.build(samples.PLAN, when=samples.WHEN)\n"
        "data += closure.build(samples.CLOSURE, when=samples.WHEN)\n"
        "print(hashlib.sha256(data).hexdigest())\n"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_documents_made_at_the_same_time_do_not_mix() -> None:
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda name: BUILDS[name](), list(BUILDS) * 4))
    assert made == [build() for build in BUILDS.values()] * 4


def test_another_moment_gives_other_bytes() -> None:
    later = family_plan.build(samples.PLAN, when=samples.WHEN + timedelta(days=1))
    assert later != BUILDS["plan"]()
    assert "18 November 2026" in read(later).artifacts


def test_no_path_of_this_computer_is_in_a_document(document: bytes) -> None:
    assert b".ttf" not in document
    assert b"/resources/" not in document


@QUICK
@given(plan=samples.PLANS)
def test_no_text_breaks_a_plan(plan: family_plan.FamilyPlan) -> None:
    data = family_plan.build(plan, when=samples.WHEN)
    assert faults(data) == []
    found = read(data)
    assert_the_tree_holds_the_page(data, found)
    written = solid(found.text)
    for outcome in plan.outcomes:
        for text in (outcome.title, outcome.words, *(each.what for each in outcome.actions)):
            assert solid(printable(text)) in written


@QUICK
@given(form=samples.CLOSURES)
def test_no_text_breaks_a_closure_form(form: closure.ClosureForm) -> None:
    data = closure.build(form, when=samples.WHEN)
    assert faults(data) == []
    found = read(data)
    assert_the_tree_holds_the_page(data, found)
    written = solid(found.text)
    for need in form.needs:
        assert solid(printable(need.need)) in written
    for voice in form.voices:
        assert solid(printable(voice.words)) in written


@QUICK
@given(paper=samples.FORMS)
def test_no_character_of_any_answer_is_lost_on_a_form_in_full(
    paper: form_paper.FormPaper,
) -> None:
    data = form_paper.build(paper, when=samples.WHEN)
    assert faults(data) == []
    found = read(data)
    assert_the_tree_holds_the_page(data, found)
    written = solid(found.text)
    for section in paper.sections:
        for answer in section.answers:
            assert solid(printable(answer.question)) in written
            for text in _texts_of(answer):
                assert solid(printable(text)) in written


def _texts_of(answer: Answer) -> Iterator[str]:
    """What has to be on the page: the rows of a repeating answer, else its lines."""
    if not answer.rows:
        yield "\n".join(answer.lines)
    yield from _cells_of(answer.rows)


def _cells_of(rows: Iterable[ToldRow]) -> Iterator[str]:
    for row in rows:
        for cell in row.cells:
            yield "\n".join(cell.lines)
            yield from _cells_of(cell.rows)


@QUICK
@given(form=samples.CONSENTS)
def test_no_text_breaks_a_consent_form(form: consent.ConsentForm) -> None:
    data = consent.build(form, when=samples.WHEN)
    assert faults(data) == []
    found = read(data)
    assert_the_tree_holds_the_page(data, found)
    written = solid(found.text)
    for line in (*form.lines, *form.separate):
        assert solid(printable(line.who)) in written
        assert solid(printable(line.detail)) in written
    for signer in form.signers:
        for text in (signer.name, signer.detail, signer.answer, signer.words):
            assert solid(printable(text)) in written
