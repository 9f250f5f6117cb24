"""What is wrong with a form's file, in words that say where."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from ehdesk.kernel.errors import EhdeskError


@dataclass(frozen=True)
class FormFault:
    """One thing to mend in a form's file. ``section`` and ``field`` are empty outside them."""

    file: str
    line: int
    section: str
    field: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}"
        if self.section:
            where += f", section {self.section}"
        if self.field:
            where += f", question {self.field}"
        return f"{where}: {self.message}"


class BadForms(EhdeskError):
    """The forms of a pack cannot be used; ``faults`` holds every reason."""

    def __init__(self, faults: tuple[FormFault, ...]) -> None:
        self.faults = faults
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__(
            f"The forms of this pack have {count}",
            "\n".join(str(fault) for fault in faults),
            "Mend the files, then run: ehdesk forms --check",
        )


class Faults:
    """Gathers every fault of one file, each with the place the reader had come to."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.section = ""
        self.field = ""
        self._found: list[FormFault] = []

    def add(self, line: int, message: str) -> None:
        self._found.append(FormFault(self.file, line, self.section, self.field, message))

    def has(self, field: str) -> bool:
        """Whether something is wrong with that question already."""
        return any(fault.field == field for fault in self._found)

    @property
    def found(self) -> tuple[FormFault, ...]:
        """Every fault in the order of the file's lines."""
        return tuple(sorted(self._found, key=lambda fault: fault.line))


def one_of(what: str, name: str, known: Iterable[str]) -> str:
    """``there is no kind “dat”; did you mean “date”?``"""
    names = sorted(known)
    close = difflib.get_close_matches(name, names, 1, 0.6)
    if close:
        return f"there is no {what} “{name}”; did you mean “{close[0]}”?"
    return f"there is no {what} “{name}”; use one of {', '.join(names)}"
