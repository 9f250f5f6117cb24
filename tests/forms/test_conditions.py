"""Conditions as data: what they mean, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from ehdesk.forms.conditions import (
    BadCondition,
    facts_named,
    fields_named,
    holds,
    read_condition,
)

ANSWERS: dict[str, Any] = {
    "a.word": "parent",
    "a.none": "",
    "a.number": 3,
    "a.list": ["health", "school"],
    "a.rows": [{"id": "1", "kind": "child"}, {"id": "2", "code": "N7"}],
}


def is_true(data: dict[str, Any], facts: dict[str, int] | None = None) -> bool:
    return holds(read_condition(data), ANSWERS.__getitem__, facts or {})


@pytest.mark.parametrize(
    "condition",
    [
        {"field": "a.word", "is": "parent"},
        {"field": "a.number", "is": 3},
        {"field": "a.word", "in": ["carer", "parent"]},
        {"field": "a.word", "answered": True},
        {"field": "a.none", "answered": False},
        {"field": "a.list", "contains": "school"},
        {"field": "a.rows", "contains": "child"},
        {"field": "a.rows", "contains": "N7"},
        {"field": "a.list", "count": {"at_least": 2}},
        {"field": "a.rows", "count": {"exactly": 2}},
        {"not": {"field": "a.word", "is": "carer"}},
        {"all_of": [{"field": "a.word", "is": "parent"}, {"field": "a.number", "is": 3}]},
        {"any_of": [{"field": "a.word", "is": "carer"}, {"field": "a.number", "is": 3}]},
    ],
)
def test_a_condition_that_is_true_holds_and_its_opposite_does_not(
    condition: dict[str, Any],
) -> None:
    assert is_true(condition)
    assert not is_true({"not": condition})


def test_a_fact_is_compared_and_an_unknown_one_is_never_true() -> None:
    condition = {"fact": "needs", "at_least": 3}
    assert is_true(condition, {"needs": 3})
    assert not is_true(condition, {"needs": 2})
    assert not is_true(condition)


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("yes", "is written as"),
        ({}, "is written as"),
        ({"field": "a.b"}, "is not a condition"),
        ({"field": "a.b", "is": "x", "in": ["x"]}, "is not a condition"),
        ({"field": "a.b", "is": True}, "in quotes"),
        ({"field": "a.b", "in": []}, "is not a condition"),
        ({"field": "a.b", "count": {"more_than": 2}}, "at_least"),
        ({"field": "a.b", "count": {"at_least": "2"}}, "whole number"),
        ({"all_of": []}, "needs a list"),
        ({"any_of": [{"field": "a.b", "equals": "x"}]}, "is not a condition"),
        ({"fact": "needs"}, "is not a condition"),
    ],
)
def test_what_is_not_a_condition_is_refused_in_words(written: Any, says: str) -> None:
    with pytest.raises(BadCondition, match=says):
        read_condition(written)


def test_a_condition_names_every_question_and_fact_in_it() -> None:
    condition = read_condition(
        {
            "any_of": [
                {"not": {"field": "a.one", "is": "x"}},
                {"all_of": [{"fact": "needs", "at_most": 2}, {"field": "a.two", "answered": True}]},
            ]
        }
    )
    assert list(fields_named(condition)) == ["a.one", "a.two"]
    assert list(facts_named(condition)) == ["needs"]
