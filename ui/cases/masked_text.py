"""Words that stand behind a hatch until somebody asks for them, and for 30 seconds then."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.kit.painting import painting
from ui.theme import theme

SECONDS = 30


class MaskedText(QWidget):
    """``revealed`` is sent before anything is shown, so that the showing can be recorded."""

    revealed = Signal()

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        """``what`` names what is hidden: "address"."""
        super().__init__(parent)
        self._words = ""
        self._label = Label("", "body")
        self._label.hide()
        self._hatch = _Hatch(f"The {what} is kept confidential")
        self.button = Button(f"Show for {SECONDS} seconds", "secondary", "eye", "small")
        self.button.setAccessibleName(f"Show for {SECONDS} seconds: {what}")
        self.button.clicked.connect(self._on_show)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.hide_words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        row.addWidget(self._hatch)
        row.addWidget(self._label, 1)
        row.addStretch(1)
        row.addWidget(self.button)

    def set_words(self, words: str) -> None:
        """What is hidden. It is hidden again when it changes."""
        if words != self._words:
            self._words = words
            self.hide_words()

    def words_shown(self) -> str:
        """What can be read now."""
        return "" if self._label.isHidden() else self._label.text()

    def hide_words(self) -> None:
        """Put the hatch back."""
        self._timer.stop()
        self._label.setText("")
        self._label.hide()
        self._hatch.show()
        self.button.setEnabled(True)

    def _on_show(self) -> None:
        self.revealed.emit()
        self._label.setText(self._words)
        self._label.show()
        self._hatch.hide()
        self.button.setEnabled(False)
        self._timer.start()


class _Hatch(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(150), theme().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(tokens.line_strong)
            painter.setBrush(QBrush(tokens.line_strong, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(box, 5, 5)
