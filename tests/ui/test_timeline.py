from __future__ import annotations

from datetime import date, timedelta
from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ehdesk.domain.timeline import Entry, build
from ehdesk.domain.timeline_facts import (
    CONTACT_KINDS,
    ActionFact,
    ContactFact,
    MeetingFact,
    ReviewFact,
    StepFact,
    TimelineFacts,
    timeline_words,
)
from tests.packs_in import leicester
from ui.theme import install_theme
from ui.timeline.timeline_page import TimelinePanel

TODAY = date(2026, 11, 17)
WORDS = timeline_words(leicester())
FACTS = TimelineFacts(
    steps=(
        StepFact("", "request", date(2026, 4, 29), record="s1"),
        StepFact("request", "assessment", date(2026, 5, 8), record="s2"),
        StepFact("assessment", "review", date(2026, 6, 4), record="s3"),
    ),
    meetings=(
        MeetingFact(1, date(2026, 6, 4), came=6, invited=6, record="m1"),
        MeetingFact(3, date(2026, 11, 12), minutes_due=True, came=5, invited=7, record="m3"),
        MeetingFact(4, None, date(2026, 12, 15), "3:30pm", "Larkmoor Primary", record="m4"),
    ),
    reviews=(
        ReviewFact(1, date(2026, 9, 22), date(2026, 9, 4), record="r1"),
        ReviewFact(2, None, date(2026, 12, 22), record="r2"),
    ),
    actions=(
        ActionFact("Quiet card", "School", date(2026, 6, 4), None, date(2026, 7, 3), record="a1"),
        ActionFact("Meet at the gate", "School", date(2026, 9, 22), date(2026, 11, 13)),
    ),
    contacts=(
        ContactFact("visit", date(2026, 5, 20), "Dawn", record="c1"),
        ContactFact("phone", date(2026, 8, 3), "Dawn", record="c2"),
        ContactFact("phone", date(2026, 8, 4), "Dawn", record="c3"),
        ContactFact("phone", date(2024, 1, 9), "Dawn", record="long-ago"),
    ),
    next_words="Review 2, then decide",
)


def panel_of(qtbot: QtBot, entries: tuple[Entry, ...]) -> TimelinePanel:
    made = TimelinePanel(entries, TODAY)
    qtbot.addWidget(made)
    made.resize(1112, 760)
    made.show()
    return made


@pytest.fixture
def panel(qtbot: QtBot) -> TimelinePanel:
    return panel_of(qtbot, build(FACTS, TODAY, WORDS))


def rows(panel: TimelinePanel) -> list[str]:
    return [panel.model.entry(row).key for row in range(panel.model.rowCount())]


def chosen_row(panel: TimelinePanel) -> str:
    return panel.model.entry(panel.table.currentIndex().row()).key


def test_the_list_shows_exactly_what_is_drawn_newest_first(panel: TimelinePanel) -> None:
    for level in ("3", "6", "9", "all"):
        panel.view.set_level(level)
        assert set(rows(panel)) == panel.view.scene.keys
        days = [panel.model.entry(row).when for row in range(panel.model.rowCount())]
        assert days == sorted(days, reverse=True)
    assert len(rows(panel)) == len(build(FACTS, TODAY, WORDS))


def test_the_model_keeps_qts_rules(panel: TimelinePanel) -> None:
    QAbstractItemModelTester(panel.model)
    panel.view.set_level("3")
    panel.view.set_level("all")
    panel.set_entries(build(FACTS, TODAY, WORDS)[:3], TODAY)
    assert panel.model.rowCount() <= 3


def test_choosing_in_the_list_chooses_in_the_drawing_and_back(panel: TimelinePanel) -> None:
    panel.table.choose_row(rows(panel).index("review:r1"))
    assert panel.view.chosen == "review:r1"
    panel.view.choose("meeting:m3")
    assert chosen_row(panel) == "meeting:m3"


def test_the_drawing_says_what_is_chosen(panel: TimelinePanel) -> None:
    panel.view.choose("meeting:m3")
    assert panel.view.accessibleName() == (
        "Timeline, TAF meeting 3, Thu 12 Nov, Minutes due, 5 of 7 came"
    )
    panel.view.choose("contact:c2")
    assert panel.view.accessibleName() == "Timeline, 2 contacts, Mon 3 Aug to Tue 4 Aug"


def test_each_row_reads_out_whole(panel: TimelinePanel) -> None:
    row = rows(panel).index("review:r1")
    said = panel.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Review 1, Tue 22 Sep, Held, 18 days after it was due"


def test_left_and_right_go_between_things_and_up_and_down_between_lanes(
    panel: TimelinePanel, qtbot: QtBot
) -> None:
    panel.view.choose("meeting:m1")
    for key, expected in (
        (Qt.Key.Key_Right, "meeting:m3"),
        (Qt.Key.Key_Right, "meeting:m4"),
        (Qt.Key.Key_Right, "meeting:m4"),
        (Qt.Key.Key_Down, "review:r2"),
        (Qt.Key.Key_Left, "review:r1"),
        (Qt.Key.Key_Up, "meeting:m3"),
        (Qt.Key.Key_Up, "stage:s3"),
        (Qt.Key.Key_Up, "stage:s3"),
    ):
        qtbot.keyClick(panel.view, key)
        assert panel.view.chosen == expected
        assert chosen_row(panel) == expected


def test_the_first_arrow_key_starts_at_today(panel: TimelinePanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.view, Qt.Key.Key_Right)
    assert panel.view.chosen == "meeting:m3"


def test_going_to_something_out_of_view_brings_it_into_view(
    panel: TimelinePanel, qtbot: QtBot
) -> None:
    panel.view.choose("contact:c1")
    qtbot.keyClick(panel.view, Qt.Key.Key_Left)
    assert panel.view.chosen == "contact:long-ago"
    assert panel.view.scale.shows(date(2024, 1, 9))
    assert chosen_row(panel) == "contact:long-ago"


def test_enter_opens_a_thing_and_goes_into_a_crowd(panel: TimelinePanel, qtbot: QtBot) -> None:
    opened: list[str] = []
    panel.entry_opened.connect(opened.append)
    panel.view.choose("meeting:m3")
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    panel.view.choose("contact:c2")
    days = panel.view.scale.days
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert opened == ["m3"]
    assert panel.view.scale.days < days


def test_enter_in_the_list_opens_too(panel: TimelinePanel, qtbot: QtBot) -> None:
    opened: list[str] = []
    panel.entry_opened.connect(opened.append)
    panel.table.choose_row(rows(panel).index("review:r1"))
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert opened == ["r1"]


def test_plus_and_minus_zoom_about_what_is_chosen(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.view.choose("meeting:m3")
    before = panel.view.scale
    qtbot.keyClick(panel.view, Qt.Key.Key_Plus)
    after = panel.view.scale
    assert after.days < before.days
    assert after.x(date(2026, 11, 12)) == pytest.approx(before.x(date(2026, 11, 12)), abs=0.5)
    assert panel.levels.value() == ""
    qtbot.keyClick(panel.view, Qt.Key.Key_Minus)
    assert panel.view.scale.days == pytest.approx(before.days)


def test_ctrl_and_the_wheel_zoom_about_the_pointer(panel: TimelinePanel) -> None:
    spot = QPointF(500, 60)
    under = panel.view.scale.day_at(500 - panel.view.head_width)
    days = panel.view.scale.days
    QApplication.sendEvent(
        panel.view,
        QWheelEvent(
            spot,
            panel.view.mapToGlobal(spot),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )
    assert panel.view.scale.days < days
    assert panel.view.scale.day_at(500 - panel.view.head_width) == pytest.approx(under, abs=1e-6)


def test_a_click_on_a_mark_chooses_it(panel: TimelinePanel, qtbot: QtBot) -> None:
    item = panel.view.scene.holding("meeting:m1")
    assert item is not None
    spot = QPoint(round(panel.view.head_width + item.box.x + 8), round(item.box.middle))
    qtbot.mouseClick(panel.view, Qt.MouseButton.LeftButton, pos=spot)
    assert panel.view.chosen == "meeting:m1"


def test_today_brings_today_back(panel: TimelinePanel) -> None:
    panel.view.move_by(-3)
    assert not panel.view.scale.shows(TODAY)
    panel.view.show_today()
    assert panel.view.scale.shows(TODAY)


def test_a_case_with_nothing_yet_shows_today_and_says_so(qtbot: QtBot) -> None:
    panel = panel_of(qtbot, ())
    assert panel.model.rowCount() == 0
    assert panel.view.scale.shows(TODAY)
    qtbot.keyClick(panel.view, Qt.Key.Key_Right)
    assert panel.view.chosen == ""
    assert not panel.grab().isNull()


def test_a_changed_case_keeps_the_view_and_the_choice(panel: TimelinePanel) -> None:
    panel.view.choose("meeting:m3")
    start = panel.view.scale.start
    panel.set_entries(build(FACTS, TODAY, WORDS), TODAY)
    assert panel.view.chosen == "meeting:m3"
    assert chosen_row(panel) == "meeting:m3"
    assert panel.view.scale.start == start
    panel.set_entries((), TODAY)
    assert panel.view.chosen == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("text_size", [100, 150])
def test_it_is_drawn_in_every_scheme_and_text_size(
    qapp: QApplication, panel: TimelinePanel, scheme: str, text_size: int
) -> None:
    before = panel.view.height()
    install_theme(qapp, scheme, text_size)
    panel.view.choose("review:r1")
    assert not panel.grab().isNull()
    assert (panel.view.height() > before) == (text_size > 100)


def test_two_thousand_entries_are_painted_within_a_frame(qtbot: QtBot) -> None:
    contacts = tuple(
        ContactFact("phone", TODAY - timedelta(days=n * 7 % 1500), "Dawn") for n in range(1500)
    )
    actions = tuple(
        ActionFact(f"Action {n}", "Dawn", day, day + timedelta(days=40), day + timedelta(days=20))
        for n in range(500)
        for day in (TODAY - timedelta(days=n * 3),)
    )
    panel = panel_of(qtbot, build(TimelineFacts(actions=actions, contacts=contacts), TODAY, WORDS))
    for level in ("9", "all"):
        panel.view.set_level(level)
        panel.view.grab()
        times = []
        for _ in range(7):
            start = perf_counter()
            panel.view.grab()
            times.append(perf_counter() - start)
        assert min(times) < 0.016


def test_every_icon_the_timeline_names_is_shipped(qapp: QApplication) -> None:
    look = install_theme(qapp, "light", 100)
    names = {stage.icon for stage in WORDS.stages.values()} | {
        icon for _, icon in CONTACT_KINDS.values()
    }
    for name in names | {entry.icon for entry in build(FACTS, TODAY, WORDS)}:
        assert not look.pixmap(name).isNull()
