"""British spelling by hunspell, with the words that this team and this family use."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from typing import Protocol

from ehdesk.writing.words import (
    Word,
    folded,
    is_to_judge,
    parts_of,
    pieces,
    without_accents,
)
from resources import FOLDER

DICTIONARIES = FOLDER / "dictionaries"
MOST_SUGGESTED = 6
_REMEMBERED = 20_000
"""Verdicts kept, so that a long text is judged again at the cost of a look-up a word."""
_LONGEST = 40
"""Letters of the longest word that is judged: for a longer one suggestions would take long."""


class Judge(Protocol):
    """What hunspell can do."""

    def spell(self, word: str) -> bool: ...
    def suggest(self, word: str) -> Iterable[str]: ...


def is_available() -> bool:
    """Whether this computer has the library: there is none for Windows on ARM and Intel Macs."""
    return find_spec("hunspell") is not None


@cache
def dictionary() -> Judge | None:
    """The British dictionary, read once for the whole process (some 30 ms and 10 MB).

    None where there is no hunspell, or where it cannot read the dictionary.
    """
    try:
        from hunspell import Hunspell

        judge: Judge = Hunspell(
            "en_GB", hunspell_data_dir=str(DICTIONARIES), system_encoding="UTF-8"
        )
    except (ImportError, OSError):
        return None
    return judge


@cache
def _trade_words() -> frozenset[str]:
    lines = (DICTIONARIES / "early_help.txt").read_text("utf-8").splitlines()
    return frozenset(folded(line) for line in lines if line and not line.startswith("#"))


class Spelling:
    """Says which words of a text may be misspelt, and what may have been meant.

    It knows the dictionary, the words of the trade and whatever it is told (`know`): names of a
    family and words the team has learned. Nothing is read from the disk before `load`.
    """

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._judge: Judge | None = None
        self._known: frozenset[str] = frozenset()
        self._verdicts: dict[str, bool] = {}
        self.know(known)

    @property
    def is_ready(self) -> bool:
        """Whether the dictionary is there; until then no word is wrong."""
        return self._judge is not None

    def load(self) -> bool:
        """Read the dictionary, the first time; False when this computer cannot."""
        if self._judge is None:
            self._judge = dictionary()
        return self._judge is not None

    def know(self, words: Iterable[str]) -> bool:
        """Know these words, folded, and no others beside the dictionary; True when that is news."""
        known = frozenset(words)
        if known == self._known:
            return False
        self._known = known
        self._verdicts.clear()
        return True

    def knows(self, word: str) -> bool:
        """Whether the word is one of those it was told."""
        return folded(word) in self._known

    def wrong_in(self, text: str) -> list[Word]:
        """The words of the text that may be misspelt, in their order."""
        if self._judge is None:
            return []
        right = self._verdicts
        return [
            Word(piece.start(), piece[0])
            for piece in pieces(text)
            if not (right.get(piece[0]) or self.is_right(piece[0]))
        ]

    def is_right(self, word: str) -> bool:
        """Whether nothing speaks against this piece of text. True while there is no dictionary."""
        verdict = self._verdicts.get(word)
        if verdict is None:
            if len(self._verdicts) > _REMEMBERED:
                self._verdicts.clear()
            verdict = self._verdicts[word] = self._is_right(word)
        return verdict

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may have been meant, likeliest first. Takes up to a tenth of a second: ask for it
        only when a person does."""
        if self._judge is None or len(word) > _LONGEST:
            return ()
        return tuple(self._judge.suggest(word.replace("’", "'")))[:MOST_SUGGESTED]

    def _is_right(self, word: str) -> bool:
        if self._judge is None or len(word) > _LONGEST:
            return True
        if not is_to_judge(word) or self._is_known(word):
            return True
        spelt = word.replace("’", "'").replace("\u2010", "-").replace("\u2011", "-")
        if self._judge.spell(spelt) or self._judge.spell(without_accents(spelt)):
            return True
        parts = parts_of(word)
        return len(parts) > 1 and all(len(p) < 2 or self.is_right(p) for p in parts)

    def _is_known(self, word: str) -> bool:
        plain = folded(word)
        return plain in self._known or plain in _trade_words()
