"""Who is in the family: children and adults, each a row that opens in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ehdesk.forms import kinds
from ehdesk.forms.checks import iso_date
from ehdesk.forms.spec import Field, Row, Value
from ehdesk.kernel.dates import say_short_date
from ui.fields.dated import DateEditor
from ui.fields.record_row import RecordRow
from ui.fields.record_table import RecordTable
from ui.fields.row_form import RowForm
from ui.fields.rows_editor import RowView
from ui.fields.side_by_side import SideBySide
from ui.fields.surroundings import Surroundings

_HEADS = (("Name", 11), ("Date of birth", 9), ("School or setting", 10))
_LINES = (
    (("kind", 2), ("given_name", 2), ("family_name", 2)),
    (("relationship", 2), ("date_of_birth", 3)),
    (("date_of_birth_not_known", 6),),
    (("school", 3), ("year_group", 3)),
    (("lives", 2), ("parental_responsibility", 2), ("phone", 2)),
)
_OF_CHILDREN = {"school", "year_group"}
_OF_ADULTS = {"parental_responsibility", "phone"}
_LIVES = {"part": "part of the week", "elsewhere": "lives elsewhere"}
_TELLING = ("given_name", "family_name", "relationship", "date_of_birth", "school", "phone")


class PersonRow(RecordRow):
    """One person. A child whose date of birth is missing gets its boxes in the row itself."""

    weights = tuple(weight for _words, weight in _HEADS)

    def __init__(
        self, row: Row, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        self._born: DateEditor | None = None
        # A family name that came with the blank row is no answer yet.
        self._lent_name = "" if row["given_name"] else row["family_name"]
        super().__init__(row, question, around, parent)

    def name(self) -> str:
        whole = f"{self.row['given_name']} {self.row['family_name']}".strip()
        return whole or ("New child" if self.row["kind"] == "child" else "New adult")

    def cells(self) -> Sequence[tuple[str, str]]:
        who = self.row["relationship"] or ("Child" if self.row["kind"] == "child" else "Adult")
        lives = _LIVES.get(self.row["lives"], "")
        school = ", ".join(text for text in (self.row["school"], self.row["year_group"]) if text)
        return (
            (self.name(), ", ".join(text for text in (who, lives) if text)),
            (self._born_words(), ""),
            (school or ("Not given" if self.row["kind"] == "child" else "Not in school"), ""),
        )

    def is_blank(self) -> bool:
        """Whether nobody has written anything here yet."""
        own = self.row["family_name"] != self._lent_name
        seen = self.row if own else self.row | {"family_name": ""}
        return not kinds.row_answered(seen, kinds.columns(self.question), _TELLING)

    def make_form(self) -> RowForm:
        return RowForm(
            self.question,
            self.around,
            _LINES,
            looks={"kind": "segmented", "lives": "select", "parental_responsibility": "select"},
            labels={"lives": "Where they live"},
            whose="" if self.is_blank() else self.name(),
        )

    def on_form_changed(self) -> None:
        if self.form is not None:
            hidden = _OF_ADULTS if self.row["kind"] == "child" else _OF_CHILDREN
            self.form.show_only(set(self.form.editors) - hidden)

    def close_form(self) -> None:
        self._take_typed_dates()
        super().close_form()

    def show_problem(self, words: str, *, warning: bool = False) -> None:
        super().show_problem(words, warning=warning)
        about_birth = bool(words) and "birth" in words and not self.is_open()
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

    def _born_words(self) -> str:
        born = self.row["date_of_birth"]
        day = iso_date(born)
        if day:
            return say_short_date(day)
        if self.row["date_of_birth_not_known"]:
            return "Not known"
        return str(born) or ("" if self.row["kind"] == "child" else "Not given")

    def _offer_birth_boxes(self) -> None:
        column = next(c for c in kinds.columns(self.question) if c.key == "date_of_birth")
        words = f"Date of birth, {self.name()}"
        self._born = DateEditor(replace(column, label=words), self.around)
        self._born.setAccessibleName(words)
        self._born.set_value(self.row["date_of_birth"])
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

    def make_row(self, row: Row) -> RowView:
        return PersonRow(row, self.question, self.around)

    def value(self) -> list[Row]:
        views = [view for view in self.rows if isinstance(view, PersonRow)]
        return [view.value() for view in views if not view.is_blank()]

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

    def new_row(self) -> Row:
        family = next((v.row["family_name"] for v in self.rows if v.row["kind"] == "child"), "")
        kind = "child" if self.rows else "adult"
        return super().new_row() | {"kind": kind, "lives": "here", "family_name": family}

    def removed(self, row: Row) -> str:
        name = f"{row['given_name']} {row['family_name']}".strip()
        return f"{name} removed" if name else "Row removed"

    def focus_problem(self, row_id: str | None) -> None:
        if row_id is None and self.rows:
            self.add_button.setFocus()
        else:
            super().focus_problem(row_id)
