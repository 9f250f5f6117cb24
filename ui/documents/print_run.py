"""Printing a PDF: page after page drawn beside the window's work, then handed to the printer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtPrintSupport import QPrinter

from ehdesk.kernel.errors import EhdeskError
from ui.documents.printers import DOTS_AN_INCH
from ui.kit.pdf_pages import page_picture
from ui.kit.tasks import run


class PrintRun(QObject):
    """One page is in memory at a time. ``finished`` or ``failed`` (with an exception) ends it."""

    finished = Signal()
    failed = Signal(object)

    def __init__(
        self, pdf: bytes, pages: int, printer: QPrinter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pdf = pdf
        self._pages = pages
        self._printer = printer
        self._painter = QPainter()
        self._done = 0

    def start(self) -> None:
        """Begin. The painter stays open until the last page is handed over."""
        if not self._painter.begin(self._printer):
            self.failed.emit(
                EhdeskError(
                    "The printer does not answer",
                    "Nothing was printed, and nothing was noted.",
                    "See that it is on and has paper, or save the paper as a PDF.",
                )
            )
            return
        self._draw_next()

    def _draw_next(self) -> None:
        pdf, number = self._pdf, self._done
        run(
            lambda: page_picture(pdf, number, DOTS_AN_INCH),
            on_done=self._on_drawn,
            on_failed=self._on_failed,
            owner=self,
        )

    def _on_drawn(self, picture: QImage) -> None:
        if self._done:
            self._printer.newPage()
        if picture.width() > picture.height():
            # A page that lies on its side: the paper in the printer stands upright.
            picture = picture.transformed(QTransform().rotate(90))
        dots = self._printer.resolution() / DOTS_AN_INCH
        size = picture.size() * dots
        self._painter.drawImage(QRect(0, 0, size.width(), size.height()), picture)
        self._done += 1
        if self._done < self._pages:
            self._draw_next()
            return
        self._painter.end()
        self.finished.emit()

    def _on_failed(self, problem: Exception) -> None:
        self._printer.abort()
        self._painter.end()
        self.failed.emit(problem)
