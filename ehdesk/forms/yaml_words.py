"""What the YAML reader found wrong, in the words of somebody who edits a form by hand."""

from __future__ import annotations

import re
from typing import Any

import yaml

_OUT_OF_LINE = (
    "this line does not stand straight under the lines it belongs with; look at the spaces before "
    "it, and whether a “- ” is missing or too many"
)
_BY_PROBLEM = (
    ("mapping values are not allowed", "a second colon; put the text in quotation marks"),
    ("expected <block end>", _OUT_OF_LINE),
    ("did not find expected", _OUT_OF_LINE),
    ("found another document", "“---” begins another document; a file holds one form"),
    ("but found another document", "“---” begins another document; a file holds one form"),
    ("found unknown escape character", "a \\ in double quotation marks; use single ones"),
)
_BY_CONTEXT = (
    (
        "while scanning a simple key",
        "a name needs a colon and a space after it, as in “kind: date”",
    ),
    ("while scanning a quoted scalar", "a quotation mark is opened here and never closed"),
    ("while parsing a flow sequence", "a [ is opened here and never closed"),
    ("while parsing a flow mapping", "a { is opened here and never closed"),
)
"""What began before the place where the reader stopped: the line to look at is its beginning."""


def in_words(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """The line of the text to look at, from 1, and what is wrong there."""
    problem, context = str(error.problem or ""), str(error.context or "")
    for beginning, words in _BY_CONTEXT:
        if context.startswith(beginning):
            return _line(error.context_mark or error.problem_mark), words
    at = _line(error.problem_mark or error.context_mark)
    for part, words in _BY_PROBLEM:
        if part in problem:
            return at, words
    if "cannot start any token" in problem and error.problem_mark:
        character = text.splitlines()[at - 1][error.problem_mark.column]
        if character == "\t":
            return at, "a tab stands here; indent with spaces"
        return at, f"a text that begins with “{character}” stands in quotation marks"
    return at, f"this cannot be read as YAML: {problem}"


def place(text: str, line: int) -> tuple[str, str]:
    """The section and the question that a line stands in, going by the “- key:” lines above it:
    for a file that cannot be read as a whole."""
    section = field = ""
    indent = -1
    for written in text.splitlines()[:line]:
        found = _KEY_LINE.match(written)
        if found is None:
            continue
        depth = len(found[1].expandtabs(2))
        if indent < 0 or depth <= indent:
            indent, section, field = depth, found[2], ""
        else:
            field = f"{section}.{found[2]}"
    return section, field


_KEY_LINE = re.compile(r"(\s*)-\s+key:\s*[\"']?(\w+)")


def unprintable(text: str) -> tuple[int, str]:
    """The line of the first character that YAML does not allow, and what to do about it."""
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    line = text.count("\n", 0, found.start() if found else 0) + 1
    return line, "a character stands here that no text may hold; delete it"


def _line(mark: Any) -> int:
    return int(mark.line) + 1 if mark else 1
