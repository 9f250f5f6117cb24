"""What happens after an answer to a request: three steps, each with its day, as a family reads it.

Where an authority has no clock for a step the words say the order, and promise no day.
"""

from __future__ import annotations

from datetime import date

from ehdesk.authority.pack import Pack
from ehdesk.documents.decision_letter import LetterStep
from ehdesk.domain.case import Case
from ehdesk.domain.due_before_help import hub_heard_on
from ehdesk.domain.interim_support import support_meanwhile
from ehdesk.domain.request_answer import RequestAnswer
from ehdesk.domain.words import join_names
from ehdesk.forms.checks import iso_date
from ehdesk.kernel.dates import say_full_date

NO_BREAK = "\xa0"


def steps_after(
    answer: RequestAnswer, case: Case, pack: Pack, cluster: str
) -> tuple[LetterStep, ...]:
    """The steps, in the order of their days."""
    match answer.move:
        case "accept":
            return _checks(answer, pack)
        case "accept_for_hub":
            return _to_the_hub(answer, case, pack, cluster)
        case "accept_under_6_weeks" | "accept_twelve_weeks" | "accept_eha" | "hub_allocates":
            return _help_begins(answer, case, pack)
        case "joins_existing" | "hub_joins":
            return _others_join(answer, case, pack)
        case "return_request":
            return _more_is_needed(answer, case, pack)
        case "hub_defers":
            return _comes_back(answer, case, pack, cluster)
        case _:
            return _what_to_do(answer, case, pack)


def by_day(day: date | None, written: date, otherwise: str) -> str:
    """``By Tuesday 24 November``, with the year where it is another than the letter's."""
    if day is None:
        return otherwise
    words = say_full_date(day)
    return f"By {words.rsplit(' ', 1)[0] if day.year == written.year else words}"


def clock_after(pack: Pack, code: str, day: date) -> date | None:
    """The day on which a clock that starts on ``day`` is up; None where the pack has none."""
    clock = next((one for one in pack.clocks if one.code == code), None)
    return clock.after(day) if clock else None


def ringing(pack: Pack) -> str:
    """Whom to ring with any question: ``Ring 0116 454 1004``."""
    return f"Ring {unbroken_number(pack.contact('one_number').phone)}"


def unbroken_number(number: str) -> str:
    return number.replace(" ", NO_BREAK)


def _first_name(name: str) -> str:
    return (name.split() or [""])[0]


def _help_begins(answer: RequestAnswer, case: Case, pack: Pack) -> tuple[LetterStep, ...]:
    who, on = case.lead, answer.on
    first = _first_name(who)
    called = f"{who} rings you to say hello." if who else "Somebody rings you to say hello."
    visited = f"{first} visits" if first else "They visit"
    end, last = _last_of(answer, case, pack)
    return (
        LetterStep(by_day(clock_after(pack, "first_call", on), on, "First"), called),
        LetterStep(
            by_day(clock_after(pack, "first_visit", on), on, "After that"),
            f"{visited} you, at a time that suits you.",
        ),
        LetterStep(by_day(end, on, "Then"), last),
    )


def _last_of(answer: RequestAnswer, case: Case, pack: Pack) -> tuple[date | None, str]:
    """The third step: the first meeting, or looking back on short help."""
    if answer.move in ("accept_under_6_weeks", "accept_twelve_weeks"):
        clock = pack.route(answer.move.removeprefix("accept_")).clock
        return clock_after(pack, clock, answer.on), "We look together at what has changed."
    began = case.step_on("accept_eha", "accept_for_hub") or answer.on
    day = clock_after(pack, "first_taf", began)
    late = day is not None and day <= answer.on
    return (None if late else day), "We meet around one table and make a plan with you."


def _checks(answer: RequestAnswer, pack: Pack) -> tuple[LetterStep, ...]:
    on = answer.on
    return (
        LetterStep("From today", "We ask those who know you already, as you agreed."),
        LetterStep(
            by_day(clock_after(pack, "first_visit", on), on, "After that"),
            "We tell you who will work with you.",
        ),
        LetterStep("Then", "They ring you to say hello, and you agree when to meet."),
    )


def _meanwhile(case: Case, pack: Pack, cluster: str) -> str:
    who, phone = support_meanwhile(case, pack, cluster)
    if not who:
        return f"You can ask for advice while you wait. {ringing(pack)}."
    number = unbroken_number(phone or pack.contact("one_number").phone)
    return f"The {who}, can help you while you wait. Ring {number}."


def _to_the_hub(
    answer: RequestAnswer, case: Case, pack: Pack, cluster: str
) -> tuple[LetterStep, ...]:
    on = answer.on
    day = hub_heard_on(case) or (pack.hub.meets_every.after(on) if pack.hub else None)
    heard = pack.say("The {hub} meets and chooses who will lead your help.")
    return (
        LetterStep("From today", _meanwhile(case, pack, cluster)),
        LetterStep(by_day(day, on, "After that"), heard),
        LetterStep(
            by_day(clock_after(pack, "reply", day) if day else None, on, "Then"),
            "We write to you and say who it is. They ring you to say hello.",
        ),
    )


def _others_join(answer: RequestAnswer, case: Case, pack: Pack) -> tuple[LetterStep, ...]:
    on = answer.on
    where = who_leads_there(answer, case)
    leads = f"{where} still leads." if where else "Whoever leads your plan still leads."
    return (
        LetterStep("From today", f"{leads} Nothing starts again, and nothing is asked twice."),
        LetterStep(
            by_day(clock_after(pack, "first_call", on), on, "After that"),
            "You hear who will join, and you can say what you think of it.",
        ),
        LetterStep("At your next meeting", "Everyone meets around one table, with one plan."),
    )


def who_leads_there(answer: RequestAnswer, case: Case) -> str:
    """Who leads the assessment that the professionals of a request join; empty where that is not
    known."""
    return answer.words("joins_where") or (case.joins.lead if case.joins else "")


def _more_is_needed(answer: RequestAnswer, case: Case, pack: Pack) -> tuple[LetterStep, ...]:
    on = answer.on
    asker = next((one for one in case.professionals if one.id == case.asker_id), None)
    who = asker.first_name if asker else "Whoever asked with you"
    about = "whether you agree" if answer.decided == "no_consent" else "what is missing"
    return (
        LetterStep(
            by_day(clock_after(pack, "first_call", on), on, "First"),
            f"{who} talks with you about {about}.",
        ),
        LetterStep(
            by_day(clock_after(pack, "first_visit", on), on, "After that"),
            "The request is sent again. Everything you told us is still there.",
        ),
        LetterStep(
            f"Within {pack.clock('reply').words} after that", "We answer, and write to you."
        ),
    )


def _comes_back(
    answer: RequestAnswer, case: Case, pack: Pack, cluster: str
) -> tuple[LetterStep, ...]:
    on, day = answer.on, iso_date(answer.words("back_on"))
    interim = answer.words("interim")
    helps = f"This is who can help you while you wait: {interim}." if interim else ""
    again = pack.say("The {hub} talks about your request again.")
    return (
        LetterStep("From today", helps or _meanwhile(case, pack, cluster)),
        LetterStep(by_day(day, on, "After that"), again),
        LetterStep(
            by_day(clock_after(pack, "reply", day) if day else None, on, "Then"),
            "We write to you and say what was decided.",
        ),
    )


def _what_to_do(answer: RequestAnswer, case: Case, pack: Pack) -> tuple[LetterStep, ...]:
    """A no, and advice: what the family can do itself, and that it may ask again."""
    on = answer.on
    services = join_names(one.service for one in case.signposts)
    asker = next((one for one in case.professionals if one.id == case.asker_id), None)
    helps = f"{asker.first_name} can help you to do this." if asker else "We can help you do this."
    first = f"Get in touch with {services}." if services else "Read what we found for you, below."
    return (
        LetterStep(by_day(clock_after(pack, "first_call", on), on, "First"), f"{first} {helps}"),
        LetterStep(
            by_day(clock_after(pack, "first_visit", on), on, "After that"),
            f"If you have not heard back from them, tell us. {ringing(pack)}.",
        ),
        LetterStep("Whenever things change", f"Ask again. {ringing(pack)}."),
    )
