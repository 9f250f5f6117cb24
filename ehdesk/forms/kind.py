"""What the engine must know about a kind of question. `kinds` holds them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ehdesk.forms.spec import Field, Option, Row, Value


class WrongShape(TypeError):
    """A screen or service handed over a value that this kind of question cannot have: a bug."""


@dataclass(frozen=True)
class Words:
    """The run-time lists that turn what is kept into what is read, by source name."""

    options: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)

    def choices(self, question: Field) -> tuple[Option, ...]:
        """What can be chosen, the form's own options first."""
        return tuple(option for option in self._every(question) if not option.retired)

    def _every(self, question: Field) -> tuple[Option, ...]:
        return question.options + self.options.get(question.options_from, ())

    def label(self, question: Field, value: str) -> str:
        """The words for a kept value; the value itself when its list no longer has it."""
        for option in self._every(question):
            if option.value == value:
                return option.label
        return value


Fault = tuple[str | None, str] | tuple[str | None, str, str]
"""The row it is in, if any, what to do about it, and the column of the row."""


@dataclass(frozen=True)
class Kind:
    """One kind of question, with everything the engine does to its answers.

    ``normalise`` keeps what people typed even when it cannot be read (a date that is not one),
    so that nothing is lost; ``faults`` then says what to do about it.
    """

    name: str
    empty: Callable[[], Value]
    normalise: Callable[[Any, Field, date], Value]
    answered: Callable[[Any, Field], bool]
    faults: Callable[[Any, Field, date], Iterator[Fault]]
    display: Callable[[Any, Field, Words], tuple[str, ...]]
    columns: tuple[Field, ...] = ()
    blocks: Callable[[Any, Field, Words], tuple[tuple[str, ...], ...]] | None = None
    """The lines of ``display`` with those together that tell of one row."""
    is_done: Callable[[Row], bool] | None = None
    """Whether one row is finished, for ``{key:done}`` in a done line."""
    has_options: bool = False

    @property
    def repeats(self) -> bool:
        return self.is_done is not None
