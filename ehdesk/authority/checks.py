"""Checks a loaded pack as a whole: codes point somewhere, and what the app needs is there."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import fields

from ehdesk.authority.faults import Fault
from ehdesk.authority.items import (
    Bearing,
    Item,
    Locality,
    OpenAt,
    Rule,
    Service,
    Thresholds,
    read_points,
)
from ehdesk.authority.pack import Pack
from ehdesk.authority.reading import Entry

NEEDED: Mapping[str, tuple[str, ...]] = {
    "terms": (
        "early_help",
        "request",
        "assessment",
        "eha",
        "taf",
        "masp",
        "marf",
        "lead_practitioner",
        "family_plan",
        "review",
        "closure",
        "das",
        "ehdas",
        "one_number",
        "advice_point",
        "susd",
        "larp",
        "hub",
        "cdi",
        "cluster",
    ),
    "contacts": ("one_number", "das", "emergency", "lp_support"),
    "clocks": (
        "review",
        "under_6_weeks",
        "twelve_weeks",
        "eha",
        "first_taf",
        "reply",
        "pause",
        "oversight",
        "advice_kept",
        "service_check",
    ),
    "routes": ("under_6_weeks", "twelve_weeks", "eha"),
    "referrers": ("young_person", "parent", "carer", "professional"),
    # The law: taking part is the family's choice, so nothing goes on without their agreement.
    "rules": ("written_consent", "consent_at_assessment"),
}
"""Codes that the program itself goes by."""

RULES: Mapping[str, tuple[str, ...]] = {
    "send": (
        "written_consent",
        "consent_giver",
        "consent_stands",
        "family_named",
        "one_child",
        "request_complete",
    ),
    "step_down": (
        "written_consent",
        "consent_giver",
        "consent_stands",
        "family_named",
        "one_child",
        "step_down_form",
    ),
    "accept": ("written_consent", "consent_stands"),
    "finalise": (
        "assessment_begun",
        "consent_at_assessment",
        "still_agrees",
        "lead_practitioner",
        "first_plan",
    ),
    "close": ("closure_form", "need_outcomes", "masp_considered", "attempts_recorded"),
}
"""The rules that the program can look up in a record, by the step they stop."""

SHEET = (100, 60)
"""Width and height of the sketch of an area."""

_PHONE = re.compile(r"(?:[0-9]+ ?)+[0-9]")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def _is_public_key(text: str) -> bool:
    try:
        return len(b64decode(text, validate=True)) == 32
    except ValueError:
        return False


class Checker:
    """Looks at one pack; ``sections`` says where each section stands, ``places`` each entry."""

    def __init__(
        self,
        pack: Pack,
        sections: Mapping[str, Entry],
        places: Mapping[tuple[str, str], Entry],
    ) -> None:
        self._pack = pack
        self._sections = sections
        self._places = places

    def faults(self) -> tuple[Fault, ...]:
        """Everything that is wrong, in no particular order."""
        return tuple(self._all())

    def _all(self) -> Iterator[Fault]:
        sources = {source.code for source in self._pack.sources}
        for section, code in self._places:
            found = self._entry(section, code)
            if found.source.partition(":")[0] not in sources:
                yield self._fault(section, code, f"source “{found.source}” is not in sources")
            elif not found.since:
                yield self._fault(section, code, "since is missing, here and in its source")
            yield from self._references(section, code, found)
            yield from self._numbers(section, code, found)
            if isinstance(found, Rule):
                yield from self._rule(found)
            if isinstance(found, Locality | Bearing):
                yield from self._drawn(section, found)
            if isinstance(found, Service):
                yield from self._times(found)
        yield from self._needed()
        yield from self._thresholds()
        yield from self._terms()

    def _entry(self, section: str, code: str) -> Item | Thresholds:
        if section == "thresholds":
            return self._pack.thresholds
        return next(item for item in self._pack.section(section) if item.code == code)

    def _fault(self, section: str, code: str, what: str) -> Fault:
        entry = self._places[section, code]
        return Fault(entry.file, entry.line, f"{section} {code}".strip(), what)

    def _rule(self, rule: Rule) -> Iterator[Fault]:
        for stops in rule.stops:
            if rule.code not in RULES.get(stops, ()):
                known = ", ".join(f"{step}: {', '.join(codes)}" for step, codes in RULES.items())
                what = f"no rule of that name stops {stops}; there are {known}"
                yield self._fault("rules", rule.code, what)

    def _drawn(self, section: str, found: Locality | Bearing) -> Iterator[Fault]:
        """What stands on the sketch lies on its sheet and has enough corners."""
        name, said = ("shape", found.shape) if isinstance(found, Locality) else ("line", found.line)
        fewest = 3 if isinstance(found, Locality) else 2
        try:
            points = read_points(said)
        except ValueError:
            points = ((-1, -1),)
        wide, high = SHEET
        on_it = all(0 <= across <= wide and 0 <= down <= high for across, down in points)
        if said and not (on_it and len(points) >= fewest):
            what = (
                f"{name} should be {fewest} or more corners like 12,30 on a sheet {wide} by {high}"
            )
            yield self._fault(section, found.code, what)

    def _times(self, service: Service) -> Iterator[Fault]:
        for said in service.times:
            if said not in set(OpenAt):
                what = f"times: “{said}” will not do; write {', '.join(OpenAt)}"
                yield self._fault("services", service.code, what)

    def _references(self, section: str, code: str, found: Item | Thresholds) -> Iterator[Fault]:
        for each in fields(found):
            target = each.metadata.get("refers")
            value = getattr(found, each.name)
            if target and value:
                known = {item.code for item in self._pack.section(target)}
                for wanted in (value,) if isinstance(value, str) else value:
                    if wanted not in known:
                        what = f"{each.name}: there is no “{wanted}” in {target}"
                        yield self._fault(section, code, what)

    def _numbers(self, section: str, code: str, found: Item | Thresholds) -> Iterator[Fault]:
        phone, email = getattr(found, "phone", ""), getattr(found, "email", "")
        if phone and not _PHONE.fullmatch(phone):
            yield self._fault(section, code, f"phone “{phone}” should be digits and spaces")
        if email and not _EMAIL.fullmatch(email):
            yield self._fault(section, code, f"email “{email}” is not an address")
        key = getattr(found, "public_key", "")
        if key and not _is_public_key(key):
            what = "public_key should be the 32 bytes of an X25519 key, in base64"
            yield self._fault(section, code, what)

    def _needed(self) -> Iterator[Fault]:
        for section, codes in NEEDED.items():
            have = {item.code for item in self._pack.section(section)}
            for code in codes:
                if code not in have:
                    entry = self._sections[section]
                    what = f"{code} is missing; the app needs it"
                    yield Fault(entry.file, entry.line, section, what)

    def _thresholds(self) -> Iterator[Fault]:
        limits = self._pack.thresholds
        if limits.assessment_from != limits.targeted_up_to + 1:
            what = (
                "assessment_from should be one more than targeted_up_to, so that no count is left"
            )
            yield self._fault("thresholds", "", what)

    def _terms(self) -> Iterator[Fault]:
        """School terms stand in the order of their days, and none reaches into the next."""
        last = None
        for term in self._pack.school_terms:
            if term.ends < term.starts:
                yield self._fault("school_terms", term.code, "ends before it starts")
            if last is not None and term.starts <= last.ends:
                what = f"starts before {last.code} has ended"
                yield self._fault("school_terms", term.code, what)
            last = term
