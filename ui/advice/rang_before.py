"""Somebody who may have rung before: offered to whoever takes the call, never joined by itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.advice import AdviceContact
from ehdesk.domain.words import plural
from ehdesk.kernel.dates import say_date
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.flow_layout import FlowLayout
from ui.kit.labels import Label
from ui.theme import theme


class RangBefore(Card):
    """``same_as`` is the contact that was said to be of the same person, "" for none."""

    value_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, parent=parent)
        self._desk = desk
        self.same_as = ""
        self.not_same: list[str] = []
        self._offered: AdviceContact | None = None
        self._title = Label("", "body_strong")
        self._line = Label("", "help", "text2")
        self.same = Button("Same person", size="small")
        self.no = Button("No", size="small")
        self.same.clicked.connect(self._on_same)
        self.no.clicked.connect(self._on_no)
        words = QVBoxLayout()
        words.setSpacing(theme().px(2))
        words.addWidget(self._title)
        words.addWidget(self._line)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.same)
        row.addWidget(self.no)
        whole = QHBoxLayout()
        whole.setSpacing(theme().px(12))
        whole.addLayout(words, 1)
        whole.addWidget(buttons)
        self.body.addLayout(whole)
        self.hide()

    def look(self, first_name: str, postcode_area: str) -> None:
        """Look again, with what is typed now."""
        found = self._desk.advice.rang_before(first_name=first_name, postcode_area=postcode_area)
        if self.same_as and self.same_as not in {str(one.id) for one in found}:
            self.same_as = ""  # they turned out to be called something else
        left = [one for one in found if str(one.id) not in self.not_same]
        chosen = next((one for one in left if str(one.id) == self.same_as), None)
        self._offered = chosen or (left[0] if left else None)
        self.setVisible(self._offered is not None)
        if self._offered is None:
            return
        when = say_date(self._offered.on, self._desk.clock.today())
        asked = f"{when}, asked: {_short(self._offered.question)}"
        if chosen is not None:
            self._title.setText(f"The same person rang on {when}")
            self._line.setText(asked)
        else:
            matches = plural(len(left), "match", "matches")
            self._title.setText(
                f"Rang before? {matches} on {postcode_area.strip()} and “{first_name.strip()}”"
            )
            self._line.setText(f"{asked} Not joined up unless you say so.")
        self.same.setVisible(chosen is None)
        self.no.setText("No" if chosen is None else "Not the same")

    def _on_same(self) -> None:
        if self._offered is not None:
            self.same_as = str(self._offered.id)
            self.value_changed.emit()
            self.no.setFocus()

    def _on_no(self) -> None:
        if self._offered is not None:
            self.not_same.append(str(self._offered.id))
            self.same_as = ""
            self.value_changed.emit()


def _short(words: str) -> str:
    said = " ".join(words.split())
    said = said if len(said) <= 90 else f"{said[:89].rstrip()}…"
    return said if said.endswith((".", "?", "!", "…")) else f"{said}."
