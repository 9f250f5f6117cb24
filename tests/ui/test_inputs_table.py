"""The table of cases: keys, widths, and what a screen reader hears."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pages import page
from ui.kit.data_table import Column, DataTable
from ui.kit.pill import pill_width
from ui.kit.table_columns import share_out
from ui.kit.table_rows import Cell, Row, TableRows
from ui.kit.text_input import TextInput
from ui.theme import theme

HEADERS = ("Family", "Next step", "Due", "Status")
COLUMNS = (Column(3, keep=True), Column(3), Column(2), Column(2, keep=True))


def rows(count: int) -> list[Row]:
    return [
        Row(
            f"case-{number}",
            (
                Cell(f"Family {number}", "Rohan 13, Mira 9", strong=True),
                Cell("Hold the 3-month review", "Review 3", track=(5, 6)),
                Cell("Tue 10 Nov", "7 days overdue", "overdue.ink"),
                Cell(pill=("Waiting on others", "wait", "")),
            ),
        )
        for number in range(count)
    ]


@pytest.fixture
def table(qtbot: QtBot) -> DataTable:
    """Forty cases in a window, with the keyboard on them."""
    made = DataTable("Cases", COLUMNS)
    model = TableRows(HEADERS, made)
    model.set_rows(rows(40))
    made.setModel(model)
    made.setMinimumHeight(400)
    page(qtbot, made, TextInput("After"), width=900)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    return made


def key(table: DataTable) -> str:
    model = table.model()
    assert isinstance(model, TableRows)
    return model.key(table.currentIndex())


def test_the_first_row_is_chosen_when_the_keyboard_comes_to_the_table(table: DataTable) -> None:
    assert key(table) == "case-0"
    assert {index.row() for index in table.selectedIndexes()} == {0}


def test_the_keys_move_by_row_page_and_end(qtbot: QtBot, table: DataTable) -> None:
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert key(table) == "case-1"
    qtbot.keyClick(table, Qt.Key.Key_PageDown)
    below = table.currentIndex().row()
    assert below > 3
    qtbot.keyClick(table, Qt.Key.Key_PageUp)
    assert table.currentIndex().row() < below
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert key(table) == "case-39"
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert key(table) == "case-0"


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_and_space_peeks(qtbot: QtBot, table: DataTable, enter: Qt.Key) -> None:
    with qtbot.waitSignal(table.activated) as opened:
        qtbot.keyClick(table, enter)
    assert opened.args[0].row() == 0
    with qtbot.waitSignal(table.peeked) as peeked:
        qtbot.keyClick(table, Qt.Key.Key_Space)
    assert peeked.args[0].row() == 0


def test_enter_opens_a_row_once(qtbot: QtBot, table: DataTable) -> None:
    opened = []
    table.activated.connect(opened.append)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert len(opened) == 1


def test_tab_leaves_the_table(qtbot: QtBot, table: DataTable) -> None:
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "After"


def test_rows_are_56_high_and_the_head_38_at_100_per_cent(table: DataTable) -> None:
    assert table.rowHeight(0) == 56
    assert table.horizontalHeader().height() == 38


def test_rows_grow_with_the_text_while_the_table_is_open(table: DataTable) -> None:
    theme().set_text_size(150)
    QApplication.processEvents()
    needed = theme().line_height("body") + theme().line_height("help")
    assert table.rowHeight(0) >= needed + 8
    assert table.horizontalHeader().height() > 50


def test_a_screen_reader_hears_all_of_a_cell(table: DataTable) -> None:
    spoken = QAccessible.queryAccessibleInterface(table)
    assert spoken.text(QAccessible.Text.Name) == "Cases"
    # A line of heads and then each row, all with a corner or a row's head before them.
    cells = [spoken.child(6 + place).text(QAccessible.Text.Name) for place in range(4)]
    assert cells == [
        "Family 0, Rohan 13, Mira 9",
        "Hold the 3-month review, Review 3",
        "Tue 10 Nov, 7 days overdue",
        "Waiting on others",
    ]


@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("width", [420, 700, 1200])
def test_a_pill_always_has_room_and_other_columns_give_way_first(
    qtbot: QtBot, table: DataTable, size: int, width: int
) -> None:
    theme().set_text_size(size)
    table.window().resize(width, 600)
    QApplication.processEvents()
    assert not table.isColumnHidden(0)
    assert not table.isColumnHidden(3)
    assert table.columnWidth(3) >= pill_width("Waiting on others")
    assert table.isColumnHidden(2) or not table.isColumnHidden(1)


def test_all_columns_show_again_when_there_is_room(table: DataTable) -> None:
    for width in (420, 1200):
        table.window().resize(width, 600)
        QApplication.processEvents()
    assert not any(table.isColumnHidden(place) for place in range(4))
    assert sum(table.columnWidth(place) for place in range(4)) == table.viewport().width()


def test_a_double_click_opens_and_other_rows_replace_the_old(
    qtbot: QtBot, table: DataTable
) -> None:
    place = QPoint(60, 56 * 2 + 20)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.activated) as opened:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args[0].row() == 2
    model = table.model()
    assert isinstance(model, TableRows)
    model.set_rows(rows(2))
    assert model.row_of("case-1") == 1
    assert model.row_of("case-30") == -1
    table.choose_row(model.row_of("case-1"))
    assert key(table) == "case-1"


def test_an_empty_table_takes_every_key(qtbot: QtBot) -> None:
    empty = DataTable("Cases", COLUMNS)
    empty.setModel(TableRows(HEADERS, empty))
    page(qtbot, empty)
    for pressed in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(empty, pressed)
    assert not empty.currentIndex().isValid()
    assert not empty.grab().isNull()


def test_the_selected_row_is_tinted_and_barred(table: DataTable) -> None:
    image = table.viewport().grab().toImage()
    assert image.pixelColor(1, 30) == theme().tokens.accent
    assert image.pixelColor(200, 4) == theme().tokens.selected
    assert image.pixelColor(200, 60) == theme().tokens.surface


@given(
    room=st.integers(0, 3000),
    columns=st.lists(
        st.tuples(st.integers(1, 9), st.booleans(), st.integers(1, 400)), min_size=1, max_size=9
    ),
)
def test_columns_share_all_the_room_and_none_is_too_narrow(
    room: int, columns: list[tuple[int, bool, int]]
) -> None:
    leasts = [least for _share, _keep, least in columns]
    kept = [Column(share, keep) for share, keep, _least in columns]
    widths = share_out(room, kept, leasts)
    assert widths[0] > 0
    for width, column, least in zip(widths, kept, leasts, strict=True):
        assert width == 0 or width >= least
        assert width > 0 or not column.keep
    shown = [least for width, least in zip(widths, leasts, strict=True) if width]
    assert sum(widths) == max(room, sum(shown))
