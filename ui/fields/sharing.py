"""What may be shared and with whom: a grid that is filled with Y, A, N and the arrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.domain.sharing_lines import (
    ANYONE_ELSE,
    SharingLine,
    choices_that_count,
    same,
    sharing_lines,
)
from ehdesk.forms import kinds
from ehdesk.forms.problems import Problem
from ehdesk.forms.spec import Field, Option, Row, Value
from ehdesk.kernel.ids import new_id
from ui.fields.editor import Editor
from ui.fields.heading import ErrorLine, Heading
from ui.fields.rows_editor import as_line
from ui.fields.sharing_grid import Party, SharingGrid
from ui.fields.surroundings import Surroundings
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.kit.text_input import TextInput
from ui.theme import theme

_OTHER = "Somebody else by name"


class SharingEditor(Editor):
    """The answer is flat rows: ``who``, ``kind``, ``choice``; of two for one place the last counts.

    Lines are there for whoever helps, for the agencies that the form says may be told, and for
    everybody else; more are added by name. A row that nobody touched is kept as it is.
    """

    has_heading = True

    def __init__(
        self, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, around, parent)
        self._rows: list[Row] = []
        columns = {column.key: column for column in kinds.columns(question)}
        self._kinds = around.choices(columns["kind"])
        self.heading = Heading(question.label, question.hint)
        self.error = ErrorLine()
        choices = around.choices(columns["choice"])
        self.grid = SharingGrid(choices, read_only=around.read_only)
        self.name = TextInput(_OTHER)
        self.add_button = Button("Add a line", "secondary", "plus", "small")
        adding = QWidget()
        line = QHBoxLayout(adding)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(10))
        line.addWidget(Label(_OTHER, "help_medium", "text2", wrap=False))
        line.addWidget(self.name, 1)
        line.addWidget(self.add_button)
        if around.read_only:
            adding.hide()  # never shown before it has a parent: it would be a window of its own
        keys = Label("Keys: Y yes, A ask first, N no, minus not needed", "help", "text2")
        keys.setVisible(not around.read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        for part in (self.heading, self.error, self.grid, keys, adding):
            column.addWidget(part)
        self.grid.changed.connect(self._on_cell)
        self.grid.remove_asked.connect(self._on_remove)
        self.name.editingFinished.connect(self._on_named)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.setAccessibleName(question.label)
        self._show()

    def value(self) -> list[Row]:
        return [dict(row) for row in self._rows]

    def set_value(self, value: Value) -> None:
        self._rows = [dict(row) for row in value] if isinstance(value, list) else []
        self._show()

    def refresh(self) -> None:
        self._show()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        words, warning = as_line(problems)
        self.error.say(words, warning=warning)

    def focus_problem(self, row_id: str | None) -> None:
        row = next((row for row in self._rows if row["id"] == row_id), None)
        self.grid.start(row["who"] if row else "")

    def lines(self) -> tuple[SharingLine, ...]:
        """Who has a line now."""
        helping = self.around.answers.options_of("helping")
        return sharing_lines(
            ((option.value, option.hint) for option in helping),
            self._agencies(),
            (row["who"] for row in self._rows),
        )

    def _agencies(self) -> list[str]:
        """Those that this form says may be told; where it does not ask, those of the pack."""
        known = self.around.answers.options_of("agencies")
        asked = self.around.answers.form.bound_to("consent.covers")
        if asked is None:
            return [option.label for option in known if not option.retired]
        ticked = self.around.answers.value(asked.key)
        codes = ticked if isinstance(ticked, list) else []
        return [option.label for option in known if option.value in codes]

    def _show(self) -> None:
        lines = self.lines()
        self.grid.set_lines(
            [
                Party(one.who, one.detail, one.named, is_rest=one.who == ANYONE_ELSE)
                for one in lines
            ],
            self._columns(),
        )
        chosen = choices_that_count(
            [(row["who"], row["kind"], row["choice"]) for row in self._rows], lines
        )
        for place, cell in self.grid.cells.items():
            cell.show_choice(chosen.get(place, ""))

    def _columns(self) -> list[Option]:
        """The kinds, and those of older answers that nobody chooses any more."""
        used = dict.fromkeys(row["kind"] for row in self._rows if row["choice"])
        offered = [kind for kind in self._kinds if not kind.retired or kind.value in used]
        known = {kind.value for kind in offered}
        more = [Option(code, code or "Everything") for code in used if code not in known]
        return [*offered, *more]

    def _on_cell(self, who: str, kind: str) -> None:
        choice = self.grid.cells[who, kind].choice()
        mine = [row for row in self._rows if _is_of(row, who)]
        here = [row for row in mine if row["kind"] == kind]
        if choice and here:
            here[-1]["choice"] = choice
        elif choice:
            self._rows.append(self._new_row(who, kind, choice))
        else:
            self._clear(who, mine, here)
        self.value_changed.emit()

    def _clear(self, who: str, mine: list[Row], here: list[Row]) -> None:
        """Nothing is said any more; the last row of a line that was added keeps its name."""
        keeps = len(mine) == len(here) and any(
            line.who == who and line.named for line in self.lines()
        )
        for row in here[1:] if keeps else here:
            self._rows.remove(row)
        if keeps and here:
            here[0]["choice"] = ""

    def _new_row(self, who: str, kind: str, choice: str = "") -> Row:
        return kinds.row_of(self.question, str(new_id())) | {
            "who": who,
            "kind": kind,
            "choice": choice,
        }

    def _on_named(self) -> None:
        """A name was typed and the box left, or Enter pressed in it."""
        name = self.name.value()
        if not name:
            return
        self.name.set_value("")
        known = next((line.who for line in self.lines() if same(line.who, name)), "")
        if not known:
            kind = self._kinds[0].value if self._kinds else ""
            self._rows.append(self._new_row(name, kind))
            self._show()
            self.value_changed.emit()
        if self.name.hasFocus() or self.add_button.hasFocus():
            self.grid.start(known or name)

    def _on_add_clicked(self) -> None:
        if self.name.value():
            self._on_named()
        elif not self.grid.hasFocus():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove(self, who: str) -> None:
        before = self.value()
        self._rows = [row for row in self._rows if not _is_of(row, who)]
        self._show()
        self.value_changed.emit()
        self.grid.start()
        self.around.said(f"{who} removed", lambda: self._put_back(before))

    def _put_back(self, rows: list[Row]) -> None:
        self._rows = rows
        self._show()
        self.value_changed.emit()


def _is_of(row: Row, who: str) -> bool:
    return same(row["who"].strip() or ANYONE_ELSE, who)
