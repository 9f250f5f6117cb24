"""The bar over a long form: the way back, what it is and whose, and whether it is safe."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.theme import theme
from ui.wizard.save_line import SaveLine


class TopBar(QWidget):
    """58 pixels high at 100 %."""

    def __init__(
        self, back: str, form_title: str, family: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.back = Button(back, "plain", "arrow-left")
        self.back.setAccessibleName(f"Back to {back}")
        self.close_button = Button("Save and close", "secondary", None, "small")
        self.save_line = SaveLine()
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedWidth(1)
        self._names = QVBoxLayout()
        self._names.setSpacing(0)
        self._names.addStretch(1)
        self._names.addWidget(Label(form_title, "caption", "text2"))
        self._family = Label(family, "card_title", wrap=False)
        self._family.setMinimumWidth(theme().px(120))  # a long name is cut, not the save line
        self._names.addWidget(self._family)
        self._names.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.back)
        self._row.addWidget(rule)
        self._row.addLayout(self._names, 1)
        self._row.addWidget(self.save_line, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._measure()
        theme().changed.connect(self._measure)

    def show_family(self, family: str) -> None:
        """Whose form it is, once they are named."""
        self._family.setText(family)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), tokens.surface)
            painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)

    def _measure(self) -> None:
        px = theme().px
        lines = theme().line_height("caption") + theme().line_height("card_title")
        self.setFixedHeight(max(px(58), lines + px(16)))
        self._row.setContentsMargins(px(16), 0, px(22), 1)
        self._row.setSpacing(px(16))
