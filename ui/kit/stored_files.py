"""Files of the store on the screen: their small pictures, and looking at one in the window.

Nothing is ever written to the disk for it. A copy is saved only when a person asks for one, is
told that nothing protects it, and the record notes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from ehdesk.domain.attachment import type_of
from ehdesk.kernel.sizes import say_size
from ui.kit.pictures import NotAPicture, thumbnail
from ui.kit.tasks import run
from ui.kit.thumbnail import Thumbnail

_REMEMBERED = 200
"""Small pictures that are kept in memory, about 50 kB each."""


class Reads(Protocol):
    """Where the bytes of files come from (``ehdesk.services.attachments``)."""

    def read(self, attachment_id: UUID) -> bytes: ...

    def log_copy(self, attachment_id: UUID) -> None: ...


@dataclass(frozen=True)
class StoredFile:
    """A file as a screen knows it. ``whose`` is the name of the child, if one is known."""

    id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    kind: str = ""
    whose: str = ""

    @classmethod
    def of_row(cls, row: dict[str, Any], kind: str = "", whose: str = "") -> StoredFile:
        """A row of the answer to a files question."""
        return cls(
            UUID(row["id"]),
            row["name"] or "File without a name",
            row["media_type"],
            row["size"],
            row["sha256"],
            kind,
            whose,
        )

    @property
    def line(self) -> str:
        """What it is and how large: "Picture (PNG), 1.2 MB"."""
        return f"{type_of(self.media_type).words}, {say_size(self.size)}"

    @property
    def can_be_shown(self) -> bool:
        """Whether it can be looked at in the window."""
        return bool(type_of(self.media_type).shows)

    @property
    def icon(self) -> str:
        """The icon of its kind."""
        kinds = {"picture": "image", "pages": "file-text"}
        if "mail" in type_of(self.media_type).words:
            return "mail"
        return kinds.get(type_of(self.media_type).shows, "file")

    def copy_name(self, reference: str) -> str:
        """The name that is offered for a copy: never the family's, nor the file's own."""
        what = self.kind.split(" ")[0].lower() if self.kind else "file"
        return f"{reference} {what}{type_of(self.media_type).suffixes[0]}"


class SmallPictures(QObject):
    """Draws the small pictures of files, each once; lives as long as the page that shows them."""

    def __init__(self, files: Reads, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._kept: dict[tuple[str, int], QImage] = {}

    def show_in(self, place: Thumbnail, file: StoredFile) -> None:
        """Show the picture as soon as it is drawn; a file without one keeps its icon."""
        place.set_icon(file.icon)
        if not file.can_be_shown:
            return
        key = (file.sha256, place.pixels())
        if key in self._kept:
            place.show_picture(self._kept[key])
            return
        files, key_of_file, kind, most = self._files, file.id, file.media_type, place.pixels()

        def draw() -> QImage:
            try:
                return thumbnail(files.read(key_of_file), kind, most)
            except NotAPicture:
                return QImage()

        def show(picture: QImage) -> None:
            while len(self._kept) >= _REMEMBERED:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = picture
            if not picture.isNull():
                place.show_picture(picture)

        # A damaged file keeps its icon; opening it says what is wrong.
        run(draw, on_done=show, on_failed=lambda _problem: None, owner=place)
