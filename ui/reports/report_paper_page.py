"""The report before it is printed: the true PDF, and the two ways out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.report import Question
from ehdesk.domain.words import plural
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.files import write_whole
from ehdesk.kernel.notices import Changed
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.navigation import Command, Navigator, Page, Place
from ui.kit.note import Note
from ui.kit.page import PageHeader
from ui.kit.preview import Preview
from ui.kit.print_pdf import print_pdf
from ui.kit.tasks import Task, run
from ui.theme import theme

_QUEUE = "Report"
"""What the queue of a printer shows."""


class ReportPaperPage(Page):
    """No family is named on it, so no family's record notes the print."""

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        *,
        period: str = "april",
        cluster: str = "",
        route: str = "",
    ) -> None:
        super().__init__()
        self._desk, self._navigator = desk, navigator
        self._question = Question(period, cluster, route)
        self._task: Task | None = None
        self._pdf = b""
        self.header = PageHeader("Print the report", "", ("Reports",))
        self.header.breadcrumb_chosen.connect(lambda _at: navigator.go(self._above()))
        self.save_button = Button("Save as PDF", "secondary", "download")
        self.print_button = Button("Print", "primary", "printer")
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)
        for button in (self.save_button, self.print_button):
            self.header.add_action(button)
            button.setVisible(desk.may(Deed.TAKE_PAPER))
        self.trouble = Note("", "soon")
        self.trouble.hide()
        self.preview = Preview(has_source=False)
        self.preview.failed.connect(self._on_failed)
        px = theme().px
        top = QWidget()
        head = QVBoxLayout(top)
        head.setContentsMargins(px(32), px(28), px(32), px(16))
        head.setSpacing(px(12))
        head.addWidget(self.header)
        head.addWidget(self.trouble)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.preview, 1)
        self._set_ready(False)

    def title(self) -> str:
        return "Print the report"

    def breadcrumb(self) -> Sequence[tuple[str, Place]]:
        return (("Reports", self._above()),)

    def commands(self) -> Sequence[Command]:
        if not self._desk.may(Deed.TAKE_PAPER):
            return ()
        return (Command("Save as PDF", self._on_save, "Ctrl+S", "download"),)

    def regions(self) -> Sequence[QWidget]:
        return (self.header, self.preview)

    def focus_start(self) -> None:
        self.header.focus_title()

    def refresh(self, changed: Changed | None = None) -> None:
        """Make the paper beside the window's work; the old pages stay until then."""
        self.preview.wait()
        if self._task is not None:
            self._task.cancel()
        reports, question = self._desk.reports, self._question
        self._task = run(
            lambda: reports.paper(reports.make(question)),
            on_done=self._on_made,
            on_failed=self._on_failed,
            owner=self,
        )

    def left(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _above(self) -> Place:
        asked = self._question
        return Place("reports", period=asked.period, cluster=asked.cluster, route=asked.route)

    def _set_ready(self, ready: bool) -> None:
        allowed = ready and self._desk.may(Deed.TAKE_PAPER)
        self.save_button.setEnabled(allowed)
        self.print_button.setEnabled(allowed)

    def _on_made(self, pdf: bytes) -> None:
        self._task = None
        self._pdf = pdf
        self.trouble.hide()
        self.preview.show_pdf(pdf)
        self.preview.say(f"{plural(self.preview.page_total, 'page')}. No family is named.")
        self._set_ready(True)

    def _on_failed(self, problem: Exception) -> None:
        self._task = None
        if not isinstance(problem, EhdeskError):
            raise problem
        self._say_trouble(problem)

    def _say_trouble(self, problem: EhdeskError) -> None:
        self.trouble.set_title(problem.title)
        self.trouble.set_text(f"{problem.message} {problem.what_to_do}".strip())
        self.trouble.show()

    def _on_print(self) -> None:
        if self._pdf and print_pdf(self.window(), self._pdf, _QUEUE):
            self._navigator.say("Sent to the printer.")

    def _on_save(self) -> None:
        if not self._pdf or not self._desk.may(Deed.TAKE_PAPER):
            return
        name = f"Report {self._desk.clock.today():%Y-%m-%d}.pdf"
        path: Path | None = ask.ask_save_path(self, "Save as PDF", name, "PDF (*.pdf)")
        if path is None:
            return
        try:
            write_whole(path, self._pdf)
        except OSError:
            self._say_trouble(
                EhdeskError(
                    "The report could not be saved there",
                    "The folder may be full or locked.",
                    "Choose another one.",
                )
            )
            return
        self.trouble.hide()
        self._navigator.say("Saved as PDF.")
