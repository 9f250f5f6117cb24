"""What the button of a row does: the form, the page or the tick that the thing is waiting for."""

from __future__ import annotations

from collections.abc import Callable

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.lists import Draft, DueItem
from ui.kit.navigation import Navigator, Place


class Jobs:
    """The jobs of Today, at one desk."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        self._desk = desk
        self._navigator = navigator
        self._by_kind: dict[str, Callable[[DueItem], None]] = {
            "review": lambda item: navigator.open_record(desk.reviews.start(item.case_id)),
            "meeting": lambda item: navigator.open_record(desk.meetings.start(item.case_id)),
            "first_taf": lambda item: navigator.open_record(desk.meetings.start(item.case_id)),
            "assess": lambda item: navigator.open_record(desk.assessments.open(item.case_id)),
            "close": lambda item: navigator.open_record(desk.closures.start(item.case_id)),
            "decide": lambda item: navigator.go(Place("decide", case_id=item.case_id)),
            "allocate": lambda item: navigator.go(Place("decide", case_id=item.case_id)),
            "hub": lambda item: navigator.go(Place("hub", case_id=item.case_id)),
            "hub_proforma": lambda item: self._begin(item, "hub_proforma"),
            "follow_up": lambda item: self._begin(item, "follow_up"),
            "pause": self._choose_step,
            "second_case": self._choose_step,
            "end_short_work": self._choose_step,
            "safeguarding": self._choose_step,
            "consent_withdrawn": self._choose_step,
            "ask_consent": lambda item: self._begin(item, "consent"),
            "social_care": lambda item: self._choose_step(item, "social_care_told"),
            "refer_to_masp": lambda item: self._begin(item, "masp"),
            "panel": lambda item: self._begin(item, "panel"),
            "step_up": lambda item: self._begin(item, "step_up"),
            "finish_request": self._finish_request,
            "sign_off": self._sign,
            "returned": self._answer_comments,
            "oversight": lambda item: navigator.open_case(item.case_id, "record"),
            "checks": lambda item: navigator.go(Place("decide", case_id=item.case_id)),
            "minutes": lambda item: navigator.go(
                Place("sharing", case_id=item.case_id, about=item.title.removeprefix("Share the "))
            ),
            "holidays": lambda item: navigator.go(Place("holidays", case_id=item.case_id)),
            "drift": lambda item: navigator.open_case(item.case_id, "record"),
            "panel_first": lambda item: self._begin(item, "masp"),
            "disagreement": lambda item: navigator.go(
                Place("disagreement", case_id=item.case_id, key=item.subject_id)
            ),
        }

    def has(self, kind: str) -> bool:
        """Whether there is a job for it; without one a row opens the case."""
        return kind in self._by_kind

    def do(self, item: DueItem, undone: Callable[[], None]) -> None:
        """Do what the row's button says. ``undone`` is called after a tick was taken back.

        :raises EhdeskError: when the store or a rule says no, in words.
        """
        if item.kind == "action" and item.subject_id is not None:
            self._mark_done(item, undone)
        elif item.kind == "tell_referrer":
            self._mark_told(item, undone)
        else:
            self._by_kind.get(item.kind, self._open_case)(item)

    def open_draft(self, draft: Draft) -> None:
        """Go on with a form; the decision has a page of its own."""
        if draft.form == "decision":
            self._navigator.go(Place("decide", case_id=draft.case_id))
        elif draft.form == "hub_decision" and self._desk.may(Deed.RUN_HUB):
            self._navigator.go(Place("hub", case_id=draft.case_id))
        else:
            self._navigator.open_record(draft.record_id)

    def _mark_done(self, item: DueItem, undone: Callable[[], None]) -> None:
        assert item.subject_id is not None  # noqa: S101 - the caller looked
        take_back = self._desk.plans.mark_done(item.case_id, item.subject_id)

        def undo() -> None:
            take_back()
            undone()

        self._navigator.say(f"Marked done: {item.title}", undo)

    def _mark_told(self, item: DueItem, undone: Callable[[], None]) -> None:
        take_back = self._desk.cases.tell_referrer(item.case_id)

        def undo() -> None:
            take_back()
            undone()

        self._navigator.say("Recorded that whoever asked was told today", undo)

    def _sign(self, item: DueItem) -> None:
        if self._desk.may(Deed.SIGN_OFF):
            self._navigator.go(Place("sign", record_id=item.subject_id))
        else:
            self._answer_comments(item)

    def _answer_comments(self, item: DueItem) -> None:
        self._navigator.go(Place("comments", record_id=item.subject_id))

    def _choose_step(self, item: DueItem, move: str = "") -> None:
        self._navigator.go(Place("step", case_id=item.case_id, move=move))

    def _begin(self, item: DueItem, form: str) -> None:
        self._navigator.open_record(self._desk.case_forms.start(item.case_id, form))

    def _finish_request(self, item: DueItem) -> None:
        case = self._desk.cases.get(item.case_id)
        draft = case.draft("request") or case.draft("step_down")
        if draft is None:
            self._open_case(item)
        else:
            self._navigator.open_record(draft.id)

    def _open_case(self, item: DueItem) -> None:
        self._navigator.open_case(item.case_id)
