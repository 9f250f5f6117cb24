"""The command palette: one box that finds families, does things and goes places."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.app.palette_list import PaletteDelegate, PaletteModel
from ui.app.palette_rows import PaletteRows
from ui.kit.empty_state import EmptyState
from ui.kit.key_cap import KeyCap
from ui.kit.labels import Label
from ui.kit.painting import draw_box, painting
from ui.theme import theme

_WIDTH, _RADIUS = 680, 14


class Palette(QDialog):
    """Lies over the whole window, dims it, and goes when something is chosen or with Escape."""

    def __init__(self, rows: PaletteRows, parent: QWidget) -> None:
        super().__init__(parent)
        # Inside the window rather than a window of its own, so that the lock covers it too.
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setObjectName("palette_cover")
        self.setStyleSheet("QDialog#palette_cover { background: transparent; }")
        self.setAccessibleName("Search or jump to")
        self._rows = rows
        self.nothing = ""
        self._then: Callable[[UUID], object] | None = None
        self._before: QWidget | None = None
        self._card = _Card(self)
        self._input = QLineEdit()
        self._input.setObjectName("palette")
        self._input.setAccessibleName("Search or jump to")
        self._input.textChanged.connect(self._on_text)
        self._input.installEventFilter(self)
        self._model = PaletteModel()
        self._delegate = PaletteDelegate()
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setAccessibleName("Results")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._on_clicked)
        self._empty = EmptyState("search-x", "")
        self._empty.hide()
        self._icon = QLabel()
        self._lay_out()
        parent.installEventFilter(self)
        self.hide()
        theme().changed.connect(self._dress)
        self._dress()

    @property
    def texts(self) -> tuple[str, ...]:
        """What it offers now, headings and all."""
        return tuple(str(self._model.index(row).data()) for row in range(self._model.rowCount()))

    @property
    def input(self) -> QLineEdit:
        """Where one types."""
        return self._input

    def open_for_all(self) -> None:
        """Families, things to do, places to go."""
        self._open(None, "Family, child, or what you want to do")

    def open_for_family(self, question: str, then: Callable[[UUID], object]) -> None:
        """Only families: ``then`` is called with the one that was chosen."""
        self._open(then, question)

    def close_quietly(self) -> None:
        """Go and remember nothing of what was typed."""
        self.hide()
        self._input.clear()
        self._input.setAccessibleDescription("")
        self._model.set_rows(())

    def reject(self) -> None:
        """Escape: back to where the keyboard was."""
        self.close_quietly()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def focusNextPrevChild(self, _forward: bool) -> bool:
        return True  # the keyboard stays in the box

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched is self._input and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._on_key(event)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.reject()

    def paintEvent(self, event: QPaintEvent) -> None:
        shade = QColor(0, 0, 0, 120 if theme().is_dark else 82)
        with painting(self) as painter:
            painter.fillRect(self.rect(), shade)
            box = QRectF(self._card.geometry())
            for spread in range(12, 0, -1):
                grown = box.adjusted(-spread, -spread + 4, spread, spread + 6)
                draw_box(painter, grown, _RADIUS + spread, QColor(0, 0, 0, 5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_card()

    def _open(self, then: Callable[[UUID], object] | None, hint: str) -> None:
        self._before = self.window().focusWidget()
        self._then = then
        self._input.clear()
        self._input.setPlaceholderText(hint)
        self._input.setAccessibleName(hint)
        self._place()
        self.show()
        self.raise_()
        self._show_rows("")
        self._input.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_text(self, text: str) -> None:
        if self.isVisible():
            self._show_rows(text)

    def _show_rows(self, text: str) -> None:
        self._delegate.typed = text
        if self._then is None:
            rows = self._rows.rows(text)
        else:
            rows = self._rows.families(text, self._then)
        self._model.set_rows(rows)
        self._list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.nothing = "" if rows else f"Nothing called ‘{text.strip()}’"
        self._empty.set_words(self.nothing, "Try part of a name, a street or a reference.")
        self._choose(self._model.next_entry(0, 1))
        self._place_card()

    def _choose(self, row: int) -> None:
        if row >= 0:
            self._list.setCurrentIndex(self._model.index(row))
            self._say(self._model.index(row))
            self._list.scrollTo(self._model.index(max(0, row - 1) if row < 2 else row))

    def _say(self, index: QModelIndex) -> None:
        """The keyboard stays in the box, so a screen reader is told what Enter would open."""
        words = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        if words and words != self._input.accessibleDescription():
            self._input.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._input, words))

    def _on_key(self, event: QKeyEvent) -> bool:
        here = self._list.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Down:
                self._choose(self._model.next_entry(here + 1, 1))
            case Qt.Key.Key_Up:
                self._choose(self._model.next_entry(here - 1, -1))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._run(here)
            case Qt.Key.Key_Tab:
                entry = self._model.entry(here)
                if entry and entry.family:
                    self._input.setText(entry.family)
            case Qt.Key.Key_Escape:
                self.reject()
            case _:
                return False
        return True

    def _on_clicked(self, index: QModelIndex) -> None:
        self._run(index.row())

    def _run(self, row: int) -> None:
        entry = self._model.entry(row)
        if entry is not None:
            self.reject()
            entry.run()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._icon)
        head.addWidget(self._input, 1)
        head.addWidget(KeyCap("Esc"))
        self._head = head
        foot = QHBoxLayout()
        for keys, words in ((("↑", "↓"), "move"), (("Enter",), "open"), (("Tab",), "more")):
            for key in keys:
                foot.addWidget(KeyCap(key))
            foot.addWidget(Label(words, "help", "text2", wrap=False))
            foot.addSpacing(10)
        foot.addStretch()
        foot.addWidget(Label("Searches this store only", "help", "text3", wrap=False))
        self._foot = foot
        column = QVBoxLayout(self._card)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(_rule())
        column.addWidget(self._list, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(_rule())
        column.addLayout(foot)

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())

    def _place_card(self) -> None:
        px = theme().px
        width = min(px(_WIDTH), self.width() - px(48))
        top = max(px(24), round(self.height() * 0.115))
        option = QStyleOptionViewItem()
        rows = sum(
            self._delegate.sizeHint(option, self._model.index(row)).height()
            for row in range(self._model.rowCount())
        )
        around = self._head.sizeHint().height() + self._foot.sizeHint().height() + px(16)
        height = min(max(rows, px(170)) + around, self.height() - 2 * top)
        self._card.setGeometry((self.width() - width) // 2, top, width, height)
        self.update()  # the shadow round it is painted here

    def _dress(self) -> None:
        look, px = theme(), theme().px
        self._icon.setPixmap(look.pixmap("search", "accent", 20, self.devicePixelRatioF()))
        self._input.setFont(look.font("section"))
        self._input.setStyleSheet(
            "QLineEdit#palette { border: none; background: transparent; padding: 0;"
            f" font-size: {px(19)}px; }}"
        )
        self._head.setContentsMargins(px(22), px(16), px(20), px(16))
        self._head.setSpacing(px(12))
        self._foot.setContentsMargins(px(22), px(10), px(22), px(11))
        self._foot.setSpacing(px(6))
        self._list.setStyleSheet("QListView { background: transparent; }")
        self._place_card()


class _Card(QWidget):
    """The palette's own box."""

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            draw_box(painter, QRectF(self.rect()), _RADIUS, tokens.raised, tokens.line_mid)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()


def _rule() -> QFrame:
    rule = QFrame()
    rule.setObjectName("rule")
    rule.setFixedHeight(1)
    return rule
