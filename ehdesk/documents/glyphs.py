"""What is printed for characters that our fonts do not have.

Nothing vanishes in silence and nothing stops a print: a character that cannot be drawn becomes
words in square brackets that say what stood there, "[grinning face]" or "[2 words in Gujarati]".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from itertools import groupby

from ehdesk.documents.style import has_glyph

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[\t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")
_FIXED_SPACES = re.compile("[\u2007\u202f]")
_BROKEN = re.compile("[\ud800-\udfff]")  # halves of characters, which no file can hold
_SCRIPTS = {
    "CJK": "Chinese or Japanese characters",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "GURMUKHI": "Punjabi",
    "BENGALI": "Bengali",
    "ARABIC": "Arabic script",
    "ETHIOPIC": "Amharic or Tigrinya",
    "DEVANAGARI": "Hindi script",
    "MYANMAR": "Burmese",
}


def plain(text: str) -> str:
    """``text`` with one kind of line end and of space, without characters that show nothing.

    Taken out: control characters, marks of direction, joiners, variation selectors and skin
    tones. They have no shape of their own, so nothing that a reader could see is lost.
    """
    text = unicodedata.normalize("NFC", text)
    text = _LINE_ENDS.sub("\n", text)
    text = _BROKEN.sub("\ufffd", text)
    text = _FIXED_SPACES.sub("\xa0", _SPACES.sub(" ", text))
    return "".join(char for char in text if char == "\n" or not _shows_nothing(char))


def printable(text: str) -> str:
    """``text`` as our fonts can print it, with words in brackets for what they cannot."""
    text = plain(text)
    if all(_can_print(char) for char in text):
        return text
    return "".join(_written(text))


def missing(content: object) -> tuple[str, ...]:
    """The characters of a document's content that no font of ours has, each named once.

    ``content`` is a dataclass of a document or any part of it. Each entry reads like
    ``"U+1F600 grinning face"``; the order is that of the content.
    """
    found: dict[str, None] = {}
    for text in _texts(content):
        for char in plain(text):
            if not _can_print(char):
                found[f"U+{ord(char):04X} {_name(char)}".strip()] = None
    return tuple(found)


def _texts(content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, tuple | list):
        for item in content:
            yield from _texts(item)
    elif is_dataclass(content) and not isinstance(content, type):
        for field in fields(content):
            yield from _texts(getattr(content, field.name))


def _shows_nothing(char: str) -> bool:
    return (
        unicodedata.category(char) in ("Cc", "Cf")
        or "\ufe00" <= char <= "\ufe0f"  # variation selectors
        or "\U0001f3fb" <= char <= "\U0001f3ff"  # skin tones of the emoji before them
    )


@lru_cache(maxsize=4096)
def _can_print(char: str) -> bool:
    if char in "\n \xa0":
        return True
    # Inter keeps alternates among the private characters; nobody means those.
    return unicodedata.category(char) != "Co" and has_glyph(char)


def _name(char: str) -> str:
    return unicodedata.name(char, "").lower()


_SYMBOL = "symbol"


def _written(text: str) -> Iterator[str]:
    """The text in pieces: as it is where it can be printed, in brackets where it cannot."""
    runs = [(kind, "".join(run)) for kind, run in groupby(text, _kind)]
    while runs:
        kind, run = runs.pop(0)
        if not kind:
            yield run
        elif kind == _SYMBOL:
            yield "".join(f"[{_name(char) or f'U+{ord(char):04X}'}]" for char in run)
        else:
            words = 1
            # Words of one script with nothing but spaces between them are told together.
            while len(runs) > 1 and not runs[0][1].strip(" \xa0") and runs[1][0] == kind:
                words += 1
                del runs[:2]
            yield f"[{words} words in {kind}]" if words > 1 else f"[word in {kind}]"


def _kind(char: str) -> str:
    """Empty for what can be printed, else the script's name, or that it is a symbol."""
    if _can_print(char):
        return ""
    if unicodedata.category(char)[0] not in "LMN":
        return _SYMBOL
    first = unicodedata.name(char, "").split(" ")[0]
    if not first or first in ("COMBINING", "MODIFIER", "LATIN", "MATHEMATICAL"):
        return _SYMBOL
    return _SCRIPTS.get(first, first.title())
