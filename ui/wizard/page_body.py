"""The middle of a long form: title, what to fix, the questions, and the bar with its buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ehdesk.forms.spec import Help
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.theme import theme
from ui.wizard.fixes import Fixes
from ui.wizard.forward_button import ForwardButton
from ui.wizard.help_blocks import HelpBlocks

_WIDEST = 1240
"""Questions are not wider than this at 100 %, however wide the window."""


class PageBody(QWidget):
    """What scrolls, and the footer bar under it that does not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step_label = Label("", "help", "text2")
        self.title = Label("", "wizard_title")
        self.intro = Label("", "input", "text2")
        self.why_button = Button("Why we ask", "quiet", "info")
        self.why_button.setCheckable(True)
        self.summary = Fixes()
        self.back = Button("Back", "secondary", "arrow-left")
        self.forward = ForwardButton("Save and continue", "primary", "arrow-right")
        self.hint = Label("", "help", "text2")
        self._why_card = Card(padding=18)
        self._why = HelpBlocks()
        self._why_card.body.addWidget(self._why)
        self._why_card.hide()
        self._news = QVBoxLayout()
        self._after = QVBoxLayout()
        self._under = QVBoxLayout()
        self._shown: QWidget | None = None
        self._lay_out()
        self.why_button.toggled.connect(self._why_card.setVisible)
        self._measure()
        theme().changed.connect(self._measure)

    def show_page(self, step: str, title: str, intro: str, content: QWidget) -> None:
        """Show another page of the form from its top."""
        self.step_label.setText(step)
        self.title.setText(title)
        stop = "" if title.endswith("?") else "."
        self.title.setAccessibleName(f"{title}{stop} {step}")
        self.intro.setText(intro)
        self.intro.setVisible(bool(intro))
        if content is not self._shown:
            if self._shown is not None:
                self._shown.hide()
            if self._pages.indexOf(content) < 0:
                self._pages.addWidget(content)
            content.show()
            self._shown = content
        self.why_button.setChecked(False)
        self.scroller.verticalScrollBar().setValue(0)

    def add_news(self, news: QWidget) -> None:
        """Stand something to know over every page of the form."""
        self._news.addWidget(news)

    def add_after(self, part: QWidget) -> None:
        """Stand something after the page; whoever adds it shows and hides it."""
        self._after.addWidget(part)

    def show_why(self, blocks: Sequence[Help], *, beside: bool) -> None:
        """Offer the help behind a button, unless it stands beside the page."""
        self._why.show_blocks(blocks)
        self.why_button.setVisible(bool(blocks) and not beside)
        if beside:
            self.why_button.setChecked(False)

    def show_side_under(self, side: QWidget | None) -> None:
        """Stand what belongs beside the page under it."""
        while taken := self._under.takeAt(0):
            if (old := taken.widget()) is not None and old is not side:
                old.hide()  # else Qt may show it yet, as a window of its own
                old.setParent(None)
        if side is not None:
            self._under.addWidget(side)
            side.show()

    def show_legend(self, legend: QWidget | None) -> None:
        """Stand the key to the marks of the page on the line of its title."""
        while taken := self._legend.takeAt(0):
            if (old := taken.widget()) is not None and old is not legend:
                old.hide()  # else Qt may show it yet, as a window of its own
                old.setParent(None)
        if legend is not None:
            self._legend.addWidget(legend, 0, Qt.AlignmentFlag.AlignBottom)
            legend.show()

    def focus_title(self) -> None:
        """Begin reading at the title."""
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll so that a control can be seen, with a little room round it."""
        top = widget.mapTo(self._content, QPoint(0, 0)).y()
        bar = self.scroller.verticalScrollBar()
        room = theme().px(60)
        high = self.scroller.viewport().height()
        if top - room < bar.value():
            bar.setValue(max(0, top - room))
        elif top + widget.height() + room > bar.value() + high:
            bar.setValue(min(top - room, top + widget.height() + room - high))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.scroller.viewport():
            self._measure()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self._content = QWidget()
        self._content.setObjectName("scrolled")
        self._across = QHBoxLayout(self._content)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._sheet = QWidget()
        self._sheet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._across.addWidget(self._sheet, 10_000)
        self._across.addStretch(1)
        self._column = QVBoxLayout(self._sheet)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(theme().px(2))
        for part in (self.step_label, self.title, self.intro):
            words.addWidget(part)
        head.addLayout(words, 1)
        self._legend = QHBoxLayout()
        head.addLayout(self._legend)
        head.addWidget(self.why_button, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(self._news)
        self._column.addLayout(head)
        self._column.addWidget(self._why_card)
        self._column.addWidget(self.summary)
        self._pages = QVBoxLayout()
        self._column.addLayout(self._pages)
        self._column.addLayout(self._after)
        self._column.addLayout(self._under)
        self._column.addStretch(1)
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.scroller.setWidget(self._content)
        self.scroller.viewport().installEventFilter(self)
        self._footer = _Footer()
        bar = self._bar = QHBoxLayout(self._footer)
        bar.addWidget(self.back)
        bar.addWidget(self.hint, 1)
        bar.addWidget(self.forward)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.scroller, 1)
        outer.addWidget(self._footer)

    def _measure(self) -> None:
        px = theme().px
        self._sheet.setMaximumWidth(px(_WIDEST))
        # The scroll bar stands in the margin, so that questions and footer end on one line.
        bar = self.scroller.width() - self.scroller.viewport().width()
        self._column.setContentsMargins(48, px(24), max(0, 40 - bar), px(32))
        self._column.setSpacing(px(16))
        self._bar.setContentsMargins(48, px(12), 40, px(12))
        self._bar.setSpacing(px(16))


class _Footer(QWidget):
    """White, with a line above."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), tokens.surface)
            painter.fillRect(0, 0, self.width(), 1, tokens.line)
