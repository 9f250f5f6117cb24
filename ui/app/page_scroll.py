"""Page Up and Page Down where nothing that has the keyboard scrolls, such as a page's title."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QScrollArea, QWidget

_STEPS = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


def scroll_page(page: QWidget | None, key: int) -> bool:
    """Scroll the first part of a page that has more than it shows; whether the key was one."""
    step = _STEPS.get(Qt.Key(key))
    if step is None or page is None:
        return False
    for area in page.findChildren(QScrollArea):
        bar = area.verticalScrollBar()
        if area.isVisible() and bar.maximum() > 0:
            bar.triggerAction(step)
            break
    return True
