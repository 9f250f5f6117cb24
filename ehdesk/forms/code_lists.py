"""Code lists that forms take their choices from: ethnicity, kinds of home, relationships ...

National lists come with the product (``resources/lists``, a file a list). An authority may bring
others, or its own in place of one, in a folder ``lists`` beside its ``forms``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import resources
from ehdesk.forms.faults import Faults, FormFault
from ehdesk.forms.spec import Option
from ehdesk.forms.taking import Taker
from ehdesk.forms.yaml_tree import BadYaml, Leaf, Tree, read_tree

NATIONAL = resources.FOLDER / "lists"


@dataclass(frozen=True)
class CodeList:
    """One list. ``source`` says who keeps it, or that it is this project's own."""

    code: str
    name: str
    source: str
    options: tuple[Option, ...]
    unverified: frozenset[str] = frozenset()
    """Codes from memory. They may be used, and are checked before anyone reports them."""

    @property
    def usable(self) -> tuple[Option, ...]:
        """What can be chosen now."""
        return tuple(option for option in self.options if not option.retired)

    def label(self, code: str) -> str | None:
        """The words for a code; None when the list does not have it."""
        return next((option.label for option in self.options if option.value == code), None)


def list_files(pack_folder: Path, national: Path = NATIONAL) -> Mapping[str, Path]:
    """The file of every list of a pack by the list's name; the pack's own come first."""
    return {
        path.stem: path
        for folder in (national, pack_folder / "lists")
        for path in sorted(folder.glob("*.yaml"))
    }


def read_lists(
    pack_folder: Path, national: Path = NATIONAL
) -> tuple[dict[str, CodeList], tuple[FormFault, ...]]:
    """Every list of a pack by name, and what is wrong with their files."""
    lists: dict[str, CodeList] = {}
    found: list[FormFault] = []
    for code, path in list_files(pack_folder, national).items():
        faults = Faults(path.name)
        try:
            one = _read(code, read_tree(path), faults)
        except BadYaml as bad:
            faults.add(bad.line, str(bad))
        else:
            lists[code] = one
        found += faults.found
    return lists, tuple(found)


def _read(code: str, tree: Tree, faults: Faults) -> CodeList:
    take = Taker(tree, "a list", faults)
    named = take.text("list", needed=True)
    if named and named != code:
        faults.add(take.line_of("list"), f"the list is called “{named}”, its file “{code}”")
    name, source = take.text("name", needed=True), take.text("source", needed=True)
    options: list[Option] = []
    unverified: set[str] = set()
    entries = take.mapped("entries")
    if not entries:
        faults.add(tree.line, "a list needs “entries”")
    for value, entry in entries.items():
        if isinstance(entry, Leaf) and isinstance(entry.value, str) and entry.value.strip():
            options.append(Option(value, entry.value.strip()))
            continue
        inner = Taker(entry, "an entry", faults)
        label, hint = inner.text("label", needed=True), inner.text("hint")
        options.append(Option(value, label, hint, inner.flag("retired")))
        if inner.flag("unverified"):
            unverified.add(value)
        inner.finish()
    take.finish()
    return CodeList(code, name, source, tuple(options), frozenset(unverified))
