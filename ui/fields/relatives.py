"""The people between whom relationships are written down, as the form that is open has them."""

from __future__ import annotations

from dataclasses import dataclass

from ehdesk.forms.checks import iso_date
from ehdesk.forms.spec import Row
from ehdesk.kernel.dates import age_on
from ui.fields.person_words import person_name
from ui.fields.surroundings import Surroundings


@dataclass(frozen=True)
class Relative:
    """``said`` is what they are called in the family, such as "Mum"; ``age`` is None when it is
    not known. ``restricted`` when a restriction of this form is on them."""

    id: str
    name: str
    is_child: bool
    said: str = ""
    age: int | None = None
    restricted: bool = False

    @property
    def first(self) -> str:
        return self.name.split()[0] if self.name.split() else self.name

    @property
    def short(self) -> str:
        """``Wilf, 8``."""
        return f"{self.first}, {self.age}" if self.age is not None else self.first


def relatives(around: Surroundings) -> tuple[Relative, ...]:
    """Everybody in the family: from the answers of this form when it asks, else from the case."""
    held = _restricted(around)
    if around.answers.form.bound_to("people") is not None:
        return tuple(_of_row(row, around, held) for row in around.people())
    children = {option.value for option in around.answers.options_of("children")}
    told = []
    for option in around.answers.options_of("people"):
        name, _, said = option.label.partition(" (")
        child = option.value in children
        told.append(
            Relative(option.value, name, child, said.rstrip(")"), None, option.value in held)
        )
    return tuple(told)


def _of_row(row: Row, around: Surroundings, held: set[str]) -> Relative:
    born = iso_date(row.get("date_of_birth"))
    age = age_on(born, around.today) if born and born <= around.today else None
    child = row.get("kind") == "child"
    said = str(row.get("relationship") or "")
    return Relative(row["id"], person_name(row), child, said, age, row["id"] in held)


def _restricted(around: Surroundings) -> set[str]:
    question = around.answers.form.bound_to("restrictions")
    rows = around.answers.value(question.key) if question else []
    return {row.get("person_id", "") for row in rows} - {""} if isinstance(rows, list) else set()
