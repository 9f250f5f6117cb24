"""Where the button of something due leads: the page, the form or the tick that it waits for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final, Protocol
from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.case_forms import CASE_FORMS
from ehdesk.domain.due_sharing import REFERRAL
from ehdesk.domain.lists import Draft
from ehdesk.domain.pathway import State
from ui.kit.navigation import Navigator, Place
from ui.work.forms_to_begin import open_form

Undo = Callable[[], None]


class Due(Protocol):
    """Something due, as Today's list or a case's page has it."""

    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def subject_id(self) -> UUID | None: ...


def do(
    due: Due, case_id: UUID, desk: Desk, navigator: Navigator, undone: Undo = lambda: None
) -> Undo | None:
    """Do what the button says; gives what takes it back, where that can be.

    :param undone: called after it was taken back.
    :raises EhdeskError: when the store or a rule says no, in words.
    """
    if due.kind in _PAGES:
        navigator.go(Place(_PAGES[due.kind], case_id=case_id))
    elif due.kind in _TICKS:
        return _tick(due, case_id, desk, navigator, undone)
    else:
        _WAYS[due.kind](due, desk.cases.get(case_id), desk, navigator)
    return None


def open_draft(desk: Desk, navigator: Navigator, draft: Draft) -> None:
    """Go on with a form that was begun, on the page where it is filled in."""
    if draft.form == "decision" and desk.may(Deed.DECIDE):
        navigator.go(Place("decide", case_id=draft.case_id))
    elif draft.form == "request" and desk.cases.get(draft.case_id).state is State.RETURNED:
        navigator.go(Place("returned", case_id=draft.case_id))
    elif draft.form == "hub_decision" and desk.may(Deed.RUN_HUB):
        navigator.go(Place("hub", case_id=draft.case_id))
    else:
        navigator.open_record(draft.record_id)


def has_a_way(kind: str) -> bool:
    return kind in _PAGES or kind in _TICKS or kind in _WAYS


_PAGES: Final = MappingProxyType(
    {
        "decide": "decide",
        "allocate": "decide",
        "checks": "decide",
        "hub": "hub",
        "pause": "pause",
        "end_short_work": "short_work",
        "holidays": "holidays",
        "safeguarding": "das_answer",
        "second_case": "step",
        "consent_withdrawn": "step",
    }
)
"""A page of the case."""

_TICKS: Final = frozenset({"action", "tell_referrer"})
"""What is done by pressing the button, and can be taken back."""


def _tick(due: Due, case_id: UUID, desk: Desk, navigator: Navigator, undone: Undo) -> Undo:
    if due.kind == "action":
        assert due.subject_id is not None  # noqa: S101 - an action is named by its key
        take_back = desk.plans.mark_done(case_id, due.subject_id)
        said = f"Marked done: {due.title}"
    else:
        take_back = desk.cases.tell_referrer(case_id)
        said = "Recorded that whoever asked was told today"

    def undo() -> None:
        take_back()
        undone()

    navigator.say(said, undo)
    return undo


def _form(code: str, _due: Due, case: Case, desk: Desk, navigator: Navigator) -> None:
    open_form(code, case, desk, navigator)


def _finish_request(_due: Due, case: Case, _desk: Desk, navigator: Navigator) -> None:
    draft = case.draft("request") or case.draft("step_down")
    if case.state is State.RETURNED:
        navigator.go(Place("returned", case_id=case.id))
    elif draft is None:
        navigator.open_case(case.id)
    else:
        navigator.open_record(draft.id)


def _social_care(_due: Due, case: Case, _desk: Desk, navigator: Navigator) -> None:
    navigator.go(Place("step", case_id=case.id, move="social_care_told"))


def _panel_first(_due: Due, case: Case, desk: Desk, navigator: Navigator) -> None:
    """The closure form asks whether the panel was thought of. Where none is begun and there is a
    plan, the panel itself is asked."""
    closes = case.draft("closure") is not None or CASE_FORMS["masp"].why_not(case)
    open_form("closure" if closes else "masp", case, desk, navigator)


def _refer(_due: Due, case: Case, _desk: Desk, navigator: Navigator) -> None:
    navigator.go(Place("sharing", case_id=case.id, about=REFERRAL))


def _minutes(due: Due, case: Case, _desk: Desk, navigator: Navigator) -> None:
    navigator.go(Place("sharing", case_id=case.id, about=due.title.removeprefix("Share the ")))


def _sign_off(due: Due, _case: Case, desk: Desk, navigator: Navigator) -> None:
    kind = "sign" if desk.may(Deed.SIGN_OFF) else "comments"
    navigator.go(Place(kind, record_id=due.subject_id))


def _comments(due: Due, _case: Case, _desk: Desk, navigator: Navigator) -> None:
    navigator.go(Place("comments", record_id=due.subject_id))


def _oversight(_due: Due, case: Case, _desk: Desk, navigator: Navigator) -> None:
    navigator.go(Place("case", case_id=case.id, tab="record", part="oversight"))


def _hub_question(_due: Due, case: Case, _desk: Desk, navigator: Navigator) -> None:
    navigator.go(Place("case", case_id=case.id, tab="overview", part="hub_question"))


def _disagreement(due: Due, case: Case, _desk: Desk, navigator: Navigator) -> None:
    navigator.go(Place("disagreement", case_id=case.id, key=due.subject_id))


_WAYS: Final[Mapping[str, Callable[[Due, Case, Desk, Navigator], None]]] = MappingProxyType(
    {
        "ask_consent": partial(_form, "consent"),
        "assess": partial(_form, "eha"),
        "first_taf": partial(_form, "taf_meeting"),
        "meeting": partial(_form, "taf_meeting"),
        "review": partial(_form, "review"),
        "close": partial(_form, "closure"),
        "follow_up": partial(_form, "follow_up"),
        "hand_over": partial(_form, "hand_over"),
        "hub_proforma": partial(_form, "hub_proforma"),
        "panel": partial(_form, "panel"),
        "panel_actions": partial(_form, "taf_meeting"),
        "panel_again": partial(_form, "masp"),
        "panel_first": _panel_first,
        "refer": _refer,
        "refer_to_masp": partial(_form, "masp"),
        "step_up": partial(_form, "step_up"),
        "finish_request": _finish_request,
        "social_care": _social_care,
        "minutes": _minutes,
        "sign_off": _sign_off,
        "returned": _comments,
        "oversight": _oversight,
        "drift": _oversight,
        "hub_question": _hub_question,
        "disagreement": _disagreement,
    }
)
"""What needs to know where the case stands."""
