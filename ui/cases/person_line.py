"""A person in a list: initials, name, and a line about them; a pill or a button at the end."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.avatar import Avatar
from ui.kit.labels import Label
from ui.theme import theme

_COMFORTABLE = 172


class PersonLine(QWidget):
    """``name`` is what stands in bold; ``who`` makes the initials when it says more."""

    def __init__(
        self,
        name: str,
        line: str = "",
        *,
        who: str = "",
        end: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(3), 0, px(3))
        row.setSpacing(px(9))
        row.addWidget(Avatar(who or name, 30), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(name, "body_medium"))
        if line:
            words.addWidget(Label(line, "help", "text3"))
        words.addStretch(1)
        row.addLayout(words, 1)
        if end is not None:
            row.addWidget(end, 0, Qt.AlignmentFlag.AlignVCenter)
        self._ends = end is not None
        self.setAccessibleName(", ".join(part for part in (name, line) if part))

    def sizeHint(self) -> QSize:
        """Narrow enough for two beside one another; longer words wrap."""
        hint = super().sizeHint()
        return (
            hint
            if self._ends
            else QSize(min(hint.width(), theme().px(_COMFORTABLE)), hint.height())
        )
