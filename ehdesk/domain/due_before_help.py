"""What is due while somebody has asked and nobody helps yet: writing, deciding, allocating."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.due import BEGINS_REPLY, Obligation, date_in, so_far
from ehdesk.domain.needs import count_needs
from ehdesk.domain.pathway import State
from ehdesk.domain.words import plural


def before_help(case: Case, pack: Pack) -> Iterator[Obligation]:
    """The next step of a request."""
    match case.state:
        case State.DRAFT:
            yield _finish_draft(case)
        case State.RETURNED:
            yield Obligation(
                "finish_request",
                "Complete the request and send it again",
                so_far(case.draft("request")) or "sent back for more",
                "What was missing is in the decision; the answers are all here",
                waiting_since=case.step_on("return_request", "back_to_returned"),
            )
        case State.SENT:
            asked = plural(count_needs((need.code for need in case.needs), pack), "need")
            sent = case.step_on(*BEGINS_REPLY)
            yield Obligation(
                "decide",
                "Decide the request",
                ", ".join((checks_so_far(case) or "Checks not started", asked)),
                pack.say("A request is answered within {reply.length}, with its reason"),
                due=pack.clock("reply").after(sent) if sent else None,
                waiting_since=sent,
            )
        case State.ACCEPTED:
            yield Obligation(
                "allocate",
                "Complete the checks and allocate",
                checks_so_far(case) or "Checks not started",
                "An accepted request is checked and then allocated",
                waiting_since=case.step_on("accept", "back_to_accepted"),
            )
        case State.HUB:
            yield from _at_the_hub(case, pack)
        case _:
            return


def checks_so_far(case: Case) -> str:
    """``1 of 2 checks back``; nothing before anybody was asked."""
    back = sum(check.back for check in case.checks)
    return f"{back} of {len(case.checks)} checks back" if case.checks else ""


def unanswered_checks(case: Case, pack: Pack) -> Iterator[Obligation]:
    """What was asked while a request waits, and nobody has answered. It holds nothing up."""
    clock = pack.clock_if_any("checks")
    asked = [check.asked_on for check in case.checks if check.asked_on and not check.back]
    if clock is not None and asked and case.state in (State.SENT, State.ACCEPTED):
        yield Obligation(
            "checks",
            f"Ask again: {plural(len(asked), 'check')} not answered",
            checks_so_far(case),
            pack.say("Checks come back within {checks.length}, or somebody asks again"),
            due=clock.after(min(asked)),
        )


def hub_ready_since(case: Case) -> date | None:
    """The day on which the request was first ready for the hub. Being deferred does not change it;
    a request that was sent back begins to wait anew."""
    ready = None
    for step in case.steps:
        if step.move == "return_request":
            ready = None
        elif step.move == "accept_for_hub":
            ready = ready or step.happened_on
    return ready


def hub_heard_on(case: Case) -> date | None:
    """The day on which the hub hears the request next: its slot, or the day it was put off to."""
    waiting = [slot.held_on for slot in case.hub_slots if not slot.is_heard]
    if waiting:
        return waiting[-1]
    put_off = case.step_on("hub_defers")
    return date_in(case, "hub_decision", "outcome.back_on") if put_off else None


def proforma_ready(case: Case) -> bool:
    """Whether the page that the hub reads first is finished."""
    return bool(case.finished("hub_proforma"))


def _at_the_hub(case: Case, pack: Pack) -> Iterator[Obligation]:
    since, day = hub_ready_since(case), hub_heard_on(case)
    if not proforma_ready(case):
        yield Obligation(
            "hub_proforma",
            pack.say("Fill in the {hub} proforma"),
            so_far(case.draft("hub_proforma")) or "the hub reads it before it hears the request",
            "A request is heard once its page is there",
            due=day,
            waiting_since=since,
        )
    has_slot = any(not slot.is_heard for slot in case.hub_slots)
    questions = sum(question.is_open for question in case.hub_questions)
    detail = "a time is set" if has_slot else "no time set yet"
    if questions:
        detail = f"{detail}, {plural(questions, 'question')} to answer"
    yield Obligation(
        "hub",
        pack.say("Record what the {hub} decided" if has_slot else "Give it a time at the {hub}"),
        detail,
        pack.say("The {hub.name} allocates what was accepted for an assessment"),
        due=day,
        waiting_since=since,
    )
    for asked in case.hub_questions:
        if asked.is_open:
            yield Obligation(
                "hub_question",
                pack.say("Answer the {hub}: {asked}", asked=asked.question),
                "for whoever asked for help",
                pack.say("The {hub} decides with what it is told"),
                due=day,
                waiting_since=asked.asked_on,
                subject_id=asked.id,
            )


def _finish_draft(case: Case) -> Obligation:
    stepping_down = case.draft("step_down")
    if stepping_down is not None:
        return Obligation(
            "finish_request",
            "Finish the step-down form",
            so_far(stepping_down),
            "Social care stays open until the assessment runs",
            waiting_since=case.opened_on,
        )
    return Obligation(
        "finish_request",
        "Finish the request",
        so_far(case.draft("request")),
        "A request helps nobody until it is sent",
        waiting_since=case.opened_on,
    )
