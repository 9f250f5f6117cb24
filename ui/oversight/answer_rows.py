"""The answers of a record as a manager reads them; one can be chosen, to pin a comment to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ehdesk.services.oversight import SaidAnswer
from ui.kit.labels import Label
from ui.kit.painting import draw_focus_ring, painting
from ui.kit.pill import Pill
from ui.oversight.pin_mark import PinMark
from ui.oversight.pins import PinView
from ui.theme import theme


class AnswerRow(QWidget):
    """One answer. Click, Enter or Space chooses it; the arrow keys go to the next."""

    chosen = Signal(str)
    moved = Signal(int)

    def __init__(self, answer: SaidAnswer) -> None:
        super().__init__()
        self.answer = answer
        self._is_chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._question = Label(answer.question, "help_medium", "text2")
        said = "\n".join(answer.lines) or "Not answered"
        colour = "voice.ink" if answer.voice and answer.lines else "text"
        self._said = Label(said, "body", colour if answer.lines else "text2")
        words = QVBoxLayout()
        words.setSpacing(theme().px(3))
        words.addWidget(self._question)
        words.addWidget(self._said)
        self._inline = QVBoxLayout()
        self._inline.setSpacing(theme().px(8))
        words.addLayout(self._inline)
        self._pins = [PinView(pin) for pin in answer.pins]
        for view in self._pins:
            view.hide()
            self._inline.addWidget(view)
        marks = QVBoxLayout()
        marks.setSpacing(theme().px(4))
        for pin in answer.pins:
            marks.addWidget(PinMark(pin.number, pin.is_open), 0, Qt.AlignmentFlag.AlignRight)
        self._seen = Pill("Seen", "none", "check")
        self._seen.hide()
        marks.addWidget(self._seen, 0, Qt.AlignmentFlag.AlignRight)
        marks.addStretch(1)
        row = QHBoxLayout(self)
        px = theme().px
        row.setContentsMargins(px(20), px(10), px(16), px(12))
        row.addLayout(words, 1)
        row.addLayout(marks)
        noted = ", ".join(
            f"comment {pin.number}" + ("" if pin.is_open else " answered") for pin in answer.pins
        )
        self.setAccessibleName(", ".join(part for part in (answer.question, said, noted) if part))

    def set_chosen(self, chosen: bool) -> None:
        """Whether a comment would be pinned to this answer."""
        self._is_chosen = chosen
        self.setAccessibleDescription("Chosen" if chosen else "")
        self.update()

    def set_seen(self) -> None:
        """It was read and nothing was said about it."""
        self._seen.setVisible(not self.answer.pins)

    def set_inline(self, inline: bool) -> None:
        """Whether its comments stand under it, where they have no column of their own."""
        for view in self._pins:
            view.setVisible(inline)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if not event.modifiers():
                self.chosen.emit(self.answer.field)
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.chosen.emit(self.answer.field)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            if self._is_chosen:
                painter.fillRect(self.rect(), tokens.accent_tint)
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), tokens.line)
            if self.hasFocus():
                draw_focus_ring(painter, QRectF(self.rect()).adjusted(4, 3, -4, -4), 6)


class AnswerRows(QWidget):
    """All of them; ``value()`` is the question of the chosen one. ``value_changed`` is what a
    person did."""

    value_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[AnswerRow] = []
        self._shown: tuple[SaidAnswer, ...] = ()
        self._value = ""
        self._is_inline = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def rows(self) -> tuple[AnswerRow, ...]:
        """The answers on show, from the top."""
        return tuple(self._rows)

    def show_answers(self, answers: Sequence[SaidAnswer]) -> None:
        """Show these; what was chosen stays chosen while it is there."""
        if tuple(answers) == self._shown:
            return
        had_focus = next((row.answer.field for row in self._rows if row.hasFocus()), "")
        self._shown = tuple(answers)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for answer in answers:
            row = AnswerRow(answer)
            row.chosen.connect(self._on_chosen)
            row.moved.connect(lambda by, row=row: self._move(row, by))
            row.set_inline(self._is_inline)
            self._rows.append(row)
            self._column.addWidget(row)
        fields = [answer.field for answer in answers]
        if self._value not in fields:
            self._value = fields[0] if fields else ""
        self._draw()
        for row in self._rows:
            if row.answer.field == had_focus:
                row.setFocus()

    def value(self) -> str:
        return self._value

    def choose(self, field: str) -> None:
        """Choose an answer, without telling anyone; one that is not there changes nothing."""
        if any(row.answer.field == field for row in self._rows):
            self._value = field
            self._draw()

    def chosen_question(self) -> str:
        """The words of the chosen question, or nothing."""
        found = (row.answer.question for row in self._rows if row.answer.field == self._value)
        return next(found, "")

    def set_inline(self, inline: bool) -> None:
        """Comments under their answers, or not."""
        self._is_inline = inline
        for row in self._rows:
            row.set_inline(inline)

    def _on_chosen(self, field: str) -> None:
        for row in self._rows:
            if row.answer.field == self._value != field:
                row.set_seen()
        self._value = field
        self._draw()
        self.value_changed.emit()

    def _move(self, row: AnswerRow, by: int) -> None:
        at = self._rows.index(row) + by
        if 0 <= at < len(self._rows):
            self._rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _draw(self) -> None:
        for row in self._rows:
            row.set_chosen(row.answer.field == self._value)
