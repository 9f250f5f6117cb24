"""Where a family stands, for a family of the walk with nothing to sign."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ehdesk.domain.obligations import Obligation
from ehdesk.domain.supervision import CaseloadLine
from ehdesk.kernel.dates import say_short_date
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.oversight.flag_marks import FLAGS
from ui.theme import theme


class StandsCard(Card):
    """What to ask about, then what is due."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.open_button = Button("Open the case", "secondary", "folder-open", "small")
        self.open_button.clicked.connect(self.opened)
        self.add_action(self.open_button)
        self._inside = QWidget()
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().px(8))
        self.body.addWidget(self._inside)
        self._shown: object = None

    def show_line(self, line: CaseloadLine, due: Sequence[Obligation]) -> None:
        """The family, its flags in words, and what is due."""
        if (line, tuple(due)) == self._shown:
            return
        self._shown = (line, tuple(due))
        self.set_title(line.family)
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows.addWidget(Label("To ask about", "help_medium", "text2"))
        for flag in line.flags:
            icon, colour = FLAGS[flag.code]
            self._rows.addWidget(_Marked(icon, colour, flag.words))
        if not line.flags:
            self._rows.addWidget(Label("Nothing stands out.", "body"))
        what_is_due = Label("What is due", "help_medium", "text2")
        what_is_due.setContentsMargins(0, theme().px(10), 0, 0)
        self._rows.addWidget(what_is_due)
        for one in due:
            day = f", {say_short_date(one.due)}" if one.due else ""
            self._rows.addWidget(Label(f"{one.title}{day}", "body"))
        if not due:
            self._rows.addWidget(Label("Nothing is due.", "body"))


class _Marked(QWidget):
    def __init__(self, icon: str, colour: str, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        picture = QLabel()
        picture.setPixmap(theme().pixmap(icon, colour, 16, self.devicePixelRatioF()))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(words, "body"), 1)
