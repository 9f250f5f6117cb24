"""A report as a workbook for a spreadsheet: the numbers that were shown, and nothing else.

A cell that begins with one of ``= + - @``, a tab or a line end could be taken for a formula, here
or after somebody saves it as another kind of file. Text therefore stays text: its cell says so,
carries the mark with which a spreadsheet keeps it that way, and no formula is ever written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from ehdesk.domain.report import FOOT, TOO_FEW, Card, Report
from ehdesk.domain.small_numbers import Shown

_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\]")
_LONGEST_TITLE = 31
_HEAD = Font(bold=True)
_TITLE = Font(bold=True, size=14)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_WIDTHS = (44.0, 18.0, 18.0)


def report_sheets(report: Report, *, when: datetime) -> bytes:
    """A sheet that says what it is about, then one for each card."""
    book = Workbook()
    book.properties.creator = "Early Help Desk"
    book.properties.title = report.title
    # A file keeps its moment in UTC, without saying so.
    moment = when.astimezone(UTC).replace(tzinfo=None)
    book.properties.created = book.properties.modified = moment
    about = book.active
    about.title = "About"
    _write(about, [[report.title], [report.support], [], [FOOT]])
    about["A1"].font = _TITLE
    about.column_dimensions["A"].width = 90.0
    for card in report.cards:
        _sheet(book.create_sheet(_sheet_name(card.title)), card)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _sheet(sheet: Any, card: Card) -> None:
    rows: list[list[object]] = [[card.title], [card.support or ""], []]
    if card.is_empty:
        rows.append([TOO_FEW])
    else:
        rows.append([card.head, *card.columns])
        rows += [[line.label, *line.values] for line in card.lines]
        rows += [[], [card.note]]
    _write(sheet, rows)
    sheet["A1"].font = _TITLE
    if not card.is_empty:
        for cell in sheet[4]:
            cell.font = _HEAD
        sheet.freeze_panes = "B5"
    for place, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width


def _write(sheet: Any, rows: Iterable[Iterable[object]]) -> None:
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            put(sheet.cell(row, column), value)


def put(cell: Any, value: object) -> None:
    """Put a shown number or words into a cell: only an exact number is a number there."""
    if isinstance(value, Shown):
        value = value.plain
    if isinstance(value, int):
        cell.value = value
        return
    words = _NOT_IN_XML.sub("", str(value))
    if not words:
        return  # an empty text would be a cell of another kind
    cell.value = words
    cell.data_type = "s"  # even when it begins with "="
    cell.quotePrefix = True
    cell.alignment = _WRAPPED


def _sheet_name(title: str) -> str:
    return _NOT_IN_A_TITLE.sub(" ", title)[:_LONGEST_TITLE].strip("' ") or "Sheet"
