"""Where a referral to the panel stands: sent, heard, decided (design 2, note 24)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.records import Record
from ehdesk.forms.checks import iso_date
from ehdesk.kernel.dates import say_short_date


@dataclass(frozen=True)
class PanelStep:
    """A step of the strip: its name, what is known of it, and whether it is done."""

    name: Literal["Sent", "Heard", "Decided"]
    words: str
    done: bool


def answer_to(case: Case, record_id: UUID) -> Record | None:
    """The panel's answer to a referral: the first that was recorded after it was sent."""
    referral = next((record for record in case.records if record.id == record_id), None)
    if referral is None or referral.finished_at is None:
        return None
    sent = referral.finished_at
    answers = [r for r in case.finished("panel") if r.finished_at and r.finished_at >= sent]
    decided = [r for r in answers if "deferred" not in (r.answers.get("decision.codes") or ())]
    return next(iter(decided), answers[-1] if answers else None)


def panel_steps(case: Case, record_id: UUID, pack: Pack) -> tuple[PanelStep, ...]:
    """The three steps of a referral, whatever of them is known."""
    referral = next((record for record in case.records if record.id == record_id), None)
    said = referral.answers if referral else {}
    is_sent = referral is not None and referral.finished_at is not None
    sent_on, panel_on = iso_date(said.get("send.sent_on")), iso_date(said.get("send.panel_on"))
    answer = answer_to(case, record_id)
    held_on = iso_date(answer.answers.get("held.on")) if answer else None
    codes = answer.answers.get("decision.codes") or () if answer else ()
    decided = "; ".join(pack.label("masp_outcomes", code) for code in codes)
    waits = f"Panel on {say_short_date(panel_on)}" if panel_on else "No date yet"
    return (
        PanelStep("Sent", _day(sent_on) if is_sent else "Not sent yet", is_sent),
        PanelStep("Heard", _day(held_on) if answer else waits, answer is not None),
        PanelStep("Decided", decided or "Not yet", bool(decided)),
    )


def days_to_send(papers_by: date | None, today: date) -> tuple[str, str]:
    """``8 days to send`` and its tone; empty words without a day."""
    if papers_by is None:
        return "", "none"
    days = (papers_by - today).days
    if days < 0:
        late = -days
        return f"Papers {late} {'day' if late == 1 else 'days'} late", "overdue"
    if days == 0:
        return "Papers in today", "soon"
    return f"{days} {'day' if days == 1 else 'days'} to send", "soon" if days <= 3 else "track"


def _day(day: date | None) -> str:
    return say_short_date(day) if day else "No date written"
