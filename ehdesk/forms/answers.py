"""A form with answers in it: what is shown, what is required, what is wrong. No movement, no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ehdesk.forms import kinds
from ehdesk.forms.checks import Problem, run_checks
from ehdesk.forms.conditions import Condition, holds
from ehdesk.forms.kind import Words
from ehdesk.forms.run_time_options import Given, run_time_options
from ehdesk.forms.spec import Field, Form, Option, Section, Value


class FormAnswers:
    """The answers to one form. A question that is hidden counts as unanswered everywhere, but
    what was typed in it is kept in case it comes back."""

    def __init__(
        self,
        form: Form,
        values: Mapping[str, Value],
        options: Given | None = None,
        *,
        today: date,
        facts: Mapping[str, int] | None = None,
    ) -> None:
        """``values`` by question key; keys that this form does not ask are passed over.

        :raises WrongShape: when a value is of a shape its question can never have.
        """
        self.form = form
        self._today = today
        self._facts = dict(facts or {})
        self._given: Given = dict(options or {})
        self._fields = {field.key: field for field in form.fields()}
        self._values = {
            key: kinds.normalise(field, values[key], today) if key in values else kinds.empty(field)
            for key, field in self._fields.items()
        }
        self._shown: dict[str, bool] = {}
        self._lists: dict[str, tuple[Option, ...]] = {}
        self._problems: dict[str, tuple[Problem, ...]] = {}
        self._work_out()

    @property
    def today(self) -> date:
        return self._today

    @property
    def words(self) -> Words:
        """The lists that put answers into words."""
        return Words(self._lists)

    def value(self, key: str) -> Value:
        """The answer, as a copy that may be changed. :raises KeyError: for no such question."""
        copy: Value = _copied(self._values[key])
        return copy

    def values(self) -> dict[str, Value]:
        """Every answer by question key, hidden ones too."""
        return {key: _copied(value) for key, value in self._values.items()}

    def put(self, key: str, value: Value) -> bool:
        """Keep an answer; True when it is not what was there before.

        :raises KeyError: for no such question. :raises WrongShape: for an impossible value.
        """
        kept = kinds.normalise(self._fields[key], value, self._today)
        if kept == self._values[key] and type(kept) is type(self._values[key]):
            return False
        self._values[key] = kept
        self._work_out()
        return True

    def use_options(self, options: Given) -> None:
        """Take newer run-time lists, say when the team has changed."""
        self._given = dict(options)
        self._work_out()

    def _work_out(self) -> None:
        """Conditions look only at earlier questions (`load` sees to it): one pass settles all."""
        self._problems.clear()
        self._lists = run_time_options(self.form, self._values, self._given)
        self._shown = {}
        for section in self.form.sections:
            open_ = self.is_true(section.show_if)
            for field in section.fields:
                self._shown[field.key] = open_ and self.is_true(field.show_if)

    def is_true(self, condition: Condition | None) -> bool:
        """Whether a condition holds of the answers shown; no condition always does."""
        return condition is None or holds(condition, self._seen, self._facts)

    def _seen(self, key: str) -> Value:
        counts = self._shown.get(key, False) and self.is_answered(key)
        return self._values[key] if counts else kinds.empty(self._fields[key])

    def is_shown(self, field_key: str) -> bool:
        return self._shown[field_key]

    def sections(self) -> tuple[Section, ...]:
        """The sections that are shown."""
        return tuple(s for s in self.form.sections if self.is_true(s.show_if))

    def fields(self, section_key: str) -> tuple[Field, ...]:
        """The questions of a section that are shown."""
        section = self.form.section(section_key)
        return tuple(field for field in section.fields if self._shown[field.key])

    def options_of(self, source: str) -> tuple[Option, ...]:
        """A run-time list by its name; empty when nobody gave it."""
        return self._lists.get(source, ())

    def choices(self, field_key: str) -> tuple[Option, ...]:
        """What can be chosen in a question, its own options first."""
        return self.words.choices(self._fields[field_key])

    def is_required(self, field_key: str) -> bool:
        required = self._fields[field_key].required
        return required if isinstance(required, bool) else self.is_true(required)

    def is_answered(self, field_key: str) -> bool:
        return kinds.is_answered(self._fields[field_key], self._values[field_key])

    def lines(self, field_key: str) -> tuple[str, ...]:
        """The answer in words, line by line."""
        return kinds.display(self._fields[field_key], self._values[field_key], self.words)

    def blocks(self, field_key: str) -> tuple[tuple[str, ...], ...]:
        """The same lines, row by row, for a question with rows."""
        return kinds.blocks(self._fields[field_key], self._values[field_key], self.words)

    def missing(self, section_key: str) -> tuple[Field, ...]:
        """Required questions of the section with no answer."""
        return tuple(
            field
            for field in self.fields(section_key)
            if self.is_required(field.key) and not self.is_answered(field.key)
        )

    def all_problems(self, section_key: str) -> tuple[Problem, ...]:
        """Everything to fix or look at in the section, in page order, warnings among them."""
        if section_key not in self._problems:  # the rail, the buttons and the page all ask
            self._problems[section_key] = tuple(
                p for field in self.fields(section_key) for p in self._problems_of(field)
            )
        return self._problems[section_key]

    def to_fix(self, section_key: str) -> tuple[Problem, ...]:
        """What to fix in a section, asked or not."""
        return tuple(p for p in self.all_problems(section_key) if not p.warning)

    def _problems_of(self, field: Field) -> tuple[Problem, ...]:
        value = self._values[field.key]
        if not self.is_answered(field.key):
            missing = self.is_required(field.key)
            return (Problem(field.key, None, field.missing),) if missing else self._unasked(field)
        kind = kinds.KINDS[field.kind]
        unread = tuple(
            Problem(field.key, row_id, words, column="".join(column))
            for row_id, words, *column in kind.faults(value, field, self._today)
        )
        return unread if unread and not kind.repeats else (*unread, *self._checked(field))

    def _checked(self, field: Field) -> tuple[Problem, ...]:
        return tuple(run_checks(field, self._values[field.key], self))

    def _unasked(self, field: Field) -> tuple[Problem, ...]:
        """Rows that wait for the person to fill them are checked even while all are blank."""
        return self._checked(field) if isinstance(self._values[field.key], list) else ()

    def needs_count(self, field_key: str | None = None) -> int:
        """How many needs are ticked, over the whole form or in one question of it."""
        return sum(
            self._needs_in(field)
            for field in self._fields.values()
            if (field.key == field_key if field_key else field.adds_to == "needs")
            and self._shown[field.key]
        )

    def _needs_in(self, field: Field) -> int:
        rows = self._values[field.key]
        if not isinstance(rows, list):
            return 0
        if field.kind == "areas":
            return sum(row.get("need") == "yes" for row in rows)
        if field.kind == "needs":
            return len({row["code"] for row in rows if row["code"]})
        return len(rows)


def _copied(value: Any) -> Any:
    """An answer to be changed by whoever asked for it. Answers are lists and records of plain
    values; every key that is typed asks for several, and ``copy.deepcopy`` takes far longer."""
    if isinstance(value, list):
        return [_copied(one) for one in value]
    if isinstance(value, dict):
        return {key: _copied(one) for key, one in value.items()}
    return value
