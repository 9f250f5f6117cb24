"""The hand-over sheet for an absence: whose families, which of them, and the sheet itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Changed
from ehdesk.services.cover import PAGE
from ehdesk.services.paper_cover import Absence
from ehdesk.services.papers import Made
from ui.documents.printers import Printers
from ui.documents.way_out import WayOut
from ui.kit.buttons import Button
from ui.kit.check_group import CheckGroup
from ui.kit.choice import Choice
from ui.kit.date_input import DateInput
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.navigation import Command, Navigator, Place
from ui.kit.note import Note
from ui.kit.offered_names import OfferedNames
from ui.kit.page import PageHeader
from ui.kit.painting import painting
from ui.kit.preview import Preview
from ui.kit.tasks import Task, run
from ui.kit.text_area import TextArea
from ui.kit.text_input import TextInput
from ui.theme import theme
from ui.wizard.draft_page import DraftPage
from ui.wizard.small_draft import SmallDraft

_WIDTH, _WIDEST = 404, 520
_TYPING_PAUSE = 400
"""Milliseconds after the last key before the sheet is made again."""
_WORDS_HINT = "What the record does not say. Restricted notes stay where they are."
_OUR_OWN = ("Print", "Save a paper")
_KEEP_SAFE = (
    "It names families, how to reach them safely and what must not be told. Hand it over in "
    "person, and destroy it when the cover is over. What restricted notes say is not on it."
)


class CoverPage(DraftPage):
    """Every print and every saved file is noted in the record of each family that is on it."""

    def __init__(
        self, desk: Desk, navigator: Navigator, *, printers: Printers | None = None
    ) -> None:
        super().__init__(navigator)
        self._desk = desk
        self._way_out = WayOut(self, printers)
        self._way_out.not_printed.connect(self._on_failed)
        self._cases: tuple[Case, ...] = ()
        self._made: Made | None = None
        self._task: Task | None = None
        self.header = PageHeader("Hand-over sheet", "", ("Print and share",))
        self.header.breadcrumb_chosen.connect(lambda _at: navigator.go(Place("print_and_share")))
        workers = [(str(key), name) for key, name in desk.cover.workers()]
        self.worker = Choice(workers, "Whose families?")
        self.worker.set_value(str(desk.user.id))
        self.worker.value_changed.connect(self._on_worker)
        self.families = CheckGroup((), "Which families?")
        self.families.value_changed.connect(self._make)
        today = desk.clock.today()
        self.first = DateInput(today, "Away from")
        self.last = DateInput(today, "Until")
        self.covers = TextInput("Who covers?")
        OfferedNames(self.covers, lambda: [name for _key, name in desk.cover.workers()])
        self.words = TextArea("What should they know?")
        self._rows = {
            "first": FieldRow("Away from", "", self.first, optional=True),
            "last": FieldRow("Until", "The last day away.", self.last, optional=True),
            "covers": FieldRow("Who covers?", "", self.covers, optional=True),
            "words": FieldRow("What should they know?", _WORDS_HINT, self.words, optional=True),
        }
        self._takes = desk.may(Deed.TAKE_PAPER)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._pause.timeout.connect(self._make)
        self.nobody = Label("No open families.", "body", "text2")
        self.trouble = Note("", "soon")
        self.trouble.hide()
        self.print_button = Button("Print", "primary", "printer")
        self.print_button.clicked.connect(self._on_print)
        self.save_button = Button("Save as PDF", "secondary", "download")
        self.save_button.clicked.connect(self._on_save)
        self.printer = Choice([(name, name) for name in self._way_out.printer_names], "Printer")
        self.preview = Preview(has_source=False)
        self.preview.failed.connect(self._on_failed)
        self.draft = SmallDraft(desk, None, PAGE, self._typed, self._show_typed, self)
        self.draft.report_to(navigator)
        for box in (self.first, self.last, self.covers, self.words):
            box.value_changed.connect(self._on_typed)
        self._panel = self._lay_panel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._panel)
        row.addWidget(self.preview, 1)
        self._measure()
        theme().changed.connect(self._measure)

    def title(self) -> str:
        return "Hand-over sheet for an absence"

    def breadcrumb(self) -> Sequence[tuple[str, Place]]:
        return (("Print and share", Place("print_and_share")),)

    def commands(self) -> Sequence[Command]:
        if not self._takes:
            return ()
        return (Command("Save as PDF", self._on_save, "Ctrl+S", "download"),)

    def regions(self) -> Sequence[QWidget]:
        return (self._panel, self.preview)

    def focus_start(self) -> None:
        self.header.focus_title()

    def refresh(self, changed: Changed | None = None) -> None:
        if changed is None or changed.operation not in _OUR_OWN:
            self._read()

    def left(self) -> None:
        self._pause.stop()
        super().left()
        if self._task is not None:
            self._task.cancel()

    def _lay_panel(self) -> QWidget:
        px = theme().px
        panel = _Panel()
        content = QWidget()
        content.setObjectName("scrolled")
        body = QVBoxLayout(content)
        body.setContentsMargins(px(28), px(20), px(28), px(16))
        body.setSpacing(px(18))
        body.addWidget(self.header)
        told = "For a colleague who covers: what is due, whom to ring and how, what not to do."
        body.addWidget(Label(told, "body", "text2"))
        body.addWidget(FieldRow("Whose families?", "", self.worker))
        body.addWidget(self.draft.note)
        for line in self._rows.values():
            body.addWidget(line)
            line.setVisible(self._takes)
        body.addWidget(FieldRow("Which families?", "", self.families))
        body.addWidget(self.nobody)
        if self._way_out.printer_names and self._takes:
            self.printer.set_value(self._way_out.printer_names[0])
            body.addWidget(FieldRow("Printer", "", self.printer))
        body.addWidget(Note(_KEEP_SAFE, "neutral", icon="shield-check"))
        body.addWidget(self.trouble)
        body.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(28), px(14), px(28), px(16))
        foot.setSpacing(px(10))
        foot.addWidget(self.print_button)
        foot.addWidget(self.save_button)
        foot.addStretch(1)
        column.addLayout(foot)
        self.print_button.setVisible(self._takes and bool(self._way_out.printer_names))
        self.save_button.setVisible(self._takes)
        if not self._way_out.printer_names:
            self.save_button.set_kind("primary")
        return panel

    def _typed(self) -> dict[str, Any]:
        return {
            "first": self.first.typed(),
            "last": self.last.typed(),
            "covers": self.covers.value(),
            "words": self.words.value(),
        }

    def _show_typed(self, typed: Mapping[str, Any]) -> None:
        self.first.set_value(str(typed["first"]))
        self.last.set_value(str(typed["last"]))
        self.covers.set_value(str(typed["covers"]))
        self.words.set_value(str(typed["words"]))
        self._wait()

    def _on_typed(self) -> None:
        """The sheet follows when nobody has typed for a moment; until then none can be taken."""
        self.draft.note_change()
        self._wait()

    def _wait(self) -> None:
        self._made = None
        self._show_ready()
        self._pause.start()

    def _absence(self) -> Absence:
        """What is typed, with what is wrong with its days said beside them."""
        first, last = (_day(box) for box in (self.first, self.last))
        absence = Absence(first, last, self.covers.value(), self.words.value())
        backwards = "Enter a day that is not before the first" if absence.is_backwards else ""
        self._rows["first"].set_error(self.first.problem())
        self._rows["last"].set_error(self.last.problem() or backwards)
        return absence

    def _on_worker(self) -> None:
        self._read(anew=True)

    def _read(self, *, anew: bool = False) -> None:
        """The families of whoever is chosen, all of them on the sheet to begin with."""
        before = self._cases
        chosen = self.families.value()
        self._cases = self._desk.cover.caseload(UUID(self.worker.value()))
        options = [(str(case.id), case.family.title) for case in self._cases]
        self.families.set_options(options)
        new = {key for key, _name in options} - {str(case.id) for case in before}
        keep = [key for key, _name in options if anew or key in new or key in chosen]
        self.families.set_value(keep)
        self.nobody.setVisible(not options)
        self._make()

    def _make(self) -> None:
        self._pause.stop()
        self._made = None
        self._show_ready()
        if self._task is not None:
            self._task.cancel()
        only, absence = self._only(), self._absence()
        if not only or any(row.error() for row in self._rows.values()):
            return
        worker, cover = UUID(self.worker.value()), self._desk.cover
        self.preview.wait()
        self._task = run(
            lambda: cover.make(worker, only, absence),
            on_done=self._on_made,
            on_failed=self._on_failed,
            owner=self,
        )

    def _only(self) -> tuple[UUID, ...]:
        return tuple(UUID(key) for key in self.families.value())

    def _on_made(self, made: Made) -> None:
        self._made = made
        self.preview.show_pdf(made.pdf)
        self.preview.say("Printing and saving are noted in the record of each family on it.")
        self._say_trouble("", "")
        self._show_ready()

    def _on_failed(self, problem: Exception) -> None:
        if not isinstance(problem, EhdeskError):
            raise problem
        self._say_trouble(problem.title, f"{problem.message} {problem.what_to_do}".strip())

    def _show_ready(self) -> None:
        ready = self._made is not None and self._takes
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)

    def _say_trouble(self, title: str, words: str) -> None:
        self.trouble.set_title(title)
        self.trouble.set_text(words)
        self.trouble.setVisible(bool(title or words))

    def _on_print(self) -> None:
        if self._made is None or self._way_out.is_printing:
            return
        made, only, typed = self._made, self._only(), self._typed()
        self._way_out.print(
            made.pdf,
            self.preview.page_total,
            printer=self.printer.value(),
            title="Hand-over sheet",
            then=lambda: self._on_printed(made, only, typed),
        )

    def _on_printed(self, made: Made, only: tuple[UUID, ...], typed: Mapping[str, Any]) -> None:
        self._log("printed", made, only, typed)
        self._navigator.say("Sent to the printer. It is noted in each family’s record.")

    def _on_save(self) -> None:
        if self._made is None or not self._takes:
            return
        try:
            if not self._way_out.save(self._made.pdf, "hand-over sheet.pdf", "The sheet"):
                return
        except EhdeskError as problem:
            self._say_trouble(problem.title, f"{problem.message} {problem.what_to_do}")
            return
        self._say_trouble("", "")
        self._log("saved", self._made, self._only(), self._typed())
        self._navigator.say("Saved as PDF. It is noted in each family’s record.")

    def _log(self, way: str, made: Made, only: tuple[UUID, ...], typed: Mapping[str, Any]) -> None:
        """:param typed: what stood in the boxes for this sheet; what came since stays kept."""
        is_all = typed == self._typed()
        draft = self.draft.page if is_all else ""
        pages = self.preview.page_total
        self._desk.cover.log(only, way=way, pdf=made.pdf, pages=pages, draft=draft)
        if is_all:
            self.draft.begin_anew()

    def _measure(self) -> None:
        self._panel.setFixedWidth(min(theme().px(_WIDTH), _WIDEST))


def _day(box: DateInput) -> date | None:
    typed = box.value()
    return date.fromisoformat(typed) if typed else None


class _Panel(QWidget):
    """The ground of the column at the left."""

    def paintEvent(self, _event: object) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            painter.fillRect(self.rect(), tokens.surface)
            painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.line)
