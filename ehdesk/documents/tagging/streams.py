"""Streams that end where the standard says."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream

_END = b"endstream\n"


def end_every_stream_on_its_own_line(document: Any) -> None:
    """From now on every stream of this ``document`` ends with a line break before ``endstream``.

    ISO 32000-1 (7.3.8.1) asks for it and ReportLab leaves it out. The canvas makes its document
    itself, so this one document changes class; ReportLab's own classes stay as they are.
    """
    document.__class__ = _Document


class _Document(PDFDocument):  # type: ignore[misc]
    def Reference(self, obj: Any, name: str | None = None) -> Any:
        if type(obj) is PDFStream:
            obj.__class__ = _Stream
        return super().Reference(obj, name)


class _Stream(PDFStream):  # type: ignore[misc]
    def format(self, document: Any) -> bytes:
        written: bytes = super().format(document)
        return written.removesuffix(_END) + b"\n" + _END
