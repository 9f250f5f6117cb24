"""A record that is filled in on a page of its own: the same session and autosave as any form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ehdesk.desk import Desk
from ehdesk.forms.checks import Problem
from ehdesk.forms.session import FormSession
from ehdesk.forms.spec import Option, Value
from ehdesk.kernel.errors import EhdeskError
from ui.fields.surroundings import Surroundings
from ui.kit.navigation import Navigator
from ui.wizard.autosave import Autosave, Saved

Finish = Callable[[UUID], object]
Options = Mapping[str, tuple[Option, ...]]


class _Said:
    """Where the rows of an editor say that something was removed."""

    def __init__(self, navigator: Navigator) -> None:
        self._navigator = navigator

    def show_message(self, text: str, undo: Callable[[], None] | None = None) -> None:
        self._navigator.say(text, undo)


class OpenRecord(QObject):
    """Opens a record, keeps what is answered, and finishes it by ``finish``."""

    answered = Signal(str)
    """An answer changed: its key."""

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        record_id: UUID,
        finish: Finish,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._navigator, self._finish = desk, navigator, finish
        self.record_id = record_id
        opened = desk.forms.open(record_id)
        self.read_only = opened.read_only
        self.facts = opened.facts
        self._given = opened.options
        self._options = self.offered(opened.options)
        self.session = FormSession(
            opened.form,
            opened.values,
            self._options,
            desk.clock.today(),
            place=opened.place,
            read_only=opened.read_only,
            facts=opened.facts,
        )
        self.around = Surroundings(
            self.session,
            desk.pack,
            _Said(navigator),
            answer=self.give,
            read_only=opened.read_only,
            parent=self,
        )
        self.autosave = Autosave(self.session, self._save, self)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.failed.connect(self._on_failed)
        self.is_finished = False
        """Nothing on the page changes it any more."""

    def offered(self, options: Options) -> dict[str, tuple[Option, ...]]:
        """What the page offers, of the options that the store gives."""
        return dict(options)

    def offer_again(self) -> None:
        """Offer what ``offered`` makes of the options now, where that has changed."""
        offered = self.offered(self._given)
        if offered != self._options:
            self._options = offered
            self.session.use_options(offered)

    def keep(self) -> bool:
        """Keep now what is not kept yet; False when it could not be."""
        return self.is_finished or self.autosave.save_now()

    def give(self, key: str, value: Value) -> None:
        """Keep an answer, soon."""
        if not self.read_only and self.session.set(key, value):
            self.autosave.note_change()
            self.answered.emit(key)

    def to_fix(self) -> tuple[Problem, ...]:
        """It is to be finished: what is to be put right first, in page order."""
        self.session.go("check")
        return self.session.next()

    def finish(self) -> object:
        """Keep everything and finish it; what ``finish`` gave back.

        :raises EhdeskError: naming what is still missing, or why it could not be kept.
        """
        if not self.autosave.save_now():
            raise EhdeskError("Not saved yet", "What you wrote is on this screen.", "Try again.")
        outcome = self._finish(self.record_id)
        self.is_finished = True
        self.autosave.stop()
        return outcome

    def close(self) -> bool:
        """Keep what is left and let the record go; False when it could not be kept."""
        if not self.keep():
            return False
        self.autosave.stop()
        if not (self.read_only or self.is_finished):
            self._desk.forms.leave(self.record_id)
        return True

    def _save(self, changes: Mapping[str, Value]) -> Saved:
        return self._desk.forms.save(
            self.record_id,
            changes,
            place=self.session.place,
            steps_done=self.session.steps_done,
            steps_total=self.session.steps_total,
        )

    def _on_saved(self, saved: Any) -> None:
        self._given = saved.options
        self.offer_again()
        self._navigator.report_saved(saved.at)

    def _on_failed(self, error: EhdeskError) -> None:
        self._navigator.report_not_saved(error, self.autosave.save_now)
