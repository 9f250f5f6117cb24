"""A paper before it is printed: the true PDF, what is left off it, and the two ways out."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.paper_copy import Audience
from ehdesk.domain.words import plural
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Changed
from ehdesk.services.papers import Made
from ui.documents.paper_words import left_off_words, paper_words
from ui.documents.print_panel import PrintPanel
from ui.documents.printers import Printers
from ui.documents.way_out import WayOut
from ui.kit.navigation import Command, Navigator, Page, Place
from ui.kit.preview import Preview
from ui.kit.tasks import Task, run

_OUR_OWN = ("Print", "Save a paper")
"""What printing and saving are called in the history: they change nothing on the paper."""


class PrintPage(Page):
    """Every print and every saved file is noted in the family's record before it is said done."""

    made_anew = True

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        *,
        paper: str,
        case_id: UUID,
        record_id: UUID | None = None,
        printers: Printers | None = None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._navigator = navigator
        self._paper = paper
        self._case_id = case_id
        self._record_id = record_id
        self._audience: Audience | None = None
        self._made: Made | None = None
        self._way_out = WayOut(self, printers)
        self._way_out.not_printed.connect(self._on_failed)
        self._case = desk.cases.get(case_id)
        self._task: Task | None = None
        self.panel = PrintPanel(self._case.family.title)
        self.preview = Preview()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addWidget(self.preview, 1)
        self.panel.up_chosen.connect(lambda: navigator.open_case(case_id))
        self.panel.paper_chosen.connect(self._on_paper_chosen)
        self.panel.record_chosen.connect(self._on_record_chosen)
        self.panel.audience_chosen.connect(self._on_audience_chosen)
        self.panel.print_asked.connect(self._on_print)
        self.panel.save_asked.connect(self._on_save)
        self.preview.source_asked.connect(self._on_source)
        self.preview.failed.connect(self._on_failed)
        self.panel.show_printers(self._way_out.printer_names)
        self.panel.set_ready(False)

    @property
    def paper(self) -> str:
        """The kind of paper that is shown."""
        return self._paper

    def title(self) -> str:
        titles = dict(self._desk.papers.kinds(self._case))
        return paper_words(self._paper, titles.get(self._paper, "")).title

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
        self._show_choices()
        self._make()

    def _show_choices(self) -> None:
        """Which papers there are, which record of the form, and who the copy can be for."""
        papers = self._desk.papers
        self.panel.show_papers(papers.kinds(self._case), self._paper)
        records = papers.records(self._paper, self._case)
        here = self._record_id if self._record_id in [r.id for r in records] else None
        self._record_id = here or (records[0].id if records else None)
        self.panel.show_records([(str(r.id), r.words) for r in records], str(self._record_id))
        audiences = papers.audiences(self._paper, self._case)
        if self._audience not in audiences:
            self._audience = audiences[0]
        self.panel.show_audiences(audiences, self._audience)

    def left(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _make(self) -> None:
        """Make the PDF beside the window's work; the old pages stay until then."""
        self.preview.wait()
        if self._task is not None:
            self._task.cancel()
        kind, case_id, papers = self._paper, self._case_id, self._desk.papers
        record_id, audience = self._record_id, self._audience
        self._task = run(
            lambda: papers.make(kind, case_id, record_id, audience),
            on_done=self._on_made,
            on_failed=self._on_failed,
            owner=self,
        )

    def _on_made(self, made: Made) -> None:
        self._made = made
        self.preview.show_pdf(made.pdf)
        self.panel.left_off.set_text(left_off_words(self._paper, made.left_off))
        pages = self.preview.page_total
        fits = "Fits on one page" if pages == 1 else f"Runs to {pages} pages"
        self.preview.say(f"{fits}. Printing and saving are noted in the family’s record.")
        if not self._desk.may(Deed.TAKE_PAPER):
            self.panel.say_trouble(
                "This store is open to read only",
                "Nothing can be printed or saved from it, because it could not be noted.",
            )
        else:
            self.panel.say_trouble("", "")
        self.panel.set_ready(self._desk.may(Deed.TAKE_PAPER))

    def _on_failed(self, problem: Exception) -> None:
        self.panel.set_ready(self._made is not None and self._desk.may(Deed.TAKE_PAPER))
        if not isinstance(problem, EhdeskError):
            raise problem
        self.panel.say_trouble(problem.title, f"{problem.message} {problem.what_to_do}".strip())
        self.preview.say(problem.title, "triangle-alert", "overdue.ink")

    def _on_paper_chosen(self, kind: str) -> None:
        if kind and kind != self._paper:
            self._paper = kind
            self._record_id = self._audience = None
            self._show_choices()
            self.title_changed.emit()
            self._make_another()

    def _on_record_chosen(self, record_id: str) -> None:
        if record_id and record_id != str(self._record_id):
            self._record_id = UUID(record_id)
            self._make_another()

    def _on_audience_chosen(self, audience: str) -> None:
        if audience and audience != self._audience:
            self._audience = Audience(audience)
            self._make_another()

    def _make_another(self) -> None:
        """Make what was just chosen; until it is there, nothing leaves the store."""
        self._made = None
        self.panel.set_ready(False)
        self._make()

    def _on_source(self) -> None:
        closing = _closing(self._case) if self._paper == "closure" else None
        source = closing or self._record_id
        if source is not None:
            self._navigator.open_record(source)
        else:
            self._navigator.open_case(self._case_id, paper_words(self._paper).tab)

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
            title=self._case.reference,
            copies=self.panel.copies.value() or 1,
            then=lambda: self._on_printed(made),
        )

    def _on_printed(self, made: Made) -> None:
        self.panel.set_ready(True)
        copies = plural(self.panel.copies.value() or 1, "copy", "copies")
        self._log("printed", made)
        self._navigator.say(f"Sent {copies} to the printer. It is noted in the family’s record.")

    def _on_save(self) -> None:
        if self._made is None or not self._desk.may(Deed.TAKE_PAPER):
            return
        name = f"{self._case.reference} {paper_words(self._paper).file}.pdf"
        try:
            if not self._way_out.save(self._made.pdf, name):
                return
        except EhdeskError as problem:
            self.panel.say_trouble(problem.title, f"{problem.message} {problem.what_to_do}")
            return
        self.panel.say_trouble("", "")
        self._log("saved", self._made)
        self._navigator.say("Saved as PDF. It is noted in the family’s record.")

    def _log(self, way: str, made: Made) -> None:
        self._desk.papers.log(
            self._paper,
            self._case_id,
            way=way,
            pdf=made.pdf,
            pages=self.preview.page_total,
            title=made.title,
        )


def _closing(case: Case) -> UUID | None:
    """The record of the closure form."""
    return next((record.id for record in case.records if record.form == "closure"), None)
