"""Oversight: what waits for a signature, and everyone whose families a manager walks through."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.supervision import WorkerLine
from ehdesk.domain.words import plural, waiting
from ehdesk.kernel.dates import say_date
from ehdesk.kernel.notices import Changed
from ehdesk.services.oversight import WaitingLine
from ui.kit.card import Card
from ui.kit.empty_state import EmptyState
from ui.kit.navigation import Navigator, Page, Place
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.work_list import WorkGroup, WorkList
from ui.kit.work_row import WorkLine


class OversightPage(Page):
    """For managers. A row to sign opens the record; a worker's row begins supervision."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._desk, self._navigator = desk, navigator
        self.header = PageHeader("Oversight")
        page = ScrollPage(self.header)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.list = WorkList("Oversight")
        self.list.opened.connect(self._on_opened)
        self.list.verb_pressed.connect(self._on_opened)
        self.empty = Card()
        words = "A worker asks from the Oversight part of a case’s record."
        self.empty.body.addWidget(EmptyState("signature", "Nothing to sign", words))
        page.body.addWidget(self.empty)
        page.body.addWidget(self.list)
        page.body.addStretch(1)

    def title(self) -> str:
        return "Oversight"

    def regions(self) -> Sequence[QWidget]:
        """The parts that F6 goes through."""
        return (self.header, self.list)

    def focus_start(self) -> None:
        self.header.focus_title()

    def refresh(self, changed: Changed | None = None) -> None:
        waits = self._desk.oversight.waiting()
        workers = self._desk.supervision.workers()
        self.list.set_groups(
            [
                WorkGroup("sign", "To sign", "signature", tuple(map(self._to_sign, waits))),
                WorkGroup("walk", "Supervision", "users", tuple(map(self._worker, workers))),
            ]
        )
        self.empty.setVisible(not waits)
        mine = sum(line.for_me for line in waits)
        asked = f"{plural(len(waits), 'record')} to sign" if waits else "Nothing to sign"
        self.header.set_support(f"{asked}, {mine} asked of you" if mine else asked)

    def _to_sign(self, line: WaitingLine) -> WorkLine:
        today = self._desk.clock.today()
        return WorkLine(
            key=f"sign {line.record_id}",
            icon="pen-line",
            title=f"{line.family}: {line.name.lower()}",
            line=f"Asked by {line.asked_by}" + ("  ·  of you" if line.for_me else ""),
            spoken=f"{line.family}, {line.name.lower()} to sign",
            pill=(waiting(line.entry.on, today), "wait", "hourglass"),
            verb="Look at it",
        )

    def _worker(self, line: WorkerLine) -> WorkLine:
        today = self._desk.clock.today()
        held = f"last held {say_date(line.last_held, today)}" if line.last_held else "not held yet"
        todo = f"{plural(line.actions_open, 'action')} open" if line.actions_open else ""
        parts = (plural(line.families, "family", "families"), held, todo)
        return WorkLine(
            key=f"walk {line.id}",
            icon="users",
            title=line.name,
            line="  ·  ".join(part for part in parts if part),
            spoken=f"{line.name}, {parts[0]}, {held}",
            verb="Begin",
        )

    def _on_opened(self, key: str) -> None:
        kind, _, which = key.partition(" ")
        if kind == "sign":
            self._navigator.go(Place("sign", record_id=UUID(which)))
        else:
            self._navigator.go(Place("supervision", worker_id=UUID(which)))
