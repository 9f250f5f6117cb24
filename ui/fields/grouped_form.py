"""The boxes of a row with many columns: in groups, each under a line that says what is in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.forms.problems import Problem
from ehdesk.forms.spec import Field, Look, Row
from ui.fields.editor import Editor
from ui.fields.row_form import Boxes, Line, RowForm, asked_lines
from ui.fields.rows_editor import as_line
from ui.fields.surroundings import Surroundings
from ui.kit.disclosure import Disclosure
from ui.kit.labels import label
from ui.theme import theme

Tells = Callable[[Row], str]


@dataclass(frozen=True)
class Group:
    """Some columns that belong together. ``note`` stands over its boxes."""

    key: str
    title: str
    icon: str
    lines: Sequence[Line]
    tells: Tells
    note: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(key for line in self.lines for key, _share in line)


class GroupedForm(Boxes):
    """A group's boxes are made when it is first opened: most never are.

    :param fits: the columns that fit the row as it stands; a group with none is not shown.
    :param open_first: the groups that are open to begin with.
    """

    def __init__(
        self,
        question: Field,
        around: Surroundings,
        groups: Sequence[Group],
        *,
        fits: Callable[[Row], Collection[str]],
        open_first: Collection[str] = (),
        labels: Mapping[str, str] | None = None,
        looks: Mapping[str, Look] | None = None,
        whose: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question, self._around = question, around
        self._fits = fits
        self._labels, self._looks, self._whose = labels, looks, whose
        self._row: Row = {}
        self._problems: tuple[Problem, ...] = ()
        self._groups = [g for g in groups if asked_lines(g.lines, question)]
        self._forms: dict[str, RowForm] = {}
        self.parts: dict[str, Disclosure] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(2))
        for group in self._groups:
            part = self.parts[group.key] = Disclosure(group.title, group.icon)
            part.opened.connect(lambda group=group: self._fill(group))
            part.header.toggled.connect(lambda _on, group=group: self._tell(group, self.row()))
            column.addWidget(part)
        for key in open_first:
            if key in self.parts:
                self.parts[key].set_open(True)

    @property
    def editors(self) -> dict[str, Editor]:
        """The boxes that have been made, by column."""
        return {key: box for form in self._forms.values() for key, box in form.editors.items()}

    def open(self, key: str) -> RowForm:
        """Open a group. KeyError for one that the form does not ask."""
        self.parts[key].set_open(True)
        return self._forms[key]

    def row(self) -> Row:
        row = dict(self._row)
        for form in self._forms.values():
            row |= form.typed()
        return row

    def set_row(self, row: Row) -> None:
        self._row = dict(row)
        for form in self._forms.values():
            form.set_row(row)
        self.fit()

    def refresh(self) -> None:
        for form in self._forms.values():
            form.refresh()
        self.fit()

    def fit(self) -> None:
        """Show the groups and boxes that fit the row as it stands, and what is in each group."""
        row = self.row()
        keys = set(self._fits(row))
        for group in self._groups:
            part = self.parts[group.key]
            asked = {key for line in asked_lines(group.lines, self._question) for key, _ in line}
            part.setVisible(not keys.isdisjoint(asked))
            if group.key in self._forms:
                self._forms[group.key].show_only(keys)
            self._tell(group, row)

    def has(self, column: str) -> bool:
        return any(column in group.columns for group in self._groups)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self._problems = tuple(problems)
        for form in self._forms.values():
            form.show_problems(problems)
        row = self.row()
        for group in self._groups:
            self._tell(group, row)

    def start(self, column: str = "") -> None:
        group = next((g for g in self._groups if column in g.columns), None)
        if group is not None:
            self.open(group.key).start(column)
            return
        for form in self._open_forms():
            form.start()
            return

    def is_in_last_box(self, widget: QWidget | None) -> bool:
        forms = self._open_forms()
        return bool(forms) and forms[-1].is_in_last_box(widget)

    def _open_forms(self) -> list[RowForm]:
        return [
            self._forms[key]
            for key, part in self.parts.items()
            if part.is_open() and not part.isHidden()
        ]

    def _fill(self, group: Group) -> None:
        if group.key in self._forms:
            return
        form = RowForm(
            self._question,
            self._around,
            group.lines,
            labels=self._labels,
            looks=self._looks,
            whose=self._whose,
        )
        body = self.parts[group.key].body
        if group.note:
            body.addWidget(label(group.note, "help", "text2"))
        body.addWidget(form)
        if row := self.row():
            form.set_row(row)
            form.show_only(set(self._fits(row)))
        self._forms[group.key] = form
        form.show_problems(self._problems)
        form.value_changed.connect(self._on_changed)
        form.entered.connect(self.entered)

    def _on_changed(self) -> None:
        self.fit()
        self.value_changed.emit()

    def _tell(self, group: Group, row: Row) -> None:
        """What is in a group; while it is closed, what is wrong in it."""
        if not row:
            return
        part = self.parts[group.key]
        mine = [p for p in self._problems if p.column in group.columns]
        if mine and not part.is_open():
            words, warning = as_line(mine)
            part.set_summary(words, "soon" if warning else "overdue")
        else:
            part.set_summary(group.tells(row))
