"""The lists that choices take their options from when a form is opened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from ehdesk.authority.items import CatalogueNeed, Need
from ehdesk.authority.pack import Pack
from ehdesk.domain.access import Deed, roles_for
from ehdesk.domain.case import Case
from ehdesk.domain.chronology import chronology
from ehdesk.domain.pathway import ASSESSED
from ehdesk.domain.people import Person
from ehdesk.forms.run_time_options import helpers, helping
from ehdesk.forms.spec import Option
from ehdesk.store.access import Connection
from ehdesk.store.queries.joinable import running
from ehdesk.store.queries.team import holders, team

_OF_PACK = (
    "agencies",
    "clusters",
    "roles",
    "closure_reasons",
    "areas",
    "masp_triggers",
    "masp_outcomes",
)


def form_options(
    case: Case, pack: Pack, team: tuple[tuple[UUID, str], ...], today: date
) -> dict[str, tuple[Option, ...]]:
    """Options by the name that ``options_from`` gives, for this case and authority."""
    options = {name: list_.options for name, list_ in pack.lists.items()}
    options |= {
        name: tuple(Option(code, label) for code, label in pack.options(name)) for name in _OF_PACK
    }
    options["routes"] = tuple(
        Option(route.code, route.name, route.line) for route in pack.routes if route.usable
    )
    # A list of needs may hold codes of both; each source offers its own and has words for all.
    options["needs"] = _needs(pack.needs) + _needs(pack.catalogue, offered=False)
    options["catalogue"] = _needs(pack.catalogue) + _needs(pack.needs, offered=False)
    options["family_needs"] = tuple(
        Option(code, pack.label("needs", code))
        for code in dict.fromkeys(need.code for need in case.needs)
        if code
    )
    options["homes"] = tuple(Option(str(home.id), home.title) for home in case.homes)
    options["people"] = tuple(_person(person) for person in case.people)
    options["adults"] = tuple(_person(person) for person in case.adults)
    options["children"] = tuple(_person(person) for person in case.children)
    options["unborn"] = tuple(_person(person) for person in case.children if person.unborn)
    options["professionals"] = tuple(
        Option(str(p.id), p.name or "Not named yet", ", ".join(x for x in (p.role, p.agency) if x))
        for p in case.professionals
    )
    options["helping"] = helping((p.agency, p.name) for p in case.professionals)
    options["helpers"] = helpers((p.name, p.agency) for p in case.professionals)
    options["everyone"] = (*options["people"], *options["professionals"])
    options["chronology"] = tuple(
        Option(event.key, event.words) for event in chronology(case, pack, today)
    )
    options["open_assessments"] = tuple(
        Option(str(one.id), one.told, f"with {one.lead}" if one.lead else "")
        for one in case.other_cases
        if one.state in ASSESSED
    )
    options["team"] = tuple(Option(str(key), name) for key, name in team)
    return options


def options_now(
    connection: Connection, case: Case, pack: Pack, today: date
) -> dict[str, tuple[Option, ...]]:
    """The options of a case, with what only the store knows: the team, and an assessment of
    another family that a decision which is being written names. Only who may work with families is
    offered; the others are there by their names."""
    options = form_options(case, pack, team(connection), today)
    workers = {str(user.id) for user in holders(connection, roles_for(Deed.WORK))}
    options["team"] = tuple(
        replace(one, retired=one.value not in workers) for one in options["team"]
    )
    known = {option.value for option in options["open_assessments"]}
    for code in ("decision", "hub_decision"):
        draft = case.draft(code)
        chosen = str(draft.answers.get("outcome.joins") or "") if draft else ""
        if not chosen or chosen in known:
            continue
        found = running(connection, chosen)
        if found is not None:
            words = f"{found.family}, {found.reference}"
            lead = f"with {found.lead}" if found.lead else ""
            options["open_assessments"] += (Option(chosen, words, lead),)
    return options


def _needs(needs: Iterable[Need | CatalogueNeed], *, offered: bool = True) -> tuple[Option, ...]:
    return tuple(
        Option(need.code, need.name, need.text, retired=not (offered and need.usable))
        for need in needs
    )


def _person(person: Person) -> Option:
    name = person.name if person.unborn else person.full_name or "Not named yet"
    return Option(
        str(person.id), f"{name} ({person.relationship})" if person.relationship else name
    )
