"""The authority's own words in the program's sentences.

The program says "{taf} meeting"; Leicester reads "TAF meeting", another authority its own words.

    {taf}             the short form: TAF
    {taf.name}        in full: Team Around the Family
    {taf.full}        both, for the first use on a page: Team Around the Family (TAF)
    {eha.a}           with its article: an Early Help Assessment; {eha.a_full} with both
    {review.length}   a time limit: 3 months
    {das.phone}       a contact's number
    {twelve_weeks.route}, {twelve_weeks.work}  a road of help: 12 weeks, 12-week support

Inside a sentence a name loses its capital, unless it is a proper name: "the lead practitioner",
"the Early Help Assessment". Other names in braces are filled from what is given with the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_PLACE = re.compile(r"\{(\w+)(?:\.(\w+))?\}")
_BEGINS = re.compile(r"(?:^|[.?!:“\n]\s*)$")

_WITHOUT = {"a": "name", "a_full": "full"}

Look = Callable[[str, str], str]
"""The words for a code and a part of it: ``short``, ``name``, ``full``, ``length`` and so on."""


def fill(text: str, look: Look, more: Mapping[str, object]) -> str:
    """The sentence with every place filled.

    :raises NotInPack: for a code that neither the pack nor ``more`` has.
    """

    def words(place: re.Match[str]) -> str:
        code, part = place[1], place[2] or "short"
        if not place[2] and code in more:
            return str(more[code])
        begins = _BEGINS.search(text[: place.start()]) is not None
        if part in ("a", "a_full"):
            return with_article(within(look(code, _WITHOUT[part])), capital=begins)
        found = look(code, part)
        return found if begins or part in ("length", "phone") else within(found)

    return _PLACE.sub(words, text)


def within(name: str) -> str:
    """A name inside a sentence: "Lead practitioner" loses its capital, "Early Help Assessment" and
    "TAF meeting" keep theirs."""
    plain, bracket, short = name.partition(" (")
    if plain[:1].isupper() and plain[1:] == plain[1:].lower():
        plain = plain.lower()
    return plain + bracket + short


def with_article(name: str, *, capital: bool = False) -> str:
    """ "an Early Help Assessment", "a review"."""
    article = "an" if name[:1].lower() in "aeiou" else "a"
    return f"{article.capitalize() if capital else article} {name}"
