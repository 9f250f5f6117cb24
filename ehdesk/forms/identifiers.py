"""Numbers that schools, the health service and councils give to people: reading and checking them.

Each function takes what was typed. ``tidy`` ones give the number as it is written down, checking
ones give words that say what to do, "" when nothing is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

UPN_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""The letters of a unique pupil number by their value; I, O and S are never used."""

_UPN = re.compile(r"[A-Z][0-9]{11}[0-9A-Z]")
_LA_ID_LONGEST = 20


def tidy(typed: str) -> str:
    """Capitals, without spaces, dashes and dots: ``a 801-2`` becomes ``A8012``."""
    return re.sub(r"[\s.\-]+", "", typed).upper()


def upn_check_letter(rest: str) -> str:
    """The letter that stands before the other twelve characters of a unique pupil number.

    Each is multiplied by its place, from 2 to 13; the sum is taken modulo 23 (domain notes 6.1).
    A letter in the last place, as temporary numbers have, counts by its place in the alphabet of
    23 letters.

    :raises ValueError: for a character that has no value there.
    """
    values = (int(c) if c.isdecimal() else UPN_LETTERS.index(c) for c in rest)
    return UPN_LETTERS[sum(place * value for place, value in enumerate(values, 2)) % 23]


def upn_problem(typed: str) -> str:
    """Whether it is a unique pupil number: its shape and its check letter."""
    upn = tidy(typed)
    if not _UPN.fullmatch(upn) or not upn.isascii():
        return "Enter the UPN as one letter and 12 characters, like B801200005001"
    if any(letter in "IOS" for letter in upn):
        return "Check the UPN: the letters I, O and S are never in one"
    if upn[0] != upn_check_letter(upn[1:]):
        return (
            "Check the UPN: its first letter does not go with the rest, so one character is wrong"
        )
    return ""


def upn_council_problem(typed: str, known: Collection[str]) -> str:
    """Whether the council in a unique pupil number is one of ``known``, when any are.

    Only worth a look: the number stays valid when a council is abolished or new.
    """
    upn = tidy(typed)
    if not known or upn_problem(typed) or upn[1:4] in known:
        return ""
    return f"Look at the UPN again: {upn[1:4]} is no council that we know of"


def nhs_check_digit(first_nine: str) -> int | None:
    """The tenth digit: weights 10 to 2, eleven minus the sum modulo 11, eleven as 0; None where
    the scheme gives 10, which no number has (domain notes 6.2)."""
    total = sum(weight * int(c) for weight, c in zip(range(10, 1, -1), first_nine, strict=True))
    digit = (11 - total % 11) % 11
    return None if digit == 10 else digit


def nhs_number_problem(typed: str) -> str:
    """Whether it is an NHS number: ten digits, of which the last checks the others."""
    number = tidy(typed)
    if not (re.fullmatch(r"[0-9]{10}", number)):
        return "Enter the NHS number as 10 digits, like 943 476 5870"
    if nhs_check_digit(number[:9]) != int(number[9]):
        return "Check the NHS number: its last digit does not go with the rest, so one is wrong"
    return ""


def say_nhs_number(typed: str) -> str:
    """``943 476 5870``: three, three and four; anything else as it was typed."""
    number = tidy(typed)
    if not re.fullmatch(r"[0-9]{10}", number):
        return typed
    return f"{number[:3]} {number[3:6]} {number[6:]}"


def uln_problem(typed: str) -> str:
    """Whether it is a unique learner number: ten digits (domain notes 6.3)."""
    good = re.fullmatch(r"[0-9]{10}", tidy(typed))
    return "" if good else "Enter the ULN as 10 digits"


def la_id_problem(typed: str) -> str:
    """Whether a council could have given it: at most 20 letters and digits (domain notes 6.3)."""
    good = re.fullmatch(rf"[A-Za-z0-9]{{1,{_LA_ID_LONGEST}}}", typed.strip())
    return "" if good else f"Enter letters and digits only, {_LA_ID_LONGEST} at most"
