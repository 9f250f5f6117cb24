"""What children and parents said, in their own words: a plum card for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from ehdesk.forms import kinds
from ehdesk.forms.people_checks import is_unborn
from ehdesk.forms.spec import Field, Look, Row, Value
from ui.fields import voice_groups
from ui.fields.drawings import Drawings
from ui.fields.grouped_form import GroupedForm
from ui.fields.row_form import Boxes
from ui.fields.rows_editor import RowsEditor, RowView
from ui.fields.surroundings import Surroundings
from ui.fields.tinted_card import TintedCard


class VoiceCard(TintedCard):
    """One person's words, how they were gathered, when and with whom.

    A form that asks for more than that has it in groups, with their own words open.
    """

    tone = "voice"
    icon = "message-square-quote"
    lines = voice_groups.SHORT
    labels = voice_groups.LABELS
    looks: ClassVar[Mapping[str, Look]] = {"person_id": "select"}
    first = "words"

    def __init__(
        self, row: Row, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(row, question, around, parent)
        self.drawings = Drawings(around)
        self.column.addWidget(self.drawings)
        self.drawings.show_person(row.get("person_id", ""))

    def refresh(self) -> None:
        super().refresh()
        self.drawings.show_person(self.row.get("person_id", ""))

    def make_form(self) -> Boxes:
        if voice_groups.is_short(self.question):
            return self.row_form()
        columns = {column.key for column in kinds.columns(self.question)}
        return GroupedForm(
            self.question,
            self.around,
            voice_groups.groups(self.question, self.around),
            fits=lambda _row: columns,
            open_first=voice_groups.OPEN_FIRST,
            looks=self.looks,
            labels={"words": self.labels["words"], "gathered_by": self.labels["gathered_by"]},
            whose=self.whose(),
        )

    def is_blank(self) -> bool:
        """Whether nothing is written besides whose words they would be."""
        columns = [c for c in kinds.columns(self.question) if c.key != "person_id"]
        return not kinds.row_answered(self.row, tuple(columns), ())

    def whose(self) -> str:
        return self.around.name_of(self.row.get("person_id", ""))

    def title(self) -> str:
        first = self._first()
        return f"{first}’s words" if first else "Somebody’s own words"

    def remove_words(self) -> str:
        first = self._first()
        return f"Remove {first}’s words" if first else "Remove these words"

    def _first(self) -> str:
        return self.whose().split(" ")[0]


class VoicesEditor(RowsEditor):
    """A card for every child that is born waits to be written; more can be added for anybody."""

    add_words = "Add another"
    removed_words = "Words removed"

    def __init__(
        self, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, around, parent)
        self._kept: set[str] = set()
        self.heading.add_action(self.add_button)
        self.add_button.setVisible(not around.read_only)

    def make_row(self, row: Row) -> RowView:
        return VoiceCard(row, self.question, self.around)

    def value(self) -> list[Row]:
        """Cards that nobody has written in are not answers, unless they were kept before."""
        return [v.value() for v in self.rows if not v.is_blank() or v.row_id in self._kept]

    def set_value(self, value: Value) -> None:
        rows = list(value) if isinstance(value, list) else []
        self._kept = {row["id"] for row in rows}
        waiting = [v.value() for v in self.rows if v.is_blank() and v.row_id not in self._kept]
        super().set_value(rows + waiting)
        self._wait_for_children()

    def refresh(self) -> None:
        super().refresh()
        self._wait_for_children()

    def _wait_for_children(self) -> None:
        if self.around.read_only or "person_id" not in self.new_row():
            return
        heard = {view.row["person_id"] for view in self.rows}
        for child in self.around.people("child"):
            if child["id"] not in heard and not is_unborn(child):
                self._put_in(self.new_row() | {"person_id": child["id"]}, len(self.rows))
        self._number()
