"""What the letter to the family and the reply to the referrer say about a decision."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ehdesk.authority.pack import Pack
from ehdesk.documents.decision_letter import DecisionLetter, LetterPart, LetterStep
from ehdesk.domain.case import Case, Family
from ehdesk.domain.households import holding, restricted_ids
from ehdesk.domain.interim_support import support_meanwhile
from ehdesk.domain.needs import distinct_needs
from ehdesk.domain.pathway import move_title
from ehdesk.domain.people import Home, Person, Professional
from ehdesk.domain.request_answer import RequestAnswer, last_answer
from ehdesk.domain.words import join_names, plural
from ehdesk.forms.checks import iso_date
from ehdesk.kernel.dates import say_long_date
from ehdesk.services.letter_steps import (
    by_day,
    clock_after,
    steps_after,
    unbroken_number,
    who_leads_there,
)
from ehdesk.services.paper_source import Source

NOBODY_ASKED = "Nobody has decided this request yet."
_YES = "We said yes to your request"
_NO = "We did not say yes, and here is what to do"


def has_answer(case: Case) -> bool:
    """Whether there is an answer that the family can be told."""
    return last_answer(case) is not None


def has_referrer(case: Case) -> bool:
    """Whether a professional asked, and there is an answer to reply with."""
    return has_answer(case) and _asker(case) is not None


def decision_letter(source: Source) -> DecisionLetter:
    """The family's letter: the answer, what happens now, why, and that it is their choice."""
    case, pack = source.case, source.pack
    answer = _answer(case)
    reader = _reader(case, source.today)
    signed, role, phone = _who_signs(source)
    return DecisionLetter(
        title="Letter about your request",
        sender=pack.say("{early_help.name} in {area}", area=pack.area),
        place=_cluster(case, pack),
        on=source.today,
        reference=case.reference,
        to=_address(case, reader),
        dear=reader.first_name if reader else f"{case.family.name} family",
        heading=_heading(answer),
        opening=_opening(answer, case, reader),
        steps_title="What happens now" if answer.is_yes else "What to do now",
        steps=steps_after(answer, case, pack, source.user.cluster),
        parts=tuple(_family_parts(answer, case, pack)),
        signed_by=signed,
        signed_role=role,
        phone=phone,
        footing="Need this in another language, in larger print or read out loud? "
        f"Ring {unbroken_number(phone or pack.contact('one_number').phone)} and say so.",
        version=_version(case),
    )


def decision_reply(source: Source) -> DecisionLetter:
    """The referrer's reply: the answer, what is needed of them, why, and how to question it."""
    case, pack = source.case, source.pack
    answer = _answer(case)
    asker = _asker(case)
    signed, role, phone = _who_signs(source)
    return DecisionLetter(
        title="Reply to a request",
        sender=pack.say("{early_help.name} in {area}", area=pack.area),
        place=_cluster(case, pack),
        on=source.today,
        reference=case.reference,
        to=_lines_of(asker),
        dear=asker.first_name if asker else "colleague",
        heading=move_title(answer.move, pack),
        opening=_about_whom(answer, case),
        steps_title="What happens now",
        steps=_reply_steps(answer, case, pack, source.user.cluster),
        parts=tuple(_reply_parts(answer, case, pack)),
        signed_by=signed,
        signed_role=role,
        phone=phone,
        for_family=False,
        marking="Confidential",
        version=_version(case),
    )


def _answer(case: Case) -> RequestAnswer:
    answer = last_answer(case)
    if answer is None:
        raise AssertionError("a letter is made of an answer")
    return answer


def _asker(case: Case) -> Professional | None:
    return next((one for one in case.professionals if one.id == case.asker_id), None)


def _reader(case: Case, today: date) -> Person | None:
    """Whom the letter is to: whoever of the family asked, else the grown-up at home who gave
    consent, else the first one there. Never somebody whom a restriction is against."""
    against = restricted_ids(holding(case, today))
    may_read = [p for p in case.people if p.first_name and p.id not in against]
    asked = next((p for p in may_read if p.id == case.asker_person_id), None)
    if asked is not None:
        return asked
    here = [p for p in may_read if not p.is_child and p.lives != "elsewhere"]
    given = {str(key) for key in case.consent.given_by} if case.consent else set()
    agreed = [person for person in here if str(person.id) in given]
    return next(iter(agreed or here), None)


def _address(case: Case, reader: Person | None) -> tuple[str, ...]:
    """Where the reader lives, which need not be the family's home: whoever lives elsewhere may not
    know that one. Nothing of an address that is kept confidential: such a letter is handed over."""
    name = reader.full_name if reader else case.family.title
    home: Family | Home | None = case.family
    if reader is not None and reader.lives == "elsewhere":
        home = next((one for one in case.homes if one.id == reader.other_home), None)
        if home is None or not home.address:
            return (name, "By hand")
    if home is None or home.is_confidential:
        return (name, "By hand")
    lines = [line.strip() for line in re.split(r"[\n,]", home.address)]
    return tuple(line for line in (name, *lines, home.postcode) if line)


def _lines_of(professional: Professional | None) -> tuple[str, ...]:
    if professional is None:
        return ()
    place = (line.strip() for line in re.split(r"[\n,]", professional.address))
    lines = (professional.name, professional.role, professional.agency, *place)
    return tuple(line for line in lines if line)


def _cluster(case: Case, pack: Pack) -> str:
    return pack.label("clusters", case.cluster) if case.cluster else ""


def _version(case: Case) -> int:
    """How many answers there were."""
    return max(1, sum(step.move in ("return_request", "hub_defers") for step in case.steps) + 1)


def _heading(answer: RequestAnswer) -> str:
    if answer.move in ("joins_existing", "hub_joins"):
        return "We said yes: more people join your plan"
    if answer.is_yes:
        return _YES
    if answer.decided == "no_consent":
        return "We need your own yes before we can go on"
    return {
        "return_request": "We need to know more before we can answer",
        "hub_defers": "We have not chosen yet who will help",
        "advised": "Here is the advice that you asked for",
    }.get(answer.move, _NO)


def _opening(answer: RequestAnswer, case: Case, reader: Person | None) -> str:
    others = [p.first_name for p in case.people if p is not reader and p.lives != "elsewhere"]
    whom = join_names(["you", *(name for name in others if name)])
    asker = _asker(case)
    if asker is not None:
        at = f" at {asker.agency}" if asker.agency else ""
        asked = f"{asker.first_name}{at} asked us to help {whom}."
    elif case.asker_person_id and (reader is None or reader.id != case.asker_person_id):
        asked = f"We were asked to help {whom}."
    else:
        asked = f"You asked us to help {whom}."
    thanks = "" if answer.decided == "no_consent" else "Thank you for saying yes to that."
    decided = f"We decided on {say_long_date(answer.on)}."
    return " ".join(part for part in (asked, thanks, decided) if part)


def _family_parts(answer: RequestAnswer, case: Case, pack: Pack) -> Iterable[LetterPart]:
    if answer.is_yes:
        yield LetterPart("Why we said yes.", _why_yes(case, pack))
        if case.children and answer.move not in ("joins_existing", "hub_joins"):
            names = join_names(child.first_name for child in case.children)
            each = "each " if len(case.children) > 1 else ""
            alone = f"{each}on their own if they like"
            yield LetterPart("", f"We want to hear from {names} too, {alone}.")
    elif answer.words("missing"):
        yield LetterPart("What is missing.", answer.words("missing"))
    else:
        yield LetterPart("Why.", answer.words("reason") or answer.reason)
    if answer.words("advice"):
        yield LetterPart("Our advice.", answer.words("advice"))
    services = _services(case)
    if services and not answer.is_yes:
        yield LetterPart("Who can help.", "", services)
    yield LetterPart("It is still your choice.", _choice(answer, pack))


def _choice(answer: RequestAnswer, pack: Pack) -> str:
    number = pack.contact("one_number")
    wrong = f"If you think we got this wrong, ring {number.name}, {unbroken_number(number.phone)}."
    if answer.is_yes or answer.move in ("return_request", "hub_defers"):
        return f"You can say no, or stop later, and nobody will think worse of you. {wrong}"
    return f"You decide whether you use any of this. {wrong}"


def _why_yes(case: Case, pack: Pack) -> str:
    codes = distinct_needs([need.code for need in case.needs], pack)
    names = join_names(_lower(pack.label("needs", code)) for code in codes)
    if not names:
        return "You told us what would help, and we think that it is right for you."
    told = f"You told us about {plural(len(codes), 'thing')}: {names}."
    if case.route == pack.thresholds.assessment_route:
        least = pack.thresholds.assessment_from
        if len(codes) < least:
            return f"{told} We look at them together so that you have one plan and one person."
        together = f"When there are {least} or more, we look at them together"
        return f"{told} {together} so that you have one plan and one person."
    return f"{told} We think that help from one service is the right way to begin."


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _services(case: Case) -> tuple[str, ...]:
    return tuple(
        f"{one.service}. {one.detail}".rstrip(". ") + "." for one in case.signposts if one.service
    )


def _about_whom(answer: RequestAnswer, case: Case) -> str:
    children = join_names(child.first_name for child in case.children)
    about = f"{children}, {case.family.title}" if children else case.family.title
    sent = case.step_on("send")
    came = f", which was sent on {say_long_date(sent)}" if sent else ""
    by = f" by {answer.by}" if answer.by else ""
    return f"Your request about {about}{came}, was decided on {say_long_date(answer.on)}{by}."


def _reply_steps(
    answer: RequestAnswer, case: Case, pack: Pack, cluster: str
) -> tuple[LetterStep, ...]:
    """What it asks of the referrer first, where it asks anything."""
    on = answer.on
    if answer.move == "return_request":
        call = by_day(clock_after(pack, "first_call", on), on, "First")
        visit = by_day(clock_after(pack, "first_visit", on), on, "After that")
        return (
            LetterStep(call, "You talk with the family about what is missing."),
            LetterStep(visit, "You send the request again. Every answer is still in it."),
            LetterStep(f"Within {pack.clock('reply').words} after that", "You have our answer."),
        )
    if answer.move == "accept_for_hub":
        who, phone = support_meanwhile(case, pack, cluster)
        day = pack.hub.meets_every.after(on) if pack.hub else None
        until = f"{who} supports the family. {phone}".strip() if who else ""
        return (
            LetterStep("From today", until or "You go on with what you do for the family."),
            LetterStep(
                by_day(day, on, "After that"),
                pack.say("The {hub} hears the request. Its page should be ready by then."),
            ),
            LetterStep("Then", "You are told who leads, and are asked to the first meeting."),
        )
    if answer.move in ("not_met", "advised"):
        return (
            LetterStep("From today", "You go on with what you do for the family."),
            LetterStep(
                by_day(clock_after(pack, "first_call", on), on, "After that"),
                "You tell the family about the services named below, and help them to ask.",
            ),
            LetterStep("Whenever things change", "You can ask again, with what is new."),
        )
    call = by_day(clock_after(pack, "first_call", on), on, "First")
    go_on = LetterStep("Beside that", "You go on with what you do for the family.")
    match answer.move:
        case "accept":
            first = LetterStep("From today", "The checks are made. You may be asked what you see.")
            return (first, go_on, LetterStep("Then", "You are told who works with the family."))
        case "hub_defers":
            day = iso_date(answer.words("back_on"))
            again = pack.say("The {hub} hears it again. It keeps its place in the queue.")
            interim = answer.words("interim")
            helps = f"Until then the family has the support of: {interim}." if interim else ""
            first = LetterStep("From today", helps or "You go on with what you do for the family.")
            told = LetterStep("Then", "You have the answer, and the family has a letter.")
            return (first, LetterStep(by_day(day, on, "After that"), again), told)
        case "joins_existing" | "hub_joins":
            first = LetterStep("From today", "You are among those who work on that assessment.")
            led = LetterStep(call, "Whoever leads it gets in touch with you and the family.")
            return (first, led, LetterStep("Then", "You are asked to its next meeting."))
    begins = f"{case.lead} rings the family." if case.lead else "Somebody rings the family."
    then = "You are asked what you see, and to any meeting of the team."
    return (LetterStep(call, begins), go_on, LetterStep("Then", then))


def _reply_parts(answer: RequestAnswer, case: Case, pack: Pack) -> Iterable[LetterPart]:
    if answer.words("missing"):
        yield LetterPart("What is missing.", answer.words("missing"))
    reason = answer.words("reason") or answer.reason
    if reason:
        yield LetterPart("Why.", reason)
    if answer.words("against_guidance"):
        yield LetterPart("Different from the guidance.", answer.words("against_guidance"))
    if answer.is_yes and case.worker:
        where = ", ".join(x for x in (pack.label("roles", case.role), _cluster(case, pack)) if x)
        yield LetterPart("Who has it.", f"{case.worker}{f' ({where})' if where else ''}.")
    joined = who_leads_there(answer, case)
    if joined:
        yield LetterPart("Which assessment they join.", f"It is led by {joined}.")
    if answer.words("advice"):
        yield LetterPart("Advice.", answer.words("advice"))
    told = tuple(f"{one.question} {one.answer}" for one in case.hub_questions if not one.is_open)
    if told and answer.by_hub:
        yield LetterPart(pack.say("What the {hub} asked, and was told."), "", told)
    services = _services(case)
    if services and not answer.is_yes:
        yield LetterPart("Services named to the family.", "", services)
    number = pack.contact("one_number")
    yield LetterPart(
        "If you see it differently.",
        f"Ring {number.name}, {unbroken_number(number.phone)}, and say why. "
        "If a child may be at risk of harm, ring at once and do not wait.",
    )


def _who_signs(source: Source) -> tuple[str, str, str]:
    """Name, what they are to the family, and their number: whoever leads, else who decided."""
    case, pack, user = source.case, source.pack, source.user
    number = pack.contact("one_number").phone
    lead = case.lead_practitioner
    if lead is not None:
        return lead.name, pack.say("Your {lead_practitioner.name}"), lead.phone or number
    if case.worker and case.worker != user.name:
        return case.worker, "Who works with you", number
    named = next((one.name for one in pack.roles if user.role in (one.short, one.code)), "")
    return user.name, named or user.role, user.phone or number
