"""Preview, print and save: the true PDF, each way out noted, and nothing left lying about."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk, open_desk
from tests.desks import PASSWORD, DemoHome, a_clock
from tests.documents.reading import page_text
from tests.ui.case_pages import Asked, family, listening, show
from ui.documents.print_and_share_page import PrintAndSharePage
from ui.documents.print_page import PrintPage
from ui.documents.printers import Printers, as_a4
from ui.kit import ask
from ui.kit.choice import Choice
from ui.kit.navigation import Place
from ui.kit.pdf_pages import page_picture, page_sizes


class PaperTray:
    """Printers that print into a folder: Qt's own, set to write a PDF."""

    def __init__(self, folder: Path, *names: str) -> None:
        self._folder = folder
        self._names = names
        self.used: list[QPrinter] = []

    def names(self) -> tuple[str, ...]:
        return self._names

    def printer(self, name: str) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self._folder / f"{name}.pdf"))
        self.used.append(printer)
        return as_a4(printer)


def open_paper(
    qtbot: QtBot, desk: Desk, printers: Printers, name: str = "Tilbrook", paper: str = "family-plan"
) -> tuple[PrintPage, Asked]:
    """The preview of a demo family's paper, with its pages drawn."""
    navigator, asked = listening()
    page = PrintPage(desk, navigator, paper=paper, case_id=family(desk, name), printers=printers)
    navigator.setParent(page)
    show(qtbot, page, 1192, 900)
    with qtbot.waitSignal(page.preview.shown, timeout=20_000):
        page.refresh()
    return page, asked


@pytest.fixture
def tray(tmp_path: Path) -> PaperTray:
    return PaperTray(tmp_path, "Office printer", "Front desk")


def ink(picture: QImage) -> int:
    """How many dark dots a thumbnail of the page has."""
    small = picture.scaled(60, 84)
    dots = (small.pixelColor(x, y) for x in range(60) for y in range(84))
    return sum(dot.lightness() < 200 for dot in dots)


def choose(box: Choice, value: str) -> None:
    """Choose a line of a list that drops down, as a person does."""
    box.setCurrentIndex(box.findData(value))


def test_the_preview_is_the_true_pdf_at_the_screens_resolution(
    qtbot: QtBot, demo_desk: Desk, tray: PaperTray
) -> None:
    page, _asked = open_paper(qtbot, demo_desk, tray)
    (picture,) = page.preview.pages.pictures
    assert ink(picture) > 100
    size = page.preview.pages.minimumSize()
    assert abs(picture.width() - (size.width() - 48) * page.devicePixelRatioF()) <= 2
    assert page.preview.words.startswith("Fits on one page.")
    assert page.title() == "Family action plan"
    left_off = " ".join(label.text() for label in page.panel.left_off.findChildren(QLabel))
    assert "home address" in left_off


def test_zooming_draws_the_pages_anew_and_0_shows_the_whole_page_again(
    qtbot: QtBot, demo_desk: Desk, tray: PaperTray
) -> None:
    page, _asked = open_paper(qtbot, demo_desk, tray)
    whole = page.preview.pages.pictures[0].width()
    with qtbot.waitSignal(page.preview.shown):
        page.preview.larger.click()
    assert page.preview.pages.pictures[0].width() > whole
    with qtbot.waitSignal(page.preview.shown):
        QTest.keyClick(page.preview.pages, Qt.Key.Key_Minus)
    with qtbot.waitSignal(page.preview.shown):
        QTest.keyClick(page.preview.pages, Qt.Key.Key_0)
    assert page.preview.pages.pictures[0].width() == whole


def test_printing_sends_every_page_to_the_chosen_printer_and_notes_it(
    qtbot: QtBot, demo_desk: Desk, tray: PaperTray, tmp_path: Path
) -> None:
    page, asked = open_paper(qtbot, demo_desk, tray)
    page.panel.printer.set_value("Front desk")
    page.panel.copies.step(1)
    assert page.panel.print_button.text() == "Print 2 copies"
    page.panel.print_button.click()
    qtbot.waitUntil(lambda: bool(asked.said), timeout=20_000)
    assert asked.said == ["Sent 2 copies to the printer. It is noted in the family’s record."]
    printed = (tmp_path / "Front desk.pdf").read_bytes()
    ((width, height),) = page_sizes(printed)
    assert (round(width), round(height)) == (595, 842)
    original = page_picture(demo_desk.papers.build("family-plan", page.case_id()), 0, 50)
    assert abs(ink(page_picture(printed, 0, 50)) - ink(original)) < 60
    (paper,) = demo_desk.cases.get(page.case_id()).papers
    assert (paper.kind, paper.way, paper.pages, paper.by) == (
        "family-plan",
        "printed",
        1,
        "Anita Rowe",
    )
    assert tray.used[0].docName() == demo_desk.cases.get(page.case_id()).reference


def test_saving_writes_the_very_pdf_where_the_person_says_and_notes_it(
    qtbot: QtBot,
    demo_desk: Desk,
    tray: PaperTray,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page, asked = open_paper(qtbot, demo_desk, tray)
    monkeypatch.setattr(ask, "answers", [tmp_path / "copy"])
    page.panel.save_button.click()
    saved = (tmp_path / "copy.pdf").read_bytes()
    assert saved == demo_desk.papers.build("family-plan", page.case_id())
    text = pdfium.PdfDocument(saved)[0].get_textpage().get_text_range()
    assert "Kayden feels calm and safe at school" in text
    assert asked.said == ["Saved as PDF. It is noted in the family’s record."]
    assert [paper.way for paper in demo_desk.cases.get(page.case_id()).papers] == ["saved"]


def test_changing_ones_mind_about_saving_notes_nothing(
    qtbot: QtBot, demo_desk: Desk, tray: PaperTray, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, asked = open_paper(qtbot, demo_desk, tray)
    monkeypatch.setattr(ask, "answers", [None])
    page.panel.save_button.click()
    assert asked.said == []
    assert demo_desk.cases.get(page.case_id()).papers == ()


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_noted(
    qtbot: QtBot,
    demo_desk: Desk,
    tray: PaperTray,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page, _asked = open_paper(qtbot, demo_desk, tray)
    monkeypatch.setattr(ask, "answers", [tmp_path / "no such folder" / "copy.pdf"])
    page.panel.save_button.click()
    assert not page.panel.trouble.isHidden()
    assert demo_desk.cases.get(page.case_id()).papers == ()


def test_without_a_printer_saving_is_the_main_way_out(
    qtbot: QtBot, demo_desk: Desk, tmp_path: Path
) -> None:
    page, _asked = open_paper(qtbot, demo_desk, PaperTray(tmp_path))
    assert page.panel.print_button.isHidden()
    assert page.panel.save_button.kind == "primary"
    assert page.panel.save_button.isEnabled()


def test_looking_printing_and_saving_leave_no_file_behind(
    qtbot: QtBot,
    demo_desk: Desk,
    tray: PaperTray,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    page, asked = open_paper(qtbot, demo_desk, tray)
    monkeypatch.setattr(ask, "answers", [tmp_path / "copy.pdf"])
    page.panel.save_button.click()
    page.panel.print_button.click()
    qtbot.waitUntil(lambda: len(asked.said) == 2, timeout=20_000)
    assert list(temporary.iterdir()) == []
    assert not list(tmp_path.glob(".*.part"))


def test_the_paper_is_made_anew_when_the_case_changes_but_not_when_it_is_noted(
    qtbot: QtBot, demo_desk: Desk, tray: PaperTray
) -> None:
    page, _asked = open_paper(qtbot, demo_desk, tray)
    leave = demo_desk.notices.subscribe(page.refresh)
    before = page.preview.pages.pictures[0].copy()
    case = demo_desk.cases.get(page.case_id())
    action = next(action for action in case.actions if action.is_open)
    with qtbot.waitSignal(page.preview.shown, timeout=20_000):
        demo_desk.plans.mark_done(case.id, action.id)
    assert page.preview.pages.pictures[0] != before
    leave()


def test_the_link_opens_what_the_paper_was_made_from(
    qtbot: QtBot, demo_desk: Desk, tray: PaperTray
) -> None:
    page, asked = open_paper(qtbot, demo_desk, tray)
    page.preview.source.click()
    assert asked.last == Place("case", case_id=page.case_id(), tab="plan")
    assert page.breadcrumb()[-1][1] == Place("case", case_id=page.case_id(), tab="overview")


def test_another_paper_of_the_family_is_one_choice_away(
    qtbot: QtBot, demo_desk: Desk, tray: PaperTray
) -> None:
    page, asked = open_paper(qtbot, demo_desk, tray, "Lakhani")
    with qtbot.waitSignal(page.preview.shown, timeout=20_000):
        choose(page.panel.papers, "closure")
    assert page.title() == "Closure form"
    assert page.paper == "closure"
    page.preview.source.click()
    assert asked.last.kind == "wizard"


def test_a_store_opened_to_read_shows_the_paper_but_lets_none_out(
    qtbot: QtBot, demo_home: DemoHome, tmp_path: Path, tray: PaperTray
) -> None:
    home = demo_home.copy_to(tmp_path / "home")
    store = next(home.stores_folder.glob("*.ehdesk"))
    desk = open_desk(store, password=PASSWORD, clock=a_clock(), home=home, read_only=True)
    page, _asked = open_paper(qtbot, desk, tray)
    assert not page.panel.print_button.isEnabled()
    assert not page.panel.save_button.isEnabled()
    assert not page.panel.trouble.isHidden()
    desk.close()


def test_every_control_of_the_preview_has_a_name(
    qtbot: QtBot, demo_desk: Desk, tray: PaperTray
) -> None:
    page, _asked = open_paper(qtbot, demo_desk, tray)
    for button in page.findChildren(QPushButton):
        assert button.text() or button.accessibleName()
    assert page.preview.pages.accessibleName() == "Preview"
    assert page.preview.pages.accessibleDescription() == "1 page"
    assert page.panel.printer.accessibleName() == "Printer"


def test_a_family_is_found_by_typing_and_its_paper_opened_by_enter(
    qtbot: QtBot, demo_desk: Desk
) -> None:
    navigator, asked = listening()
    page = PrintAndSharePage(demo_desk, navigator)
    navigator.setParent(page)
    page.refresh()
    show(qtbot, page)
    assert page.focus_search()
    QTest.keyClicks(page.search, "tilb")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.last == Place("print", paper="family-plan", case_id=family(demo_desk, "Tilbrook"))
    page.left()


def test_a_form_can_be_printed_as_soon_as_it_is_begun(qtbot: QtBot, demo_desk: Desk) -> None:
    navigator, _asked = listening()
    page = PrintAndSharePage(demo_desk, navigator)
    navigator.setParent(page)
    page.refresh()
    show(qtbot, page)
    page.choose(family(demo_desk, "Brennan"))
    names = [button.accessibleName() for button in page.papers.buttons]
    assert "Preview: Request for Early Help (MARF), Brennan family" in names
    page.left()


def test_any_record_of_a_form_can_be_chosen_and_the_newest_is_printed_unasked(
    qtbot: QtBot, demo_desk: Desk, tray: PaperTray
) -> None:
    page, _asked = open_paper(qtbot, demo_desk, tray, paper="minutes-in-full")
    records = demo_desk.papers.records("minutes-in-full", demo_desk.cases.get(page.case_id()))
    assert len(records) > 1
    assert page.panel.records.value() == str(records[0].id)
    first = page.preview.pages.pictures[0].copy()
    with qtbot.waitSignal(page.preview.shown, timeout=20_000):
        choose(page.panel.records, str(records[1].id))
    assert page.preview.pages.pictures[0] != first


def test_a_copy_for_the_family_is_one_choice_away_and_its_log_says_so(
    qtbot: QtBot, demo_desk: Desk, tray: PaperTray, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, _asked = open_paper(qtbot, demo_desk, tray, paper="request")
    assert page.panel.audience.value() == "professional"
    with qtbot.waitSignal(page.preview.shown, timeout=20_000):
        page.panel.audience.button("family").click()
    monkeypatch.setattr(ask, "answers", [tmp_path / "copy"])
    page.panel.save_button.click()
    text = page_text((tmp_path / "copy.pdf").read_bytes())
    assert "Copy for the family" in text
    (paper,) = demo_desk.cases.get(page.case_id()).papers
    assert paper.title == "Request for Early Help (MARF), copy for the family"


def test_a_paper_of_the_family_alone_asks_neither_record_nor_reader(
    qtbot: QtBot, demo_desk: Desk, tray: PaperTray
) -> None:
    page, _asked = open_paper(qtbot, demo_desk, tray)
    assert not page.panel.records.isVisible()
    assert not page.panel.audience.isVisible()
