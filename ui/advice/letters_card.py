"""What the letters mean: a filter and every abbreviation the authority uses."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ehdesk.authority.items import GlossaryTerm
from ehdesk.authority.pack import Pack
from ehdesk.domain.glossary import find_terms
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.row_button import RowButton
from ui.kit.search_input import SearchInput
from ui.theme import theme


class LettersCard(Card):
    """``show_word`` opens it at one entry, as from an abbreviation on another page."""

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__("What the letters mean", parent=parent)
        self._terms = pack.glossary
        self._chosen = ""
        self._count = Label(str(len(self._terms)), "help", "text2", wrap=False)
        self.add_action(self._count)
        self.search = SearchInput("Search what the letters mean", "Type letters or a word")
        self.nothing = Label("No letters or words begin so.", "help", "text2")
        self.body.addWidget(self.search)
        self.body.addWidget(self.nothing)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(self._column)
        self.rows: dict[str, LetterRow] = {}
        for term in find_terms(self._terms, ""):
            row = self.rows[term.code] = LetterRow(term)
            row.moved.connect(self._on_moved)
            row.clicked.connect(lambda _on=False, code=term.code: self._mark(code))
            self._column.addWidget(row)
        self.search.value_changed.connect(self._show)
        self.search.down_pressed.connect(lambda: self._go(-1, 1))
        self._show()

    def show_word(self, code: str) -> None:
        """Mark an entry and put the keyboard there; without one, into the filter."""
        self.search.set_value("")
        self._show()
        self._mark(code)
        row = self.rows.get(code)
        target: QWidget = row if row is not None else self.search
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> tuple[str, ...]:
        """The codes on show, from the top."""
        return tuple(row.code for row in self._in_order() if not row.isHidden())

    def _show(self) -> None:
        found = find_terms(self._terms, self.search.value())
        wanted = {term.code for term in found}
        for at, term in enumerate(found):
            row = self.rows[term.code]
            self._column.removeWidget(row)
            self._column.insertWidget(at, row)
        for code, row in self.rows.items():
            row.setVisible(code in wanted)
        self._count.setText(str(len(found)))
        self.nothing.setVisible(not found)

    def _mark(self, code: str) -> None:
        self._chosen = code
        for row in self.rows.values():
            row.set_chosen(row.code == code)

    def _in_order(self) -> list[LetterRow]:
        items = (self._column.itemAt(at) for at in range(self._column.count()))
        found = (item.widget() for item in items if item is not None)
        return [row for row in found if isinstance(row, LetterRow)]

    def _on_moved(self, code: str, step: int) -> None:
        shown = self.shown()
        self._go(shown.index(code), step)

    def _go(self, at: int, step: int) -> None:
        shown = self.shown()
        if 0 <= at + step < len(shown):
            self.rows[shown[at + step]].setFocus(Qt.FocusReason.TabFocusReason)
        elif at + step < 0:
            self.search.setFocus(Qt.FocusReason.TabFocusReason)


class LetterRow(RowButton):
    """An abbreviation, what it stands for, and a line on what that is."""

    moved = Signal(str, int)

    def __init__(self, term: GlossaryTerm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = term.code
        self._chosen = False
        self.setAccessibleName(f"{term.code}: {term.name}. {term.meaning}".strip())
        letters = Label(term.code, "help_strong", wrap=True)
        letters.setFixedWidth(theme().px(76))
        words = Label(term.name, "help", "text")
        grid = self._grid = QGridLayout(self)
        grid.addWidget(letters, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, 0, 1)
        if term.meaning:
            grid.addWidget(Label(term.meaning, "caption", "text2"), 1, 1)
        grid.setColumnStretch(1, 1)
        for label in self.findChildren(Label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._letters = letters
        self._measure()
        theme().changed.connect(self._measure)

    def set_chosen(self, chosen: bool) -> None:
        """Whether it is the one that was asked for."""
        self._chosen = chosen
        self.update()

    def keyPressEvent(self, event: object) -> None:
        key = event.key()  # type: ignore[attr-defined]
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(self.code, 1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        tokens = theme().tokens
        if self._chosen:
            painter.fillRect(rect, tokens.selected)
            painter.fillRect(QRectF(0, 0, theme().px(3), rect.height()), tokens.accent)
        else:
            super().paint_ground(painter, rect)
        painter.fillRect(QRectF(0, rect.height() - 1, rect.width(), 1), tokens.line)

    def _measure(self) -> None:
        px = theme().px
        self._grid.setContentsMargins(px(8), px(6), px(6), px(7))
        self._grid.setHorizontalSpacing(px(10))
        self._grid.setVerticalSpacing(px(1))
        self._letters.setFixedWidth(px(76))
