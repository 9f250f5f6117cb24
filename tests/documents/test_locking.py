"""A locked PDF opens with its password only, and is the same document then."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from ehdesk.documents.catalogue import DOCUMENTS
from ehdesk.documents.locking import lock_pdf
from tests.documents.reading import faults, read
from tests.documents.samples import CLOSURE, WHEN

WORDS = "copper lantern meadow tram violin"


@pytest.fixture(scope="module")
def plain() -> bytes:
    return DOCUMENTS["closure"].build(CLOSURE, when=WHEN)


@pytest.fixture(scope="module")
def locked(plain: bytes) -> bytes:
    return lock_pdf(plain, WORDS)


def test_it_opens_with_the_password_in_another_reader(plain: bytes, locked: bytes) -> None:
    document = pypdfium2.PdfDocument(locked, password=WORDS)
    first = document[0].get_textpage().get_text_range()
    assert first == pypdfium2.PdfDocument(plain)[0].get_textpage().get_text_range()
    assert first.strip()


@pytest.mark.parametrize("password", [None, "", WORDS.upper(), "copper lantern meadow tram"])
def test_it_is_refused_without_it(locked: bytes, password: str | None) -> None:
    with pytest.raises(pypdfium2.PdfiumError, match="password"):
        pypdfium2.PdfDocument(locked, password=password)


def test_nothing_of_it_is_in_clear(plain: bytes, locked: bytes) -> None:
    for words in (b"Early Help Desk", b"en-GB", b"pdfuaid"):
        assert words in plain
        assert words not in locked


def test_it_is_locked_as_strongly_as_pdf_knows(locked: bytes) -> None:
    with pikepdf.Pdf.open(io.BytesIO(locked), password=WORDS) as document:
        assert (document.encryption.R, document.encryption.bits) == (6, 256)
        assert document.encryption.stream_method.name == "aesv3"
        assert document.allow.accessibility
        assert document.allow.extract


def test_once_open_it_is_the_same_accessible_document(plain: bytes, locked: bytes) -> None:
    opened = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(locked), password=WORDS) as document:
        document.save(opened)
    before, after = read(plain), read(opened.getvalue())
    assert after.tags == before.tags
    assert after.title == before.title
    assert after.language == before.language
    assert faults(opened.getvalue()) == []
