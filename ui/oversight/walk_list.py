"""The walk through a caseload: a family a row, or a box that drops down where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from ehdesk.domain.supervision import CaseloadLine
from ui.kit.card import Card
from ui.kit.choice import Choice
from ui.kit.key_cap import KeyCap
from ui.kit.labels import Label
from ui.kit.one_of import OneOf
from ui.kit.painting import draw_box, draw_focus_ring, painting
from ui.kit.paragraph import Paragraph
from ui.kit.plain import escape_ampersands
from ui.kit.segments import Segments
from ui.oversight.flag_marks import FLAGS
from ui.theme import theme

_TITLE, _LINE = "body_medium", "help"
_MARK = 20


class WalkRow(QRadioButton):
    """A family: ticked when it was talked about, a ring round a dot when it is talked about now."""

    def __init__(self, line: CaseloadLine) -> None:
        super().__init__(escape_ampersands(line.family))
        self._line = line
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        flags = "; ".join(flag.words for flag in line.flags) or line.words
        seen = ", talked about" if line.looked_at else ""
        self.setAccessibleName(f"{line.family}, {flags}{seen}")
        self.setToolTip(flags)

    def sizeHint(self) -> QSize:
        width = theme().px(250)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(180), theme().line_height(_TITLE) * 2)

    def heightForWidth(self, width: int) -> int:
        title, line = self._words(width)
        return round(title.height + line.height + theme().px(14))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, tokens = theme(), theme().tokens
        with painting(self) as painter:
            rect = QRectF(self.rect())
            if self.isChecked():
                painter.fillRect(rect, tokens.accent_tint)
                painter.fillRect(QRectF(0, 0, 3, rect.height()), tokens.accent)
            elif self.underMouse():
                painter.fillRect(rect, tokens.hover)
            painter.fillRect(QRectF(0, rect.height() - 1, rect.width(), 1), tokens.line)
            title, line = self._words(self.width())
            top = (rect.height() - title.height - line.height) / 2
            side = look.px(_MARK)
            mark = QRectF(look.px(14), (rect.height() - side) / 2, side, side)
            self._paint_mark(painter, mark)
            left = self._left()
            title.paint(painter, left, top, tokens.text)
            line.paint(painter, left, top + title.height, tokens.text2)
            if self._line.flags:
                icon, colour = FLAGS[self._line.flags[0].code]
                size = look.px(16)
                pixmap = look.pixmap(icon, colour, 16, self.devicePixelRatioF())
                at = QPoint(
                    round(rect.width() - size - look.px(14)), round((rect.height() - size) / 2)
                )
                painter.drawPixmap(at, pixmap)
            if self.hasFocus():
                draw_focus_ring(painter, rect.adjusted(4, 3, -4, -4), 6)

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        tokens = theme().tokens
        if self._line.looked_at is not None and not self.isChecked():
            draw_box(painter, box, box.width() / 2, tokens.accent)
            tick = theme().pixmap("check", "on_accent", 14, self.devicePixelRatioF())
            off = (box.width() - theme().px(14)) / 2
            painter.drawPixmap(round(box.left() + off), round(box.top() + off), tick)
            return
        edge = tokens.accent if self.isChecked() else tokens.line_strong
        painter.setPen(QPen(edge, 1.6))
        painter.setBrush(tokens.surface)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if self.isChecked():
            third = box.width() / 3.2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent)
            painter.drawEllipse(box.adjusted(third, third, -third, -third))

    def _words(self, width: int) -> tuple[Paragraph, Paragraph]:
        room = width - self._left() - theme().px(40)
        return Paragraph(self._line.family, _TITLE, room), Paragraph(self._line.words, _LINE, room)

    def _left(self) -> float:
        return theme().px(14 + _MARK + 11)


class _Rows(OneOf):
    """The rows under one another; arrow keys walk."""

    def __init__(self) -> None:
        super().__init__("Families of the walk")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_lines(self, lines: Sequence[CaseloadLine]) -> None:
        self._remove_all()
        for line in lines:
            row = WalkRow(line)
            self._add(str(line.case_id), row)
            self._column.addWidget(row)

    def value(self) -> str:
        return str(self._chosen() or "")

    def set_value(self, value: str) -> None:
        self._choose(value)


class WalkList(Card):
    """``chosen`` is what a person did; ``set_value`` is silent. ``set_narrow`` puts a box that
    drops down in place of the rows."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(padding=0)
        self._lines: tuple[CaseloadLine, ...] = ()
        self._count = Label("", "help", "text2", wrap=False)
        head = QHBoxLayout()
        head.setContentsMargins(theme().px(16), theme().px(13), theme().px(14), theme().px(5))
        head.addWidget(Label("Walk the caseload", "card_title"), 1)
        head.addWidget(self._count)
        self.progress = Segments(0, 0)
        far = QHBoxLayout()
        far.setContentsMargins(theme().px(16), 0, theme().px(14), theme().px(11))
        far.addWidget(self.progress)
        self.rows = _Rows()
        self.box = Choice((), "Family")
        self.box.hide()
        self._foot = Label("", "help", "text2")
        box = QHBoxLayout()
        box.setContentsMargins(theme().px(16), 0, theme().px(14), theme().px(4))
        box.addWidget(self.box)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addLayout(far)
        self.body.addWidget(self.rows)
        self.body.addLayout(box)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme().px(16), theme().px(8), theme().px(14), theme().px(12))
        foot.addWidget(self._foot, 1)
        self._caps = QWidget()
        caps = QHBoxLayout(self._caps)
        caps.setContentsMargins(0, 0, 0, 0)
        caps.addWidget(KeyCap("J"))
        caps.addWidget(KeyCap("K"))
        foot.addWidget(self._caps)
        self.body.addLayout(foot)
        self.rows.value_changed.connect(lambda: self.chosen.emit(self.rows.value()))
        self.box.value_changed.connect(self._on_box)

    def show_lines(self, lines: Sequence[CaseloadLine], chosen: str) -> None:
        """The families of the walk, and which is talked about now."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self.rows.show_lines(lines)
            self.box.set_options(
                [(str(line.case_id), f"{line.family}: {line.words}") for line in lines]
            )
        self.rows.set_value(chosen)
        self.box.set_value(chosen)
        done = sum(line.looked_at is not None for line in lines)
        self._count.setText(f"{done} of {len(lines)}")
        self.progress.set_progress(done, len(lines))
        unflagged = sum(not line.flags for line in lines)
        self._foot.setText(f"{unflagged} with nothing to ask about" if unflagged else "")

    def _on_box(self) -> None:
        if self.box.value():
            self.chosen.emit(self.box.value())

    def set_narrow(self, narrow: bool) -> None:
        """A box that drops down, or the rows."""
        self.rows.setVisible(not narrow)
        self.box.setVisible(narrow)
        self._caps.setVisible(not narrow)
        self._foot.setVisible(not narrow)
