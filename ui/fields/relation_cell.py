"""One place of the relationship grid: what an adult is to a child, and who is responsible."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.fields.cell_face import CellFace
from ui.kit.choice import Choice, Offered
from ui.kit.labels import Label
from ui.kit.painting import painting
from ui.kit.plain import as_tip
from ui.kit.responsibility_mark import SIDE, WORDS, paint_mark
from ui.theme import theme

_NEXT = {"": "yes", "yes": "no", "no": "not_known", "not_known": ""}
"""P goes from one answer to the next, and round."""
_HELP = "Enter chooses, P sets parental responsibility, arrows move"


class RelationCell(QWidget):
    """``kind()`` is the relationship's code, ``responsible()`` yes, no, not_known or "".

    Enter opens the list, which filters as somebody types; Escape closes it. P or a click on the
    mark sets parental responsibility. The setters are silent.
    """

    def __init__(
        self, adult: str, child: str, options: Sequence[Offered], *, read_only: bool = False
    ) -> None:
        super().__init__()
        self._adult, self._child, self._options = adult, child, tuple(options)
        self._kind, self._responsible = "", ""
        self._choice: Choice | None = None
        self.face = _Face()
        self.face.setEnabled(not read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.face)
        self.setFocusProxy(self.face)
        self.face.clicked.connect(self.open)
        self.face.mark_pressed.connect(self.set_next)
        self._say()

    def kind(self) -> str:
        """The code of the relationship, or ""."""
        return self._kind

    def responsible(self) -> str:
        """``yes``, ``no``, ``not_known``, or "" when nobody has asked."""
        return self._responsible

    def show_relation(self, kind: str, responsible: str) -> None:
        """Show another state, without telling anyone."""
        self._kind, self._responsible = kind, responsible
        self._say()

    def choice(self) -> Choice | None:
        """The list while it is open."""
        return self._choice

    def set_next(self) -> None:
        """The next answer about parental responsibility."""
        self._responsible = _NEXT.get(self._responsible, "yes")
        self._say()
        said = QAccessibleAnnouncementEvent(self.face, WORDS[self._responsible].capitalize())
        QAccessible.updateAccessibility(said)
        self.face.value_changed.emit()

    def open(self) -> None:
        """Choose the relationship from the list."""
        if self._choice is not None or not self.face.isEnabled():
            return
        words = f"What {self._adult} is to {self._child}"
        choice = self._choice = Choice(self._options, words, filters=True)
        choice.set_value(self._kind)
        choice.value_changed.connect(self._on_chosen)
        choice.entered.connect(self.close_list)
        choice.installEventFilter(self)
        self.layout().addWidget(choice)  # type: ignore[union-attr]
        self.face.hide()
        choice.show()
        choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_list(self, *, stay: bool = True) -> None:
        """Back to reading; with the keyboard here when it is to ``stay``."""
        choice, self._choice = self._choice, None
        if choice is None:
            return
        self.face.show()
        if stay:
            self.face.setFocus(Qt.FocusReason.OtherFocusReason)
        choice.hide()
        self.layout().removeWidget(choice)  # type: ignore[union-attr]
        choice.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._choice is not None and event.key() == Qt.Key.Key_Escape:
            self.close_list()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        left = event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent)
        if watched is self._choice and left:
            reason = event.reason()  # type: ignore[attr-defined]
            passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            if reason not in passing:
                QTimer.singleShot(0, self, lambda: self.close_list(stay=False))
        return super().eventFilter(watched, event)

    def _on_chosen(self) -> None:
        if self._choice is None:
            return
        self._kind = self._choice.value()
        self._say()
        self.face.value_changed.emit()
        # Not while the list itself is still telling of it.
        QTimer.singleShot(0, self, lambda: self.close_list(stay=self._has_focus()))

    def _has_focus(self) -> bool:
        return self._choice is not None and self._choice.hasFocus()

    def _say(self) -> None:
        label = next((o[1] for o in self._options if o[0] == self._kind), self._kind)
        self.face.show_relation(label, self._responsible)
        if label:
            said = f"{self._adult}, {label} of {self._child}, {WORDS[self._responsible]}"
        elif self._responsible:
            said = f"{self._adult} and {self._child}, {WORDS[self._responsible]}"
        else:
            said = f"{self._adult} and {self._child}, nothing said yet"
        self.face.setAccessibleName(said)
        self.face.setAccessibleDescription(_HELP)
        self.face.setToolTip(as_tip(f"{said}. {_HELP}."))


class _Face(CellFace):
    """The mark and the relationship in words."""

    mark_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._answer = ""
        self._words = Label("", "body")
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words)
        self._measure()
        theme().changed.connect(self._measure)

    def show_relation(self, label: str, answer: str) -> None:
        self._answer = answer
        self._words.setText(label)
        self._words.set_colour("text" if answer == "yes" else "text2")
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_P:
            self.mark_pressed.emit()
        elif plain and event.key() == Qt.Key.Key_F2:
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_mark = event.position().x() < self._mark_room()
        if on_mark and self.isDown() and event.button() == Qt.MouseButton.LeftButton:
            self.setDown(False)
            self.mark_pressed.emit()
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painting(self) as painter:
            paint_mark(painter, QRectF(0, 0, self._mark_room(), self.height()), self._answer)

    def _mark_room(self) -> int:
        return theme().px(SIDE + 16)

    def _measure(self) -> None:
        px = theme().px
        self._row.setContentsMargins(self._mark_room(), px(4), px(6), px(4))
        self.setMinimumHeight(theme().control_height(40, "input"))
        self.updateGeometry()
