"""Reads a pack's YAML into the values of ``items``, keeping the line of everything.

One reader serves every kind of entry: it goes by the dataclass. Texts are taken as they are
written (``code: 1.1`` and ``phone: 999`` are texts), so nothing in a pack needs quotes because
YAML might read it as something else.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import MISSING, dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast, get_type_hints

import yaml

from ehdesk.authority.duration import Duration
from ehdesk.authority.faults import Fault
from ehdesk.authority.items import ConsentPart, PanelLeads, Status
from ehdesk.forms.yaml_words import in_words, unprintable

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML was built without libyaml: slower, same result
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

T = TypeVar("T")

_NOT_A_MAPPING = "should be a list of names, each with a colon and its value"
_NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True)
class Entry:
    """A key of a YAML mapping with its value and where it stands."""

    file: str
    line: int
    key: str
    node: yaml.Node


class Reader:
    """Reads nodes and collects what is wrong with them in ``faults``."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def fault(self, entry: Entry, item: str, what: str) -> None:
        self.faults.append(Fault(entry.file, entry.line, item, what))

    def file(self, path: Path) -> Iterator[Entry]:
        """The top-level keys of a file."""
        try:
            text = path.read_text(encoding="utf-8")
            node = yaml.compose(text, _Loader)
        except OSError as wrong:
            what = f"not readable: {wrong.strerror}"
            self.faults.append(Fault(path.name, 0, "", what))
            return
        except UnicodeDecodeError as wrong:
            line = wrong.object[: wrong.start].count(b"\n") + 1
            self.faults.append(Fault(path.name, line, "", "not readable as UTF-8 text"))
            return
        except yaml.MarkedYAMLError as wrong:
            line, words = in_words(wrong, text)
            self.faults.append(Fault(path.name, line, "", f"not readable: {words}"))
            return
        except yaml.reader.ReaderError:
            line, words = unprintable(text)
            self.faults.append(Fault(path.name, line, "", f"not readable: {words}"))
            return
        if node is not None:
            yield from self.entries(Entry(path.name, node.start_mark.line + 1, "", node), "")

    def entries(self, entry: Entry, item: str) -> Iterator[Entry]:
        """The keys of a mapping, each once."""
        if not isinstance(entry.node, yaml.MappingNode):
            self.fault(entry, item, _NOT_A_MAPPING)
            return
        seen: set[str] = set()
        for key, value in entry.node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                self.fault(Entry(entry.file, line, "", value), item, "a name should be plain text")
                continue
            found = Entry(entry.file, line, key.value, value)
            if key.value in seen:
                self.fault(found, item, f"{key.value} is given twice")
            else:
                seen.add(key.value)
                yield found

    def peek(self, entry: Entry, name: str) -> str:
        """The text of one key of a mapping, without finding fault; empty when it is not there."""
        pairs = entry.node.value if isinstance(entry.node, yaml.MappingNode) else ()
        found = (value for key, value in pairs if key.value == name)
        return next((v.value for v in found if isinstance(v, yaml.ScalarNode)), "")

    def record(
        self, cls: type[T], entry: Entry, item: str, given: Mapping[str, object]
    ) -> T | None:
        """A value of ``cls`` from a mapping, or None after faults.

        ``given`` holds what comes from elsewhere: the code, and what ``source`` hands down.
        """
        kinds, required = _shape(cast(Hashable, cls))
        before = len(self.faults)
        if not isinstance(entry.node, yaml.MappingNode):
            self.fault(entry, item, _NOT_A_MAPPING)
            return None
        values: dict[str, object] = {}
        for found in self.entries(entry, item):
            if found.key == "code" or found.key not in kinds:
                self.fault(found, item, _unknown(found.key, kinds))
            else:
                values[found.key] = self._value(kinds[found.key], found, item)
        missing = [name for name in required if name not in values and name not in given]
        for name in missing:
            self.fault(entry, item, f"{name} is missing")
        return None if len(self.faults) > before else cls(**{**given, **values})

    def _value(self, kind: object, entry: Entry, item: str) -> object:
        if kind == tuple[str, ...]:
            if not isinstance(entry.node, yaml.SequenceNode):
                self.fault(entry, item, f"{entry.key} should be a list")
                return None
            return tuple(self._text(entry, node, item) for node in entry.node.value)
        text = self._text(entry, entry.node, item)
        if text is None or kind is str:
            return text
        try:
            return _READERS[kind](text)
        except (KeyError, ValueError):
            self.fault(entry, item, f"{entry.key}: “{text}” will not do; {_SAY[kind]}")
            return None

    def _text(self, entry: Entry, node: yaml.Node, item: str) -> str | None:
        if isinstance(node, yaml.ScalarNode) and node.tag != _NULL and node.value.strip():
            return " ".join(node.value.split())
        line = node.start_mark.line + 1
        self.faults.append(Fault(entry.file, line, item, f"{entry.key} should be text"))
        return None


@cache
def _shape(cls: Any) -> tuple[dict[str, object], tuple[str, ...]]:
    hints = get_type_hints(cls)
    fields = dataclasses.fields(cls)
    required = tuple(f.name for f in fields if f.default is MISSING)
    return {f.name: hints[f.name] for f in fields}, required


def _unknown(key: str, kinds: Mapping[str, object]) -> str:
    near = get_close_matches(key, kinds, n=1)
    return f"{key} is not known here" + (f"; {near[0]} is" if near else "")


_READERS: dict[object, Callable[[str], object]] = {
    int: int,
    bool: lambda text: {"yes": True, "no": False}[text],
    Duration: Duration.read,
    Status: Status,
    PanelLeads: PanelLeads,
    date: date.fromisoformat,
    date | None: date.fromisoformat,
    ConsentPart: ConsentPart,
}
_SAY: dict[object, str] = {
    int: "write a whole number",
    bool: "write yes or no",
    Duration: "write a length like 3 months, 6 weeks, 14 days or 3 working days",
    PanelLeads: f"write {', '.join(PanelLeads)}",
    Status: f"write {', '.join(Status)}",
    date: "write a date like 2026-11-03",
    date | None: "write a date like 2026-11-03",
    ConsentPart: f"write {', '.join(ConsentPart)}",
}
