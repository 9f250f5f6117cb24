"""The genogram with its list: one drawn, one in words, the same family (picture 29)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.genogram import draw, told
from ehdesk.domain.households import holding, restricted_ids
from ui.cases.emptied import empty
from ui.cases.genogram_view import GenogramView
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.segmented import Segmented
from ui.theme import theme

_KEY = (
    "Square: male. Circle: female. Diamond: another, or not said. Triangle: not born yet. "
    "Two strokes: apart. Dashed box: a home. Dashed red: contact restricted."
)


class _Scrolled(QScrollArea):
    """A stop of Tab, from which arrows move a drawing wider than its card; it shows that it is."""

    focused = Signal(bool)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)


class GenogramCard(Card):
    """Drawn from the people above it; nothing is drawn by hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Genogram", parent=parent)
        self._shown: object = None
        self.switch = Segmented((("drawing", "Drawing"), ("list", "List")), "Genogram as")
        self.switch.value_changed.connect(self._turn)
        self.add_action(self.switch)
        self.view = GenogramView()
        self._scroll = _Scrolled()
        self._scroll.focused.connect(self.view.show_ring)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self.view)
        self._scroll.viewport().setAutoFillBackground(False)  # the card shows through
        self.view.setAutoFillBackground(False)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Genogram, drawn")
        self.list = QWidget()
        self._lines = QVBoxLayout(self.list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme().px(8))
        self._key = Label(_KEY, "caption", "text2")
        self.body.addWidget(Label("Drawn from the people list.", "help", "text2"))
        self.body.addWidget(self._scroll)
        self.body.addWidget(self._key)
        self.body.addWidget(self.list)
        self._turn()
        theme().changed.connect(self._fit)

    def show_case(self, case: Case, pack: Pack, today: date) -> None:
        """Draw the family as it is now."""
        shown = (case.people, case.relationships, case.homes, case.restrictions, today)
        if shown == self._shown:
            return
        self._shown = shown
        restricted = restricted_ids(holding(case, today))
        drawing = draw(case.people, case.relationships, case.homes, restricted)
        self.view.show_drawing(drawing, {person.id: person for person in case.people}, today)
        empty(self._lines)

        def kind_words(code: str) -> str:
            return pack.label("relationships", code)

        lines = told(case.people, case.relationships, case.homes, restricted, today, kind_words)
        for line in lines:
            self._lines.addWidget(Label(line.name, "body_strong"))
            words = line.words or "Nothing more is known yet."
            self._lines.addWidget(Label(words, "body", "text2"))
        self._fit()

    def _fit(self) -> None:
        self.view.resize(self.view.sizeHint())
        bar = self._scroll.horizontalScrollBar().sizeHint().height()
        self._scroll.setFixedHeight(self.view.sizeHint().height() + bar)

    def _turn(self) -> None:
        drawn = self.switch.value() == "drawing"
        self._scroll.setVisible(drawn)
        self._key.setVisible(drawn)
        self.list.setVisible(not drawn)
