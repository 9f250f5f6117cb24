"""The forms of the Leicester pack, each of them, whatever they come to ask."""

from __future__ import annotations

import pytest

from ehdesk.forms.catalogue import describe
from ehdesk.forms.code_lists import list_files
from ehdesk.forms.display import answers_shown, frozen, is_intact
from ehdesk.forms.load import check_folder, form_of, latest
from ehdesk.forms.names import BINDS, OPTION_SOURCES
from ehdesk.forms.session import FormSession
from ehdesk.forms.spec import Form
from ehdesk.kernel.errors import NotFound
from tests.forms.samples import (
    FORMS_FOLDER,
    TODAY,
    sample_options,
    sample_values,
    shipped_forms,
)

FORMS = {form.code: form for form in shipped_forms()}

every_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def test_every_shipped_form_loads_without_a_fault() -> None:
    assert check_folder(FORMS_FOLDER) == ()
    assert set(FORMS) == {
        "request",
        "decision",
        "hub_decision",
        "short_review",
        "hand_over",
        "follow_up",
        "consent",
        "eha",
        "hub_proforma",
        "taf_meeting",
        "review",
        "masp",
        "panel",
        "step_up",
        "step_down",
        "closure",
        "contact",
    }


@every_form
def test_a_form_names_only_what_the_services_know(form: Form) -> None:
    for field in form.fields():
        assert not field.bind or field.bind in BINDS
        known = OPTION_SOURCES | set(list_files(FORMS_FOLDER.parent))
        assert not field.options_from or field.options_from in known


def test_everything_a_form_may_bind_to_is_asked_by_some_form() -> None:
    asked = {field.bind for form in FORMS.values() for field in form.fields()}
    assert set(BINDS) <= asked


@every_form
def test_a_form_says_whose_wording_it_is(form: Form) -> None:
    assert "project’s own" in form.source


@every_form
def test_every_section_says_why_it_asks(form: Form) -> None:
    for section in form.sections:
        assert section.why, section.key


@every_form
def test_no_question_shouts_or_ends_a_problem_with_a_full_stop(form: Form) -> None:
    for field in form.fields():
        assert field.label[0].isupper(), field.key
        assert not field.missing.endswith("."), field.key


@every_form
def test_sample_answers_leave_nothing_to_fix(form: Form) -> None:
    facts = {"needs": 4}
    values = sample_values(form, facts=facts)
    session = FormSession(form, values, sample_options(), TODAY, facts=facts)
    assert session.everything_to_fix() == ()
    assert session.is_ready()


@every_form
def test_an_empty_form_opens_and_is_not_ready(form: Form) -> None:
    session = FormSession(form, {}, {}, TODAY)
    assert not session.is_ready()
    assert session.here == form.sections[0].key
    assert session.steps_done == 0


@every_form
def test_a_frozen_copy_holds_every_answer_shown_and_knows_when_it_was_touched(form: Form) -> None:
    values = sample_values(form)
    copy = frozen(form, values, sample_options())
    session = FormSession(form, values, sample_options(), TODAY)
    said = {a["key"]: a["lines"] for section in copy["sections"] for a in section["answers"]}
    for section in answers_shown(session):
        for answer in section.answers:
            assert tuple(said[answer.field_key]) == answer.lines
    assert is_intact(copy)
    assert copy == frozen(form, values, sample_options())
    copy["sections"][0]["answers"][0]["label"] += " "
    assert not is_intact(copy)


@every_form
def test_the_catalogue_lists_every_question_and_column_once(form: Form) -> None:
    keys = [f["key"] for section in describe(form)["sections"] for f in section["fields"]]
    assert len(keys) == len(set(keys))
    assert {field.key for field in form.fields()} <= set(keys)


def test_the_catalogue_names_columns_with_dots() -> None:
    request = [f for s in describe(FORMS["request"])["sections"] for f in s["fields"]]
    given = next(f for f in request if f["key"] == "family.people.given_name")
    assert given == {
        "key": "family.people.given_name",
        "label": "First name",
        "kind": "short_text",
        "required": False,
    }
    meeting = {f["key"] for s in describe(FORMS["taf_meeting"])["sections"] for f in s["fields"]}
    assert {"plan.plan.actions", "plan.plan.actions.by_when"} <= meeting


def test_the_newest_version_is_found_and_an_old_record_keeps_its_own() -> None:
    assert latest(FORMS.values(), "request").version == 1
    assert form_of(FORMS.values(), "request", 1) is FORMS["request"]
    with pytest.raises(NotFound):
        form_of(FORMS.values(), "request", 99)
    with pytest.raises(NotFound):
        latest(FORMS.values(), "no_such_form")


def test_a_child_at_risk_needs_no_consent_but_a_reason() -> None:
    values = sample_values(FORMS["request"])
    values |= {"before_you_start.harm": "yes", "consent.how": "not_yet"}
    session = FormSession(FORMS["request"], values, sample_options(), TODAY)
    assert [p.message for p in session.to_fix("consent")] == ["Enter why the family was not asked"]


def test_a_decision_against_the_guidance_asks_for_a_reason_and_with_it_does_not() -> None:
    decision = FORMS["decision"]
    values = {"harm.now": "no", "outcome.threshold": "met", "outcome.route": "eha"}

    def asks(route: str, needs: int) -> bool:
        chosen = values | {"outcome.route": route}
        session = FormSession(decision, chosen, sample_options(), TODAY, facts={"needs": needs})
        return session.is_shown("outcome.against_guidance")

    assert asks("twelve_weeks", 3)
    assert asks("under_6_weeks", 4)
    assert asks("eha", 2)
    assert not asks("eha", 3)
    assert not asks("twelve_weeks", 2)


def test_harm_now_replaces_the_rest_of_the_decision() -> None:
    session = FormSession(FORMS["decision"], {"harm.now": "yes"}, {}, TODAY)
    assert [section.key for section in session.sections()] == ["harm"]
    session.set("harm.now", "no")
    assert [section.key for section in session.sections()] == ["harm", "checks", "outcome"]
