"""Answers to read: a label and its words; own words in plum; the areas of life side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ui.cases.icon import Icon
from ui.cases.reading import ReadAnswer, ReadSection
from ui.fields.side_by_side import SideBySide
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.painting import draw_box, painting
from ui.kit.pill import Pill
from ui.theme import theme


class SectionCard(Card):
    """One section of a form, read only."""

    def __init__(self, section: ReadSection, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(section.title, parent=parent)
        self.setAccessibleName(section.title)
        for answer in section.answers:
            if answer.kind == "areas":
                for row in answer.value or ():
                    self.body.addWidget(_Area(row, pack))
            elif answer.kind == "progress":
                self.body.addWidget(_Progress(answer.value or ()))
            elif answer.voice:
                self.body.addWidget(OwnWords(answer.label, answer.lines))
            else:
                self.body.addWidget(AnswerView(answer))


class AnswerView(QWidget):
    """The label, and the answer beside it or, where it is narrow, under it."""

    def __init__(self, answer: ReadAnswer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        row = SideBySide(self, gap=px(20), line_gap=px(2))
        row.add(Label(answer.label, "help", "text2"), 3, px(150))
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(px(3))
        for line in answer.lines:
            lines.addWidget(Label(line, "body"))
        row.add(words, 8, px(240))
        self.setAccessibleName(f"{answer.label}: {' '.join(answer.lines)}")


class OwnWords(QWidget):
    """A child's or parent's own words, in plum, with whose they are and how they were heard."""

    def __init__(self, title: str, lines: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(13), px(10), px(13), px(11))
        row.setSpacing(px(11))
        row.addWidget(Icon("message-square-quote", "voice.ink", 17), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(Label(title, "help_strong", "voice.ink"))
        for line in lines:
            is_speech = "“" in line
            words.addWidget(
                Label(line, "body" if is_speech else "help", "text" if is_speech else "voice.ink")
            )
        row.addLayout(words, 1)
        self.setAccessibleName(f"{title}: {' '.join(lines)}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone = theme().tokens.tone("voice")
        with painting(self) as painter:
            draw_box(painter, QRectF(self.rect()), 8, tone.bg, tone.line)


_PILLS = {
    "started": ("Started", "track", "circle-dot"),
    "done": ("Done", "done", "circle-check"),
    "dropped": ("Dropped", "none", "circle-minus"),
}


class _Progress(QWidget):
    """How far each action got, under what it was for."""

    def __init__(self, rows: Sequence[dict[str, Any]]) -> None:
        super().__init__()
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(px(6))
        before = ""
        for row in rows:
            if row["outcome"] != before:
                before = row["outcome"]
                column.addWidget(Label(before, "help_medium", "text2"))
            line = QWidget()
            places = SideBySide(line, gap=px(16), line_gap=px(4), middle=True)
            places.add(Label(row["label"], "body"), 7, px(220))
            places.add(Pill(*_PILLS.get(row["progress"], ("Not started", "none", "circle"))), 2)
            places.add(Label(row["note"] or "", "help", "text2"), 5, px(160))
            column.addWidget(line)


class _Area(QWidget):
    """One area of life: going well, worries, everyone's numbers, and whether it is a need."""

    def __init__(self, row: dict[str, Any], pack: Pack) -> None:
        super().__init__()
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(8))
        column.setSpacing(px(6))
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(Label(pack.label("areas", str(row["area"])), "body_strong", wrap=False))
        if row.get("need") == "yes":
            head.addWidget(Pill("A need", "wait", "flag"))
        elif row.get("need") == "no":
            head.addWidget(Pill("Not a need", "none", "check"))
        head.addStretch(1)
        column.addLayout(head)
        sides = QWidget()
        pair = SideBySide(sides, gap=px(24), line_gap=px(6))
        for title, key, icon in (
            ("Going well", "going_well", "sprout"),
            ("Worries", "worries", "flag"),
        ):
            pair.add(_Side(title, str(row.get(key) or ""), icon), 1, px(220))
        column.addWidget(sides)
        numbers = [
            f"{score['name'] or score['kind'].title()} {score['value']}"
            for score in row.get("scores") or ()
            if score.get("value") is not None
        ]
        if numbers:
            words = f"Out of 10: {', '.join(numbers)}"
            column.addWidget(Label(words, "help", "text2", tabular=True))


class _Side(QWidget):
    """A heading with an icon, and what was written under it."""

    def __init__(self, title: str, words: str, icon: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        row.addWidget(Icon(icon, "text2", 15, 2), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(title, "help_medium", "text2"))
        column.addWidget(
            Label(words or "Nothing written yet", "body", "text" if words else "text3")
        )
        row.addLayout(column, 1)
