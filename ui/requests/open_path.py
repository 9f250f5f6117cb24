"""Opens a folder or a file with whatever the computer opens it with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_path(path: Path) -> bool:
    """Whether the computer knew what to open it with."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
