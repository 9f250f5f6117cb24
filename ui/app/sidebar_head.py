"""The top of the sidebar: which store is open, and the way to search."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.brand import paint_brand_mark
from ui.kit.painting import RING, draw_box, draw_focus_ring, painting
from ui.kit.plain import as_tip
from ui.kit.push_button import PushButton
from ui.theme import theme

APPLICATION = "Early Help Desk"


class StoreButton(PushButton):
    """The mark, the store's name and the application's; opens what can be done with the store."""

    def __init__(self, store: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._store = store
        self._rail = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{store}, {APPLICATION}. Back up, lock or change the store")

    def set_rail(self, rail: bool) -> None:
        """Show only the mark, with the name as its tip."""
        self._rail = rail
        self.setToolTip(as_tip(self._store) if rail else "")
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        words = look.line_height("card_title") + look.line_height("help")
        return QSize(look.px(180), max(look.px(42), words + look.px(4)))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, tokens = theme(), theme().tokens
        side = look.px(34)
        box = QRectF(self.rect())
        middle = box.center().y()
        left = (self.width() - side) / 2 if self._rail else look.px(6)
        with painting(self) as painter:
            if self.underMouse() and not self._rail:
                draw_box(painter, box, 8, tokens.hover)
            if self.hasFocus():
                draw_focus_ring(painter, box, 8 + RING)
            mark = QRectF(left, round(middle - side / 2), side, side)
            paint_brand_mark(painter, mark, tokens.accent, tokens.on_accent)
            if self._rail:
                return
            arrows = look.px(16)
            words_left = left + side + look.px(11)
            width = self.width() - words_left - arrows - look.px(12)
            rows = (
                (self._store, "card_title", tokens.text),
                (APPLICATION, "help", tokens.text2),
            )
            top = middle - sum(look.line_height(role) for _text, role, _ink in rows) / 2
            for text, role, ink in rows:
                painter.setFont(look.font(role))
                painter.setPen(ink)
                height = look.line_height(role)
                metrics = QFontMetrics(painter.font())
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width))
                painter.drawText(
                    QRectF(words_left, round(top), width, height),
                    Qt.AlignmentFlag.AlignVCenter,
                    shown,
                )
                top += height
            pixmap = look.pixmap("chevrons-up-down", "text2", 16, self.devicePixelRatioF())
            at = QPointF(self.width() - arrows - look.px(6), round(middle - arrows / 2))
            painter.drawPixmap(at, pixmap)


class SearchButton(PushButton):
    """Looks like the box it opens: the command palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Search or jump to", parent)
        self._rail = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription("Control and K")

    def set_rail(self, rail: bool) -> None:
        """Show only the looking glass."""
        self._rail = rail
        self.setToolTip(f"{self.text()} (Ctrl+K)" if rail else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(180), theme().control_height(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, tokens = theme(), theme().tokens
        box = QRectF(self.rect())
        icon = look.px(16)
        with painting(self) as painter:
            edge = tokens.line_strong if self.underMouse() else tokens.line_mid
            if self.hasFocus():
                draw_box(painter, box, 8, tokens.surface, tokens.focus, 2)
            else:
                draw_box(painter, box, 8, tokens.surface, edge)
            left = (self.width() - icon) / 2 if self._rail else look.px(12)
            pixmap = look.pixmap("search", "text2", 16, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(round(left), round((self.height() - icon) / 2)), pixmap)
            if self._rail:
                return
            painter.setFont(look.font("key_cap"))
            cap_width = QFontMetrics(painter.font()).horizontalAdvance("Ctrl K") + look.px(12)
            cap_height = QFontMetrics(painter.font()).height() + look.px(6)
            cap = QRectF(0, 0, cap_width, cap_height)
            cap.moveCenter(box.center())
            cap.moveRight(self.width() - look.px(8))
            draw_box(painter, cap, 4, tokens.sunken, tokens.line_mid)
            painter.setPen(tokens.text2)
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, "Ctrl K")
            painter.setFont(look.font("help"))
            words = QRectF(look.px(36), 0, cap.left() - look.px(40), self.height())
            shown = QFontMetrics(painter.font()).elidedText(
                self.text(), Qt.TextElideMode.ElideRight, int(words.width())
            )
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
