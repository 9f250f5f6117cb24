"""How each need ended, and how we know (closure)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.forms.spec import Field, Row
from ui.fields.heading import ErrorLine
from ui.fields.labelled import labelled
from ui.fields.rows_editor import RowsEditor, RowView
from ui.fields.surroundings import Surroundings
from ui.kit.card import Card
from ui.kit.labels import label
from ui.kit.segmented import Segmented
from ui.kit.text_area import TextArea

_ENDS = (
    ("met", "Met"),
    ("partly", "Partly met"),
    ("not_met", "Not met"),
    ("no_longer", "No longer a need"),
)
_PROGRESS = (
    ("not_started", "Not started"),
    ("started", "Started"),
    ("done", "Done"),
    ("dropped", "Dropped"),
)


class JudgedRow(RowView):
    """Something already known, one word for how it went, and room to say more."""

    def __init__(
        self,
        row: Row,
        question: Field,
        around: Surroundings,
        *,
        title: str,
        support: str,
        word: str,
        options: tuple[tuple[str, str], ...],
        words: str,
        words_label: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(row, question, around, parent)
        self._word, self._words = word, words
        self.card = Card(padding=16)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.card)
        self.card.body.addWidget(label(title, "body_strong"))
        if support:
            self.card.body.addWidget(label(support, "help", "text2"))
        self.error = ErrorLine()
        self.card.body.addWidget(self.error)
        self.choice = Segmented(options, f"{title}: how it went", empty=True)
        self.text = TextArea()
        self.choice.setEnabled(not around.read_only)
        self.text.setReadOnly(around.read_only)
        self.card.body.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.body.addWidget(labelled(words_label, self.text, whose=title))
        self.set_row(row)
        self.choice.value_changed.connect(self._on_changed)
        self.text.value_changed.connect(self._on_changed)

    def set_row(self, row: Row) -> None:
        self.row = dict(row)
        self.choice.set_value(str(row[self._word]))
        self.text.set_value(str(row[self._words]))

    def show_problem(self, words: str, *, warning: bool = False) -> None:
        self.error.say(words, warning=warning)
        self.choice.set_wrong(bool(words) and not warning)

    def start(self) -> None:
        at = self.text if self.row[self._word] else self.choice
        at.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        self.row[self._word] = self.choice.value()
        self.row[self._words] = self.text.value()
        self.value_changed.emit()


class NeedOutcomesEditor(RowsEditor):
    """The needs that the case worked on; none can be added or taken away here."""

    def make_row(self, row: Row) -> RowView:
        return JudgedRow(
            row,
            self.question,
            self.around,
            title=row["label"] or self.around.pack.label("needs", row["code"]),
            support="",
            word="outcome",
            options=_ENDS,
            words="evidence",
            words_label="How we know",
        )


class ProgressEditor(RowsEditor):
    """The actions of the plan: how far each got since last time."""

    def make_row(self, row: Row) -> RowView:
        return JudgedRow(
            row,
            self.question,
            self.around,
            title=row["label"],
            support=row["outcome"],
            word="progress",
            options=_PROGRESS,
            words="note",
            words_label="What happened",
        )
