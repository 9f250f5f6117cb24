"""A PDF locked with a password: AES with 256 bits, as PDF 2.0 has it (revision 6)."""

from __future__ import annotations

import io


def lock_pdf(pdf: bytes, password: str) -> bytes:
    """The same document, readable only with the password.

    Tags, language and metadata stay as they were, so that it is PDF/UA still once it is open.
    Whoever opens it may do anything with it: readers only pretend to hold people back from more.
    """
    # Loaded here because most work in a store never locks anything.
    import pikepdf

    rights = pikepdf.Permissions(accessibility=True, extract=True)
    lock = pikepdf.Encryption(user=password, owner=password, R=6, allow=rights)
    locked = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(pdf)) as document:
        document.save(locked, encryption=lock)
    return locked.getvalue()


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has that is not locked."""
    import pikepdf

    with pikepdf.Pdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)
