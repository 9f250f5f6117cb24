"""The printers of this computer."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

DOTS_AN_INCH = 300


class Printers(Protocol):
    """Where papers can be printed."""

    def names(self) -> tuple[str, ...]:
        """Every printer there is, the usual one first."""
        ...

    def printer(self, name: str) -> QPrinter:
        """The printer of that name, ready for A4 pages."""
        ...


class SystemPrinters:
    """What the system has set up."""

    def names(self) -> tuple[str, ...]:
        """Every printer there is, the usual one first."""
        found = list(QPrinterInfo.availablePrinterNames())
        usual = QPrinterInfo.defaultPrinterName()
        return tuple(sorted(found, key=lambda name: name != usual))

    def printer(self, name: str) -> QPrinter:
        """The printer of that name, ready for A4 pages."""
        return as_a4(QPrinter(QPrinterInfo.printerInfo(name)))


def as_a4(printer: QPrinter) -> QPrinter:
    """Set a printer to whole A4 pages at the resolution that papers are drawn at."""
    printer.setResolution(DOTS_AN_INCH)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer
