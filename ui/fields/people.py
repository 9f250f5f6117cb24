"""Who is in the family: children and adults, each a row that opens in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ehdesk.forms import kinds
from ehdesk.forms.people_checks import is_unborn
from ehdesk.forms.problems import Problem
from ehdesk.forms.spec import Field, Row, Value
from ui.fields import person_groups
from ui.fields.dated import DateEditor
from ui.fields.grouped_form import GroupedForm
from ui.fields.known_notes import KnownNotes
from ui.fields.person_words import age_words, born_words, person_name, year_words
from ui.fields.record_row import RecordRow
from ui.fields.record_table import RecordTable
from ui.fields.row_form import Boxes
from ui.fields.rows_editor import RowView
from ui.fields.side_by_side import SideBySide
from ui.fields.surroundings import Surroundings

_HEADS = (("Name", 11), ("Date of birth", 9), ("School or setting", 10))
_LIVES = {"part": "part of the week", "elsewhere": "lives elsewhere"}
_GIVEN = {"kind", "lives"}
"""Columns that a new row comes with."""


class PersonRow(RecordRow):
    """One person. A child whose date of birth is missing gets its boxes in the row itself."""

    weights = tuple(weight for _words, weight in _HEADS)
    form: GroupedForm | None

    def __init__(
        self, row: Row, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        self._born: DateEditor | None = None
        # A family name that came with the blank row is no answer yet.
        self._lent_name = "" if row.get("given_name") else row.get("family_name", "")
        super().__init__(row, question, around, parent)

    def name(self) -> str:
        return person_name(self.row)

    def cells(self) -> Sequence[tuple[str, str]]:
        row, today = self.row, self.around.today
        child = row.get("kind") == "child"
        who = row.get("relationship") or ("Child" if child else "Adult")
        lives = _LIVES.get(str(row.get("lives")), "")
        year = "" if is_unborn(row) else year_words(row, today)
        school = ", ".join(text for text in (row.get("school"), year) if text)
        asked = child and not is_unborn(row)
        return (
            (self.name(), ", ".join(text for text in (who, lives) if text)),
            (born_words(row) or ("" if child else "Not given"), age_words(row, today)),
            (school or ("Not given" if asked else "Not in school"), ""),
        )

    def is_blank(self) -> bool:
        own = self.row.get("family_name", "") != self._lent_name
        seen = self.row if own else self.row | {"family_name": ""}
        columns = tuple(c for c in kinds.columns(self.question) if c.key not in _GIVEN)
        return not kinds.row_answered(seen, columns, ())

    def make_form(self) -> Boxes:
        return GroupedForm(
            self.question,
            self.around,
            person_groups.groups(self.question, self.around),
            fits=lambda _row: person_groups.fitting(self.row, blank=self.is_blank()),
            open_first=person_groups.OPEN_FIRST,
            looks=person_groups.LOOKS,
            labels={"lives": "Where they live"},
            whose="" if self.is_blank() else self.name(),
        )

    def on_form_changed(self) -> None:
        if self.form is not None:
            self.form.fit()

    def close_form(self) -> None:
        self._take_typed_dates()
        super().close_form()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        super().show_problems(problems)
        about = any(p.column == "date_of_birth" and not p.warning for p in problems)
        about_birth = about and not self.is_open()
        if about_birth and self._born is None:
            self._offer_birth_boxes()
        if self._born is not None:
            keep = about_birth or self._born.isAncestorOf(self.focusWidget() or self)
            self._born.set_wrong(about_birth)
            self._born.setVisible(keep)
            self._cells[1][0].setVisible(not keep)

    def start(self) -> None:
        if self._born is not None and not self._born.isHidden() and not self.is_open():
            self._born.setFocus()
        else:
            self.open()

    def add_reading_widgets(self, places: SideBySide) -> None:
        self._places = places

    def _offer_birth_boxes(self) -> None:
        column = next(c for c in kinds.columns(self.question) if c.key == "date_of_birth")
        words = f"Date of birth, {self.name()}"
        self._born = DateEditor(replace(column, label=words), self.around)
        self._born.setAccessibleName(words)
        self._born.set_value(self.row.get("date_of_birth"))
        self._born.value_changed.connect(self._on_born)
        block = self._cells[1][0].parentWidget()
        block.layout().insertWidget(0, self._born)  # type: ignore[union-attr]

    def _on_born(self) -> None:
        assert self._born is not None  # noqa: S101 - it was typed into
        self.row["date_of_birth"] = self._born.value()
        if self.form is not None:
            self.form.set_row(self.row)
        self.value_changed.emit()

    def _take_typed_dates(self) -> None:
        """A date typed as 3/4/26 is read as one once the row is closed."""
        rows = kinds.normalise(self.question, [self.row], self.around.today)
        if isinstance(rows, list):
            self.row = dict(rows[0])


class PeopleEditor(RecordTable):
    """The household. While nobody is there, one adult and one child wait to be written."""

    heads = _HEADS
    add_words = "Add someone"

    def __init__(
        self, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, around, parent)
        self.known = KnownNotes(question, around, self._person_rows, self)
        self.value_changed.connect(self.known.look_soon)

    def make_row(self, row: Row) -> RowView:
        return PersonRow(row, self.question, self.around)

    def value(self) -> list[Row]:
        return [view.value() for view in self.rows if not view.is_blank()]

    def set_value(self, value: Value) -> None:
        rows = value if isinstance(value, list) else []
        if rows or self.around.read_only:
            super().set_value(rows)
        elif not self.rows:
            blank = [self.new_row() | {"kind": kind} for kind in ("adult", "child")]
            super().set_value(blank)
            for view in self.rows:
                if isinstance(view, PersonRow):
                    view.show_form()
        self.known.look_soon()

    def _person_rows(self) -> list[PersonRow]:
        return [view for view in self.rows if isinstance(view, PersonRow)]

    def new_row(self) -> Row:
        children = (view.row for view in self.rows if view.row.get("kind") == "child")
        family = next((row.get("family_name", "") for row in children), "")
        given = {"kind": "child" if self.rows else "adult", "lives": "here", "family_name": family}
        row = super().new_row()
        return row | {key: value for key, value in given.items() if key in row}

    def drops_blank(self) -> bool:
        """Not while nobody is there: the adult and the child go on waiting."""
        return any(not view.is_blank() for view in self.rows)

    def removed(self, row: Row) -> str:
        return f"{person_name(row)} removed" if row.get("given_name") else "Row removed"

    def focus_problem(self, row_id: str | None) -> None:
        if row_id is None and self.rows:
            self.add_button.setFocus()
        else:
            super().focus_problem(row_id)
