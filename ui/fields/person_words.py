"""What a line can say of a person: age, school year, and the contents of a group of boxes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ehdesk.domain.people import school_year
from ehdesk.domain.words import plural
from ehdesk.forms import kinds
from ehdesk.forms.checks import iso_date
from ehdesk.forms.identifiers import say_nhs_number
from ehdesk.forms.kind import Words
from ehdesk.forms.people_checks import is_unborn
from ehdesk.forms.run_time_options import UNBORN
from ehdesk.forms.spec import Field, Row
from ehdesk.kernel.dates import age_on, say_short_date

NOTHING = "Nothing yet"
_MOST = 5
"""So many things a line says; of more it gives the number."""


def person_name(row: Row) -> str:
    """``Callum Brennan``, ``Unborn baby``; words for a new row before there is a name."""
    whole = f"{row.get('given_name', '')} {row.get('family_name', '')}".strip()
    if is_unborn(row) and not row.get("given_name"):
        return f"{UNBORN} {row.get('family_name', '')}".strip()
    return whole or ("New child" if row.get("kind") == "child" else "New adult")


def age_words(row: Row, today: date) -> str:
    """``8 years old``; "" without a date of birth that has come."""
    born = iso_date(row.get("date_of_birth"))
    if born is None or born > today:
        return ""
    years = age_on(born, today)
    return f"{plural(years, 'year')} old" if years else "Under 1 year old"


def year_words(row: Row, today: date) -> str:
    """The school year that was written down, else that for a child's date of birth."""
    born = iso_date(row.get("date_of_birth"))
    if row.get("year_group") or row.get("kind") != "child" or born is None or born > today:
        return str(row.get("year_group") or "")
    return school_year(born, today)


def born_words(row: Row) -> str:
    """``3 Apr 2018``, ``Expected 2 Feb 2027``, ``Not known``, what was typed, or ""."""
    key, before = ("due_date", "Expected ") if is_unborn(row) else ("date_of_birth", "")
    typed = str(row.get(key) or "")
    day = iso_date(typed)
    if day:
        return f"{before}{say_short_date(day)}"
    if row.get("date_of_birth_not_known"):
        return "Expected date not known" if before else "Not known"
    return typed


def birth_line(row: Row, today: date) -> str:
    """The date and what follows from it: ``3 Apr 2018, 8 years old, Year 4``."""
    year = "" if is_unborn(row) else year_words(row, today)
    return ", ".join(text for text in (born_words(row), age_words(row, today), year) if text)


def group_line(row: Row, columns: Sequence[Field], words: Words) -> str:
    """What is in some columns, in a line. A no is not told, a yes by its question."""
    told = [text for text in (_told(row.get(c.key), c, words) for c in columns) if text]
    if not told:
        return NOTHING
    more = f"and {len(told) - _MOST} more" if len(told) > _MOST else ""
    return ", ".join([*told[:_MOST], *([more] if more else [])])


def _told(value: object, column: Field, words: Words) -> str:
    if value is False or value in ("", None, []):
        return ""
    if column.kind == "yes_no":
        return column.label.rstrip("?") if value == "yes" else ""
    day = iso_date(value)
    if column.kind == "date" and day:
        return say_short_date(day)
    if column.key == "nhs_number":
        return f"NHS {say_nhs_number(str(value))}"
    if column.key == "attendance":
        return f"{value} %"
    if column.key == "suspensions":
        typed = str(value)
        return plural(int(typed), "suspension") if typed.isdecimal() else typed
    shown = kinds.display(column, value, words)  # type: ignore[arg-type]
    return ", ".join(shown)
