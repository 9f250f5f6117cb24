"""The page with the recovery key."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ehdesk.documents.recovery_key import RecoveryKey, build
from tests.documents.reading import faults, page_text, read, squeeze
from tests.documents.samples import WHEN

KEY = RecoveryKey(
    store_name="West locality",
    groups=("7KQM", "X2HD", "9FTR", "B6WN", "C4YP", "LJ8S", "3VGE", "RM5Z"),
)


def test_the_groups_are_read_in_order_with_their_numbers() -> None:
    data = build(KEY, when=WHEN)
    found = read(data)
    assert found.having("LBody")[:8] == list(KEY.groups)
    assert found.having("Lbl")[:8] == [str(number) for number in range(1, 9)]
    assert all(group in squeeze(page_text(data)) for group in KEY.groups)


def test_it_is_one_page_that_says_what_is_at_stake() -> None:
    found = read(build(KEY, when=WHEN))
    assert found.pages == 1
    assert "for West locality" in found.text
    assert "Where to keep it" in found.text
    assert "Lose the passwords and this key, and the records are gone." in found.text


def test_the_title_of_the_window_does_not_name_the_store() -> None:
    assert read(build(KEY, when=WHEN)).title == "Recovery key"


@pytest.mark.parametrize("groups", [KEY.groups[:7], (*KEY.groups[:7], "RM5"), ()])
def test_a_key_of_another_shape_is_refused(groups: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="eight groups of four"):
        RecoveryKey(store_name="West locality", groups=groups)


def test_a_store_may_have_any_name() -> None:
    data = build(replace(KEY, store_name="<b>Ω & \U0001f600</b> " * 6), when=WHEN)
    assert faults(data) == []
    assert "<b>Ω & [grinning face]</b>" in read(data).text
