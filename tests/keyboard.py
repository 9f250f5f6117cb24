"""Someone who has only a keyboard and hears what a screen reader says of the focus.

It finds its way by names alone: it presses Tab until it hears the name it looks for. It knows no
widget of ours, touches no mouse, and calls nothing but the keys.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

Wait = Callable[[Callable[[], bool]], None]

FURTHEST = 80
"""Nobody presses Tab more often than this to find something."""

_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
_KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "/": Qt.Key.Key_Slash,
}


class NotHeard(AssertionError):
    """The name that was looked for never came; says what came instead."""


class Keyboard:
    """Presses keys wherever the focus is, and counts them."""

    def __init__(self, wait: Wait) -> None:
        self._wait = wait
        self.presses = 0

    # Hearing

    def heard(self) -> str:
        """The name of what has the focus, as a screen reader says it."""
        return name_of(focus())

    def hears(self, words: str) -> None:
        """Wait until the focus is on something whose name begins so."""
        try:
            self._wait(lambda: _plain(self.heard()).startswith(_plain(words)))
        except Exception:
            raise NotHeard(f"Not {words!r} but {self.heard()!r} has the focus") from None

    def waits_for(self, condition: Callable[[], bool]) -> None:
        """Wait for what is said without the focus moving, such as a page that has opened."""
        self._wait(condition)

    # Pressing

    def press(self, keys: str) -> None:
        """One key or one chord: ``Tab``, ``Ctrl+Enter``, ``Down``."""
        *held, last = keys.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= _MODIFIERS[one]
        key = _KEYS.get(last) or Qt.Key[f"Key_{last}"]
        if key == Qt.Key.Key_Tab and modifiers & Qt.KeyboardModifier.ShiftModifier:
            key = Qt.Key.Key_Backtab
        QTest.keyClick(_pressed(), key, modifiers)
        self._settle()

    def type(self, text: str) -> None:
        """Letter by letter."""
        QTest.keyClicks(_pressed(), text)
        self.presses += len(text) - 1
        self._settle()

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Press Tab until the focus is on something whose name begins with ``name``.

        What has the focus already does not count: one comes from there.
        """
        passed: list[str] = []
        for _ in range(FURTHEST):
            self.press("Shift+Tab" if back else "Tab")
            heard = self.heard()
            if _plain(heard).startswith(_plain(name)):
                return
            passed.append(heard)
        raise NotHeard(f"{FURTHEST} presses of Tab never came to {name!r}, only to {passed}")

    def write(self, name: str, text: str) -> None:
        """Go on to a box and type in it."""
        self.tab_to(name)
        self.type(text)

    def choose(self, option: str, *, key: str = "Down") -> None:
        """Arrow keys within a choice until the option is heard that begins so; Space takes it."""
        passed = [self.heard()]
        while not _plain(passed[-1]).startswith(_plain(option)):
            self.press(key)
            if self.heard() in passed:
                raise NotHeard(f"The arrows never came to {option!r}, only to {passed}")
            passed.append(self.heard())
        if not _state_of(focus()).checked:
            self.press("Space")

    def _settle(self) -> None:
        self.presses += 1
        for _ in range(3):
            QApplication.processEvents()


def _pressed() -> QWidget:
    """What a key goes to: a list that is open takes it first."""
    return QApplication.activePopupWidget() or focus()


def focus() -> QWidget:
    """What has the keyboard; fails when nothing has."""
    widget = QApplication.focusWidget()
    assert widget is not None, "Nothing has the keyboard"
    return widget


def name_of(widget: QWidget) -> str:
    """What a screen reader says first: the line of a list that is current, else the control."""
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        index = widget.currentIndex()
        said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
        if said:
            return str(said)
    node = QAccessible.queryAccessibleInterface(widget)
    return node.text(QAccessible.Text.Name) if node is not None else ""


def _state_of(widget: QWidget) -> QAccessible.State:
    node: QAccessibleInterface = QAccessible.queryAccessibleInterface(widget)
    return node.state()


def _plain(text: str) -> str:
    return text.replace("’", "'")


# The order in which Tab goes


@dataclass(frozen=True)
class Stop:
    """Something Tab stops at."""

    widget: QWidget
    name: str


def tab_round(look: Callable[[QWidget], object] = lambda _widget: None) -> list[Stop]:
    """Everything Tab stops at from here until it comes round; ``look`` is called at each."""
    stops: list[Stop] = []
    seen: set[QWidget] = set()
    for _ in range(300):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        widget = focus()
        if widget in seen:
            return stops
        seen.add(widget)
        stops.append(Stop(widget, name_of(widget)))
        look(widget)
    raise NotHeard("Tab never comes round")


def out_of_order(stops: list[Stop]) -> list[str]:
    """Where Tab goes back against the reading order: up, or to the left on the same line.

    Columns are allowed: from the foot of one to the head of the one at its right. So is the one
    way back from the end of the window to its beginning.
    """
    after = [*stops[1:], *stops[:1]]
    back = [
        f"{here.name!r} then {there.name!r}"
        for here, there in zip(stops, after, strict=True)
        if _goes_back(here.widget, there.widget)
    ]
    return back if len(back) > 1 else []


def _goes_back(before: QWidget, after: QWidget) -> bool:
    first, then = _places(before, after)
    if then.left() >= first.right() - 4:
        return False  # further right: on the line, or the next column
    overlap = min(first.bottom(), then.bottom()) - max(first.top(), then.top())
    same_line = overlap > min(first.height(), then.height()) / 2
    return same_line or then.center().y() < first.center().y()


def _places(before: QWidget, after: QWidget) -> tuple[QRect, QRect]:
    """The parts of their nearest common ancestor that hold the two."""
    above = [before]
    while (parent := above[-1].parentWidget()) is not None:
        above.append(parent)
    one, common = after, after.parentWidget()
    while common is not None and common not in above:
        one, common = common, common.parentWidget()
    if common is None or one in above or common is before:
        return QRect(), QRect(1, 1, 1, 1)
    first, then = above[above.index(common) - 1].geometry(), one.geometry()
    if not first.intersects(then):
        return first, then
    # One lies over the other, as a link on the line of a label: the controls themselves decide.
    here, there = (w.mapTo(common, QPoint(0, 0)) for w in (before, after))
    return QRect(here, before.size()), QRect(there, after.size())
