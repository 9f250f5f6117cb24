"""The hand-over sheet of a caseload: chosen, made, saved, noted."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from tests.documents.reading import page_text, squeeze
from tests.ui.accessible import nameless
from tests.ui.case_pages import listening, show
from ui.documents.cover_page import CoverPage
from ui.kit import ask


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
