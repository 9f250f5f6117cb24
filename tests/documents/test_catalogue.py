"""The list of documents, and the words for a distance."""

from __future__ import annotations

import pytest

from ehdesk.documents.catalogue import DOCUMENTS
from ehdesk.documents.distance import result, sentence
from tests.documents.reading import faults
from tests.documents.samples import CLOSURE, CONSENT, FORM, HUB, MINUTES, PLAN, WHEN


def test_the_family_plan_and_the_closure_form_come_first() -> None:
    assert list(DOCUMENTS)[:2] == ["family-plan", "closure"]


def test_the_recovery_key_is_no_document_of_a_case() -> None:
    assert not any("key" in kind for kind in DOCUMENTS)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_kind_builds_a_sound_document_from_its_content(kind: str) -> None:
    document = DOCUMENTS[kind]
    content = next(
        each
        for each in (PLAN, CLOSURE, CONSENT, FORM, HUB, MINUTES)
        if isinstance(each, document.content)
    )
    assert document.kind == kind
    assert document.title
    assert document.missing(content) == ()
    assert faults(document.build(content, when=WHEN)) == []


@pytest.mark.parametrize(
    ("scores", "word", "detail"),
    [
        ((3, 8, 8), "Reached", "up 5 points"),
        ((3, 4, 8), "Closer", "up 1 point"),
        ((3, 4, None), "Closer", "up 1 point"),
        ((3, 3, 8), "No change", "still 3"),
        ((8, 8, 8), "Reached", "still 8"),
        ((6, 4, 7), "Lower", "down 2 points"),
        ((6, 5, 5), "Lower", "down 1 point"),
        ((3, None, 8), "Not given", "no number at closing"),
        ((None, 8, 8), "Reached", "no number at the start"),
        ((None, 5, 8), "Not known", "no number at the start"),
    ],
)
def test_a_distance_is_told_in_words(
    scores: tuple[int | None, int | None, int | None], word: str, detail: str
) -> None:
    came = result(*scores)
    assert (came.word, came.detail) == (word, detail)


def test_a_drawing_is_told_in_a_sentence() -> None:
    assert sentence(3, 6, 8).startswith("Started at 3, now 6, hoping for 8.")
    assert sentence(None, None, 8).startswith("No number at the start, no number now, hoping")
