"""How well a password holds, and four random words for who would rather not invent one.

The figures are rough on purpose: they say what to do next, not how long a guess would take.
Nothing leaves the computer; the list of leaked passwords is the short one below.
"""

from __future__ import annotations

import math
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from resources import FOLDER

LEAST = 12
"""Characters a password needs, spaces among them."""
_NAME_REST = 8  # letters that must be left when the names are taken out
_YEAR = re.compile(r"(?:19|20)\d\d")
_LOOKALIKES = str.maketrans("@4301!$57", "aaeoilsst")
_LEAKED = """
    password passwort passwd passcode letmein welcome login admin administrator root guest user
    test testing default changeme secret access master hello hellothere whatever iloveyou love
    lovely sunshine princess dragon monkey football baseball basketball cricket rugby shadow
    superman batman spiderman starwars pokemon minecraft naruto freedom trustno killer soccer
    hunter ranger buster tigger snoopy cookie cheese chocolate banana orange summer winter spring
    autumn monday friday january december qwerty qwertyuiop qwertyuiopasdfghjkl qwert asdf asdfgh
    asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc abc abcd abcde abcdef abcdefg
    abcdefgh abcabc aaaaaa xxxxxx google facebook samsung computer internet laptop windows office
    liverpool chelsea arsenal everton manchester manunited rangers celtic leicester leicestercity
    london england school teacher council family families children earlyhelp charlie daniel thomas
    george michael jessica ashley jordan andrew matthew joshua robert william jennifer nicole
    hannah amanda jasmine thunder ginger pepper flower butterfly angel angels babygirl lovers
    forever friends blink mustang ferrari mercedes hockey golfer tennis guitar purple silver
    diamond letmeinnow pleaseletmein opensesame nothing supersecret mypassword thepassword
"""
_COMMON = frozenset(_LEAKED.split())


class Step(IntEnum):
    """The four steps of the meter."""

    WEAK = 1
    FAIR = 2
    GOOD = 3
    STRONG = 4

    @property
    def word(self) -> str:
        return self.name.capitalize()


_ADVICE = {
    Step.WEAK: "Easy to guess. Use four everyday words that do not belong together.",
    Step.FAIR: "Add a word or two that have nothing to do with the others.",
    Step.GOOD: "One more word would make it strong.",
    Step.STRONG: "Even with the file copied, guessing it would take many years.",
}
_BITS = {Step.STRONG: 42.0, Step.GOOD: 33.0, Step.FAIR: 25.0}


@dataclass(frozen=True)
class Strength:
    """Where the meter stands and the sentence under it, which is also what is read out."""

    step: Step
    advice: str

    @property
    def sentence(self) -> str:
        return f"{self.step.word}. {self.advice}"


def strength(password: str, names: Sequence[str] = ()) -> Strength:
    """How well a password holds, with one sentence of advice.

    :param names: the team's, school's and user's names, which do not count.
    """
    refused = _refusal(password, names)
    bits = 0.0 if refused else _bits(password)
    step = next((step for step, least in _BITS.items() if bits >= least), Step.WEAK)
    return Strength(step, refused or _ADVICE[step])


def problem(password: str, names: Sequence[str] = ()) -> str:
    """Why a password cannot be used, in one sentence; empty when it can."""
    found = strength(password, names)
    return found.advice if found.step is Step.WEAK else ""


def suggest(words: int = 4) -> str:
    """Different everyday words, drawn evenly: ``copper lantern meadow tram``.

    2,232 words give 11.1 bits each. Four, with the standard cost of a guess (a tenth of a second
    and 64 MiB), hold for decades against a room of computers.
    """
    return " ".join(secrets.SystemRandom().sample(_words(), words))


def _refusal(password: str, names: Sequence[str]) -> str:
    if len(password) < LEAST:
        missing = LEAST - len(password)
        return f"Use at least {LEAST} characters, spaces count. {missing} more to go."
    if _is_mostly_names(password, names):
        return "Do not use your own name or that of your team or school."
    if _is_leaked(password):
        return "This is on the list of leaked passwords. Use something else."
    return ""


def _is_mostly_names(password: str, names: Sequence[str]) -> bool:
    rest = _letters(password)
    parts = {_letters(part) for name in names for part in (name, *name.split())}
    for part in sorted(parts, key=len, reverse=True):
        if len(part) >= 3:
            rest = rest.replace(part, "")
    return len(rest) < _NAME_REST and rest != _letters(password)


def _is_leaked(password: str) -> bool:
    core = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", password.casefold())
    rest, found = _letters(core.translate(_LOOKALIKES)), 0
    for common in sorted(_COMMON, key=len, reverse=True):
        if common in rest:
            rest, found = rest.replace(common, ""), found + 1
    # More than two words of the list together are as good as any other words.
    return len(rest) <= 2 and found <= 2


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalpha())


def _bits(password: str) -> float:
    """A guess at the work of guessing, in bits: known words count as one thing each."""
    text = password.casefold()
    word_bits, seen = math.log2(len(_words())), set[str]()
    total, at = 0.0, 0
    while at < len(text):
        year = _YEAR.match(text, at)
        word = _word_at(text, at)
        if word:
            total += 1 if word in seen else 3 if word in _COMMON else word_bits
            seen.add(word)
        elif year:
            total += 6
        else:
            total += _character_bits(password, at)
        at += len(word) or (4 if year else 1)
    return total


def _word_at(text: str, at: int) -> str:
    for length in range(min(_longest(), len(text) - at), 2, -1):
        part = text[at : at + length]
        if part in _known():
            return part
    return ""


def _character_bits(password: str, at: int) -> float:
    this = password[at]
    before = password[at - 1] if at else ""
    if this.isspace():
        return 0.0
    if before and -1 <= ord(this) - ord(before) <= 1:
        return 0.5  # aaa, abc, 321
    kind = 2.0 if this.isalpha() else 3.3 if this.isdigit() else 4.5
    # Real words keep to one case and one kind of character.
    return kind + (1.0 if before and _kind(before) != _kind(this) else 0.0)


def _kind(character: str) -> tuple[bool, bool, bool]:
    return character.isalpha(), character.isdigit(), character.isupper()


@cache
def _words() -> tuple[str, ...]:
    return tuple((FOLDER / "words.txt").read_text(encoding="ascii").split())


@cache
def _known() -> frozenset[str]:
    return frozenset(_words()) | _COMMON


@cache
def _longest() -> int:
    return max(map(len, _known()))
