"""Papers that belong to no case: what was given to take home, and the page of numbers."""

from __future__ import annotations

import pytest

from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.domain.advice import AdviceTyped
from ehdesk.domain.lists import CaseFilter
from ehdesk.kernel.errors import EhdeskError, NotAllowed, NotFound
from tests.desks import a_journey, colleague
from tests.documents.reading import faults, page_text, squeeze

CALLER = "Shabana"


def test_what_was_given_names_the_services_and_nobody(desk: Desk) -> None:
    done = desk.advice.finish(
        AdviceTyped(
            started_at=desk.clock.now(),
            first_name=CALLER,
            question="A play group?",
            said="Read both out.",
            services=("chatter_drop_in", "advice_west"),
        )
    )
    pdf = desk.desk_papers.make("advice-given", done.contact_id).pdf
    said = page_text(pdf)
    assert "Chatter drop-in (example)" in said
    assert "Thursdays 9:30am" in said
    assert "0116 373 7150" in said
    for private in (CALLER, "play group", "Read both out"):
        assert private not in said
    assert faults(pdf) == []


def test_what_is_still_being_typed_can_be_printed(desk: Desk) -> None:
    desk.drafts.keep(None, "advice", {"services": ["story_bus"], "first_name": CALLER})
    said = page_text(desk.desk_papers.make("advice-given").pdf)
    assert "Story bus" in said
    assert CALLER not in said


def test_the_page_of_numbers_is_one_page_with_every_locality(desk: Desk) -> None:
    desk.directory.say_contacts_checked()
    pdf = desk.desk_papers.make("contacts").pdf
    said = page_text(pdf)
    for locality in desk.pack.localities:
        assert locality.phone in said
    for term in desk.pack.glossary:
        assert term.code.split()[0] in said
    assert "Numbers checked 17 November 2026" in said
    assert "1 of 1" in said
    assert "0116 454 5899" not in said, "a newer document gives another"
    assert faults(pdf) == []


def test_each_print_is_noted(desk: Desk) -> None:
    pdf = desk.desk_papers.make("contacts").pdf
    desk.desk_papers.log("contacts", way="printed", pdf=pdf, pages=1)
    with desk.store.engine.connect() as connection:
        row = connection.exec_driver_sql("SELECT kind, way, pages FROM desk_papers").one()
    assert tuple(row) == ("contacts", "printed", 1)
    with pytest.raises(EhdeskError):
        desk.desk_papers.log("contacts", way="posted", pdf=pdf)
    with pytest.raises(NotFound):
        desk.desk_papers.make("poem")


def test_the_record_of_a_supervision_is_for_the_manager_who_held_it(desk: Desk) -> None:
    ruth = colleague(desk, "Ruth Example", Role.MANAGER)
    go = a_journey(desk)
    go.send(60)
    go.decide(50, "twelve_weeks")
    go.on(0)
    key = ruth.supervision.begin(desk.user.id)
    assert "No family has been talked about yet." in page_text(
        ruth.desk_papers.make("supervision", supervision_id=key).pdf
    )
    ruth.supervision.write(key, go.case_id, "Two homes is the real worry.")
    done = ruth.supervision.add_action(key, go.case_id, "Ring the school")
    ruth.supervision.mark_done(done)
    ruth.supervision.add_action(key, go.case_id, "See him alone")
    pdf = ruth.desk_papers.make("supervision", supervision_id=key).pdf
    said = page_text(pdf)
    for words in (
        "Supervision with Anita Rowe",
        "Held by Ruth Example",
        go.case.family.title,
        "Two homes is the real worry.",
        "See him alone",
        "Done. Ring the school",
    ):
        assert words in said
    assert faults(pdf) == []
    ruth.desk_papers.log("supervision", way="printed", pdf=pdf, pages=1)
    other = colleague(desk, "Max Example", Role.MANAGER)
    with pytest.raises(NotAllowed, match="another manager"):
        other.desk_papers.make("supervision", supervision_id=key)


def test_the_list_of_cases_names_each_with_what_is_next_and_its_print_is_noted(
    demo_desk: Desk,
) -> None:
    desk = demo_desk
    wanted = CaseFilter(worker=desk.user.id)
    pdf = desk.desk_papers.make("cases", cases=wanted, chosen="My cases").pdf
    assert faults(pdf) == []
    said = squeeze(page_text(pdf))
    lines = desk.lists.case_lines(desk.lists.case_ids(wanted).ids)
    assert lines
    assert f"{len(lines)} cases" in said
    assert "My cases" in said
    for line in lines:
        assert line.reference in said
        assert squeeze(line.family) in said
    ended = squeeze(page_text(desk.desk_papers.make("cases", cases=CaseFilter(closed=True)).pdf))
    assert "How it ended" in ended
    desk.desk_papers.log("cases", way="printed", pdf=pdf, pages=2)
    with desk.store.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT kind, way FROM desk_papers").all()
    assert [tuple(row) for row in rows] == [("cases", "printed")]
