"""A small visible label over a box, inside a row that has several."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.labels import label
from ui.theme import theme


def labelled(words: str, box: QWidget, *, whose: str = "") -> QWidget:
    """The box under its label, which names it for a screen reader too.

    :param whose: the row it belongs to, so that two boxes are not called the same.
    """
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(4))
    text = label(words, "caption", "text2")
    text.setBuddy(box)
    column.addWidget(text)
    column.addWidget(box)
    column.addStretch(1)
    box.setAccessibleName(f"{words}, {whose}" if whose else words)
    return block
