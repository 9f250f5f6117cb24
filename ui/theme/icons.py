"""Lucide icons (2 px stroke), tinted from a token, drawn crisply at any pixel ratio."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import FOLDER

FOLDER_OF_ICONS = FOLDER / "icons"


@cache
def _drawing(name: str) -> str:
    try:
        return (FOLDER_OF_ICONS / f"{name}.svg").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KeyError(f"no icon is called {name!r}; see resources/icons") from None


@cache
def _pixmap(name: str, rgba: int, size: int, ratio: float) -> QPixmap:
    colour = QColor.fromRgba(rgba)
    svg = _drawing(name).replace("currentColor", colour.name())
    pixels = max(1, round(size * ratio))
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setOpacity(colour.alphaF())
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def tinted_pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a square pixmap of ``size`` logical pixels. KeyError when there is none."""
    return _pixmap(name, colour.rgba(), size, ratio)


def tinted_icon(name: str, colour: QColor, disabled: QColor, size: int) -> QIcon:
    """The icon for a control: its colour, and the disabled one; drawn for ratios 1 to 3."""
    icon = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        icon.addPixmap(tinted_pixmap(name, colour, size, ratio), QIcon.Mode.Normal)
        icon.addPixmap(tinted_pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return icon
