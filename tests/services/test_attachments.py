"""Files kept with a case: encrypted, once, whole, and gone from the list only until undo."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from ehdesk.desk import Desk
from ehdesk.domain.attachment import LARGEST_CASE, LARGEST_FILE, CaseFull, TooLarge
from ehdesk.domain.file_types import Refused
from ehdesk.kernel.errors import EhdeskError, NotAllowed, NotFound
from ehdesk.kernel.ids import new_id
from ehdesk.store import blobs
from ehdesk.store.engine import writing
from ehdesk.store.tables.attachments import BlobRow
from tests import attached
from tests.desks import a_journey, reopen


@pytest.fixture
def record(desk: Desk) -> UUID:
    """A request that is being written, in the very first step."""
    return desk.requests.start()


def _case_id(desk: Desk, record: UUID) -> UUID:
    return desk.forms.open(record).case_id


def _blobs(desk: Desk) -> int:
    with desk.store.engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(BlobRow)) or 0


def test_a_file_comes_back_byte_for_byte_the_next_morning(desk: Desk, record: UUID) -> None:
    data = attached.png(said=attached.SECRET)
    row = desk.attachments.add(record, "three houses.png", data, what="drawing", note="At school")
    assert (row["name"], row["media_type"], row["size"]) == (
        "three houses.png",
        "image/png",
        len(data),
    )
    assert (row["width"], row["height"]) == (60, 40)
    assert row["sha256"] == blobs.fingerprint(data)
    case_id = _case_id(desk, record)
    again = reopen(desk)
    (kept,) = again.attachments.of_case(case_id)
    assert (kept.name, kept.what, kept.note, kept.added_by) == (
        "three houses.png",
        "drawing",
        "At school",
        "Anita Rowe",
    )
    assert again.cases.get(case_id).attachments == (kept,)
    assert again.attachments.read(kept.id) == data
    again.close()


def test_the_same_content_is_kept_once_however_often_it_is_added(desk: Desk, record: UUID) -> None:
    other = desk.requests.start()
    for name in ("drawing.png", "the same drawing.png"):
        desk.attachments.add(record, name, attached.png())
    desk.attachments.add(other, "again.png", attached.png())
    desk.attachments.add(other, "scan.pdf", attached.pdf())
    assert _blobs(desk) == 2
    names = [one.name for one in desk.attachments.of_case(_case_id(desk, record))]
    assert names == ["drawing.png", "the same drawing.png"]


def test_no_file_under_the_home_holds_the_bytes_of_an_attached_file(
    desk: Desk, record: UUID
) -> None:
    data = attached.png(said=attached.SECRET)
    row = desk.attachments.add(record, "Zzyzxwell drawing.png", data)
    desk.attachments.read(UUID(row["id"]))
    desk.backups.daily()
    files = [path for path in desk.home.root.rglob("*") if path.is_file()]
    assert any(path.suffix == ".ehbackup" for path in files)
    for path in files:
        content = path.read_bytes()
        assert attached.SECRET not in content
        assert b"Zzyzxwell" not in content
        assert data[:60] not in content


def test_a_file_that_is_too_large_is_refused_in_words_that_say_what_to_do(
    desk: Desk, record: UUID
) -> None:
    scan = attached.pdf() + b" " * (14 << 20)
    with pytest.raises(TooLarge) as caught:
        desk.attachments.add(record, "scan.pdf", scan)
    assert caught.value.title.startswith("This scan is 14.1 MB; files up to 10 MB can be kept")
    assert "black and white or at 150 dpi" in caught.value.what_to_do
    assert not caught.value.can_shrink
    with pytest.raises(TooLarge) as caught:
        desk.attachments.add(record, "photo.png", attached.png() + bytes(LARGEST_FILE))
    assert caught.value.can_shrink
    assert _blobs(desk) == 0


def test_a_file_as_large_as_can_be_is_kept(desk: Desk, record: UUID) -> None:
    text = b"x" * LARGEST_FILE
    row = desk.attachments.add(record, "long.txt", text)
    assert desk.attachments.read(UUID(row["id"])) == text


def test_a_case_that_is_full_says_so_and_counts_the_same_content_once(
    desk: Desk, record: UUID
) -> None:
    many = LARGEST_CASE // LARGEST_FILE
    rows = [
        desk.attachments.add(record, f"{n}.txt", b"%02d" % n + b"x" * (LARGEST_FILE - 2))
        for n in range(many)
    ]
    with pytest.raises(CaseFull) as caught:
        desk.attachments.add(record, "one more.txt", b"one more")
    assert "100 MB of files; up to 100 MB can be kept" in caught.value.title
    assert _blobs(desk) == many
    desk.attachments.add(record, "again.txt", b"00" + b"x" * (LARGEST_FILE - 2))
    desk.attachments.remove(UUID(rows[1]["id"]))
    desk.attachments.add(record, "one more.txt", b"one more")


def test_a_program_is_never_kept(desk: Desk, record: UUID) -> None:
    with pytest.raises(Refused, match="program"):
        desk.attachments.add(record, "drawing.png", b"MZ\x90\x00\x03\x00")
    assert _blobs(desk) == 0


def test_a_removed_file_is_only_marked_and_comes_back_with_undo(desk: Desk, record: UUID) -> None:
    case_id = _case_id(desk, record)
    first = desk.attachments.add(record, "one.png", attached.png())
    desk.attachments.add(record, "two.pdf", attached.pdf())
    desk.attachments.remove(UUID(first["id"]))
    assert [one.name for one in desk.attachments.of_case(case_id)] == ["two.pdf"]
    assert desk.attachments.read(UUID(first["id"])) == attached.png()
    desk.attachments.put_back(UUID(first["id"]))
    assert [one.name for one in desk.attachments.of_case(case_id)] == ["one.png", "two.pdf"]


def test_history_tells_of_the_file_by_its_hash_and_never_holds_its_bytes(
    desk: Desk, record: UUID
) -> None:
    data = attached.png(said=attached.SECRET)
    row = desk.attachments.add(record, "house.png", data)
    desk.attachments.remove(UUID(row["id"]))
    changes = desk.cases.changes(_case_id(desk, record))
    removed, added = [one for one in changes if one.table == "attachments"]
    assert (removed.operation, removed.field, removed.new) == ("Remove a file", "removed", True)
    assert isinstance(added.new, dict)
    assert added.new["sha256"] == row["sha256"]
    assert not [one for one in changes if one.table == "blobs"]
    assert attached.SECRET.decode() not in repr(changes)
    assert attached.SECRET.hex() not in repr(changes)
    assert desk.check() == ()


def test_a_finished_form_takes_and_gives_no_file(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(60)
    sent = desk.cases.get(go.case_id).finished("request")[0]
    with pytest.raises(NotAllowed, match="finished"):
        desk.attachments.add(sent.id, "late.png", attached.png())


def test_a_file_of_a_form_is_read_after_the_form_was_finished(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(60)
    go.decide(58, "eha")
    go.on(50)
    record = desk.contacts.start(go.case_id)
    letter = attached.pdf()
    row = desk.attachments.add(record, "letter.pdf", letter)
    desk.forms.save(
        record,
        {"contact.kind": "phone", "contact.on": "2026-09-28", "contact.said": "A letter came."},
        place="",
        steps_done=1,
        steps_total=1,
    )
    desk.contacts.finish(record)
    with pytest.raises(NotAllowed):
        desk.attachments.remove(UUID(row["id"]))
    assert desk.attachments.read(UUID(row["id"])) == letter


def test_what_is_not_there_cannot_be_read_or_added_to(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.attachments.read(new_id())
    with pytest.raises(NotFound):
        desk.attachments.add(new_id(), "one.png", attached.png())


def test_the_check_finds_a_file_that_is_not_what_was_added_and_names_nobody(
    desk: Desk, record: UUID
) -> None:
    row = desk.attachments.add(record, "Zzyzxwell.png", attached.png())
    desk.attachments.add(record, "whole.pdf", attached.pdf())
    reference = desk.forms.open(record).reference
    assert desk.check() == ()
    with writing(desk.store.engine).begin() as connection:
        connection.exec_driver_sql(
            "UPDATE blobs SET content = x'0011' WHERE sha256 = ?", (row["sha256"],)
        )
    assert desk.check() == (f"{reference}: an attached file is not what was added.",)
    with pytest.raises(EhdeskError, match="damaged"):
        desk.attachments.read(UUID(row["id"]))


def test_adding_a_damaged_file_again_makes_it_whole(desk: Desk, record: UUID) -> None:
    row = desk.attachments.add(record, "house.png", attached.png())
    with writing(desk.store.engine).begin() as connection:
        connection.exec_driver_sql("UPDATE blobs SET content = x'0011'")
    desk.attachments.add(record, "house again.png", attached.png())
    assert desk.attachments.read(UUID(row["id"])) == attached.png()
    assert desk.check() == ()


def test_the_check_finds_content_that_is_missing(desk: Desk, record: UUID) -> None:
    desk.attachments.add(record, "house.png", attached.png())
    reference = desk.forms.open(record).reference
    with desk.store.engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        raw.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        raw.execute("DELETE FROM blobs")  # type: ignore[union-attr]
        raw.execute("PRAGMA foreign_keys=ON")  # type: ignore[union-attr]
    assert f"{reference}: the content of an attached file is missing." in desk.check()


def test_a_backup_holds_the_files_too(desk: Desk, record: UUID, tmp_path: Path) -> None:
    desk.attachments.add(record, "house.png", attached.png(said=attached.SECRET))
    backup = desk.backups.make(tmp_path)
    assert backup.rows > 0
    assert attached.SECRET not in backup.path.read_bytes()


def test_scripts_are_told_of_a_file_without_its_bytes(desk: Desk, record: UUID) -> None:
    data = attached.png(said=attached.SECRET)
    row = desk.attachments.add(record, "house.png", data, what="drawing")
    told = desk.told.case(_case_id(desk, record))
    (file,) = told["attachments"]
    assert (file["name"], file["sha256"], file["size"]) == ("house.png", row["sha256"], len(data))
    assert attached.SECRET.decode() not in json.dumps(told)


def test_a_copy_that_leaves_the_store_is_logged_with_its_hash(desk: Desk, record: UUID) -> None:
    row = desk.attachments.add(record, "house.png", attached.png())
    desk.attachments.log_copy(UUID(row["id"]))
    (paper,) = desk.cases.get(_case_id(desk, record)).papers
    assert (paper.kind, paper.title, paper.way, paper.sha256, paper.by) == (
        "file",
        "house.png",
        "saved",
        row["sha256"],
        "Anita Rowe",
    )


@given(name=st.text(max_size=80), note=st.text(max_size=80))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_name_and_note_can_be_given(desk: Desk, record: UUID, name: str, note: str) -> None:
    row = desk.attachments.add(record, name, attached.png(), note=note)
    kept = next(
        one for one in desk.attachments.of_case(_case_id(desk, record)) if str(one.id) == row["id"]
    )
    assert (kept.name, kept.note) == (row["name"], note)
    assert kept.name.lower().endswith(".png")


# What is said of a file in the form that it was added to


def _save(desk: Desk, record: UUID, rows: object) -> None:
    desk.forms.save(record, {"attachments.files": rows}, place="", steps_done=0, steps_total=1)  # type: ignore[dict-item]


def test_a_form_that_asks_for_files_shows_what_was_added_to_it(desk: Desk, record: UUID) -> None:
    row = desk.attachments.add(record, "house.png", attached.png(), what="drawing")
    other = desk.requests.start()
    desk.attachments.add(other, "elsewhere.png", attached.png())
    opened = desk.forms.open(record)
    assert opened.values["attachments.files"] == [row]
    assert opened.options["file_kinds"][0].label.startswith("Drawing")


def test_an_answer_given_before_a_file_was_added_removes_nothing(desk: Desk, record: UUID) -> None:
    row = desk.attachments.add(record, "house.png", attached.png())
    _save(desk, record, [])
    assert desk.forms.open(record).values["attachments.files"] == [row]


def test_an_answer_cannot_make_a_file_or_change_what_it_is(desk: Desk, record: UUID) -> None:
    row = desk.attachments.add(record, "house.png", attached.png())
    invented = {"id": str(new_id()), "name": "not there.png", "sha256": "0" * 64, "size": 1}
    _save(desk, record, [row | {"size": 1, "sha256": "0" * 64, "media_type": "x"}, invented])
    assert desk.forms.open(record).values["attachments.files"] == [row]
    assert desk.attachments.read(UUID(row["id"])) == attached.png()


@given(
    name=st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=60),
    note=st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=60),
    what=st.sampled_from(["", "drawing", "other", "a kind of before"]),
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_is_said_of_a_file_comes_back_as_it_was_given(
    desk: Desk, record: UUID, name: str, note: str, what: str
) -> None:
    before = desk.forms.open(record).values["attachments.files"]
    row = before[0] if before else desk.attachments.add(record, "a.png", attached.png())  # type: ignore[index]
    said = row | {"name": name, "note": note, "what": what}
    _save(desk, record, [said])
    assert desk.forms.open(record).values["attachments.files"] == [said]


def test_a_finished_form_goes_on_saying_which_files_it_came_with(desk: Desk) -> None:
    go = a_journey(desk)
    go.begin(60)
    record = desk.cases.get(go.case_id).records[0].id
    child = desk.cases.get(go.case_id).children[0]
    row = desk.attachments.add(
        record, "house.png", attached.png(), what="drawing", person_id=child.id, note="At school"
    )
    go.complete_request()
    go.record_sent()
    sent = desk.cases.get(go.case_id).finished("request")[0]
    assert sent.frozen is not None
    answers = [one for section in sent.frozen["sections"] for one in section["answers"]]
    files = next(answer for answer in answers if answer["key"] == "attachments.files")
    assert files["value"] == [row]
    assert files["lines"] == [
        f"house.png, Drawing or writing by a child, {child.full_name} ({child.relationship}), "
        f"{row['size']} bytes",
        "At school",
    ]
    assert desk.check() == ()
    told = desk.told.case(go.case_id)["forms"][0]
    assert told["values"]["attachments.files"][0]["sha256"] == row["sha256"]
