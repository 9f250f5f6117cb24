"""The hand-over sheet of a caseload: chosen, made, saved, noted."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from tests.desks import colleague
from tests.documents.reading import page_text, squeeze
from tests.ui.accessible import nameless
from tests.ui.case_pages import listening, show
from tests.ui.test_print_page import PaperTray
from ui.documents.cover_page import CoverPage
from ui.kit import ask
from ui.kit.field_row import FieldRow


def test_the_families_of_a_worker_are_chosen_saved_and_noted(
    qtbot: QtBot, demo_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    navigator, asked = listening()
    page = CoverPage(demo_desk, navigator)
    navigator.setParent(page)
    page.refresh()
    show(qtbot, page, 1366, 768)
    assert nameless(page) == []
    qtbot.waitUntil(page.save_button.isEnabled)
    cases = demo_desk.cover.caseload(demo_desk.user.id)
    first, second = cases[0], cases[1]
    page.families.box(str(second.id)).click()
    qtbot.waitUntil(page.save_button.isEnabled)
    path = tmp_path / "sheet.pdf"
    monkeypatch.setattr(ask, "answers", [path])
    page.save_button.click()
    said = squeeze(page_text(path.read_bytes()))
    assert first.family.title in said
    assert asked.said == ["Saved as PDF. It is noted in each family’s record."]
    assert demo_desk.cases.get(first.id).papers[-1].kind == "cover"
    noted = [paper.kind for paper in demo_desk.cases.get(second.id).papers]
    assert "cover" not in noted
    page.families.set_value([])
    page.families.value_changed.emit()
    assert not page.save_button.isEnabled()


def test_days_who_covers_and_words_for_them_are_kept_and_come_on_to_the_sheet(
    qtbot: QtBot, demo_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    navigator, _asked = listening()
    page = CoverPage(demo_desk, navigator)
    navigator.setParent(page)
    page.refresh()
    show(qtbot, page, 1366, 768)
    for box, typed in (
        (page.first.box("Day"), "23"),
        (page.first.box("Month"), "11"),
        (page.first.box("Year"), "2026"),
        (page.last.box("Day"), "20"),
        (page.last.box("Month"), "11"),
        (page.last.box("Year"), "2026"),
        (page.covers, "Dev Mistry"),
        (page.words, "Ring Carly on Thursday."),
    ):
        qtbot.keyClicks(box, typed)
    qtbot.waitUntil(lambda: bool(rows(page)["Until"].error()))
    assert rows(page)["Until"].error() == "Enter a day that is not before the first"
    assert not page.save_button.isEnabled()
    page.last.set_value("2026-12-04")
    page.last.value_changed.emit()
    qtbot.waitUntil(page.save_button.isEnabled)
    page.keep()
    page.left()

    again = CoverPage(demo_desk, navigator)
    again.refresh()
    show(qtbot, again, 1366, 768)
    assert again.words.value() == "Ring Carly on Thursday."
    qtbot.waitUntil(again.save_button.isEnabled)
    path = tmp_path / "sheet.pdf"
    monkeypatch.setattr(ask, "answers", [path])
    again.save_button.click()
    said = squeeze(page_text(path.read_bytes()))
    whom = f"For Dev Mistry, who covers for {demo_desk.user.name} · "
    assert f"{whom}Monday 23 November to Friday 4 December 2026" in said
    assert "What you should know Ring Carly on Thursday." in said
    assert demo_desk.drafts.get(None, "cover") is None
    assert not again.has_unsaved()


def rows(page: CoverPage) -> dict[str, FieldRow]:
    return {row.label(): row for row in page.findChildren(FieldRow)}


def test_who_may_take_no_paper_sees_no_way_to_take_the_sheet(qtbot: QtBot, desk: Desk) -> None:
    reader = colleague(desk, "Rosa", Role.READER)
    navigator, _asked = listening()
    page = CoverPage(reader, navigator)
    navigator.setParent(page)
    page.refresh()
    show(qtbot, page, 1366, 768)
    assert not page.print_button.isVisible()
    assert not page.save_button.isVisible()
    assert not page.words.isVisible()
    assert page.commands() == ()


def test_what_is_typed_while_it_prints_stays_kept(
    qtbot: QtBot, demo_desk: Desk, tmp_path: Path
) -> None:
    navigator, asked = listening()
    page = CoverPage(demo_desk, navigator, printers=PaperTray(tmp_path, "Front desk"))
    navigator.setParent(page)
    page.refresh()
    show(qtbot, page, 1366, 768)
    qtbot.keyClicks(page.words, "Ring Carly.")
    qtbot.waitUntil(page.print_button.isEnabled)
    page.print_button.click()
    qtbot.keyClicks(page.words, " Not on Friday.")
    assert asked.said == []
    qtbot.waitUntil(lambda: bool(asked.said), timeout=20_000)
    page.keep()
    draft = demo_desk.drafts.get(None, "cover")
    assert draft is not None
    assert draft.typed["words"] == "Ring Carly. Not on Friday."
