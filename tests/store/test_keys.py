"""The key file: who can open a store, and that nobody else can."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.passphrase import QUICK, STANDARD
from ehdesk.store import keys, recovery_key
from ehdesk.store.errors import Damaged, NewerVersion, NotARecoveryKey, NotAStore, WrongPassword
from ehdesk.store.keys import KeyFile, StoreInfo, User

PASSWORD = "copper lantern meadow tram"


def make(folder: Path, password: str = PASSWORD) -> tuple[KeyFile, bytes, str, User]:
    user = User(uuid4(), "Wren Example", "Worker")
    info = StoreInfo(uuid4(), "West locality", "leicester")
    file, unlocked, recovery = keys.create(folder / "keys.json", info, user, password, QUICK)
    return file, unlocked.key, recovery, user


def test_the_password_gives_the_same_key_and_says_whose_it_was(tmp_path: Path) -> None:
    file, key, _recovery, user = make(tmp_path)
    unlocked = keys.read(file.path).unlock_with_password(PASSWORD)
    assert unlocked.key == key
    assert unlocked.user == user
    assert len(key) == 32
    assert key.hex() not in repr(unlocked)


def test_a_wrong_password_is_refused_in_words(tmp_path: Path) -> None:
    file, *_ = make(tmp_path)
    with pytest.raises(WrongPassword) as caught:
        file.unlock_with_password("copper lantern meadow train")
    assert caught.value.title == "That password does not open West locality"


def test_the_standard_cost_is_the_second_choice_of_the_rfc() -> None:
    assert (STANDARD.memory, STANDARD.passes, STANDARD.lanes) == (65536, 3, 4)


def test_two_people_open_one_store_each_with_their_own_password(tmp_path: Path) -> None:
    file, key, _recovery, first = make(tmp_path)
    second = User(uuid4(), "Lark Sample", "Manager")
    file.add_user(second, key, "pebble orchard violin kite")
    again = keys.read(file.path)
    assert again.users == (first, second)
    assert again.unlock_with_password("pebble orchard violin kite").user == second
    with pytest.raises(WrongPassword):
        again.unlock_with_password(PASSWORD, user_id=second.id)


def test_a_new_password_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    file, key, recovery, user = make(tmp_path)
    file.set_password(user.id, key, "pebble orchard violin kite")
    again = keys.read(file.path)
    assert again.unlock_with_password("pebble orchard violin kite").key == key
    assert again.unlock_with_recovery(recovery).key == key
    with pytest.raises(WrongPassword):
        again.unlock_with_password(PASSWORD)


def test_whoever_was_removed_opens_nothing_but_the_last_one_stays(tmp_path: Path) -> None:
    file, key, _recovery, first = make(tmp_path)
    second = User(uuid4(), "Lark Sample")
    file.add_user(second, key, "pebble orchard violin kite")
    file.remove_user(first.id)
    with pytest.raises(WrongPassword):
        keys.read(file.path).unlock_with_password(PASSWORD)
    with pytest.raises(EhdeskError, match="only person who can open"):
        file.remove_user(second.id)


def test_the_recovery_key_opens_however_it_is_typed(tmp_path: Path) -> None:
    file, key, recovery, _user = make(tmp_path)
    for typed in (
        recovery,
        recovery.lower(),
        recovery.replace(" ", ""),
        recovery.replace(" ", "-"),
        f"  {recovery.replace(' ', ' – ')}\n",
    ):
        unlocked = file.unlock_with_recovery(typed)
        assert unlocked.key == key
        assert unlocked.user is None


def test_a_new_recovery_key_stops_the_old_one(tmp_path: Path) -> None:
    file, key, old, _user = make(tmp_path)
    new = file.renew_recovery(key)
    assert keys.read(file.path).unlock_with_recovery(new).key == key
    with pytest.raises(WrongPassword, match="recovery key does not open West locality"):
        file.unlock_with_recovery(old)


def test_recovery_keys_have_eight_groups_without_lookalikes() -> None:
    texts = [recovery_key.new() for _ in range(50)]
    assert len(set(texts)) == 50
    for text in texts:
        assert [len(group) for group in recovery_key.groups(text)] == [4] * 8
        assert not set(text) & set("0O1I")
    assert len(set(recovery_key.ALPHABET)) == 32, "32 characters of 5 bits make 160 bits"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("7KQM X2HD", "That is 8 characters of 32"),
        ("0KQM X2HD 9FTR B6WN C4YP LJ22 3VGE RM5Z", "A recovery key has no 0, O, 1 or I"),
        ("7KQM X2HD 9FTR B6WN C4YP LJ2! 3VGE RM5Z", "A recovery key has only letters and digits"),
    ],
)
def test_what_cannot_be_a_recovery_key_says_why(tmp_path: Path, typed: str, why: str) -> None:
    file, *_ = make(tmp_path)
    with pytest.raises(NotARecoveryKey, match=why):
        file.unlock_with_recovery(typed)


def test_letters_that_look_alike_on_two_systems_are_the_same_password(tmp_path: Path) -> None:
    file, key, *_ = make(tmp_path, "caf\u00e9 lantern meadow")
    assert file.unlock_with_password("cafe\u0301 lantern meadow").key == key


def test_names_are_changed_without_a_password(tmp_path: Path) -> None:
    file, key, _recovery, user = make(tmp_path)
    file.rename_user(User(user.id, "Wren Specimen", "Manager"))
    file.rename_store("East locality")
    again = keys.read(file.path)
    assert again.users[0].name == "Wren Specimen"
    assert again.info.name == "East locality"
    assert again.unlock_with_password(PASSWORD).key == key


@pytest.mark.parametrize("place", ["salt", "nonce", "wrapped", "passes", "user", "store"])
def test_a_slot_that_was_tampered_with_does_not_open(tmp_path: Path, place: str) -> None:
    file, *_ = make(tmp_path)
    content = json.loads(file.path.read_bytes())
    slot = content["slots"][0]
    if place == "passes":
        slot["argon2id"]["passes"] = 2
    elif place == "user":
        slot["user"]["id"] = str(uuid4())
    elif place == "store":
        content["store"]["id"] = str(uuid4())
    else:
        slot[place] = ("A" if slot[place][0] != "A" else "B") + slot[place][1:]
    file.path.write_text(json.dumps(content))
    with pytest.raises(WrongPassword):
        keys.read(file.path).unlock_with_password(PASSWORD)


def test_a_slot_cannot_be_made_to_eat_the_memory(tmp_path: Path) -> None:
    file, *_ = make(tmp_path)
    content = json.loads(file.path.read_bytes())
    content["slots"][0]["argon2id"]["memory"] = 1 << 40
    file.path.write_text(json.dumps(content))
    with pytest.raises(Damaged):
        keys.read(file.path)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": 1, "store": 3, "slots": []}'])
def test_a_key_file_that_cannot_be_understood_is_damaged(tmp_path: Path, text: str) -> None:
    (tmp_path / "keys.json").write_text(text)
    with pytest.raises(Damaged):
        keys.read(tmp_path / "keys.json")


def test_a_newer_or_missing_key_file_has_its_own_words(tmp_path: Path) -> None:
    file, *_ = make(tmp_path)
    content = json.loads(file.path.read_bytes())
    content["format"] = 99
    file.path.write_text(json.dumps(content))
    with pytest.raises(NewerVersion, match="West locality was made by a newer version"):
        keys.read(file.path)
    file.path.unlink()
    with pytest.raises(NotAStore):
        keys.read(file.path)


def test_the_file_holds_neither_key_nor_password_nor_recovery_key(tmp_path: Path) -> None:
    file, key, recovery, _user = make(tmp_path)
    text = file.path.read_bytes()
    assert key not in text
    assert key.hex().encode() not in text
    assert PASSWORD.encode() not in text
    assert recovery_key.read(recovery)[:8].encode() not in text


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(password=st.text(min_size=1), other=st.text(min_size=1))
def test_any_password_opens_its_own_slot_and_no_other(
    tmp_path: Path, password: str, other: str
) -> None:
    import unicodedata

    try:
        password.encode()
        other.encode()
    except UnicodeEncodeError:
        return
    file, key, *_ = make(tmp_path, password)
    assert keys.read(file.path).unlock_with_password(password).key == key
    if unicodedata.normalize("NFC", other) != unicodedata.normalize("NFC", password):
        with pytest.raises(WrongPassword):
            file.unlock_with_password(other)
