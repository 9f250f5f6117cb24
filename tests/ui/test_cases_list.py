"""The list of cases: found as one types, filtered, looked at, opened; however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.domain.pathway import State
from tests.desks import TODAY, colleague
from tests.documents.reading import page_text, squeeze
from tests.ui.accessible import nameless
from tests.ui.asked import Asked, counted_statements, follow
from ui.cases.case_cells import HEADERS
from ui.cases.cases_page import CasesPage
from ui.cases.cases_view import CasesView
from ui.documents.desk_print_page import DeskPrintPage
from ui.kit.block_rows import BLOCK, BlockRows
from ui.kit.navigation import Place
from ui.kit.table_rows import Cell


@pytest.fixture
def asked() -> Asked:
    return Asked()


def open_page(qtbot: QtBot, desk: Desk, asked: Asked, width: int = 1192) -> CasesPage:
    page = CasesPage(desk, asked.navigator)
    qtbot.addWidget(page)
    page.resize(width, 900)
    page.refresh()
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is page)
    return page


@pytest.fixture
def page(qtbot: QtBot, demo_desk: Desk, asked: Asked) -> CasesPage:
    found = open_page(qtbot, demo_desk, asked)
    found.filters.scope.button("all").click()
    return found


def families(page: CasesPage) -> list[str]:
    rows = range(page.model.rowCount())
    return [str(page.model.index(row, 0).data()).removesuffix(" family") for row in rows]


def spoken(page: CasesPage, row: int) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(page.model.index(row, column).data(role)) for column in range(len(HEADERS))]


def find(qtbot: QtBot, page: CasesPage, words: str, expected: list[str]) -> None:
    page.filters.search.setFocus()
    page.filters.search.selectAll()
    qtbot.keyClicks(page.filters.search, words)
    qtbot.waitUntil(lambda: families(page) == expected)


def test_the_model_keeps_the_rules_of_qt(page: CasesPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.model)


def test_what_is_late_comes_first_and_each_cell_says_itself(page: CasesPage) -> None:
    assert spoken(page, 0)[0] == "Vadgama family, Rohan 13, Mira 9"
    assert spoken(page, 0)[3].endswith("days overdue")
    assert spoken(page, 0)[4] == "Overdue"
    assert families(page)[1] == "Hussain-Grant"


def test_mine_all_and_closed_say_how_many(page: CasesPage) -> None:
    names = [page.filters.scope.button(v).accessibleName() for v in ("mine", "all", "closed")]
    assert names == ["My cases, 11", "All, 14", "Closed, 4"]
    page.filters.scope.button("closed").click()
    assert set(families(page)) == {"Chikwanha", "Delaney", "Whitlock", "Thackerby"}
    assert {spoken(page, row)[4] for row in range(4)} == {"Closed", "Withdrawn", "Signposted"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [("tilb", ["Tilbrook"]), ("kayden", ["Tilbrook"]), ("0007", ["Osman"]), ("zzz", [])],
)
def test_it_finds_names_children_and_references_as_one_types(
    qtbot: QtBot, page: CasesPage, words: str, expected: list[str]
) -> None:
    find(qtbot, page, words, expected)


def test_nothing_found_says_why_and_how_to_see_everything_again(
    qtbot: QtBot, page: CasesPage
) -> None:
    find(qtbot, page, "tilzbrook", [])
    assert page.no_match.isVisible()
    assert not page.no_cases.isVisible()
    page.footer.clear.click()
    assert len(families(page)) == 14
    assert page.filters.search.value() == ""


def test_an_empty_store_offers_to_begin(qtbot: QtBot, desk: Desk, asked: Asked) -> None:
    page = open_page(qtbot, desk, asked)
    assert page.no_cases.isVisible()
    assert not page.no_match.isVisible()


@pytest.mark.parametrize(
    ("button", "value", "expected"),
    [
        ("where", "masp", {"Fenwick"}),
        ("where", "request", {"Brennan", "Okafor"}),
        ("status", "overdue", {"Vadgama", "Hussain-Grant"}),
        ("status", "for_us", {"Okafor", "Lakhani"}),
        ("status", "on_others", {"Stannard", "Marchetti"}),
        ("due", "7", {"Vadgama", "Hussain-Grant", "Tilbrook", "Fenwick", "Brennan"}),
    ],
)
def test_each_filter_narrows_the_list(
    page: CasesPage, button: str, value: str, expected: set[str]
) -> None:
    choice = getattr(page.filters, button)
    menu = choice.make_menu()
    words = dict(choice._options)[value]
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.deleteLater()
    assert set(families(page)) == expected
    assert page.footer.numbers.text() == f"{len(expected)} of 14 shown"
    assert choice.accessibleName().endswith(words)


def test_two_filters_that_leave_nothing_over_match_nothing() -> None:
    view = CasesView(scope="all", where="masp", status="for_us")
    wanted = view.as_filter(TODAY, UUID(int=1))
    assert not set(wanted.states) & {state.value for state in State}


def test_it_can_be_put_in_order_of_names(page: CasesPage) -> None:
    page.filters.order._choose("family")
    assert families(page) == sorted(families(page))


def test_enter_opens_and_slash_goes_to_the_search(
    qtbot: QtBot, page: CasesPage, asked: Asked
) -> None:
    assert page.focus_search()
    assert page.filters.search.hasFocus()
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    key = page.model.key(1)
    assert page.case_id() == key
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.last.kind == "case"
    assert asked.last.params["case_id"] == key


def test_space_looks_closer_and_escape_goes_back_to_the_row(
    qtbot: QtBot, page: CasesPage, asked: Asked
) -> None:
    page.table.setFocus()
    page.table.choose_row(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.peek.isVisible()
    assert page.peek.accessibleName() == "Vadgama family, a closer look"
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.peek.accessibleName() == "Hussain-Grant family, a closer look"
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert not page.peek.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.key_back()
    assert not page.peek.isVisible()
    assert not page.key_back()
    assert nameless(page) == []


def test_a_session_keeps_its_filters(qtbot: QtBot, page: CasesPage, asked: Asked) -> None:
    page.filters.where._choose("eha")
    shown = families(page)
    again = open_page(qtbot, page._desk, asked)
    assert families(again) == shown
    assert again.filters.scope.value() == "all"
    assert again.filters.where.accessibleName() == "Where they are: Early Help Assessment"


def test_a_change_elsewhere_keeps_the_row_that_was_chosen(page: CasesPage, demo_desk: Desk) -> None:
    follow(demo_desk, page)
    tilbrook = families(page).index("Tilbrook")
    page.table.choose_row(tilbrook)
    key = page.model.key(tilbrook)
    vadgama = demo_desk.lists.case_id("EH-26-0002")
    assert vadgama is not None
    for item in demo_desk.lists.today().overdue:
        if item.kind == "action" and item.subject_id is not None:
            demo_desk.plans.mark_done(item.case_id, item.subject_id)
    assert page.model.key(page.table.currentIndex().row()) == key


def test_the_status_is_never_cut_and_the_lead_is_the_first_to_go(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    page = open_page(qtbot, demo_desk, asked, width=1440)
    assert not page.table.isColumnHidden(5)
    narrow = open_page(qtbot, demo_desk, asked, width=1000)
    assert narrow.table.isColumnHidden(5)
    for shown in (page, narrow):
        assert not shown.table.isColumnHidden(4)
        assert shown.table.columnWidth(4) >= shown.table._least(4)


def test_filters_without_room_go_into_more_filters(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    narrow = open_page(qtbot, demo_desk, asked, width=820)
    assert narrow.filters.more.isVisible()
    assert not narrow.filters.where.isVisible()
    assert narrow.filters.order.isVisible()


def test_the_page_asks_the_store_a_fixed_number_of_questions(
    page: CasesPage, demo_desk: Desk
) -> None:
    with counted_statements(demo_desk) as statements:
        page.refresh()
        page.table.viewport().grab()
    assert len(statements) <= 5


def test_a_long_list_reads_only_what_is_looked_at() -> None:
    read: list[int] = []

    def rows(keys: Sequence[object]) -> list[tuple[Cell, ...]]:
        read.append(len(keys))
        return [(Cell(str(key)),) for key in keys]

    model = BlockRows(["Name"], rows)
    model.set_keys(range(50_000))
    assert model.rowCount() == 50_000
    assert model.index(49_999, 0).data() == "49999"
    assert model.index(0, 0).data() == "0"
    assert model.index(BLOCK - 1, 0).data() == str(BLOCK - 1)
    assert read == [50_000 % BLOCK or BLOCK, BLOCK]
    for block in range(100):
        model.index(block * BLOCK, 0).data()
    assert model.blocks_read() < 30


def test_the_list_is_printed_as_it_is_narrowed(
    qtbot: QtBot, page: CasesPage, demo_desk: Desk, asked: Asked
) -> None:
    find(qtbot, page, "vadgama", ["Vadgama"])
    page.print_button.click()
    assert asked.last.kind == "print_desk"
    assert asked.last.params["chosen"] == "All open cases, “vadgama”"
    paper = DeskPrintPage(demo_desk, asked.navigator, **asked.last.params)
    qtbot.addWidget(paper)
    paper.refresh()
    qtbot.waitUntil(paper.panel.save_button.isEnabled)
    assert paper.panel.header.title == "List of cases"
    assert paper.breadcrumb() == (("Cases", Place("cases")),)
    words = demo_desk.desk_papers.make("cases", cases=asked.last.params["cases"]).pdf
    said = squeeze(page_text(words))
    assert "Vadgama family Rohan 13, Mira 9" in said
    assert "Hussain-Grant" not in said
    find(qtbot, page, "nobody at all", [])
    assert not page.print_button.isEnabled()


def test_who_may_take_no_paper_sees_no_way_to_print_the_list(
    qtbot: QtBot, desk: Desk, asked: Asked
) -> None:
    reader = colleague(desk, "Rosa", Role.READER)
    page = open_page(qtbot, reader, asked)
    assert page.print_button.isHidden()
    assert "Print list" not in [command.text for command in page.commands()]
