"""The list of documents."""

from __future__ import annotations

import pytest

from ehdesk.documents.catalogue import DOCUMENTS
from tests.documents.reading import faults
from tests.documents.samples import (
    AGENDA,
    CASE_LIST,
    CHRONOLOGY,
    CLOSURE,
    CONSENT,
    COVER,
    DIGEST,
    FORM,
    GIVEN,
    HUB,
    LETTER,
    MINUTES,
    NUMBERS,
    PLAN,
    REPORT,
    SUPERVISION,
    WHEN,
)

SAMPLES = (
    *(AGENDA, CHRONOLOGY, CLOSURE, CONSENT, COVER, FORM),
    *(HUB, LETTER, MINUTES, PLAN, REPORT),
    *(CASE_LIST, DIGEST, GIVEN, NUMBERS, SUPERVISION),
)


def test_the_family_plan_and_the_closure_form_come_first() -> None:
    assert list(DOCUMENTS)[:2] == ["family-plan", "closure"]


def test_the_recovery_key_is_no_document_of_a_case() -> None:
    assert not any("key" in kind for kind in DOCUMENTS)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_kind_builds_a_sound_document_from_its_content(kind: str) -> None:
    document = DOCUMENTS[kind]
    content = next(each for each in SAMPLES if isinstance(each, document.content))
    assert document.kind == kind
    assert document.title
    assert document.missing(content) == ()
    assert faults(document.build(content, when=WHEN)) == []
