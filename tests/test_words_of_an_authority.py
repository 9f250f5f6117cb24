"""The program says nothing that only one authority says: its words come from the pack."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OWN_WORDS = re.compile(
    r"\b(Leicester|TAF|MASP|DAS|EHDAS|EHA|MARF|LARP|SUSD|CDi|One Number|Duty and Advice"
    r"|Advice Point|Team Around the Family|Multi Agency Support|Early Help(?! Desk)|Allocations Hub"
    r"|3[ -]months?|three[ -]months?|12[ -]weeks?|6 weeks|0116)\b"
)
ALLOWED = {
    "ehdesk/authority/duration.py": "how a length is written, with examples",
    "ehdesk/authority/reading.py": "how a length is written, with examples",
    "ehdesk/domain/timeline_scale.py": "how much of the timeline is shown",
    "ehdesk/store/passwords.py": "words that no password may be",
}
SOURCES = ("leaflet:", "extranet:", "schools", "domain notes", ", “")
"""How the table of the pathway says where a move was read, and how its quotation goes on."""


def texts_of(file: Path) -> Iterator[tuple[int, str]]:
    """Every text of a module that somebody may read: not what documents the code."""
    tree = ast.parse(file.read_text("utf-8"))
    documenting = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        for one in body if isinstance(body, list) else ():
            if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant):
                documenting.add(id(one.value))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in documenting:
            continue
        if isinstance(node.value, str) and not node.value.startswith(SOURCES):
            yield node.lineno, node.value


def test_no_text_of_the_program_has_an_authority_s_own_words_in_it() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{line}: {text!r}"
        for room in ("ehdesk", "ui")
        for file in sorted((ROOT / room).rglob("*.py"))
        if str(file.relative_to(ROOT)) not in ALLOWED and "demo" not in file.parts
        for line, text in texts_of(file)
        if OWN_WORDS.search(text)
    ]
    assert not found, "say it with pack.say('... {taf} ...'):\n" + "\n".join(found)
