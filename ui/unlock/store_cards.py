"""The stores of this computer as cards, the one opened last first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date, say_time
from ehdesk.kernel.home import KnownStore
from ui.kit.focus import ringed
from ui.kit.marks import MARK, paint_radio
from ui.kit.one_of import OneOf
from ui.kit.painting import draw_box, painting
from ui.kit.plain import escape_ampersands
from ui.theme import theme

_RADIUS = 9


def where_words(store: KnownStore, home: Path) -> str:
    """``On this computer, Documents``: the folder it is in, without the way there."""
    parent = store.folder.parent
    if not store.folder.is_dir():
        return "Not there now"
    if parent == home / "stores":
        return "On this computer"
    return f"On this computer, {parent.name}" if parent.name else "On this computer"


def opened_words(store: KnownStore, today: date) -> str:
    """``opened today at 8:12am`` or ``last opened Fri 13 Nov``; "" when it never was."""
    if store.last_opened is None:
        return ""
    day = local(store.last_opened).date()
    if day == today:
        return f"opened today at {say_time(store.last_opened)}"
    return f"last opened {say_date(day, today)}"


class StoreCard(QRadioButton):
    """A store: its name, where it is and when it was last opened."""

    def __init__(self, name: str, line: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(escape_ampersands(name), parent)
        self._name, self._line, self._icon = name, line, icon
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{name}, {line}" if line else name)

    def sizeHint(self) -> QSize:
        look = theme()
        words = look.line_height("card_title") + look.line_height("help")
        return QSize(look.px(360), max(look.px(66), words + look.px(24)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(240), self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, tokens, px = theme(), theme().tokens, theme().px
        on = self.isChecked()
        with painting(self) as painter:
            rect, radius = QRectF(self.rect()), px(_RADIUS)
            if self.hasFocus():
                rect, radius = ringed(painter, rect, radius), radius - 4
            edge = tokens.line_strong if self.underMouse() else tokens.line_mid
            fill = tokens.accent_tint if on else tokens.surface
            draw_box(painter, rect, radius, fill, tokens.accent if on else edge, 2 if on else 1)
            tile = QRectF(px(14), 0, px(38), px(38))
            tile.moveTop(round((self.height() - tile.height()) / 2))
            draw_box(painter, tile, 8, tokens.accent if on else tokens.tone("none").bg)
            ink = "on_accent" if on else "text2"
            pixmap = look.pixmap(self._icon, ink, 18, self.devicePixelRatioF())
            inset = (tile.width() - px(18)) / 2
            painter.drawPixmap(round(tile.left() + inset), round(tile.top() + inset), pixmap)
            mark = px(MARK)
            right = self.width() - px(16) - mark
            paint_radio(painter, QRectF(right, (self.height() - mark) / 2, mark, mark), self, False)
            rows = (
                (self._name, "card_title", tokens.text),
                (self._line, "help", tokens.text2),
            )
            shown = [row for row in rows if row[0]]
            top = (self.height() - sum(look.line_height(role) for _t, role, _i in shown)) / 2
            left = tile.right() + px(14)
            for text, role, colour in shown:
                painter.setFont(look.font(role))
                painter.setPen(colour)
                height = look.line_height(role)
                width = right - left - px(8)
                words = QFontMetrics(painter.font()).elidedText(
                    text, Qt.TextElideMode.ElideMiddle, int(width)
                )
                box = QRectF(left, round(top), width, height)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
                top += height


class StoreCards(OneOf):
    """One is always chosen: the one opened last, until a person chooses another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Choose a store", parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(10))
        self._known: tuple[KnownStore, ...] = ()

    def show_stores(self, stores: Sequence[KnownStore], home: Path, today: date) -> None:
        """Offer these, last opened first."""
        chosen = self.store()
        self._remove_all()
        self._known = tuple(stores)
        for store in self._known:
            where = where_words(store, home)
            line = "  ·  ".join(part for part in (where, opened_words(store, today)) if part)
            card = StoreCard(store.name, line, "hard-drive", self)
            self._add(store.folder, card)
            self._column.addWidget(card)
        self.choose(chosen.folder if chosen in self._known and chosen else None)

    def store(self) -> KnownStore | None:
        """The chosen one; None when there are none."""
        folder = self._chosen()
        return next((store for store in self._known if store.folder == folder), None)

    def cards(self) -> list[StoreCard]:
        """The cards, in the order they are shown."""
        buttons = (self.button(store.folder) for store in self._known)
        return [button for button in buttons if isinstance(button, StoreCard)]

    def choose(self, folder: Path | None) -> None:
        """Choose one silently; without a folder, the first."""
        if self._known:
            known = [store.folder for store in self._known]
            self._choose(folder if folder in known else known[0])
