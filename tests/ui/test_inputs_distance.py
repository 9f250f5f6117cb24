"""Distance travelled: in words, and drawn so that nothing hides."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.ui.pages import page
from ui.kit.distance import Distance, mark_places
from ui.kit.distance_line import DistanceLine

NUMBERS = st.one_of(st.none(), st.integers(0, 10))


@pytest.mark.parametrize(
    ("distance", "words"),
    [
        (
            Distance(3, 5, 7, 8),
            "Start 3, last time 5, now 7, hoped for 8. Up 2 points, 1 from the hope.",
        ),
        (
            Distance(4, 5, 5, 7),
            "Start 4, last time 5, now 5, hoped for 7. No change, 2 from the hope.",
        ),
        (Distance(2, 4, 3), "Start 2, last time 4, now 3. Down 1 point."),
        (
            Distance(3, None, 8, 8),
            "Start 3, now 8, hoped for 8. Up 5 points, reached what was hoped for.",
        ),
        (Distance(3), "Start 3, now not given."),
        (Distance(), "Now not given."),
    ],
)
def test_the_result_is_said_in_words(qtbot: QtBot, distance: Distance, words: str) -> None:
    line = DistanceLine(distance.start, distance.last, distance.now, distance.hoped)
    page(qtbot, line)
    spoken = QAccessible.queryAccessibleInterface(line)
    assert spoken.text(QAccessible.Text.Description) == words
    assert spoken.text(QAccessible.Text.Name) == "Distance travelled"


@given(start=NUMBERS, last=NUMBERS, now=NUMBERS, width=st.integers(190, 700))
def test_no_mark_hides_another_or_leaves_the_drawing(
    start: int | None, last: int | None, now: int | None, width: int
) -> None:
    area = QRectF(0, 0, width, 60)
    marks = mark_places(area, Distance(start, last, now))
    for one, other in combinations(marks.values(), 2):
        assert abs(one.x - other.x) >= one.radius + other.radius
    for mark in marks.values():
        assert area.left() <= mark.x - mark.radius
        assert mark.x + mark.radius <= area.right()


@given(start=NUMBERS, last=NUMBERS, now=st.integers(0, 10))
def test_now_stands_on_its_own_number(start: int | None, last: int | None, now: int) -> None:
    area = QRectF(0, 0, 300, 60)
    alone = mark_places(area, Distance(now=now))["now"].x
    assert mark_places(area, Distance(start, last, now))["now"].x == alone


def test_every_set_of_numbers_can_be_drawn(qtbot: QtBot) -> None:
    line = DistanceLine()
    page(qtbot, line)
    for numbers in ((0, 0, 0, 0), (10, 10, 10, 10), (None, None, 5, 5), (1, 2, None, 3)):
        line.show_distance(Distance(*numbers))
        assert not line.grab().isNull()
