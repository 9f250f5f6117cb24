"""Addresses that are kept confidential (a refuge, say): found in any text, and taken out of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from ehdesk.domain.case import Case
from ehdesk.forms.display import Answer, SectionAnswers
from ehdesk.forms.told_rows import ToldRow

KEPT: Final = "Address kept confidential"
_POSTCODE_GAP: Final = r"[\s-]*"


def confidential_words(case: Case) -> tuple[re.Pattern[str], ...]:
    """Patterns that find the confidential addresses of a case in any text."""
    return patterns_of(case, ())


def without_addresses(text: str, patterns: Iterable[re.Pattern[str]]) -> str:
    """``text`` with every confidential address in it replaced by words that say so."""
    for pattern in patterns:
        text = pattern.sub(f"[{KEPT.lower()}]", text)
    return text


ContentT = TypeVar("ContentT")


def scrubbed(content: ContentT, case: Case) -> ContentT:
    """The content of any paper with the confidential addresses of a case taken out of every text:
    whatever a paper is made of, a refuge is not on it."""
    patterns = confidential_words(case)
    return _scrub(content, patterns) if patterns else content


def _scrub(content: Any, patterns: tuple[re.Pattern[str], ...]) -> Any:
    if isinstance(content, str):
        return without_addresses(content, patterns)
    if isinstance(content, tuple):
        return tuple(_scrub(one, patterns) for one in content)
    if is_dataclass(content) and not isinstance(content, type):
        return replace(
            content, **{f.name: _scrub(getattr(content, f.name), patterns) for f in fields(content)}
        )
    return content


def scrubbed_plain(value: Any, patterns: Iterable[re.Pattern[str]]) -> Any:
    """The same of what an answer or a told case is made of: texts, lists and mappings."""
    patterns = tuple(patterns)
    if isinstance(value, str):
        return without_addresses(value, patterns)
    if isinstance(value, Mapping):
        return {key: scrubbed_plain(one, patterns) for key, one in value.items()}
    if isinstance(value, list | tuple):
        found = (scrubbed_plain(one, patterns) for one in value)
        return tuple(found) if isinstance(value, tuple) else list(found)
    return value


def patterns_of(case: Case, sections: Iterable[SectionAnswers]) -> tuple[re.Pattern[str], ...]:
    """Patterns for every address that the record, or this form, says is confidential."""
    return tuple(_patterns(_confidential(case, sections)))


def is_yes(row: ToldRow, key: str) -> bool:
    """Whether a yes or no column of a row says yes."""
    return row.says(key) == "Yes"


def _bound(sections: Iterable[SectionAnswers]) -> Mapping[str, Answer]:
    return {answer.bind: answer for section in sections for answer in section.answers}


def _says(bound: Mapping[str, Answer], bind: str) -> str:
    return "\n".join(bound[bind].lines) if bind in bound else ""


def says_confidential(sections: Iterable[SectionAnswers]) -> bool:
    """Whether a form says that the family's own address is to be kept confidential."""
    return _says(_bound(sections), "family.confidential") == "Yes"


def _confidential(case: Case, sections: Iterable[SectionAnswers]) -> Iterable[tuple[str, str]]:
    """Address and postcode of every home that is kept confidential, by the record or the form."""
    sections = tuple(sections)
    if case.family.is_confidential:
        yield case.family.address, case.family.postcode
    for home in case.homes:
        if home.is_confidential:
            yield home.address, home.postcode
    bound = _bound(sections)
    if says_confidential(sections):
        yield _says(bound, "family.address"), _says(bound, "family.postcode")
    for section in sections:
        for answer in section.answers:
            for row in answer.rows if answer.kind == "homes" else ():
                if is_yes(row, "confidential"):
                    yield row.says("address"), row.says("postcode")


def _patterns(addresses: Iterable[tuple[str, str]]) -> Iterable[re.Pattern[str]]:
    """The whole address, each part of it that could lead there, and the postcode."""
    texts: dict[str, None] = {}
    for address, postcode in addresses:
        parts = [part.strip() for part in re.split(r"[\n,;]", address) if part.strip()]
        telling = [part for n, part in enumerate(parts) if _leads_there(part, first=n == 0)]
        for text in (" ".join(address.split()), *telling):
            if len(text) > 3:
                texts[
                    r"[\s,]+".join(re.escape(word) for word in text.replace(",", " ").split())
                ] = None
        letters = re.sub(_POSTCODE_GAP, "", postcode)
        if len(letters) > 4:
            texts[_POSTCODE_GAP.join(re.escape(letter) for letter in letters)] = None
    # The longest first, so that a whole address is taken out as one.
    for text in sorted(texts, key=len, reverse=True):
        yield re.compile(rf"(?<!\w){text}(?!\w)", re.IGNORECASE)


def _leads_there(part: str, *, first: bool) -> bool:
    """Whether a part of an address tells where the house is: its first, or one with a number."""
    return first or bool(re.search(r"\d", part) and re.search(r"[^\W\d]", part))
