"""The wizard as a page of the window: what happens when a form is finished or left."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from ehdesk.desk import Desk
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Changed
from ehdesk.services.duplicates import MOVES_PEOPLE
from ui.kit.navigation import Navigator, Page, Place
from ui.requests.open_wizard import open_wizard
from ui.wizard.newer_version import FormVersions


class WizardPlace(Page):
    """One record in the wizard. Finishing it makes the move of its form and shows the case."""

    made_anew = True

    fills_window = True

    def __init__(self, desk: Desk, navigator: Navigator, *, record_id: UUID) -> None:
        """
        :raises EhdeskError: when the record cannot be opened.
        """
        super().__init__()
        self._navigator = navigator
        self._leaving = False
        self._gone = False
        self.wizard = open_wizard(desk, record_id, back=navigator.here or "Cases", parent=self)
        self._finish = _finishers(desk)[self.wizard.opened.form.code]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.wizard)
        self.wizard.closed.connect(self._on_closed)
        self.wizard.finished.connect(self._on_finished)
        self.versions = FormVersions(self.wizard)
        self.versions.newer_asked.connect(
            lambda record: navigator.go(Place("new_version", record_id=record))
        )
        self.wizard.known_people.family_asked.connect(navigator.open_case)
        self.wizard.known_people.joining_asked.connect(
            lambda stays, goes: navigator.go(Place("joining", stays=stays, goes=goes))
        )
        self.wizard.autosave.saved.connect(lambda saved: navigator.report_saved(saved.at))
        self.wizard.autosave.failed.connect(self._on_save_failed)

    def title(self) -> str:
        return self.wizard.opened.form.title

    def case_id(self) -> UUID:
        return self.wizard.case_id

    def focus_start(self) -> None:
        self.wizard.body.focus_title()

    def refresh(self, changed: Changed | None = None) -> None:
        # A joining was undone while the form is open: its people are others than it shows, and
        # must never be saved over the family's.
        if changed is not None and changed.operation in MOVES_PEOPLE:
            self.wizard.autosave.stop()
            self._gone = True
            self._navigator.read_again()

    def keep(self) -> None:
        if not self._gone:
            self.wizard.autosave.save_now()

    def has_unsaved(self) -> bool:
        return not self._gone and self.wizard.autosave.has_unsaved

    def may_leave(self) -> bool:
        if self._gone:
            return True
        self._leaving = True
        try:
            return self.wizard.leave()
        finally:
            self._leaving = False

    def left(self) -> None:
        self.may_leave()
        self.wizard.autosave.stop()

    def _on_closed(self) -> None:
        self._gone = True
        if not self._leaving:
            self._navigator.back()

    def _on_save_failed(self, error: EhdeskError) -> None:
        self._navigator.report_not_saved(error, self.wizard.autosave.save_now)

    def _on_finished(self, record_id: UUID) -> None:
        finish, words = self._finish
        try:
            finish(record_id)
        except EhdeskError as error:
            self.wizard.say_problem(error)
            return
        self.wizard.autosave.stop()
        self._gone = True
        case_id = self.wizard.case_id
        self._navigator.back()
        self._navigator.open_case(case_id)
        self._navigator.say(words)


def _finishers(desk: Desk) -> dict[str, tuple[Callable[[UUID], object], str]]:
    """What finishing each form does, and what is said of it."""
    return {
        # The send page has recorded it already.
        "request": (_nothing, "The request is recorded as sent"),
        "decision": (desk.decisions.record, "The decision is recorded"),
        # An assessment becomes final at the first Team Around the Family meeting.
        "eha": (desk.forms.leave, "The assessment is ready for the first meeting"),
        "taf_meeting": (desk.meetings.finish, "The meeting is recorded"),
        "review": (desk.reviews.finish, "The review is recorded"),
        "closure": (desk.closures.close, "The case is closed"),
        "consent": (desk.case_forms.finish, "What was agreed is recorded"),
        "hub_decision": (desk.case_forms.finish, "What was decided is recorded"),
        "short_review": (desk.case_forms.finish, "The review of the work is recorded"),
        "hand_over": (desk.case_forms.finish, "The hand-over is recorded"),
        "follow_up": (desk.case_forms.finish, "How the family is, is recorded"),
        "hub_proforma": (desk.case_forms.finish, "The page for the Hub is ready"),
        "masp": (desk.case_forms.finish, "The referral to the panel is recorded"),
        "panel": (desk.case_forms.finish, "The panel’s answer is recorded"),
        "step_up": (
            desk.case_forms.finish,
            desk.pack.say("Recorded: the plan waits for the answer of {das}"),
        ),
        "step_down": (desk.case_forms.finish, "The assessment can begin"),
        "contact": (desk.contacts.finish, "The contact is recorded"),
    }


def _nothing(_record_id: UUID) -> None:
    return
