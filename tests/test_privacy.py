"""Nothing about a family leaves the encrypted store by itself."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest

from ehdesk.demo.families import STORIES, TILBROOK
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.kernel.clock import SetClock


def test_no_file_of_the_home_holds_a_family_in_plain_text(demo_desk: Desk) -> None:
    record = demo_desk.requests.start()
    demo_desk.forms.open(record)
    demo_desk.forms.save(
        record,
        {"family.name": "Zzyzxwell", "needs.worries": "Quillonsedge is late most days."},
        place="needs",
        steps_done=1,
        steps_total=9,
    )
    demo_desk.backups.daily()
    secrets = [*_secrets(), "Zzyzxwell", "Quillonsedge"]
    files = [path for path in demo_desk.home.root.rglob("*") if path.is_file()]
    assert any(path.suffix == ".ehbackup" for path in files)
    assert any(path.name.endswith("-wal") for path in files)
    for path in files:
        content = path.read_bytes()
        for secret in secrets:
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                assert secret.encode(encoding) not in content, f"{path.name} tells of a family"


def test_a_packet_tells_of_a_family_only_under_its_seal(demo_desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    clock = demo_desk.clock
    assert isinstance(clock, SetClock)
    go = Journey(demo_desk, clock, demo_desk.clock.today(), STORIES[3])
    go.begin(0)
    go.complete_request()
    record = go.case.draft("request")
    assert record is not None
    made = demo_desk.packets.make(record.id, out)
    demo_desk.packets.save_email(made.packet, "early-help@example.gov.uk")
    files = [path for path in (*out.rglob("*"), *demo_desk.home.root.rglob("*")) if path.is_file()]
    assert {path.suffix for path in files} >= {".pdf", ".ehpacket", ".eml"}
    for path in files:
        content = path.read_bytes()
        for secret in (*_secrets(), made.password):
            plain = secret.encode()
            # All letters that stand for it alone: four of them come up by chance in a sealed file.
            coded = b64encode(plain)[: len(plain) * 8 // 6]
            assert plain not in content, f"{path.name} tells of a family"
            assert coded not in content, f"{path.name} tells of a family"


def test_what_a_failed_save_says_holds_nothing_that_was_typed(demo_desk: Desk) -> None:
    record = demo_desk.requests.start()
    row = {"id": "not-a-key", "kind": "child", "given_name": "Zzyzxwell"}
    with pytest.raises(ValueError, match="UUID") as caught:
        demo_desk.forms.save(
            record, {"family.people": [row]}, place="", steps_done=0, steps_total=9
        )
    assert "Zzyzxwell" not in f"{caught.value!r} {caught.value}"


def _secrets() -> Iterator[str]:
    for family in (TILBROOK, *STORIES):
        yield family.name
        yield family.address.split(",")[0]
        yield family.worry[:40]
        for person in family.people:
            yield f"{person.first_name} {person.family_name}"


def test_a_store_and_its_keys_are_for_their_owner_alone(demo_desk: Desk, tmp_path: Path) -> None:
    folder = demo_desk.store.paths.folder
    for path in (folder / "store.db", folder / "keys.json"):
        assert path.stat().st_mode & 0o077 == 0
