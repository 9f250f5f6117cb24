"""The reports page, as a manager uses it by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from tests.bench.many import grown
from tests.desks import DemoHome, colleague
from tests.ui.asked import Asked
from tests.ui.case_pages import show
from tests.ui.window import open_application, press, unlock
from ui.kit import ask
from ui.kit.navigation import Place
from ui.kit.tasks import wait_for_tasks
from ui.reports.report_paper_page import ReportPaperPage
from ui.reports.reports_page import ReportsPage
from ui.theme import theme


@pytest.fixture
def busy(demo_home: DemoHome, tmp_path: Path) -> Iterator[Desk]:
    """A store with each family of the demo three times."""
    desk = grown(demo_home.desk(tmp_path / "busy"), 54)
    yield desk
    wait_for_tasks()
    desk.close()


def opened(qtbot: QtBot, desk: Desk, asked: Asked, width: int = 1180) -> ReportsPage:
    page = ReportsPage(desk, asked.navigator, period="year")
    show(qtbot, page, width=width)
    page.refresh()
    qtbot.waitUntil(lambda: page.report is not None)
    qtbot.waitUntil(lambda: page.empty.isVisible() or page.cards[-1].chart.isVisible())
    return page


def test_cards_say_in_words_what_they_draw(qtbot: QtBot, busy: Desk) -> None:
    page = opened(qtbot, busy, Asked())
    assert page.header.title == "How early help is going"
    assert [card.value.title for card in page.cards][:2] == ["Caseload today", "Overdue today"]
    chart = page.cards[0].chart
    assert chart.accessibleName() == "Caseload today"
    assert page.cards[0].value.lines[0].label in chart.accessibleDescription()
    assert not page.working.isVisible()


def test_tab_goes_from_card_to_card_and_t_turns_one_into_its_table(
    qtbot: QtBot, busy: Desk
) -> None:
    page = opened(qtbot, busy, Asked())
    first, second = page.cards[0], page.cards[1]
    first.chart.setFocus()
    QTest.keyClick(first.chart, Qt.Key.Key_T)
    assert first.shows_table
    assert not second.shows_table
    assert QApplication.focusWidget() is first.table
    model = first.table.model()
    rows = [
        (model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())
    ]
    assert rows == [(line.label, line.values[0].words) for line in first.value.lines]
    QTest.keyClick(first.table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second.chart
    first.table.setFocus()
    QTest.keyClick(first.table, Qt.Key.Key_T)
    assert not first.shows_table
    assert QApplication.focusWidget() is first.chart


def test_the_switch_shows_all_tables_and_a_filter_keeps_them(qtbot: QtBot, busy: Desk) -> None:
    page = opened(qtbot, busy, Asked())
    page.filters.look.button("tables").click()
    assert all(card.shows_table for card in page.cards)
    page.filters.team.make_menu().actions()[3].trigger()
    qtbot.waitUntil(lambda: page.report is not None and page.report.question.cluster != "")
    assert all(card.shows_table for card in page.cards)


def test_one_column_where_there_is_too_little_room(qtbot: QtBot, busy: Desk) -> None:
    page = opened(qtbot, busy, Asked())
    qtbot.waitUntil(lambda: page.cards[0].y() == page.cards[1].y() < page.cards[2].y())
    page.window().resize(820, 700)
    qtbot.waitUntil(lambda: page.cards[1].y() > page.cards[0].y())
    page.window().resize(1180, 900)
    theme().set_text_size(150)
    try:
        narrow = opened(qtbot, busy, Asked(), width=1100)
        qtbot.waitUntil(lambda: narrow.cards[1].y() > narrow.cards[0].y())
    finally:
        theme().set_text_size(100)


def test_the_report_is_saved_as_a_spreadsheet(qtbot: QtBot, busy: Desk, out: Path) -> None:
    asked = Asked()
    page = opened(qtbot, busy, asked)
    ask.answers = [out / "report"]
    page.save_button.click()
    ask.answers = None
    qtbot.waitUntil(lambda: bool(asked.said))
    sheet = load_workbook(out / "report.xlsx")["Caseload today"]
    line = page.cards[0].value.lines[0]
    assert sheet["A5"].value == line.label
    assert str(sheet["B5"].value) == line.values[0].words


def test_where_it_cannot_be_saved_the_page_says_so(qtbot: QtBot, busy: Desk, out: Path) -> None:
    asked = Asked()
    page = opened(qtbot, busy, asked)
    ask.answers = [out / "missing" / "report.xlsx"]
    page.save_button.click()
    ask.answers = None
    qtbot.waitUntil(page.trouble.isVisible)
    assert asked.said == []


def test_printing_shows_the_paper_first(qtbot: QtBot, busy: Desk, out: Path) -> None:
    asked = Asked()
    page = opened(qtbot, busy, asked)
    page.print_button.click()
    assert asked.last == Place("report_paper", period="year", cluster="", route="")
    paper = ReportPaperPage(busy, asked.navigator, **asked.last.params)
    show(qtbot, paper, width=1100)
    paper.refresh()
    qtbot.waitUntil(paper.save_button.isEnabled)
    qtbot.waitUntil(lambda: paper.preview.page_total > 0)
    ask.answers = [out / "report.pdf"]
    paper.save_button.click()
    ask.answers = None
    assert (out / "report.pdf").read_bytes().startswith(b"%PDF")


def test_with_too_few_families_the_page_says_so(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk, Asked())
    assert page.empty.isVisible()
    assert not page.save_button.isEnabled()


def test_who_stops_it_can_have_it_worked_out_again(qtbot: QtBot, busy: Desk) -> None:
    page = ReportsPage(busy, Asked().navigator)
    show(qtbot, page)
    page.refresh()
    page.working.show_progress(1, 6)
    assert [card.skeleton.isHidden() for card in page.cards] == [False] * 8
    assert page.cards[0].value.title == "Caseload today"
    page.working.stop_button.click()
    assert not page.cards[0].isVisible()
    assert page.working.again_button.isVisible()
    wait_for_tasks()
    QApplication.processEvents()
    assert page.report is None
    page.working.again_button.click()
    qtbot.waitUntil(lambda: page.report is not None)
    assert page.cards[0].chart.isVisible()
    assert not any(card.skeleton.isVisible() for card in page.cards)


@pytest.mark.parametrize("width", [1240, 900, 520])
def test_no_chart_is_clipped_where_its_labels_wrap(qtbot: QtBot, busy: Desk, width: int) -> None:
    theme().set_text_size(150)
    try:
        page = opened(qtbot, busy, Asked(), width=width)
        qtbot.wait(0)
        for card in page.cards:
            chart = card.chart
            assert chart.height() >= chart.heightForWidth(chart.width()), card.value.title
    finally:
        theme().set_text_size(100)


def test_reports_are_in_a_managers_sidebar_only(qtbot: QtBot, desk: Desk) -> None:
    colleague(desk, "Will Worker", Role.PRACTITIONER)
    home, clock = desk.home, desk.clock
    desk.close()
    application = open_application(qtbot, home, clock)
    frame = unlock(qtbot, application)
    assert frame.sidebar.place_button("reports").isVisible()
    press(application, "Alt+8")
    qtbot.waitUntil(lambda: isinstance(frame.page, ReportsPage))
