"""Beside the preview: which paper, how many copies, which printer, and the two ways out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.documents.paper_words import AUDIENCE_WORDS, paper_words
from ui.kit.buttons import Button
from ui.kit.choice import Choice
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.note import Note
from ui.kit.option_card import OptionCards
from ui.kit.page import PageHeader
from ui.kit.painting import painting
from ui.kit.stepper import Stepper
from ui.theme import theme

MOST_COPIES = 20
_WIDTH, _WIDEST = 404, 500


class PrintPanel(QWidget):
    """Says what is asked for; the page does it."""

    paper_chosen = Signal(str)
    record_chosen = Signal(str)
    """The key of the record that the paper is to print."""
    audience_chosen = Signal(str)
    print_asked = Signal()
    save_asked = Signal()
    up_chosen = Signal()

    def __init__(self, family: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self.header = PageHeader("Print", "", (family,))
        self.header.breadcrumb_chosen.connect(lambda _at: self.up_chosen.emit())
        self.papers = Choice((), "Which paper?")
        self.papers.value_changed.connect(lambda: self.paper_chosen.emit(self.papers.value()))
        self._papers_row = FieldRow("Which paper?", "", self.papers)
        self._line = Label("", "help", "text2")
        self.records = Choice((), "Which one?")
        self.records.value_changed.connect(lambda: self.record_chosen.emit(self.records.value()))
        self._records_row = FieldRow("Which one?", "", self.records)
        self.audience = OptionCards((), "Who is this copy for?", columns=1)
        self.audience.value_changed.connect(
            lambda: self.audience_chosen.emit(self.audience.value())
        )
        self._audience_row = FieldRow("Who is this copy for?", "", self.audience)
        self.copies = Stepper("Copies", minimum=1, maximum=MOST_COPIES)
        self.copies.set_value(1)
        self.copies.value_changed.connect(self._name_button)
        self._copies_row = FieldRow("Copies", "", self.copies)
        self.printer = Choice((), "Printer")
        self._printer_row = FieldRow("Printer", "", self.printer)
        self.left_off = Note("", "neutral", icon="shield-check")
        self.trouble = Note("", "soon")
        self.trouble.hide()
        self.print_button = Button("Print", "primary", "printer")
        self.print_button.clicked.connect(self.print_asked)
        self.save_button = Button("Save as PDF", "secondary", "download")
        self.save_button.clicked.connect(self.save_asked)
        content = QWidget()
        content.setObjectName("scrolled")
        body = QVBoxLayout(content)
        body.setContentsMargins(px(28), px(20), px(28), px(16))
        body.setSpacing(px(18))
        for part in (
            self.header,
            self._papers_row,
            self._line,
            self._records_row,
            self._audience_row,
            self._copies_row,
            self._printer_row,
            self.left_off,
            self.trouble,
        ):
            body.addWidget(part)
        body.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(px(28), px(14), px(28), px(16))
        row.setSpacing(px(10))
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        row.addStretch(1)
        column.addWidget(self._foot)
        self._measure()
        theme().changed.connect(self._measure)

    def show_papers(self, kinds: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer the papers this case has."""
        self.papers.set_options([(kind, paper_words(kind, title).title) for kind, title in kinds])
        self.papers.set_value(chosen)
        words = paper_words(chosen, dict(kinds).get(chosen, ""))
        self.header.set_title(words.title)
        self._line.setText(words.line)
        self._line.setVisible(bool(words.line))

    def show_records(self, records: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer the records that the paper can print, when there are several."""
        self.records.set_options(records)
        self.records.set_value(chosen)
        self._records_row.setVisible(len(records) > 1)

    def show_audiences(self, audiences: Sequence[str], chosen: str) -> None:
        """Offer who the copy can be for, when there is a choice."""
        self.audience.set_options([(each, *AUDIENCE_WORDS[each]) for each in audiences])
        self.audience.set_value(chosen)
        self._audience_row.setVisible(len(audiences) > 1)

    def show_printers(self, names: Sequence[str]) -> None:
        """Offer the printers; without any, saving becomes the main way out."""
        there = bool(names)
        self.printer.set_options([(name, name) for name in names])
        if there and not self.printer.value():
            self.printer.set_value(names[0])
        self._copies_row.setVisible(there)
        self._printer_row.setVisible(there)
        self.print_button.setVisible(there)
        self.save_button.set_kind("secondary" if there else "primary")
        self._name_button()

    def say_trouble(self, title: str, words: str) -> None:
        """Say why something cannot be done; both empty to take it back."""
        self.trouble.set_title(title)
        self.trouble.set_text(words)
        self.trouble.setVisible(bool(title or words))

    def set_ready(self, ready: bool) -> None:
        """Whether the paper is there and may leave the store."""
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        px = theme().px
        with painting(self) as painter:
            painter.fillRect(self.rect(), tokens.surface)
            painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.line)
            painter.fillRect(px(28), self._foot.y(), self.width() - px(56), 1, tokens.line)

    def _measure(self) -> None:
        self.setFixedWidth(min(theme().px(_WIDTH), _WIDEST))

    def _name_button(self) -> None:
        copies = self.copies.value() or 1
        self.print_button.setText("Print" if copies == 1 else f"Print {copies} copies")
