"""Round every short wizard: bar, rail, help and buttons (pictures 19a, 19b)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.kit.brand import BrandMark
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.kit.note import Note
from ui.kit.painting import painting
from ui.kit.tab_order import ReadingOrder
from ui.setup.setup_rail import SetupRail
from ui.setup.short_wizard import ShortWizard
from ui.setup.step_page import StepPage
from ui.theme import theme
from ui.wizard.forward_button import ForwardButton
from ui.wizard.help_blocks import HelpBlocks

_HELP_WIDTH = 320
_HELP_FROM = 1240
"""Narrower than this at 100 %, the page has the room and the help is left out."""


class SetupFrame(ReadingOrder):
    """Subclasses add the pages and say what happens between them (``_leave``)."""

    stopped = Signal()
    goes_round = True

    def __init__(self, what: str, stop: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy = False
        self.wizard = ShortWizard()
        self.rail = SetupRail()
        self.stop = Button(stop, "secondary", None, "small")
        self.back = Button("Back", "secondary", "arrow-left")
        self.forward = ForwardButton("Continue", "primary", "arrow-right")
        self.hint = Label("", "help", "text2")
        self._note = Note("", "soon")
        self._help = HelpBlocks()
        self._lay_out(what)
        self.wizard.currentIdChanged.connect(lambda _page: self._show_step())
        self.wizard.continue_wanted.connect(self._on_forward)
        self.wizard.stop_wanted.connect(self._on_stop)
        self.stop.clicked.connect(self._on_stop)
        self.back.clicked.connect(self._on_back)
        self.forward.clicked.connect(self._on_forward)

    @property
    def step(self) -> StepPage:
        """The page that is shown."""
        return self.wizard.step

    def may_leave(self) -> bool:
        """Whether the window may be closed now."""
        return True

    def add(self, page: StepPage) -> None:
        """One more page, after those that are there."""
        page.changed.connect(self._show_buttons)
        self.wizard.addPage(page)

    def focus_start(self) -> None:
        """The keyboard goes to the page that is shown."""
        self.step.focus_start()

    def begin(self) -> None:
        """Show the first page."""
        self.wizard.restart()
        self._show_step()

    # What subclasses say

    def _leave(self, page: StepPage) -> None:
        """A page is right: go on, perhaps after a job."""
        self.go_on()

    def _finish(self) -> None:
        """The last page was left."""

    def _may_go_back(self, number: int) -> bool:
        return number > 0

    # What subclasses use

    def go_on(self) -> None:
        """To the next page, or out of the last."""
        if self.wizard.nextId() < 0:
            self._finish()
        else:
            self.wizard.next()

    def set_busy(self, words: str) -> None:
        """A job is under way: ``words`` stand on the button; "" when it is over."""
        self._busy = bool(words)
        self.wizard.setEnabled(not words)
        self._show_buttons()
        if words:
            self.forward.setText(words)

    def _on_forward(self) -> None:
        page = self.step
        if not self._busy and page.may_continue() and page.check():
            self._leave(page)

    def _on_back(self) -> None:
        if not self._busy:
            self.wizard.back()

    def _on_stop(self) -> None:
        if not self._busy and self.may_leave():
            self.stopped.emit()

    def _show_step(self) -> None:
        pages = self.wizard.steps()
        here = pages.index(self.step)
        self.step.show_number(here + 1, len(pages))
        self.rail.show_steps(pages, here)
        title, words = self.step.warning()
        self._note.set_title(title)
        self._note.set_text(words)
        self._note.setVisible(bool(title))
        self._help.show_blocks(self.step.help())
        self._show_buttons()
        self.step.focus_start()

    def _show_buttons(self) -> None:
        page = self.step
        here = self.wizard.steps().index(page)
        self.back.setVisible(self._may_go_back(here))
        self.back.setEnabled(not self._busy)
        self.stop.setEnabled(not self._busy)
        self.hint.setText(page.hint())
        if not self._busy:
            self.forward.setText(page.forward)
        self.forward.setEnabled(page.may_continue() and not self._busy)
        self.forward.setToolTip("" if page.may_continue() else page.hint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setVisible(self.width() >= theme().px(_HELP_FROM))

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme().tokens.canvas)

    def _lay_out(self, what: str) -> None:
        self._side = _Side()
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme().px(22), theme().px(30), theme().px(22), theme().px(24))
        column.setSpacing(theme().px(20))
        column.addWidget(self._note)
        column.addWidget(self._help)
        column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab passes by, as in the long forms
        scroll.setAccessibleName("Help for this page")
        scroll.setWidget(inside)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(1, 0, 0, 0)
        side.addWidget(scroll)
        self._side.setFixedWidth(theme().px(_HELP_WIDTH))
        footer = QFrame()
        footer.setProperty("surface", "footer")
        bar = QHBoxLayout(footer)
        bar.setContentsMargins(48, theme().px(12), 40, theme().px(12))
        bar.setSpacing(theme().px(12))
        bar.addWidget(self.back)
        bar.addWidget(self.hint, 1)
        bar.addWidget(self.forward)
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self.wizard, 1)
        main.addWidget(footer)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addLayout(main, 1)
        middle.addWidget(self._side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(_Bar(what, self.stop))
        whole.addLayout(middle, 1)


class _Side(QWidget):
    """The help column with the line at its left."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(QRectF(0, 0, 1, self.height()), theme().tokens.line)


class _Bar(QWidget):
    """The application, what is being done, and the way out."""

    def __init__(self, what: str, stop: Button) -> None:
        super().__init__()
        self._offline = QLabel()
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch()
        names.addWidget(Label("Early Help Desk", "card_title"))
        names.addWidget(Label(what, "help", "text2"))
        names.addStretch()
        self._row = QHBoxLayout(self)
        self._row.addWidget(BrandMark(34))
        self._row.addLayout(names, 1)
        self._row.addWidget(self._offline)
        self._row.addWidget(Label("Works without a connection", "help", "text2", wrap=False))
        self._row.addWidget(stop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._measure()
        theme().changed.connect(self._measure)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            painter.fillRect(self.rect(), tokens.surface)
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), tokens.line)

    def _measure(self) -> None:
        px = theme().px
        lines = theme().line_height("card_title") + theme().line_height("help")
        self.setFixedHeight(max(px(58), lines + px(16)))
        self._row.setContentsMargins(px(22), 0, px(22), 1)
        self._row.setSpacing(px(11))
        pixmap = theme().pixmap("wifi-off", "text2", 16, self.devicePixelRatioF())
        self._offline.setPixmap(pixmap)
