"""Other families that people of this one belong to: that they are there, and the way to them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ehdesk.domain.duplicates import SiblingFamily
from ui.cases.emptied import empty
from ui.fields.side_by_side import SideBySide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.theme import theme


class SiblingFamilies(Card):
    """Hidden while there is none."""

    open_asked = Signal(object)
    """The case of the other family: its key."""
    part_asked = Signal(object, object)
    """The link is wrong: the keys of the two entries."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Sibling families", parent=parent)
        self._shown: object = None
        self.body.setSpacing(theme().px(10))
        self.hide()

    def show_families(self, found: Sequence[SiblingFamily], *, may_change: bool) -> None:
        """Show the families as they are linked now."""
        shown = (tuple(found), may_change)
        self.setVisible(bool(found))
        if shown == self._shown:
            return
        self._shown = shown
        empty(self.body)
        self.body.addWidget(
            Label(
                "Each family has its own case. "
                "Nothing of the other one is on this family’s papers.",
                "help",
                "text2",
            )
        )
        for one in found:
            self.body.addWidget(self._line(one, may_change=may_change))

    def _line(self, one: SiblingFamily, *, may_change: bool) -> QWidget:
        line = QWidget()
        places = SideBySide(line, gap=theme().px(16), line_gap=theme().px(4), middle=True)
        where = ", ".join(part for part in (one.reference, one.where) if part)
        words = f"{one.name} is in the {one.family} too"
        places.add(Label(f"{words}: {where}" if where else words, "body"), 6, theme().px(260))
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        row.addStretch(1)
        if may_change:
            away = Button("Not linked", "quiet", "unlink", "small")
            away.setToolTip(f"Take away the link with the {one.family}")
            away.clicked.connect(lambda: self.part_asked.emit(one.person_id, one.other_id))
            row.addWidget(away)
        if one.case_id is not None:
            case_id: UUID = one.case_id
            there = Button(f"Open {one.family}", "secondary", "arrow-right", "small")
            there.clicked.connect(lambda: self.open_asked.emit(case_id))
            row.addWidget(there)
        places.add(buttons, 5, theme().px(240))
        return line
