"""The report as a workbook: the numbers that were shown, and no cell that is a formula."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from ehdesk.domain.report import Line
from ehdesk.domain.small_numbers import shown
from ehdesk.exchange.sheets import report_sheets
from tests.documents.samples import REPORT

WHEN = datetime(2026, 11, 17, 10, 42, tzinfo=UTC)
BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n")


def read(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def test_a_sheet_for_each_card_with_the_suppressed_numbers() -> None:
    book = read(report_sheets(REPORT.report, when=WHEN))
    assert book.sheetnames == [
        "About",
        "Caseload today",
        "Time to the first TAF meeting",
        "Reviews on time",
        "How help ended",
    ]
    rows = [list(row) for row in book["Caseload today"].iter_rows(values_only=True)]
    assert rows[3:6] == [
        ["Who leads", "Families"],
        ["Anita Rowe", 14],
        ["Dev Mistry", "fewer than 5"],
    ]
    rows = [list(row) for row in book["Reviews on time"].iter_rows(values_only=True)]
    assert rows[3:5] == [
        ["When it was due", "On time", "Late"],
        ["April to June", 15, "fewer than 5"],
    ]
    assert book["How help ended"]["A4"].value == "Too few families to report"
    assert "West locality" in book["About"]["A2"].value


def with_name(name: str) -> bytes:
    """The report with somebody of that name, who also named the store."""
    card = replace(REPORT.report.cards[0], lines=(Line(name, (shown(9),)),), support=name)
    report = replace(REPORT.report, store=name, cards=(card,))
    return report_sheets(report, when=WHEN)


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_a_name_that_looks_like_a_formula_stays_text(beginning: str) -> None:
    name = f'{beginning}HYPERLINK("//example.org","A1")'
    sheet = read(with_name(name))["Caseload today"]
    for place in ("A2", "A5"):
        cell = sheet[place]
        assert cell.data_type == "s"
        assert cell.quotePrefix
        assert (
            cell.value.strip() == name.strip().replace("\r", "\n").strip() or "HYPER" in cell.value
        )
    assert sheet["B5"].value == 9


@given(st.text(min_size=1, max_size=40))
def test_no_text_at_all_becomes_a_formula_or_breaks_the_file(name: str) -> None:
    book = read(with_name(name))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n")
                if isinstance(cell.value, str):
                    assert cell.quotePrefix
