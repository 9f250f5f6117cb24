"""Takes numbered pictures of a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget


class Camera:
    """Pictures as ``07-request-consent.png``, in the order they were taken."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._window: QWidget | None = None
        self.taken = 0

    def look_at(self, window: QWidget) -> None:
        """Point at a window."""
        self._window = window

    def shoot(self, name: str) -> None:
        """Take a picture of what the window shows now.

        :raises OSError: when it cannot be saved.
        """
        if self._window is None:
            raise RuntimeError("The camera looks at nothing")
        for _ in range(5):
            QApplication.processEvents()
        self.taken += 1
        path = self._folder / f"{self.taken:03}-{name}.png"
        if not self._window.grab().save(str(path)):
            raise OSError(f"{path} could not be written")
