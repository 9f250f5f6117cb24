"""The morning digest: what is due for one person, with no family's name on it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ehdesk.desk import Desk
from ehdesk.documents import digest
from ehdesk.domain.access import Role
from ehdesk.domain.lists import CaseFilter
from ehdesk.kernel.errors import NotAllowed
from tests.desks import colleague
from tests.documents.reading import read

GOLDEN = Path(__file__).parent / "digests"
DAYS = (date(2026, 11, 17), date(2027, 3, 1), date(2027, 7, 9))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_digest_of_a_day_says_what_is_due_and_why(demo_desk: Desk, day: date) -> None:
    said = read(demo_desk.digest.make(day))
    kept = GOLDEN / f"{day.isoformat()}.txt"
    assert said.text.split() == kept.read_text(encoding="utf-8").split()
    assert "Confidential. For Anita Rowe only." in said.artifacts


def test_it_names_no_family_and_nothing_that_was_typed(demo_desk: Desk) -> None:
    words = " ".join(read(demo_desk.digest.make(day)).text for day in DAYS)
    lists = demo_desk.lists
    ids = lists.case_ids(CaseFilter()).ids
    for case in (demo_desk.cases.get(key) for key in ids):
        names = {case.family.name, *(one.first_name for one in case.people)} - {""}
        names |= {action.what for action in case.actions}
        # A name that is a word of its own in the sheet, whoever's it is.
        assert not {name for name in names if f" {name} " in f" {words} "}, case.reference


def test_a_reader_takes_no_sheet_away(demo_desk: Desk) -> None:
    reader = colleague(demo_desk, "Rae Reader", Role.READER)
    with pytest.raises(NotAllowed):
        reader.digest.make()


def test_a_day_without_anything_due_says_so(desk: Desk) -> None:
    assert "Nothing is due." in read(desk.digest.make()).text


def test_the_same_sheet_is_the_same_bytes(demo_desk: Desk) -> None:
    content = demo_desk.digest.content()
    when = demo_desk.clock.now()
    assert digest.build(content, when=when) == digest.build(content, when=when)
