"""What the record shows for each reason to ask the panel (leaflet: five). It suggests; only a
person ticks (design 2, component "trigger card")."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.pathway import move_title
from ehdesk.domain.plan import Outcome
from ehdesk.domain.words import join_names, plural
from ehdesk.kernel.dates import say_short_date

YOU_DECIDE = "You decide. Not ticked for you"
"""Said of a reason that nothing on record can decide."""
_NEVER_SUGGESTED = frozenset({"accommodated"})
"""Whether a child is at risk of becoming accommodated is for a person alone to say."""

Found = tuple[str, str] | None
"""What was found, and where it stands."""


@dataclass(frozen=True)
class Reason:
    """A reason of the pack. ``found`` is what the record shows, empty for nothing; ``where`` it
    stands; ``suggests`` whether what was found speaks for it."""

    code: str
    name: str
    found: str = ""
    where: str = ""
    suggests: bool = False


def panel_reasons(case: Case, pack: Pack) -> Iterator[Reason]:
    """Every reason that the authority has, with what was found for it."""
    for trigger in pack.masp_triggers:
        if not trigger.usable:
            continue
        rule = _RULES.get(trigger.code)
        found, where = (rule(case, pack) if rule else None) or ("", "")
        decides = trigger.code in _NEVER_SUGGESTED
        yield Reason(
            trigger.code,
            trigger.name,
            found,
            f"{where}. {YOU_DECIDE}" if decides and where else YOU_DECIDE if decides else where,
            bool(found) and not decides,
        )


def _no_improvement(case: Case, _pack: Pack) -> Found:
    if not case.held_reviews:
        return None
    measured = [o for o in case.outcomes if o.start is not None and _scores(o)]
    still = [o for o in measured if (o.now or 0) <= (o.start or 0)]
    if not still:
        return None
    reviews = plural(len(case.held_reviews), "review")
    days = join_names(say_short_date(r.held_on) for r in case.held_reviews if r.held_on)
    says = f"{len(still)} of {plural(len(measured), 'outcome')} no better after {reviews}"
    return says, f"From reviews of {days}" if len(case.held_reviews) > 1 else f"From review {days}"


def _escalation(case: Case, pack: Pack) -> Found:
    """Numbers that went down, and what the duty service was told or asked."""
    found = []
    where = []
    for outcome in case.outcomes:
        told = [s for s in (outcome.start, *_scores(outcome)) if s is not None]
        if len(told) > 1 and told[-1] < max(told):
            found.append(f"“{outcome.title}” went from {max(told)} to {told[-1]}")
            where = ["reviews"]
    asked = [s for s in case.steps if s.move in ("refer_to_das", "step_up", "escalate")]
    found += [f"{move_title(s.move, pack)}, {say_short_date(s.happened_on)}" for s in asked]
    advice = [c for c in case.contacts if c.kind == "advice"]
    found += [f"Advice taken {say_short_date(c.happened_on)}" for c in advice]
    where += ["steps"] if asked else []
    where += ["contacts"] if advice else []
    return ("; ".join(found), f"From {join_names(where)}") if found else None


def _high_cost(case: Case, _pack: Pack) -> Found:
    """Only what the record has as money: resources that the panel agreed to before."""
    found = []
    for record in case.finished("panel"):
        for row in record.answers.get("decision.resources") or ():
            what, cost = str(row.get("what") or ""), str(row.get("cost") or "")
            if what and cost:
                found.append(f"{what}: {cost}")
    return ("; ".join(found), "From what the panel agreed before") if found else None


def _re_referrals(case: Case, _pack: Pack) -> Found:
    if not case.other_cases:
        return None
    years = join_names(str(other.opened_on.year) for other in case.other_cases)
    times = plural(len(case.other_cases), "time")
    return f"Opened {times} before: {years}", "From other cases of this family"


def _accommodated(case: Case, _pack: Pack) -> Found:
    said = []
    for child in case.children:
        if child.looked_after in ("now", "before"):
            said.append(f"{child.first_name} looked after {child.looked_after}")
        if child.private_fostering == "yes":
            said.append(f"{child.first_name} privately fostered")
        if child.lives in ("part", "elsewhere"):
            part = "part of the week" if child.lives == "part" else ""
            said.append(f"{child.first_name} lives elsewhere {part}".strip())
    return (", ".join(said), "From the family’s details") if said else None


_RULES: MappingProxyType[str, Callable[[Case, Pack], Found]] = MappingProxyType(
    {
        "no_improvement": _no_improvement,
        "escalation": _escalation,
        "high_cost": _high_cost,
        "re_referrals": _re_referrals,
        "accommodated": _accommodated,
    }
)
"""By the code of the reason in the pack; for one that is not here nothing is looked for."""


def _scores(outcome: Outcome) -> list[int]:
    return [measure.score for measure in outcome.measures if measure.score is not None]
