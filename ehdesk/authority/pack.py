"""An authority pack: everything local that the product knows about one council.

Contacts, teams, words, lists and time limits are data (``resources/authority/<code>``), so that a
council changes them without touching code. :func:`ehdesk.authority.load.load_pack` makes one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from ehdesk.authority.items import (
    Agency,
    Area,
    BankHoliday,
    Bearing,
    CaseRole,
    CatalogueNeed,
    Choice,
    Clock,
    ClosureReason,
    Cluster,
    ConsentTopic,
    Contact,
    Element,
    EscalationLevel,
    GlossaryTerm,
    Headline,
    Hub,
    Identifier,
    Item,
    Locality,
    Need,
    Offer,
    PanelAnswer,
    Point,
    Role,
    Route,
    Rule,
    SchoolTerm,
    SendingRoute,
    SeparateYes,
    Service,
    SignOff,
    SourceDocument,
    Team,
    Term,
    Thresholds,
)
from ehdesk.authority.wording import fill
from ehdesk.forms.code_lists import CodeList, read_lists
from ehdesk.forms.faults import BadForms
from ehdesk.forms.spec import Form

ItemT = TypeVar("ItemT", bound=Item)


class NotInPack(LookupError):
    """The pack has no entry of that code; a mistake in the program, not of the person."""


@dataclass(frozen=True, kw_only=True)
class Pack:
    """One authority's pack. Each section is a tuple in the order of its file."""

    code: str
    name: str
    area: str
    version: str
    folder: Path
    sources: tuple[SourceDocument, ...]
    thresholds: Thresholds
    terms: tuple[Term, ...]
    glossary: tuple[GlossaryTerm, ...]
    contacts: tuple[Contact, ...]
    teams: tuple[Team, ...]
    roles: tuple[Role, ...]
    case_roles: tuple[CaseRole, ...]
    localities: tuple[Locality, ...]
    bearings: tuple[Bearing, ...]
    clusters: tuple[Cluster, ...]
    clocks: tuple[Clock, ...]
    school_terms: tuple[SchoolTerm, ...]
    bank_holidays: tuple[BankHoliday, ...]
    offers: tuple[Offer, ...]
    routes: tuple[Route, ...]
    hubs: tuple[Hub, ...]
    referrers: tuple[Choice, ...]
    request_outcomes: tuple[Choice, ...]
    ehc_rules: tuple[Point, ...]
    principles: tuple[Point, ...]
    lp_duties: tuple[Point, ...]
    lp_support: tuple[Point, ...]
    rules: tuple[Rule, ...]
    masp_triggers: tuple[Choice, ...]
    masp_outcomes: tuple[PanelAnswer, ...]
    closure_reasons: tuple[ClosureReason, ...]
    sign_offs: tuple[SignOff, ...]
    escalation: tuple[EscalationLevel, ...]
    sending_routes: tuple[SendingRoute, ...]
    identifiers: tuple[Identifier, ...]
    consent_topics: tuple[ConsentTopic, ...]
    separate_yes: tuple[SeparateYes, ...]
    agencies: tuple[Agency, ...]
    services: tuple[Service, ...]
    advice_topics: tuple[Choice, ...]
    areas: tuple[Area, ...]
    elements: tuple[Element, ...]
    headlines: tuple[Headline, ...]
    catalogue: tuple[CatalogueNeed, ...]
    needs: tuple[Need, ...]

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """The pack's forms, read on first use: most commands need only the words.

        :raises BadForms: with every fault of the forms.
        """
        from ehdesk.forms.load import load_forms

        return load_forms(self.folder / "forms")

    @cached_property
    def lists(self) -> dict[str, CodeList]:
        """The code lists that forms choose from, by name: national ones and the pack's own.

        :raises BadForms: with every fault of their files.
        """
        lists, faults = read_lists(self.folder)
        if faults:
            raise BadForms(faults)
        return lists

    @cached_property
    def _by_code(self) -> dict[str, dict[str, Item]]:
        return {
            section: {item.code: item for item in value if isinstance(item, Item)}
            for section, value in vars(self).items()
            if isinstance(value, tuple)
        }

    def section(self, section: str) -> tuple[Item, ...]:
        """Every entry of a section, by its name.

        :raises NotInPack: for a name that is not a section.
        """
        try:
            return tuple(self._by_code[section].values())
        except KeyError:
            raise NotInPack(f"{section} is not a section of a pack") from None

    def options(self, section: str) -> tuple[tuple[str, str], ...]:
        """What a choice offers, as (code, name): usable entries of a section or code list only.

        :raises NotInPack: for a name that is neither.
        """
        if section not in self._by_code and section in self.lists:
            return tuple((option.value, option.label) for option in self.lists[section].usable)
        return tuple((item.code, item.name) for item in self.section(section) if item.usable)

    def label(self, section: str, code: str) -> str:
        """The name for a code that a record holds; the code itself if the pack has dropped it."""
        item = self._by_code.get(section, {}).get(code)
        if item is None and section == "needs":  # a need of the full catalogue is a need too
            item = self._by_code["catalogue"].get(code)
        if item is None and section not in self._by_code and section in self.lists:
            return self.lists[section].label(code) or code
        return item.name if item else code

    def term(self, code: str) -> str:
        """What to call something: "Team Around the Family"."""
        return _find(self.terms, code).name

    def short(self, code: str) -> str:
        """The short form: "TAF"; the name where there is none."""
        term = _find(self.terms, code)
        return term.short or term.name

    def first_use(self, code: str) -> str:
        """Name and short form for the first use on a page: "Team Around the Family (TAF)"."""
        term = _find(self.terms, code)
        return f"{term.name} ({term.short})" if term.short else term.name

    def say(self, text: str, /, **more: object) -> str:
        """A sentence of the program in this authority's words: "{taf} meeting", "{eha.name}",
        "every {review.length}". What a person typed goes in by ``more``, never into ``text``.

        :raises NotInPack: for a code that is not in the pack.
        """
        return fill(text, self._words_for, more)

    def _words_for(self, code: str, part: str) -> str:
        match part:
            case "length":
                return self.clock(code).words
            case "phone":
                return self.contact(code).phone
            case "name":
                return self.term(code)
            case "full":
                return self.first_use(code)
            case "route":
                return self.route(code).name
            case "work":
                return self.route(code).words or self.route(code).name
        return self.short(code)

    @property
    def hub(self) -> Hub | None:
        """The meeting that allocates; None for an authority where the front door does."""
        return next((hub for hub in self.hubs if hub.usable), None)

    def rule(self, code: str) -> Rule | None:
        """A rule by its code; None when this authority does not ask for it."""
        return next((rule for rule in self.rules if rule.code == code), None)

    def contact(self, code: str) -> Contact:
        return _find(self.contacts, code)

    def contact_of(self, route: SendingRoute) -> Contact | None:
        """Whom a request goes to by that route, where the pack says so."""
        return self.contact(route.contact) if route.contact else None

    @property
    def packet_key(self) -> str:
        """The public key that packets are sealed for; "" when the authority has none."""
        contacts = (self.contact_of(route) for route in self.sending_routes if route.usable)
        return next((one.public_key for one in contacts if one and one.public_key), "")

    def clock(self, code: str) -> Clock:
        return _find(self.clocks, code)

    def clock_if_any(self, code: str) -> Clock | None:
        """The clock; None for an authority that sets no such limit."""
        return next((clock for clock in self.clocks if clock.code == code and clock.usable), None)

    def route(self, code: str) -> Route:
        return _find(self.routes, code)

    def offer(self, code: str) -> Offer:
        return _find(self.offers, code)

    def agency(self, code: str) -> Agency:
        return _find(self.agencies, code)

    def closure_reason(self, code: str) -> ClosureReason:
        return _find(self.closure_reasons, code)

    def need(self, code: str) -> Need | CatalogueNeed:
        """A need of the short list or, failing that, of the catalogue."""
        found = self._by_code["needs"].get(code) or self._by_code["catalogue"].get(code)
        if isinstance(found, Need | CatalogueNeed):
            return found
        raise NotInPack(f"no need {code} in the pack")

    def elements_of(self, area: str) -> tuple[Element, ...]:
        """What of the Common Assessment Framework is asked under one area of life."""
        return tuple(element for element in self.elements if element.area == area)

    def catalogue_under(self, headline: str) -> tuple[CatalogueNeed, ...]:
        """The catalogue's needs under one headline outcome."""
        return tuple(need for need in self.catalogue if need.headline == headline)


def _find(items: Iterable[ItemT], code: str) -> ItemT:
    for item in items:
        if item.code == code:
            return item
    raise NotInPack(f"no entry {code} in the pack")
