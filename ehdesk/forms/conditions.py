"""Conditions as data: when a question is shown, when it must be answered.

    {field: consent.how, is: not_yet}
    {field: asking.kind, in: [parent, carer]}
    {field: needs.list, count: {at_least: 3}}
    {fact: needs, at_least: 3}
    {all_of: [...]}   {any_of: [...]}   {not: {...}}

A fact is a number that the record knows and the form does not ask, such as how many needs the
request ticked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


class BadCondition(ValueError):
    """What was written is not a condition; the text says why."""


@dataclass(frozen=True)
class Is:
    field: str
    value: str | int


@dataclass(frozen=True)
class In:
    field: str
    values: tuple[str | int, ...]


@dataclass(frozen=True)
class Answered:
    field: str
    wanted: bool = True


@dataclass(frozen=True)
class Contains:
    """The list holds the text, or a row whose code, kind or id it is."""

    field: str
    value: str


@dataclass(frozen=True)
class Count:
    field: str
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True)
class Fact:
    name: str
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True)
class AllOf:
    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class AnyOf:
    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Not:
    part: Condition


Condition = Is | In | Answered | Contains | Count | Fact | AllOf | AnyOf | Not

ValueOf = Callable[[str], Any]


def holds(condition: Condition, value_of: ValueOf, facts: Mapping[str, int]) -> bool:
    """Whether the condition is true of the answers. An unknown fact is never true."""
    match condition:
        case Is(field, value):
            return bool(value_of(field) == value)
        case In(field, values):
            return value_of(field) in values
        case Answered(field, wanted):
            return _has_answer(value_of(field)) is wanted
        case Contains(field, value):
            return any(_is_or_names(item, value) for item in value_of(field) or ())
        case Count(field, low, high):
            return _between(len(value_of(field) or ()), low, high)
        case Fact(name, low, high):
            return name in facts and _between(facts[name], low, high)
        case AllOf(parts):
            return all(holds(part, value_of, facts) for part in parts)
        case AnyOf(parts):
            return any(holds(part, value_of, facts) for part in parts)
        case Not(part):
            return not holds(part, value_of, facts)


def _has_answer(value: Any) -> bool:
    return value not in ("", None, [])


def _is_or_names(item: Any, value: str) -> bool:
    if isinstance(item, dict):
        return value in (item.get("code"), item.get("kind"), item.get("id"))
    return bool(item == value)


def _between(number: int, low: int | None, high: int | None) -> bool:
    return (low is None or number >= low) and (high is None or number <= high)


def parts_of(condition: Condition) -> Iterator[Condition]:
    """The comparisons that a condition is made of."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from parts_of(part)
        case Not(part):
            yield from parts_of(part)
        case _:
            yield condition


def fields_named(condition: Condition) -> Iterator[str]:
    """The keys of every question the condition looks at."""
    for part in parts_of(condition):
        if isinstance(part, Is | In | Answered | Contains | Count):
            yield part.field


def facts_named(condition: Condition) -> Iterator[str]:
    """The names of every fact the condition looks at."""
    for part in parts_of(condition):
        if isinstance(part, Fact):
            yield part.name


def read_condition(data: object) -> Condition:
    """The condition that plain data describes.

    :raises BadCondition: with words that say what is wrong.
    """
    if not isinstance(data, dict) or not data:
        raise BadCondition("a condition is written as {field: ..., is: ...}")
    match data:
        case {"all_of": parts, **rest} if not rest:
            return AllOf(_parts("all_of", parts))
        case {"any_of": parts, **rest} if not rest:
            return AnyOf(_parts("any_of", parts))
        case {"not": part, **rest} if not rest:
            return Not(read_condition(part))
        case {"fact": str(name), **rest} if rest:
            return Fact(name, **_limits(rest))
        case {"field": str(field), "is": value, **rest} if not rest:
            return Is(field, _plain("is", value))
        case {"field": str(field), "in": list(values), **rest} if not rest and values:
            return In(field, tuple(_plain("in", value) for value in values))
        case {"field": str(field), "answered": bool(wanted), **rest} if not rest:
            return Answered(field, wanted)
        case {"field": str(field), "contains": str(value), **rest} if not rest:
            return Contains(field, value)
        case {"field": str(field), "count": dict(limits), **rest} if not rest:
            return Count(field, **_limits(limits))
    known = "is, in, answered, contains, count, all_of, any_of, not or fact"
    raise BadCondition(f"{_written(data)} is not a condition; use one of {known}")


def _parts(word: str, parts: object) -> tuple[Condition, ...]:
    if not isinstance(parts, list) or not parts:
        raise BadCondition(f"{word} needs a list of conditions")
    return tuple(read_condition(part) for part in parts)


def _plain(word: str, value: object) -> str | int:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise BadCondition(f"{word} compares with a word or a number; put true and false in quotes")
    return value


def _limits(data: dict[Any, Any]) -> dict[str, int]:
    allowed = {"at_least", "at_most", "exactly"}
    if not data or not set(data) <= allowed:
        raise BadCondition("a count is compared with at_least, at_most or exactly")
    if any(isinstance(n, bool) or not isinstance(n, int) for n in data.values()):
        raise BadCondition("a count is compared with a whole number")
    if "exactly" in data:
        return {"at_least": data["exactly"], "at_most": data["exactly"]}
    return dict(data)


def _written(data: dict[Any, Any]) -> str:
    return "{" + ", ".join(f"{key}: ..." for key in data) + "}"
