"""Whether two entries are likely the same person: what to look up, and how alike two are.

Domain 10, rule 12: date of birth, surname and postcode; UPN; NHS number. Names are compared by
sound and by spelling, and children by their first name too: twins are not one child.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import jellyfish

from ehdesk.forms.checks import tidy_postcode


@dataclass(frozen=True)
class Identity:
    """What an entry says about who somebody is. Empty texts and None are not known."""

    given_name: str = ""
    family_name: str = ""
    known_as: str = ""
    other_names: str = ""
    date_of_birth: date | None = None
    upn: str = ""
    nhs_number: str = ""
    address: str = ""
    postcode: str = ""

    @property
    def can_be_looked_up(self) -> bool:
        """Whether enough is known to look for the same person without finding half the store."""
        numbers = self.upn.strip() or self.nhs_number.strip()
        named = self.given_name.strip() and (self.family_name.strip() or self.date_of_birth)
        return bool(numbers or named)


@dataclass(frozen=True)
class Likeness:
    """How alike two entries are. ``score`` is 0 to 100; ``reasons`` say why, strongest first."""

    score: int
    reasons: tuple[str, ...]


LIKELY: Final = 60
"""From this score on two entries are worth asking about."""

_ALIKE = 0.88
"""Jaro-Winkler from which two spellings may be one name: Callum and Calum."""


def keys(one: Identity) -> frozenset[str]:
    """What to look others up by: two entries with no key in common are not compared."""
    found = set()
    if upn := _packed(one.upn):
        found.add(f"u:{upn}")
    if nhs := re.sub(r"\D", "", one.nhs_number):
        found.add(f"n:{nhs}")
    if one.date_of_birth:
        found |= {f"d:{day}" for day in _days(one.date_of_birth)}
    for given in {sound(name) for name in (one.given_name, one.known_as)} - {""}:
        for family in {sound(name) for name in (one.family_name, *one.other_names.split())} - {""}:
            found.add(f"s:{family}:{given}")
    if place := _place(one):
        found.add(f"a:{place}")
    return frozenset(found)


def likeness(one: Identity, other: Identity) -> Likeness | None:
    """How alike two entries are; None when they are likely two people."""
    same = _same_numbers(one, other)
    if same:
        return Likeness(100, same)
    given = _best(_given_names(one), _given_names(other))
    if given < _ALIKE:
        return None
    reasons = []
    score = 25
    surname = _best(_family_names(one), _family_names(other))
    if surname >= _ALIKE:
        score += 25
        exact = given == surname == 1.0
        reasons.append("Same name" if exact else "Names that sound or are spelt alike")
        score += 5 * exact
    else:
        reasons.append("Same first name, another family name")
    born = _born(one.date_of_birth, other.date_of_birth)
    score += born[0]
    if born[1]:
        reasons.insert(0, born[1])
    if _place(one) and _place(one) == _place(other):
        score += 20
        reasons.append("Same address")
    elif _postcode(one) and _postcode(one) == _postcode(other):
        score += 10
        reasons.append("Same postcode")
    return Likeness(min(score, 99), tuple(reasons)) if score >= LIKELY else None


@lru_cache(maxsize=4096)
def sound(name: str) -> str:
    """How a name sounds; its letters where the rules of English spelling say nothing of it."""
    plain = _folded(name)
    return jellyfish.metaphone(plain).replace(" ", "") or plain


_STROKES: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
"""Letters that are not a plain letter with a mark on it."""


def _folded(name: str) -> str:
    """Small letters without accents, marks and signs."""
    apart = unicodedata.normalize("NFKD", name.casefold()).translate(_STROKES)
    return "".join(c for c in apart if c.isalnum() and not unicodedata.combining(c))


def _same_numbers(one: Identity, other: Identity) -> tuple[str, ...]:
    reasons = []
    if _packed(one.upn) and _packed(one.upn) == _packed(other.upn):
        reasons.append("Same unique pupil number")
    digits = [re.sub(r"\D", "", each.nhs_number) for each in (one, other)]
    if digits[0] and digits[0] == digits[1]:
        reasons.append("Same NHS number")
    return tuple(reasons)


def _given_names(one: Identity) -> list[str]:
    return [name for name in (one.given_name, one.known_as) if name.strip()]


def _family_names(one: Identity) -> list[str]:
    return [name for name in (one.family_name, *one.other_names.split()) if name.strip()]


def _best(names: list[str], others: list[str]) -> float:
    """How alike the closest two are, from 0 to 1."""
    return max((_alike(a, b) for a in names for b in others), default=0.0)


@lru_cache(maxsize=4096)
def _alike(one: str, other: str) -> float:
    a, b = _folded(one), _folded(other)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    heard = sound(one) == sound(other) and len(sound(one)) > 1
    return max(jellyfish.jaro_winkler_similarity(a, b), _ALIKE if heard else 0.0)


def _born(one: date | None, other: date | None) -> tuple[int, str]:
    """What the dates of birth add to the score, and in words why."""
    if one is None or other is None:
        return 10, ""
    if one == other:
        return 40, "Same date of birth"
    if other in _days(one):
        return 25, "Date of birth with day and month changed round"
    if sum(a != b for a, b in zip(f"{one:%Y%m%d}", f"{other:%Y%m%d}", strict=True)) == 1:
        return 20, "Date of birth that differs in one figure"
    return -40, ""


def _days(day: date) -> set[date]:
    """The day, and the day it would be with day and month changed round."""
    try:
        return {day, day.replace(month=day.day, day=day.month)}
    except ValueError:
        return {day}


def _packed(text: str) -> str:
    return re.sub(r"\s", "", text).upper()


def _postcode(one: Identity) -> str:
    return tidy_postcode(one.postcode) if one.postcode.strip() else ""


def _place(one: Identity) -> str:
    """Postcode and the number in the address; empty without both."""
    number = re.search(r"\d+", one.address)
    postcode = _postcode(one)
    return f"{postcode.replace(' ', '')}:{number[0]}" if number and postcode else ""
