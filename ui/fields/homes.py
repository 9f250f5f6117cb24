"""The other homes of a family: a card each; a confidential one says so with a lock and in words."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from ehdesk.forms.spec import Field, Row
from ui.fields.row_cards import CardRow, CardRowsEditor
from ui.fields.row_form import Line
from ui.fields.rows_editor import RowView
from ui.fields.surroundings import Surroundings
from ui.kit.labels import Label
from ui.kit.pill import Pill
from ui.theme import theme

_LINES: tuple[Line, ...] = (
    (("kind", 3), ("confidential", 3)),
    (("address", 4), ("postcode", 2)),
    (("reason", 6),),
)
_REFUGE = "refuge"
"""Domain notes 8.7: the address of a refuge is confidential."""


class HomeCard(CardRow):
    """One home, and who stays there as the people of this form say."""

    def __init__(
        self, row: Row, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        self._number = 0
        self._icon = QLabel()
        self._lock = Pill("Confidential address", "none", "lock")
        self._who = Label("", "help", "text2")
        super().__init__(row, question, around, parent)
        self._kind = row.get("kind", "")
        self.head.insertWidget(0, self._icon)
        self.head.insertWidget(2, self._lock)
        self.head.setSpacing(theme().px(8))
        self.card.body.addWidget(self._who)
        theme().changed.connect(self._say)
        self._say()

    def lines(self) -> tuple[Line, ...]:
        return _LINES

    def set_row(self, row: Row) -> None:
        super().set_row(row)
        self._kind = row.get("kind", "")
        self._say()

    def refresh(self) -> None:
        super().refresh()
        self._say()

    def set_number(self, number: int) -> None:
        self._number = number
        self._say()

    def _on_typed(self) -> None:
        self.row = self.form.row()
        became = self.row.get("kind") if self.row.get("kind") != self._kind else ""
        self._kind = self.row.get("kind", "")
        if became == _REFUGE and self.row.get("confidential") == "":
            # In sight: the answer stands beside it, and the lock comes with it.
            self.row["confidential"] = "yes"
            self.form.set_row(self.row)
        self._say()
        self.value_changed.emit()

    def _say(self) -> None:
        words = self.around.answers.words
        asked = self.form.editors.get("kind")
        kind = words.label(asked.question, self._kind) if asked and self._kind else ""
        title = kind or f"Home {self._number + 1}"
        secret = self.row.get("confidential") == "yes"
        self.title.setText(title)
        self.title.set_colour("text")
        self._lock.setVisible(secret)
        self._icon.setPixmap(theme().pixmap("house", "accent", 18))
        self.remove_button.set_name(f"Remove {title}")
        stays = [_stays(person) for person in self.around.people() if self._is_theirs(person)]
        self._who.setText(f"Stays here: {', '.join(stays)}" if stays else "")
        self._who.setVisible(bool(stays))
        for key, editor in self.form.editors.items():
            secretly = ", confidential" if secret and key == "address" else ""
            editor.setAccessibleName(f"{editor.question.label}, {title}{secretly}")

    def _is_theirs(self, person: Row) -> bool:
        return person.get("other_home") == self.row_id


class HomesEditor(CardRowsEditor):
    """Where a child stays part of the week, a refuge, where a parent lives."""

    add_words = "Add a home"

    def make_row(self, row: Row) -> RowView:
        return HomeCard(row, self.question, self.around)

    def removed(self, row: Row) -> str:
        return "Home removed"


def _stays(person: Row) -> str:
    """``Wilf (Fri to Sun)``."""
    name = str(person["given_name"] or person["family_name"])
    return f"{name} ({person['nights']})" if person.get("nights") else name
