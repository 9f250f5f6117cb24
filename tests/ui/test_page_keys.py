"""The page of keys lists what single pages have, in the authority's words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.desks import new_desk
from ui.app.keys_page import KeysPage

MARLSHIRE = Path(__file__).parents[1] / "packs" / "marlshire"


@pytest.mark.parametrize("authority", ["leicester", MARLSHIRE])
def test_keys_stand_under_the_page_that_has_them(
    qtbot: QtBot, tmp_path: Path, authority: str | Path
) -> None:
    desk = new_desk(tmp_path, authority=authority)
    page = KeysPage(desk, ())
    qtbot.addWidget(page)
    words = [label.text() for label in page.findChildren(QLabel)]
    supervision = words.index("Supervision")
    assert words[supervision : supervision + 5] == [
        "Supervision",
        "J",
        "Next family",
        "K",
        "Family before",
    ]
    there = ["Allocations Hub", "N", "Hear the next"]
    assert [one for one in there if one in words] == ([] if desk.pack.hub is None else there)
    desk.close()
