"""TrueType fonts whose text can be read back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

_BLOCK = 100  # ISO 32000-1, 9.10.3: a bfchar block has at most 100 entries


class TaggedFont(TTFont):  # type: ignore[misc]
    """A font that writes a sound map from its codes to Unicode.

    ReportLab's own map sends unused codes to U+0000, which PDF/UA-1 forbids (clause 7.21.7), and
    writes characters above U+FFFF as five digits, which no reader understands.
    """

    def addObjects(self, doc: Any) -> None:
        state = self.state.get(doc)
        subsets = [] if state is None else list(state.subsets)
        before = set(doc.idToObject)
        super().addObjects(doc)
        # The objects appear in the order of the subsets; dictionaries keep that order.
        added = [name for name in doc.idToObject if name not in before]
        maps = [doc.idToObject[name] for name in added if name.startswith("toUnicodeCMap:")]
        for stream, subset in zip(maps, subsets, strict=True):
            stream.content = _to_unicode(subset)


def _to_unicode(subset: Sequence[int]) -> str:
    pairs = [
        f"<{code:02X}> <{chr(char).encode('utf-16-be').hex().upper()}>"
        for code, char in enumerate(subset)
        if char
    ]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *_blocks(pairs),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def _blocks(pairs: Sequence[str]) -> Iterable[str]:
    for start in range(0, len(pairs), _BLOCK):
        block = pairs[start : start + _BLOCK]
        yield "\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"])
