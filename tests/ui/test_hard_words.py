"""Words that would break a careless window: tags, ampersands, 5,000 letters without a space."""

from __future__ import annotations

import pytest
from PySide6.QtGui import Qt
from pytestqt.qtbot import QtBot

from ui.kit.buttons import Button, IconButton
from ui.kit.labels import Label
from ui.kit.page import PageHeader
from ui.kit.plain import as_tip
from ui.kit.table_rows import Cell, Row, TableRows

HARD = "<b>bold</b> & “O'Brien” <3"
LONG = "W" * 5000


def test_tags_in_a_tip_are_shown_and_not_followed() -> None:
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; “O'Brien” &lt;3" in as_tip(HARD)
    assert as_tip("Kayden & Isla") == "Kayden & Isla"


def test_a_long_tip_wraps_and_ends() -> None:
    assert Qt.mightBeRichText(as_tip(LONG))
    assert len(as_tip(LONG)) < 700


def test_a_cell_and_a_button_show_their_tips_as_they_were_typed(qtbot: QtBot) -> None:
    button = IconButton("pencil", f"Change {HARD}")
    qtbot.addWidget(button)
    rows = TableRows(("Name",))
    rows.set_rows((Row("one", (Cell(HARD),)),))
    of_cell = rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    for tip in (of_cell, button.toolTip()):
        assert isinstance(tip, str)
        assert "&lt;b&gt;" in tip
    assert button.accessibleName() == f"Change {HARD}"


@pytest.mark.parametrize("wrap", [True, False], ids=["a paragraph", "a line"])
def test_a_word_of_5000_letters_does_not_widen_its_page(qtbot: QtBot, wrap: bool) -> None:
    label = Label(LONG, wrap=wrap)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() <= 480


def test_a_line_that_is_cut_has_the_whole_in_its_tip(qtbot: QtBot) -> None:
    label = Label(f"{HARD} and much more than there is room for", wrap=False)
    qtbot.addWidget(label)
    label.resize(80, 24)
    label.grab()
    assert "&lt;b&gt;bold" in label.toolTip()
    label.resize(label.sizeHint())
    label.grab()
    assert label.toolTip() == ""


def test_a_name_in_a_breadcrumb_is_short_and_keeps_its_ampersand(qtbot: QtBot) -> None:
    header = PageHeader("Print", breadcrumb=(f"{HARD} {LONG}",))
    qtbot.addWidget(header)
    step = next(b for b in header.findChildren(Button) if b.text())
    assert "&&" in step.text()
    assert step.sizeHint().width() < 480
    assert step.accessibleName().startswith(HARD)
