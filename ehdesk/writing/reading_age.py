"""How old a reader has to be to read a text with ease, roughly."""

from __future__ import annotations

import re
from dataclasses import dataclass

LEAST_WORDS = 30
"""Below this a formula says more about chance than about the text."""
YOUNGEST, OLDEST = 5, 18

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+(?=[\s\"”’')\]]|$)|\n+")


@dataclass(frozen=True)
class Measure:
    """What a text is made of. ``age`` is in years, None while there are too few words."""

    words: int
    sentences: int
    letters: int

    @property
    def age(self) -> int | None:
        """The reading age by the Coleman-Liau index.

        M. Coleman and T. L. Liau, "A computer readability formula designed for machine scoring",
        Journal of Applied Psychology 60 (1975): grade = 0.0588 L - 0.296 S - 15.8, with L letters
        and S sentences to 100 words. It needs no syllables, which cannot be counted reliably in
        English. A child in American grade n is about n + 5 years old at its start. Held between
        5 and 18.
        """
        if self.words < LEAST_WORDS:
            return None
        to_hundred = 100 / self.words
        letters, sentences = self.letters * to_hundred, self.sentences * to_hundred
        grade = 0.0588 * letters - 0.296 * sentences - 15.8
        return min(OLDEST, max(YOUNGEST, round(grade) + 5))


def measure(text: str) -> Measure:
    """Count words, sentences (a line of a list is one) and letters (digits among them)."""
    words = _WORD.findall(text)
    sentences = sum(1 for part in _SENTENCE_END.split(text) if _WORD.search(part))
    letters = sum(sum(map(str.isalnum, word)) for word in words)
    return Measure(len(words), sentences, letters)


def count_words(text: str) -> int:
    """How many words a text has, as people count them."""
    return len(_WORD.findall(text))
