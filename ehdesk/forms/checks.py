"""Named checks on answers. Each problem says what to do, in the words of the page.

A check looks only at answers that are there; whether an answer must be there is ``required``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal, Protocol

from ehdesk.forms.spec import Field, Option, Row, Value
from ehdesk.kernel.dates import add_months, say_date


@dataclass(frozen=True)
class Problem:
    """Something to fix, or with ``warning`` only to look at: a warning never holds anyone up."""

    field_key: str
    row_id: str | None
    message: str
    warning: bool = False


class Answers(Protocol):
    """What a check may ask: the other answers, the run-time lists and the date."""

    @property
    def today(self) -> date: ...

    def value(self, key: str) -> Value: ...

    def options_of(self, source: str) -> tuple[Option, ...]: ...


Found = tuple[str | None, str]
"""The row a problem is in, if any, and its words."""

Run = Callable[[Any, Any, Answers], Iterator[Found]]


@dataclass(frozen=True)
class Checker:
    """A check in the registry: what it is for and what its argument must be."""

    run: Run
    kinds: frozenset[str]
    argument: Literal["none", "number", "field", "column", "months", "row_rule"] = "none"
    warning: bool = False


def iso_date(value: object) -> date | None:
    """The date an answer holds, or None while it is empty or cannot be read as one."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return None


# Domain notes 6.4: the pattern of the post office, tested there on real and on impossible codes.
_POSTCODE = re.compile(
    r"(GIR 0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]([0-9]|[ABEHMNPRV-Y])?|[0-9][A-HJKPS-UW])"
    r" [0-9][ABD-HJLNP-UW-Z]{2})"
)
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


def tidy_postcode(typed: str) -> str:
    """Capitals and one space before the last three: ``le30aa`` becomes ``LE3 0AA``."""
    packed = re.sub(r"\s+", "", typed).upper()
    return f"{packed[:-3]} {packed[-3:]}" if len(packed) >= 5 else packed


def _postcode(value: str, _argument: Any, _answers: Answers) -> Iterator[Found]:
    tidy = tidy_postcode(value)
    if not (_POSTCODE.fullmatch(tidy) or tidy.startswith("ZZ99")):
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
        yield None, "Enter a phone number with its area code, like 0116 496 0123"


def _not_future(value: str, _argument: Any, answers: Answers) -> Iterator[Found]:
    day = iso_date(value)
    if day and day > answers.today:
        yield None, "Enter a date that is today or earlier"


def _not_before(value: str, other: str, answers: Answers) -> Iterator[Found]:
    day, first = iso_date(value), iso_date(answers.value(other))
    if day and first and day < first:
        yield None, f"Enter a date on or after {say_date(first, answers.today)}"


def _within_months(value: str, rule: dict[str, Any], answers: Answers) -> Iterator[Found]:
    day, start = iso_date(value), iso_date(answers.value(rule["of"]))
    excused = bool(rule.get("unless")) and answers.value(rule["unless"]) not in ("", None, [])
    if day and start and not excused:
        last = add_months(start, rule["months"])
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


def _one_child(value: list[Row], _argument: Any, _answers: Answers) -> Iterator[Found]:
    if not any(row.get("kind") == "child" and _named(row) for row in value):
        yield None, "Add at least one child"


def _names(value: list[Row], _argument: Any, _answers: Answers) -> Iterator[Found]:
    for row in value:
        if not _named(row) and any(row.get(c) for c in ("relationship", "school", "phone")):
            yield row["id"], "Enter a name for this person"


def _children_born(value: list[Row], _argument: Any, answers: Answers) -> Iterator[Found]:
    for row in value:
        if row.get("kind") != "child" or not _named(row):
            continue
        if row.get("unborn"):
            if not row.get("due_date"):
                yield row["id"], f"Enter when {_whose(row)} birth is expected"
        elif not row.get("date_of_birth") and not row.get("date_of_birth_not_known"):
            yield row["id"], f"Enter {_whose(row)} date of birth"


def _born_by_now(value: list[Row], _argument: Any, answers: Answers) -> Iterator[Found]:
    for row in value:
        born = iso_date(row.get("date_of_birth"))
        if born and born > answers.today:
            yield row["id"], f"Check {_whose(row)} date of birth: it is in the future"


def _named(row: Row) -> bool:
    return bool(str(row.get("given_name") or row.get("family_name") or "").strip())


def _whose(row: Row) -> str:
    name = str(row.get("given_name") or row.get("family_name")).strip()
    return f"{name}’" if name.endswith("s") else f"{name}’s"


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
    heard = {row.get("person_id") for row in value if str(row.get("words") or "").strip()}
    for child in answers.options_of("children"):
        if child.value not in heard:
            yield None, f"Nothing yet from {child.label}"


def _every_child_told(value: list[Row], rule: dict[str, str], answers: Answers) -> Iterator[Found]:
    """Design 2, rule 8: a child not mentioned on a page about several is told of, and stops
    nothing."""
    told = {row.get(rule["column"]) for row in value if row.get(rule["name"]) not in ("", None, [])}
    for child in answers.options_of("children"):
        if child.value not in told:
            yield None, rule["say"].replace("{name}", child.label)


_TEXT: Final = frozenset({"short_text"})
_DATE: Final = frozenset({"date"})
_NUMBER: Final = frozenset({"number", "scale"})
_PEOPLE: Final = frozenset({"people"})
_ROWS: Final = frozenset(
    {"progress", "then_and_now", "need_outcomes", "attendance", "areas", "plan", "rows"}
)

CHECKS: Final[dict[str, Checker]] = {
    "postcode": Checker(_postcode, _TEXT),
    "no_fixed_address": Checker(_no_fixed_address, _TEXT, warning=True),
    "email": Checker(_email, _TEXT),
    "phone": Checker(_phone, _TEXT),
    "date_not_future": Checker(_not_future, _DATE),
    "date_not_before": Checker(_not_before, _DATE, "field"),
    "within_months": Checker(_within_months, _DATE, "months"),
    "time_after": Checker(_after_time, frozenset({"time"}), "field"),
    "min": Checker(_at_least, _NUMBER, "number"),
    "max": Checker(_at_most, _NUMBER, "number"),
    "differs_from": Checker(_differs, frozenset({"choice", "short_text"}), "field", warning=True),
    "at_least_one_child": Checker(_one_child, _PEOPLE),
    "people_have_names": Checker(_names, _PEOPLE),
    "child_dates_of_birth": Checker(_children_born, _PEOPLE),
    "born_by_now": Checker(_born_by_now, _PEOPLE),
    "each_row_has": Checker(_each_row_has, _ROWS, "row_rule"),
    "each_area_done": Checker(_each_area_done, frozenset({"areas"})),
    "words_when_unchanged": Checker(_unchanged, frozenset({"then_and_now"}), warning=True),
    "every_child_told": Checker(_every_child_told, frozenset({"rows"}), "row_rule", warning=True),
    "every_child_heard": Checker(_every_child_heard, frozenset({"voices"}), warning=True),
}


def run_checks(field: Field, value: Value, answers: Answers) -> Iterator[Problem]:
    """The problems of one answered question, in the order its checks are written."""
    for check in field.checks:
        checker = CHECKS[check.name]
        for row_id, words in checker.run(value, check.argument, answers):
            yield Problem(field.key, row_id, check.message or words, checker.warning)
