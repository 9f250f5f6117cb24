"""What changed between two versions of a form, and what of an answer cannot come along.

Keys never change their meaning, and neither do binds: a question with the same key, or bound to
the same thing, is the same question.
"""

from __future__ import annotations

from dataclasses import dataclass

from ehdesk.forms import kinds
from ehdesk.forms.answers import FormAnswers
from ehdesk.forms.spec import Field, Form, Value


@dataclass(frozen=True)
class Question:
    """A question as it is told: its key, the section's title, its label."""

    key: str
    section: str
    label: str


@dataclass(frozen=True)
class Reworded:
    """A question that reads otherwise. ``before`` and ``now`` are its label; ``lines`` say what
    else is different: "New answer: At home"."""

    question: Question
    before: str
    now: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Moved:
    """A question that stands in another section."""

    question: Question
    before: str
    """The title of the section it stood in."""


@dataclass(frozen=True)
class FormChanges:
    """Everything that differs, each in page order of the newer version."""

    added: tuple[Question, ...]
    removed: tuple[Question, ...]
    reworded: tuple[Reworded, ...]
    moved: tuple[Moved, ...]
    required: tuple[Question, ...]
    """Asked before, and now they must be answered."""

    def __bool__(self) -> bool:
        parts = (self.added, self.removed, self.reworded, self.moved, self.required)
        return any(parts)


def changes_between(older: Form, newer: Form) -> FormChanges:
    """What somebody who knows the older version should know about the newer one."""
    same = {field.key: was for field in newer.fields() if (was := _same(field, older))}
    kept = {was.key for was in same.values()}
    return FormChanges(
        added=tuple(_told(f, newer) for f in newer.fields() if f.key not in same),
        removed=tuple(_told(f, older) for f in older.fields() if f.key not in kept),
        reworded=tuple(
            Reworded(_told(f, newer), same[f.key].label, f.label, lines)
            for f in newer.fields()
            if f.key in same
            and ((lines := _other_words(same[f.key], f)) or same[f.key].label != f.label)
        ),
        moved=tuple(
            Moved(_told(f, newer), older.section_of(same[f.key].key).title)
            for f in newer.fields()
            if f.key in same
            and older.section_of(same[f.key].key).key != newer.section_of(f.key).key
        ),
        required=tuple(
            _told(f, newer)
            for f in newer.fields()
            if f.key in same and f.required and not same[f.key].required
        ),
    )


@dataclass(frozen=True)
class LeftBehind:
    """An answer that the newer version has no place for, in the words of the older one."""

    key: str
    section: str
    label: str
    lines: tuple[str, ...]
    value: Value
    voice: bool


def left_behind(older: FormAnswers, newer: Form) -> tuple[LeftBehind, ...]:
    """Every answer, hidden ones too, that does not come along just as it is: its question is gone,
    or what was chosen cannot be chosen any more. Bound answers are in the record itself and always
    come along, but one that is no longer asked is told too."""
    found = []
    for field in older.form.fields():
        if not older.is_answered(field.key):
            continue
        value = older.value(field.key)
        now = _same_in(field, newer)
        if now is not None and (field.bind or carried(value, now, older) == value):
            continue
        section = older.form.section_of(field.key)
        voice = field.voice or field.kind == "voices"
        found.append(
            LeftBehind(field.key, section.title, field.label, older.lines(field.key), value, voice)
        )
    return tuple(found)


def carried(value: Value, field: Field, older: FormAnswers) -> Value:
    """The answer as the newer question keeps it; empty where what was chosen is not offered."""
    if field.options and not field.options_from:
        offered = {option.value for option in field.options}
        if isinstance(value, str) and value and value not in offered:
            return kinds.empty(field)
        if isinstance(value, list) and field.kind == "choices":
            value = [one for one in value if one in offered]
    return kinds.normalise(field, value, older.today)


def _same(field: Field, older: Form) -> Field | None:
    """What the question was in the older version."""
    by_key = next((was for was in older.fields() if was.key == field.key), None)
    return by_key or (older.bound_to(field.bind) if field.bind else None)


def _same_in(was: Field, newer: Form) -> Field | None:
    by_key = next((field for field in newer.fields() if field.key == was.key), None)
    return by_key or (newer.bound_to(was.bind) if was.bind else None)


def _told(field: Field, form: Form) -> Question:
    return Question(field.key, form.section_of(field.key).title, field.label)


def _other_words(was: Field, now: Field) -> tuple[str, ...]:
    lines = []
    if was.hint != now.hint:
        lines.append(f"Hint: {now.hint}" if now.hint else "The hint is gone")
    before = {option.value: option.label for option in was.options}
    after = {option.value: option.label for option in now.options}
    lines += [f"New answer: {label}" for value, label in after.items() if value not in before]
    lines += [f"No longer offered: {label}" for v, label in before.items() if v not in after]
    lines += [
        f"“{before[value]}” is now “{label}”"
        for value, label in after.items()
        if before.get(value, label) != label
    ]
    return tuple(lines + _other_columns(was, now))


def _other_columns(was: Field, now: Field) -> list[str]:
    before = {column.key: column.label for column in kinds.columns(was)}
    after = {column.key: column.label for column in kinds.columns(now)}
    added = [f"New column: {label}" for key, label in after.items() if key not in before]
    return added + [f"Column no longer asked: {x}" for key, x in before.items() if key not in after]
