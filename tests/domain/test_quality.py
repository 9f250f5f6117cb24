"""What would make a form stronger is found in its answers, and never where it is not asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ehdesk.domain.quality import Point, points
from ehdesk.forms.answers import FormAnswers
from ehdesk.forms.load import load_form
from ehdesk.forms.spec import Form
from tests.forms.samples import TODAY
from tests.packs_in import leicester

PACK = leicester()
FORM = """
form: trial
version: 1
title: Trial
source: The project’s own.
finish: Done
sections:
  - key: a
    title: All
    fields:
      - {key: people, label: People, kind: people, bind: people}
      - {key: links, label: Links, kind: relationships, bind: relationships}
      - {key: helpers, label: Helpers, kind: professionals, bind: professionals}
      - {key: needs, label: Needs, kind: needs, bind: needs}
      - {key: voices, label: Voices, kind: voices, bind: voices}
      - {key: areas, label: Areas, kind: areas, bind: areas}
      - {key: tried, label: Tried, kind: long_text, tells: tried}
      - {key: plan, label: Plan, kind: plan, bind: plan}
"""

CHILDREN = [
    {"id": "c1", "kind": "child", "given_name": "Ana"},
    {"id": "c2", "kind": "child", "given_name": "Luca"},
]


@pytest.fixture
def form(tmp_path: Path) -> Form:
    folder = tmp_path / "forms"
    folder.mkdir()
    (folder / "trial.yaml").write_text(FORM, "utf-8")
    loaded = load_form(folder / "trial.yaml")
    assert loaded.form is not None, loaded.faults
    return loaded.form


def found(form: Form, **values: Any) -> dict[str, Point]:
    answers = FormAnswers(form, {f"a.{key}": value for key, value in values.items()}, today=TODAY)
    return {point.code: point for point in points(answers, PACK)}


def test_an_empty_form_is_told_what_is_missing_and_nothing_of_children_it_has_not(
    form: Form,
) -> None:
    open_ = found(form)
    assert not open_["tried"].is_met
    assert not open_["services"].is_met
    assert "voices" not in open_
    assert "identity" not in open_


def test_a_child_nobody_has_listened_to_is_named(form: Form) -> None:
    one = {"id": "v1", "person_id": "c1", "words": "I like drawing."}
    point = found(form, people=CHILDREN, voices=[one])["voices"]
    assert (point.is_met, point.reason) == (False, "Nothing yet from Luca.")
    assert point.field_key == "a.voices"
    both = [one, {"id": "v2", "person_id": "c2", "observed": "Reaches for his sister."}]
    assert found(form, people=CHILDREN, voices=both)["voices"].is_met


def test_a_brother_of_whom_nothing_is_said_is_not_invisible(form: Form) -> None:
    area = {"id": "health", "area": "health", "worries": "Asthma", "about": ["c1"]}
    assert "Luca" in found(form, people=CHILDREN, areas=[area])["siblings"].reason
    need = {"id": "n", "code": "1.1", "people": ["c2"]}
    assert found(form, people=CHILDREN, areas=[area], needs=[need])["siblings"].is_met


def test_each_childs_parents_and_who_may_decide_are_asked_for(form: Form) -> None:
    mum = {
        "id": "r1",
        "person_id": "a1",
        "to_id": "c1",
        "kind": "mother",
        "parental_responsibility": "yes",
    }
    seen = found(form, people=CHILDREN[:1], links=[mum])
    assert seen["responsibility"].is_met
    assert "Ana" in seen["both_parents"].reason
    dad = mum | {"id": "r2", "person_id": "a2", "kind": "father"}
    assert found(form, people=CHILDREN[:1], links=[mum, dad])["both_parents"].is_met


def test_an_unborn_child_is_asked_only_for_the_expected_date(form: Form) -> None:
    baby = {"id": "c3", "kind": "child", "given_name": "Baby", "unborn": True}
    assert "expected date" in found(form, people=[baby])["identity"].reason
    due = baby | {"due_date": "2027-02-01"}
    assert found(form, people=[due])["identity"].is_met


def test_a_need_that_another_need_stands_for_is_said_once(form: Form) -> None:
    plain = next(need for need in PACK.needs if need.covers)
    twice = [{"id": "n1", "code": plain.code}, {"id": "n2", "code": plain.covers[0]}]
    assert "counted once" in found(form, needs=twice)["twice"].reason
    assert "twice" not in found(form, needs=twice[:1])


def test_a_need_without_an_action_and_an_action_without_a_name_are_found(form: Form) -> None:
    outcome = {
        "id": "o",
        "title": "Mornings go well",
        "needs": ["1.1"],
        "actions": [{"id": "x", "what": "Walk to school"}],
    }
    needs = [{"id": "n1", "code": "1.1"}, {"id": "n2", "code": "9.2"}]
    seen = found(form, needs=needs, plan=[outcome])
    assert "Walk to school" in seen["plan"].reason
    assert PACK.label("needs", "9.2") in seen["planned_for"].reason
    assert PACK.label("needs", "1.1") not in seen["planned_for"].reason


def test_what_is_still_open_comes_first(form: Form) -> None:
    answers = FormAnswers(form, {"a.tried": "A club, which helped."}, today=TODAY)
    met = [point.is_met for point in points(answers, PACK)]
    assert met == sorted(met)
    assert True in met


def test_an_unborn_child_is_not_waited_for(form: Form) -> None:
    heard = [
        {"id": f"v{number}", "person_id": child["id"], "words": "I like drawing."}
        for number, child in enumerate(CHILDREN)
    ]
    baby = dict(CHILDREN[0]) | {"id": "c9", "given_name": "Baby", "unborn": True}
    assert found(form, people=[*CHILDREN, baby], voices=heard)["voices"].is_met
