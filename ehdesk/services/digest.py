"""The morning digest: what is due for one person, or for all, on one sheet. It names nobody but its
reader: a family is its reference, and what was typed about it stays in the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final
from uuid import UUID

from ehdesk.documents import digest as paper
from ehdesk.documents.catalogue import DOCUMENTS
from ehdesk.domain.access import Deed
from ehdesk.domain.due import SAFETY
from ehdesk.domain.lists import DueItem, Today
from ehdesk.domain.words import in_days, waiting
from ehdesk.kernel.dates import say_short_date
from ehdesk.services.lists import ListService
from ehdesk.services.service import Service
from ehdesk.store.queries import lists

_SAYS_ITS_DETAIL: Final = frozenset(
    {
        *("review", "assess", "first_taf", "decide", "checks", "allocate", "hub", "hub_proforma"),
        *("minutes", "holidays", "drift", "tell_referrer", "panel_first"),
    }
)
"""Kinds whose detail is made of the program's words and of days, never of what somebody typed."""
_PAUSED: Final = "paused until "


class DigestService(Service):
    """Reads only. A reader takes nothing away, so there is none for them."""

    def content(self, on: date | None = None, *, everyone: bool = False) -> paper.Digest:
        """What stands on the sheet of a day, today unless another is named: the same as on the
        Today page of ``everyone``, or of the person at the screen.

        :raises NotAllowed: for a reader.
        """
        self._allow(Deed.TAKE_PAPER)
        day = on or self._clock.today()
        today = ListService(self._access, self._pack, self._clock, self._user).today(
            everyone=everyone, on=day
        )
        references = self._references(today)
        groups = (
            ("Overdue", today.overdue),
            ("Today", today.due_today),
            ("Waiting", sorted(today.waiting, key=lambda item: item.kind not in SAFETY)),
            ("Later this week", today.this_week),
        )
        return paper.Digest(
            reader=self._user.name,
            everyone=everyone,
            on=day,
            groups=tuple(
                paper.DigestGroup(title=title, lines=tuple(self._lines(items, references, day)))
                for title, items in groups
            ),
            more=sum(today.totals.values())
            - sum(map(len, (today.overdue, today.due_today, today.waiting, today.this_week))),
        )

    def make(self, on: date | None = None, *, everyone: bool = False) -> bytes:
        """The sheet as PDF.

        :raises NotAllowed: for a reader.
        """
        content = self.content(on, everyone=everyone)
        return DOCUMENTS["digest"].build(content, when=self._clock.now())

    def _references(self, today: Today) -> dict[UUID, str]:
        items = (*today.overdue, *today.due_today, *today.waiting, *today.this_week)
        with self._access.reading() as connection:
            found = lists.case_lines(connection, tuple({item.case_id for item in items}))
        return {line.case_id: line.reference for line in found}

    def _lines(
        self, items: Iterable[DueItem], references: Mapping[UUID, str], day: date
    ) -> Iterable[paper.DigestLine]:
        for item in items:
            yield paper.DigestLine(
                reference=references.get(item.case_id, ""),
                what=_what(item),
                when_words=_when(item, day),
                why=item.why,
            )


def _what(item: DueItem) -> str:
    detail, _, paused = item.detail.partition(_PAUSED)
    detail = detail.rstrip(", ")
    if item.kind == "action":
        said = detail.partition(",")[0].capitalize()  # "Action 1.2": what it says stays inside
    elif item.kind == "hub_question":
        said = item.title.partition(":")[0]  # what the hub asked stays inside
    elif item.kind == "meeting":
        said = f"{item.title}, {detail.partition(',')[0]}"
    elif item.kind in _SAYS_ITS_DETAIL and detail:
        said = f"{item.title}: {detail}"
    else:
        said = item.title
    until = paused.partition(":")[0]
    return f"{said} ({_PAUSED}{until})" if until else said


def _when(item: DueItem, day: date) -> str:
    if item.due is None:
        return waiting(item.waiting_since, day) if item.waiting_since else "No date set"
    words = in_days(item.due, day)
    return words if item.due == day else f"{say_short_date(item.due)}, {words.lower()}"
