"""The consent form: one name for several choices, and signatures with what they are for."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pypdfium2

from ehdesk.documents.consent import ConsentTopic, ShareLine, Signer, build
from tests.documents.reading import faults, read, squeeze
from tests.documents.samples import CONSENT, WHEN

KINDS = ("Name and contact", "Plan and actions", "Health")


def test_several_choices_about_one_agency_stand_beside_its_name() -> None:
    lines = tuple(ShareLine(who="Housing", detail=kind, choice="yes") for kind in KINDS)
    data = build(replace(CONSENT, lines=(*lines, ShareLine(who="Anyone new"))), when=WHEN)
    found = read(data)
    assert found.having("TH").count("Housing") == 1
    assert [words for words in found.having("TD") if words in KINDS] == list(KINDS)
    assert faults(data) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        spans = [
            int(one.A.RowSpan)
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/A" in one and "/RowSpan" in one.A
        ]
    assert spans == [3]


def test_everybody_signs_on_the_page_that_says_what_they_agree_to() -> None:
    signers = tuple(Signer(name=f"Person {n}", answer="Signed 12 May 2026") for n in range(8))
    for lines in range(1, 16):
        told = tuple(ConsentTopic(heading="", text="Words. " * 30) for _ in range(lines))
        data = build(replace(CONSENT, signing=told, signers=signers), when=WHEN)
        with pypdfium2.PdfDocument(io.BytesIO(data)) as document:
            pages = [squeeze(page.get_textpage().get_text_range()) for page in document]
        signed = next(page for page in pages if "By signing I agree" in page)
        assert all(signer.name in signed for signer in signers)


def test_who_signed_is_read_before_their_own_line() -> None:
    found = read(build(CONSENT, when=WHEN)).text
    assert found.index("Signed 12 May 2026 Hazel Exampleton") < found.index("Aspen Sample Lead")
