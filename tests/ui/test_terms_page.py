"""School terms as a manager keeps them, and who holds a family in the summer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from tests.desks import a_plan, colleague
from tests.ui.asked import Asked
from tests.ui.case_pages import show
from ui.cases.holidays_page import HolidaysPage
from ui.cases.overview_tab import OverviewTab
from ui.home.today_page import TodayPage
from ui.kit import ask
from ui.kit.date_input import DateInput
from ui.users.terms_page import TermsPage


def _row_of(page: TermsPage, ends: date) -> str:
    """The row of the part of a year that ends on a day."""
    for key, row in page.rows.items():
        if key.endswith(" ends") and row.editor.value() == ends.isoformat():  # type: ignore[attr-defined]
            return key.removesuffix(" ends")
    raise AssertionError("no such row")


def _type_date(editor: object, text: str) -> None:
    assert isinstance(editor, DateInput)
    editor.set_value("")
    box = editor.focusProxy()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, "\t")


def test_a_wrong_date_is_told_beside_its_field_and_a_right_one_is_used(
    qtbot: QtBot, desk: Desk
) -> None:
    asked = Asked()
    again: list[bool] = []
    asked.navigator.reading_again.connect(lambda: again.append(True))
    page = TermsPage(desk, asked.navigator)
    show(qtbot, page)
    assert not page.has_unsaved()
    key = _row_of(page, date(2027, 7, 9))
    _type_date(page.rows[f"{key} ends"].editor, "1/1/2027")
    assert page.has_unsaved()
    page.save_button.click()
    assert page.rows[f"{key} ends"].error() == "Enter a day that is not before the first day"
    assert not desk.calendar.keeps_own()
    _type_date(page.rows[f"{key} ends"].editor, "21/7/2027")
    page.save_button.click()
    assert desk.calendar.keeps_own()
    assert date(2027, 7, 21) in {term.ends for term in desk.pack.school_terms}
    assert date(2025, 10, 17) in {term.ends for term in desk.pack.school_terms}, "past ones stay"
    assert again == [True], "the page is made anew from the dates in use"
    assert desk.drafts.of_case(None) == {}


def test_a_part_of_a_year_and_a_bank_holiday_are_added(qtbot: QtBot, desk: Desk) -> None:
    asked = Asked()
    page = TermsPage(desk, asked.navigator)
    show(qtbot, page)
    before = len(desk.pack.bank_holidays)
    page.add_day_button.click()
    page.save_button.click()
    wrong = [key for key, row in page.rows.items() if row.error()]
    assert [key.split()[-1] for key in wrong] == ["name", "day"]
    QTest.keyClicks(page.rows[wrong[0]].editor, "Coronation")
    _type_date(page.rows[wrong[1]].editor, "8/5/2029")
    page.save_button.click()
    assert len(desk.pack.bank_holidays) == before + 1


def test_dates_being_typed_are_kept_until_they_are_used(qtbot: QtBot, desk: Desk) -> None:
    asked = Asked()
    page = TermsPage(desk, asked.navigator)
    show(qtbot, page)
    key = _row_of(page, date(2027, 7, 9))
    _type_date(page.rows[f"{key} ends"].editor, "21/7/2027")
    page.add_day_button.click()
    new = [name for name in page.rows if name.startswith("bank")][-2]
    QTest.keyClicks(page.rows[new].editor, "Coronation")
    assert page.may_leave()
    assert not page.has_unsaved()
    again = TermsPage(desk, asked.navigator)
    show(qtbot, again)
    assert again.rows[f"{key} ends"].editor.value() == "2027-07-21"  # type: ignore[attr-defined]
    assert again.rows[new].editor.value() == "Coronation"  # type: ignore[attr-defined]
    assert again.draft.note.isVisible()
    assert not desk.calendar.keeps_own()
    again.draft.note.button.click()
    assert new not in again.rows
    assert _row_of(again, date(2027, 7, 9)) == key
    assert desk.drafts.of_case(None) == {}
    again.draft.note.button.click()
    assert again.rows[new].editor.value() == "Coronation"  # type: ignore[attr-defined]


def test_the_authority_s_dates_come_back(qtbot: QtBot, desk: Desk) -> None:
    desk.calendar.keep(desk.calendar.dates())
    page = TermsPage(desk, Asked().navigator)
    show(qtbot, page)
    ask.answers = [True]
    page.back_button.click()
    ask.answers = None
    assert not desk.calendar.keeps_own()


def test_who_may_not_change_the_terms_reads_them(qtbot: QtBot, desk: Desk) -> None:
    other = colleague(desk, "Pia Practitioner", Role.PRACTITIONER)
    page = TermsPage(other, Asked().navigator)
    show(qtbot, page)
    assert page.save_button.isHidden()
    assert not any(row.isEnabled() for row in page.rows.values())


def test_who_holds_the_family_is_recorded(qtbot: QtBot, desk: Desk) -> None:
    go = a_plan(desk)
    asked = Asked()
    page = HolidaysPage(desk, asked.navigator, go.case_id)
    show(qtbot, page)
    page.record_button.click()
    assert page.rows["who"].error() == "Enter who holds the family"
    QTest.keyClicks(page.who, "The family worker, on Tuesdays")
    page.record_button.click()
    assert go.case.holds_holidays == "The family worker, on Tuesdays"
    assert go.case.held_until == date(2027, 8, 24)


def test_the_case_shows_all_that_is_due_with_its_reason(qtbot: QtBot, desk: Desk) -> None:
    go = a_plan(desk)
    tab = OverviewTab(desk, Asked().navigator)
    show(qtbot, tab)
    tab.show_case(go.case)
    due = desk.cases.obligations(go.case)
    assert len(tab.due.lines) == len(due)
    for line, one in zip(tab.due.lines, due, strict=True):
        assert one.title in line.accessibleName()
        assert one.why in line.why


def test_the_list_is_saved_from_today(qtbot: QtBot, demo_desk: Desk, out: Path) -> None:
    page = TodayPage(demo_desk, Asked().navigator)
    show(qtbot, page)
    save = next(one for one in page.commands() if one.text == "Save the list as PDF")
    ask.answers = [out / "list.pdf"]
    save.run()
    ask.answers = None
    assert (out / "list.pdf").read_bytes() == demo_desk.digest.make()
