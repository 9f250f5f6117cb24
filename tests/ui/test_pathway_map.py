from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ehdesk.domain.pathway_map import MapFacts, StepTaken, lay, texts_of
from tests.packs_in import leicester
from tests.ui.map_rules import no_arrow_crosses, no_words_are_cut
from ui.cases.pathway_card import PathwayCard
from ui.cases.pathway_geometry import least_width, measure, unfolded_width
from ui.theme import install_theme

TODAY = date(2026, 11, 17)
TEXTS = texts_of(leicester())
DATES = {
    "request": date(2026, 4, 30),
    "accepted": date(2026, 5, 6),
    "checks": date(2026, 5, 7),
    "assessment": date(2026, 5, 8),
    "first_taf": date(2026, 6, 4),
    "review": date(2026, 6, 4),
}
IN_REVIEW = lay(MapFacts(DATES, "review", TODAY, "Review 1 held, 2 due"), TEXTS)
STEPS = (
    StepTaken(date(2026, 4, 30), "request", "Request received", "Ms Fable", "Three needs"),
    StepTaken(date(2026, 5, 6), "accepted", "Accepted", "Duty worker", "Meets the threshold"),
    StepTaken(date(2026, 6, 4), "first_taf", "First TAF meeting", "Anita Rowe"),
)


@pytest.fixture
def card(qtbot: QtBot) -> PathwayCard:
    made = PathwayCard(IN_REVIEW, STEPS, TODAY)
    qtbot.addWidget(made)
    made.resize(1112, 420)
    made.show()
    return made


def chosen_step(card: PathwayCard) -> str:
    index = card.selection.currentIndex()
    return card.model.step(index.row()).node if card.selection.hasSelection() else ""


def test_every_node_says_its_name_state_and_date_to_a_screen_reader(card: PathwayCard) -> None:
    request = QAccessible.queryAccessibleInterface(card.map.node("request"))
    assert request.text(QAccessible.Text.Name) == "Request, done, 30 Apr"
    assert request.role() == QAccessible.Role.Button
    masp = QAccessible.queryAccessibleInterface(card.map.node("masp"))
    assert masp.text(QAccessible.Text.Name) == "MASP, could be next"
    assert "Multi Agency Support Panel" in masp.text(QAccessible.Text.Description)


def test_a_click_enter_and_space_open_a_node(card: PathwayCard, qtbot: QtBot) -> None:
    opened: list[str] = []
    card.node_chosen.connect(opened.append)
    qtbot.mouseClick(card.map.node("close"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(card.map.node("masp"), Qt.Key.Key_Return)
    qtbot.keyClick(card.map.node("request"), Qt.Key.Key_Space)
    assert opened == ["close", "masp", "request"]


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("review", Qt.Key.Key_Right, "close"),
        ("review", Qt.Key.Key_Left, "first_taf"),
        ("review", Qt.Key.Key_Down, "masp"),
        ("accepted", Qt.Key.Key_Up, "safeguarding"),
        ("safeguarding", Qt.Key.Key_Right, "under_six_weeks"),
        ("masp", Qt.Key.Key_Left, "hub"),
        ("work_no_taf", Qt.Key.Key_Left, "twelve_weeks"),
        ("close", Qt.Key.Key_Right, "close"),
    ],
)
def test_arrow_keys_go_to_the_nearest_node_that_way(
    card: PathwayCard, qtbot: QtBot, start: str, key: Qt.Key, end: str
) -> None:
    card.map.node(start).setFocus()
    qtbot.keyClick(card.map.node(start), key)
    assert card.map.node(end).hasFocus()


def test_the_map_is_one_tab_stop_and_it_is_where_the_family_is(card: PathwayCard) -> None:
    def stops() -> list[str]:
        return [
            node.code
            for node in IN_REVIEW.nodes
            if card.map.node(node.code).focusPolicy() == Qt.FocusPolicy.StrongFocus
        ]

    assert stops() == ["review"]
    card.map.node("checks").setFocus()
    assert stops() == ["checks"]


def test_map_and_list_share_what_is_chosen(card: PathwayCard) -> None:
    card.map.node("accepted").setFocus()
    assert chosen_step(card) == "accepted"
    card.show_steps(True)
    row = card.model.last_row_of("request")
    assert row is not None
    card.list.choose_row(row)
    assert card.map.node("request").is_chosen
    assert not card.map.node("accepted").is_chosen
    card.map.node("masp").setFocus()
    assert chosen_step(card) == ""


def test_steps_so_far_are_newest_first_and_open_their_node(card: PathwayCard, qtbot: QtBot) -> None:
    QAbstractItemModelTester(card.model)
    assert [card.model.index(row, 1).data() for row in range(3)] == [
        "First TAF meeting",
        "Accepted",
        "Request received",
    ]
    assert card.model.index(0, 0).data() == "Thu 4 Jun"
    opened: list[str] = []
    card.node_chosen.connect(opened.append)
    card.show_steps(True)
    card.list.choose_row(1)
    qtbot.keyClick(card.list, Qt.Key.Key_Return)
    assert opened == ["accepted"]


def test_a_line_under_the_map_says_what_could_be_next(card: PathwayCard) -> None:
    assert card.next_line.isVisible()
    assert card.next_line.text() == "Could be next: Close or MASP."
    over = lay(MapFacts({**DATES, "close": TODAY}, "close", TODAY, ended=True), TEXTS)
    card.set_state(over, STEPS, TODAY)
    assert not card.next_line.isVisible()


def test_the_map_follows_the_case(card: PathwayCard) -> None:
    later = lay(MapFacts({**DATES, "close": TODAY}, "close", TODAY, "Review 2 held"), TEXTS)
    card.set_state(later, (*STEPS, StepTaken(TODAY, "close", "Closed")), TODAY)
    assert card.map.node("close").accessibleName() == "Close, now, 17 Nov"
    assert card.map.node("review").accessibleName() == "Review plan, done, 4 Jun"
    assert card.model.rowCount() == 4


SMALL = 1366 - 248 - 2 * 32 - 2 * 20
"""Room for the map in the smallest window of the design."""
SIZES = pytest.mark.parametrize("text_size", [100, 115, 130, 150])
WIDTHS = pytest.mark.parametrize("width", [500, 800, SMALL, 1072, 1600])
MAPS = {
    "in review": IN_REVIEW,
    "new": lay(MapFacts({"request": TODAY}, "request", TODAY, "Review 1 due"), TEXTS),
    "by the hub": lay(MapFacts({**DATES, "hub": TODAY}, "masp", TODAY, "Review 2 due"), TEXTS),
    "no hub": lay(
        MapFacts(DATES, "review", TODAY, "Review 11 held, 12 due"),
        {code: text for code, text in TEXTS.items() if code != "hub"},
    ),
}
SHOWN = pytest.mark.parametrize("shown", MAPS)


@SIZES
@WIDTHS
@SHOWN
def test_no_words_are_cut_at_any_text_size_and_width(
    qapp: QApplication, card: PathwayCard, text_size: int, width: int, shown: str
) -> None:
    install_theme(qapp, "light", text_size)
    drawn = MAPS[shown]
    geometry = measure(drawn, width)
    assert geometry.width == max(width, least_width(drawn))
    no_words_are_cut(drawn, geometry)


@SIZES
@WIDTHS
@SHOWN
def test_no_arrow_crosses_another_or_runs_over_a_box_or_words(
    qapp: QApplication, card: PathwayCard, text_size: int, width: int, shown: str
) -> None:
    install_theme(qapp, "light", text_size)
    no_arrow_crosses(measure(MAPS[shown], width))


def test_every_node_and_arrow_of_the_leaflet_is_on_the_map_of_every_family() -> None:
    leaflet = {
        ("request", "safeguarding"),
        ("request", "below_threshold"),
        ("request", "accepted"),
        ("accepted", "checks"),
        ("checks", "under_six_weeks"),
        ("checks", "twelve_weeks"),
        ("under_six_weeks", "work_no_taf"),
        ("twelve_weeks", "work_no_taf"),
        ("work_no_taf", "close"),
        ("work_no_taf", "assessment"),
        ("assessment", "first_taf"),
        ("first_taf", "review"),
        ("review", "close"),
        ("review", "masp"),
        ("masp", "resources"),
        ("resources", "review"),
    }
    for name, drawn in MAPS.items():
        arrows = {(edge.start, edge.end) for edge in drawn.edges}
        assert arrows >= leaflet, name
        by_hub = {("checks", "hub"), ("hub", "assessment")}
        assert arrows >= (by_hub if name != "no hub" else {("checks", "assessment")}), name
        for width in (SMALL, 1600):
            assert set(measure(drawn, width).ways) == arrows


def test_somebody_who_does_not_see_the_arrows_hears_where_they_go(card: PathwayCard) -> None:
    review = QAccessible.queryAccessibleInterface(card.map.node("review"))
    assert review.text(QAccessible.Text.Description).endswith("Leads to: Close or MASP.")
    close = QAccessible.queryAccessibleInterface(card.map.node("close"))
    assert "Leads to" not in close.text(QAccessible.Text.Description)


def test_the_map_does_not_scroll_in_the_small_window(qapp: QApplication, card: PathwayCard) -> None:
    assert unfolded_width(IN_REVIEW) <= SMALL, "one band, as in the picture"
    install_theme(qapp, "light", 150)
    assert unfolded_width(IN_REVIEW) > SMALL
    assert least_width(IN_REVIEW) <= SMALL, "two bands"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("current", ["", "request", "twelve_weeks", "masp", "below_threshold"])
def test_every_stage_can_be_drawn(
    qapp: QApplication, card: PathwayCard, scheme: str, current: str
) -> None:
    install_theme(qapp, scheme, 150)
    card.set_state(lay(MapFacts(DATES, current, TODAY), TEXTS), STEPS, TODAY)
    assert not card.grab().isNull()
