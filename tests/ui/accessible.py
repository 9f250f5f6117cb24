"""What a screen reader would find without a name."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget


def _nodes(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    seen = node.object()
    if isinstance(seen, QWidget) and not seen.isVisible():
        return  # such as a page that is kept behind the one that is shown
    yield node
    for place in range(node.childCount()):
        child = node.child(place)
        if child is not None and child.isValid():
            yield from _nodes(child)


def nameless(widget: QWidget) -> list[str]:
    """Controls under the widget that take focus and have no name, described for a person."""
    root = QAccessible.queryAccessibleInterface(widget)
    found = []
    for node in _nodes(root):
        state = node.state()
        if not state.focusable or state.invisible or state.disabled:
            continue
        if not node.text(QAccessible.Text.Name).strip():
            seen = node.object()
            kind = type(seen).__name__ if seen is not None else "item"
            found.append(f"{kind} {node.role().name} in {type(_parent(node)).__name__}")
    return found


def _parent(node: QAccessibleInterface) -> object:
    above = node.parent()
    return above.object() if above is not None else None
