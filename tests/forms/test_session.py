"""Someone walks through a form: free movement, autosave, Continue, Check your answers."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ehdesk.forms.display import answers_shown
from ehdesk.forms.session import FormSession, RecordLocked
from ehdesk.forms.spec import Form
from tests.forms.samples import (
    TODAY,
    any_answers,
    sample_options,
    sample_values,
    shipped_forms,
)

FORMS = {form.code: form for form in shipped_forms()}
REQUEST = FORMS["request"]


def request(values: dict[str, Any] | None = None, **more: Any) -> FormSession:
    return FormSession(REQUEST, values or {}, sample_options(), TODAY, **more)


def finished() -> FormSession:
    return request(sample_values(REQUEST))


def brennans() -> list[dict[str, Any]]:
    return [
        {"id": "s", "kind": "adult", "given_name": "Siobhan", "family_name": "Brennan",
         "relationship": "Mum"},
        {"id": "c", "kind": "child", "given_name": "Callum", "family_name": "Brennan"},
    ]  # fmt: skip


def test_continue_on_a_page_with_something_missing_stays_and_says_what() -> None:
    session = request()
    problems = session.next()
    assert session.here == "before_you_start"
    assert [problem.message for problem in problems] == [
        "Say whether a child is at risk of harm now",
        "Say whether a child has a social worker",
        "Say whether you have called the One Number",
        "Choose what kind of help this is about",
        "Choose a level of need, or Not sure",
        "Enter what makes you think it is this level",
    ]


def test_nothing_is_red_until_continue_is_pressed_and_each_problem_goes_when_it_is_right() -> None:
    session = request()
    session.go("family")
    session.set("family.postcode", "LE3")
    session.set("family.people", brennans())
    assert session.problems("family") == ()
    session.next()
    before = len(session.problems("family"))
    step = next(step for step in session.steps() if step.key == "family")
    assert (step.state, step.to_fix, step.line) == ("current", before, f"{before} things to fix")
    assert "Enter Callum’s date of birth" in {p.message for p in session.problems("family")}
    session.set("family.postcode", "LE3 0AA")
    assert len(session.problems("family")) == before - 1


def test_a_page_left_with_problems_shows_them_in_the_rail() -> None:
    session = request()
    session.next()
    session.go("help")
    assert session.steps()[0].state == "problem"
    assert session.steps()[0].line == "6 things to fix"


def test_every_page_may_be_opened_at_any_time() -> None:
    session = request()
    for key in ("help", "send", "consent", "check", "before_you_start"):
        session.go(key)
        assert session.here == key
    with pytest.raises(KeyError):
        session.go("nowhere")


def test_continue_walks_to_the_end_and_back_walks_to_the_front() -> None:
    session = finished()
    keys = [step.key for step in session.steps()]
    for key in keys:
        assert session.here == key
        assert session.next() == ()
    assert session.here == "send"
    for key in reversed(keys):
        assert session.here == key
        session.back()
    assert session.here == "before_you_start"


def test_steps_done_are_counted_as_they_are_left() -> None:
    session = finished()
    assert (session.steps_done, session.steps_total) == (6, 12)
    session.next()
    assert session.steps_done == 6
    session.go("check")
    assert session.steps_done == 7


def test_change_returns_straight_to_check_your_answers() -> None:
    session = finished()
    session.go("check")
    session.change("consent.how")
    assert (session.here, session.focus) == ("consent", "consent.how")
    assert session.next() == ()
    assert (session.here, session.focus) == ("check", "")


def test_change_stays_while_something_is_wrong_and_back_returns_all_the_same() -> None:
    session = finished()
    session.go("check")
    session.change("family.postcode")
    session.set("family.postcode", "LE3")
    assert len(session.next()) == 1
    assert session.here == "family"
    session.back()
    assert session.here == "check"


def test_going_elsewhere_forgets_the_way_back_to_check_your_answers() -> None:
    session = finished()
    session.go("check")
    session.change("consent.how")
    session.go("asking")
    session.next()
    assert session.here == "consent"


def test_continue_on_check_your_answers_asks_every_page() -> None:
    session = finished()
    session.set("help.family_wants", "")
    session.go("check")
    (problem,) = session.next()
    assert problem.field_key == "help.family_wants"
    assert session.here == "check"
    assert session.problems("help") == (problem,)


def test_an_unanswered_required_question_is_marked_on_check_your_answers() -> None:
    session = finished()
    session.set("consent.given_by", [])
    marked = [
        answer.field_key
        for section in answers_shown(session)
        for answer in section.answers
        if answer.required_missing
    ]
    assert marked == ["consent.given_by"] == [field.key for field in session.missing("consent")]


def test_the_line_under_a_section_says_what_was_answered() -> None:
    session = request({"before_you_start.called": "yes", "before_you_start.called_on": "12/11/26"})
    session.set("before_you_start.called_on", "12 Nov 2026")
    session.set("family.people", brennans())
    lines = {step.key: step.line for step in session.steps()}
    assert lines["before_you_start"] == "Called One Number 12 Nov"
    assert lines["family"] == ""
    session.go("family")
    lines = {step.key: step.line for step in session.steps()}
    assert lines["family"] == "1 child, 1 adult"


def test_the_line_counts_what_is_done_among_all() -> None:
    done = {"area": "home", "worries": "Damp", "scores": [{"id": "1", "value": 3}]}
    areas = [{"id": "home"} | done, {"id": "safety", "area": "safety"}]
    session = FormSession(FORMS["eha"], {"areas.areas": areas}, {}, TODAY)
    session.go("areas")
    assert {step.key: step.line for step in session.steps()}["areas"] == "1 of 2 areas"


def test_people_just_added_can_be_chosen_and_are_told_by_name() -> None:
    session = request()
    session.set("family.people", brennans())
    session.set("consent.how", "written")
    assert [option.label for option in session.choices("consent.given_by")] == [
        "Siobhan Brennan (Mum)",
        "Callum Brennan",
    ]
    session.set("consent.given_by", ["s"])
    assert session.lines("consent.given_by") == ("Siobhan Brennan (Mum)",)


def test_needs_are_counted_once_each() -> None:
    session = request()
    session.set("needs.needs", [{"id": str(n), "code": c} for n, c in enumerate("ABA")])
    assert session.needs_count() == 2
    assessment = FormSession(FORMS["eha"], {}, {}, TODAY)
    assessment.set(
        "areas.areas", [{"id": "h", "area": "Home", "need": "yes"}, {"id": "l", "need": "no"}]
    )
    assert assessment.needs_count("areas.areas") == 1
    assert assessment.needs_count() == 0


def test_an_area_nobody_has_opened_is_still_to_do_and_called_by_its_name() -> None:
    areas = {"areas": [("home", "Home"), ("safety", "Safety")]}
    session = FormSession(FORMS["eha"], {}, areas, TODAY)
    home = {
        "id": "home",
        "area": "home",
        "going_well": "A warm flat",
        "scores": [{"id": "1", "kind": "child", "name": "Hana", "value": 7}],
    }
    session.set("areas.areas", [home])
    assert session.lines("areas.areas")[0] == "Home"
    (problem,) = session.to_fix("areas")
    assert problem.row_id == "safety"
    assert problem.message.startswith("Safety: ")


def test_a_hidden_answer_counts_for_nothing_but_comes_back() -> None:
    session = request()
    session.set("before_you_start.called", "yes")
    session.set("before_you_start.advice", "Make a request")
    session.set("before_you_start.called", "no")
    assert not session.is_shown("before_you_start.advice")
    session.set("before_you_start.called", "yes")
    assert session.value("before_you_start.advice") == "Make a request"


def test_only_what_changed_is_handed_over_to_be_saved() -> None:
    session = request({"family.name": "Brennan"})
    assert not session.set("family.name", "Brennan")
    assert session.take_changes() == {}
    assert session.set("family.name", "Brennan-Hewitt")
    assert session.take_changes() == {"family.name": "Brennan-Hewitt"}
    assert session.has_changes
    session.mark_saved()
    assert not session.has_changes


def test_what_could_not_be_saved_is_handed_over_again_with_what_came_since() -> None:
    session = request()
    session.set("family.name", "Brennan")
    session.take_changes()
    session.set("family.address", "27 Tansy Walk")
    session.put_back()
    assert session.take_changes() == {
        "family.name": "Brennan",
        "family.address": "27 Tansy Walk",
    }


def test_what_is_typed_while_a_save_is_on_its_way_is_not_lost() -> None:
    session = request()
    session.set("family.name", "Bren")
    session.take_changes()
    session.set("family.name", "Brennan")
    session.mark_saved()
    assert session.take_changes() == {"family.name": "Brennan"}


def test_a_screen_that_changes_its_own_list_does_not_change_the_answer() -> None:
    session = request()
    rows = brennans()
    session.set("family.people", rows)
    rows[0]["given_name"] = "Somebody"
    kept: Any = session.value("family.people")
    kept[0]["given_name"] = "Somebody"
    assert session.lines("family.people")[0].startswith("Siobhan Brennan")


def test_the_place_is_found_again() -> None:
    session = finished()
    session.next()
    session.go("support")
    again = request(sample_values(REQUEST), place=session.place)
    assert again.here == "support"
    assert again.steps_done == session.steps_done
    assert request(place="a_page_of_an_older_version").here == "before_you_start"


def test_a_locked_record_is_read_and_not_changed() -> None:
    session = request({"family.name": "Brennan"}, read_only=True)
    with pytest.raises(RecordLocked):
        session.set("family.name", "Other")
    session.go("family")
    assert session.value("family.name") == "Brennan"


def test_a_page_that_asks_for_nothing_is_done_once_it_has_been_seen() -> None:
    session = FormSession(FORMS["decision"], {"harm.now": "no"}, {}, TODAY)
    session.go("checks")
    assert not session.is_done("checks")
    session.next()
    assert session.is_done("checks")


def test_a_hidden_answer_shows_nothing_that_hangs_on_it() -> None:
    session = request({"asking.kind": "parent", "family.people": brennans()})
    session.set("asking.person", "s")
    assert not session.is_shown("asking.name")
    session.set("asking.kind", "professional")
    assert not session.is_shown("asking.person")
    assert session.is_shown("asking.name")


def test_a_date_that_is_none_is_kept_as_typed_and_asked_about() -> None:
    session = request({"before_you_start.called": "yes"})
    session.set("before_you_start.called_on", "31/2/2026")
    assert session.take_changes() == {"before_you_start.called_on": "31/2/2026"}
    told = {p.field_key: p.message for p in session.to_fix("before_you_start")}
    assert told["before_you_start.called_on"] == "Day must be between 1 and 28 in February"


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@given(data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_answered_can_be_walked_saved_and_read(form: Form, data: st.DataObject) -> None:
    answers = data.draw(any_answers(form))
    session = FormSession(form, copy.deepcopy(answers), sample_options(), TODAY)
    for step in session.steps():
        session.go(step.key)
        session.next()
    assert session.steps_done <= session.steps_total
    for section in answers_shown(session):
        for answer in section.answers:
            assert answer.answered or not answer.lines or session.value(answer.field_key)
    again = FormSession(form, session.values(), sample_options(), TODAY)
    assert again.values() == session.values()
