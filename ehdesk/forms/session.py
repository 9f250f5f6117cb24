"""Someone filling in a form: where they are, what they changed, what they are told. No Qt.

Movement is free and nothing stops an answer from being kept. *Continue* is the only thing that
asks for corrections, and only of the page it was pressed on (design, rule 6.4).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ehdesk.forms.answers import FormAnswers
from ehdesk.forms.checks import Problem
from ehdesk.forms.done_lines import done_line
from ehdesk.forms.run_time_options import Given
from ehdesk.forms.spec import Form, Section, Value
from ehdesk.forms.undoing import Change, Undoing
from ehdesk.kernel.errors import NotAllowed

State = Literal["done", "current", "to_do", "problem"]

CHECK = "check"


class RecordLocked(NotAllowed):
    """The record has been signed or closed: it is read, and only added to."""


@dataclass(frozen=True)
class Step:
    """One line of the rail. ``line`` stands under the name; it is red when ``to_fix`` is not 0."""

    key: str
    number: int
    title: str
    short: str
    state: State
    line: str
    to_fix: int
    is_section: bool


class FormSession(FormAnswers):
    """Answers, and the person's way through them."""

    def __init__(
        self,
        form: Form,
        values: Mapping[str, Value],
        options: Given,
        today: date,
        place: str = "",
        read_only: bool = False,
        facts: Mapping[str, int] | None = None,
    ) -> None:
        """``place`` is what `place` said when the draft was last kept; empty starts at the front.

        :raises WrongShape: when a value is of a shape its question can never have.
        """
        super().__init__(form, values, options, today=today, facts=facts)
        self.read_only = read_only
        self._changed: set[str] = set()
        self._on_the_way: set[str] = set()
        self._continued_on: set[str] = set()
        self._returning = False
        self.undoing = Undoing()
        self.focus: str = ""
        """The question that Change was pressed for, until the next move."""
        first, _, left = place.partition(" ")
        keys = self._keys()
        self._left = {key for key in left.split(",") if key in keys}
        self._here = first if first in keys else keys[0]

    # Answers

    def set(self, key: str, value: Value) -> bool:
        """Keep an answer; True when it changed. Never refuses an answer for being wrong.

        :raises RecordLocked: when the record is read only.
        """
        if self.read_only:
            raise RecordLocked(
                "This record cannot be changed",
                "It has been signed or closed, so it stays as it was.",
                "Add a dated correction instead.",
            )
        before = self._values[key]
        if not self.put(key, value):
            return False
        self._changed.add(key)
        self.undoing.note(key, before, self._values[key])
        return True

    def undo(self) -> Change | None:
        """Take back the newest change of this form; None when there is none."""
        return self._go_by(self.undoing.back())

    def redo(self) -> Change | None:
        """Make the change again that was taken back last; None when there is none."""
        return self._go_by(self.undoing.again())

    def _go_by(self, change: Change | None) -> Change | None:
        if change is not None and self.put(change.key, change.after):
            self._changed.add(change.key)
        return change

    @property
    def has_changes(self) -> bool:
        """Whether anything is not yet safely kept."""
        return bool(self._changed or self._on_the_way)

    def take_changes(self) -> dict[str, Value]:
        """The answers changed since the last save, to be kept now. Follow with `mark_saved` or,
        when keeping them failed, with `put_back`."""
        self._on_the_way |= self._changed
        self._changed = set()
        return {key: self.value(key) for key in sorted(self._on_the_way)}

    def mark_saved(self) -> None:
        """What `take_changes` gave is safe."""
        self._on_the_way = set()

    def put_back(self) -> None:
        """What `take_changes` gave could not be kept: it counts as changed again."""
        self._changed |= self._on_the_way
        self._on_the_way = set()

    # Where the person is

    @property
    def here(self) -> str:
        """The section, or the ending ``check`` or ``send``, that is open."""
        return self._here if self._here in self._keys() else self._keys()[0]

    @property
    def place(self) -> str:
        """Where the person is and which pages they have been through, to be kept with the draft."""
        left = ",".join(key for key in self._keys() if key in self._left)
        return f"{self.here} {left}".strip()

    @property
    def section(self) -> Section | None:
        """The section that is open, or None on a page without questions."""
        return self.form.section(self.here) if self._is_section(self.here) else None

    def _keys(self) -> tuple[str, ...]:
        sections = tuple(section.key for section in self.sections())
        return sections + tuple(ending.key for ending in self.form.endings)

    def _is_section(self, key: str) -> bool:
        return any(section.key == key for section in self.form.sections)

    def go(self, key: str) -> None:
        """Open any page, from the rail. :raises KeyError: when there is no such page now."""
        if key not in self._keys():
            raise KeyError(key)
        self._move(key)
        self._returning = False

    def _move(self, key: str) -> None:
        if key != self.here:
            self._left.add(self.here)
        self._here, self.focus = key, ""

    def next(self) -> tuple[Problem, ...]:
        """Continue was pressed. Moves on and gives nothing, or stays and gives what to fix."""
        to_fix = self._press(self.here)
        if to_fix:
            return to_fix
        keys = self._keys()
        after = keys.index(self.here) + 1
        self._left.add(self.here)
        if self._returning and CHECK in keys:
            self._move(CHECK)
        elif after < len(keys):
            self._move(keys[after])
        self._returning = False
        return ()

    def _press(self, key: str) -> tuple[Problem, ...]:
        pressed = (key,) if self._is_section(key) else tuple(s.key for s in self.sections())
        self._continued_on |= set(pressed)
        return tuple(problem for one in pressed for problem in self.problems(one))

    def back(self) -> None:
        """To the page before, or to Check your answers when Change was pressed there."""
        keys = self._keys()
        before = max(keys.index(self.here) - 1, 0)
        self._move(CHECK if self._returning and CHECK in keys else keys[before])
        self._returning = False

    def change(self, field_key: str) -> None:
        """Change was pressed on Check your answers: open the question, then return straight there.

        :raises KeyError: for no such question.
        """
        self._move(self.form.section_of(field_key).key)
        self._returning, self.focus = True, field_key

    # What the person is told

    def problems(self, section_key: str) -> tuple[Problem, ...]:
        """What to fix in a section, once Continue was pressed there; each goes when it is right."""
        if section_key not in self._continued_on:
            return ()
        return self.to_fix(section_key)

    def warnings(self, section_key: str) -> tuple[Problem, ...]:
        """What is worth a look in a section; it holds nobody up."""
        return tuple(p for p in self.all_problems(section_key) if p.warning)

    def everything_to_fix(self) -> tuple[Problem, ...]:
        """What stands between this form and being sent or signed, in page order."""
        return tuple(p for section in self.sections() for p in self.to_fix(section.key))

    def is_ready(self) -> bool:
        """Whether every required question is answered and nothing is to be fixed."""
        return not self.everything_to_fix()

    def is_done(self, section_key: str) -> bool:
        """Nothing to fix, and either the page asks for something or it has been looked at."""
        if self.to_fix(section_key):
            return False
        asks = any(self.is_required(field.key) for field in self.fields(section_key))
        return asks or section_key in self._left

    def steps(self) -> tuple[Step, ...]:
        """The rail, from the first section to the last ending."""
        steps = [self._step(n, section) for n, section in enumerate(self.sections(), 1)]
        for number, ending in enumerate(self.form.endings, len(steps) + 1):
            state: State = "current" if ending.key == self.here else "to_do"
            steps.append(Step(ending.key, number, ending.title, ending.short, state, "", 0, False))
        return tuple(steps)

    def _step(self, number: int, section: Section) -> Step:
        to_fix = len(self.problems(section.key))
        state: State = "to_do"
        if section.key == self.here:
            state = "current"
        elif to_fix:
            state = "problem"
        elif self.is_done(section.key):
            state = "done"
        line = "" if state == "to_do" else done_line(section, self)
        if to_fix:
            line = "1 thing to fix" if to_fix == 1 else f"{to_fix} things to fix"
        return Step(section.key, number, section.title, section.short, state, line, to_fix, True)

    @property
    def steps_done(self) -> int:
        """Sections done; the open one counts once it has been left."""
        return sum(
            self.is_done(section.key) and (section.key != self.here or section.key in self._left)
            for section in self.sections()
        )

    @property
    def steps_total(self) -> int:
        return len(self._keys())
