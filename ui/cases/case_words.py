"""What the case page says about a case as a whole: its pills, its line of support, its facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.consent_checks import next_consent_check
from ehdesk.domain.households import holding
from ehdesk.domain.obligations import SAFETY, Obligation
from ehdesk.domain.oversight import MANAGERS_OWN
from ehdesk.domain.pathway import State, state_words
from ehdesk.domain.words import due_chip, in_days, names_and_ages, plural, waiting
from ehdesk.forms.load import latest
from ehdesk.kernel.dates import add_months, say_date, say_day_month, say_short_date


@dataclass(frozen=True)
class PillWords:
    """What a pill shows."""

    text: str
    tone: str
    icon: str = ""


_STATES: dict[State, tuple[str, str]] = {
    State.DRAFT: ("none", "square-pen"),
    State.SENT: ("wait", "hourglass"),
    State.RETURNED: ("soon", "undo-2"),
    State.ACCEPTED: ("wait", "list-checks"),
    State.HUB: ("wait", "users-round"),
    State.DAS: ("overdue", "shield-alert"),
    State.SIGNPOSTED: ("none", "archive"),
    State.ADVISED: ("none", "archive"),
    State.JOINED: ("none", "archive"),
    State.UNDER_SIX_WEEKS: ("done", "route"),
    State.TWELVE_WEEKS: ("done", "route"),
    State.ASSESSING: ("done", "route"),
    State.PLAN: ("done", "route"),
    State.MASP: ("wait", "landmark"),
    State.CLOSED: ("none", "archive"),
    State.WITHDRAWN: ("none", "archive"),
}


def type_pill(case: Case, pack: Pack) -> PillWords:
    """Where the case is; for one that is over, since when: "Closed 17 Nov 2026"."""
    tone, icon = _STATES[case.state]
    words = state_words(case.state, pack)
    if case.state is State.MASP:
        words = pack.first_use("masp")
    if case.closed_on is not None:
        words = f"{words} {say_short_date(case.closed_on)}"
    return PillWords(words, tone, icon)


def next_pill(next_step: Obligation, today: date) -> PillWords:
    """The next step and how it stands in time: "Hold the 3-month review, 7 days overdue"."""
    subject = next_step.title
    if next_step.kind == "action":
        subject = sentence(next_step.detail.partition(",")[0])
    when = due_pill(next_step, today)
    if when is None:
        return PillWords(subject, "track", "circle-dot")
    if next_step.due and next_step.due > today:
        return PillWords(f"{subject}, by {say_date(next_step.due, today)}", "track", "circle-dot")
    return PillWords(f"{subject}, {when.text[0].lower()}{when.text[1:]}", when.tone, when.icon)


def warning_pills(case: Case, pack: Pack, today: date) -> tuple[PillWords, ...]:
    """What is to be known on every tab, before anything is said to anybody."""
    found = (
        restriction_pill(case, today),
        consent_pill(case, pack, today),
        pause_pill(case, today),
    )
    return tuple(pill for pill in found if pill is not None)


def consent_pill(case: Case, pack: Pack, today: date) -> PillWords | None:
    """Says on every tab that consent was withdrawn, or that it is past the day to ask again."""
    consent = case.consent
    if consent is not None and consent.withdrawn_on:
        words = f"Consent withdrawn {say_day_month(consent.withdrawn_on, today)}"
        return PillWords(words, "overdue", "ban")
    due = next_consent_check(case, pack) if case.is_open else None
    if due is not None and due < today:
        return PillWords("Ask about consent again", "overdue", "handshake")
    return None


def pause_pill(case: Case, today: date) -> PillWords | None:
    """Says on every tab that less happens for now than was agreed."""
    if case.pause is None:
        return None
    return PillWords(f"Paused until {say_day_month(case.pause.until, today)}", "soon", "pause")


def restriction_pill(case: Case, today: date) -> PillWords | None:
    """Says on every tab that somebody must not be told something (design 2, "Contact
    restriction")."""
    if not holding(case, today):
        return None
    return PillWords("Contact restriction", "overdue", "shield-alert")


def due_pill(step: Obligation, today: date) -> PillWords | None:
    """The due chip of an obligation, or how long it has waited; None when nothing is known."""
    if step.kind in SAFETY:
        words = waiting(step.waiting_since, today) if step.waiting_since else "Now"
        return PillWords(words, "overdue", "shield-alert")
    if step.due is not None:
        chip = due_chip(step.due, today)
        return PillWords(chip.line, chip.tone)
    if step.waiting_since is not None:
        return PillWords(waiting(step.waiting_since, today), "wait")
    return None


def support_words(case: Case, pack: Pack, today: date) -> tuple[str, ...]:
    """Reference, children, address and cluster, as far as they are known."""
    children = names_and_ages([(child.first_name, child.age(today)) for child in case.children])
    address = ", ".join(part for part in (case.family.address, case.family.postcode) if part)
    if case.family.is_confidential:
        address = "Address confidential"
    cluster = pack.label("clusters", case.cluster) if case.cluster else ""
    return tuple(part for part in (case.reference, children, address, cluster) if part)


def then_words(due: tuple[Obligation, ...], case: Case, today: date) -> tuple[tuple[str, str], ...]:
    """What comes after the next step, as (icon, words): at most three things."""
    found: list[tuple[str, str]] = []
    later = due[1:]
    for kind, icon in (("review", "calendar-check"), ("meeting", "users-round")):
        step = next((one for one in later if one.kind == kind), None)
        if step is not None and step.due is not None:
            by = "due by" if kind == "review" else "on"
            late = step.due < today
            when = in_days(step.due, today) if late else f"{by} {say_date(step.due, today)}"
            words = f"{sentence(step.detail.rstrip('.'))}, {when}"
            found.append((icon, words))
    open_actions = [action for action in case.actions if action.is_open]
    if open_actions:
        overdue = sum(bool(a.by_when and a.by_when < today) for a in open_actions)
        words = f"{plural(len(open_actions), 'action')} open"
        found.append(("square-check", f"{words}, {overdue} overdue" if overdue else words))
    if not found and later:
        found = [("circle-dot", sentence(step.title)) for step in later[:2]]
    return tuple(found)


def key_facts(case: Case, pack: Pack, today: date) -> tuple[tuple[str, str], ...]:
    """The card "Key facts", as (what, answer)."""
    holidays = (("Holidays", case.holds_holidays),) if case.holds_holidays else ()
    return (
        ("Consent", consent_words(case, today)),
        ("Open for", open_for(case, today)),
        ("EHC plan", _ehc_plan(case, pack)),
        *holidays,
        ("Oversight", _oversight(case, today)),
        ("Interpreter", _interpreter(case)),
        ("Last contact", _last_contact(case, pack, today)),
    )


def consent_words(case: Case, today: date) -> str:
    """How and when consent was given, in a few words."""
    consent = case.consent
    if consent is not None and consent.withdrawn_on:
        return f"Withdrawn {say_day_month(consent.withdrawn_on, today)}"
    if consent is None or not consent.how:
        return "Not recorded"
    on = f" {say_day_month(consent.given_on, today)}" if consent.given_on else ""
    words = {"written": f"Signed{on}", "verbal": f"Said yes{on}, not signed"}
    return words.get(consent.how, "Not given yet")


def open_for(case: Case, today: date) -> str:
    """Whole months and days from the first day to today, or to the last day."""
    end = case.closed_on or today
    months = 0
    while add_months(case.opened_on, months + 1) <= end:
        months += 1
    days = (end - add_months(case.opened_on, months)).days
    parts = [plural(months, "month")] if months else []
    parts += [plural(days, "day")] if days or not months else []
    return ", ".join(parts)


def option_words(pack: Pack, form: str, key: str, value: str) -> str:
    """What a form calls one of the options of a question; the value itself when it is gone."""
    options = latest(pack.forms, form).field(key).options
    return next((option.label for option in options if option.value == value), value)


def sentence(words: str) -> str:
    """With a capital first letter: details are kept as parts of sentences."""
    return words[:1].upper() + words[1:]


def _oversight(case: Case, today: date) -> str:
    """The manager who looked last: what they signed or noted, else what a form says of it."""
    looked = [one for one in case.oversight if one.said in MANAGERS_OWN]
    if looked:
        return f"Seen by {looked[-1].by}, {say_day_month(looked[-1].on, today)}"
    for record in reversed(case.records):
        manager = record.answers.get("oversight.manager") or record.answers.get("needs.manager")
        on = record.answers.get("oversight.on") or record.answers.get("needs.manager_on")
        if manager:
            when = f", {say_day_month(date.fromisoformat(on), today)}" if on else ""
            return f"{manager}{when}"
    return "Not recorded yet"


def _interpreter(case: Case) -> str:
    if case.family.interpreter == "yes":
        return case.family.interpreter_note or "Needed"
    return "Not needed" if case.family.interpreter == "no" else "Not asked"


def _ehc_plan(case: Case, pack: Pack) -> str:
    if case.ehc_plan == "no":
        return "None"
    words = option_words(pack, "request", "asking.ehc_plan", case.ehc_plan) or "Not asked"
    how = option_words(pack, "request", "asking.ehc_process", case.ehc_mode)
    return f"{words}, {how.lower()}" if how else words


def _last_contact(case: Case, pack: Pack, today: date) -> str:
    if not case.contacts:
        return "None recorded"
    last = max(case.contacts, key=lambda contact: (contact.happened_on, contact.happened_at))
    kind = option_words(pack, "contact", "contact.kind", last.kind).lower()
    kind = "restricted note" if last.restricted else kind
    return ", ".join(part for part in (say_date(last.happened_on, today), kind) if part)
