"""Documents: papers that can be printed, forms of this case and those that can be begun, and what
has left the store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.record_names import record_name
from ehdesk.domain.records import Paper, Record
from ehdesk.domain.words import plural
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date, say_time
from ehdesk.services.attachments import COPY
from ui.cases.begin_card import BeginCard
from ui.cases.card_row import CardRow
from ui.cases.case_tab import CaseTab
from ui.cases.case_words import option_words
from ui.cases.emptied import empty
from ui.cases.files_card import FilesCard
from ui.cases.icon import Icon
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.data_table import Column, DataTable
from ui.kit.labels import Label
from ui.kit.navigation import Navigator, Place
from ui.kit.segmented import Segmented
from ui.kit.table_rows import Cell, Row, TableRows
from ui.theme import theme
from ui.work.forms_to_begin import begin_commands

_HEADERS = ("Document", "By", "Date", "State")


def count_documents(case: Case, desk: Desk) -> int:
    """How many papers, forms and files the tab lists."""
    papers = desk.papers.kinds(case, in_full=False)
    return len(papers) + len(case.records) + len(case.attachments)


class DocumentsTab(CaseTab):
    """Enter or a double click opens a line: a paper as a preview, a form as it stands."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__(desk, navigator)
        self._case: Case | None = None
        self._rows: list[Row] = []
        self.show_what = Segmented(
            (("all", "All"), ("paper", "To print"), ("form", "Forms")), "Which documents to show"
        )
        self.show_what.value_changed.connect(self._filter)
        self.model = TableRows(_HEADERS, self)
        columns = (Column(40, keep=True), Column(18), Column(18, keep=True), Column(20, keep=True))
        self.table = DataTable("Documents of this case", columns)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setModel(self.model)
        self.table.activated.connect(self._on_activated)
        self.share_button = Button("Print and share", "secondary", "printer")
        self.share_button.clicked.connect(lambda: navigator.go(Place("print_and_share")))
        self.open_button = Button("Open", "secondary", "eye")
        self.open_button.clicked.connect(lambda: self._on_activated(self.table.currentIndex()))
        self.print_button = Button("Print", "secondary", "printer")
        self.print_button.clicked.connect(self._on_print)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._name_button())
        tools = QHBoxLayout()
        tools.addWidget(self.show_what)
        tools.addStretch(1)
        tools.addWidget(self.print_button)
        tools.addWidget(self.open_button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addLayout(tools)
        column.addWidget(self.table)
        self.begin = BeginCard()
        self.files = FilesCard(desk)
        column.addWidget(self.files)
        self.log = _PrintLog()
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme().px(16))
        beside.addWidget(self.begin)
        beside.addWidget(self.log)
        beside.addStretch(1)
        row = CardRow(760, level=False)
        row.add(left, 68)
        row.add(right, 32)
        self.body.addWidget(row)
        self.body.addStretch(1)
        theme().changed.connect(self._fit)

    def header_actions(self) -> Sequence[Button]:
        return (self.share_button,)

    def show_case(self, case: Case) -> None:
        self._case = case
        today = self.desk.clock.today()
        papers_of_case = self.desk.papers.kinds(case, in_full=False)
        papers = [_paper_row(kind, title) for kind, title in papers_of_case]
        forms = [self._form_row(record, today) for record in reversed(case.records)]
        self.show_what.set_count("all", len(papers) + len(forms))
        self.show_what.set_count("paper", len(papers))
        self.show_what.set_count("form", len(forms))
        rows = [*papers, *forms]
        if rows != self._rows:
            self._rows = rows
            self._filter()
        self.files.show_files(case)
        self.log.show_papers(case.papers, today)
        may_begin = case.is_open and self.desk.may(Deed.WORK)
        self.begin.show_forms(begin_commands(case, self.desk, self.navigator) if may_begin else ())

    def _filter(self) -> None:
        """Show the rows that are asked for; the chosen one stays chosen."""
        current = self.table.currentIndex()
        chosen = self.model.key(current) if current.isValid() else ""
        wanted = self.show_what.value()
        self.model.set_rows(
            [row for row in self._rows if wanted == "all" or row.key.startswith(wanted)]
        )
        row = self.model.row_of(chosen)
        self.table.choose_row(row if row >= 0 else min(0, self.model.rowCount() - 1))
        self._fit()
        self._name_button()

    def _fit(self) -> None:
        self.table.setFixedHeight(self.table.content_height())

    def _name_button(self) -> None:
        index = self.table.currentIndex()
        key = self.model.key(index) if index.isValid() else ""
        self.open_button.setVisible(bool(key))
        words = "Preview" if key.startswith("paper") else "Open"
        self.open_button.setText(words)
        if index.isValid():
            name = index.siblingAtColumn(0).data()
            self.open_button.setAccessibleName(f"{words}: {name}")
            self.print_button.setAccessibleName(f"Print: {name}")
        self.print_button.setVisible(key.startswith("form"))

    def _form_row(self, record: Record, today: date) -> Row:
        done = record.finished_at is not None
        day = say_date(local(record.finished_at or record.saved_at).date(), today)
        steps = f"{record.steps_done} of {record.steps_total} steps done"
        if done:
            state = ("Finished", "done", "check")
        elif self._case is not None and not self._case.is_open:
            state = ("Not finished", "none", "lock")
        else:
            state = ("Being written", "track", "pencil")
        return Row(
            f"form:{record.id}",
            (
                Cell(self._title(record), "" if done else steps, strong=True),
                Cell(record.finished_by, quiet=True),
                Cell(day),
                Cell(pill=state),
            ),
        )

    def _title(self, record: Record) -> str:
        """What the form is about: "TAF meeting 3", "Review 1", "Contact, visit"."""
        if record.form == "contact":
            kind = str(record.answers.get("contact.kind") or "")
            words = option_words(self.desk.pack, "contact", "contact.kind", kind) if kind else ""
            return f"Contact, {words.lower()}" if words else "Contact"
        title = self.desk.forms.form_of(record).title
        return (
            title if self._case is None else record_name(self._case, record, title, self.desk.pack)
        )

    def _on_activated(self, index: QModelIndex) -> None:
        if self._case is None or not index.isValid():
            return
        what, _, key = self.model.key(index).partition(":")
        if what == "paper":
            self.navigator.open_print(key, self._case.id)
        else:
            self.navigator.open_record(UUID(key))

    def _on_print(self) -> None:
        index = self.table.currentIndex()
        if self._case is None or not index.isValid():
            return
        record_id = UUID(self.model.key(index).partition(":")[2])
        kind = self.desk.papers.in_full(self._case, record_id)
        self.navigator.open_print(kind, self._case.id, record_id)


def _paper_row(kind: str, title: str) -> Row:
    return Row(
        f"paper:{kind}",
        (
            Cell(title, "Made anew each time", strong=True),
            Cell("", quiet=True),
            Cell("As of today"),
            Cell(pill=("Ready to print", "done", "printer")),
        ),
    )


class _PrintLog(Card):
    """What was printed or saved, when and by whom. Only ever added to."""

    def __init__(self) -> None:
        super().__init__("Printed and saved")
        self._shown: object = None

    def show_papers(self, papers: Sequence[Paper], today: date) -> None:
        """Show the log, newest first."""
        if (tuple(papers), today) == self._shown:
            return
        self._shown = (tuple(papers), today)
        empty(self.body)
        for paper in sorted(papers, key=lambda one: one.made_at, reverse=True):
            self.body.addWidget(_Logged(paper, today))
        if papers:
            words = f"{plural(len(papers), 'paper')} so far. Kept as long as the case."
            self.body.addWidget(Label(words, "help", "text2"))
        else:
            words = "Nothing has left this case yet. Each print and each saved file is noted here."
            self.body.addWidget(Label(words, "help", "text2"))


_WAYS = {
    "printed": ("printer", "printed"),
    "saved": ("download", "saved as PDF"),
    "packed": ("file-lock", "locked in a packet"),
}
"""Icon and words for each way that a paper leaves the store."""


class _Logged(QWidget):
    """One line of the log."""

    def __init__(self, paper: Paper, today: date) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        icon, how = _WAYS[paper.way]
        row.addWidget(Icon(icon, "text2", 16, 1), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(paper.title, "help_strong"))
        if paper.kind == COPY:
            how = "copy saved, not protected"
        pages = plural(paper.pages, "page") if paper.pages else ""
        line = "  ·  ".join(part for part in (paper.by, how, pages) if part)
        words.addWidget(Label(line, "help", "text2"))
        row.addLayout(words, 1)
        when = f"{say_date(local(paper.made_at).date(), today)}, {say_time(paper.made_at)}"
        row.addWidget(Label(when, "help", "text2", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
