"""The forms that can be begun for a case, as commands: one way into each, from wherever one is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.domain.case_forms import OfferedForm
from ui.kit.navigation import Command, Navigator, Place

_ICONS = {
    "request": "file-text",
    "contact": "phone",
    "consent": "signature",
    "hub_proforma": "clipboard-list",
    "decision": "scale",
    "eha": "clipboard-pen",
    "taf_meeting": "users-round",
    "review": "calendar-check",
    "masp": "landmark",
    "panel": "landmark",
    "step_up": "arrow-up",
    "step_down": "arrow-down",
    "closure": "archive",
}


def open_form(code: str, case: Case, desk: Desk, navigator: Navigator) -> None:
    """Go on with the draft of a form, or begin it.

    :raises EhdeskError: when it cannot be begun where the case stands.
    """
    draft = case.draft(code)
    match code:
        case "decision":
            navigator.go(Place("decide", case_id=case.id))
        case "request":
            if draft is not None:
                navigator.open_record(draft.id)
        case "contact":
            navigator.open_record(desk.contacts.start(case.id))
        case "eha":
            navigator.open_record(desk.assessments.open(case.id))
        case "taf_meeting":
            navigator.open_record(desk.meetings.start(case.id))
        case "review":
            navigator.open_record(desk.reviews.start(case.id))
        case "closure":
            navigator.open_record(desk.closures.start(case.id))
        case _:
            navigator.open_record(desk.case_forms.start(case.id, code))


def begin_commands(
    case: Case, desk: Desk, navigator: Navigator, *, but: Iterable[str] = ()
) -> tuple[Command, ...]:
    """A command for each form that can be begun now or gone on with, drafts first.

    :param but: codes of forms that have a command of their own beside these.
    """
    left_out = set(but)
    return tuple(
        Command(
            form.words,
            _opens(form, case, desk, navigator),
            icon=icon_of(form),
            detail=so_far(form) if form.draft else form.line,
        )
        for form in desk.case_forms.offered(case)
        if form.code not in left_out
    )


def so_far(form: OfferedForm) -> str:
    """How far the draft is; empty when there is none."""
    if form.draft is None:
        return ""
    return f"{form.draft.steps_done} of {form.draft.steps_total} steps done"


def icon_of(form: OfferedForm) -> str:
    return _ICONS.get(form.code, "file-text")


def _opens(form: OfferedForm, case: Case, desk: Desk, navigator: Navigator) -> Callable[[], object]:
    return partial(open_form, form.code, case, desk, navigator)
