"""A file of the store looked at inside the application, and the one way to take a copy of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.domain.attachment import type_of
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.files import write_whole
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.kit.note import Note
from ui.kit.pictures import NotAPicture, read_picture
from ui.kit.preview import Preview
from ui.kit.sheets import PdfSheets, PictureSheet, Sheets
from ui.kit.stored_files import Reads, StoredFile
from ui.kit.tasks import run
from ui.theme import theme

_UNPROTECTED = (
    "The copy is not protected: anyone who can open its folder can open it. Save it only where it "
    "is needed, and delete it afterwards. It is noted in the family’s record."
)
_LONGEST_SIDE = 4000
"""Pixels of a picture that are drawn; more would show only when it is enlarged further."""


class FileWindow(QDialog):
    """Over the page it was opened from. Escape closes it; the lock does too."""

    def __init__(
        self,
        file: StoredFile,
        files: Reads,
        reference: str,
        parent: QWidget,
        *,
        can_save: bool = True,
    ) -> None:
        """``reference`` is the case's, for the name of a copy."""
        super().__init__(parent)
        self._over = parent
        self._file, self._files, self._reference = file, files, reference
        self.setWindowTitle("File")  # a task bar shows it to everyone
        self.setAccessibleName(file.name)
        self.title = Label(file.name, "card_title")
        about = ", ".join(part for part in (file.kind, file.whose, file.line) if part)
        self.preview = Preview(has_source=False)
        self.preview.pages.setAccessibleName(file.name)
        self.note = Note("", "soon")
        self.note.hide()
        self.save_button = Button("Save a copy", "secondary", "download")
        self.save_button.clicked.connect(self.save_copy)
        self.save_button.setVisible(can_save)
        self.close_button = Button("Close", "secondary", "x")
        self.close_button.clicked.connect(self.reject)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(Label(about, "help", "text2"))
        head = QHBoxLayout()
        px = theme().px
        head.setContentsMargins(px(24), px(14), px(20), px(12))
        head.setSpacing(px(10))
        head.addLayout(words, 1)
        head.addWidget(self.save_button)
        head.addWidget(self.close_button)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self.preview, 1)
        self.preview.failed.connect(self._on_failed)
        self.preview.say("Shown from the encrypted store. Nothing is written to this computer.")
        self.preview.setVisible(file.can_be_shown)
        self._load()

    def sizeHint(self) -> QSize:
        room = self._over.window().size()
        if not self._file.can_be_shown:
            width = min(theme().px(640), room.width())
            return QSize(width, self._column.totalHeightForWidth(width))
        return QSize(max(640, room.width() * 4 // 5), max(480, room.height() * 9 // 10))

    def save_copy(self) -> None:
        """Say what a copy means, ask where, write it, and note it in the record."""
        if not ask.confirm(self, "Save a copy outside the store?", _UNPROTECTED, "Save the copy"):
            return
        kind = type_of(self._file.media_type)
        endings = " ".join(f"*{suffix}" for suffix in kind.suffixes)
        name = self._file.copy_name(self._reference)
        path: Path | None = ask.ask_save_path(
            self, "Save a copy", name, f"{kind.words} ({endings})"
        )
        if path is None:
            return
        try:
            write_whole(path, self._files.read(self._file.id))
            self._note_copy(path)
        except EhdeskError as problem:
            self._tell(f"The copy was not saved. {problem}")
        except OSError:
            self._tell("The copy was not saved. The folder may be full or locked. Choose another.")
        else:
            self._tell("A copy was saved. It is noted in the family’s record.")

    def _note_copy(self, path: Path) -> None:
        try:
            self._files.log_copy(self._file.id)
        except EhdeskError:
            path.unlink(missing_ok=True)  # no copy is anywhere that the record does not know of
            raise

    def _tell(self, words: str) -> None:
        self.note.set_text(words)
        self.note.setVisible(bool(words))

    def _load(self) -> None:
        file, files = self._file, self._files
        if not file.can_be_shown:
            words = type_of(file.media_type).words
            self._tell(
                f"A file of this kind ({words}) cannot be shown here. Save a copy to open it."
            )
            return

        def read() -> Sheets:
            data = files.read(file.id)
            if type_of(file.media_type).shows == "picture":
                return PictureSheet(read_picture(data, _LONGEST_SIDE))
            sheets = PdfSheets(data)
            sheets.sizes()
            return sheets

        run(read, on_done=self._on_read, on_failed=self._on_failed, owner=self)

    def _on_read(self, sheets: Sheets) -> None:
        self.preview.show_sheets(sheets)
        self.preview.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, problem: Exception) -> None:
        if isinstance(problem, EhdeskError):
            words = str(problem)
        elif isinstance(problem, NotAPicture | RuntimeError | ValueError):
            words = (
                "This file cannot be shown here. It may be locked with a password or damaged. "
                "Ask for it again, or save a copy and open that."
            )
        else:
            raise problem
        self._tell(words)
        self.preview.say("Not shown", "triangle-alert", "overdue.ink")


def open_file(
    file: StoredFile, files: Reads, reference: str, parent: QWidget, *, can_save: bool = True
) -> FileWindow:
    """Look at a file over the page that ``parent`` is on."""
    window = FileWindow(file, files, reference, parent, can_save=can_save)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.resize(window.sizeHint())
    window.open()
    return window
