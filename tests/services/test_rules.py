"""What the services refuse, and what they keep: closed cases, plans, copies, reading only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from ehdesk.desk import Desk, open_desk
from ehdesk.domain.pathway import State
from ehdesk.kernel.errors import EhdeskError, NotAllowed, NotFound
from ehdesk.kernel.notices import Changed, Notices
from tests.desks import PASSWORD, a_journey, a_plan


def test_forms_left_open_when_a_case_closes_can_be_read_and_not_filled_in(desk: Desk) -> None:
    go = a_plan(desk)
    contact = desk.contacts.start(go.case_id)
    go.save(contact, {"contact.said": "They rang."})
    closing = go.begin_closing(0)
    assert ("Contact finished", False) in desk.closures.before_it_can_close(closing)
    go.close(0)
    opened = desk.forms.open(contact)
    assert opened.read_only
    assert opened.why_read_only == "This case has ended, so the form can only be read"
    assert opened.values["contact.said"] == "They rang."
    plan = desk.plans.value(go.case_id)
    action = go.case.actions[0].id
    refused: list[Callable[[], object]] = [
        lambda: desk.forms.save(
            contact, {"contact.said": "x"}, place="", steps_done=0, steps_total=2
        ),
        lambda: desk.contacts.finish(contact),
        lambda: desk.plans.save(go.case_id, plan[:1]),
        lambda: desk.plans.mark_done(go.case_id, action),
    ]
    before = go.case
    for act in refused:
        with pytest.raises(NotAllowed, match="ended"):
            act()
    desk.forms.leave(contact)
    assert go.case == before


def test_there_is_no_plan_to_change_before_the_first_meeting(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(5)
    go.decide(4, "eha")
    with pytest.raises(NotAllowed, match="no plan"):
        desk.plans.save(go.case_id, [])


def test_an_action_is_ticked_off_and_put_back_as_it_was(desk: Desk) -> None:
    go = a_plan(desk)
    before = go.case.actions[0]
    undo = desk.plans.mark_done(go.case_id, before.id)
    done = go.case.actions[0]
    assert (done.progress, done.done_on) == ("done", desk.clock.today())
    assert [line.action_id for line in desk.lists.done_today()] == [before.id]
    undo()
    assert go.case.actions[0] == before
    assert desk.lists.done_today() == ()


def test_an_action_can_be_moved_to_another_outcome_and_leaves_with_its_own(desk: Desk) -> None:
    go = a_plan(desk)
    plan = desk.plans.value(go.case_id)
    moved = plan[0]["actions"].pop(0)
    plan[1]["actions"].append(moved)
    desk.plans.save(go.case_id, plan)
    assert desk.plans.value(go.case_id) == plan
    desk.plans.mark_done(go.case_id, go.case.outcomes[1].actions[-1].id)
    desk.plans.save(go.case_id, plan[:1])
    assert [outcome["id"] for outcome in desk.plans.value(go.case_id)] == [plan[0]["id"]]
    assert desk.lists.done_today() == ()
    with pytest.raises(NotFound):
        desk.plans.mark_done(go.case_id, UUID(moved["id"]))


def test_a_request_that_was_never_sent_goes_back_to_being_written(desk: Desk) -> None:
    go = a_journey(desk)
    go.begin(2)
    go.ring_das("Bruises")
    assert {move.code for move in desk.steps.possible(go.case)} == {"back_to_draft", "taken_by_das"}
    with pytest.raises(NotAllowed, match="never sent"):
        go.move(1, "back_to_request", "No further action.")
    go.move(1, "back_to_draft", "No further action.")
    assert go.case.state is State.DRAFT


def test_a_reason_typed_before_the_answers_changed_does_not_replace_consent(desk: Desk) -> None:
    go = a_journey(desk)
    go.begin(1)
    draft = go.case.draft("request")
    assert draft is not None
    at_risk = {
        "before_you_start.harm": "yes",
        "consent.how": "not_yet",
        "consent.at_risk_reason": "It would not be safe.",
    }
    go.save(draft.id, at_risk)
    assert desk.requests.can_send(draft.id) == ()
    go.save(draft.id, {"before_you_start.harm": "no"})
    assert (
        "Written consent is not recorded yet (rule: written consent gained)."
        in desk.requests.can_send(draft.id)
    )


def test_consent_by_someone_who_was_taken_out_of_the_family_does_not_count(desk: Desk) -> None:
    go = a_journey(desk)
    go.begin(1)
    go.complete_request()
    draft = go.case.draft("request")
    assert draft is not None
    assert desk.requests.can_send(draft.id) == ()
    rows = desk.forms.open(draft.id).values["family.people"]
    assert isinstance(rows, list)
    go.save(draft.id, {"family.people": [row for row in rows if row["kind"] == "child"]})
    assert desk.requests.can_send(draft.id) == (
        "Say who gave consent (rule: written consent gained).",
    )


def test_a_request_is_not_sent_before_the_day_of_consent(desk: Desk) -> None:
    go = a_journey(desk)
    go.begin(1)
    go.complete_request()
    draft = go.case.draft("request")
    assert draft is not None
    yesterday = desk.clock.today() - timedelta(days=1)
    sharing = desk.requests.sharing(draft.id, way="by_hand", sent_on=yesterday)
    with pytest.raises(NotAllowed, match="Consent was given later"):
        desk.requests.send(draft.id, sharing)


def test_no_plan_is_agreed_without_the_family(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(9)
    go.decide(8, "eha")
    go.assess(5)
    go.save(desk.assessments.open(go.case_id), {"family.consent_how": "not_yet"})
    with pytest.raises(NotAllowed, match="written consent"):
        go.first_taf(3)
    assert go.case.state is State.ASSESSING


def test_a_review_cannot_be_held_before_the_plan_was_agreed(desk: Desk) -> None:
    go = a_plan(desk)
    record = desk.reviews.start(go.case_id)
    early = desk.clock.today() - timedelta(days=25)
    go.save(record, {"actions.held_on": early.isoformat(), "next.decision": "continue"})
    with pytest.raises(EhdeskError, match="cannot be earlier"):
        desk.reviews.finish(record)


def test_an_unreadable_next_review_is_asked_for_and_not_replaced(desk: Desk) -> None:
    go = a_plan(desk)
    record = desk.reviews.start(go.case_id)
    go.save(record, {"next.decision": "continue", "next.next_due": "31/2/27"})
    with pytest.raises(EhdeskError, match="Say when the next review is"):
        desk.reviews.finish(record)
    assert desk.forms.open(record).values["next.next_due"] == "31/2/27"


def test_a_case_does_not_close_while_a_need_has_no_outcome(desk: Desk) -> None:
    go = a_plan(desk)
    record = go.begin_closing(0)
    rows = desk.forms.open(record).values["distance.needs"]
    assert isinstance(rows, list)
    go.save(record, {"distance.needs": [rows[0] | {"outcome": ""}, *rows[1:]]})
    with pytest.raises(NotAllowed, match="each need"):
        desk.closures.close(record)


def test_a_meeting_that_the_review_was_held_at_is_not_waited_for(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(120)
    go.decide(118, "eha")
    go.assess(110)
    go.first_taf(100, next_days_ago=40)
    go.on(0)
    assert "meeting" in {o.kind for o in desk.cases.obligations(go.case)}
    go.review(40)
    assert "meeting" not in {o.kind for o in desk.cases.obligations(go.case)}


def test_a_store_that_is_open_to_read_only_refuses_in_words_and_shows_everything(
    demo_desk: Desk,
) -> None:
    folder = demo_desk.store.paths.folder
    reader = open_desk(
        folder, password=PASSWORD, clock=demo_desk.clock, home=demo_desk.home, read_only=True
    )
    draft = reader.lists.today().drafts[0]
    opened = reader.forms.open(draft.record_id)
    assert (opened.read_only, opened.why_read_only) == (True, "This store is open to read only")
    reader.forms.leave(draft.record_id)
    case_id = reader.lists.pinned()[0].case_id
    refused: list[Callable[[], object]] = [
        reader.requests.start,
        lambda: reader.cases.set_pinned(case_id, False),
        lambda: reader.cases.add_note(case_id, "A note."),
        lambda: reader.contacts.start(case_id),
        lambda: reader.requests.withdraw(case_id, "No."),
        lambda: reader.forms.save(draft.record_id, {}, place="", steps_done=0, steps_total=1),
        lambda: reader.papers.log("family-plan", case_id, way="saved", pdf=b""),
    ]
    for act in refused:
        with pytest.raises(NotAllowed, match="open to read only"):
            act()
    assert not reader.backups.due()
    assert reader.backups.daily() is None
    reader.close()


def test_additions_are_kept_in_order_with_who_and_never_empty(desk: Desk) -> None:
    go = a_plan(desk)
    with pytest.raises(EhdeskError, match="Nothing was written"):
        desk.cases.add_note(go.case_id, " \n")
    for text in ("First.", " Second. "):
        desk.cases.add_note(go.case_id, text)
    assert [(a.text, a.by) for a in go.case.additions] == [
        ("First.", "Anita Rowe"),
        ("Second.", "Anita Rowe"),
    ]
    with pytest.raises(NotFound):
        desk.cases.add_note(go.case.family.id, "To nobody.")


def test_one_backup_a_day_is_made_and_one_whenever_it_is_asked_for(
    desk: Desk, tmp_path: Path
) -> None:
    assert desk.backups.due()
    assert desk.backups.last() is None
    made = desk.backups.daily()
    assert made is not None
    assert desk.backups.last() == made.made_at.replace(second=0, microsecond=0)
    assert not desk.backups.due()
    assert desk.backups.daily() is None
    assert desk.backups.make(tmp_path / "stick").path.is_file()


def test_everyone_hears_of_a_change_even_when_one_listener_fails() -> None:
    heard: list[str] = []

    def fails(_changed: Changed) -> None:
        raise RuntimeError("a page that is gone")

    notices = Notices()
    notices.subscribe(fails)
    notices.subscribe(lambda changed: heard.append(changed.operation))
    with pytest.raises(RuntimeError):
        notices.publish(Changed("Pin a case"))
    assert heard == ["Pin a case"]


def test_a_number_given_in_a_review_counts_once_the_review_is_held(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(100)
    go.decide(98, "eha")
    go.assess(90)
    go.first_taf(80)
    go.on(0)
    record = desk.reviews.start(go.case_id)
    rows = desk.forms.open(record).values["then_now.outcomes"]
    assert isinstance(rows, list)
    started = rows[0]["start"]
    go.save(record, {"then_now.outcomes": [rows[0] | {"score": 9}, *rows[1:]]})
    assert go.case.outcomes[0].now == started
    assert desk.forms.open(record).values["then_now.outcomes"][0]["score"] == 9  # type: ignore[index, call-overload]
