"""Where somebody is named, the names that the record knows are offered while one types."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ehdesk.forms.spec import Field
from tests.keyboard import Keyboard
from tests.ui.kinds_on_a_page import PEOPLE, KindsPage, family
from tests.ui.pages import in_front

TOLD = Field("s.told", "Who told you?", "short_text", offers="everyone")


@pytest.fixture
def page(qtbot: QtBot) -> KindsPage:
    page = KindsPage(PEOPLE, TOLD, values={"s.people": family()})
    in_front(qtbot, page)
    page.editor(TOLD.key).setFocus()
    return page


@pytest.fixture
def keys(qtbot: QtBot) -> Keyboard:
    return Keyboard(lambda condition: qtbot.waitUntil(condition))


def test_a_few_letters_bring_a_name_and_enter_takes_it(page: KindsPage, keys: Keyboard) -> None:
    keys.type("ott")
    keys.press("Down")
    keys.press("Enter")
    assert page.session.value(TOLD.key) == "Ottoline Quillfeather"


def test_a_name_nobody_knows_stays_as_it_is_typed(page: KindsPage, keys: Keyboard) -> None:
    keys.type("Ottfried the neighbour")
    keys.press("Tab")
    assert page.session.value(TOLD.key) == "Ottfried the neighbour"


def test_tab_leaves_the_offer_and_takes_nothing(page: KindsPage, keys: Keyboard) -> None:
    keys.type("ott")
    keys.press("Tab")
    assert page.session.value(TOLD.key) == "ott"
    assert QApplication.activePopupWidget() is None


def test_somebody_added_on_the_same_page_is_offered(page: KindsPage, keys: Keyboard) -> None:
    page.session.set("s.people", [row | {"given_name": "Zebedee"} for row in family()])
    page.editor(TOLD.key).clearFocus()
    page.editor(TOLD.key).setFocus()
    keys.type("zeb")
    keys.press("Down")
    keys.press("Enter")
    assert str(page.session.value(TOLD.key)).startswith("Zebedee")
