"""The cases of one family: which may begin beside those there are."""

from __future__ import annotations

from typing import Final

from ehdesk.domain.case import Case
from ehdesk.domain.pathway import OPEN, Kind, State

REOPENED_FROM: Final = frozenset({State.CLOSED, State.SIGNPOSTED, State.ADVISED, State.WITHDRAWN})
"""A case that joined another goes on there, so it is not begun again."""


def running_kinds(case: Case) -> frozenset[str]:
    """The kinds of the family's open cases, this one among them."""
    others = {one.kind for one in case.other_cases if one.state in OPEN}
    return frozenset(others | {case.kind} if case.is_open else others)


def what_can_begin(case: Case) -> tuple[Kind, ...]:
    """The kinds of case that can begin for the family of this one: never a second open one."""
    running = running_kinds(case)
    found = []
    if case.state in REOPENED_FROM and Kind.REQUEST.value not in running:
        found.append(Kind.REQUEST)
    if Kind.OWN_EHA.value not in running:
        found.append(Kind.OWN_EHA)
    return tuple(found)


def can_ask_for_support(case: Case) -> bool:
    """Whether support can be asked for within the family's own assessment (schools' page)."""
    own = case.is_open and case.kind == Kind.OWN_EHA
    return own and Kind.REQUEST.value not in running_kinds(case)
