"""How people are related: a grid of adults and children, then couples, brothers and sisters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ehdesk.domain.relationship_words import suggested_relationship
from ehdesk.domain.words import join_names
from ehdesk.forms import kinds
from ehdesk.forms.problems import Problem
from ehdesk.forms.spec import Field, Option, Row, Value
from ehdesk.kernel.ids import new_id
from ui.fields.editor import Editor
from ui.fields.heading import ErrorLine, Heading
from ui.fields.relation_grid import RelationGrid
from ui.fields.relation_lines import RelationLines
from ui.fields.relatives import Relative, relatives
from ui.fields.rows_editor import as_line
from ui.fields.surroundings import Surroundings
from ui.kit.buttons import Button
from ui.kit.flow_layout import FlowLayout
from ui.kit.labels import Label
from ui.theme import theme


class RelationshipsEditor(Editor):
    """The answer is flat rows: ``person_id`` is the ``kind`` of ``to_id``.

    What adults are to children stands in the grid, pairs of adults and pairs of children in lists
    of their own, and a row that fits nowhere in a third, so that no row is out of sight. Rows of
    somebody who is not in the family now are kept and not shown.
    """

    has_heading = True

    def __init__(
        self, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, around, parent)
        self._rows: list[Row] = []
        self._fresh: set[str] = set()
        self._people: tuple[Relative, ...] = ()
        self._offers: dict[str, tuple[str, list[Relative]]] = {}
        self.heading = Heading(question.label, question.hint)
        self.error = ErrorLine()
        self._nobody = Label(
            "Write down at least one adult and one child of the family first.", "body", "text3"
        )
        self.suggestions = _Suggestions()
        self.grid = RelationGrid(
            [(o.value, o.label, o.hint) for o in self._options()], read_only=around.read_only
        )
        self.adults = RelationLines("Adults to each other", "Add a couple", question, around)
        self.children_lines = RelationLines(
            "Brothers and sisters", "Add brothers or sisters", question, around
        )
        self.others = RelationLines("Other relationships", "", question, around)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        for part in (self.heading, self.error, self._nobody, self.suggestions, self.grid):
            column.addWidget(part)
        for lines in self._lists():
            column.addWidget(lines)
            lines.changed.connect(self._on_line)
            lines.removed.connect(self._on_removed)
        self.grid.changed.connect(self._on_cell)
        self.suggestions.taken.connect(self._on_suggestion)
        self.setAccessibleName(question.label)
        self._show_all()

    def value(self) -> list[Row]:
        """A line that was added and says nothing yet is no answer."""
        return [dict(row) for row in self._rows if row["id"] not in self._fresh or row["kind"]]

    def set_value(self, value: Value) -> None:
        rows = [dict(row) for row in value] if isinstance(value, list) else []
        kept = {row["id"] for row in rows}
        waiting = [r for r in self._rows if r["id"] in self._fresh and r["id"] not in kept]
        self._rows = [*rows, *(row for row in waiting if not row["kind"])]
        self._show_all()

    def refresh(self) -> None:
        if relatives(self.around) != self._people:
            self._show_all()
        for lines in self._lists():
            lines.refresh()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        words, warning = as_line(problems)
        self.error.say(words, warning=warning)

    def focus_problem(self, row_id: str | None) -> None:
        for lines in self._lists():
            if row_id in lines.lines:
                lines.lines[row_id].start()
                return
        self.grid.start()

    def _lists(self) -> tuple[RelationLines, ...]:
        return self.adults, self.children_lines, self.others

    def _options(self) -> tuple[Option, ...]:
        column = next(c for c in kinds.columns(self.question) if c.key == "kind")
        return self.around.choices(column)

    def _show_all(self) -> None:
        people = relatives(self.around)
        adults = [person for person in people if not person.is_child]
        children = [person for person in people if person.is_child]
        if people != self._people:
            self._people = people
            self.grid.set_people(adults, children)
        both = bool(adults and children)
        self._nobody.setVisible(not both)
        self.grid.setVisible(both)
        placed: dict[tuple[str, str], Row] = {}
        parts: tuple[list[Row], list[Row], list[Row]] = ([], [], [])
        for row in self._rows:
            place = (row["person_id"], row["to_id"])
            if place in self.grid.cells and place not in placed:
                placed[place] = row
            elif self._is_known(row):
                parts[self._list_of(row)].append(row)
        for place, cell in self.grid.cells.items():
            row = placed.get(place, {})
            cell.show_relation(row.get("kind", ""), row.get("parental_responsibility", ""))
        for lines, rows, members in zip(
            self._lists(), parts, (adults, children, people), strict=True
        ):
            lines.set_rows(rows, members)
        self.adults.setVisible(len(adults) > 1 or bool(parts[0]))
        self.children_lines.setVisible(len(children) > 1 or bool(parts[1]))
        self.others.setVisible(bool(parts[2]))
        self._suggest(adults, children)

    def _is_known(self, row: Row) -> bool:
        """Whether both people are in the family, or not chosen yet."""
        known = {person.id for person in self._people} | {""}
        return row["person_id"] in known and row["to_id"] in known

    def _list_of(self, row: Row) -> int:
        sorts = {person.id: person.is_child for person in self._people}
        pair = (sorts.get(row["person_id"]), sorts.get(row["to_id"]))
        return {(False, False): 0, (True, True): 1}.get(pair, 2)  # type: ignore[arg-type]

    def _on_cell(self, adult: str, child: str) -> None:
        cell = self.grid.cells[adult, child]
        self._put_in_cell(adult, child, cell.kind(), cell.responsible())
        self._suggest_again()
        self.value_changed.emit()

    def _put_in_cell(self, adult: str, child: str, kind: str, responsible: str) -> None:
        said = {"kind": kind, "parental_responsibility": responsible}
        row = next((r for r in self._rows if (r["person_id"], r["to_id"]) == (adult, child)), None)
        if row is not None and any(said.values()):
            row |= said
        elif row is not None:
            self._rows.remove(row)
        elif any(said.values()):
            row = kinds.row_of(self.question, str(new_id()))
            self._rows.append(row | {"person_id": adult, "to_id": child} | said)

    def _on_line(self, row: Row) -> None:
        at = next((n for n, r in enumerate(self._rows) if r["id"] == row["id"]), None)
        if at is None:
            self._fresh.add(row["id"])
            self._rows.append(row)
        else:
            self._rows[at] = row
        self.value_changed.emit()

    def _on_removed(self, row_id: str) -> None:
        place = next(n for n, row in enumerate(self._rows) if row["id"] == row_id)
        row = self._rows.pop(place)
        self._show_all()
        self.value_changed.emit()
        if row["kind"]:
            self.around.said("Relationship removed", lambda: self._put_back(row, place))

    def _put_back(self, row: Row, place: int) -> None:
        self._rows.insert(min(place, len(self._rows)), row)
        self._show_all()
        self.value_changed.emit()

    def _suggest_again(self) -> None:
        sorts = [[p for p in self._people if p.is_child is child] for child in (False, True)]
        self._suggest(*sorts)

    def _suggest(self, adults: Sequence[Relative], children: Sequence[Relative]) -> None:
        """Offer what follows from the words people use; nothing is ever filled in unasked."""
        labels = {option.value: option.label for option in self._options()}
        offers: dict[str, tuple[str, list[Relative]]] = {}
        for adult in () if self.around.read_only else adults:
            code = suggested_relationship(adult.said)
            free = [c for c in children if not self.grid.cells[adult.id, c.id].kind()]
            if code in labels and free:
                offers[adult.id] = (code, free)
        names = {adult.id: adult.name for adult in adults}
        self.suggestions.show_offers(
            {
                adult: f"{names[adult]}: {labels[code]} of {join_names([c.first for c in free])}"
                for adult, (code, free) in offers.items()
            }
        )
        self._offers = offers

    def _on_suggestion(self, adult: str) -> None:
        code, free = self._offers[adult]
        before = [dict(row) for row in self._rows]
        for child in free:
            responsible = self.grid.cells[adult, child.id].responsible()
            self._put_in_cell(adult, child.id, code, responsible)
        self._show_all()
        self.value_changed.emit()
        self.grid.cells[adult, free[0].id].face.setFocus()
        self.around.said("Relationships filled in", lambda: self._go_back_to(before))

    def _go_back_to(self, rows: list[Row]) -> None:
        self._rows = rows
        self._show_all()
        self.value_changed.emit()


class _Suggestions(QWidget):
    """A button for each adult whose relationship is plain from what was written of them."""

    taken = Signal(str)
    """The suggestion for an adult was taken: their id."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        column.addWidget(Label("From what you wrote. Press what is right:", "help", "text2"))
        holder = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self._flow = FlowLayout(holder)
        column.addWidget(holder)
        self.hide()

    def show_offers(self, offers: Mapping[str, str]) -> None:
        """The words of each suggestion by the adult's id."""
        if {adult: button.text() for adult, button in self.buttons.items()} != offers:
            while taken := self._flow.takeAt(0):
                if (old := taken.widget()) is not None:
                    old.hide()
                    old.deleteLater()
            self.buttons = {adult: self._button(adult, words) for adult, words in offers.items()}
        self.setVisible(bool(offers))

    def _button(self, adult: str, words: str) -> Button:
        button = Button(words, "secondary", "wand-sparkles", "small")
        button.clicked.connect(lambda: self.taken.emit(adult))
        self._flow.addWidget(button)
        button.show()
        return button
