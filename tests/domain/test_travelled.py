"""What came of an outcome, in words."""

from __future__ import annotations

import pytest

from ehdesk.domain.travelled import Travelled


@pytest.mark.parametrize(
    ("scores", "word", "more"),
    [
        ((3, 8, 8), "Reached", "up 5 points"),
        ((3, 4, 8), "Closer", "up 1 point"),
        ((3, 4, None), "Closer", "up 1 point"),
        ((3, 3, 8), "No change", "still 3"),
        ((8, 8, 8), "Reached", "still 8"),
        ((6, 4, 7), "Lower", "down 2 points"),
        ((6, 5, 5), "Lower", "down 1 point"),
        ((3, None, 8), "Not given", ""),
        ((None, 8, 8), "Reached", "no number at the start"),
        ((None, 5, 8), "Not known", "no number at the start"),
    ],
)
def test_a_distance_is_told_in_words(
    scores: tuple[int | None, int | None, int | None], word: str, more: str
) -> None:
    travelled = Travelled(*scores)
    assert (travelled.result.value, travelled.more()) == (word, more)


def test_a_drawing_is_told_in_a_sentence() -> None:
    told = Travelled(3, 6, 8).sentence()
    assert told.startswith("Started at 3, now 6, hoping for 8.")
    told = Travelled(None, None, 8).sentence()
    assert told.startswith("No number at the start, no number now, hoping")
