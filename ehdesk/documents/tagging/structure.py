"""Writes the structure tree and the ways back into it (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from ehdesk.documents.tagging.tree import Element


@dataclass(frozen=True)
class Marked:
    """One marked-content sequence: its number and its page."""

    number: int
    page: Any


@dataclass(frozen=True)
class Annotated:
    """One annotation (a link) and its page."""

    annotation: Any
    page: Any


class Content(Protocol):
    """What was drawn, as the canvas collected it."""

    @property
    def content(self) -> Mapping[Element, Sequence[object]]: ...
    @property
    def pages(self) -> Sequence[Sequence[Element]]: ...
    @property
    def annotations(self) -> Sequence[tuple[Any, Element]]: ...
    @property
    def boxes(self) -> Mapping[Element, tuple[float, float, float, float]]: ...


def tie_page(page: Any, number: int) -> None:
    """Give a page its key in the parent tree, and tab order by structure."""
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
    page.StructParents = number
    page.Tabs = PDFName("S")


def write(document: Any, root: Element, drawn: Content) -> None:
    """Add the structure tree below ``root`` to ReportLab's ``document``."""
    tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    tree_reference = document.Reference(tree)
    writer = _Writer(document, drawn)
    tree["K"] = PDFArray([writer.element(root, tree_reference)])
    numbers: list[object] = []
    for key, elements in enumerate(drawn.pages):
        numbers += [key, PDFArray([writer.references[element] for element in elements])]
    for key, (annotation, element) in enumerate(drawn.annotations, len(drawn.pages)):
        annotation["StructParent"] = key
        numbers += [key, writer.references[element]]
    tree["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    tree["ParentTreeNextKey"] = len(drawn.pages) + len(drawn.annotations)
    document.Catalog.StructTreeRoot = tree_reference
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


class _Writer:
    def __init__(self, document: Any, drawn: Content) -> None:
        self._document = document
        self._drawn = drawn
        self.references: dict[Element, Any] = {}

    def element(self, element: Element, parent: Any) -> Any:
        entries = PDFDictionary(
            {"Type": PDFName("StructElem"), "S": PDFName(element.tag), "P": parent}
        )
        reference = self.references[element] = self._document.Reference(entries)
        if element.alt:
            entries["Alt"] = PDFString(element.alt)
        attributes = self._attributes(element)
        if attributes:
            entries["A"] = PDFDictionary(attributes)
        kids = [self._kid(item, reference) for item in self._drawn.content.get(element, ())]
        kids += [self.element(kid, reference) for kid in element.kids]
        if kids:
            entries["K"] = PDFArray(kids)
        return reference

    def _attributes(self, element: Element) -> dict[str, object]:
        attributes: dict[str, object] = dict(element.attributes)
        if element in self._drawn.boxes:
            box = PDFArray([round(side, 2) for side in self._drawn.boxes[element]])
            attributes |= {"O": "/Layout", "Placement": "/Block", "BBox": box}
        return attributes

    def _kid(self, item: object, parent: Any) -> Any:
        if isinstance(item, Element):
            return self.element(item, parent)
        if isinstance(item, Annotated):
            kind, target = "OBJR", {"Obj": item.annotation}
        elif isinstance(item, Marked):
            kind, target = "MCR", {"MCID": item.number}
        else:
            raise TypeError(f"{type(item).__name__} cannot be the content of an element")
        return PDFDictionary({"Type": PDFName(kind), "Pg": item.page, **target})
