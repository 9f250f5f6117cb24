"""A file kept with a case: a child's drawing, a scan, a letter. Never its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from ehdesk.domain.file_types import FILE_TYPES, FileType
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.sizes import MB, say_size

LARGEST_FILE: Final = 10 * MB
"""A file may be this large. An A4 page scanned in colour at 150 dpi is well under 1 MB."""
LARGEST_CASE: Final = 100 * MB
"""All files of a case together; the same content counts once."""
DRAWING: Final = "drawing"
"""The code of the list ``file_kinds`` for a child's drawing, which stands beside their words."""


@dataclass(frozen=True)
class Attachment:
    """What is known of a file. ``what`` is a code of the list ``file_kinds``."""

    id: UUID
    record_id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    what: str
    person_id: UUID | None
    note: str
    width: int | None
    height: int | None
    added_at: datetime
    added_by: str


class TooLarge(EhdeskError):
    """The file is larger than can be kept. ``can_shrink``: a picture can be made smaller."""

    def __init__(self, size: int, kind: FileType | None) -> None:
        self.can_shrink = kind is not None and kind.shows == "picture"
        if self.can_shrink:
            thing, what_to_do = "picture", "It can be made smaller and added."
        elif kind is not None and kind.shows == "pages":
            thing = "scan"
            what_to_do = "Scan it again in black and white or at 150 dpi, or add it in parts."
        else:
            thing, what_to_do = "file", "Save it as a PDF, or add only the pages that matter."
        super().__init__(
            f"This {thing} is {say_size(size)}; files up to {say_size(LARGEST_FILE)} can be kept",
            "",
            what_to_do,
        )


class CaseFull(EhdeskError):
    """All files of the case together would be more than can be kept."""

    def __init__(self, there: int, size: int) -> None:
        super().__init__(
            f"This case has {say_size(there)} of files; up to {say_size(LARGEST_CASE)} can be kept",
            f"The new file is {say_size(size)}.",
            "Remove a file that is not needed, or add a smaller scan.",
        )


def type_of(media_type: str) -> FileType:
    """The kind of a file that is kept. :raises KeyError: for a media type that never is."""
    return FILE_TYPES[media_type]
