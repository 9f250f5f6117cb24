"""Taking named parts out of a tree, one at a time, noting each that is not what it should be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from ehdesk.forms.conditions import BadCondition, Condition, read_condition
from ehdesk.forms.faults import Faults, one_of
from ehdesk.forms.yaml_tree import Leaf, Listed, Mapped, Tree, plain

_Word = TypeVar("_Word", bound=str)


class Taker:
    """The parts of one mapping. What nobody takes is a fault when `finish` is called."""

    def __init__(self, tree: Tree, what: str, faults: Faults) -> None:
        self.what = what
        self.line = tree.line
        self._faults = faults
        self._items: dict[str, Tree] = {}
        self._asked: set[str] = set()
        if isinstance(tree, Mapped):
            self._items = tree.items
        else:
            faults.add(tree.line, f"{what} is written as “name: value” lines")

    def fault(self, name: str, message: str) -> None:
        """Note a fault at the line of a part."""
        tree = self._items.get(name)
        self._faults.add(tree.line if tree else self.line, message)

    def line_of(self, name: str) -> int:
        tree = self._items.get(name)
        return tree.line if tree else self.line

    def has(self, name: str) -> bool:
        return name in self._items

    def tree(self, name: str) -> Tree | None:
        self._asked.add(name)
        return self._items.get(name)

    def text(self, name: str, *, needed: bool = False) -> str:
        """A text without spaces round it; empty when it is not there."""
        tree = self.tree(name)
        if tree is None:
            if needed and self._items:
                self._faults.add(self.line, f"{self.what} needs “{name}”")
            return ""
        if not isinstance(tree, Leaf) or not isinstance(tree.value, str | int):
            self._faults.add(tree.line, f"“{name}” must be text")
            return ""
        if isinstance(tree.value, bool):
            self._faults.add(tree.line, f"“{name}” must be text; put true and false in quotes")
            return ""
        text = str(tree.value).strip()
        if needed and not text:
            self._faults.add(tree.line, f"“{name}” is empty")
        return text

    def word(self, name: str, known: Iterable[_Word], default: _Word) -> _Word:
        """One of the words that are known."""
        text, words = self.text(name), tuple(known)
        for word in words:
            if word == text:
                return word
        if text:
            self.fault(name, one_of(name, text, words))
        return default

    def number(self, name: str, default: int = 0, *, needed: bool = False) -> int:
        tree = self.tree(name)
        if tree is None:
            if needed and self._items:
                self._faults.add(self.line, f"{self.what} needs “{name}”")
            return default
        value = tree.value if isinstance(tree, Leaf) else None
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self._faults.add(tree.line, f"“{name}” must be a whole number")
        return default

    def flag(self, name: str) -> bool:
        tree = self.tree(name)
        if tree is None:
            return False
        if isinstance(tree, Leaf) and isinstance(tree.value, bool):
            return tree.value
        self._faults.add(tree.line, f"“{name}” must be true or false")
        return False

    def listed(self, name: str, *, needed: bool = False) -> tuple[Tree, ...]:
        tree = self.tree(name)
        if isinstance(tree, Listed) and (tree.items or not needed):
            return tree.items
        if tree is not None:
            self._faults.add(tree.line, f"“{name}” must be a list with something in it")
        elif needed and self._items:
            self._faults.add(self.line, f"{self.what} needs “{name}”")
        return ()

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; empty when it is not there."""
        found = []
        for tree in self.listed(name):
            value = tree.value if isinstance(tree, Leaf) else None
            if isinstance(value, str) and value.strip():
                found.append(value.strip())
            else:
                self._faults.add(tree.line, f"“{name}” must be a list of texts")
        return tuple(found)

    def mapped(self, name: str) -> dict[str, Tree]:
        tree = self.tree(name)
        if isinstance(tree, Mapped):
            return tree.items
        if tree is not None:
            self._faults.add(tree.line, f"“{name}” is written as “name: value” lines")
        return {}

    def condition(self, name: str) -> Condition | None:
        tree = self.tree(name)
        if tree is None:
            return None
        try:
            return read_condition(plain(tree))
        except BadCondition as wrong:
            self._faults.add(tree.line, f"“{name}”: {wrong}")
            return None

    def finish(self) -> None:
        """Note every part that has a name nobody asked for."""
        for name, tree in self._items.items():
            if name not in self._asked:
                self._faults.add(
                    tree.line, one_of(f"part of {self.what} called", name, self._asked)
                )
