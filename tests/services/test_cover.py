"""The hand-over sheet: one family or a whole caseload, noted in each record."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ehdesk.desk import Desk
from ehdesk.kernel.dates import say_short_date
from ehdesk.kernel.errors import EhdeskError
from ehdesk.services.paper_cover import Absence, cover_sheet
from ehdesk.services.pauses import PauseWanted
from tests.desks import a_journey, a_plan
from tests.documents.reading import faults, page_text, squeeze


def test_the_sheet_of_a_caseload_holds_each_open_family_of_the_worker(demo_desk: Desk) -> None:
    desk = demo_desk
    cases = desk.cover.caseload(desk.user.id)
    assert cases
    assert all(case.worker_id == desk.user.id and case.is_open for case in cases)
    data = desk.cover.make(desk.user.id).pdf
    assert faults(data) == []
    said = squeeze(page_text(data))
    for case in cases:
        assert case.family.title in said
    one = desk.cover.make(desk.user.id, only=(cases[0].id,)).pdf
    assert f"{cases[0].family.title}" in squeeze(page_text(one))
    assert len(cases) == 1 or f"{cases[1].family.title} " not in squeeze(page_text(one))


def test_it_says_how_to_ring_safely_what_is_due_and_when_they_meet(desk: Desk) -> None:
    go = a_plan(desk)
    said = squeeze(page_text(desk.papers.build("cover", go.case_id)))
    case = go.case
    assert squeeze(case.family.contact_note) in said or not case.family.contact_note
    for adult in case.adults:
        assert adult.phone in said
    for item in desk.cases.obligations(case):
        assert squeeze(item.title) in said
    assert case.family.postcode not in said, "an address is not needed to ring"


def test_its_newest_notes_are_those_of_the_newest_days(desk: Desk) -> None:
    go = a_plan(desk)
    monday = desk.clock.today() - timedelta(days=1)
    desk.cases.add_note(go.case_id, "The school rang about mornings.", happened_on=monday)
    desk.cases.add_note(
        go.case_id, "A letter from housing.", happened_on=monday - timedelta(days=6)
    )
    said = squeeze(page_text(desk.papers.build("cover", go.case_id)))
    newest, older = said.index("The school rang about mornings."), said.index("A letter from")
    assert newest < older, "by the day it happened, not by the day it was written down"


def test_only_what_is_due_before_they_are_back_is_on_it_and_a_pause_is_told_once(
    desk: Desk,
) -> None:
    go = a_plan(desk)
    reason = "The family is with a grandmother abroad"
    until = desk.clock.today() + timedelta(days=20)
    desk.pauses.pause(go.case_id, PauseWanted(until, reason))
    found = [item.due for item in desk.cases.obligations(go.case) if item.due]
    sheet = cover_sheet([go.case], "", desk.pack, desk.clock.today())
    last = min(found)
    absence = Absence(last=last)
    (short,) = cover_sheet([go.case], "", desk.pack, desk.clock.today(), absence).families
    (whole,) = sheet.families
    dated = [line.label for line in whole.due if line.label in map(say_short_date, found)]
    assert dated == [say_short_date(day) for day in sorted(found)]
    assert {line.label for line in short.due} & set(dated) == {say_short_date(last)}
    said = [line.words for line in (*whole.careful, *whole.due) if reason in line.words]
    assert len(said) == 2, "where it is told, and where it ends"


def test_a_confidential_address_in_the_words_of_the_absence_stays_off_the_sheet(
    desk: Desk,
) -> None:
    go = a_journey(desk)
    go.begin(4)
    go.complete_request()
    draft = go.case.draft("request")
    assert draft is not None
    go.save(draft.id, {"family.confidential": "yes"})
    go.record_sent()
    go.accept(0, "twelve_weeks")
    worker, postcode = go.case.worker_id, go.case.family.postcode
    assert worker is not None
    absence = Absence(covers="Dev", words=f"Ring before you go to {postcode}.")
    sheet = squeeze(page_text(desk.cover.make(worker, (go.case_id,), absence).pdf))
    assert "Ring before you go to [address kept confidential]." in sheet
    assert postcode not in sheet


def test_a_sheet_that_leaves_the_store_is_noted_with_each_family(demo_desk: Desk) -> None:
    desk = demo_desk
    cases = tuple(case.id for case in desk.cover.caseload(desk.user.id)[:2])
    made = desk.cover.make(desk.user.id, only=cases)
    desk.cover.log(cases, way="saved", pdf=made.pdf, pages=3)
    for key in cases:
        paper = desk.cases.get(key).papers[-1]
        assert (paper.kind, paper.way, paper.pages) == ("cover", "saved", 3)
    with pytest.raises(EhdeskError, match="printed or saved"):
        desk.cover.log(cases, way="sent", pdf=made.pdf)


def test_the_chronology_of_the_panel_holds_what_was_chosen_and_no_more(desk: Desk) -> None:
    go = a_plan(desk)
    go.review(0, up=0, decision="masp")
    record = desk.case_forms.start(go.case_id, "masp")
    events = desk.cases.chronology(go.case)
    chosen = [event for event in events if event.sort == "Review"]
    go.save(record, {"history.chronology": [event.key for event in chosen]})
    said = squeeze(page_text(desk.papers.build("chronology-panel", go.case_id)))
    assert f"{len(chosen)} of {len(events)} things, picked by Anita Rowe." in said
    whole = squeeze(page_text(desk.papers.build("chronology", go.case_id)))
    assert f"{len(events)} things, all that is on record." in whole
    for event in events:
        assert squeeze(event.title.partition(": ")[0]) in whole
