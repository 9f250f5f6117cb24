"""Files as people hand them over: chosen, dropped from a folder, or pasted as a picture."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from ehdesk.kernel.dates import say_short_date
from ui.fields.adding import Wanted
from ui.kit import ask

_FILTER = (
    "Papers and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.heic *.heif *.webp *.bmp *.docx "
    "*.odt *.xlsx *.txt *.eml *.msg);;All files (*)"
)
"""Only what the window to choose in shows first: what is kept is told by what is in a file."""


def chosen(parent: QWidget, what: str = "", person_id: str = "") -> list[Wanted]:
    """The files that a person chooses in a window; none when they changed their mind."""
    title = "Add a drawing or scan" if what else "Add files"
    paths = ask.ask_open_paths(parent, title, _FILTER)
    return [Wanted(path.name, path, what=what, person_id=person_id) for path in paths]


def can_take(data: QMimeData) -> bool:
    """Whether there is a file of this computer, or a picture, in what is dragged or copied."""
    return data.hasImage() or bool(_paths(data))


def taken(data: QMimeData, today: date) -> list[Wanted]:
    """The files, or else the picture, in what was dropped or pasted."""
    paths = _paths(data)
    if paths:
        return [Wanted(path.name, path) for path in paths]
    picture = data.imageData() if data.hasImage() else None
    if not isinstance(picture, QImage) or picture.isNull():
        return []
    return [Wanted(f"Picture of {say_short_date(today)}", picture=QImage(picture))]


def pasted(today: date) -> list[Wanted]:
    """What is on the clipboard."""
    data = QGuiApplication.clipboard().mimeData()
    return taken(data, today) if data is not None else []


def _paths(data: QMimeData) -> list[Path]:
    local = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in local if path.is_file()]
