"""One writer at a time, with words that say who it is; and where a store should not live."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from ehdesk.kernel.clock import SetClock
from ehdesk.kernel.passphrase import QUICK
from ehdesk.store import folder
from ehdesk.store.errors import OpenElsewhere
from ehdesk.store.folder import OpenStore
from ehdesk.store.lock import read_holder
from ehdesk.store.whereabouts import where_it_lives
from tests.store.conftest import PASSWORD

HOLD = """
import sys
from pathlib import Path
from ehdesk.kernel.clock import SystemClock
from ehdesk.store import folder
from ehdesk.kernel.passphrase import QUICK
store = folder.open_store(Path(sys.argv[1]), password=sys.argv[2], clock=SystemClock(), cost=QUICK)
print("open", flush=True)
sys.stdin.read()
"""


def test_a_second_window_is_refused_naming_who_and_since_when(
    store: OpenStore, clock: SetClock
) -> None:
    with pytest.raises(OpenElsewhere) as caught:
        folder.open_store(store.paths.folder, password=PASSWORD, clock=clock)
    assert caught.value.title == "West locality is open elsewhere"
    assert caught.value.who == "Open in another window on this computer"
    assert caught.value.since == "10:38am"


def test_another_computer_is_named_and_yesterday_has_its_date(
    store: OpenStore, clock: SetClock
) -> None:
    note = json.loads(store.paths.holder.read_bytes())
    note.update(computer="HALL-LAPTOP", user="devi")
    store.paths.holder.write_text(json.dumps(note))
    clock.move_to(clock.now() + timedelta(days=1))
    with pytest.raises(OpenElsewhere) as caught:
        folder.open_store(store.paths.folder, password=PASSWORD, clock=clock)
    assert "Open on HALL-LAPTOP by devi since 10:38am on Tue 17 Nov" in str(caught.value)


def test_a_note_that_cannot_be_read_does_not_hide_the_refusal(
    store: OpenStore, clock: SetClock
) -> None:
    store.paths.holder.write_text("not json")
    with pytest.raises(OpenElsewhere, match="another window since a moment ago"):
        folder.open_store(store.paths.folder, password=PASSWORD, clock=clock)


def test_closing_lets_others_in_and_takes_the_note_away(store: OpenStore, clock: SetClock) -> None:
    store.close()
    assert read_holder(store.paths) is None
    folder.open_store(store.paths.folder, password=PASSWORD, clock=clock).close()


def test_to_read_only_works_while_someone_else_writes(store: OpenStore, clock: SetClock) -> None:
    reading = folder.open_store(
        store.paths.folder, password=PASSWORD, clock=clock, read_only=True, cost=QUICK
    )
    assert reading.read_only
    reading.close()
    assert read_holder(store.paths) is not None, "closing a reader takes nobody's lock away"


def test_the_lock_of_a_killed_process_is_free_again(store: OpenStore, clock: SetClock) -> None:
    store.close()
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(store.paths.folder), PASSWORD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdin
    assert process.stdout.readline() == "open\n"
    holder = read_holder(store.paths)
    assert holder is not None
    assert holder.pid == process.pid
    with pytest.raises(OpenElsewhere):
        folder.open_store(store.paths.folder, password=PASSWORD, clock=clock)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdin.close()
    process.stdout.close()
    again = folder.open_store(store.paths.folder, password=PASSWORD, clock=clock)
    mine = read_holder(again.paths)
    assert mine is not None
    assert mine.pid == os.getpid(), "the note left behind is written over"
    again.close()


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("home/OneDrive - Larkmoor School/Documents", "OneDrive"),
        ("home/OneDrive", "OneDrive"),
        ("home/Dropbox (Team)/stores", "Dropbox"),
        ("home/Library/CloudStorage/GoogleDrive-someone@example.org/My Drive", "Google Drive"),
        ("home/Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
    ],
)
def test_a_folder_that_is_copied_to_other_computers_is_warned_of(
    tmp_path: Path, place: str, service: str
) -> None:
    words = where_it_lives(tmp_path / place, mounts="")
    assert words is not None
    assert words.startswith(f"{service} copies this folder to other computers.")


def test_a_network_folder_is_warned_of(tmp_path: Path) -> None:
    mounts = f"/dev/sda1 / ext4 rw 0 0\n//server/share {tmp_path}/team\\040share cifs rw 0 0\n"
    words = where_it_lives(tmp_path / "team share" / "West locality.ehdesk", mounts)
    assert words is not None
    assert words.startswith("This folder is on another computer.")
    assert where_it_lives(Path("//server/share"), "") is not None
    assert where_it_lives(Path(r"\\server\share"), "") is not None


def test_nothing_is_said_about_a_folder_of_this_computer(tmp_path: Path) -> None:
    mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/x /mnt/x nfs4 rw 0 0\n"
    assert where_it_lives(tmp_path / "Documents" / "Onedrives of the world", mounts) is None
    assert where_it_lives(tmp_path) is None
