"""The preview of a paper: which page, how large, and whether it fits on one."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.kit.buttons import Button, IconButton
from ui.kit.labels import Label
from ui.kit.page_view import GAP, PageView
from ui.kit.painting import painting
from ui.kit.pdf_pages import POINTS_AN_INCH
from ui.kit.sheets import PdfSheets, Sheets
from ui.kit.tasks import Task, run
from ui.theme import theme

WHOLE = 0.0
"""The zoom at which a whole page is seen."""
_STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_SCREEN = 96
"""Dots an inch of a screen at 100 %: the size of the paper in the hand."""
_SOURCE_NEEDS = 600
"""In a narrower preview the way to the record is only in the menu."""
_SETTLES = 200
"""Milliseconds after the last change of size before pages are drawn anew."""
_ALL = 12
"""Of a longer paper only the pages in view, and those next to them, are drawn."""


class Preview(QWidget):
    """``shown`` says that the pages are there to see; ``failed`` gives the exception."""

    shown = Signal()
    failed = Signal(object)
    source_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, has_source: bool = True) -> None:
        """``has_source``: what is shown was made from a record that can be opened."""
        super().__init__(parent)
        self._sheets: Sheets | None = None
        self._has_source = has_source
        self._points: tuple[tuple[float, float], ...] = ()
        self._zoom = WHOLE
        self._laid: list[QSize] = []
        self._drawn: frozenset[int] = frozenset()
        self._task: Task | None = None
        self._waiting = False
        self._timer = QTimer(self, singleShot=True, interval=_SETTLES)
        self._timer.timeout.connect(self._draw)
        self.pages = PageView()
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.pages)
        self._scroll.viewport().installEventFilter(self)
        self._scroll.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._where = Label("", "help", wrap=False)
        self._where.setMinimumWidth(theme().px(90))
        self.smaller = IconButton("zoom-out", "Smaller", "secondary", "small")
        self.larger = IconButton("zoom-in", "Larger", "secondary", "small")
        self.whole = Button("Whole page", "plain")
        self.smaller.clicked.connect(lambda: self.zoom_by(-1))
        self.larger.clicked.connect(lambda: self.zoom_by(1))
        self.whole.clicked.connect(lambda: self.set_zoom(WHOLE))
        self.source = Button("Open the record this came from", "link")
        self.source.clicked.connect(self.source_asked)
        self.source.hide()  # until there is known to be room, or it would widen the window
        self._picture = QLabel()
        self._words = Label("", "help", "text2")
        self._sign = ("circle-dashed", "text2")
        theme().changed.connect(self._dress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_bar())
        column.addWidget(self._scroll, 1)
        column.addWidget(self._make_foot())

    @property
    def zoom(self) -> float:
        """1.0 is the size of the paper in the hand, ``WHOLE`` a whole page."""
        return self._zoom

    @property
    def page_total(self) -> int:
        """How many pages the paper has; 0 before it is made."""
        return len(self._points)

    @property
    def words(self) -> str:
        """The line under the pages."""
        return self._words.text()

    def wait(self) -> None:
        """A paper is being made: the old pages stay, dimmed, and are not drawn as if still true."""
        self._waiting = True
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
        self.pages.dim()

    def show_pdf(self, pdf: bytes) -> None:
        """Show a paper, or the same one after a change."""
        self.show_sheets(PdfSheets(pdf))

    def show_sheets(self, sheets: Sheets) -> None:
        """Show pages of any kind."""
        self._waiting = False
        self._sheets = sheets
        self._points = sheets.sizes()
        self._drawn = frozenset()
        self._draw()

    def say(self, words: str, icon: str = "circle-check", colour: str = "accent") -> None:
        """The line under the pages, with its icon."""
        self._words.setText(words)
        self._sign = icon, colour
        self._dress()

    def _dress(self) -> None:
        icon, colour = self._sign
        self._picture.setPixmap(theme().pixmap(icon, colour, 16, self.devicePixelRatioF()))

    def zoom_by(self, step: int) -> None:
        """One step larger or smaller, from the size that is seen now."""
        now = self._scale() * POINTS_AN_INCH / _SCREEN
        larger = [zoom for zoom in _STEPS if zoom > now * 1.02]
        smaller = [zoom for zoom in _STEPS if zoom < now * 0.98]
        wanted = larger[:1] if step > 0 else smaller[-1:]
        if wanted:
            self.set_zoom(wanted[0])

    def set_zoom(self, zoom: float) -> None:
        """Show the pages at a size."""
        self._zoom = zoom
        self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._sheets and self._zoom == WHOLE:
            sizes = self._sizes()
            if sizes != self._laid:
                self._lay(sizes)
                self._timer.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.source.setVisible(self._has_source and self.width() >= theme().px(_SOURCE_NEEDS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(1)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_by(-1)
        elif event.key() == Qt.Key.Key_0:
            self.set_zoom(WHOLE)
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._turn(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _turn(self, by: int) -> None:
        bar = self._scroll.verticalScrollBar()
        page = self.pages.page_at(bar.value() + GAP) + by
        if 0 <= page < self.page_total:
            bar.setValue(self.pages.top_of(page) - GAP)

    def _draw(self) -> None:
        """Draw the pages for this size and this screen, beside the window's work."""
        sheets = self._sheets
        if sheets is None or self._waiting:
            return
        self._timer.stop()
        self._lay(self._sizes())
        self.whole.setText("Whole page" if self._zoom == WHOLE else f"{self._zoom:.0%}")
        self.whole.setAccessibleDescription("Show a whole page")
        self.pages.dim()
        if self._task is not None:
            self._task.cancel()
        pages = self._in_view()
        dots = self._scale() * POINTS_AN_INCH * self.devicePixelRatioF()
        self._task = run(
            lambda: sheets.pictures(pages, dots),
            on_done=self._on_drawn,
            on_failed=self.failed.emit,
            owner=self,
        )

    def _scale(self) -> float:
        """Pixels of the window a point of the paper takes."""
        if self._zoom != WHOLE or not self._points:
            return (self._zoom or 1) * _SCREEN / POINTS_AN_INCH
        room = self._scroll.viewport().size()
        wide = max(width for width, _height in self._points)
        tall = max(height for _width, height in self._points)
        across = (room.width() - 2 * GAP) / wide
        down = (room.height() - 2 * GAP) / tall
        return max(0.2, min(across, down))

    def _sizes(self) -> list[QSize]:
        scale = self._scale()
        return [QSize(floor(wide * scale), floor(tall * scale)) for wide, tall in self._points]

    def _lay(self, sizes: list[QSize]) -> None:
        self._laid = sizes
        self.pages.set_sizes(sizes)

    def _in_view(self) -> frozenset[int]:
        """The pages to draw."""
        if self.page_total <= _ALL:
            return frozenset(range(self.page_total))
        top = self._scroll.verticalScrollBar().value()
        first = self.pages.page_at(top)
        last = self.pages.page_at(top + self._scroll.viewport().height())
        return frozenset(range(max(0, first - 1), min(self.page_total, last + 2)))

    def _on_scrolled(self) -> None:
        self._say_page()
        if not self._in_view() <= self._drawn:
            self._timer.start()

    def _on_drawn(self, pictures: Mapping[int, QImage]) -> None:
        self._drawn = frozenset(pictures)
        blank = QImage()
        self.pages.show_pictures([pictures.get(n, blank) for n in range(self.page_total)])
        self._say_page()
        self.shown.emit()

    def _say_page(self) -> None:
        if self._points:
            page = self.pages.page_at(self._scroll.verticalScrollBar().value() + GAP) + 1
            self._where.setText(f"Page {page} of {self.page_total}")

    def _make_bar(self) -> QWidget:
        px = theme().px
        bar = _Bar(below=True)
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(24), px(8), px(20), px(8))
        row.setSpacing(px(4))
        row.addWidget(self._where)
        row.addStretch(1)
        for part in (self.smaller, self.whole, self.larger):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.source)
        return bar

    def _make_foot(self) -> QWidget:
        px = theme().px
        foot = _Bar(below=False)
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(24), px(12), px(24), px(12))
        row.setSpacing(px(8))
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        return foot


class _Bar(QWidget):
    """A strip above or below the pages, with a line towards them."""

    def __init__(self, *, below: bool) -> None:
        super().__init__()
        self._below = below

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            painter.fillRect(self.rect(), tokens.surface)
            y = self.height() - 1 if self._below else 0
            painter.fillRect(0, y, self.width(), 1, tokens.line)
