"""Plainer words for families, those of the authority first."""

from __future__ import annotations

from functools import cache

from ehdesk.authority.pack import Pack
from ehdesk.writing.plain_words import PlainWords, plain_words


def plain_words_of(pack: Pack) -> PlainWords:
    """The product's list with what the pack's terms say to families ("TAF": "your team")."""
    terms = [term for term in pack.terms if term.family and term.family != term.name]
    named = [(term.name, _inside(term.family)) for term in terms if " " in term.name]
    short = [(term.short, _inside(term.family)) for term in terms if term.short.isupper()]
    return _with((*named, *short))


@cache
def _with(words: tuple[tuple[str, str], ...]) -> PlainWords:
    return plain_words().with_words(words)


def _inside(words: str) -> str:
    """Words as they stand inside a sentence: a small letter first, unless they begin in capitals
    ("EHC plan")."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
