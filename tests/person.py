"""Someone at the screen: finds things by the words on them, clicks, types, reads.

Used by the tests that walk whole journeys and by the tour that takes the pictures. It knows no
widget of ours by name, only what a person and a screen reader know: labels and controls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

Wait = Callable[[Callable[[], bool]], None]


class NotOnScreen(AssertionError):
    """What the person looks for is not there; says what is."""


class Person:
    """Works in one window."""

    def __init__(self, window: QWidget, wait: Wait) -> None:
        self.window = window
        self._wait = wait

    # Reading

    def can_see(self, words: str) -> bool:
        """Whether some label or button on the screen says these words."""
        return any(_plain(words) in _plain(said) for said in self._said())

    def sees(self, words: str) -> None:
        """Wait until the words are on the screen."""
        try:
            self._wait(lambda: self.can_see(words))
        except Exception:
            said = " | ".join(dict.fromkeys(self._said()))
            raise NotOnScreen(f"{words!r} is not on the screen. There is: {said}") from None

    def waits_for(self, condition: Callable[[], bool]) -> None:
        """Wait until something that cannot be seen is so, such as a file that was saved."""
        self._wait(condition)

    def read(self, start: str) -> str:
        """What follows the words ``start`` somewhere on the screen."""
        for said in self._said():
            if said.startswith(start):
                return said.removeprefix(start)
        raise NotOnScreen(f"Nothing begins with {start!r}")

    def asked(self, label: str) -> list[str]:
        """The rest of each box's label that begins with ``label``: what is asked for."""
        boxes = (box.accessibleName() for box in self._visible(QLineEdit))
        return [name.removeprefix(label) for name in boxes if name.startswith(label)]

    def _said(self) -> Iterator[str]:
        for widget in self._visible(QWidget):
            if isinstance(widget, QLabel | QAbstractButton):
                yield widget.text().replace("&", "")
            if widget.accessibleName():
                yield widget.accessibleName()

    # Doing

    def press(self, words: str, *, under: str = "") -> None:
        """Click the button that says ``words``, below something called ``under``."""
        self._click(self._find(QAbstractButton, words, under))

    def answer(self, question: str, choice: str) -> None:
        """Choose ``choice`` in the question with that label."""
        self.press(choice, under=question)

    def write(self, label: str, text: str, *, under: str = "") -> None:
        """Type into the box with that label, in place of what is there."""
        box = self._find((QLineEdit, QPlainTextEdit), label, under)
        self._show(box)
        box.setFocus(Qt.FocusReason.MouseFocusReason)
        QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(box, text)
        self._settle()

    def write_date(self, label: str, typed: str, *, under: str = "") -> None:
        """Type a date into its first box and leave it, as people do."""
        box = self._find(QLineEdit, f"{label}, day", under)
        self._show(box)
        box.setFocus(Qt.FocusReason.MouseFocusReason)
        QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(box, typed)
        QTest.keyClick(box, Qt.Key.Key_Tab)
        self._settle()

    def pick(self, label: str, choice: str, *, under: str = "") -> None:
        """Pick from a drop-down list by its words."""
        box = self._find(QComboBox, label, under)
        self._show(box)
        places = [n for n in range(box.count()) if choice in box.itemText(n)]
        place = min(places, key=lambda n: len(box.itemText(n)), default=-1)
        if place < 0:
            there = [box.itemText(n) for n in range(box.count())]
            raise NotOnScreen(f"{label} has no {choice!r}, only {there}")
        box.setFocus(Qt.FocusReason.TabFocusReason)
        box.setCurrentIndex(place)
        box.activated.emit(place)
        self._settle()

    def number(self, scale: str, value: int) -> None:
        """Type a number on a scale from 0 to 10."""
        self._show(widget := self._find(QWidget, scale, "", focusable=True))
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClicks(QApplication.focusWidget() or widget, str(value))
        self._settle()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """Press a key wherever the focus is."""
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifiers or Qt.KeyboardModifier.NoModifier)
        self._settle()

    def choose_tab(self, words: str) -> None:
        """Open the tab that says these words."""
        for bar in self._visible(QTabBar):
            if isinstance(bar, QTabBar):
                for place in range(bar.count()):
                    if bar.tabText(place).startswith(words):
                        QTest.mouseClick(
                            bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(place).center()
                        )
                        self._settle()
                        return
        raise NotOnScreen(f"There is no tab {words!r}")

    def choose_row(self, words: str) -> None:
        """Open the line of a list that says ``words``."""
        for view in self._visible(QAbstractItemView):
            model = view.model()
            for row in range(model.rowCount()):
                index = model.index(row, 0)
                roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
                said = [index.data(role) for role in roles]
                if any(words in str(text) for text in said if text):
                    view.setCurrentIndex(index)
                    view.setFocus(Qt.FocusReason.TabFocusReason)
                    QTest.keyClick(view, Qt.Key.Key_Return)
                    self._settle()
                    return
        raise NotOnScreen(f"No list has a line {words!r}")

    # Finding

    def _find(
        self,
        kind: type[QWidget] | tuple[type[QWidget], ...],
        words: str,
        under: str,
        *,
        focusable: bool = False,
    ) -> QWidget:
        """What goes by these words, waiting a while for it to be there and ready."""
        found: list[QWidget] = []

        def is_there() -> bool:
            found[:] = self._matching(kind, words, under, focusable)
            return bool(found)

        try:
            self._wait(is_there)
        except Exception:
            kinds = kind if isinstance(kind, tuple) else (kind,)
            there = [name for one in kinds for w in self._visible(one) for name in _names(w)]
            where = f" under {under!r}" if under else ""
            raise NotOnScreen(f"There is no {words!r}{where}. There is: {there}") from None
        return found[0]

    def _matching(
        self,
        kind: type[QWidget] | tuple[type[QWidget], ...],
        words: str,
        under: str,
        focusable: bool,
    ) -> list[QWidget]:
        """The best matches: the whole name, else its start, else a part of it."""
        kinds = kind if isinstance(kind, tuple) else (kind,)
        found = [
            widget
            for one in kinds
            for widget in self._visible(one)
            if (not under or self._is_under(widget, under))
            and widget.isEnabled()
            and (not focusable or widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        ]
        for match in (
            lambda name: name == _plain(words),
            lambda name: name.startswith(_plain(words)),
            lambda name: _plain(words) in name,
        ):
            matching = [widget for widget in found if any(match(name) for name in _names(widget))]
            if matching:
                return matching
        return []

    def _visible(self, kind: type[QWidget]) -> Iterator[QWidget]:
        for window in (self.window, *QApplication.topLevelWidgets()):
            if window is not self.window and (not window.isVisible() or window.parent() is None):
                continue
            for widget in window.findChildren(kind):
                if widget.isVisible():
                    yield widget

    def _is_under(self, widget: QWidget, words: str) -> bool:
        above = widget.parentWidget()
        while above is not None:
            if _plain(words) in _plain(above.accessibleName()):
                return True
            above = above.parentWidget()
        return False

    def _click(self, widget: QWidget) -> None:
        self._show(widget)
        place = widget.rect().center()
        if widget.width() > 200:  # an option card answers where its words are
            place = QPoint(24, widget.height() // 2)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
        self._settle()

    def _show(self, widget: QWidget) -> None:
        """Scroll until the widget can be seen, as a person would."""
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget, 40, 40)
            above = above.parentWidget()
        QApplication.processEvents()

    def _settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()


def _names(widget: QWidget) -> list[str]:
    names = [widget.accessibleName()]
    if isinstance(widget, QAbstractButton):
        names.append(widget.text().replace("&", ""))
    return [_plain(name) for name in names if name]


def _plain(text: str) -> str:
    """As it is typed: apostrophes are straight."""
    return text.replace("’", "'")


__all__ = ["NotOnScreen", "Person"]
