"""Prints a finished PDF: the printer gets the very pages that were shown, nothing is laid out anew.

    printed = print_pdf(self, pdf, "Family action plan")

No file is written on the way by this program; what the system's own queue keeps is its affair.
"""

from __future__ import annotations

import pypdfium2
from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QTransform
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ui.kit import ask

_MOST_DPI = 300


def print_pdf(parent: QWidget | None, pdf: bytes, title: str) -> bool:
    """Ask for a printer and print; False when the person changed their mind.

    In tests the laid-out answer is a QPrinter, or None. ``title`` is what the system's print queue
    shows to others: never a family's name.
    """
    printer = _ask_printer(parent, title)
    if printer is None:
        return False
    printer.setDocName(title)
    with pypdfium2.PdfDocument(pdf) as document, QPainter(printer) as painter:
        for number in range(len(document)):
            if number:
                printer.newPage()
            _print_page(painter, printer, document[number])
    return True


def _ask_printer(parent: QWidget | None, title: str) -> QPrinter | None:
    if ask.answers is not None:
        if not ask.answers:
            raise LookupError(f"no answer was laid out for: {title}")
        laid_out = ask.answers.pop(0)
        return laid_out if isinstance(laid_out, QPrinter) else None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def _print_page(painter: QPainter, printer: QPrinter, page: pypdfium2.PdfPage) -> None:
    dpi = min(printer.resolution(), _MOST_DPI)
    bitmap = page.render(scale=dpi / 72, rev_byteorder=True, prefer_bgrx=True)
    image = QImage(
        bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
    )
    paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    if (image.width() > image.height()) != (paper.width() > paper.height()):
        # A page that lies on its side is turned, so that nothing is squeezed.
        image = image.transformed(QTransform().rotate(90))
    painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), image)
