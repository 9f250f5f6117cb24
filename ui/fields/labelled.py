"""A small visible label over a box, inside a row that has several."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.labels import label
from ui.theme import theme


class SaysItself:
    """A box that shows its own words."""


def labelled(words: str, box: QWidget, *, whose: str = "") -> QWidget:
    """The box under its label, which names it for a screen reader too. A tick carries its words
    itself.

    :param whose: the row it belongs to, so that two boxes are not called the same.
    """
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(4))
    if not isinstance(box, SaysItself):
        text = label(words, "caption", "text2")
        text.setBuddy(box)
        column.addWidget(text)
    column.addWidget(box)
    column.addStretch(1)
    box.setAccessibleName(f"{words}, {whose}" if whose else words)
    return block
