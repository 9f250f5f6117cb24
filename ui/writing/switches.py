"""Which aids to writing each person of this computer wants. They hold nothing about families."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ehdesk.kernel.home import Home


class Switches(QObject):
    """Two switches, both on until somebody turns them off."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spelling = True
        self.plain_words = True

    def set(self, *, spelling: bool | None = None, plain_words: bool | None = None) -> None:
        """Turn one on or off."""
        self.spelling = self.spelling if spelling is None else spelling
        self.plain_words = self.plain_words if plain_words is None else plain_words
        self.changed.emit()


_switches: list[Switches] = []


def switches() -> Switches:
    """The switches of this process."""
    if not _switches:
        _switches.append(Switches())
    return _switches[0]


def install_switches(home: Home) -> Switches:
    """The switches as they were chosen last time."""
    settings = home.settings()
    found = switches()
    found.set(
        spelling=settings.get("spelling") is not False,
        plain_words=settings.get("plain_words") is not False,
    )
    return found
