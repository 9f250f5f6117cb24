"""What is wrong with a pack, said so that whoever edits it finds the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ehdesk.kernel.errors import EhdeskError


@dataclass(frozen=True, order=True)
class Fault:
    """One fault: the file, its line (from 1; 0 for the whole file), the entry, what is wrong."""

    file: str
    line: int
    item: str
    what: str

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}, {self.item}: {self.what}" if self.item else f"{place}: {self.what}"


class PackFault(EhdeskError):
    """An authority pack cannot be used; ``faults`` holds every fault found, in file order."""

    def __init__(self, pack: str, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        count = "1 fault" if len(self.faults) == 1 else f"{len(self.faults)} faults"
        super().__init__(
            f"The authority pack “{pack}” has {count}",
            "\n".join(str(fault) for fault in self.faults),
            "Put the pack's files right, or put back the pack that came with the app.",
        )
