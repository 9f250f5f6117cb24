"""Pages of a PDF as pictures, drawn in memory by pdfium."""

from __future__ import annotations

from threading import Lock

import pypdfium2 as pdfium
from PySide6.QtGui import QImage

POINTS_AN_INCH = 72
_one_at_a_time = Lock()  # pdfium keeps state of its own and may not be used by two threads at once


def page_picture(pdf: bytes, number: int, dots_an_inch: float) -> QImage:
    """One page, counted from 0, as a picture at this resolution."""
    with _one_at_a_time:
        document = pdfium.PdfDocument(pdf)
        try:
            page = document[number]
            bitmap = page.render(scale=dots_an_inch / POINTS_AN_INCH, prefer_bgrx=True)
            picture = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            ).copy()  # its own memory, as pdfium's goes with the page
            bitmap.close()
            page.close()
            return picture
        finally:
            document.close()


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page in points."""
    with _one_at_a_time:
        document = pdfium.PdfDocument(pdf)
        try:
            return tuple(document.get_page_size(number) for number in range(len(document)))
        finally:
            document.close()
