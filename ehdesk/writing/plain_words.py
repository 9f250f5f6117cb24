"""Words that families stumble over, and plainer ones for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import yaml

from resources import FOLDER

LIST = FOLDER / "plain_words.yaml"


@dataclass(frozen=True)
class Hard:
    """A word as it stands in the text, and what could be said for it."""

    word: str
    plainer: str


class PlainWords:
    """Finds hard words in a text: each word once, in the order of the text."""

    def __init__(self, plainer: Mapping[str, str], aim: int) -> None:
        """``plainer`` says for each word or phrase what is plainer; a word in capitals is found
        only in capitals. ``aim`` is the reading age, in years, to write for."""
        self.aim = aim
        self.plainer: dict[str, str] = {}
        for word, instead in plainer.items():
            for form in _forms(word):
                self.plainer.setdefault(form, instead)
        phrases = sorted((word for word in self.plainer if " " in word), key=len, reverse=True)
        first = "".join(rf"{re.escape(phrase)}(?![\w-])|" for phrase in phrases)
        self._pieces = re.compile(rf"(?<![\w-])(?:{first}[^\W_]+(?:-[^\W_]+)*)", re.IGNORECASE)

    def with_words(self, more: Iterable[tuple[str, str]]) -> PlainWords:
        """The same list with words that come first, such as those of an authority."""
        first = dict(more)
        return PlainWords(
            first | {w: p for w, p in self.plainer.items() if w not in first}, self.aim
        )

    def hard_in(self, text: str) -> tuple[Hard, ...]:
        """Every hard word of the text."""
        found: dict[str, Hard] = {}
        for match in self._pieces.finditer(text):
            word = match[0]
            plainer = self.plainer.get(word) or self.plainer.get(word.lower())
            if plainer:
                found.setdefault(plainer, Hard(word, plainer))
        return tuple(found.values())


@cache
def plain_words() -> PlainWords:
    """The list that comes with the product.

    :raises ValueError: when the file is not what it should be.
    """
    read = yaml.safe_load(LIST.read_text("utf-8"))
    words, aim = read["words"], read["aim"]
    if not isinstance(aim, int) or not all(isinstance(x, str) for x in (*words, *words.values())):
        raise ValueError(f"{LIST.name}: “aim” is a number, “words” are “word: plainer words”")
    return PlainWords(words, aim)


def _forms(word: str) -> list[str]:
    """The word with the endings it takes: ``attend``, ``attends``, ``attended``, ``attending``."""
    if not word.islower():
        return [word, f"{word}s"] if word.isupper() else [word]
    if " " in word or not word.isalpha() or len(word) < 4:
        return [word]
    stem = word[:-1]
    if word.endswith("e"):
        return [word, f"{word}s", f"{word}d", f"{stem}ing"]
    if word.endswith("y"):
        return [word, f"{stem}ies", f"{stem}ied", f"{word}ing"]
    return [word, f"{word}s", f"{word}ed", f"{word}ing"]
