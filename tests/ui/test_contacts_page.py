"""Contacts and words: the numbers, the sketch with its twin, the letters, the services."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from tests.desks import DemoHome, a_clock, new_desk
from tests.ui.accessible import nameless
from tests.ui.asked import Asked
from tests.ui.case_pages import show
from tests.ui.test_advice_page import cut_off
from tests.ui.window import open_application, unlock
from ui.advice.contacts_page import ContactsPage
from ui.advice.services_page import ServicesPage
from ui.documents.desk_print_page import DeskPrintPage
from ui.kit import ask
from ui.kit.navigation import Place
from ui.theme import theme

MARLSHIRE = Path(__file__).parents[1] / "packs" / "marlshire"


@pytest.fixture
def marlshire(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path / "marl", authority=MARLSHIRE)
    yield desk
    desk.close()


def open_page(qtbot: QtBot, desk: Desk, asked: Asked, width: int = 1192) -> ContactsPage:
    page = ContactsPage(desk, asked.navigator)
    show(qtbot, page, width, 860)
    page.refresh()
    qtbot.wait(1)
    return page


def test_the_one_number_is_copied_and_a_call_recorded(qtbot: QtBot, desk: Desk) -> None:
    asked = Asked()
    page = open_page(qtbot, desk, asked)
    page.first.copy.click()
    assert QApplication.clipboard().text() == "0116 454 1004"
    page.first.call.click()
    assert asked.last == Place("record_contact")


def test_the_sketch_has_every_locality_in_reading_order_and_a_list_that_says_the_same(
    qtbot: QtBot, desk: Desk
) -> None:
    page = open_page(qtbot, desk, Asked())
    card = page.localities
    tiles = card.map.tiles
    names = [tile.locality.name for tile in tiles]
    assert names == ["North West", "North", "West", "Central", "East", "South"]
    assert [tile.yours for tile in tiles] == [name == "West" for name in names]
    assert tiles[2].accessibleName() == "West advice point, 0116 373 7150, yours"
    assert card.map.shows_all, "there is room for every number"
    tiles[0].setFocus()
    QTest.keyClick(tiles[0], Qt.Key.Key_Right)
    assert tiles[1].hasFocus()
    QTest.keyClick(tiles[1], Qt.Key.Key_Return)
    assert QApplication.clipboard().text() == "0116 292 4580"
    card.view.button("list").click()
    assert card.map.isHidden()
    card.lines["south"].copy.click()
    assert QApplication.clipboard().text() == "0116 222 1810"


def test_a_click_belongs_to_the_locality_it_lies_in(qtbot: QtBot, desk: Desk) -> None:
    page = open_page(qtbot, desk, Asked())
    south = next(t for t in page.localities.map.tiles if t.locality.code == "south")
    corner = QPoint(3, 3)
    assert not south.hitButton(corner), "the corner of its box is outside its outline"
    assert south.hitButton(south.rect().center())


def test_saying_that_the_numbers_were_checked_dates_them(qtbot: QtBot, desk: Desk) -> None:
    page = open_page(qtbot, desk, Asked())
    assert not page.old.isHidden()
    page.checked_button.click()
    assert page.old.isHidden()
    assert desk.directory.contacts_checked().by == "Anita Rowe"


def test_older_numbers_say_whom_to_try_first(qtbot: QtBot, desk: Desk) -> None:
    page = open_page(qtbot, desk, Asked())
    older = [card.listed.contact.phone for card in page.cards if card.listed.is_older]
    assert older == ["0116 454 5899"]


def test_a_postcode_is_asked_for_only_where_the_pack_knows(
    qtbot: QtBot, desk: Desk, marlshire: Desk
) -> None:
    assert open_page(qtbot, desk, Asked()).localities.postcode.isHidden()
    page = open_page(qtbot, marlshire, Asked())
    assert not page.localities.postcode.isHidden()
    QTest.keyClicks(page.localities.postcode, "ms3 1aa")
    chosen = [tile.locality.code for tile in page.localities.map.tiles if tile._chosen]
    assert chosen == ["coast"]


def test_the_letters_are_filtered_as_somebody_types(qtbot: QtBot, desk: Desk) -> None:
    page = open_page(qtbot, desk, Asked())
    assert page.focus_search()
    QTest.keyClicks(page.letters.search, "panel")
    assert page.letters.shown() == ("LARP", "MASP", "SUSD")
    QTest.keyClick(page.letters.search, Qt.Key.Key_Down)
    assert page.letters.rows["LARP"].hasFocus()
    QTest.keyClick(page.letters.rows["LARP"], Qt.Key.Key_Down)
    assert page.letters.rows["MASP"].hasFocus()


@pytest.mark.parametrize(("size", "wide"), [(100, 1118), (150, 994)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_off_in_a_small_window_or_in_large_text(
    qtbot: QtBot, desk: Desk, size: int, wide: int, scheme: str
) -> None:
    theme().set_text_size(size)
    theme().set_scheme(scheme)
    page = open_page(qtbot, desk, Asked(), wide)
    services = ServicesPage(desk, Asked().navigator)
    show(qtbot, services, wide, 700)
    services.refresh()
    qtbot.wait(1)
    for one in (page, services):
        scroll = one.findChild(QScrollArea)
        assert scroll is not None
        assert scroll.horizontalScrollBar().maximum() == 0
        assert cut_off(one) == []
        assert nameless(one) == []
    assert all(tile.fits_name() for tile in page.localities.map.tiles)


def test_services_past_their_check_date_come_back_when_somebody_checks(
    qtbot: QtBot, desk: Desk
) -> None:
    asked = Asked()
    page = ServicesPage(desk, asked.navigator)
    show(qtbot, page)
    page.refresh()
    assert "3 are past their check date and hidden" in page.count.text()
    QTest.keyClicks(page.filters.search, "homework")
    assert page.cards() == ()
    assert not page.empty.isHidden()
    page.past.click()
    (card,) = page.cards()
    assert card.state.text().startswith("Past its check date")
    card.check.click()
    page.past.click()
    (again,) = page.cards()
    assert again.state.text() == "Checked 17 Nov 2026"


def test_after_a_service_is_checked_the_keyboard_goes_on_at_the_next(
    qtbot: QtBot, desk: Desk
) -> None:
    page = ServicesPage(desk, Asked().navigator)
    window = show(qtbot, page)
    page.refresh()
    first, second, third = (card.listed.code for card in page.cards()[:3])
    button = page.cards()[1].check
    qtbot.waitUntil(button.isVisible)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert [card.listed.code for card in page.cards()[:3]] == [first, second, third]
    assert window.focusWidget() is page.cards()[2].check


def test_the_page_of_numbers_is_saved_and_noted(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    page = DeskPrintPage(desk, Asked().navigator, paper="contacts")
    show(qtbot, page)
    page.refresh()
    qtbot.waitUntil(page.panel.save_button.isEnabled)
    ask.answers = [tmp_path / "numbers.pdf"]
    page.panel.save_button.click()
    ask.answers = None
    assert (tmp_path / "numbers.pdf").read_bytes().startswith(b"%PDF")
    with desk.store.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM desk_papers").scalar_one() == 1


def test_shift_f1_opens_the_letters_at_the_word_by_the_keyboard(
    qtbot: QtBot, demo_home: DemoHome, tmp_path: Path
) -> None:
    application = open_application(qtbot, demo_home.copy_to(tmp_path), a_clock())
    frame = unlock(qtbot, application)
    frame.navigator.go(Place("requests"))
    near = frame.letters.near_the_keyboard()
    assert "DAS" in near
    frame.letters.menu(near).actions()[near.index("DAS")].trigger()
    page = frame.page
    assert isinstance(page, ContactsPage)
    assert page.letters.rows["DAS"].hasFocus()
    frame.navigator.go(Place("contacts", word=""))
    assert page.letters.search.hasFocus()
    frame.go_back()
    frame.go_back()
    heading = next(
        label
        for label in frame.page.findChildren(type(frame.page.header._title))  # type: ignore[union-attr]
        if "(DAS)" in label.text() and label.isVisible()
    )
    menu = frame.letters.menu_at(heading.mapTo(frame, heading.rect().center()))
    assert menu is not None
    assert menu.actions()[0].text().startswith("DAS: Duty")
