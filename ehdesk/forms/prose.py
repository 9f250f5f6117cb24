"""Which answers are written in words of a language, so that their spelling can be looked at."""

from __future__ import annotations

from typing import Final

from ehdesk.forms.spec import Field

_NAMES = """
    name given_name family_name known_as other_names who words_by gathered_by seen_by spoke_to
    witness chair minute_taker school school_contact gp health_visitor agency service
"""
_PLACES_AND_NUMBERS = """
    address postcode venue next_venue phone email upn nhs_number uln la_id year_group reference
    first_language nationality religion occupation
"""
_NOT_PROSE: Final = frozenset((_NAMES + _PLACES_AND_NUMBERS).split())
"""Last parts of keys and bindings: short answers that are names, places, numbers or addresses."""


def is_prose(question: Field) -> bool:
    """Whether people write in words here. A short answer is not when it is a name, a number or
    an address, by its key, its binding or a check of how it is written."""
    if question.kind == "long_text":
        return True
    last = {question.key.rpartition(".")[2], question.bind.rpartition(".")[2]}
    return question.kind == "short_text" and not question.checks and not last & _NOT_PROSE
