"""While the numbers are worked out: how far it is, and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.kit.skeleton import NOTHING_UNDER
from ui.theme import theme


class WorkingLine(QWidget):
    """``stopped`` when a person does not want to wait; ``again`` when they do after all."""

    stopped = Signal()
    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", "help", "text2", wrap=False)
        self.stop_button = Button("Stop", "secondary", size="small")
        self.stop_button.clicked.connect(self.stopped)
        self.again_button = Button("Work it out again", "secondary", size="small")
        self.again_button.clicked.connect(self.again)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        row.addWidget(self.words)
        row.addWidget(self.stop_button)
        row.addWidget(self.again_button)
        row.addStretch(1)
        self.words.setText("Working out the numbers")
        self._timer = QTimer(self, singleShot=True, interval=NOTHING_UNDER)
        self._timer.timeout.connect(lambda: self._show(works=True))
        self.hide()

    def begin(self) -> None:
        """Something is worked out; nothing is shown of it while it is quick."""
        self.words.setText("Working out the numbers")
        self._timer.start()

    def end(self) -> None:
        """It is there, or went wrong."""
        self._timer.stop()
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """How many parts have been read."""
        self.words.setText(f"Working out the numbers, {done} of {total}")

    def show_stopped(self) -> None:
        """It was stopped; what is shown is from before, if anything is."""
        self._timer.stop()
        self.words.setText("Stopped. These numbers are not up to date.")
        self._show(works=False)

    def _show(self, *, works: bool) -> None:
        self.stop_button.setVisible(works)
        self.again_button.setVisible(not works)
        self.show()
