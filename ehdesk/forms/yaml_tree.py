"""YAML read into a tree that remembers its lines, and nothing cleverer.

Only true and false are truth values, so that ``yes`` and ``no`` stay the words of a form. Tags,
anchors and keys that stand twice are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ehdesk.forms.yaml_words import in_words, unprintable

try:  # the same with libyaml is fifteen times faster: a pack has thousands of lines
    from yaml import CSafeLoader as _Reader
except ImportError:
    from yaml import SafeLoader as _Reader  # type: ignore[assignment]


class BadYaml(ValueError):
    """The file cannot be read as YAML of this kind."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Leaf:
    line: int
    value: str | int | bool | None


@dataclass(frozen=True)
class Listed:
    line: int
    items: tuple[Tree, ...]


@dataclass(frozen=True)
class Mapped:
    line: int
    items: dict[str, Tree]


Tree = Leaf | Listed | Mapped


_DEEPEST = 40


class _Loader(_Reader):
    """A safe loader with the few implicit types a form needs."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own class attribute


_TAG = "tag:yaml.org,2002:"
_Loader.add_implicit_resolver(f"{_TAG}bool", re.compile("^(?:true|false)$"), list("tf"))
_Loader.add_implicit_resolver(f"{_TAG}int", re.compile("^-?[0-9]{1,9}$"), list("-0123456789"))
_Loader.add_implicit_resolver(f"{_TAG}null", re.compile("^(?:null|~|)$"), ["n", "~", ""])


def _refuse_what_is_not_plain(text: str) -> None:
    """Go through the text without building anything.

    :raises BadYaml: for a reference to another part, or one that stands absurdly deep.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            raise BadYaml(_line(event.start_mark), "anchors and * references are not used")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            raise BadYaml(_line(event.start_mark), "lists are nested too deeply")


def read_tree(path: Path) -> Tree:
    """The tree of a file.

    :raises BadYaml: with the line and words, for anything that is not such a tree.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadYaml(1, f"the file cannot be read: {error.strerror}") from None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadYaml(line, "this is not UTF-8 text; save the file as UTF-8") from None
    return tree_of(text)


def tree_of(text: str) -> Tree:
    """The tree of the text of a file.

    :raises BadYaml: with the line and words, for anything that is not such a tree.
    """
    try:
        _refuse_what_is_not_plain(text)
        node = yaml.compose(text, Loader=_Loader)
        if node is None:
            raise BadYaml(1, "the file is empty")
        return _tree(node)
    except yaml.MarkedYAMLError as error:
        raise BadYaml(*in_words(error, text)) from None
    except yaml.reader.ReaderError:
        raise BadYaml(*unprintable(text)) from None


def _line(mark: Any) -> int:
    return int(mark.line) + 1 if mark else 1


def _tree(node: yaml.Node) -> Tree:
    line = _line(node.start_mark)
    if isinstance(node, yaml.SequenceNode):
        return Listed(line, tuple(_tree(item) for item in node.value))
    if isinstance(node, yaml.MappingNode):
        items: dict[str, Tree] = {}
        for key, value in node.value:
            name = str(getattr(key, "value", ""))
            at = _line(key.start_mark)
            if not isinstance(key, yaml.ScalarNode):
                raise BadYaml(at, "a key must be a word")
            if name in items:
                raise BadYaml(at, f"“{name}” stands here twice")
            items[name] = _tree(value)
        return Mapped(line, items)
    return _leaf(node, line)


def _leaf(node: yaml.Node, line: int) -> Leaf:
    text = str(node.value)
    match node.tag.removeprefix(_TAG):
        case "str":
            return Leaf(line, text)
        case "bool":
            return Leaf(line, text == "true")
        case "int":
            return Leaf(line, int(text))
        case "null":
            return Leaf(line, None)
    raise BadYaml(line, f"tags such as {node.tag.removeprefix(_TAG)} are not used")


def plain(tree: Tree) -> Any:
    """The same tree as lists, dicts and values."""
    match tree:
        case Leaf(_, value):
            return value
        case Listed(_, items):
            return [plain(item) for item in items]
        case Mapped(_, items):
            return {key: plain(item) for key, item in items.items()}
