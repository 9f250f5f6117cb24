"""Finding by what somebody types: each typed word begins a word of what is looked for."""

from __future__ import annotations

import re
import unicodedata


def plain(text: str) -> str:
    """Small letters without accents: ``Zoë’s`` becomes ``zoe's``."""
    taken_apart = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(c for c in taken_apart if not unicodedata.combining(c))


def begins_words(typed: str, text: str) -> bool:
    """Whether every typed word is the beginning of some word of ``text``, in any order."""
    words = re.split(r"[^\w']+", plain(text))
    return all(any(word.startswith(one) for word in words) for one in plain(typed).split())
