"""The few questions asked in a window of their own: where to save, what to open, really delete?

A test lays out the answers beforehand: ``ask.answers = [Path("plan.pdf"), True]``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ui.kit.buttons import Button

answers: list[Any] | None = None
"""None: ask the person. A list: take the next answer from it, in order."""

_ENDINGS = re.compile(r"\*(\.[\w.-]+)")
"""The endings that a filter of file names lists."""


def ask_save_path(parent: QWidget | None, title: str, name: str, filter: str) -> Path | None:
    """Where to save. ``name`` is offered, ``filter`` is like "PDF (*.pdf)". None: changed mind.

    A name without an ending of the filter gets its first one, and keeps every letter it has.
    """
    if answers is not None:
        path: Path | None = _laid_out(title)
    else:
        chosen, _ = QFileDialog.getSaveFileName(parent, title, name, filter)
        path = Path(chosen) if chosen else None
    endings = _ENDINGS.findall(filter)
    if path is None or not endings or path.name.lower().endswith(tuple(endings)):
        return path
    return path.with_name(f"{path.name}{endings[0]}")


def ask_open_path(parent: QWidget | None, title: str, filter: str) -> Path | None:
    """Which file to open. None: changed mind."""
    if answers is not None:
        return _laid_out(title)  # type: ignore[no-any-return]
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", filter)
    return Path(chosen) if chosen else None


def ask_open_paths(parent: QWidget | None, title: str, filter: str) -> list[Path]:
    """Which files, one or several. None of them: changed mind."""
    if answers is not None:
        return list(_laid_out(title))
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, "", filter)
    return [Path(path) for path in chosen]


def ask_folder(parent: QWidget | None, title: str) -> Path | None:
    """Which folder. None: changed mind."""
    if answers is not None:
        return _laid_out(title)  # type: ignore[no-any-return]
    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None


def confirm(parent: QWidget | None, title: str, text: str, yes: str) -> bool:
    """Ask before what cannot be undone, and only then; ``yes`` names the deed ("Delete for good").

    Escape and closing the window mean no.
    """
    if answers is not None:
        return bool(_laid_out(title))
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(title)
    box.setInformativeText(text)
    deed = Button(yes, "danger")
    stay = Button("Cancel")
    box.addButton(deed, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(stay, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is deed


def _laid_out(title: str) -> Any:
    if not answers:
        raise LookupError(f"no answer was laid out for: {title}")
    return answers.pop(0)
