"""The logical tree of a document, in reading order, before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


class Element:
    """One structure element: a heading, a paragraph, a list item, a figure ...

    ``tag`` is a standard structure type of ISO 32000-1, 14.8.4. ``alt`` says in words what a
    figure shows. ``attributes`` go into the element's attribute dictionary; names are strings
    that start with a slash.

    An ``inline`` element (a link) stands among the text of its parent, where it is first drawn;
    all others follow their parent's own text.
    """

    def __init__(
        self,
        tag: str,
        parent: Element | None = None,
        *,
        alt: str = "",
        attributes: Mapping[str, str] | None = None,
        inline: bool = False,
    ) -> None:
        self.tag = tag
        self.parent = parent
        self.alt = alt
        self.attributes = dict(attributes or {})
        self.inline = inline
        self.kids: list[Element] = []
        if parent is not None and not inline:
            parent.kids.append(self)

    def child(
        self, tag: str, *, alt: str = "", attributes: Mapping[str, str] | None = None
    ) -> Element:
        """A new element, the last below this one."""
        return Element(tag, self, alt=alt, attributes=attributes)

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


def list_below(parent: Element, numbering: str = "None") -> Element:
    """A list; ``numbering`` is what its labels show (ISO 32000-1, table 347)."""
    return parent.child("L", attributes={"O": "/List", "ListNumbering": f"/{numbering}"})


def header_cell(row: Element, scope: str, *, rows: int = 1) -> Element:
    """A table header cell for its ``Column`` or its ``Row``, or for so many ``rows``."""
    attributes = {"O": "/Table", "Scope": f"/{scope}"}
    if rows > 1:
        attributes["RowSpan"] = str(rows)
    return row.child("TH", attributes=attributes)
