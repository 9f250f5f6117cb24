"""The files of a form as an answer: words about each, never their bytes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ehdesk.store.spine.kept import KeptRow, kept
from ehdesk.store.spine.place import Place, get, put, row_ids
from ehdesk.store.tables.attachments import AttachmentRow


class Files:
    """What is said of each file that was added to this form.

    The files themselves are added, removed and put back by ``ehdesk.services.attachments``. An
    answer that leaves one out removes nothing: it may have been given before the file was added.
    """

    columns = ("name", "what", "person_id", "note")
    facts = ("media_type", "size", "sha256", "width", "height")
    """What a row also tells, and an answer never changes."""

    def read(self, at: Place) -> list[dict[str, Any]]:
        return [self.answer(row) for row in self._rows(at)]

    def answer(self, row: AttachmentRow) -> dict[str, Any]:
        return {"id": str(row.id)} | {key: get(row, key) for key in (*self.columns, *self.facts)}

    def write(self, at: Place, value: Any) -> None:
        there = {row.id: row for row in self._rows(at)}
        for position, (key, answer) in enumerate(row_ids(value)):
            if key not in there:
                continue
            put(there[key], "position", position)
            for column in self.columns:
                if column in answer:
                    put(there[key], column, answer[column])

    def kept(self, at: Place) -> Sequence[KeptRow]:
        return [kept(row, self.columns, str(row.id)) for row in self._rows(at)]

    def _rows(self, at: Place) -> list[AttachmentRow]:
        return at.live(AttachmentRow, record_id=at.record.id) if at.record else []
