"""The words of a text that a dictionary can judge."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_PIECES = re.compile(
    r"[^\s@\d_/]*+[@\d_]\S*"  # email addresses, postcodes, dates, codes
    r"|(?:https?://|www\.)\S*"
    r"|[^\W\d_]+(?:['’\-\u2010\u2011][^\W\d_]+)*",
    re.IGNORECASE,
)
_OWNING = re.compile(r"['’]s?$")
_LAST_LATIN = 0x24F
"""The end of Latin Extended-B: an English dictionary knows nothing of scripts beyond it."""


@dataclass(frozen=True)
class Word:
    """A word and where it begins, in characters from the start of the text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def pieces(text: str) -> Iterator[re.Match[str]]:
    """Everything in the text that is a word or looks like one, in its order."""
    return _PIECES.finditer(text)


def is_to_judge(word: str) -> bool:
    """Whether a dictionary can say anything of this piece of text.

    Left alone are numbers, anything with a number in it (postcodes, dates, codes), addresses of
    the web and of email, words in capitals (TAF, TAFs), names with a capital inside (McAllister)
    and words in another script.
    """
    if not word[0].isalpha() or len(word) < 2 or not _is_written_out(word):
        return False
    if not word.isascii() and any(ord(letter) > _LAST_LATIN for letter in word if letter.isalpha()):
        return False
    return word[1:].islower() or all(part[1:].islower() for part in parts_of(word) if part[1:])


def _is_written_out(word: str) -> bool:
    return not any(mark in word for mark in "@_/:.") and not any(map(str.isdigit, word))


def parts_of(word: str) -> list[str]:
    """The parts of a word with hyphens."""
    return re.split(r"[\-\u2010\u2011]", word)


def folded(word: str) -> str:
    """A word as it is compared: small letters, one kind of apostrophe, no ``’s`` at its end."""
    return _OWNING.sub("", unicodedata.normalize("NFC", word)).replace("’", "'").casefold()


def without_accents(word: str) -> str:
    """``café`` as ``cafe``: people write both."""
    letters = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(c for c in letters if not unicodedata.combining(c)))


def names_in(texts: Iterator[str] | tuple[str, ...] | list[str]) -> frozenset[str]:
    """Every word of these names, folded, to be known from then on."""
    return frozenset(
        folded(part)
        for text in texts
        for word in re.findall(r"[^\W\d_]+(?:['’\-\u2010\u2011][^\W\d_]+)*", text)
        for part in (word, *parts_of(word))
    )
