"""Keeping what is typed on a small page until it is recorded, and showing it there again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ehdesk.desk import Desk
from ehdesk.kernel.errors import EhdeskError
from ehdesk.services.drafts import Draft
from ui.kit import ask
from ui.kit.navigation import Navigator
from ui.wizard.autosave import Autosave, Saved
from ui.wizard.begun_note import BegunNote
from ui.wizard.save_line import SaveLine
from ui.wizard.typed_boxes import Read, TypedBoxes

Show = Callable[[Mapping[str, Any]], None]
"""Puts what was read before back into the boxes, without telling anyone."""


def may_leave_all(drafts: Sequence[SmallDraft], navigator: Navigator) -> bool:
    """``SmallDraft.may_leave`` for a page that has several: one question and one word at most."""
    kept = [draft.keep() for draft in drafts]
    if not all(kept):
        text = "Your last changes are only on this screen. If you go now they are lost."
        return ask.confirm(drafts[0].note.window(), "Not saved", text, "Go and lose them")
    if any(draft.is_begun for draft in drafts):
        navigator.say("Kept for you. It is not in the record yet.")
    return True


class SmallDraft(QObject):
    """One page of one case: the same autosave as a form's, into a draft instead of a record.

    Made once the boxes say what they begin with; a draft that is there is shown in them at once.
    ``note`` belongs on the page above its boxes: it says so, and starts again. ``save_line`` says
    *Saved 10:42* where the page has a place for it. Whoever records what is typed gives ``page``
    to the service as its ``draft`` and then calls ``finish``.
    """

    def __init__(
        self,
        desk: Desk,
        case_id: UUID | None,
        page: str,
        read: Read,
        show: Show,
        parent: QWidget,
        *,
        begun: Mapping[str, Draft] | None = None,
    ) -> None:
        """:param case_id: None for a page that belongs to no case.
        :param begun: the drafts of the case by page, where they have been read already.
        """
        super().__init__(parent)
        self.page = page
        self._desk, self._case_id = desk, case_id
        self._read, self._show = read, show
        self._beginning = read()
        self._aside: dict[str, Any] | None = None
        self._over = False
        self._line: SaveLine | None = None
        self.note = BegunNote(parent)
        self.note.start_again_asked.connect(self._on_start_again)
        self.note.bring_back_asked.connect(self._on_bring_back)
        self.is_waiting = False
        """It was brought back, and nobody has gone on with it yet."""
        self._bring_back(desk.drafts.get(case_id, page) if begun is None else begun.get(page))
        self._boxes = TypedBoxes(read, read_only=desk.read_only)
        self.autosave = Autosave(self._boxes, self._save, self)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.failed.connect(self._on_failed)

    @property
    def save_line(self) -> SaveLine:
        """Made for the page that puts it somewhere."""
        if self._line is None:
            self._line = SaveLine(self.note.parentWidget())
            self._line.hide()
            self._line.try_again.connect(self.autosave.save_now)
        return self._line

    @property
    def is_begun(self) -> bool:
        """Whether anything is typed that is not recorded."""
        if self._over or self._desk.read_only:
            return False
        return self._read() != self._beginning

    @property
    def has_unsaved(self) -> bool:
        """Whether something is only in the boxes."""
        return not (self._over or self._desk.read_only) and self.autosave.has_unsaved

    def turn_to(self, case_id: UUID | None, page: str) -> bool:
        """The same boxes are for something else now: another record, another family. What was
        typed is kept first; False, and nothing is different, when it could not be."""
        if (case_id, page) == (self._case_id, self.page):
            return True
        if not self.keep():
            return False
        self.autosave.stop()
        self._case_id, self.page, self._aside = case_id, page, None
        self.note.hide()
        if self._line is not None:
            self._line.hide()
        self._show(self._beginning)
        self._bring_back(self._desk.drafts.get(case_id, page))
        self._boxes.settle()
        return True

    def report_to(self, navigator: Navigator) -> None:
        """Say in the window when it is saved, and when it could not be."""
        self.autosave.saved.connect(lambda saved: navigator.report_saved(saved.at))
        self.autosave.failed.connect(
            lambda error: navigator.report_not_saved(error, self.autosave.save_now)
        )

    def note_change(self) -> None:
        """Something was typed: keep it soon."""
        self.is_waiting = False
        if self._aside is not None:
            self._aside = None
            self.note.hide()
        if not self._over:
            self.autosave.note_change()

    def keep(self) -> bool:
        """Keep now what is not kept yet; False when it could not be."""
        return self._over or self.autosave.save_now()

    def may_leave(self, navigator: Navigator) -> bool:
        """Keep it, and say that it is no record yet; ask only when it cannot be kept."""
        return may_leave_all((self,), navigator)

    def finish(self) -> None:
        """It is in the record, and the draft went with it. The page is done."""
        self.begin_anew()
        self._over = True

    def drop(self) -> None:
        """What was typed is not wanted. When the store cannot take that, it is there again."""
        self.finish()
        with suppress(EhdeskError):
            self._desk.drafts.drop(self._case_id, self.page)

    def begin_anew(self) -> None:
        """What was typed is in the record, and the boxes are as they should be for the next."""
        self.autosave.stop()
        self._beginning = self._read()
        self._boxes.settle()
        self._aside = None
        self.note.hide()

    def close(self) -> None:
        """The page is taken away: no more tries."""
        self._over = True
        self.autosave.stop()

    def _bring_back(self, draft: Draft | None) -> None:
        self.is_waiting = draft is not None
        if draft is not None:
            self._show(self._beginning | dict(draft.typed))
            today, may = self._desk.clock.today(), not self._desk.read_only
            self.note.show_begun(draft.begun_at, today, may_start_again=may)

    def _save(self, typed: Mapping[str, Any]) -> Saved:
        drafts = self._desk.drafts
        if dict(typed) == self._beginning:
            return drafts.drop(self._case_id, self.page)
        return drafts.keep(self._case_id, self.page, typed)

    def _put(self, typed: Mapping[str, Any]) -> None:
        self._show(typed)
        self.autosave.save_now()

    def _on_saved(self, saved: Saved) -> None:
        if self._line is not None:
            self._line.show()
            self._line.show_saved(saved.at)

    def _on_failed(self, error: EhdeskError) -> None:
        if self._line is not None:
            self._line.show()
            self._line.show_failed(error)

    def _on_start_again(self) -> None:
        self._aside = self._read()
        self._put(self._beginning)
        self.note.show_started_again()

    def _on_bring_back(self) -> None:
        if self._aside is not None:
            typed, self._aside = self._aside, None
            self._put(typed)
            self.note.show_brought_back()
