"""Files for tests: pictures, papers and letters, made here, with nothing in them of anybody."""

from __future__ import annotations

import random
import struct
import zipfile
import zlib
from io import BytesIO

import pypdfium2 as pdfium

SECRET = b"Zzyzxwell drew a house with three windows"
"""Stands in files so that a search of the disk would find it."""


def png(width: int = 60, height: int = 40, *, said: bytes = b"", noise: int = 0) -> bytes:
    """A picture. ``noise`` is a seed: then it hardly shrinks, and is large in bytes too."""
    if noise:
        row = random.Random(noise).randbytes  # noqa: S311 - colours, not keys
        lines = b"".join(b"\x00" + row(width * 3) for _ in range(height))
    else:
        lines = (b"\x00" + b"\x20\x60\xc0" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"tEXt", b"Comment\x00" + said), (b"IDAT", zlib.compress(lines, 1)))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(*one) for one in (*parts, (b"IEND", b"")))


def _part(name: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + name
        + content
        + struct.pack(">I", zlib.crc32(name + content))
    )


def pdf(pages: int = 2) -> bytes:
    """Blank A4 pages."""
    document = pdfium.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842).close()
    into = BytesIO()
    document.save(into)
    document.close()
    return into.getvalue()


def zipped(**files: bytes) -> bytes:
    """What Office documents are made of. Two underscores stand for a slash, one for a point."""
    into = BytesIO()
    with zipfile.ZipFile(into, "w") as packed:
        for name, content in files.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), content)
    return into.getvalue()


def docx() -> bytes:
    return zipped(word__document_xml=b"<w:document/>")


def xlsx() -> bytes:
    return zipped(xl__workbook_xml=b"<workbook/>")


def odt() -> bytes:
    return zipped(mimetype=b"application/vnd.oasis.opendocument.text", content_xml=b"<x/>")


def msg() -> bytes:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    return ole + "__properties_version1.0".encode("utf-16-le") + bytes(200)


EML = (
    b"From: someone@school.example\r\nTo: hub@council.example\r\n"
    b"Subject: Thursday\r\n\r\nWe will come.\r\n"
)
