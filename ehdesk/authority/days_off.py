"""Days on which nobody works, known by everything of a pack that counts working days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ehdesk.authority.items import BankHoliday, SchoolTerm
from ehdesk.authority.pack import Pack

_READ_ONCE = ("forms", "lists")
"""What a pack has read already, and need not read again for other dates."""


def days_off(pack: Pack) -> frozenset[date]:
    """The bank holidays that the pack knows."""
    return frozenset(holiday.day for holiday in pack.bank_holidays if holiday.usable)


def with_days_off(pack: Pack) -> Pack:
    """The same pack, whose clocks and levels leave its bank holidays out of working days."""
    days = days_off(pack)
    return replace(
        pack,
        clocks=tuple(
            replace(clock, length=replace(clock.length, days_off=days)) for clock in pack.clocks
        ),
        escalation=tuple(
            replace(level, length=replace(level.length, days_off=days)) for level in pack.escalation
        ),
    )


def with_own_dates(
    pack: Pack, terms: tuple[SchoolTerm, ...], holidays: tuple[BankHoliday, ...]
) -> Pack:
    """The pack of a store that keeps its own school terms and bank holidays."""
    made = with_days_off(replace(pack, school_terms=terms, bank_holidays=holidays))
    vars(made).update({name: vars(pack)[name] for name in _READ_ONCE if name in vars(pack)})
    return made
