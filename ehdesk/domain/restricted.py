"""Restricted notes: everywhere they say that they exist, and nowhere what they say.

What a case holds of one is made here, once, for every list, paper, search and export.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

FORM: Final = "contact"
MARK: Final = "contact.restricted"
KIND: Final = "restricted"
"""The kind of a contact that is restricted, in place of call or visit."""
_STAYS: Final = frozenset({"contact.on", MARK})
"""What is still said of it: the day, and that it is restricted."""


def is_restricted(form: str, answers: Mapping[str, Any]) -> bool:
    """Whether a form with these answers is a restricted note, finished or not."""
    return form == FORM and answers.get(MARK) == "yes"


def masked_answers(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers that are still told."""
    return {key: value for key, value in answers.items() if key in _STAYS}


def masked_copy(copy: Mapping[str, Any]) -> dict[str, Any]:
    """The frozen copy with nothing but what is still told. It no longer has its own hash."""
    return {
        **copy,
        "sections": [
            {**section, "answers": [one for one in section["answers"] if one["key"] in _STAYS]}
            for section in copy["sections"]
        ],
    }
