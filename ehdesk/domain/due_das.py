"""What is due while the duty service has a case: its answer, and what the road asks for then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.due import SAFETY, Obligation, date_in
from ehdesk.kernel.dates import say_short_date

_AFTER_THE_ANSWER: Final = frozenset(
    {"first_taf", "end_short_work", "refer_to_masp", "panel", "panel_again"}
)
"""What can be done only from where the case was, whatever was said to happen meanwhile."""


def answer_of_das(case: Case, pack: Pack) -> Obligation:
    """Until the duty service has answered: it never waits out of sight for a day that is set."""
    detail = "Referred for safeguarding"
    told = [step.move for step in case.steps if step.move in ("refer_to_das", "step_up")]
    if told[-1:] == ["step_up"]:
        ask_again = date_in(case, "step_up", "send.chase_on")
        by = f", ask again on {say_short_date(ask_again)}" if ask_again else ""
        detail = f"Stepped up, early help waits for the answer{by}"
    elif case.das_referral and case.das_referral.meanwhile:
        goes_on = case.das_referral.meanwhile == "goes_on"
        detail += ", the case goes on meanwhile" if goes_on else ", the case waits meanwhile"
    return Obligation(
        "safeguarding",
        pack.say("Record what {das} decided"),
        detail,
        "A safeguarding concern is followed until somebody has answered",
        waiting_since=case.step_on("refer_to_das", "step_up"),
    )


def meanwhile(found: Iterable[Obligation], case: Case, pack: Pack) -> Iterator[Obligation]:
    """What the road asks for goes on being due: clocks do not move. It says so where the case waits
    for the answer. Stepping up is done, the duty service has it."""
    call = case.das_referral
    waits = call is None or call.meanwhile != "goes_on"
    words = pack.say("waits until {das} has answered")
    for one in found:
        if one.kind in SAFETY:
            continue
        if waits or one.kind in _AFTER_THE_ANSWER:
            yield replace(one, detail=", ".join(part for part in (one.detail, words) if part))
        else:
            yield one
