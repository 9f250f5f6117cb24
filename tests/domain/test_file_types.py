"""What a file is, by what is in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehdesk.domain import file_types as kinds
from ehdesk.domain.file_types import FILE_TYPES, FileType, Refused, file_type, fitting_name
from ehdesk.domain.picture_size import picture_size
from ehdesk.kernel.sizes import say_size
from tests import attached

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b080028003c01011100ffd9")
TIFF = b"II*\x00\x08\x00\x00\x00\x02\x00" + (
    b"\x00\x01\x03\x00\x01\x00\x00\x00\x3c\x00\x00\x00\x01\x01\x04\x00\x01\x00\x00\x00\x28\x00\x00\x00"
)

KEPT = [
    (attached.pdf(), kinds.PDF),
    (attached.png(), kinds.PNG),
    (JPEG, kinds.JPEG),
    (TIFF, kinds.TIFF),
    (attached.docx(), kinds.DOCX),
    (attached.xlsx(), kinds.XLSX),
    (attached.odt(), kinds.ODT),
    (attached.msg(), kinds.MSG),
    (attached.EML, kinds.EML),
    (b"She was seen on 3 May.\r\n", kinds.TEXT),
    ("Łukasz said: “nie”".encode(), kinds.TEXT),
    ("Notes".encode("utf-16"), kinds.TEXT),
    (b"caf\xe9 on Tuesday", kinds.TEXT),
    (b"MZ said he would ring", kinds.TEXT),
]


@pytest.mark.parametrize(
    ("data", "kind"), KEPT, ids=[f"{n} {k.words}" for n, (_, k) in enumerate(KEPT)]
)
def test_a_file_is_what_is_in_it_whatever_it_is_called(data: bytes, kind: FileType) -> None:
    for name in ("", "drawing", "drawing.pdf", "Notes.docx"):
        assert file_type(data, name) is kind


PROGRAMS = [
    b"MZ\x90\x00\x03\x00\x00\x00",
    b"\x7fELF\x02\x01\x01\x00",
    b"#!/bin/sh\necho hello\n",
    b"\xca\xfe\xba\xbe\x00\x00\x00\x34",
    b"\xcf\xfa\xed\xfe\x07\x00\x00\x01",
    b"L\x00\x00\x00\x01\x14\x02\x00\x00",
]


@pytest.mark.parametrize("data", PROGRAMS)
@pytest.mark.parametrize("name", ["drawing.png", "letter.pdf", "notes.txt", "setup.exe"])
def test_a_program_is_refused_whatever_it_is_called(data: bytes, name: str) -> None:
    with pytest.raises(Refused, match="program"):
        file_type(data, name)


@pytest.mark.parametrize("name", ["run.bat", "x.PS1", "letter.txt.vbs", "a.js", "go.sh", "b.cmd "])
def test_text_that_a_computer_would_run_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="program"):
        file_type(b"echo hello\r\n", name)


@pytest.mark.parametrize("holds", ["word__vbaProject_bin", "xl__macrosheets__sheet1_xml"])
def test_a_document_with_macros_is_refused(holds: str) -> None:
    data = attached.zipped(**{"word__document_xml": b"<x/>", holds: b"x"})
    with pytest.raises(Refused, match="macros"):
        file_type(data, "letter.docx")


@pytest.mark.parametrize(
    "data",
    [
        attached.zipped(readme_txt=b"x"),
        b"PK\x03\x04 cut short",
        b"<!DOCTYPE html><script>x</script>",
        b"<svg xmlns='x'/>",
        b"{\\rtf1 hello}",
        bytes(range(256)),
        b"ID3\x03\x00" + bytes(40),
    ],
)
def test_what_is_not_known_is_refused_with_what_can_be_kept(data: bytes) -> None:
    with pytest.raises(Refused) as caught:
        file_type(data, "file.pdf")
    assert "PDF" in caught.value.message
    assert "Save it as a PDF" in caught.value.what_to_do


def test_an_older_office_document_and_an_empty_file_say_what_to_do() -> None:
    with pytest.raises(Refused, match="older version of Office"):
        file_type(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "letter.doc")
    with pytest.raises(Refused, match="empty"):
        file_type(b"", "scan.pdf")


@pytest.mark.parametrize(
    "data",
    [b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", b"GIF89a\x01", b"RIFF\x00\x00\x00\x00WEBPVP8 "],
)
def test_pictures_of_other_kinds_are_known_as_pictures(data: bytes) -> None:
    with pytest.raises(Refused) as caught:
        file_type(data, "photo.heic")
    assert caught.value.is_picture
    assert "JPEG" in caught.value.what_to_do


@given(st.binary(max_size=300), st.text(max_size=20))
def test_any_bytes_are_a_known_kind_or_refused_in_words(data: bytes, name: str) -> None:
    assert _said(data, name)


def _said(data: bytes, name: str) -> str:
    try:
        return file_type(data, name).words
    except Refused as refused:
        return refused.title and refused.what_to_do


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("scan.PDF", "scan.PDF"),
        ("C:\\Users\\me\\scan.pdf", "scan.pdf"),
        ("../../etc/scan", "scan.pdf"),
        ("invoice.exe", "invoice.exe.pdf"),
        ("a\u202efdp.exe", "a fdp.exe.pdf"),
        (".pdf", "pdf.pdf"),
        ("", "File.pdf"),
        ("x" * 300 + ".pdf", "x" * 120 + ".pdf"),
    ],
)
def test_a_name_ends_as_files_of_its_kind_end(name: str, kept: str) -> None:
    assert fitting_name(name, kinds.PDF) == kept


@given(st.text(max_size=200), st.sampled_from(sorted(FILE_TYPES)))
def test_any_name_becomes_one_that_a_folder_can_hold(name: str, media_type: str) -> None:
    kind = FILE_TYPES[media_type]
    kept = fitting_name(name, kind)
    stem, _, suffix = kept.rpartition(".")
    assert stem.strip(" .")
    assert f".{suffix.lower()}" in kind.suffixes
    assert kept.isprintable()
    assert not set(kept) & set("/\\")
    assert fitting_name(kept, kind) == kept


@pytest.mark.parametrize("data", [attached.png(60, 40), JPEG, TIFF])
def test_the_size_of_a_picture_is_read_without_drawing_it(data: bytes) -> None:
    assert picture_size(data) == (60, 40)


@given(st.sampled_from([attached.png(), JPEG, TIFF]), st.integers(0, 60), st.binary(max_size=30))
def test_a_picture_that_is_cut_short_or_spoilt_has_no_size_or_some(
    data: bytes, at: int, put: bytes
) -> None:
    size = picture_size(data[:at] + put + data[at + len(put) :])
    assert size is None or min(size) > 0
    picture_size(data[:at] + put)


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (1023, "1023 bytes"),
        (1025, "2 KB"),
        (1 << 20, "1 MB"),
        (10 << 20, "10 MB"),
        ((10 << 20) + 1, "10.1 MB"),
    ],
)
def test_a_size_is_never_said_smaller_than_it_is(size: int, said: str) -> None:
    assert say_size(size) == said
