"""How each kind of due thing looks: one icon, a verb for a row, the words of a case's button."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from ehdesk.domain.case import Case
from ehdesk.domain.obligations import Obligation


@dataclass(frozen=True)
class Look:
    """``verb`` is on the small button of a row, ``words`` on the button of the next step."""

    icon: str
    verb: str
    words: str


LOOKS: Final = MappingProxyType(
    {
        "action": Look("square-check", "Mark done", "Mark as done"),
        "allocate": Look("list-checks", "Allocate", "Allocate"),
        "ask_consent": Look("handshake", "Open consent", "Open the consent form"),
        "assess": Look("clipboard-pen", "Assess", "Start the assessment"),
        "checks": Look("phone", "Open checks", "Open the checks"),
        "close": Look("archive", "Open closure", "Open the closure form"),
        "consent_withdrawn": Look("ban", "Next step", "Record what happens now"),
        "decide": Look("inbox", "Decide", "Decide the request"),
        "disagreement": Look("split", "Open it", "Open the disagreement"),
        "drift": Look("history", "Open record", "Open the record"),
        "end_short_work": Look("clock", "Open the work", "Open the work"),
        "finish_request": Look("file-text", "Finish request", "Continue the request"),
        "first_taf": Look("users", "Open meeting", "Record the meeting"),
        "follow_up": Look("phone", "Record answer", "Record how they are"),
        "hand_over": Look("arrow-right-left", "Hand over", "Fill in the hand-over"),
        "holidays": Look("sun", "Say who", "Say who"),
        "hub": Look("users-round", "Open the hub", "Open the hub"),
        "hub_proforma": Look("clipboard-list", "Fill in page", "Fill in the page"),
        "hub_question": Look("message-square", "Answer", "Answer the question"),
        "meeting": Look("users", "Open meeting", "Record the meeting"),
        "minutes": Look("send", "Record it", "Record who got them"),
        "oversight": Look("eye", "Open record", "Open the record"),
        "panel": Look("landmark", "Record answer", "Record the answer"),
        "panel_actions": Look("users", "Open meeting", "Plan the meeting"),
        "panel_again": Look("landmark", "Refer to panel", "Refer to the panel"),
        "panel_first": Look("landmark", "Think of panel", "Think of the panel"),
        "pause": Look("pause", "Open the pause", "Open the pause"),
        "refer": Look("send", "Record it", "Record the referral"),
        "refer_to_masp": Look("landmark", "Refer to panel", "Refer to the panel"),
        "returned": Look("undo-2", "Answer", "Answer the comments"),
        "review": Look("calendar-clock", "Open review", "Hold the review"),
        "safeguarding": Look("shield-alert", "Record answer", "Record their answer"),
        "second_case": Look("route", "Next step", "Record what happens now"),
        "sign_off": Look("signature", "Look at it", "See where it is"),
        "social_care": Look("route", "Record it", "Record it"),
        "step_up": Look("shield-alert", "Step up", "Fill in the step-up form"),
        "tell_referrer": Look("mail", "Mark told", "Mark as told"),
    }
)
"""By kind. ``ui.work.doing`` has the way to each."""

_BEGUN: Final = MappingProxyType(
    {
        "assess": ("eha", "Continue the assessment"),
        "review": ("review", "Continue the review"),
        "first_taf": ("taf_meeting", "Continue the meeting"),
        "meeting": ("taf_meeting", "Continue the meeting"),
        "panel_actions": ("taf_meeting", "Continue the meeting"),
        "finish_request": ("step_down", "Continue the form"),
    }
)
"""What the button says instead, once the form of the second column is begun."""


def button_words(step: Obligation, case: Case) -> str:
    """What the button of a case's next step says."""
    form, begun = _BEGUN.get(step.kind, ("", ""))
    return begun if form and case.draft(form) else LOOKS[step.kind].words
