"""The form, and whatever lies over it for a while."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget


class Covers(QStackedLayout):
    """One full page at a time may lie over the form."""

    def __init__(self, form: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self._over: QWidget | None = None
        self.addWidget(form)

    @property
    def is_covered(self) -> bool:
        """Whether another page lies over the form."""
        return self._over is not None

    def cover(self, page: QWidget) -> None:
        """Lay a page over the form."""
        self._over = page
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> bool:
        """Take it away; False when there is none."""
        over, self._over = self._over, None
        if over is None:
            return False
        self.setCurrentWidget(self._form)
        self.removeWidget(over)
        over.hide()
        over.deleteLater()
        return True
