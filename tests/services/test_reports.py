"""Reports from a real store: counted once, read with a bounded number of statements."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.domain.lists import CaseFilter
from ehdesk.domain.pathway import ASKED
from ehdesk.domain.report import Question
from ehdesk.domain.small_numbers import Kind
from ehdesk.kernel.errors import NotAllowed
from tests.bench.many import grown
from tests.desks import DemoHome, colleague
from tests.documents.reading import faults, read
from tests.ui.asked import counted_statements


@pytest.fixture
def busy(demo_home: DemoHome, tmp_path: Path) -> Iterator[Desk]:
    """A store with each family of the demo three times."""
    desk = grown(demo_home.desk(tmp_path / "busy"), 54)
    yield desk
    desk.close()


def test_the_caseload_is_the_list_of_cases_that_somebody_works_with(busy: Desk) -> None:
    asked = {state.value for state in ASKED}
    lines = busy.lists.case_lines(busy.lists.case_ids(CaseFilter()).ids)
    helped = [line for line in lines if line.state not in asked]
    card = next(card for card in busy.reports.make().cards if card.code == "caseload")
    exact = sum(line.values[0].number for line in card.lines if line.values[0].kind is Kind.EXACT)
    hidden = sum(line.values[0].is_hidden for line in card.lines)
    assert exact + hidden <= len(helped) <= exact + 4 * hidden


def test_every_card_of_a_busy_store_says_something_and_names_no_family(busy: Desk) -> None:
    report = busy.reports.make(Question("year"))
    assert [card.code for card in report.cards if card.is_empty] == []
    told = " ".join(card.told() for card in report.cards)
    lines = busy.lists.case_lines(busy.lists.case_ids(CaseFilter()).ids)
    leads = " ".join(line.lead for line in lines)
    for line in lines:
        name = line.family.split()[0]
        assert name not in told or name in leads


def test_facts_are_read_with_as_many_statements_whatever_the_size(
    demo_desk: Desk, busy: Desk
) -> None:
    counts = []
    for desk in (demo_desk, busy):
        with counted_statements(desk) as statements:
            desk.reports.facts()
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 7


def test_another_question_is_answered_without_reading_again(busy: Desk) -> None:
    facts = busy.reports.facts()
    with counted_statements(busy) as statements:
        report = busy.reports.make(Question("month", "west"), facts=facts)
    assert statements == []
    assert report.scope == ("West cluster",)


def test_it_says_how_far_it_is_and_stops_when_it_is_told_to(busy: Desk) -> None:
    said: list[tuple[int, int]] = []

    class Stop(Exception):
        pass

    def progress(done: int, total: int) -> None:
        said.append((done, total))
        if done == 3:
            raise Stop

    with pytest.raises(Stop):
        busy.reports.facts(progress)
    assert said == [(1, 6), (2, 6), (3, 6)]


def test_the_sheet_and_the_paper_hold_the_numbers_that_were_shown(busy: Desk) -> None:
    report = busy.reports.make(Question("year"))
    book = load_workbook(BytesIO(busy.reports.sheet(report)))
    paper = busy.reports.paper(report)
    assert faults(paper) == []
    text = read(paper).text
    for card, name in zip(report.cards, book.sheetnames[1:], strict=True):
        cells = {str(cell.value) for row in book[name].iter_rows() for cell in row}
        for line in card.lines:
            assert line.label in cells
            assert line.label in text
            assert {value.words for value in line.values} <= cells


def test_a_small_store_has_too_few_families(desk: Desk) -> None:
    assert desk.reports.make().is_empty


def test_reports_are_for_managers(desk: Desk) -> None:
    worker = colleague(desk, "Will Worker", Role.PRACTITIONER)
    with pytest.raises(NotAllowed) as refused:
        worker.reports.make()
    assert refused.value.title == "You cannot see how the work goes, in reports"
