"""The answers of one section in a card: what was asked, the answer, and a way back to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.forms.display import Answer, SectionAnswers
from ui.fields.side_by_side import SideBySide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.theme import theme


class AnswerCard(QWidget):
    """A sunken title line, then a row for each question."""

    change_asked = Signal(str)

    def __init__(
        self, section: SectionAnswers, *, read_only: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.links: dict[str, Button] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card(padding=0)
        outer.addWidget(card)
        card.body.addWidget(_Title(section.title))
        for number, answer in enumerate(section.answers):
            card.body.addWidget(self._row(answer, first=number == 0, read_only=read_only))

    def _row(self, answer: Answer, *, first: bool, read_only: bool) -> QWidget:
        row = _Row(first)
        link = Button(_link_words(answer), "link")
        link.setAccessibleName(f"{link.text()} {answer.label}")
        link.clicked.connect(lambda: self.change_asked.emit(answer.field_key))
        link.setVisible(not read_only)
        self.links[answer.field_key] = link
        row.add(Label(answer.label, "body_strong"), _answer(answer), link)
        return row


def _link_words(answer: Answer) -> str:
    if answer.kind == "facts":
        return "See"  # the record says it by itself: there is nothing to change on that page
    return "Answer" if answer.required_missing else "Change"


def _answer(answer: Answer) -> QWidget:
    ink = "voice.ink" if answer.voice else "text"
    if any(len(block) > 1 for block in answer.blocks):
        return _Blocks(answer.blocks, ink)
    if answer.lines:
        return Label("\n".join(answer.lines), "body", ink)
    if answer.required_missing:
        return Label("Not answered", "body_strong", "overdue.ink")
    return Label("Nothing written", "body", "text3")


class _Blocks(QWidget):
    """A block for each person or thing: its name in bold, and what was said of it under that."""

    def __init__(self, blocks: Sequence[tuple[str, ...]], ink: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, (head, *lines) in enumerate(blocks):
            if number:
                column.addSpacing(theme().px(10))
            column.addWidget(Label(head, "body_strong", ink))
            if lines:
                column.addWidget(Label("\n".join(lines), "body", ink))


class _Title(QWidget):
    """The section's name on a sunken ground."""

    def __init__(self, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        px = theme().px
        row.setContentsMargins(px(19), px(9), px(19), px(9))
        row.addWidget(Label(words, "card_title"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), tokens.sunken)
            painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)


class _Row(QWidget):
    """One question with its line above, which does not reach the card's edges."""

    def __init__(self, first: bool) -> None:
        super().__init__()
        self._first = first
        self._line = QHBoxLayout(self)
        px = theme().px
        self._line.setContentsMargins(px(19), px(7), px(15), px(7))
        self._line.setSpacing(px(16))

    def add(self, asked: Label, answer: QWidget, link: Button) -> None:
        """Put the parts in."""
        texts = QWidget()
        places = SideBySide(texts, gap=theme().px(16), line_gap=theme().px(2))
        # Words and link stand on one line, although the link has room for its focus ring.
        drop = max(0, (link.sizeHint().height() - theme().line_height("body")) // 2)
        places.setContentsMargins(0, drop, 0, drop)
        places.add(asked, 3, theme().px(130))
        places.add(answer, 7, theme().px(220))
        self._line.addWidget(texts, 1)
        self._line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._first:
            side = theme().px(19)
            with QPainter(self) as painter:
                painter.fillRect(side, 0, self.width() - 2 * side, 1, theme().tokens.line)
