"""Numbers for made-up people: right in their form, and plainly nobody's.

Establishment 0000 is no school, and NHS numbers from 999 are kept for tests.
"""

from __future__ import annotations

from typing import Final

_CHECK_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"


def upn(serial: int) -> str:
    """A unique pupil number of a school that Leicester (856) does not have: ``X856000019007``.

    The first letter checks the rest: each figure times its place, the sum modulo 23.
    """
    figures = f"856000019{serial % 1000:03}"
    total = sum(place * int(figure) for place, figure in enumerate(figures, 2))
    return _CHECK_LETTERS[total % 23] + figures


def nhs_number(serial: int) -> str:
    """An NHS number of the test range as it is read out: ``999 000 0018``.

    The last figure makes the weighted sum a multiple of 11; serials for which none does are
    passed over.
    """
    while True:
        figures = f"999{serial % 1_000_000:06}"
        total = sum(
            weight * int(figure) for weight, figure in zip(range(10, 1, -1), figures, strict=True)
        )
        check = (11 - total % 11) % 11
        if check < 10:
            return f"{figures[:3]} {figures[3:6]} {figures[6:]}{check}"
        serial += 1
