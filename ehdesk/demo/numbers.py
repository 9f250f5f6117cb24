"""Numbers for made-up people: right in their form, and plainly nobody's.

Establishment 0000 is no school, and NHS numbers from 999 are kept for tests.
"""

from __future__ import annotations

from ehdesk.forms.identifiers import nhs_check_digit, say_nhs_number, upn_check_letter


def upn(serial: int) -> str:
    """A unique pupil number of a school that Leicester (856) does not have: ``X856000019007``."""
    figures = f"856000019{serial % 1000:03}"
    return upn_check_letter(figures) + figures


def nhs_number(serial: int) -> str:
    """An NHS number of the test range as it is read out: ``999 000 0018``.

    Serials for which there is no last figure are passed over.
    """
    while True:
        figures = f"999{serial % 1_000_000:06}"
        check = nhs_check_digit(figures)
        if check is not None:
            return say_nhs_number(f"{figures}{check}")
        serial += 1
