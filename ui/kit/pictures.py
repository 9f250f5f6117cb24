"""Pictures from bytes, in memory only and on any thread: thumbnails, smaller ones, other kinds."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from ehdesk.domain.attachment import type_of
from ui.kit.pdf_pages import POINTS_AN_INCH, page_picture, page_sizes

_SIDES = (3000, 2400, 1800, 1200)
"""Longest side in pixels of a picture that is made smaller: A4 at 250 dpi, then less."""
_QUALITY = 85
_VECTORS = (b"svg", b"svgz", b"pdf")


class NotAPicture(ValueError):
    """The bytes cannot be drawn."""


def read_picture(data: bytes, most: int = 0) -> QImage:
    """The picture the right way up; with ``most``, no side longer than that many pixels.

    :raises NotAPicture: when it is damaged, or so large that drawing it would fill the memory.
    """
    content, device = _open(data)
    reader = QImageReader(device)
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if most and size.isValid() and max(size.width(), size.height()) > most:
        reader.setScaledSize(size.scaled(most, most, Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    device.close()
    del content
    if picture.isNull():
        raise NotAPicture(reader.errorString())
    if most and max(picture.width(), picture.height()) > most:
        picture = _fitted(picture, most)
    return picture


def thumbnail(data: bytes, media_type: str, most: int) -> QImage:
    """A small picture of a file: itself, or the first page of a PDF.

    :raises NotAPicture: for a file that has none, or is damaged.
    """
    shows = type_of(media_type).shows
    if shows == "picture":
        return read_picture(data, most)
    if shows != "pages":
        raise NotAPicture(media_type)
    try:
        width, height = page_sizes(data)[0]
        return _fitted(page_picture(data, 0, POINTS_AN_INCH * most / max(width, height)), most)
    except Exception as problem:  # pdfium says in many ways that a page cannot be drawn
        raise NotAPicture(str(problem)) from None


def shrunk(data: bytes, largest: int) -> bytes:
    """The picture as a JPEG of at most ``largest`` bytes, as sharp as that allows.

    :raises NotAPicture: when it cannot be drawn, or even the smallest is too large.
    """
    for side in _SIDES:
        smaller = as_jpeg(read_picture(data, side))
        if len(smaller) <= largest:
            return smaller
    raise NotAPicture("it cannot be made small enough")


def can_convert(data: bytes) -> bool:
    """Whether a picture of another kind (HEIC, WebP, BMP ...) can be read on this computer."""
    content, device = _open(data)
    reader = QImageReader(device)
    reader.setDecideFormatFromContent(True)
    found = reader.canRead() and bytes(reader.format().data()) not in _VECTORS
    device.close()
    del content
    return found


def as_png(picture: QImage) -> bytes:
    """The picture without loss."""
    return _written(picture, "PNG", -1)


def as_jpeg(picture: QImage) -> bytes:
    """The picture on white, as a photo is kept. Nothing but the picture: no place, no camera."""
    flat = QImage(picture.size(), QImage.Format.Format_RGB32)
    flat.fill(Qt.GlobalColor.white)
    painter = QPainter(flat)
    painter.drawImage(flat.rect(), picture)
    painter.end()
    return _written(flat, "JPEG", _QUALITY)


def _open(data: bytes) -> tuple[QByteArray, QBuffer]:
    """The buffer reads from the array, which has to live as long."""
    content = QByteArray(data)
    device = QBuffer(content)
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    return content, device


def _written(picture: QImage, kind: str, quality: int) -> bytes:
    content = QByteArray()
    device = QBuffer(content)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    done = picture.save(device, kind, quality)  # type: ignore[call-overload]
    device.close()
    if not done:
        raise NotAPicture(f"no {kind} can be made of it")
    return bytes(content.data())


def _fitted(picture: QImage, most: int) -> QImage:
    return picture.scaled(
        QSize(most, most),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
