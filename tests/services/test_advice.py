"""Advice without a case: recorded, turned into a request, and cleared for good."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.domain.advice import AdviceTyped, More, same_area
from ehdesk.domain.pathway import State
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from tests.desks import after_a_crash, colleague

WORDS = "Zzyzxwell"
"""In every text of a caller, to look for afterwards."""


def a_call(desk: Desk, **more: object) -> AdviceTyped:
    typed = AdviceTyped(
        started_at=desk.clock.now(),
        first_name=f"Shabana {WORDS}",
        postcode_area="LE3",
        ages=f"4, {WORDS}",
        question=f"Somebody to talk to about speech. {WORDS}",
        about=("early_years", "speech"),
        said=f"Told about the drop-in. {WORDS}",
        services=("chatter_drop_in", "saturday_play"),
    )
    return replace(typed, **more)  # type: ignore[arg-type]


def forward(desk: Desk, days: int) -> None:
    desk.clock.move_to(desk.clock.now() + timedelta(days=days))  # type: ignore[attr-defined]


def whole_store(desk: Desk) -> str:
    """All that any table holds, as text."""
    with desk.store.engine.connect() as connection:
        tables = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).scalars()
        return " ".join(
            str(tuple(row))
            for table in list(tables)
            for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"')  # noqa: S608
        )


def test_nothing_is_needed_but_the_question_and_the_answer(desk: Desk) -> None:
    bare = AdviceTyped(started_at=desk.clock.now())
    assert [key for key, _words in desk.advice.faults(bare)] == ["question", "said"]
    with pytest.raises(EhdeskError):
        desk.advice.finish(bare)
    done = desk.advice.finish(replace(bare, question="A play group?", said="Two of them."))
    kept = desk.advice.get(done.contact_id)
    assert (kept.title, kept.question, kept.user) == (
        "Parent or carer",
        "A play group?",
        "Anita Rowe",
    )
    assert done.case_id is None
    assert desk.lists.counts().cases == 0


def test_more_than_three_subjects_are_asked_about(desk: Desk) -> None:
    many = a_call(desk, about=("early_years", "speech", "money", "school"))
    assert desk.advice.faults(many) == (("about", "Choose up to 3"),)


def test_a_request_begins_with_what_was_said(desk: Desk) -> None:
    done = desk.advice.finish(a_call(desk, more=More.REQUEST))
    assert done.case_id is not None
    case = desk.cases.get(done.case_id)
    assert case.state is State.DRAFT
    answers = next(record.answers for record in case.records if record.form == "request")
    assert answers["needs.worries"].splitlines() == [
        f"Somebody to talk to about speech. {WORDS}",
        f"Children’s ages: 4, {WORDS}.",
        "Postcode area: LE3.",
        "About: Early years, Speech and language.",
    ]
    assert "Told about: Chatter drop-in" in answers["support.tried"]
    assert desk.advice.get(done.contact_id).became_case_id == done.case_id


def test_harm_does_not_wait_for_an_answer_to_be_written(desk: Desk) -> None:
    done = desk.advice.finish(a_call(desk, said="", more=More.DAS))
    assert done.case_id is not None
    with_das = desk.requests.refer_to_das(
        done.case_id, when=desk.clock.today(), who_took_it="Duty", reason="Bruises."
    )
    assert desk.cases.get(with_das).state is State.DAS


def test_the_draft_goes_with_what_it_becomes_and_survives_a_crash(
    desk: Desk, tmp_path: Path
) -> None:
    desk.drafts.keep(None, "advice", {"question": WORDS})
    after = after_a_crash(desk, tmp_path / "after")
    draft = after.drafts.get(None, "advice")
    assert draft is not None
    assert draft.typed == {"question": WORDS}
    after.close()
    desk.advice.finish(a_call(desk), draft="advice")
    assert desk.drafts.get(None, "advice") is None


def test_whoever_rang_before_is_offered_and_never_joined(desk: Desk) -> None:
    first = desk.advice.finish(a_call(desk)).contact_id
    forward(desk, 3)
    found = desk.advice.rang_before(first_name=f" shabana {WORDS.lower()}", postcode_area="le3 0AA")
    assert [one.id for one in found] == [first]
    assert desk.advice.rang_before(first_name="Shabana", postcode_area="LE30 1AA") == ()
    assert desk.advice.rang_before(first_name=f"Shabana {WORDS}", postcode_area="") == ()
    alone = desk.advice.finish(a_call(desk)).contact_id
    assert desk.advice.get(alone).same_as is None
    said = desk.advice.finish(a_call(desk, same_as=first)).contact_id
    assert desk.advice.get(said).same_as == first


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("LE3", "le3 0AA", True),
        ("LE3", "LE30AA", True),
        ("LE3", "LE30 1AA", False),
        ("LE3", "LE4", False),
        ("", "", False),
    ],
)
def test_a_postcode_area_is_its_district(one: str, other: str, same: bool) -> None:
    assert same_area(one, other) is same


def test_after_twelve_months_nothing_that_was_said_is_left_anywhere(desk: Desk) -> None:
    done = desk.advice.finish(a_call(desk))
    desk.drafts.keep(None, "advice", {"question": WORDS})
    assert WORDS in whole_store(desk)
    forward(desk, 365)
    assert desk.advice.clear_old() == 0, "the last day is still kept"
    forward(desk, 1)
    assert desk.advice.clear_old() == 1
    assert WORDS not in whole_store(desk), "not in history either"
    left = desk.advice.get(done.contact_id)
    assert left.is_cleared
    assert (left.question, left.first_name, left.said) == ("", "", "")
    assert left.about == ("early_years", "speech"), "that somebody was advised, and about what"
    assert desk.advice.contacts() == ()
    last = desk.advice.last_clearing()
    assert last is not None
    assert (last.contacts, last.by) == (1, "Anita Rowe")
    assert desk.drafts.get(None, "advice") is None
    assert desk.check() == ()


def test_what_was_cleared_is_cleared_once_and_newer_contacts_stay(desk: Desk) -> None:
    desk.advice.finish(a_call(desk))
    forward(desk, 200)
    newer = desk.advice.finish(a_call(desk)).contact_id
    forward(desk, 200)
    assert (desk.advice.clear_old(), desk.advice.clear_old()) == (1, 0)
    assert [one.id for one in desk.advice.contacts()] == [newer]


def test_the_hub_takes_calls_but_begins_no_request(desk: Desk) -> None:
    hub = colleague(desk, "Hari Hub", Role.HUB_COORDINATOR)
    hub.advice.finish(a_call(hub))
    with pytest.raises(NotAllowed):
        hub.advice.finish(a_call(hub, more=More.REQUEST))
    assert hub.advice.finish(a_call(hub, more=More.DAS)).case_id is not None


def test_a_contact_is_dated_by_when_the_call_began(desk: Desk) -> None:
    desk.clock.move_to(datetime(2026, 11, 17, 23, 58))  # type: ignore[attr-defined]  # noqa: DTZ001
    typed = a_call(desk)
    desk.clock.move_to(datetime(2026, 11, 18, 0, 4))  # type: ignore[attr-defined]  # noqa: DTZ001
    kept = desk.advice.get(desk.advice.finish(typed).contact_id)
    assert kept.on.day == 17
