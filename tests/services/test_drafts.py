"""What is typed on small pages stays, for the person who typed it, until it is recorded."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from ehdesk.desk import Desk, User, open_desk
from ehdesk.domain.access import FIRST_USER
from ehdesk.domain.lists import CaseFilter
from ehdesk.kernel.errors import EhdeskError, NotFound
from ehdesk.kernel.ids import new_id
from ehdesk.kernel.notices import Changed, Notices
from ehdesk.services.consents import Withdrawal
from ehdesk.services.drafts import DraftService
from ehdesk.store.access import Access
from ehdesk.store.backups import restore
from tests.desks import PASSWORD, TODAY, after_a_crash

PAGE = "withdrawal"
TYPED = {"on": "2026-11-17", "by": "Dawn", "how": "Zzyzxwell rang, and", "kinds": ["plan"]}


def the_case(desk: Desk, name: str) -> UUID:
    return desk.lists.case_ids(CaseFilter(text=name)).ids[0]


@pytest.fixture
def case_id(demo_desk: Desk) -> UUID:
    return the_case(demo_desk, "tilbrook")


def test_a_draft_survives_a_crash_with_everything_that_was_in_it(
    demo_desk: Desk, case_id: UUID, tmp_path: Path
) -> None:
    kept = demo_desk.drafts.keep(case_id, PAGE, TYPED)
    after = after_a_crash(demo_desk, tmp_path / "after")
    draft = after.drafts.get(case_id, PAGE)
    assert draft is not None
    assert draft.typed == TYPED
    assert draft.begun_at == draft.saved_at == kept.at == demo_desk.clock.now()
    assert after.check() == ()
    after.close()


def test_going_on_with_a_draft_leaves_the_time_at_which_it_was_begun(
    demo_desk: Desk, case_id: UUID
) -> None:
    begun = demo_desk.drafts.keep(case_id, PAGE, TYPED).at
    demo_desk.clock.move_to(begun + timedelta(days=1))  # type: ignore[attr-defined]
    kept = demo_desk.drafts.keep(case_id, PAGE, TYPED | {"by": "Dawn and Lee"})
    draft = demo_desk.drafts.get(case_id, PAGE)
    assert draft is not None
    assert (draft.typed["by"], draft.begun_at, draft.saved_at) == ("Dawn and Lee", begun, kept.at)


def test_each_page_of_each_case_has_a_draft_of_its_own(demo_desk: Desk, case_id: UUID) -> None:
    other = next(key for key in demo_desk.lists.case_ids(CaseFilter()).ids if key != case_id)
    demo_desk.drafts.keep(case_id, PAGE, TYPED)
    demo_desk.drafts.keep(case_id, "sharing", {"recipient": "Thistle Club"})
    assert demo_desk.drafts.get(other, PAGE) is None
    assert list(demo_desk.drafts.of_case(case_id)) == ["sharing", "withdrawal"]
    demo_desk.drafts.drop(case_id, "sharing")
    assert list(demo_desk.drafts.of_case(case_id)) == [PAGE]


def test_a_draft_goes_in_the_unit_of_work_of_the_record_that_it_becomes(
    demo_desk: Desk, case_id: UUID
) -> None:
    demo_desk.drafts.keep(case_id, PAGE, TYPED)
    demo_desk.drafts.keep(case_id, "sharing", {"recipient": "Thistle Club"})
    with pytest.raises(EhdeskError):
        demo_desk.consents.withdraw(case_id, Withdrawal(TODAY, ""), draft=PAGE)
    assert demo_desk.drafts.get(case_id, PAGE) is not None
    demo_desk.consents.withdraw(case_id, Withdrawal(TODAY, "Dawn"), draft=PAGE)
    assert list(demo_desk.drafts.of_case(case_id)) == ["sharing"]


def test_a_step_that_is_refused_leaves_its_draft(demo_desk: Desk, case_id: UUID) -> None:
    demo_desk.drafts.keep(case_id, "step", {"why": "They moved away"})
    with pytest.raises(EhdeskError):
        demo_desk.steps.record(case_id, "back_to_request", on=TODAY, reason="x", draft="step")
    assert demo_desk.drafts.get(case_id, "step") is not None


def test_a_draft_is_no_part_of_the_record_and_nobody_is_told(
    demo_desk: Desk, case_id: UUID
) -> None:
    before, changes = demo_desk.cases.get(case_id), demo_desk.cases.changes(case_id)
    told: list[Changed] = []
    leave = demo_desk.notices.subscribe(told.append)
    demo_desk.drafts.keep(case_id, PAGE, TYPED)
    demo_desk.drafts.drop(case_id, PAGE)
    leave()
    assert told == []
    assert demo_desk.cases.get(case_id) == before
    assert demo_desk.cases.changes(case_id) == changes


def test_a_draft_is_found_only_by_whoever_typed_it(demo_desk: Desk, case_id: UUID) -> None:
    demo_desk.drafts.keep(case_id, PAGE, TYPED)
    colleague = User(new_id(), "Ben Okafor", access=FIRST_USER)
    access = Access(demo_desk.store, demo_desk.clock, colleague.id, Notices())
    theirs = DraftService(access, demo_desk.pack, demo_desk.clock, colleague)
    assert theirs.of_case(case_id) == {}
    theirs.drop(case_id, PAGE)
    assert demo_desk.drafts.get(case_id, PAGE) is not None


def test_a_draft_is_in_every_backup(demo_desk: Desk, case_id: UUID, tmp_path: Path) -> None:
    demo_desk.drafts.keep(case_id, PAGE, TYPED)
    backup = demo_desk.backups.daily()
    assert backup is not None
    into, clock = tmp_path / "restored", demo_desk.clock
    folder = restore(backup.path, into, clock, password=PASSWORD)
    again = open_desk(folder, password=PASSWORD, clock=clock, home=demo_desk.home)
    draft = again.drafts.get(case_id, PAGE)
    assert draft is not None
    assert draft.typed == TYPED
    again.close()


def test_nothing_of_a_draft_is_on_the_disk_in_plain_text(demo_desk: Desk, case_id: UUID) -> None:
    demo_desk.drafts.keep(case_id, PAGE, TYPED)
    demo_desk.backups.daily()
    files = [path for path in demo_desk.home.root.rglob("*") if path.is_file()]
    assert any(path.name.endswith("-wal") for path in files)
    assert any(path.suffix == ".ehbackup" for path in files)
    for path in files:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert "Zzyzxwell".encode(encoding) not in path.read_bytes(), path.name


def test_a_draft_needs_a_case(demo_desk: Desk) -> None:
    with pytest.raises(NotFound):
        demo_desk.drafts.keep(UUID(int=1), PAGE, TYPED)
