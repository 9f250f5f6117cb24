"""Reports: how the work goes, as cards of numbers that point at nobody (picture 26)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.report import FOOT, TOO_FEW, TOO_FEW_LINE, Question, Report
from ehdesk.domain.report_cards import report_title
from ehdesk.domain.report_facts import Facts
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.files import write_whole
from ehdesk.kernel.notices import Changed
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.empty_state import EmptyState
from ui.kit.equal_columns import EqualColumns
from ui.kit.labels import Label
from ui.kit.navigation import Command, Navigator, Page, Place
from ui.kit.note import Note
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.tasks import Report as Progress
from ui.kit.tasks import Task, run
from ui.reports.report_card import ReportCard
from ui.reports.report_filters import ReportFilters
from ui.reports.working_line import WorkingLine
from ui.theme import theme

_CARD = 535
"""The width that a card wants: two stand side by side in a window of 1440, and not in one of 1366
(design, part 2, 26)."""


class ReportsPage(Page):
    """For managers. The facts are read once beside the window's work; another question is answered
    from them without reading again."""

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
        self._task: Task | None = None
        self._facts: Facts | None = None
        self.report: Report | None = None
        self.cards: list[ReportCard] = []
        self.header = PageHeader(report_title(desk.pack))
        self.save_button = Button("Save as spreadsheet", "secondary", "table-2")
        self.print_button = Button("Print the report", "primary", "printer")
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)
        takes = desk.may(Deed.TAKE_PAPER)
        for button in (self.save_button, self.print_button):
            self.header.add_action(button)
            button.setVisible(takes)
            button.setEnabled(False)
        asked = Question(period, cluster, route)
        reports = desk.reports
        self.filters = ReportFilters(asked, reports.periods(), reports.clusters(), reports.routes())
        self.filters.asked.connect(self._work_out)
        self.filters.turned.connect(self._on_turned)
        self.working = WorkingLine()
        self.working.stopped.connect(self._on_stopped)
        self.working.again.connect(self.refresh)
        self.trouble = Note("", "soon")
        self.trouble.hide()
        self.empty = Card()
        self.empty.body.addWidget(EmptyState("chart-column", TOO_FEW, TOO_FEW_LINE))
        self.empty.hide()
        self._grid = QWidget()
        self._columns = EqualColumns(
            self._grid, gap=theme().px(14), most=2, widest=theme().px(_CARD)
        )
        self._foot = Label(FOOT, "help", "text2")
        self._foot.hide()
        page = ScrollPage(self.header)
        for part in (
            self.filters,
            self.working,
            self.trouble,
            self.empty,
            self._grid,
            self._foot,
        ):
            page.body.addWidget(part)
        page.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def title(self) -> str:
        return "Reports"

    def commands(self) -> Sequence[Command]:
        if not self._desk.may(Deed.TAKE_PAPER):
            return ()
        return (
            Command("Save as spreadsheet", self._on_save, "Ctrl+S", "table-2"),
            Command("Print the report", self._on_print, icon="printer"),
        )

    def regions(self) -> Sequence[QWidget]:
        """The parts that F6 goes through."""
        return (self.header, self.filters, self.working, self._grid)

    def focus_start(self) -> None:
        self.header.focus_title()

    def refresh(self, changed: Changed | None = None) -> None:
        """Read the facts again, and say how far it is."""
        self._cancel()
        self.trouble.hide()
        self.working.begin()
        question = self.filters.question()
        reports = self._desk.reports
        if self.report is None and self._desk.may(Deed.SEE_REPORTS):
            self._show_outlines()

        def work(progress: Progress) -> tuple[Facts, Report]:
            facts = reports.facts(progress)
            progress.check()
            return facts, reports.make(question, facts=facts)

        self._task = run(
            work,
            on_done=self._on_read,
            on_failed=self._on_failed,
            on_progress=self.working.show_progress,
            owner=self,
        )

    def left(self) -> None:
        self._cancel()

    def _work_out(self) -> None:
        """Answer another question from what was read."""
        facts = self._facts
        if facts is None:
            self.refresh()
            return
        self._cancel()
        make = partial(self._desk.reports.make, self.filters.question(), facts=facts)
        self._task = run(make, on_done=self._show, on_failed=self._on_failed, owner=self)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _on_read(self, read: tuple[Facts, Report]) -> None:
        self._facts, report = read
        self._show(report)

    def _show(self, report: Report) -> None:
        self._task = None
        self.report = report
        self.working.end()
        self.header.set_support(report.support)
        self.empty.setVisible(report.is_empty)
        self._grid.setVisible(not report.is_empty)
        self._foot.setVisible(not report.is_empty)
        for button in (self.save_button, self.print_button):
            button.setEnabled(not report.is_empty)
        for view, card in zip(self.cards, report.cards, strict=True):
            if view.is_loading or view.value != card:
                view.show_card(card)
        self._on_turned_again()

    def _show_outlines(self) -> None:
        """Every card by its name and nothing in it yet: no numbers are there from before."""
        if not self.cards:
            names = self._desk.reports.make(Question(), facts=Facts())
            for card in names.cards:
                view = ReportCard(card)
                self.cards.append(view)
                self._columns.addWidget(view)
        for view in self.cards:
            view.show_loading()
        self._grid.show()

    def _hide_outlines(self) -> None:
        self._grid.setVisible(self.report is not None and not self.report.is_empty)

    def _on_turned(self) -> None:
        for card in self.cards:
            card.show_tables(self.filters.tables)

    def _on_turned_again(self) -> None:
        """New cards follow the switch; one that was turned by itself stays as it is."""
        if self.filters.tables and not any(card.shows_table for card in self.cards):
            self._on_turned()

    def _on_stopped(self) -> None:
        self._cancel()
        self._hide_outlines()
        self.working.show_stopped()

    def _on_failed(self, problem: Exception) -> None:
        self._task = None
        self.working.end()
        self._hide_outlines()
        if not isinstance(problem, EhdeskError):
            raise problem
        self.trouble.set_title(problem.title)
        self.trouble.set_text(f"{problem.message} {problem.what_to_do}".strip())
        self.trouble.show()

    def _on_save(self) -> None:
        report = self.report
        if report is None or report.is_empty or not self._desk.may(Deed.TAKE_PAPER):
            return
        name = f"Report {report.period.last:%Y-%m-%d}.xlsx"
        path: Path | None = ask.ask_save_path(
            self, "Save as spreadsheet", name, "Spreadsheet (*.xlsx)"
        )
        if path is None:
            return
        self._task = run(
            partial(_save, self._desk, report, path),
            on_done=lambda _done: self._on_saved(),
            on_failed=self._on_failed,
            owner=self,
        )

    def _on_saved(self) -> None:
        self._task = None
        self.trouble.hide()
        self._navigator.say("Saved as a spreadsheet. It holds the numbers that are shown here.")

    def _on_print(self) -> None:
        if self.report is None or self.report.is_empty:
            return
        asked = self.report.question
        self._navigator.go(
            Place("report_paper", period=asked.period, cluster=asked.cluster, route=asked.route)
        )


def _save(desk: Desk, report: Report, path: Path) -> None:
    """:raises EhdeskError: when the file cannot be written."""
    content = desk.reports.sheet(report)
    try:
        write_whole(path, content)
    except OSError:
        raise EhdeskError(
            "The spreadsheet could not be saved there",
            "The folder may be full or locked.",
            "Choose another one.",
        ) from None
