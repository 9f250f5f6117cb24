"""A table of people or things whose rows open in place (picture 04)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.forms.spec import Field
from ui.fields.record_row import AVATAR, CELL, RecordRow
from ui.fields.rows_editor import RowsEditor
from ui.fields.surroundings import Surroundings
from ui.fields.table_head import TableHead
from ui.kit.card import Card
from ui.kit.labels import label
from ui.theme import theme


class RecordTable(RowsEditor):
    """The heading with its button, then a card with a head and the rows."""

    heads: Sequence[tuple[str, int]] = ()
    empty_words = "Nobody added yet"

    def __init__(
        self, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, around, parent)
        self.heading.add_action(self.add_button)
        self.add_button.setVisible(not around.read_only)
        self._card = Card(padding=0)
        self._head = TableHead(
            [(words, weight, CELL) for words, weight in self.heads],
            left=16 + (AVATAR + 12 if self.has_avatars() else 0),
            right=8 + 2 * 30 + 12,
        )
        self._rows_box = QVBoxLayout()
        self._rows_box.setSpacing(0)
        self._empty = label(self.empty_words, "body", "text3")
        self._empty.setContentsMargins(*(theme().px(side) for side in (18, 16, 18, 16)))
        self._card.body.addWidget(self._head)
        self._card.body.addLayout(self._rows_box)
        self._card.body.addWidget(self._empty)
        self.body.addWidget(self._card)
        self.after_rows_changed()

    def has_avatars(self) -> bool:
        """Whether the rows begin with a person's disc."""
        return True

    def rows_layout(self) -> QVBoxLayout:
        return self._rows_box

    def after_rows_changed(self) -> None:
        self._empty.setVisible(not self.rows)
        for view in self.rows:
            if isinstance(view, RecordRow):
                view.set_last(view is self.rows[-1])
