"""How large a picture is, read from its first bytes, without drawing it."""

from __future__ import annotations

import struct

Size = tuple[int, int]
"""Width and height in pixels."""

_NO_LENGTH = frozenset({0x01, *range(0xD0, 0xDA)})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_WIDTH, _HEIGHT = 256, 257


def picture_size(data: bytes) -> Size | None:
    """The size of a PNG, JPEG or TIFF; None for anything else or when it cannot be read."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            width, height = struct.unpack_from(">II", data, 16)
        elif data.startswith(b"\xff\xd8"):
            width, height = _jpeg(data)
        elif data.startswith((b"II*\x00", b"MM\x00*")):
            width, height = _tiff(data)
        else:
            return None
    except (struct.error, IndexError, LookupError):
        return None
    return (width, height) if width > 0 and height > 0 else None


def _jpeg(data: bytes) -> Size:
    """The frame header, past every segment before it (ITU-T T.81, annex B)."""
    at = 2
    while True:
        if data[at] != 0xFF:
            raise LookupError("no marker where one should be")
        marker = data[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        if marker == 0xFF:  # a filling byte
            at += 1
        elif marker in _NO_LENGTH:
            at += 2
        else:
            (length,) = struct.unpack_from(">H", data, at + 2)
            at += 2 + length


def _tiff(data: bytes) -> Size:
    """Two entries of the first directory (TIFF 6.0, section 2)."""
    order = "<" if data.startswith(b"II") else ">"
    (first,) = struct.unpack_from(f"{order}I", data, 4)
    (count,) = struct.unpack_from(f"{order}H", data, first)
    found = {}
    for number in range(count):
        tag, kind = struct.unpack_from(f"{order}HH", data, first + 2 + 12 * number)
        if tag in (_WIDTH, _HEIGHT):
            form = f"{order}H" if kind == 3 else f"{order}I"
            (found[tag],) = struct.unpack_from(form, data, first + 2 + 12 * number + 8)
    return found[_WIDTH], found[_HEIGHT]
