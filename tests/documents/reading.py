"""Reads a PDF back, as a screen reader does, with nothing of ours and nothing of ReportLab's."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import page as page_validation
import pikepdf
import pypdfium2


@dataclass
class Read:
    """What a document says."""

    title: str
    language: str
    tags: list[tuple[str, str]] = field(default_factory=list)
    """Each element in order: its tag and the text that it holds itself."""
    alts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    outline: list[str] = field(default_factory=list)
    marks: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    """For each page the numbers of its marked content, in the order of the tree."""
    marked: str = ""
    """All text that belongs to some element, in the order that it is drawn."""
    artifacts: str = ""
    unmarked: str = ""
    characters: set[str] = field(default_factory=set)
    """What the fonts' maps to Unicode lead to."""
    pages: int = 0

    @property
    def text(self) -> str:
        """All text of the structure tree in reading order, white space as one space."""
        return squeeze(" ".join(text for _, text in self.tags))

    def having(self, tag: str) -> list[str]:
        return [squeeze(text) for found, text in self.tags if found == tag]


def squeeze(text: str) -> str:
    return " ".join(text.split())


def solid(text: str) -> str:
    """Without white space: a word that was broken at the end of a line is whole again."""
    return "".join(text.split())


def faults(data: bytes) -> list[str]:
    """The rules of PDF/UA-1 that the document breaks."""
    report = page_validation.validate_pdf_bytes(data, profile="ua1")
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def page_text(data: bytes) -> str:
    """The text that is on the pages, furniture and all, as another reader finds it."""
    return "\n".join(page_texts(data))


def page_texts(data: bytes) -> list[str]:
    """The same, page by page."""
    texts = []
    with pypdfium2.PdfDocument(data) as document:
        for number in range(len(document)):
            page = document[number]
            reader = page.get_textpage()
            # The reader's own sign for a hyphen at the end of a line.
            texts.append(re.sub("[\ufffe\x02]", "-", reader.get_text_range()))
            reader.close()
            page.close()
    return texts


def read(data: bytes) -> Read:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        with pdf.open_metadata() as metadata:
            title = str(metadata["dc:title"])
        found = Read(title=title, language=str(pdf.Root.Lang), pages=len(pdf.pages))
        marked: dict[tuple[int, int], str] = defaultdict(str)
        page_numbers: dict[Any, int] = {}
        for number, page in enumerate(pdf.pages):
            page_numbers[page.objgen] = number
            for mark, text in _texts(page, found):
                if mark is None:
                    found.unmarked += text
                elif mark == "artifact":
                    found.artifacts += text
                else:
                    marked[number, int(mark)] += text
                    found.marked += text
        _walk(pdf.Root.StructTreeRoot.K[0], marked, page_numbers, found)
        with pdf.open_outline() as outline:
            found.outline = [item.title for item in _entries(outline.root)]
    return found


def _entries(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for item in items:
        yield item
        yield from _entries(item.children)


def _walk(
    element: pikepdf.Object,
    marked: dict[tuple[int, int], str],
    pages: dict[Any, int],
    found: Read,
) -> None:
    own = len(found.tags)
    found.tags.append((str(element.S).lstrip("/"), ""))
    if "/Alt" in element:
        found.alts.append(str(element.Alt))
    for kid in element.get("/K", []):
        if kid.get("/Type") == "/MCR":
            tag, text = found.tags[own]
            mark = (pages[kid.Pg.objgen], int(kid.MCID))
            found.tags[own] = (tag, text + marked[mark])
            found.marks[mark[0]].append(mark[1])
        elif kid.get("/Type") == "/OBJR":
            found.links.append(str(kid.Obj.A.URI))
        else:
            _walk(kid, marked, pages, found)


def _texts(page: pikepdf.Page, found: Read) -> Iterator[tuple[str | None, str]]:
    """Each string shown on a page and what it lies in: a number, an artifact or nothing."""
    maps = {
        name: _to_unicode(font, found) for name, font in page.Resources.get("/Font", {}).items()
    }
    inside: list[str] = []
    current: dict[int, str] = {}
    for step in pikepdf.parse_content_stream(page):
        operands: list[Any] = list(step.operands)
        match str(step.operator):
            case "BMC":
                inside.append("artifact")
            case "BDC":
                inside.append(str(operands[1].MCID))
            case "EMC":
                inside.pop()
            case "Tf":
                current = maps[str(operands[0])]
            case "Tj":
                text = "".join(current[code] for code in bytes(operands[0]))
                yield (inside[-1] if inside else None), text


def _to_unicode(font: pikepdf.Object, found: Read) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    lines = font.ToUnicode.read_bytes().decode("ascii")
    blocks = re.findall(r"beginbfchar\n(.*?)endbfchar", lines, re.DOTALL)
    pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]+)>\n", "".join(blocks))
    decoded = {int(code, 16): bytes.fromhex(char).decode("utf-16-be") for code, char in pairs}
    found.characters.update(decoded.values())
    return decoded
