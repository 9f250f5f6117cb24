"""A small visible label over a box, inside a row that has several."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.fields.editor import Editor
from ui.kit.labels import Label, label
from ui.theme import theme


class SaysItself:
    """A box that shows its own words."""


class Labelled(QWidget):
    """A box under its label."""

    def __init__(self, words: str, box: QWidget) -> None:
        super().__init__()
        self._box = box
        self._words: Label | None = None
        self._gap = theme().px(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._gap)
        if not isinstance(box, SaysItself):
            self._words = label(words, "caption", "text2")
            self._words.setBuddy(box)
            column.addWidget(self._words)
        column.addWidget(box)
        column.addStretch(1)

    def lead(self, width: int) -> int:
        """How far below the top what is typed into begins at this width."""
        own = self._box.lead() if isinstance(self._box, Editor) else 0
        return own if self._words is None else self._words.heightForWidth(width) + self._gap + own


def labelled(words: str, box: QWidget, *, whose: str = "") -> Labelled:
    """The box under its label, which names it for a screen reader too. A tick carries its words
    itself.

    :param whose: the row it belongs to, so that two boxes are not called the same.
    """
    block = Labelled(words, box)
    box.setAccessibleName(f"{words}, {whose}" if whose else words)
    return block
