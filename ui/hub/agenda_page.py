"""The agenda of a day of the hub before it is printed: the true PDF, and the two ways out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.kernel.dates import say_full_date
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.files import write_whole
from ehdesk.kernel.notices import Changed
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.navigation import Command, Navigator, Page, Place
from ui.kit.page import PageHeader
from ui.kit.preview import Preview
from ui.kit.print_pdf import print_pdf
from ui.kit.tasks import Task, run
from ui.theme import theme


class AgendaPage(Page):
    """Printing and saving are noted in the record of each family that is on it."""

    def __init__(self, desk: Desk, navigator: Navigator, *, on: date) -> None:
        super().__init__()
        self._desk, self._navigator, self._on = desk, navigator, on
        self._hub = desk.pack.say("{hub}")
        self._pdf: bytes | None = None
        self._task: Task | None = None
        self.header = PageHeader("Agenda", say_full_date(on), ("Requests", self._hub))
        self.header.breadcrumb_chosen.connect(self._on_up)
        self.save_button = Button("Save as PDF", "secondary", "download")
        self.save_button.clicked.connect(self._on_save)
        self.print_button = Button("Print", "primary", "printer")
        self.print_button.clicked.connect(self._on_print)
        for button in (self.save_button, self.print_button):
            button.setEnabled(False)
            button.setVisible(desk.may(Deed.TAKE_PAPER))
            self.header.add_action(button)
        self.preview = Preview(has_source=False)
        self.preview.failed.connect(self._on_failed)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(px(32), px(28), px(32), px(16))
        head.addWidget(self.header)
        column.addLayout(head)
        column.addWidget(self.preview, 1)

    def title(self) -> str:
        return f"{self._hub} agenda"

    def breadcrumb(self) -> tuple[tuple[str, Place], ...]:
        return (("Requests", Place("requests")), (self._hub, Place("hub", on=self._on)))

    def commands(self) -> Sequence[Command]:
        return (Command("Save as PDF", self._on_save, "Ctrl+S", "download"),)

    def regions(self) -> Sequence[QWidget]:
        return (self.header, self.preview)

    def focus_start(self) -> None:
        self.header.focus_title()

    def refresh(self, changed: Changed | None = None) -> None:
        if changed is not None and changed.operation in ("Print", "Save a paper"):
            return
        self.preview.wait()
        if self._task is not None:
            self._task.cancel()
        hub, on = self._desk.hub, self._on
        self._task = run(
            lambda: hub.agenda(on), on_done=self._on_made, on_failed=self._on_failed, owner=self
        )

    def left(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _on_made(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.preview.show_pdf(pdf)
        self.preview.say("Printing and saving are noted in the record of each family on it.")
        for button in (self.save_button, self.print_button):
            button.setEnabled(True)

    def _on_failed(self, problem: Exception) -> None:
        if not isinstance(problem, EhdeskError):
            raise problem
        self.preview.say(problem.title, "triangle-alert", "overdue.ink")

    def _on_up(self, at: int) -> None:
        self._navigator.go(self.breadcrumb()[at][1])

    def _on_print(self) -> None:
        if self._pdf is not None and print_pdf(self, self._pdf, f"{self._hub} agenda"):
            self._log("printed")
            self._navigator.say("Sent to the printer. It is noted in each family’s record.")

    def _on_save(self) -> None:
        if self._pdf is None or not self._desk.may(Deed.TAKE_PAPER):
            return
        name = f"{self._hub} agenda {self._on.isoformat()}.pdf"
        path: Path | None = ask.ask_save_path(self, "Save as PDF", name, "PDF (*.pdf)")
        if path is None:
            return
        try:
            write_whole(path, self._pdf)
        except OSError:
            words = "The agenda could not be saved there. Choose another folder."
            self.preview.say(words, "triangle-alert", "overdue.ink")
            return
        self._log("saved")
        self._navigator.say("Saved as PDF. It is noted in each family’s record.")

    def _log(self, way: str) -> None:
        pages = self.preview.page_total
        self._desk.hub.log_agenda(self._on, way=way, pdf=self._pdf or b"", pages=pages)
