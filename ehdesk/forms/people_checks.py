"""Checks on the people of a family and on their homes, row by row and box by box."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from ehdesk.forms import identifiers
from ehdesk.forms.problems import Answers, Checker, Found, iso_date
from ehdesk.forms.spec import Row
from ehdesk.kernel.dates import add_months, say_short_date

LOCAL_AUTHORITIES: Final = "local_authorities"
"""The code list of councils that a unique pupil number may name."""

PREGNANCY_MONTHS: Final = 10
"""An expected date of birth further ahead than this is asked about."""

# Domain notes 6.4: the pattern of the post office, tested there on real and on impossible codes.
_POSTCODE = re.compile(
    r"(GIR 0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]([0-9]|[ABEHMNPRV-Y])?|[0-9][A-HJKPS-UW])"
    r" [0-9][ABD-HJLNP-UW-Z]{2})"
)


def tidy_postcode(typed: str) -> str:
    """Capitals and one space before the last three: ``le30aa`` becomes ``LE3 0AA``."""
    packed = re.sub(r"\s+", "", typed).upper()
    return f"{packed[:-3]} {packed[-3:]}" if len(packed) >= 5 else packed


def is_postcode(typed: str) -> bool:
    """Whether it is a whole postcode, or ZZ99, which stands for no fixed address."""
    tidy = tidy_postcode(typed)
    return bool(_POSTCODE.fullmatch(tidy)) or tidy.startswith("ZZ99")


def is_unborn(row: Row) -> bool:
    """Whether the row is a child who is not born yet."""
    return row.get("kind") == "child" and bool(row.get("unborn"))


def is_named(row: Row) -> bool:
    """Whether there is a name to call the person by."""
    return bool(str(row.get("given_name") or row.get("family_name") or "").strip())


def whose(row: Row) -> str:
    """``Callum’s``, ``James’``; ``the baby’s`` before there is a name."""
    name = str(row.get("given_name") or row.get("family_name") or "").strip()
    if not name:
        return "the baby’s" if is_unborn(row) else "this person’s"
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _one_child(value: list[Row], _argument: Any, _answers: Answers) -> Iterator[Found]:
    if not any(row.get("kind") == "child" and (is_named(row) or is_unborn(row)) for row in value):
        yield None, "Add at least one child"


def _names(value: list[Row], _argument: Any, _answers: Answers) -> Iterator[Found]:
    for row in value:
        told = any(row.get(column) for column in ("relationship", "school", "phone"))
        if told and not is_named(row) and not is_unborn(row):
            yield row["id"], "Enter a name for this person", "given_name"


def _children_born(value: list[Row], _argument: Any, _answers: Answers) -> Iterator[Found]:
    for row in value:
        if row.get("kind") != "child" or row.get("date_of_birth_not_known"):
            continue
        if is_unborn(row):
            if not row.get("due_date"):
                yield row["id"], f"Enter {whose(row)} expected date of birth", "due_date"
        elif is_named(row) and not row.get("date_of_birth"):
            yield row["id"], f"Enter {whose(row)} date of birth", "date_of_birth"


def _born_by_now(value: list[Row], _argument: Any, answers: Answers) -> Iterator[Found]:
    for row in value:
        born = iso_date(row.get("date_of_birth"))
        if born and born > answers.today:
            words = f"Check {whose(row)} date of birth: it is in the future"
            yield row["id"], words, "date_of_birth"


def _born_or_expected(value: list[Row], _argument: Any, _answers: Answers) -> Iterator[Found]:
    """Domain notes 2.3: a date of birth or an expected one, never both."""
    for row in value:
        if row.get("due_date") and row.get("date_of_birth"):
            words = f"Keep either {whose(row)} date of birth or the expected one, not both"
            yield row["id"], words, "date_of_birth"
        elif is_unborn(row) and row.get("date_of_birth"):
            words = f"Untick “Not born yet”, or take {whose(row)} date of birth away"
            yield row["id"], words, "date_of_birth"


def _due_soon(value: list[Row], _argument: Any, answers: Answers) -> Iterator[Found]:
    last = add_months(answers.today, PREGNANCY_MONTHS)
    for row in value:
        due = iso_date(row.get("due_date"))
        if not is_unborn(row) or due is None:
            continue
        if due > last:
            words = f"Look at {whose(row)} expected date again: it is after {say_short_date(last)}"
            yield row["id"], words, "due_date"
        elif due < answers.today:
            words = f"Has {whose(row)} birth come? The expected date has passed"
            yield row["id"], words, "due_date"


def _percent(typed: Any) -> str:
    wrong = isinstance(typed, int) and not 0 <= typed <= 100
    return "Enter attendance as a number from 0 to 100" if wrong else ""


def _not_negative(typed: Any) -> str:
    wrong = isinstance(typed, int) and typed < 0
    return "Enter how many suspensions, 0 or more" if wrong else ""


_NUMBERS: Final[dict[str, Callable[[Any], str]]] = {
    "upn": identifiers.upn_problem,
    "nhs_number": identifiers.nhs_number_problem,
    "uln": identifiers.uln_problem,
    "la_id": identifiers.la_id_problem,
    "attendance": _percent,
    "suspensions": _not_negative,
}


def _numbers(value: list[Row], _argument: Any, _answers: Answers) -> Iterator[Found]:
    for row in value:
        for column, problem in _NUMBERS.items():
            words = problem(row[column]) if row.get(column) not in (None, "") else ""
            if words:
                yield row["id"], words, column


def _councils(value: list[Row], _argument: Any, answers: Answers) -> Iterator[Found]:
    known = {option.value for option in answers.options_of(LOCAL_AUTHORITIES)}
    for row in value:
        words = identifiers.upn_council_problem(str(row.get("upn") or ""), known)
        if words:
            yield row["id"], words, "upn"


def _postcodes(value: list[Row], _argument: Any, _answers: Answers) -> Iterator[Found]:
    for row in value:
        if row.get("postcode") and not is_postcode(str(row["postcode"])):
            yield row["id"], "Look at the postcode again: it is not a whole one", "postcode"


_PEOPLE: Final = frozenset({"people"})

PEOPLE_CHECKS: Final[dict[str, Checker]] = {
    "at_least_one_child": Checker(_one_child, _PEOPLE),
    "people_have_names": Checker(_names, _PEOPLE),
    "child_dates_of_birth": Checker(_children_born, _PEOPLE),
    "born_by_now": Checker(_born_by_now, _PEOPLE),
    "born_or_expected": Checker(_born_or_expected, _PEOPLE),
    "due_date_near": Checker(_due_soon, _PEOPLE, warning=True),
    "people_numbers": Checker(_numbers, _PEOPLE),
    "people_upn_councils": Checker(_councils, _PEOPLE, warning=True),
    "home_postcodes": Checker(_postcodes, frozenset({"homes"}), warning=True),
}
