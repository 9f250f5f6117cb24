"""Named checks on answers. Each problem says what to do, in the words of the page.

A check looks only at answers that are there; whether an answer must be there is ``required``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, Final

from ehdesk.forms import identifiers
from ehdesk.forms.people_checks import (
    LOCAL_AUTHORITIES,
    PEOPLE_CHECKS,
    is_postcode,
    tidy_postcode,
)
from ehdesk.forms.problems import Answers, Checker, Found, Problem, Run, iso_date
from ehdesk.forms.spec import Field, Row, Value
from ehdesk.kernel.dates import add_months, say_date

__all__ = [
    "CHECKS",
    "Answers",
    "Checker",
    "Found",
    "Problem",
    "Run",
    "area_is_done",
    "iso_date",
    "run_checks",
    "tidy_postcode",
]

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


def _postcode(value: str, _argument: Any, _answers: Answers) -> Iterator[Found]:
    if not is_postcode(value):
        yield None, "Enter a full postcode"


def _no_fixed_address(value: str, _argument: Any, _answers: Answers) -> Iterator[Found]:
    if tidy_postcode(value).startswith("ZZ99"):
        yield None, "ZZ99 means no fixed address. Check that this is meant"


def _email(value: str, _argument: Any, _answers: Answers) -> Iterator[Found]:
    if not _EMAIL.fullmatch(value.strip()):
        yield None, "Enter an email address like name@school.org.uk"


def _phone(value: str, _argument: Any, _answers: Answers) -> Iterator[Found]:
    digits = re.sub(r"[^0-9]", "", value)
    words = re.sub(r"(ext|extension|x)\.?(?=\s*\d)", "", value, flags=re.IGNORECASE)
    if not 10 <= len(digits) <= 20 or re.search(r"[^0-9+()\s.\-/]", words):
        yield None, "Enter a phone number with its area code, like 01632 960123"


def _not_future(value: str, _argument: Any, answers: Answers) -> Iterator[Found]:
    day = iso_date(value)
    if day and day > answers.today:
        yield None, "Enter a date that is today or earlier"


def _not_before(value: str, other: str, answers: Answers) -> Iterator[Found]:
    day, first = iso_date(value), iso_date(answers.value(other))
    if day and first and day < first:
        yield None, f"Enter a date on or after {say_date(first, answers.today)}"


def _within_months(value: str, rule: dict[str, Any], answers: Answers) -> Iterator[Found]:
    return _within(value, rule, answers, lambda start: add_months(start, rule["months"]))


def _within_weeks(value: str, rule: dict[str, Any], answers: Answers) -> Iterator[Found]:
    return _within(value, rule, answers, lambda start: start + timedelta(weeks=rule["weeks"]))


def _within(
    value: str, rule: dict[str, Any], answers: Answers, last_day: Callable[[date], date]
) -> Iterator[Found]:
    day, start = iso_date(value), iso_date(answers.value(rule["of"]))
    excused = bool(rule.get("unless")) and answers.value(rule["unless"]) not in ("", None, [])
    if day and start and not excused:
        last = last_day(start)
        if day > last:
            yield None, f"No later than {say_date(last, answers.today)}, or say why it is later"


def _after_time(value: str, other: str, answers: Answers) -> Iterator[Found]:
    start = answers.value(other)
    clock = re.compile(r"\d{2}:\d{2}")
    both = isinstance(start, str) and clock.fullmatch(start) and clock.fullmatch(value)
    if both and value <= str(start):
        yield None, "Enter an end time later than the start"


def _at_least(value: int, limit: int, _answers: Answers) -> Iterator[Found]:
    if isinstance(value, int) and value < limit:
        yield None, f"Enter a number of {limit} or more"


def _at_most(value: int, limit: int, _answers: Answers) -> Iterator[Found]:
    if isinstance(value, int) and value > limit:
        yield None, f"Enter a number of {limit} or less"


def _differs(value: Value, other: str, answers: Answers) -> Iterator[Found]:
    if value == answers.value(other):
        yield None, "Choose somebody else: one person should not do both"


def _number_check(problem: Callable[[str], str]) -> Run:
    """A check on a number that somebody was given, written in a question of its own."""

    def run(value: str, _argument: Any, _answers: Answers) -> Iterator[Found]:
        if words := problem(value):
            yield None, words

    return run


def _upn_council(value: str, _argument: Any, answers: Answers) -> Iterator[Found]:
    known = {option.value for option in answers.options_of(LOCAL_AUTHORITIES)}
    if words := identifiers.upn_council_problem(value, known):
        yield None, words


def _each_row_has(value: list[Row], rule: dict[str, str], _answers: Answers) -> Iterator[Found]:
    for row in value:
        if row.get(rule["column"]) in ("", None, []):
            name = str(row.get(rule["name"]) or "this line").strip()
            yield row["id"], rule["say"].replace("{name}", name)


def area_is_done(row: Row) -> bool:
    """Design, note 07: an area is done with one text and one number."""
    written = (row.get("going_well") or "") + (row.get("worries") or "")
    scored = any(score.get("value") is not None for score in row.get("scores") or ())
    return bool(written.strip()) and scored


def _each_area_done(value: list[Row], _argument: Any, answers: Answers) -> Iterator[Found]:
    """Every area of the pack, whether or not anyone has opened it yet."""
    done = {row["id"] for row in value if area_is_done(row)}
    names = {option.value: option.label for option in answers.options_of("areas")}
    for code, name in (names or {row["id"]: row["area"] for row in value}).items():
        if code not in done:
            yield code, f"{name}: write something and choose at least one number"


def _unchanged(value: list[Row], _argument: Any, _answers: Answers) -> Iterator[Found]:
    """Design 2, note 21: the same number twice with no words asks for them, and stops nothing."""
    for row in value:
        same = row.get("score") is not None and row.get("score") == row.get("last_score")
        if same and not str(row.get("words") or "").strip():
            yield row["id"], "Say why, or what will be different"


def _every_child_heard(value: list[Row], _argument: Any, answers: Answers) -> Iterator[Found]:
    """Every child that is born: nobody can ask one that is not."""
    heard = {row.get("person_id") for row in value if str(row.get("words") or "").strip()}
    unborn = {child.value for child in answers.options_of("unborn")}
    for child in answers.options_of("children"):
        if child.value not in heard | unborn:
            yield None, f"Nothing yet from {child.label}"


def _every_child_told(value: list[Row], rule: dict[str, str], answers: Answers) -> Iterator[Found]:
    """Design 2, rule 8: a child not mentioned on a page about several is told of, and stops
    nothing."""
    who = rule["column"]
    told = {
        row.get(who)
        for row in value
        if any(said not in ("", None, []) for key, said in row.items() if key not in ("id", who))
    }
    for child in answers.options_of("children"):
        if child.value not in told:
            yield None, rule["say"].replace("{name}", child.label)


_TEXT: Final = frozenset({"short_text"})
_DATE: Final = frozenset({"date"})
_NUMBER: Final = frozenset({"number", "scale"})
_ROWS: Final = frozenset(
    {"progress", "then_and_now", "need_outcomes", "attendance", "areas", "plan", "rows"}
)

CHECKS: Final[dict[str, Checker]] = PEOPLE_CHECKS | {
    "postcode": Checker(_postcode, _TEXT),
    "no_fixed_address": Checker(_no_fixed_address, _TEXT, warning=True),
    "email": Checker(_email, _TEXT),
    "phone": Checker(_phone, _TEXT),
    "date_not_future": Checker(_not_future, _DATE),
    "date_not_before": Checker(_not_before, _DATE, "field"),
    "within_months": Checker(_within_months, _DATE, "months"),
    "within_weeks": Checker(_within_weeks, _DATE, "weeks"),
    "time_after": Checker(_after_time, frozenset({"time"}), "field"),
    "min": Checker(_at_least, _NUMBER, "number"),
    "max": Checker(_at_most, _NUMBER, "number"),
    "differs_from": Checker(_differs, frozenset({"choice", "short_text"}), "field", warning=True),
    "upn": Checker(_number_check(identifiers.upn_problem), _TEXT),
    "upn_council": Checker(_upn_council, _TEXT, warning=True),
    "nhs_number": Checker(_number_check(identifiers.nhs_number_problem), _TEXT),
    "uln": Checker(_number_check(identifiers.uln_problem), _TEXT),
    "la_id": Checker(_number_check(identifiers.la_id_problem), _TEXT),
    "each_row_has": Checker(_each_row_has, _ROWS, "row_rule"),
    "each_area_done": Checker(_each_area_done, frozenset({"areas"})),
    "words_when_unchanged": Checker(_unchanged, frozenset({"then_and_now"}), warning=True),
    "every_child_told": Checker(_every_child_told, frozenset({"rows"}), "child_rule", warning=True),
    "every_child_heard": Checker(_every_child_heard, frozenset({"voices"}), warning=True),
}


def run_checks(field: Field, value: Value, answers: Answers) -> Iterator[Problem]:
    """The problems of one answered question, in the order its checks are written."""
    for check in field.checks:
        checker = CHECKS[check.name]
        for row_id, words, *column in checker.run(value, check.argument, answers):
            said = check.message or words
            yield Problem(field.key, row_id, said, checker.warning, "".join(column))
