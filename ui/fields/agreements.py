"""What each person of the family said about taking part: a line each, that opens in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ehdesk.forms import kinds
from ehdesk.forms.checks import iso_date
from ehdesk.forms.spec import Field, Row, Value
from ehdesk.kernel.dates import say_short_date
from ui.fields.record_row import RecordRow
from ui.fields.record_table import RecordTable
from ui.fields.relatives import Relative, relatives
from ui.fields.row_form import RowForm
from ui.fields.rows_editor import RowView
from ui.fields.side_by_side import SideBySide
from ui.fields.surroundings import Surroundings
from ui.kit.labels import Label
from ui.kit.pill import Pill, pill_width
from ui.theme import theme

DECIDES_AT: Final = 16
"""Years: from then a young person agrees for themselves (domain notes 2.9, topic 9)."""
_LINES = (
    (("answer", 6),),
    (("how", 4), ("on", 2)),
    (("words", 6),),
    (("competent", 6),),
    (("witness", 6),),
)
ANSWER_PILLS: Final = {
    "signed": ("Signed", "done", "signature"),
    "said_yes": ("Said yes", "voice", "message-square-quote"),
    "said_no": ("Said no", "soon", "circle-x"),
    "told": ("Told", "track", "mail-open"),
    "not_asked": ("Not asked", "none", "circle-dashed"),
}
"""How an answer about taking part is marked: words, tone and icon."""
_WAITING = ANSWER_PILLS["not_asked"]


class AgreementRow(RecordRow):
    """One person: how it was talked through and what they said, when, and their answer."""

    weights = (4, 5)

    def __init__(
        self, row: Row, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        self._on = Label("", "body", wrap=False)
        self._words = Label("", "body", "voice.ink")
        self._answer = Pill(*_WAITING)
        super().__init__(row, question, around, parent)
        self._read_again()

    def name(self) -> str:
        who = self._relative()
        return who.name if who else "Somebody not in the family now"

    def cells(self) -> Sequence[tuple[str, str]]:
        who = self._relative()
        age = str(who.age) if who and who.is_child and who.age is not None else ""
        under = ", ".join(part for part in (who.said if who else "", age) if part)
        return (self.name(), under), (self.row.get("how", ""), "")

    def add_reading_widgets(self, places: SideBySide) -> None:
        # Own words stand under how they were asked, in the colour that is only theirs.
        self._cells[1][1].parentWidget().layout().addWidget(self._words)  # type: ignore[union-attr]
        end = QWidget()
        line = QHBoxLayout(end)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(12))
        line.addWidget(self._on)
        line.addStretch(1)
        line.addWidget(self._answer)
        places.add(end, 6, pill_width("Not asked") + theme().px(110))

    def make_form(self) -> RowForm:
        return RowForm(
            self.question,
            self.around,
            _LINES,
            looks={"answer": "segmented"},
            labels={"answer": "Answer", "competent": "Do they understand what it means?"},
            whose=self.name(),
        )

    def on_form_changed(self) -> None:
        """Whether they understand is asked of those who are not old enough to decide anyway."""
        if not isinstance(self.form, RowForm):
            return
        keys, who = set(self.form.editors), self._relative()
        young = who is not None and who.is_child and (who.age is None or who.age < DECIDES_AT)
        if not young and not self.row.get("competent"):
            keys.discard("competent")
        self.form.show_only(keys)

    def refresh(self) -> None:
        super().refresh()
        self._read_again()

    def is_blank(self) -> bool:
        """Whether nothing is written besides whose answer it would be."""
        columns = [c for c in kinds.columns(self.question) if c.key != "person_id"]
        return not kinds.row_answered(self.row, tuple(columns), ())

    def _relative(self) -> Relative | None:
        person = self.row.get("person_id", "")
        return next((one for one in relatives(self.around) if one.id == person), None)

    def _read_again(self) -> None:
        super()._read_again()
        self.remove_button.setVisible(not self.around.read_only and not self.is_blank())
        self.remove_button.set_name(f"Clear what {self.name()} said")
        row = self.row
        day = iso_date(row.get("on"))
        self._on.setText(say_short_date(day) if day else str(row.get("on") or ""))
        words = str(row.get("words") or "").strip()
        self._words.setText(words if words[:1] in ("", "“", '"') else f"“{words}”")
        self._words.setVisible(bool(words))
        self._answer.set_state(*ANSWER_PILLS.get(row.get("answer", ""), _WAITING))


class AgreementsEditor(RecordTable):
    """A line for everybody in the family waits; it is an answer once something is said in it."""

    heads = (("Who", 4), ("How, and what they said", 5), ("When, and their answer", 6))
    empty_words = "Nobody is in the family yet"
    removed_words = "Answer cleared"

    def __init__(
        self, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        self._kept: set[str] = set()
        super().__init__(question, around, parent)
        self.add_button.hide()  # a line is there for everybody already

    def make_row(self, row: Row) -> RowView:
        return AgreementRow(row, self.question, self.around)

    def value(self) -> list[Row]:
        """Lines that nobody has written in are not answers, unless they were kept before."""
        return [v.value() for v in self.rows if not v.is_blank() or v.row_id in self._kept]

    def set_value(self, value: Value) -> None:
        rows = list(value) if isinstance(value, list) else []
        self._kept = {row["id"] for row in rows}
        waiting = [v.value() for v in self.rows if v.is_blank() and v.row_id not in self._kept]
        answered = {row.get("person_id") for row in rows}
        super().set_value(rows + [row for row in waiting if row["person_id"] not in answered])
        self._wait_for_everybody()

    def refresh(self) -> None:
        super().refresh()
        self._wait_for_everybody()

    def drops_blank(self) -> bool:
        return False

    def after_rows_changed(self) -> None:
        super().after_rows_changed()
        self.add_button.hide()

    def remove(self, view: RowView) -> None:
        super().remove(view)
        self._wait_for_everybody()

    def _on_next(self, view: RowView) -> None:
        """Enter in the last box: on to the next person."""
        place = self.rows.index(view) + 1
        if place < len(self.rows):
            self.rows[place].start()

    def _wait_for_everybody(self) -> None:
        if self.around.read_only:
            return
        family = [person.id for person in relatives(self.around)]
        heard = {view.row["person_id"] for view in self.rows}
        for person in family:
            if person not in heard:
                self._put_in(self.new_row() | {"person_id": person}, len(self.rows))
        for view in self.rows:
            waits = view.is_blank() and view.row_id not in self._kept
            if waits and view.row["person_id"] not in family:
                self._rows.remove(view)
                self._take_out(view)
        self._number()
