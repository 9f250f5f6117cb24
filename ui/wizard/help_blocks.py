"""Why we ask, and what else helps: beside the page, or under a disclosure when there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ehdesk.forms.spec import Help
from ui.kit.labels import Label
from ui.theme import theme


class HelpBlocks(QWidget):
    """A heading and a few lines for each, with a rule between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(4))
        self._shown: tuple[Help, ...] = ()

    def show_blocks(self, blocks: Sequence[Help]) -> None:
        """Show other help."""
        if tuple(blocks) == self._shown:
            return
        self._shown = tuple(blocks)
        while taken := self._column.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        for number, block in enumerate(blocks):
            if number:
                rule = QFrame()
                rule.setObjectName("rule")
                rule.setFixedHeight(1)
                self._column.addSpacing(theme().px(16))
                self._column.addWidget(rule)
                self._column.addSpacing(theme().px(16))
            self._column.addWidget(Label(block.heading, "body_strong"))
            self._column.addWidget(Label(block.text, "help", "text2"))
