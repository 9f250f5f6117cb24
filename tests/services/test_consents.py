"""Consent is asked about again in time, and a family can stop on any day and go on after all."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ehdesk.desk import Desk
from ehdesk.domain.consent_checks import consent_checks, next_consent_check
from ehdesk.domain.sharing_lines import choices_that_count, sharing_lines
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from ehdesk.services.consents import Withdrawal
from tests.desks import TODAY, a_journey, a_plan, reopen


def test_a_withdrawal_says_when_who_and_how_and_outlives_the_day(desk: Desk) -> None:
    go = a_plan(desk)
    desk.consents.withdraw(go.case_id, Withdrawal(TODAY, " Dawn ", "She rang."))
    again = reopen(desk)
    consent = again.cases.get(go.case_id).consent
    assert consent is not None
    assert (consent.withdrawn_on, consent.withdrawn_by) == (TODAY, "Dawn")
    assert consent.withdrawn_how == "She rang."
    assert "Withdrawn" not in again.disclosures.blank(go.case_id).agreement
    assert again.disclosures.blank(go.case_id).agreement == ""
    again.close()


def test_a_withdrawal_needs_a_day_that_has_come_and_somebody_who_said_it(desk: Desk) -> None:
    go = a_plan(desk)
    given = go.case.consent.given_on
    for wrong, field in (
        (Withdrawal(None, "Dawn"), "on"),
        (Withdrawal(TODAY + timedelta(1), "Dawn"), "on"),
        (Withdrawal(given - timedelta(1), "Dawn"), "on"),
        (Withdrawal(TODAY, "  "), "by"),
    ):
        assert [key for key, _ in desk.consents.faults(go.case_id, wrong)] == [field]
        with pytest.raises(EhdeskError):
            desk.consents.withdraw(go.case_id, wrong)
    assert go.case.consent.withdrawn_on is None


def test_a_withdrawal_can_be_taken_back_and_is_kept_in_the_changes(desk: Desk) -> None:
    go = a_plan(desk)
    undo = desk.consents.withdraw(go.case_id, Withdrawal(TODAY, "Dawn"))
    undo()
    assert go.case.consent.withdrawn_on is None
    assert any(change.old or change.new for change in desk.cases.changes(go.case_id))


def test_a_request_cannot_be_sent_once_consent_is_withdrawn(desk: Desk) -> None:
    go = a_journey(desk)
    go.begin(0)
    go.complete_request()
    record = go.case.draft("request").id
    assert desk.requests.can_send(record) == ()
    desk.consents.withdraw(go.case_id, Withdrawal(TODAY, "Dawn"))
    assert any("withdrawn consent" in words for words in desk.requests.can_send(record))


def test_what_is_next_after_a_withdrawal_is_to_agree_what_happens(desk: Desk) -> None:
    go = a_plan(desk)
    desk.consents.withdraw(go.case_id, Withdrawal(TODAY, "Dawn"))
    kinds = [one.kind for one in desk.cases.obligations(go.case)]
    assert "consent_withdrawn" in kinds
    assert "ask_consent" not in kinds
    assert next_consent_check(go.case, desk.pack) is None


def test_consent_is_asked_about_again_a_year_after_it_was_last_checked(desk: Desk) -> None:
    go = a_plan(desk)
    last = consent_checks(go.case, desk.pack)[-1]
    assert last.on == go.case.held_meetings[-1].held_on
    due = desk.pack.clock("consent_check").after(last.on)
    assert next_consent_check(go.case, desk.pack) == due
    (ask,) = [one for one in desk.cases.obligations(go.case) if one.kind == "ask_consent"]
    assert (ask.title, ask.due) == ("Ask about consent again", due)


def test_the_day_that_was_agreed_comes_first_when_it_is_earlier(desk: Desk) -> None:
    go = a_plan(desk)
    record = desk.case_forms.start(go.case_id, "consent")
    soon = TODAY + timedelta(30)
    go.save(record, {"again.review_on": soon.isoformat()})
    assert next_consent_check(go.case, desk.pack) == soon
    long_past = TODAY - timedelta(25)  # asked about at the meeting since
    go.save(record, {"again.review_on": long_past.isoformat()})
    assert next_consent_check(go.case, desk.pack) != long_past


def test_a_consent_form_that_says_they_go_on_ends_a_withdrawal(desk: Desk) -> None:
    go = a_plan(desk)
    desk.consents.withdraw(go.case_id, Withdrawal(TODAY, "Dawn", "She rang."))
    record = desk.case_forms.start(go.case_id, "consent")
    opened = desk.forms.open(record)
    assert opened.values["again.withdrawn"] == "yes"
    assert opened.values["again.withdrawn_by"] == "Dawn"
    go.save(record, {"again.withdrawn": "no"})
    desk.case_forms.finish(record)
    consent = go.case.consent
    assert (consent.withdrawn_on, consent.withdrawn_by, consent.withdrawn_how) == (None, "", "")


def test_nothing_is_withdrawn_from_a_case_that_has_ended(desk: Desk) -> None:
    go = a_plan(desk)
    go.close(0)
    with pytest.raises(NotAllowed):
        desk.consents.withdraw(go.case_id, Withdrawal(TODAY, "Dawn"))


def test_the_newest_choice_counts_whatever_the_spelling_of_the_name() -> None:
    lines = sharing_lines([("Larkmoor Primary", "Priya Nair")], ["School"], ["larkmoor primary "])
    assert [line.who for line in lines] == ["Larkmoor Primary", "School", "Anyone else"]
    chosen = choices_that_count(
        [
            ("Larkmoor Primary", "health", "yes"),
            ("larkmoor primary", "health", "no"),
            ("", "", "ask"),
        ],
        lines,
    )
    assert chosen == {("Larkmoor Primary", "health"): "no", ("Anyone else", ""): "ask"}


def test_there_is_nothing_to_ask_about_again_before_consent_was_given(desk: Desk) -> None:
    go = a_journey(desk)
    go.begin(0)
    assert next_consent_check(go.case, desk.pack) is None
