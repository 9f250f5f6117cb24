"""Looks, while people are typed, whether they are known already."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from ehdesk.domain.matching import Identity
from ehdesk.forms import kinds
from ehdesk.forms.spec import Field, Row
from ehdesk.kernel.errors import EhdeskError
from ui.fields.known_note import KnownNote
from ui.fields.record_row import RecordRow
from ui.fields.surroundings import Surroundings

PAUSE = 400
"""Milliseconds without a keystroke after which the store is asked, as for saving."""


class KnownNotes(QObject):
    """Asks for each person whose name, birth, numbers or address changed, and shows the first
    match under the row. What the store cannot say now is left out: saving tells of its trouble."""

    def __init__(
        self,
        question: Field,
        around: Surroundings,
        rows: Callable[[], Sequence[RecordRow]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._question, self._around, self._rows = question, around, rows
        self._asked: dict[str, Identity] = {}
        self._notes: dict[str, KnownNote] = {}
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.look)

    def look_soon(self) -> None:
        """Something was typed, or other people are shown."""
        if self._around.known_people is not None and not self._around.read_only:
            self._timer.start()

    def look(self) -> None:
        """Ask now for whoever is not the same as when they were last asked for."""
        known = self._around.known_people
        if known is None:
            return
        views = self._rows()
        family = [view.row_id for view in views]
        for gone in self._asked.keys() - set(family):
            del self._asked[gone]
            self._notes.pop(gone, None)  # it went with its row
        for view in views:
            row = self._as_kept(view.value())
            identity = known.identity(row)
            if self._asked.get(view.row_id) == identity:
                continue
            try:
                found = known.like(row, family)
            except EhdeskError:
                continue
            self._asked[view.row_id] = identity
            note = self._notes.get(view.row_id)
            if found:
                note = note or self._make_note(view)
                note.show_match(found[0])
            if note is not None:
                note.setVisible(bool(found))

    def _as_kept(self, row: Row) -> Row:
        """A date typed as 3/4/18 is one already."""
        rows = kinds.normalise(self._question, [row], self._around.today)
        return rows[0] if isinstance(rows, list) else row

    def _make_note(self, view: RecordRow) -> KnownNote:
        key = view.row_id
        note = self._notes[key] = KnownNote(view)
        view.stand_below(note)
        note.open_asked.connect(lambda: self._open(note))
        note.same_asked.connect(lambda: self._join(key, note))
        note.apart_asked.connect(lambda: self._set_apart(view, note))
        return note

    def _open(self, note: KnownNote) -> None:
        if self._around.known_people is not None and note.match is not None:
            self._around.known_people.open_family(note.match)

    def _join(self, key: str, note: KnownNote) -> None:
        if self._around.known_people is not None and note.match is not None:
            self._around.known_people.join(key, note.match)

    def _set_apart(self, view: RecordRow, note: KnownNote) -> None:
        known, match = self._around.known_people, note.match
        if known is None or match is None:
            return
        if known.set_apart(view.row_id, match, lambda: self._ask_again(view.row_id)):
            had = note.isAncestorOf(note.focusWidget() or note)
            self._ask_again(view.row_id)
            if had and note.isHidden():
                view.setFocus()

    def _ask_again(self, key: str) -> None:
        self._asked.pop(key, None)
        self.look()
