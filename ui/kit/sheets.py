"""What a preview shows page by page: a PDF, or one picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from ui.kit.pdf_pages import POINTS_AN_INCH, page_picture, page_sizes

_SCREEN = 96
"""Dots an inch of a picture that does not say: one of its dots is one of the screen."""


class Sheets(Protocol):
    """Pages with their sizes; drawn on another thread than the window's."""

    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Width and height of each page in points."""
        ...

    def pictures(self, pages: Iterable[int], dots: float) -> Mapping[int, QImage]:
        """Those pages, counted from 0, at so many dots an inch."""
        ...


@dataclass(frozen=True)
class PdfSheets:
    """The pages of a PDF."""

    pdf: bytes

    def sizes(self) -> tuple[tuple[float, float], ...]:
        return page_sizes(self.pdf)

    def pictures(self, pages: Iterable[int], dots: float) -> Mapping[int, QImage]:
        return {page: page_picture(self.pdf, page, dots) for page in pages}


@dataclass(frozen=True)
class PictureSheet:
    """One picture as a page."""

    picture: QImage

    def sizes(self) -> tuple[tuple[float, float], ...]:
        scale = POINTS_AN_INCH / _SCREEN
        return ((self.picture.width() * scale, self.picture.height() * scale),)

    def pictures(self, pages: Iterable[int], dots: float) -> Mapping[int, QImage]:
        size = self.picture.size() * (dots / _SCREEN)
        if size.width() >= self.picture.width():
            return dict.fromkeys(pages, self.picture)  # the screen enlarges it as well as we could
        fitted = self.picture.scaled(
            size,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        return dict.fromkeys(pages, fitted)
