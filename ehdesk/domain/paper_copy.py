"""What a copy of a form leaves out, by whom it is for.

Three rules, all of them about questions and columns by name, so that a new form keeps them too:

* The address of a home that is kept confidential (a refuge) is on no paper at all, wherever in
  the form it was written.
* A pupil's or patient's number is on a paper only when the authority says so, and never on one
  for the family.
* A family's copy has nothing about restrictions and risks to staff, how to reach somebody safely,
  or where a restricted person is, and no question that its form marks as ``private``.

A family's copy does not say what it leaves out: that alone could put somebody in danger.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.confidential import (
    KEPT,
    is_yes,
    patterns_of,
    says_confidential,
    without_addresses,
)
from ehdesk.forms.display import Answer, SectionAnswers
from ehdesk.forms.told_rows import Cell, ToldRow


class Audience(StrEnum):
    """Who a copy is for."""

    PROFESSIONAL = "professional"
    FAMILY = "family"


@dataclass(frozen=True)
class Copy:
    """A form as one audience may read it. ``left_off`` is told to whoever prints it, not printed
    on a family's copy."""

    sections: tuple[SectionAnswers, ...]
    left_off: tuple[str, ...]


_IDENTIFIERS: Final = {
    "upn": "upn",
    "upn_unknown": "upn",
    "uln": "upn",
    "nhs_number": "nhs_number",
}
"""Columns that hold a number, by the entry of the pack that says whether it is printed."""
_STAFF_RISK: Final = "risks to staff"
_NOT_FOR_FAMILY: Final = {
    "staff_risk": _STAFF_RISK,
    "staff_risk_note": _STAFF_RISK,
    "safe_contact": "how to reach people safely",
    "confidential": "what is kept confidential",
}
_PRIVATE_BINDS: Final = {"restrictions": "restrictions", "family.contact_note": "safe contact"}
_OF_A_RESTRICTED_PERSON: Final = frozenset(
    {"kind", "given_name", "family_name", "known_as", "relationship", "parental_responsibility"}
)
"""All that a family's copy says of somebody with a restriction."""
_ADDRESSES: Final = frozenset({"family.address", "family.postcode", "family.address_kind"})


def copy_for(
    audience: Audience, sections: Iterable[SectionAnswers], case: Case, pack: Pack
) -> Copy:
    """``sections`` without what this audience is not given."""
    return _Copying(audience, tuple(sections), case, pack).copy()


def may_print(pack: Pack, audience: Audience, identifier: str) -> bool:
    """Whether a number such as the UPN stands on a paper for this audience."""
    return audience is Audience.PROFESSIONAL and any(
        each.code == identifier and each.on_papers for each in pack.identifiers
    )


class _Copying:
    """One form on its way to one audience."""

    def __init__(
        self, audience: Audience, sections: tuple[SectionAnswers, ...], case: Case, pack: Pack
    ) -> None:
        self._family = audience is Audience.FAMILY
        self._sections = sections
        self._home_is_kept = case.family.is_confidential or says_confidential(sections)
        self._patterns = patterns_of(case, sections)
        self._restricted = _restricted(case, sections)
        names = {each.code: each.name for each in pack.identifiers}
        self._columns: dict[str, str] = {
            column: names.get(code, code)
            for column, code in _IDENTIFIERS.items()
            if not may_print(pack, audience, code)
        }
        if self._family:
            self._columns |= _NOT_FOR_FAMILY
        self._left_off: dict[str, None] = {}

    def copy(self) -> Copy:
        sections = tuple(
            replace(section, answers=tuple(self._answers(section.answers)))
            for section in self._sections
        )
        kept = tuple(section for section in sections if section.answers)
        return Copy(kept, tuple(self._left_off))

    def _leave_off(self, what: str) -> None:
        self._left_off[what] = None

    def _answers(self, answers: Iterable[Answer]) -> Iterable[Answer]:
        for answer in answers:
            if self._is_private(answer):
                continue
            if answer.bind in _ADDRESSES and self._home_is_kept and answer.answered:
                self._leave_off("the confidential address")
                if not self._family:
                    kind = answer.bind == "family.address_kind"
                    yield answer if kind else replace(answer, lines=(KEPT,))
                continue
            told = replace(
                answer,
                lines=self._safe(answer.lines),
                rows=tuple(self._rows(answer)),
            )
            # A question of which every row is left off is not one that nobody answered.
            if not answer.rows or told.rows:
                yield told

    def _is_private(self, answer: Answer) -> bool:
        if not self._family:
            return False
        what = _PRIVATE_BINDS.get(answer.bind, "")
        if answer.kind == "restrictions":
            what = _PRIVATE_BINDS["restrictions"]
        if answer.field_key.rpartition(".")[2] in _NOT_FOR_FAMILY:
            what = _NOT_FOR_FAMILY[answer.field_key.rpartition(".")[2]]
        if answer.private and not what:
            what = f"“{answer.label}”"
        if what and answer.answered:
            self._leave_off(what)
        return bool(what)

    def _rows(self, answer: Answer) -> Iterable[ToldRow]:
        for row in answer.rows:
            if answer.kind == "homes" and is_yes(row, "confidential"):
                self._leave_off("the confidential address")
                if not self._family:
                    yield ToldRow(row.id, tuple(self._kept_home(row)))
                continue
            only = None
            if self._family and answer.kind == "people" and row.id in self._restricted:
                only = _OF_A_RESTRICTED_PERSON
                self._leave_off("where a restricted person is")
            told = self._row(row, only)
            if told.cells:
                yield told

    def _kept_home(self, row: ToldRow) -> Iterable[Cell]:
        for cell in row.cells:
            if cell.key == "address":
                yield replace(cell, lines=(KEPT,))
            elif cell.key in ("kind", "confidential"):
                yield cell

    def _row(self, row: ToldRow, only: frozenset[str] | None = None) -> ToldRow:
        cells = []
        for cell in row.cells:
            if cell.key in self._columns:
                self._leave_off(self._columns[cell.key])
            elif only is None or cell.key in only:
                inner = tuple(self._row(one) for one in cell.rows)
                cells.append(replace(cell, lines=self._safe(cell.lines), rows=inner))
        return ToldRow(row.id, tuple(cells))

    def _safe(self, lines: tuple[str, ...]) -> tuple[str, ...]:
        if not self._patterns or not lines:
            return lines
        text = "\n".join(lines)
        safe = without_addresses(text, self._patterns)
        if safe != text:
            self._leave_off("the confidential address")
        return tuple(safe.split("\n"))


def _restricted(case: Case, sections: Iterable[SectionAnswers]) -> frozenset[str]:
    """The keys of people with a restriction, by the record or by this form."""
    known = {str(one.person_id) for one in case.restrictions if one.person_id}
    names = {
        row.says("person_id")
        for section in sections
        for answer in section.answers
        if answer.kind == "restrictions"
        for row in answer.rows
    }
    for person in case.people:
        if any(name and name.startswith(person.full_name) for name in names if person.full_name):
            known.add(str(person.id))
    return frozenset(known)
