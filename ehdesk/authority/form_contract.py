"""What the program asks of every pack's forms: it reads these answers by their keys.

A pack words, orders and adds questions as it likes. These ones a service or a rule looks for, so a
form without them would be filled in and then not be understood.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ehdesk.forms.faults import FormFault
from ehdesk.forms.spec import Form


@dataclass(frozen=True)
class Asked:
    """A question that must be there: its key or what it is bound to, its kind, and the answers
    among its options that the program goes by."""

    name: str
    kinds: tuple[str, ...]
    options: tuple[str, ...] = ()
    bound: bool = False


_TEXT = ("short_text", "long_text")
_CHOICE = ("choice",)


def _key(name: str, kinds: tuple[str, ...], *options: str) -> Asked:
    return Asked(name, kinds, options)


def _bind(name: str, *options: str) -> Asked:
    return Asked(name, (), options, bound=True)


CONTRACT: Mapping[str, tuple[Asked, ...]] = {
    "request": (
        _key("before_you_start.harm", ("yes_no",)),
        _key("consent.at_risk_reason", _TEXT),
        _bind("consent.how", "written", "verbal", "not_yet"),
        _bind("consent.given_by"),
        _bind("consent.given_on"),
        _bind("family.name"),
        _bind("people"),
        _bind("needs"),
    ),
    "decision": (
        _key("harm.now", ("yes_no",)),
        _key("harm.das_on", ("date",)),
        _key("harm.das_at", ("time",)),
        _key("harm.das_taken_by", _TEXT),
        _key("harm.das_said", _TEXT),
        _bind("decision.checks"),
        _key("harm.meanwhile", _CHOICE, "goes_on", "waits"),
        _key(
            "outcome.threshold",
            _CHOICE,
            "met",
            "not_met",
            "advised",
            "joins",
            "returned",
            "no_consent",
        ),
        _key("outcome.checks_first", ("yes_no",)),
        _bind("closure.signposts"),
        _key("outcome.advice", _TEXT),
        _key("outcome.joins", _CHOICE),
        _key("outcome.joins_where", _TEXT),
        _key("outcome.missing", _TEXT),
        _key("outcome.route", _CHOICE),
        _key("outcome.cluster", _CHOICE),
        _key("outcome.role", _CHOICE),
        _key("outcome.person", _CHOICE),
        _key("outcome.reason", _TEXT),
        _key("outcome.against_guidance", _TEXT),
    ),
    "eha": (
        _key("family.still_right", _CHOICE, "no"),
        _bind("consent.how", "written"),
        _bind("areas"),
        _bind("needs"),
    ),
    "taf_meeting": (
        _bind("meeting.held_on"),
        _bind("meeting.attendance"),
        _bind("case.lead_practitioner"),
        _bind("plan"),
        _bind("meeting.next_on"),
    ),
    "review": (
        _bind("review.held_on"),
        _bind("review.then_and_now"),
        _bind("review.next_due"),
        _key("next.decision", _CHOICE, "continue", "close"),
        _key("next.later_reason", _TEXT),
    ),
    "closure": (
        _key("why.reason", _CHOICE),
        _key("why.decided_on", ("date",)),
        _key("why.decided_at", _CHOICE),
        _bind("closure.need_outcomes"),
        _bind("closure.scores"),
        _bind("closure.signposts"),
        _key("distance.different", _TEXT),
        _key("views.parents", _TEXT),
        _key("views.children", ("rows",)),
        _key("why.receiving_told", ("yes_no",)),
        _key("agree.manager", _TEXT),
        _key("agree.line", _TEXT),
    ),
    "masp": (
        _key("why.triggers", ("choices",)),
        _key("ask.wanted", ("choices",)),
        _key("send.sent_on", ("date",)),
    ),
    "panel": (
        _key("decision.codes", ("choices",)),
        _key("held.on", ("date",)),
    ),
    "step_up": (
        _key("why.concern", _TEXT),
        _key("family.agreement", _CHOICE, "agrees"),
        _key("send.sent_on", ("date",)),
        _key("send.who_took_it", _TEXT),
        _key("send.case_meanwhile", _CHOICE, "goes_on", "waits"),
    ),
    "step_down": (
        _key("plan.type", _CHOICE),
        _key("team.person", _CHOICE),
        _key("team.cluster", _CHOICE),
    ),
    "hub_decision": (
        _key("heard.on", ("date",)),
        _key("outcome.what", _CHOICE, "allocate", "join", "defer", "return"),
        _key("outcome.agency", _CHOICE),
        _key("outcome.lead", _CHOICE),
        _key("outcome.cluster", _CHOICE),
        _key("outcome.role", _CHOICE),
        _key("outcome.person", _CHOICE),
        _key("outcome.joins", _CHOICE),
        _key("outcome.joins_where", _TEXT),
        _key("outcome.back_on", ("date",)),
        _key("outcome.missing", _TEXT),
        _key("outcome.reason", _TEXT),
    ),
    "short_review": (
        _key("work.on", ("date",)),
        _key("work.done", _TEXT),
        _key("next.action", _CHOICE, "close", "signpost", "escalate", "go_on"),
        _key("next.until", ("date",)),
        _key("next.reason", _TEXT),
        _bind("closure.signposts"),
    ),
    "hand_over": (
        _key("change.what", _CHOICE, "lead", "worker"),
        _key("change.lead", _CHOICE),
        _key("change.worker", _CHOICE),
        _key("change.from_on", ("date",)),
        _key("change.why", _TEXT),
        _key("change.asked", ("yes_no",)),
        _key("change.notes", _TEXT),
    ),
    "follow_up": (
        _key("after.on", ("date",)),
        _key("after.reached", _CHOICE, "yes"),
        _key("after.how", _TEXT),
    ),
    "contact": (
        _key("contact.kind", _CHOICE),
        _key("contact.on", ("date",)),
        _key("contact.time", ("time",)),
        _key("contact.who", _TEXT),
        _key("contact.reached", ("yes_no",)),
        _key("contact.said", _TEXT),
    ),
}
"""By the code of the form. Every version of it has them: open records are read in theirs."""

MAY_LACK = frozenset({"masp", "panel", "step_up", "step_down", "hub_decision", "follow_up"})
"""Forms that a pack may do without: what they are for is then not offered."""


def contract_faults(forms: Iterable[Form], files: Mapping[tuple[str, int], str]) -> list[FormFault]:
    """What the program needs of the forms and does not find.

    :param files: the file of each form, by its code and version.
    """
    return list(_faults(tuple(forms), files))


def _faults(forms: tuple[Form, ...], files: Mapping[tuple[str, int], str]) -> Iterator[FormFault]:
    have = {form.code for form in forms}
    for code in CONTRACT:
        if code not in have | MAY_LACK:
            message = f"the form “{code}” is missing; the app needs it"
            yield FormFault(f"{code}.yaml", 1, "", "", message)
    for form in forms:
        for asked in CONTRACT.get(form.code, ()):
            for section, field, message in _missing(form, asked):
                yield FormFault(files[form.code, form.version], 1, section, field, message)


def _missing(form: Form, asked: Asked) -> Iterator[tuple[str, str, str]]:
    if asked.bound:
        found = form.bound_to(asked.name)
        if found is None:
            yield "", "", f"no question is bound to “{asked.name}”; the app needs one"
            return
    else:
        found = next((field for field in form.fields() if field.key == asked.name), None)
        section = asked.name.partition(".")[0]
        if found is None:
            yield section, asked.name, "this question is missing; the app needs it"
            return
    section = form.section_of(found.key).key
    if asked.kinds and found.kind not in asked.kinds:
        wanted = " or ".join(asked.kinds)
        yield section, found.key, f"the app needs this asked as {wanted}, not as {found.kind}"
    if found.options_from:
        return
    have = {option.value for option in found.options}
    for option in asked.options:
        if option not in have:
            yield section, found.key, f"the answer “{option}” is missing; the app needs it"
