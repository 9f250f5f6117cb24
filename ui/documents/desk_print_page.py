"""A paper that belongs to no case before it is printed: what was given, the page of numbers, the
record of a supervision, the list of cases."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.lists import CaseFilter
from ehdesk.domain.words import plural
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Changed
from ehdesk.services.desk_papers import TITLES
from ehdesk.services.papers import Made
from ui.documents.paper_words import paper_words
from ui.documents.print_panel import PrintPanel
from ui.documents.printers import Printers
from ui.documents.way_out import WayOut
from ui.kit.navigation import Command, Navigator, Page, Place
from ui.kit.preview import Preview
from ui.kit.tasks import Task, run

_UP = {
    "advice-given": ("Advice contacts", "advice_log"),
    "contacts": ("Contacts", "contacts"),
    "supervision": ("Oversight", "oversight"),
    "cases": ("Cases", "cases"),
}


class DeskPrintPage(Page):
    """The same panel and preview as a family's papers; the log of prints is the desk's own."""

    made_anew = True

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        *,
        paper: str,
        contact_id: UUID | None = None,
        supervision_id: UUID | None = None,
        cases: CaseFilter | None = None,
        chosen: str = "",
        printers: Printers | None = None,
    ) -> None:
        super().__init__()
        self._desk, self._navigator = desk, navigator
        self._paper = paper
        self._make = partial(
            desk.desk_papers.make,
            paper,
            contact_id,
            supervision_id=supervision_id,
            cases=cases,
            chosen=chosen,
        )
        self._way_out = WayOut(self, printers)
        self._way_out.not_printed.connect(self._on_failed)
        self._made: Made | None = None
        self._task: Task | None = None
        up, _kind = _UP[paper]
        self.panel = PrintPanel(up)
        self.panel.show_papers(((paper, TITLES[paper]),), paper)
        self.panel.show_records((), "")
        self.panel.show_audiences((), "")
        self.panel.show_printers(self._way_out.printer_names)
        self.panel.left_off.set_text(paper_words(paper).left_off)
        self.panel.set_ready(False)
        self.preview = Preview(has_source=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addWidget(self.preview, 1)
        self.panel.up_chosen.connect(navigator.back)
        self.panel.print_asked.connect(self._on_print)
        self.panel.save_asked.connect(self._on_save)
        self.preview.failed.connect(self._on_failed)

    def title(self) -> str:
        return TITLES[self._paper]

    def breadcrumb(self) -> Sequence[tuple[str, Place]]:
        up, kind = _UP[self._paper]
        return ((up, Place(kind)),)

    def commands(self) -> Sequence[Command]:
        return (Command("Save as PDF", self._on_save, "Ctrl+S", "download"),)

    def regions(self) -> Sequence[QWidget]:
        return self.panel, self.preview

    def focus_start(self) -> None:
        self.panel.header.focus_title()

    def left(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def refresh(self, changed: Changed | None = None) -> None:
        if changed is not None:
            return  # printing changes nothing on the paper
        self.preview.wait()
        self._task = run(
            self._make,
            on_done=self._on_made,
            on_failed=self._on_failed,
            owner=self,
        )

    def _on_made(self, made: Made) -> None:
        self._made = made
        self.preview.show_pdf(made.pdf)
        pages = self.preview.page_total
        fits = "Fits on one page" if pages == 1 else f"Runs to {pages} pages"
        self.preview.say(f"{fits}. Printing and saving are noted.")
        self.panel.set_ready(self._desk.may(Deed.TAKE_PAPER))

    def _on_failed(self, problem: Exception) -> None:
        self.panel.set_ready(self._made is not None and self._desk.may(Deed.TAKE_PAPER))
        if not isinstance(problem, EhdeskError):
            raise problem
        self.panel.say_trouble(problem.title, f"{problem.message} {problem.what_to_do}".strip())

    def _on_print(self) -> None:
        made = self._made
        if made is None or self._way_out.is_printing:
            return
        self.panel.set_ready(False)
        self.panel.say_trouble("", "")
        self._way_out.print(
            made.pdf,
            self.preview.page_total,
            printer=self.panel.printer.value(),
            title=TITLES[self._paper],
            copies=self.panel.copies.value() or 1,
            then=lambda: self._on_printed(made),
        )

    def _on_printed(self, made: Made) -> None:
        self.panel.set_ready(True)
        self._log("printed", made)
        copies = plural(self.panel.copies.value() or 1, "copy", "copies")
        self._navigator.say(f"Sent {copies} to the printer. It is noted.")

    def _on_save(self) -> None:
        if self._made is None or not self._desk.may(Deed.TAKE_PAPER):
            return
        try:
            if not self._way_out.save(self._made.pdf, f"{TITLES[self._paper]}.pdf"):
                return
        except EhdeskError as problem:
            self.panel.say_trouble(problem.title, f"{problem.message} {problem.what_to_do}")
            return
        self.panel.say_trouble("", "")
        self._log("saved", self._made)
        self._navigator.say("Saved as PDF. It is noted.")

    def _log(self, way: str, made: Made) -> None:
        self._desk.desk_papers.log(
            self._paper, way=way, pdf=made.pdf, pages=self.preview.page_total
        )
