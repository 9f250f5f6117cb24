"""What the letters mean: finding an abbreviation in the words on a screen, and in a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ehdesk.authority.items import GlossaryTerm
from ehdesk.kernel.words import begins_words


def abbreviations_in(text: str, terms: Iterable[GlossaryTerm]) -> tuple[str, ...]:
    """The codes of the glossary that a text uses, in the order they come; each once.

    Letters count as they are printed: "eh" in a word is no EH. The longest wins where two begin at
    the same place, so that EHDAS is not EH.
    """
    codes = sorted((term.code for term in terms), key=len, reverse=True)
    if not codes:
        return ()
    pattern = r"(?<!\w)(" + "|".join(map(re.escape, codes)) + r")s?(?!\w)"
    return tuple(dict.fromkeys(found.group(1) for found in re.finditer(pattern, text)))


def find_terms(terms: Sequence[GlossaryTerm], typed: str) -> tuple[GlossaryTerm, ...]:
    """The entries that fit what is typed, in the order of the alphabet; those whose letters begin
    so come first."""
    by_letters = sorted(terms, key=lambda term: term.code.casefold())
    wanted = typed.strip()
    if not wanted:
        return tuple(by_letters)
    found = [
        term
        for term in by_letters
        if begins_words(wanted, f"{term.code} {term.name} {term.meaning}")
    ]
    return tuple(
        sorted(found, key=lambda term: not term.code.casefold().startswith(wanted.casefold()))
    )
