"""What a form begins with beyond what is bound: nobody types what the record knows already.

Each function gives answers by key. They are a start, to be changed like any other answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.chronology import chronology, suggested
from ehdesk.domain.decided import last_decided
from ehdesk.domain.pathway import State
from ehdesk.domain.records import Record
from ehdesk.domain.user import User
from ehdesk.forms.checks import iso_date
from ehdesk.kernel.dates import say_short_date
from ehdesk.kernel.ids import new_id

Answers = dict[str, Any]
First = Callable[[Case, Pack, User, date], Answers]


def _meeting(case: Case, pack: Pack, user: User, today: date) -> Answers:
    first = case.state is State.ASSESSING
    family = [person.id for person in case.people]
    helping = [professional.id for professional in case.professionals]
    return {
        "before.type": "initial" if first else "review",
        "before.agenda": _agenda(case),
        "updates.family": _rows("person_id", family),
        "updates.agencies": _rows("professional_id", helping),
        "minutes.children": _rows("child", _children(case)),
        "scaling.numbers": _rows("who", [*family, *helping]),
        "share.copies": _rows("who", [*(adult.id for adult in case.adults), *helping]),
    }


def _agenda(case: Case) -> str:
    """What the last meeting left for next time, and what the panel asked for since."""
    last = _last(case, "taf_meeting")
    left = str(last.answers.get("minutes.next_time") or "").strip() if last else ""
    panel = _last(case, "panel")
    since = panel is not None and (
        last is None or (panel.finished_at or panel.saved_at) > (last.finished_at or last.saved_at)
    )
    asked = panel.answers.get("follow.actions") if panel and since else None
    lines = [left, *(f"From the panel: {row['what']}" for row in asked or () if row.get("what"))]
    return "\n".join(line for line in lines if line)


def _review(case: Case, pack: Pack, user: User, today: date) -> Answers:
    """Attendance last time is what the last review said, else what the family's details say."""
    last = _last(case, "review")
    said = last.answers.get("since.attendance") if last else None
    before = {row.get("child"): row.get("now") for row in said or ()}
    rows = _rows("child", _children(case))
    for row, child in zip(rows, case.children, strict=True):
        row["before"] = before.get(str(child.id), child.attendance)
    return {"since.attendance": rows}


def _masp(case: Case, pack: Pack, user: User, today: date) -> Answers:
    lead = case.lead_practitioner_id
    attached = ["plan"] if case.plan_agreed_on else []
    attached += ["eha"] if case.finished("eha") else []
    attached += ["reviews"] if case.held_reviews else []
    return {
        "why.explained": _decided_because(case, "masp"),
        "history.chronology": suggested(chronology(case, pack, today)),
        "send.attached": [*attached, "chronology"],
        "send.presents": str(lead) if lead else "",
        "ask.for_whom": [str(child) for child in _children(case)],
    }


def _panel(case: Case, pack: Pack, user: User, today: date) -> Answers:
    referral = _last(case, "masp")
    answers = referral.answers if referral else {}
    planned = iso_date(answers.get("send.panel_on"))
    presents = answers.get("send.presents")
    return {
        "held.on": (planned if planned and planned <= today else today).isoformat(),
        "held.presented": [presents] if presents else [],
    }


def _step_up(case: Case, pack: Pack, user: User, today: date) -> Answers:
    referral = _last(case, "masp")
    return {
        "why.children": [str(child) for child in _children(case)],
        "why.concern": _decided_because(case, "step_up"),
        "history.chronology": suggested(chronology(case, pack, today)),
        "history.tried": str(referral.answers.get("tried.tried") or "") if referral else "",
    }


def _step_down(case: Case, pack: Pack, user: User, today: date) -> Answers:
    return {
        "team.person": str(user.id),
        "team.cluster": case.cluster or user.cluster,
    }


def _consent(case: Case, pack: Pack, user: User, today: date) -> Answers:
    stopped = case.consent is not None and case.consent.withdrawn_on is not None
    return {
        "talk.on": today.isoformat(),
        "talk.with": user.name,
        "again.withdrawn": "yes" if stopped else "",
    }


_ASKED_BY_THE_REQUEST = {"hub.done": "support.tried", "hub.support": "help.asked_for"}
"""Questions of the hub's page that the request has asked already, with the key it was asked by."""


def _hub_proforma(case: Case, pack: Pack, user: User, today: date) -> Answers:
    """From the newest request, and who made it: whoever asked can answer in the hub's half hour."""
    request = next((record for record in reversed(case.records) if record.form == "request"), None)
    said = request.answers if request else {}
    asker = next((one for one in case.professionals if one.id == case.asker_id), None)
    known = {key: str(said.get(source) or "") for key, source in _ASKED_BY_THE_REQUEST.items()}
    known |= {"hub.answers": asker.name, "hub.answers_phone": asker.phone} if asker else {}
    return {key: value for key, value in known.items() if value}


def _hub_decision(case: Case, pack: Pack, user: User, today: date) -> Answers:
    """The day of its slot, and who asked: they can answer for the family."""
    slot = next((one for one in reversed(case.hub_slots) if not one.is_heard), None)
    asker = next((one for one in case.professionals if one.id == case.asker_id), None)
    heard = slot.held_on if slot and slot.held_on <= today else today
    return {
        "heard.on": heard.isoformat(),
        "heard.present": asker.name if asker else "",
        "outcome.cluster": case.cluster or user.cluster,
    }


def _short_review(case: Case, pack: Pack, user: User, today: date) -> Answers:
    """The notes of the work so far, for whoever writes what was done."""
    notes = [f"{say_short_date(one.happened_on)}: {one.note}" for one in case.contacts if one.note]
    return {"work.on": today.isoformat(), "work.done": "\n".join(notes)}


def _hand_over(case: Case, pack: Pack, user: User, today: date) -> Answers:
    return {"change.from_on": today.isoformat()}


def _follow_up(case: Case, pack: Pack, user: User, today: date) -> Answers:
    return {"after.on": today.isoformat()}


def _closure(case: Case, pack: Pack, user: User, today: date) -> Answers:
    clocks = {clock.code: clock for clock in pack.clocks}
    born = [child.date_of_birth for child in case.children if child.date_of_birth]
    answers: Answers = {
        "why.decided_on": today.isoformat(),
        "distance.each_child": _rows("child", _children(case)),
        "views.children": _rows("child", _children(case)),
        "signposting.told_each": _rows("who", [p.id for p in case.professionals]),
        "after.asked_before": "yes" if case.other_cases else "",
        "after.keep_from": today.isoformat(),
    }
    if case.step_on("refer_to_masp"):
        answers["why.masp_asked"] = "asked"
    if "follow_up" in clocks:
        answers["after.follow_up_on"] = clocks["follow_up"].after(today).isoformat()
    if "retention" in clocks and len(born) == len(case.children) and born:
        # Domain notes 7.1: brothers and sisters share a file, so the youngest counts.
        answers["after.keep_until"] = clocks["retention"].after(max(born)).isoformat()
    return answers


_FIRST: dict[str, First] = {
    "consent": _consent,
    "hub_proforma": _hub_proforma,
    "hub_decision": _hub_decision,
    "short_review": _short_review,
    "hand_over": _hand_over,
    "follow_up": _follow_up,
    "taf_meeting": _meeting,
    "review": _review,
    "masp": _masp,
    "panel": _panel,
    "step_up": _step_up,
    "step_down": _step_down,
    "closure": _closure,
}


def first_answers(code: str, case: Case, pack: Pack, user: User, today: date) -> Answers:
    """What the form begins with; nothing for a form of which all that is known is bound."""
    make = _FIRST.get(code)
    return make(case, pack, user, today) if make else {}


def _rows(column: str, people: Iterable[UUID]) -> list[Answers]:
    """A line for each of them, with nothing in it yet."""
    return [{"id": str(new_id()), column: str(person)} for person in people]


def _children(case: Case) -> list[UUID]:
    return [child.id for child in case.children]


def _last(case: Case, form: str) -> Record | None:
    finished = case.finished(form)
    return finished[-1] if finished else None


def _decided_because(case: Case, what: str) -> str:
    """What the meeting or review that decided it wrote as its reason."""
    decided = last_decided(case)
    if decided is None or decided.what != what:
        return ""
    step = next(step for step in case.steps if step.number == decided.step)
    record = next(record for record in case.records if record.id == step.record_id)
    reason = record.answers.get("next.reason") or record.answers.get("next.decision_note")
    return str(reason or "")
