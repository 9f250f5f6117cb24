"""A paper before it is printed: the true PDF, what is left off it, and the two ways out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.domain.words import plural
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.files import write_whole
from ehdesk.kernel.notices import Changed
from ui.documents.paper_words import paper_words
from ui.documents.print_panel import PrintPanel
from ui.documents.print_run import PrintRun
from ui.documents.printers import Printers, SystemPrinters
from ui.kit import ask
from ui.kit.navigation import Command, Navigator, Page, Place
from ui.kit.preview import Preview
from ui.kit.tasks import Task, run

_OUR_OWN = ("Print", "Save a paper")
"""What printing and saving are called in the history: they change nothing on the paper."""


class PrintPage(Page):
    """Every print and every saved file is noted in the family's record before it is said done."""

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        *,
        paper: str,
        case_id: UUID,
        printers: Printers | None = None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._navigator = navigator
        self._paper = paper
        self._case_id = case_id
        self._printers = printers or SystemPrinters()
        self._case = desk.cases.get(case_id)
        self._pdf = b""
        self._task: Task | None = None
        self._run: PrintRun | None = None
        self.panel = PrintPanel(self._case.family.title)
        self.preview = Preview()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addWidget(self.preview, 1)
        self.panel.up_chosen.connect(lambda: navigator.open_case(case_id))
        self.panel.paper_chosen.connect(self._on_paper_chosen)
        self.panel.print_asked.connect(self._on_print)
        self.panel.save_asked.connect(self._on_save)
        self.preview.source_asked.connect(self._on_source)
        self.preview.failed.connect(self._on_failed)
        self.panel.show_printers(self._printers.names())
        self.panel.set_ready(False)

    @property
    def paper(self) -> str:
        """The kind of paper that is shown."""
        return self._paper

    def title(self) -> str:
        return paper_words(self._paper).title

    def breadcrumb(self) -> Sequence[tuple[str, Place]]:
        return (
            ("Cases", Place("cases")),
            (self._case.family.title, Place("case", case_id=self._case_id, tab="overview")),
        )

    def case_id(self) -> UUID:
        return self._case_id

    def commands(self) -> Sequence[Command]:
        return (
            Command("Save as PDF", self._on_save, "Ctrl+S", "download"),
            Command("Open the record this came from", self._on_source, icon="file-text"),
            Command("Whole page", lambda: self.preview.set_zoom(0), icon="maximize-2"),
        )

    def regions(self) -> Sequence[QWidget]:
        return (self.panel, self.preview)

    def focus_start(self) -> None:
        self.panel.header.focus_title()

    def refresh(self, changed: Changed | None = None) -> None:
        if changed is not None and (
            changed.operation in _OUR_OWN or self._case_id not in changed.cases
        ):
            return
        self._case = self._desk.cases.get(self._case_id)
        kinds = self._desk.papers.kinds(self._case)
        self.panel.show_papers(kinds, self._paper)
        self._make()

    def left(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _make(self) -> None:
        """Make the PDF beside the window's work; the old pages stay until then."""
        self.preview.pages.dim()
        if self._task is not None:
            self._task.cancel()
        kind, case_id, papers = self._paper, self._case_id, self._desk.papers
        self._task = run(
            lambda: papers.build(kind, case_id),
            on_done=self._on_made,
            on_failed=self._on_failed,
            owner=self,
        )

    def _on_made(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.preview.show_pdf(pdf)
        pages = self.preview.page_total
        fits = "Fits on one page" if pages == 1 else f"Runs to {pages} pages"
        self.preview.say(f"{fits}. Printing and saving are noted in the family’s record.")
        if self._desk.read_only:
            self.panel.say_trouble(
                "This store is open to read only",
                "Nothing can be printed or saved from it, because it could not be noted.",
            )
        else:
            self.panel.say_trouble("", "")
        self.panel.set_ready(not self._desk.read_only)

    def _on_failed(self, problem: Exception) -> None:
        self.panel.set_ready(bool(self._pdf) and not self._desk.read_only)
        if not isinstance(problem, EhdeskError):
            raise problem
        self.panel.say_trouble(problem.title, f"{problem.message} {problem.what_to_do}".strip())
        self.preview.say(problem.title, "triangle-alert", "overdue.ink")

    def _on_paper_chosen(self, kind: str) -> None:
        if kind and kind != self._paper:
            self._paper = kind
            self._pdf = b""
            self.panel.set_ready(False)
            self.panel.show_papers(self._desk.papers.kinds(self._case), kind)
            self.title_changed.emit()
            self._make()

    def _on_source(self) -> None:
        closing = _closing(self._case) if self._paper == "closure" else None
        if closing is not None:
            self._navigator.open_record(closing)
        else:
            self._navigator.open_case(self._case_id, paper_words(self._paper).tab)

    def _on_print(self) -> None:
        if not self._pdf or self._run is not None:
            return
        printer: QPrinter = self._printers.printer(self.panel.printer.value())
        printer.setDocName(self._case.reference)  # the queue of a printer shows it to everyone
        printer.setCopyCount(self.panel.copies.value() or 1)
        self.panel.set_ready(False)
        self.panel.say_trouble("", "")
        self._run = PrintRun(self._pdf, self.preview.page_total, printer, self)
        self._run.finished.connect(self._on_printed)
        self._run.failed.connect(self._on_not_printed)
        self._run.start()

    def _on_printed(self) -> None:
        self._run = None
        self.panel.set_ready(True)
        copies = plural(self.panel.copies.value() or 1, "copy", "copies")
        self._log("printed")
        self._navigator.say(f"Sent {copies} to the printer. It is noted in the family’s record.")

    def _on_not_printed(self, problem: Exception) -> None:
        self._run = None
        self._on_failed(problem)

    def _on_save(self) -> None:
        if not self._pdf or self._desk.read_only:
            return
        name = f"{self._case.reference} {paper_words(self._paper).file}.pdf"
        path: Path | None = ask.ask_save_path(self, "Save as PDF", name, "PDF (*.pdf)")
        if path is None:
            return
        if path.suffix.lower() != ".pdf":
            path = path.with_name(f"{path.name}.pdf")
        try:
            write_whole(path, self._pdf)
        except OSError:
            self.panel.say_trouble(
                "The paper could not be saved there",
                "The folder may be full or locked. Choose another one; nothing was noted.",
            )
            return
        self.panel.say_trouble("", "")
        self._log("saved")
        self._navigator.say("Saved as PDF. It is noted in the family’s record.")

    def _log(self, way: str) -> None:
        pages = self.preview.page_total
        self._desk.papers.log(self._paper, self._case_id, way=way, pdf=self._pdf, pages=pages)


def _closing(case: Case) -> UUID | None:
    """The record of the closure form."""
    return next((record.id for record in case.records if record.form == "closure"), None)
