"""The advice points by locality: on a sketch, and as the list that says the same."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ehdesk.authority.items import Locality
from ehdesk.desk import Desk
from ui.advice.locality_map import LocalityMap, in_reading_order
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.flow_layout import FlowLayout
from ui.kit.labels import Label
from ui.kit.segmented import Segmented
from ui.kit.text_input import TextInput
from ui.theme import theme


class LocalitiesCard(Card):
    """``number_chosen`` asks for a number to be copied: whose it is, and the number."""

    number_chosen = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._own = desk.directory.own_locality
        every = [one for one in desk.pack.localities if one.usable]
        drawn = in_reading_order(every)
        self._localities = (*drawn, *(one for one in every if one not in drawn))
        self.view = Segmented((("map", "Map", "map"), ("list", "List", "list")), "Show as")
        self.postcode = TextInput("Which one? Postcode")
        self.postcode.setMaximumWidth(theme().px(140))
        self._found = Label("", "body_strong")
        self.map = LocalityMap(every, desk.pack.bearings, self._own)
        self._in_list = Label("", "help", "text2")
        self._sketch = Label("A sketch, not to scale.", "help", "text2")
        self.lines = {one.code: _Line(one, yours=one.code == self._own) for one in every}
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for one in self._localities:
            line = self.lines[one.code]
            line.copied.connect(self._on_chosen)
            column.addWidget(line)
        self.body.addWidget(self._make_head())
        for part in (self._found, self.map, self._sketch, self._in_list, self._list):
            self.body.addWidget(part)
        self.view.value_changed.connect(self._show)
        self.postcode.value_changed.connect(self._on_postcode)
        self.map.chosen.connect(self._on_chosen)
        if not drawn:
            self.view.set_value("list")
            self.view.hide()
        self._found.hide()
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_where_numbers_are()

    def _make_head(self) -> QWidget:
        head = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        head.setSizePolicy(policy)
        row = FlowLayout(head, spacing=theme().px(12), line_spacing=theme().px(8))
        row.addWidget(Label("Advice points by locality", "card_title", wrap=False))
        row.addWidget(Label("Anyone may ring.", "help", "text2", wrap=False))
        if self._desk.directory.knows_postcodes:
            row.addWidget(Label("Which one? Postcode", "help", "text2", wrap=False))
            row.addWidget(self.postcode)
        else:
            self.postcode.setParent(self)
            self.postcode.hide()
        row.addWidget(self.view)
        return head

    def _show(self) -> None:
        as_map = self.view.value() == "map"
        self.map.setVisible(as_map)
        self._sketch.setVisible(as_map)
        self._list.setVisible(not as_map)
        self._say_where_numbers_are()

    def _say_where_numbers_are(self) -> None:
        without = self.view.value() == "map" and not self.map.shows_all
        self._in_list.setText("Numbers without room on the sketch are in the list.")
        self._in_list.setVisible(without)

    def _on_chosen(self, code: str) -> None:
        locality = next(one for one in self._localities if one.code == code)
        self._mark(code)
        self.number_chosen.emit(f"{locality.name} advice point", locality.phone)

    def _on_postcode(self) -> None:
        typed = self.postcode.value()
        found = self._desk.directory.locality_of(typed)
        self._mark(found.code if found else "")
        if found:
            self._found.setText(f"{typed.upper()} is in {found.name}: {found.phone}")
        else:
            self._found.setText("The list of postcodes does not say. Try the next letters.")
        self._found.setVisible(bool(typed))

    def _mark(self, code: str) -> None:
        self.map.show_chosen(code)
        for line in self.lines.values():
            line.set_chosen(line.code == code)


class _Line(QWidget):
    """One locality in the list."""

    copied = Signal(str)

    def __init__(self, locality: Locality, *, yours: bool) -> None:
        super().__init__()
        self.code = locality.code
        px = theme().px
        name = f"{locality.name}, yours" if yours else locality.name
        self._name = Label(name, "body_strong" if yours else "body")
        self.copy = Button("Copy", "secondary", "copy", "small")
        self.copy.setAccessibleName(f"Copy the number of {locality.name}, {locality.phone}")
        self.copy.clicked.connect(lambda: self.copied.emit(self.code))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(4), 0, px(4))
        row.setSpacing(px(12))
        row.addWidget(self._name, 1)
        row.addWidget(Label(locality.phone, "body_medium", wrap=False, tabular=True))
        row.addWidget(self.copy)

    def set_chosen(self, chosen: bool) -> None:
        """The same one is marked on the sketch."""
        self._name.set_colour("accent" if chosen else "text")
