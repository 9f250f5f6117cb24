"""What the letters mean, asked from wherever they are read.

One mechanism for every page: Shift+F1 finds the abbreviations in the words round the keyboard, the
menu of the right button those under the pointer, and either opens the glossary at the entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)

from ehdesk.authority.items import GlossaryTerm
from ehdesk.domain.glossary import abbreviations_in
from ui.kit.two_line_delegate import CellRole

_MOST = 12


class LettersHelp:
    """``go`` opens the glossary at an abbreviation; with "" at its filter."""

    def __init__(
        self, terms: Sequence[GlossaryTerm], window: QWidget, go: Callable[[str], object]
    ) -> None:
        self._terms = {term.code: term for term in terms}
        self._window = window
        self._go = go

    def near_the_keyboard(self) -> tuple[str, ...]:
        """The abbreviations on the page, those nearest to the keyboard first."""
        found: dict[str, None] = {}
        at = QApplication.focusWidget()
        while at is not None and (at is self._window or self._window.isAncestorOf(at)):
            found |= dict.fromkeys(self._in(at))
            at = at.parentWidget()
        return tuple(found)

    def ask(self) -> None:
        """Shift+F1: straight to the entry of the one abbreviation, a choice of several, or the
        whole list where there is none."""
        found = self.near_the_keyboard()
        if len(found) < 2:
            self._go(found[0] if found else "")
            return
        at = QApplication.focusWidget() or self._window
        self.menu(found).popup(at.mapToGlobal(QPoint(0, min(at.height(), 40))))

    def menu_at(self, point: QPoint) -> QMenu | None:
        """A menu for the abbreviations under a point of the window; None where there are none."""
        under = self._window.childAt(point)
        if under is None:
            return None
        words = "\n".join(_words_at(under, under.mapFrom(self._window, point)))
        found = abbreviations_in(words, self._terms.values())
        return self.menu(found) if found else None

    def menu(self, codes: Sequence[str]) -> QMenu:
        """Each abbreviation with what it stands for, and the way to all of them."""
        menu = QMenu("What the letters mean", self._window)
        for code in codes[:_MOST]:
            words = f"{code}: {self._terms[code].name}".replace("&", "&&")
            menu.addAction(words).triggered.connect(lambda _on=False, code=code: self._go(code))
        menu.addSeparator()
        menu.addAction("All the letters").triggered.connect(lambda: self._go(""))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _in(self, widget: QWidget) -> Iterator[str]:
        words = " \n".join(_words_of(widget))
        yield from abbreviations_in(words, self._terms.values())


def _words_of(widget: QWidget) -> Iterator[str]:
    """What is written on a widget and what is on show in it, from the top."""
    yield from _own_words(widget)
    inside = [one for one in widget.findChildren(QWidget) if one.isVisible()]
    places = ((one.mapTo(widget, QPoint()), one) for one in inside)
    for _at, one in sorted(places, key=lambda place: (place[0].y(), place[0].x())):
        yield from _own_words(one)


def _words_at(widget: QWidget, point: QPoint) -> Iterator[str]:
    """The words under a point of a widget: of one item where it shows many."""
    above = widget.parentWidget()
    if isinstance(above, QAbstractItemView) and above.viewport() is widget:
        yield from _words_in(above.indexAt(point))
    elif isinstance(widget, QTabBar):
        yield widget.tabText(widget.tabAt(point))
    else:
        yield from _words_of(widget)


def _own_words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractItemView):
        yield from _words_on(widget)
    if isinstance(widget, QTabBar):
        at = widget.currentIndex()
        yield from (widget.tabText(tab) for tab in (at, *range(widget.count())))
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.selectedText()
    yield widget.accessibleName()
    yield widget.accessibleDescription()


def _words_on(view: QAbstractItemView) -> Iterator[str]:
    """What a list or table shows: the current line, then every line on show from the top."""
    current = view.currentIndex()
    if current.isValid():
        yield from _words_of_row(view, current)
    model, room = view.model(), view.viewport().rect()
    top = view.indexAt(room.topLeft())
    for row in range(max(0, top.row()), model.rowCount(view.rootIndex()) if model else 0):
        first = model.index(row, 0, view.rootIndex())
        if view.visualRect(first).top() > room.bottom():
            return
        yield from _words_of_row(view, first)


def _words_of_row(view: QAbstractItemView, index: QModelIndex) -> Iterator[str]:
    for column in range(view.model().columnCount(index.parent())):
        cell = index.siblingAtColumn(column)
        if not view.visualRect(cell).isEmpty():  # a column that is not shown has no room
            yield from _words_in(cell)


def _words_in(index: QModelIndex) -> Iterator[str]:
    for role in (Qt.ItemDataRole.DisplayRole, CellRole.SECOND, Qt.ItemDataRole.AccessibleTextRole):
        said = index.data(role)
        if isinstance(said, str):
            yield said
