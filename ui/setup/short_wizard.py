"""QWizard for its pages and their order, without its look: the frame round it has that."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget, QWizard

from ui.setup.step_page import StepPage
from ui.theme import theme


class ShortWizard(QWizard):
    """Fills the place it is given; its buttons are the frame's."""

    continue_wanted = Signal()
    """Enter was pressed in a box."""
    stop_wanted = Signal()
    """Escape was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.NoDefaultButton)
        self.setOption(QWizard.WizardOption.NoCancelButton)
        self.setButtonLayout([])
        self.currentIdChanged.connect(lambda _page: self._strip())
        theme().changed.connect(self._strip)

    @property
    def step(self) -> StepPage:
        """The page that is shown."""
        page = self.currentPage()
        if not isinstance(page, StepPage):
            raise LookupError("the wizard has not begun")
        return page

    def steps(self) -> list[StepPage]:
        """All pages, in order."""
        pages = (self.page(number) for number in self.pageIds())
        return [page for page in pages if isinstance(page, StepPage)]

    def reject(self) -> None:
        self.stop_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(self.focusWidget(), QLineEdit):
                self.continue_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _strip(self) -> None:
        """Take away the margins and the ruler that QWizard lays round its pages."""
        for child in self.children():
            layout = child.layout() if isinstance(child, QWidget) else None
            if layout is None:
                continue
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
            for place in range(layout.count()):
                item = layout.itemAt(place)
                widget = item.widget() if item is not None else None
                if widget is not None and not isinstance(widget, QFrame):
                    widget.setFixedHeight(0)  # the ruler above the buttons
