"""What stands beside each step: help, what goes with its questions, or with the last pages."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ehdesk.desk import Desk
from ehdesk.forms.session import FormSession
from ehdesk.services.forms import OpenForm
from ui.fields.background import Background
from ui.wizard.closure_side import ClosureSide
from ui.wizard.frame import Frame
from ui.wizard.step_pages import StepPages

_NEEDS_ROOM = frozenset({"then_and_now", "plan"})
"""Kinds of question whose page has no help column beside it."""
_LOOKS_BACK = ("review.then_and_now", "closure.scores")
"""Questions that show how things were before."""


class Beside(QObject):
    """Chooses, and keeps true what it has chosen."""

    change_asked = Signal(str)
    """A question is to be opened: its key."""

    def __init__(
        self,
        desk: Desk,
        record_id: UUID,
        session: FormSession,
        pages: StepPages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._pages = session, pages
        self._closure: ClosureSide | None = None
        scores = session.form.bound_to("closure.scores")
        self._scores = scores.key if scores else ""
        if scores is not None:
            self._closure = ClosureSide(
                session, scores.key, lambda: desk.closures.before_it_can_close(record_id)
            )
            self._closure.change_asked.connect(self.change_asked)

    def show_in(self, frame: Frame) -> None:
        """Stand it beside the page, or under it where there is no room."""
        section, ending = self._session.section, self._pages.ending
        blocks = section.why if section is not None else ()
        kinds = {field.kind for field in section.fields} if section is not None else set()
        side = ending.side() if ending is not None else self._of_questions()
        view = self._pages.view
        legend = view.legend() if view is not None else None
        needs_room = bool(kinds & _NEEDS_ROOM)
        frame.show_help(blocks, side, needs_room=needs_room, legend=legend)

    def note_change(self) -> None:
        """An answer has changed."""
        if self._closure is not None:
            self._closure.show_answers()

    def refresh(self) -> None:
        """Another step is shown, or answers were saved."""
        if self._closure is not None and self._is_at_scores():
            self._closure.refresh()

    def _of_questions(self) -> QWidget | None:
        if self._closure is not None and self._is_at_scores():
            return self._closure
        view = self._pages.view
        return view.side() if view is not None else None

    def _is_at_scores(self) -> bool:
        section = self._session.section
        return section is not None and any(f.key == self._scores for f in section.fields)


def background(desk: Desk, opened: OpenForm) -> Background:
    """What the case says of the time before; nothing for a form that does not look back."""
    if not any(opened.form.bound_to(name) for name in _LOOKS_BACK):
        return Background()
    case = desk.cases.get(opened.case_id)
    reviews = [review.held_on for review in case.held_reviews]
    return Background(
        since=case.plan_agreed_on,
        meetings=len(case.held_meetings),
        reviews=len(reviews),
        last_looked=reviews[-1] if reviews else case.plan_agreed_on,
        closed_on=case.closed_on,
        called=desk.pack.say("{taf} meeting"),
    )
