"""The menu of a box to write in: what the box offers, and what those round it add."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget


@runtime_checkable
class AddsToMenu(Protocol):
    """A part of a page that offers something for every box in it."""

    def add_to_menu(self, menu: QMenu) -> None: ...


class HelpsWriting(Protocol):
    """Whoever helps with spelling in a box."""

    def offered(self, menu: QMenu, at: int) -> list[QAction]:
        """What can be done for the word at a place, in Qt's units; it stands at the menu's top."""
        ...


def whole_menu(box: QWidget, menu: QMenu, helper: HelpsWriting | None, at: int) -> QMenu:
    """The box's own menu with spelling over it, and under it what the parts round it offer.

    Where one of those takes changes back for all its boxes, the box does not for itself.
    """
    menu.setAccessibleName("What can be done with this text")
    if any(getattr(part, "undoes_for_boxes", False) for part in _round(box)):
        for action in menu.actions():
            if action.objectName() in ("edit-undo", "edit-redo"):
                menu.removeAction(action)
    for action in menu.actions():
        if action.objectName() == "select-all":
            action.setText(action.text().replace("All", "all"))  # as all our words are written
    first = next((action for action in menu.actions() if not action.isSeparator()), None)
    if helper is not None and first is not None:
        menu.insertActions(first, helper.offered(menu, at))
    add_from_round(box, menu)
    return menu


def add_from_round(box: QWidget, menu: QMenu) -> None:
    """What the parts round the box offer, from the inside out."""
    for part in _round(box):
        if isinstance(part, AddsToMenu):
            part.add_to_menu(menu)


def show_menu(menu: QMenu, box: QWidget, event: QContextMenuEvent, cursor: QPoint) -> None:
    """Open the menu where the mouse is, or under the cursor for a key."""
    by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(box.mapToGlobal(cursor) if by_key else event.globalPos())
    first = next((action for action in menu.actions() if action.isEnabled()), None)
    if by_key and first is not None:
        menu.setActiveAction(first)
    event.accept()


def _round(box: QWidget) -> list[QWidget]:
    found, part = [], box.parentWidget()
    while part is not None:
        found.append(part)
        part = part.parentWidget()
    return found
