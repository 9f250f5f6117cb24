"""What a file is, by what is in it: its name can say anything.

Kept are papers, pictures, letters and emails. Programs, and whatever is not known, are refused.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import Final, Literal

from ehdesk.kernel.errors import EhdeskError

Shows = Literal["picture", "pages", ""]


@dataclass(frozen=True)
class FileType:
    """One kind of file that can be kept.

    ``words`` say what it is, ``suffixes`` what its name may end with (the first is the usual
    one), ``shows`` how it can be looked at here: as a picture, as pages, or not at all.
    """

    media_type: str
    words: str
    suffixes: tuple[str, ...]
    shows: Shows = ""


PDF: Final = FileType("application/pdf", "PDF", (".pdf",), "pages")
PNG: Final = FileType("image/png", "Picture (PNG)", (".png",), "picture")
JPEG: Final = FileType("image/jpeg", "Picture (JPEG)", (".jpg", ".jpeg", ".jpe"), "picture")
TIFF: Final = FileType("image/tiff", "Picture (TIFF)", (".tif", ".tiff"), "picture")
_OFFICE = "application/vnd.openxmlformats-officedocument"
DOCX: Final = FileType(f"{_OFFICE}.wordprocessingml.document", "Word document", (".docx",))
XLSX: Final = FileType(f"{_OFFICE}.spreadsheetml.sheet", "Excel workbook", (".xlsx",))
ODT: Final = FileType("application/vnd.oasis.opendocument.text", "OpenDocument text", (".odt",))
TEXT: Final = FileType("text/plain", "Plain text", (".txt", ".text"))
EML: Final = FileType("message/rfc822", "Email", (".eml",))
MSG: Final = FileType("application/vnd.ms-outlook", "Outlook email", (".msg",))

FILE_TYPES: Final = {
    one.media_type: one for one in (PDF, PNG, JPEG, TIFF, DOCX, XLSX, ODT, TEXT, EML, MSG)
}
"""Every kind that can be kept, by media type."""

KEPT_IN_WORDS: Final = (
    "PDF, pictures (PNG, JPEG, TIFF), Word (DOCX), OpenDocument (ODT), Excel (XLSX), plain text "
    "and saved emails (EML, MSG) can be kept."
)


class Refused(EhdeskError):
    """A file that cannot be kept. ``is_picture``: kept in another form it could be."""

    def __init__(
        self, title: str, message: str, what_to_do: str, *, is_picture: bool = False
    ) -> None:
        super().__init__(title, message, what_to_do)
        self.is_picture = is_picture


_PROGRAMS = (
    *(b"\x7fELF", b"#!", b"L\x00\x00\x00\x01\x14\x02\x00", b"!<arch>"),
    *(b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe"),
)
"""How programs begin: Linux, scripts, Windows links, libraries, Java and Apple."""
_SCRIPTS = (
    "bash bat cmd com command cpl csh exe hta inf jnlp js jse ksh lnk mjs msc msi php pif pl ps1 "
    "psm1 py pyw rb reg scf scr sh url vb vbe vbs ws wsc wsf wsh"
)
_RUNS = frozenset(_SCRIPTS.split())
"""Endings that make a computer run what is only text."""
_OTHER_PICTURES = {b"GIF8": "GIF", b"BM": "BMP", b"RIFF": "WebP"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_MSG = "__properties_version1.0".encode("utf-16-le")
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif")
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*")
_MAIL = frozenset(b"from to subject date received message-id mime-version return-path".split())
_MARKUP = re.compile(rb"\{\\rtf|<(!doctype|html|head|script|\?php|\?xml|svg)", re.IGNORECASE)


def file_type(data: bytes, name: str = "") -> FileType:
    """What the file is.

    :raises Refused: when it is empty, a program, or nothing that can be kept; says which.
    """
    if not data:
        raise Refused(
            "This file is empty", "There is nothing in it to keep.", "Choose another file."
        )
    if _is_program(data):
        raise _program()
    found = _binary(data) or _text(data, name)
    if found is None:
        raise Refused(
            "This kind of file cannot be kept",
            KEPT_IN_WORDS,
            "Save it as a PDF, then add the PDF.",
        )
    return found


def fitting_name(name: str, kind: FileType) -> str:
    """The name without folders or control characters, ending as a file of its kind ends."""
    last = re.split(r"[/\\]", name)[-1]
    plain = "".join(c if c.isprintable() else " " for c in last)
    tidy = " ".join(plain.split()).strip(" .") or "File"
    stem, dot, suffix = tidy.rpartition(".")
    if not (dot and stem and f".{suffix.lower()}" in kind.suffixes):
        stem, suffix = tidy, kind.suffixes[0].removeprefix(".")
    return f"{stem[:_LONGEST].rstrip(' .') or 'File'}.{suffix}"


_LONGEST = 120
"""Letters of a name before its ending."""


def _is_program(data: bytes) -> bool:
    # Somebody's notes may begin with MZ, as every Windows program does.
    return data.startswith(_PROGRAMS) or (data.startswith(b"MZ") and not _is_readable(data))


def _program() -> Refused:
    return Refused(
        "This file is a program and was not added",
        "Programs and files that run commands are never kept with a family’s record.",
        "Choose the letter, scan or picture itself.",
    )


def _binary(data: bytes) -> FileType | None:
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith((b"II*\x00", b"MM\x00*")):
        return TIFF
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(_OLE):
        return _old_office(data)
    _refuse_other_picture(data)
    return None


def _refuse_other_picture(data: bytes) -> None:
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise Refused(
            "This photo is in a form that only some phones and computers can show (HEIC)",
            "It could not be looked at here.",
            "On the phone, share it as JPEG, or print it to PDF, then add that.",
            is_picture=True,
        )
    for start, words in _OTHER_PICTURES.items():
        if data.startswith(start) and (words != "WebP" or data[8:12] == b"WEBP"):
            raise Refused(
                f"Pictures of this kind ({words}) cannot be kept",
                KEPT_IN_WORDS,
                "Save the picture as PNG or JPEG, then add that.",
                is_picture=True,
            )


def _zipped(data: bytes) -> FileType | None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            names = set(packed.namelist())
            kind = packed.read("mimetype") if "mimetype" in names else b""
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError):
        return None
    except (EOFError, ValueError, KeyError):
        return None
    if any(_holds_macros(name) for name in names):
        raise Refused(
            "This document holds macros and was not added",
            "Macros are small programs inside a document. They are never kept with a record.",
            "Save it without macros (DOCX, XLSX or ODT), or as a PDF, then add that.",
        )
    if "word/document.xml" in names:
        return DOCX
    if "xl/workbook.xml" in names:
        return XLSX
    return ODT if kind.strip() == ODT.media_type.encode() else None


def _holds_macros(name: str) -> bool:
    low = name.lower()
    return low.endswith("vbaproject.bin") or low.startswith(
        ("basic/", "scripts/", "xl/macrosheets")
    )


def _old_office(data: bytes) -> FileType:
    if _IN_MSG in data:
        return MSG
    raise Refused(
        "This is a file of an older version of Office",
        "Such files can hold programs, so they are not kept.",
        "Open it, save it as DOCX, XLSX or PDF, then add that.",
    )


def _text(data: bytes, name: str) -> FileType | None:
    if not _is_readable(data):
        return None
    if _is_mail(data):
        return EML
    if name.rpartition(".")[2].strip().lower() in _RUNS:
        raise _program()
    return None if _MARKUP.match(data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")) else TEXT


def _is_readable(data: bytes) -> bool:
    """Whether it is text in UTF-8, UTF-16 with its mark, or the usual Windows letters."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = data.decode("utf-16")
        except UnicodeDecodeError:
            return False
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            try:
                text = data.decode("cp1252")
            except UnicodeDecodeError:
                return False
    return _CONTROLS.search(text) is None


_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")


def _is_mail(data: bytes) -> bool:
    found, at, start = set[bytes](), 0, data[:16384]
    while (header := _HEADER.match(start, at)) is not None:
        found.add(header[1].lower())
        at = header.end()
    return len(found & _MAIL) >= 2
