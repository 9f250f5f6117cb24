"""Whether the parts of a form fit together and name only what there is."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ehdesk.forms import kinds
from ehdesk.forms.checks import CHECKS
from ehdesk.forms.conditions import Condition, In, Is, facts_named, fields_named, parts_of
from ehdesk.forms.done_lines import PLACE, BadDoneLine, check_place
from ehdesk.forms.faults import Faults, one_of
from ehdesk.forms.names import BINDS, COUNTERS, FACTS, NEED_SOURCES, OPTION_SOURCES, TELLS
from ehdesk.forms.reading import Lines
from ehdesk.forms.spec import Check, Field, Form, Section


def find_faults(
    form: Form, lines: Lines, faults: Faults, lists: Collection[str] = frozenset()
) -> None:
    """Note everything in the form that does not hold together. ``lists`` are the names of the
    code lists of its pack."""
    _Meaning(form, lines, faults, OPTION_SOURCES | frozenset(lists)).look()


_WRITTEN = ("short_text", "long_text")


class _Meaning:
    def __init__(self, form: Form, lines: Lines, faults: Faults, sources: frozenset[str]) -> None:
        self.sources = sources
        self.form = form
        self.lines = lines
        self.faults = faults
        self.known: dict[str, Field] = {}
        """The questions met so far: a condition may look only back."""
        self.unread = {field.key for field in form.fields() if faults.has(field.key)}
        """Questions with a fault of their own: what follows from it is not said as well."""

    def look(self) -> None:
        self._once()
        for section in self.form.sections:
            self.faults.section, self.faults.field = section.key, ""
            self._condition(section.show_if, "show_if", section.key)
            for field in section.fields:
                self.faults.field = field.key
                self._field(field)
                self.known[field.key] = field
            self.faults.field = ""
            self._done_lines(section)
        self._checks()

    def _once(self) -> None:
        seen: set[tuple[str, str]] = set()
        for section in self.form.sections:
            self.faults.section, self.faults.field = section.key, ""
            self._first(("section", section.key), section.key, seen)
            for field in section.fields:
                self.faults.field = field.key
                self._first(("question", field.key), field.key, seen)
                if field.bind:
                    self._first(("bind", field.bind), field.key, seen)
        self.faults.section = self.faults.field = ""

    def _first(self, one: tuple[str, str], at: str, seen: set[tuple[str, str]]) -> None:
        if one in seen:
            what, key = one
            self._say(at, f"the {what} “{key}” stands here twice")
        seen.add(one)

    def _say(self, key: str, message: str) -> None:
        self.faults.add(self.lines.get(key, 1), message)

    def _field(self, field: Field) -> None:
        key, kind = field.key, kinds.KINDS[field.kind]
        self._condition(field.show_if, "show_if", key)
        if not isinstance(field.required, bool):
            self._condition(field.required, "required", key)
        if key in self.unread:
            return
        if field.required and not field.missing:
            self._say(key, "a required question needs “missing”: what to do when it is empty")
        if field.bind:
            self._bind(field)
        if field.options_from and field.options_from not in self.sources:
            self._say(key, one_of("list", field.options_from, self.sources))
        if kind.has_options and not (field.options or field.options_from):
            self._say(key, f"a {field.kind} question needs “options” or “options_from”")
        takes = NEED_SOURCES if field.kind == "needs" else frozenset()
        if not kind.has_options and (field.options or field.options_from not in takes | {""}):
            self._say(key, f"a {field.kind} question takes no options")
        self._offers(field, key)
        if field.adds_to and field.adds_to not in COUNTERS:
            self._say(key, one_of("count", field.adds_to, COUNTERS))
        if field.tells and field.tells not in TELLS:
            self._say(key, one_of("thing to tell", field.tells, TELLS))
        if field.safeguarding and field.kind != "yes_no":
            self._say(key, "only a yes_no question can be the safeguarding question")
        if field.family_facing and field.kind not in _WRITTEN:
            self._say(key, "only a short_text or long_text question can be family_facing")
        if (field.kind == "rows") is not bool(field.fields):
            self._say(key, "a rows question, and no other, has columns under “fields”")
        for column in field.fields:
            self._column(field, column)
        self._asks(field)

    def _asks(self, field: Field) -> None:
        brought = {column.key for column in kinds.KINDS[field.kind].columns}
        if field.asks and not brought:
            self._say(field.key, f"a {field.kind} question has no columns to choose with “asks”")
        for key in field.asks:
            if brought and key not in brought:
                self._say(field.key, one_of("column", key, brought))

    def _offers(self, field: Field, key: str) -> None:
        if field.offers and field.kind != "short_text":
            self._say(key, "only a short_text question can have “offers”")
        elif field.offers and field.offers not in self.sources:
            self._say(key, one_of("list", field.offers, self.sources))

    def _bind(self, field: Field) -> None:
        if field.bind not in BINDS:
            self._say(field.key, one_of("thing to bind to", field.bind, BINDS))
        elif field.kind not in BINDS[field.bind]:
            wanted = " or ".join(BINDS[field.bind])
            self._say(field.key, f"“{field.bind}” is asked as {wanted}, not as {field.kind}")

    def _column(self, field: Field, column: Field) -> None:
        has_options = kinds.KINDS[column.kind].has_options
        if column.key == "id":
            self._say(field.key, "a column cannot be called “id”")
        if kinds.KINDS[column.kind].repeats:
            self._say(field.key, f"the column “{column.key}” cannot hold rows of its own")
        if has_options is not bool(column.options or column.options_from):
            self._say(field.key, f"the column “{column.key}” has options it cannot use, or none")
        if column.options_from and column.options_from not in self.sources:
            self._say(field.key, one_of("list", column.options_from, self.sources))
        self._offers(column, field.key)
        if column.required and not (column.required is True and column.missing):
            self._say(field.key, f"the column “{column.key}” needs “required: true” and “missing”")
        if column.family_facing and column.kind not in _WRITTEN:
            self._say(field.key, f"the column “{column.key}” is not written: no “family_facing”")
        if column.show_if or column.bind or column.checks or column.adds_to:
            self._say(field.key, f"the column “{column.key}” takes no conditions, binds or checks")

    def _condition(self, condition: Condition | None, name: str, at: str) -> None:
        if condition is None:
            return
        every = {field.key for field in self.form.fields()}
        for key in fields_named(condition):
            if key not in every:
                self._say(at, f"“{name}” asks of a question that is not there: {key}")
            elif key not in self.known:
                self._say(at, f"“{name}” asks of {key}, which comes later")
        for fact in facts_named(condition):
            if fact not in FACTS:
                self._say(at, f"“{name}”: {one_of('fact', fact, FACTS)}")
        for part in parts_of(condition):
            self._compared(part, name, at)

    def _compared(self, part: Condition, name: str, at: str) -> None:
        """A comparison with an option must name one that is there."""
        if not isinstance(part, Is | In) or part.field not in self.known:
            return
        field = self.known[part.field]
        values = (part.value,) if isinstance(part, Is) else part.values
        options = {option.value for option in field.options}
        if field.kind == "yes_no":
            options = {"yes", "no"}
        for value in values:
            if options and not field.options_from and value not in options:
                self._say(at, f"“{name}”: {one_of(f'answer to {field.key}', str(value), options)}")

    def _done_lines(self, section: Section) -> None:
        for line in section.done_lines:
            self._condition(line.when, "when", section.key)
            for place in PLACE.finditer(line.text):
                field = self.known.get(place[1])
                if field is None:
                    self._say(section.key, f"the done line has no question “{place[1]}” before it")
                    continue
                try:
                    check_place(field, place[2] or "")
                except BadDoneLine as wrong:
                    self._say(section.key, f"the done line: {wrong}")

    def _checks(self) -> None:
        for section in self.form.sections:
            self.faults.section = section.key
            for field in section.fields:
                self.faults.field = field.key
                for check in () if field.key in self.unread else field.checks:
                    if message := self._check_fault(field, check):
                        self._say(field.key, f"the check “{check.name}” {message}")
        self.faults.section = self.faults.field = ""

    def _check_fault(self, field: Field, check: Check) -> str:
        checker, argument = CHECKS[check.name], check.argument
        if field.kind not in checker.kinds:
            return f"is for {', '.join(sorted(checker.kinds))}, not for {field.kind}"
        match checker.argument:
            case "none":
                return "" if argument is None else "compares with nothing"
            case "number":
                number = isinstance(argument, int) and not isinstance(argument, bool)
                return "" if number else "needs a whole number"
            case "field":
                return "" if self._is_known(argument) else "needs the key of another question"
            case "months" | "weeks" as unit:
                return "" if self._is_length_rule(argument, unit) else f"needs “of” and “{unit}”"
            case "child_rule":
                fits = _is_row_rule(argument, field, "column")
                return "" if fits else "needs “column” and “say”, naming its own column"
            case _:
                fits = _is_row_rule(argument, field, "column", "name")
                return "" if fits else "needs “column”, “name” and “say”, naming its own columns"

    def _is_known(self, key: object) -> bool:
        return isinstance(key, str) and key in self.known

    def _is_length_rule(self, rule: Any, unit: str) -> bool:
        return (
            isinstance(rule, dict)
            and set(rule) - {"unless"} == {"of", unit}
            and self._is_known(rule["of"])
            and self._is_known(rule.get("unless", rule["of"]))
            and isinstance(rule[unit], int)
        )


def _is_row_rule(rule: Any, field: Field, *named: str) -> bool:
    return (
        isinstance(rule, dict)
        and set(rule) == {*named, "say"}
        and all(isinstance(part, str) for part in rule.values())
        and {rule[name] for name in named} <= {column.key for column in kinds.columns(field)}
    )
