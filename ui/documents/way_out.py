"""How a paper leaves the store: to a printer, one at a time, or into a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.files import write_whole
from ui.documents.print_run import PrintRun
from ui.documents.printers import Printers, SystemPrinters
from ui.kit import ask


class WayOut(QObject):
    """``not_printed`` has an exception: nothing was handed over. What is noted is the page's."""

    not_printed = Signal(object)

    def __init__(self, page: QWidget, printers: Printers | None = None) -> None:
        super().__init__(page)
        self._page = page
        self._printers = printers or SystemPrinters()
        self._run: PrintRun | None = None

    @property
    def printer_names(self) -> tuple[str, ...]:
        """Every printer there is, the usual one first."""
        return self._printers.names()

    @property
    def is_printing(self) -> bool:
        return self._run is not None

    def print(
        self,
        pdf: bytes,
        pages: int,
        *,
        printer: str,
        title: str,
        then: Callable[[], object],
        copies: int = 1,
    ) -> None:
        """Print beside the window's work. ``then`` is called once the printer has all of it.

        :param title: the queue of a printer shows it to everyone: never a family's name.
        """
        queue = self._printers.printer(printer)
        queue.setDocName(title)
        queue.setCopyCount(copies)
        self._run = PrintRun(pdf, pages, queue, self)
        self._run.finished.connect(lambda: self._end(then))
        self._run.failed.connect(lambda problem: self._end(lambda: self.not_printed.emit(problem)))
        self._run.start()

    def save(self, pdf: bytes, name: str, what: str = "The paper") -> bool:
        """Ask where, and write it there; False when they changed their mind.

        :param what: what could not be saved, when it cannot.
        :raises EhdeskError: when the file cannot be written there.
        """
        path: Path | None = ask.ask_save_path(self._page, "Save as PDF", name, "PDF (*.pdf)")
        if path is None:
            return False
        try:
            write_whole(path, pdf)
        except OSError as problem:
            raise EhdeskError(
                f"{what} could not be saved there",
                "The folder may be full or locked.",
                "Choose another one; nothing was noted.",
            ) from problem
        return True

    def _end(self, then: Callable[[], object]) -> None:
        self._run = None
        then()
