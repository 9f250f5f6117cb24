"""What a form is: frozen values that the pack's YAML is read into (`load`)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from ehdesk.forms.conditions import Condition

Row = dict[str, Any]
"""One row of a repeating answer. ``id`` is always there; the kind names the other columns."""

Value = str | bool | int | list[Any] | None
"""An answer: JSON-like. Dates are ISO text, times ``14:30``, lists hold texts or rows."""

Width = Literal["third", "half", "two_thirds", "full"]
Look = Literal["", "radios", "cards", "select", "segmented", "ticks", "chips"]


@dataclass(frozen=True)
class Option:
    """One thing that can be chosen: what is kept, what is read, and a line beneath it."""

    value: str
    label: str
    hint: str = ""
    retired: bool = False
    """Older answers have it and are put into words; nobody chooses it any more."""


@dataclass(frozen=True)
class Check:
    """A named check (`checks.CHECKS`) with what it compares with, and words of its own if any."""

    name: str
    argument: Any = None
    message: str = ""


@dataclass(frozen=True)
class Field:
    """One question. In a repeating answer the same value describes one column.

    ``key`` is ``<section>.<field>``, or the bare column name inside a row. ``bind`` names the
    real thing the answer edits; without it the answer is kept with the record.
    """

    key: str
    label: str
    kind: str
    hint: str = ""
    required: bool | Condition = False
    show_if: Condition | None = None
    bind: str = ""
    options: tuple[Option, ...] = ()
    options_from: str = ""
    offers: str = ""
    """The list whose names are offered while a short text is typed: nobody types a name twice
    that the record knows. Anything else may be written too."""
    adds_to: str = ""
    """Name of the count this answer adds to; ``needs`` is the only one so far."""
    checks: tuple[Check, ...] = ()
    width: Width = "full"
    line: str = ""
    """Questions one after another with the same ``line`` stand side by side."""
    look: Look = ""
    lines: int = 0
    """Height of a long text in lines of writing; 0 leaves it to the screen."""
    voice: bool = False
    """The answer is somebody's own words: shown in plum with its quotation marks."""
    safeguarding: bool = False
    """A yes here leads to the Duty and Advice Service page at once."""
    family_facing: bool = False
    """The family reads the answer as it is written: a hint helps to keep it in plain words."""
    private: bool = False
    """For professionals: left out of every copy that is made for the family."""
    tells: str = ""
    """What the answer is to whoever reads many forms (`names.TELLS`): "tried" is what was tried
    before, whatever the question is called."""
    summary: str = ""
    """Label on Check your answers when it is shorter than the question."""
    missing: str = ""
    """The problem in words when the answer is required and empty: "Enter a full postcode"."""
    fields: tuple[Field, ...] = ()
    """The columns of a ``rows`` question; the other repeating kinds bring their own."""
    asks: tuple[str, ...] = ()
    """The columns that this form asks of a repeating kind that brings its own; all, if none are
    named. What another form wrote in the others stays as it is."""

    @property
    def short_label(self) -> str:
        return self.summary or self.label


@dataclass(frozen=True)
class Help:
    """One block of the help column."""

    heading: str
    text: str


@dataclass(frozen=True)
class DoneLine:
    """What stands under a section's name in the rail, such as "Signed {consent.on}".

    Between braces: ``{key}`` the answer, ``{key:count}`` how many rows, ``{key:done}`` how many
    are finished, ``{key:column=value}`` how many have that value, and ``{key:count|need|needs}``
    the number with its word. A line with an unanswered question in it is passed over for the next.
    """

    text: str
    when: Condition | None = None


@dataclass(frozen=True)
class Section:
    """One step of the wizard."""

    key: str
    title: str
    short: str
    fields: tuple[Field, ...]
    intro: str = ""
    why: tuple[Help, ...] = ()
    show_if: Condition | None = None
    done_lines: tuple[DoneLine, ...] = ()


@dataclass(frozen=True)
class Ending:
    """A step after the last section that has no questions of its own: ``check`` or ``send``."""

    key: str
    title: str
    short: str


@dataclass(frozen=True)
class Form:
    """A whole form in one version. A published version is never edited."""

    code: str
    version: int
    title: str
    sections: tuple[Section, ...]
    source: str
    """Where the questions come from and whose wording they are."""
    endings: tuple[Ending, ...] = ()
    finish: str = ""
    """The words on the button that ends the wizard: "Close the case"."""
    signatures: tuple[str, ...] = ()
    """Who signs a paper of this form by hand: "Parent or carer"."""
    text: str = dataclasses.field(default="", repr=False, compare=False)
    """What its file says, so that a store can keep the form with the records that are in it."""

    def fields(self) -> Iterator[Field]:
        """Every question in page order."""
        for section in self.sections:
            yield from section.fields

    def section(self, key: str) -> Section:
        """:raises KeyError: when there is no such section."""
        for section in self.sections:
            if section.key == key:
                return section
        raise KeyError(key)

    def field(self, key: str) -> Field:
        """:raises KeyError: when there is no such question."""
        for field in self.fields():
            if field.key == key:
                return field
        raise KeyError(key)

    def bound_to(self, bind: str) -> Field | None:
        """The question that edits ``bind``, when this form has one."""
        return next((field for field in self.fields() if field.bind == bind), None)

    def section_of(self, field_key: str) -> Section:
        """:raises KeyError: when there is no such question."""
        for section in self.sections:
            if any(field.key == field_key for field in section.fields):
                return section
        raise KeyError(field_key)
