"""The decision's form while it is open: the same session and the same autosave as any form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ehdesk.desk import Desk
from ehdesk.domain.inbox import Joinable
from ehdesk.forms.session import FormSession
from ehdesk.forms.spec import Option, Value
from ehdesk.kernel.errors import EhdeskError
from ui.fields.surroundings import Surroundings
from ui.kit.navigation import Navigator
from ui.wizard.autosave import Autosave, Saved

JOINS = "outcome.joins"


class _Said:
    """Where the rows of an editor say that something was removed."""

    def __init__(self, navigator: Navigator) -> None:
        self._navigator = navigator

    def show_message(self, text: str, undo: Callable[[], None] | None = None) -> None:
        self._navigator.say(text, undo)


class DecisionForm(QObject):
    """Opens the record, keeps what is answered, and records the decision."""

    answered = Signal(str)
    """An answer changed: its key."""

    def __init__(
        self, desk: Desk, navigator: Navigator, case_id: UUID, parent: QObject | None = None
    ) -> None:
        """:raises EhdeskError: when the request is not waiting for a decision."""
        super().__init__(parent)
        self._desk = desk
        self._navigator = navigator
        self._case_id = case_id
        self._found: dict[str, Joinable] = {}
        self._loads = desk.triage.caseloads()
        self.record_id = desk.decisions.open(case_id)
        opened = desk.forms.open(self.record_id)
        self.read_only = opened.read_only
        self.needs = opened.facts.get("needs", 0)
        self._options = self._short(opened.options)
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
        self.around.checks_back = desk.triage.checks_back(case_id)
        self.autosave = Autosave(self.session, self._save, self)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.failed.connect(self._on_failed)
        self.is_recorded = False
        """The decision is made: nothing on this screen changes it any more."""

    def keep(self) -> bool:
        """Keep now what is not kept yet; False when it could not be."""
        return self.is_recorded or self.autosave.save_now()

    def give(self, key: str, value: Value) -> None:
        """Keep an answer, soon."""
        if self.session.set(key, value):
            self.autosave.note_change()
            self.answered.emit(key)

    def joinable(self, typed: str) -> tuple[Joinable, ...]:
        """Assessments that run and could be joined; it reads the store, so ask in a task."""
        return self._desk.triage.joinable(self._case_id, typed)

    def join(self, one: Joinable) -> None:
        """Choose an assessment that was found."""
        self._found[str(one.case_id)] = one
        self._use(self._options)
        self.give(JOINS, str(one.case_id))

    def press(self) -> tuple[Any, ...]:
        """*Record decision* was pressed: what is to be fixed first, in page order."""
        self.session.go("check")
        return self.session.next()

    def record(self) -> str:
        """Keep everything and record the decision; the move that it made.

        :raises EhdeskError: naming what is still missing, or why it could not be kept.
        """
        if not self.autosave.save_now():
            raise EhdeskError("Not saved yet", "What you wrote is on this screen.", "Try again.")
        move = self._desk.decisions.record(self.record_id)
        self.is_recorded = True
        self.autosave.stop()
        return move

    def close(self) -> bool:
        """Keep what is left and let the record go; False when it could not be kept."""
        if not self.keep():
            return False
        self.autosave.stop()
        if not (self.read_only or self.is_recorded):
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

    def _short(self, options: Mapping[str, tuple[Option, ...]]) -> dict[str, tuple[Option, ...]]:
        """Four roles stand side by side, so they go by their short names here; colleagues are told
        with how many families they have."""
        short = {role.code: role.short for role in self._desk.pack.roles}
        roles = (
            Option(option.value, short.get(option.value, option.label), option.label)
            for option in options.get("roles", ())
        )
        team = (
            Option(option.value, f"{option.label}, {self._loads.get(option.value, 'no families')}")
            for option in options.get("team", ())
        )
        return {**options, "roles": tuple(roles), "team": tuple(team)}

    def _use(self, options: Mapping[str, tuple[Option, ...]]) -> None:
        """Offer these, and the assessments that were found by search."""
        running = options.get("open_assessments", ())
        known = {option.value for option in running}
        found = (
            Option(key, f"{one.family}, {one.reference}", f"with {one.lead}" if one.lead else "")
            for key, one in self._found.items()
            if key not in known
        )
        self._options = {**options, "open_assessments": (*running, *found)}
        self.session.use_options(self._options)

    def _on_saved(self, saved: Any) -> None:
        options = self._short(saved.options)
        if options != self._options:
            self._use(options)
        self._navigator.report_saved(saved.at)

    def _on_failed(self, error: EhdeskError) -> None:
        self._navigator.report_not_saved(error, self.autosave.save_now)
