"""The drawing of a timeline: a painted widget with the keyboard and the pointer.

Rules are in ``ehdesk.domain.timeline_layout``; this holds the view (which days are shown, what
is chosen) and mirrors the list through one selection model.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ehdesk.domain.timeline import shown_lanes
from ehdesk.domain.timeline_layout import Placed, Scene, place
from ehdesk.domain.timeline_rows import Mark, Rows, Sizes, arrange
from ehdesk.domain.timeline_scale import ZOOM_STEP, Measure, Scale, scale_for
from ehdesk.kernel.dates import say_date, say_day_month
from ui.kit.plain import as_tip
from ui.theme import theme
from ui.timeline.timeline_keys import mark_beside, mark_in_next_lane, mark_of, mark_to_start_at
from ui.timeline.timeline_model import TimelineModel
from ui.timeline.timeline_paint import Look, paint_scene

_HEAD = 132
_SLOP = 4  # pixels the pointer may move in a click before it becomes a drag


class TimelineView(QWidget):
    """Draws the model's entries; ``selection`` is shared with the list.

    Ctrl and the wheel zoom about the pointer, Shift and the wheel or dragging move in time.
    Left and Right go between the things of a lane, Up and Down between lanes, + and - zoom,
    Enter opens (a crowd is zoomed into).
    """

    entry_opened = Signal(str)
    zoomed = Signal()
    """The zoom is no longer one of the levels."""

    def __init__(
        self,
        model: TimelineModel,
        selection: QItemSelectionModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._selection = selection
        self._level = "9"
        self._scale: Scale | None = None
        self._rows: Rows | None = None
        self._scene: Scene | None = None
        self._chosen = ""
        self._pressed_at: QPointF | None = None
        self._dragging = False
        self._measure: Measure = len
        self._sizes = Sizes()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        selection.currentChanged.connect(self._on_current_changed)
        theme().changed.connect(self._on_theme_changed)
        self._take_font()
        self._say()

    # What others ask

    @property
    def scene(self) -> Scene:
        """What is drawn now, in pixels from the right of the lane heads."""
        if self._scene is None:
            self._lay()
        assert self._scene is not None  # noqa: S101 - _lay has just made it
        return self._scene

    @property
    def scale(self) -> Scale:
        """Which days are shown."""
        return self._scale or scale_for(
            self._level, self._model.entries, self._model.today, self._lane_width()
        )

    @property
    def head_width(self) -> int:
        """Pixels that the lane heads take at the left."""
        return theme().px(_HEAD)

    @property
    def chosen(self) -> str:
        """The key of the chosen entry, or ""."""
        return self._chosen

    def reload(self) -> None:
        """The model has other entries: keep the view, and what is chosen when it is still there."""
        self._rows = None
        if not any(entry.key == self._chosen for entry in self._model.entries):
            self._chosen = ""
        self._lay()

    def set_level(self, level: str) -> None:
        """Show 3, 6 or 9 months or "all". KeyError for another level."""
        width = self._lane_width()
        self._scale = scale_for(level, self._model.entries, self._model.today, width)
        self._level = level
        self._lay()

    def show_today(self) -> None:
        """Move so that today stands at its usual place; the zoom stays."""
        scale = self.scale
        usual = scale_for(self._level, self._model.entries, self._model.today, scale.width)
        share = usual.x(self._model.today) / usual.width
        start = self._model.today.toordinal() - share * scale.days
        self._show(Scale(start, scale.days, scale.width))

    def move_by(self, share: float) -> None:
        """Move by a share of the view: 0.5 is half a view later."""
        self._show(self.scale.moved(share * self.scale.days))

    def zoom(self, factor: float, about: float | None = None) -> None:
        """``factor`` times larger about a pixel of the lanes, or about what is chosen."""
        if about is None:
            item = self.scene.holding(self._chosen) if self._chosen else None
            about = item.box.x + item.box.w / 2 if item else self.scene.today_x
            if not 0 <= about <= self.scene.width:
                about = self.scene.width / 2
        self._show(self.scale.zoomed(factor, about))
        self.zoomed.emit()

    def choose(self, key: str) -> None:
        """Choose an entry, move it into view, and tell the list."""
        mark = mark_of(self._arranged(), key)
        if mark is None:
            return
        self._chosen = key
        self._bring_into_view(mark)
        self._select_in_list(mark)
        self._say()
        self.update()

    # Laying out

    def _lane_width(self) -> float:
        return float(max(self.width() - self.head_width, 100))

    def _take_font(self) -> None:
        metrics = QFontMetricsF(theme().font("caption"))
        self._measure = lru_cache(maxsize=20_000)(metrics.horizontalAdvance)
        self._sizes = Sizes(max(16.0 * theme().text_size / 100, metrics.height()))
        self.setMinimumWidth(self.head_width + theme().px(360))

    def _arranged(self) -> Rows:
        per_day = self.scale.per_day
        if self._rows is None or self._rows.per_day != per_day:
            entries = self._model.entries
            lanes = shown_lanes(entries)
            self._rows = arrange(entries, per_day, self._measure, self._sizes, lanes)
        return self._rows

    def _lay(self) -> None:
        if self._scale is None or self._scale.width != self._lane_width():
            self._scale = self.scale.resized(self._lane_width())
        self._scene = place(
            self._arranged(), self._scale, self._model.today, self._measure, self._sizes
        )
        if self.height() != ceil(self._scene.height):
            self.setFixedHeight(ceil(self._scene.height))
        if self._model.show_only(self._scene.keys) and self._chosen:
            mark = mark_of(self._arranged(), self._chosen)
            if mark is not None:
                self._select_in_list(mark)
        self.update()

    def _show(self, scale: Scale) -> None:
        self._scale = scale
        self._lay()

    def _bring_into_view(self, mark: Mark) -> None:
        if self.scene.holding(self._chosen):
            item = self.scene.holding(self._chosen)
            if item and item.box.x + item.box.w > 0 and item.box.x < self.scene.width:
                return
        entry = next(entry for entry in mark.entries if entry.key == self._chosen)
        self._show(self.scale.centred_on(entry.start))

    def _select_in_list(self, mark: Mark) -> None:
        rows = QItemSelection()
        for entry in mark.entries:
            row = self._model.row_of(entry.key)
            if row is not None:
                last = self._model.columnCount() - 1
                rows.select(self._model.index(row, 0), self._model.index(row, last))
        row = self._model.row_of(self._chosen)
        if row is None:
            self._selection.clear()
            return
        flag = QItemSelectionModel.SelectionFlag
        self._selection.setCurrentIndex(self._model.index(row, 0), flag.NoUpdate)
        self._selection.select(rows, flag.ClearAndSelect | flag.Rows)

    def _say(self) -> None:
        """The accessible name says what is chosen; screen readers read a changed name out."""
        words = "Timeline"
        if self._chosen:
            mark = mark_of(self._arranged(), self._chosen)
            if mark is not None:
                words = f"Timeline, {self._mark_words(mark)}"
        self.setAccessibleName(words)

    def _mark_words(self, mark: Mark) -> str:
        if not mark.is_cluster:
            return self._model.describe(mark.entries[0])
        first = say_date(mark.entries[0].start, self._model.today)
        last = say_date(mark.entries[-1].start, self._model.today)
        when = first if first == last else f"{first} to {last}"
        late = sum(entry.tone == "overdue" for entry in mark.entries)
        overdue = f", {late} overdue" if late else ""
        return f"{len(mark.entries)} {mark.noun}, {when}{overdue}"

    # Events

    def _on_theme_changed(self) -> None:
        self._take_font()
        self._rows = None
        self._lay()

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            key = self._model.entry(current.row()).key
            if key != self._chosen:
                self._chosen = key
                self._say()
                self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._lay()

    def paintEvent(self, _event: QPaintEvent) -> None:
        today = f"Today, {say_day_month(self._model.today, self._model.today)}"
        look = Look(float(self.head_width), today, self._chosen, self.hasFocus())
        with QPainter(self) as painter:  # ends it whatever is raised
            paint_scene(painter, self.scene, look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows, key = self._arranged(), event.key()
        target: Mark | None = None
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            target = mark_beside(rows, self._chosen, 1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            target = mark_in_next_lane(rows, self._chosen, 1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(ZOOM_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / ZOOM_STEP)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self._chosen)
        else:
            super().keyPressEvent(event)
            return
        if target is None and not self._chosen and key in _ARROWS:
            target = mark_to_start_at(rows, self._model.today)
        if target is not None:
            self.choose(target.entries[-1].key)

    def _open(self, key: str) -> None:
        mark = mark_of(self._arranged(), key) if key else None
        if mark is None:
            return
        before = self.scale.days
        if mark.is_cluster:
            self.zoom(2.0)
        if not mark.is_cluster or self.scale.days == before:
            self.entry_opened.emit(key)

    def _thing_at(self, spot: QPointF) -> Placed | None:
        x = spot.x() - self.head_width
        return self.scene.at(x, spot.y()) if x >= 0 else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()
            item = self._thing_at(event.position())
            if item:
                self.choose(item.mark.entries[-1].key)
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            over = self._thing_at(event.position()) is not None
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            return
        moved = event.position().x() - self._pressed_at.x()
        if self._dragging or abs(moved) > _SLOP:
            self._dragging = True
            self._pressed_at = event.position()
            self._show(self.scale.moved(-moved / self.scale.per_day))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        self._dragging = False
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self._thing_at(event.position())
        if item:
            self._open(item.mark.entries[-1].key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM_STEP ** (turn.y() / 120), event.position().x() - self.head_width)
        elif turn.x() or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.move_by(-(turn.x() or turn.y()) / 120 * 0.1)
        else:
            event.ignore()  # the page scrolls
            return
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            item = self._thing_at(QPointF(event.pos()))
            words = as_tip(self._mark_words(item.mark)) if item else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
