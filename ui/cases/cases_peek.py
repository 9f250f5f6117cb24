"""A look at a case beside the list, without leaving it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.domain.lists import CaseLine
from ehdesk.domain.words import join_names
from ui.cases.case_cells import due_words, status_pill
from ui.kit.buttons import Button, IconButton
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.pill import Pill
from ui.theme import theme

WIDTH, _WIDEST = 320, 400
"""In pixels at 100 %, and at any text size: the list beside it needs room too."""


class CasesPeek(QWidget):
    """Who is in the family, where it lives, what is next. Esc or the cross closes it."""

    opened = Signal(object)
    """*Open the case* was pressed: its key."""
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.case_id: UUID | None = None
        self._card = Card(padding=18)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self._inside.setObjectName("scrolled")
        self._inner = QVBoxLayout(self._inside)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.addWidget(self._card)
        self._inner.addStretch(1)
        scroll.setWidget(self._inside)
        column.addWidget(scroll)

    def show_case(self, line: CaseLine, today: date) -> None:
        """Show this one."""
        case = self._desk.cases.get(line.case_id)
        self.case_id = line.case_id
        self.setFixedWidth(min(theme().px(WIDTH), _WIDEST))
        self.setAccessibleName(f"{line.family}, a closer look")
        fresh = Card(padding=18)
        self._fill(fresh, line, case, today)
        self._inner.replaceWidget(self._card, fresh)
        self._card.hide()
        self._card.deleteLater()
        self._card = fresh
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, card: Card, line: CaseLine, case: Case, today: date) -> None:
        card.set_title(line.family)
        shut = IconButton("x", "Close this look", size="small")
        shut.clicked.connect(self.closed)
        card.add_action(shut)
        words, tone, icon = status_pill(line, today)
        state = QHBoxLayout()
        state.addWidget(Pill(words, tone, icon))
        state.addWidget(Label(line.reference, "help", "text2", wrap=False))
        state.addStretch(1)
        card.body.addLayout(state)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(12))
        grid.setVerticalSpacing(theme().px(8))
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(_facts(line, case, today)):
            grid.addWidget(Label(name, "help", "text2"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(value, "body"), row, 1, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(grid)
        go = Button("Open the case", "secondary", "arrow-right")
        go.clicked.connect(lambda: self.opened.emit(line.case_id))
        card.body.addWidget(go)


def _facts(line: CaseLine, case: Case, today: date) -> list[tuple[str, str]]:
    adults = join_names(
        f"{p.name} ({p.relationship})" if p.relationship else p.name for p in case.adults
    )
    postcode = case.family.postcode.replace(" ", "\u00a0")  # never broken over two lines
    lives = ", ".join(part for part in (case.family.address, postcode) if part)
    facts = [
        ("Where", f"{line.where}, {line.track_words.lower()}" if line.track_words else line.where),
        ("Next", line.next_step),
        ("Due", due_words(line, today) if line.open else ""),
        ("Children", line.children_words(today)),
        ("Adults", adults),
        ("Lives at", lives),
        ("Lead", line.lead or "Not allocated"),
    ]
    return [(name, value) for name, value in facts if value]
