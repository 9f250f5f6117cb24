"""A ReportLab canvas on which everything drawn is tagged or an artifact."""

from __future__ import annotations

import io
from collections import defaultdict
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from ehdesk.documents.tagging import streams, structure
from ehdesk.documents.tagging.metadata import About, describe
from ehdesk.documents.tagging.tree import Element


@dataclass
class Drawn:
    """What has been drawn of each element: the structure tree is written from it."""

    content: defaultdict[Element, list[object]] = field(default_factory=lambda: defaultdict(list))
    """In drawing order: ``structure.Marked``, ``structure.Annotated`` or an inline Element."""
    pages: list[list[Element]] = field(default_factory=list)
    """For each page, the element of every marked-content number."""
    annotations: list[tuple[PDFDictionary, Element]] = field(default_factory=list)
    boxes: dict[Element, tuple[float, float, float, float]] = field(default_factory=dict)


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """Draws pages whose every mark has a place in the structure tree, or is an artifact.

    Call :meth:`belongs_to` before drawing; :meth:`finish` gives the bytes. The same calls give
    the same bytes: identifiers are counted, dates come from ``about``.
    """

    def __init__(self, root: Element, about: About, page_size: tuple[float, float]) -> None:
        self._file = io.BytesIO()
        super().__init__(
            self._file,
            pagesize=page_size,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            lang=about.language,
            # Otherwise each page begins by naming Helvetica, which no page embeds.
            initialFontName=about.font,
        )
        streams.end_every_stream_on_its_own_line(self._doc)
        self._root = root
        self._about = about
        self._drawn = Drawn()
        self._numbers: list[Element] = []
        self._open_at: int | None = None
        self._belongs_to: Element | None = None
        self._outline_level = -1

    @property
    def current(self) -> Element | None:
        """What is being drawn belongs to this element; None: it is an artifact."""
        return self._belongs_to

    def belongs_to(self, element: Element | None) -> None:
        """All that is drawn from now on is part of ``element``; None makes it an artifact."""
        if self._open_at is not None and element is self._belongs_to:
            return
        self._close()
        self._belongs_to = element
        self._open_at = len(self._code)
        if element is None:
            self._code.append("/Artifact BMC")
            return
        if element.inline and element not in self._drawn.content and element.parent:
            self._drawn.content[element.parent].append(element)
        number = len(self._numbers)
        self._numbers.append(element)
        self._drawn.content[element].append(structure.Marked(number, self._doc.thisPageRef()))
        self._code.append(f"/{element.tag} <</MCID {number}>> BDC")

    def _close(self) -> None:
        if self._open_at is None:
            return
        if self._belongs_to is None and len(self._code) == self._open_at + 1:
            self._code.pop()  # an artifact in which nothing was drawn
        else:
            self._code.append("EMC")
        self._open_at = None

    def box(self, element: Element, x: float, y: float, width: float, height: float) -> None:
        """Say where a figure lies, in points from the page's lower left corner."""
        self._drawn.boxes[element] = (x, y, x + width, y + height)

    def link(self, element: Element, address: str, x: float, y: float, w: float, h: float) -> None:
        """Make a place on the page lead to ``address``, as part of the link ``element``."""
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "F": 4,
                "Rect": PDFArray([x, y, x + w, y + h]),
                "Border": PDFArray([0, 0, 0]),
                "Contents": PDFString(address),
                "A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(address)}),
            }
        )
        self._addAnnotation(annotation)
        self._drawn.annotations.append((annotation, element))
        self._drawn.content[element].append(
            structure.Annotated(self._annotationrefs[-1], self._doc.thisPageRef())
        )

    def outline(self, title: str, level: int, top: float) -> None:
        """An entry in the outline (the bookmarks) for a heading at ``top``; level 0 is highest."""
        level = min(level, self._outline_level + 1)
        self._outline_level = level
        key = f"heading-{len(self._destinations) + 1}"
        self.bookmarkHorizontalAbsolute(key, top)
        self.addOutlineEntry(title, key, level)

    def showPage(self) -> None:
        self._close()
        super().showPage()

    def _setAnnotations(self, page: object) -> None:  # ReportLab's hook, once for each page
        super()._setAnnotations(page)
        structure.tie_page(page, len(self._drawn.pages))
        self._drawn.pages.append(self._numbers)
        self._numbers = []

    def finish(self) -> bytes:
        """The whole document. The canvas cannot be used afterwards."""
        structure.write(self._doc, self._root, self._drawn)
        describe(self, self._doc, self._about)
        self.save()
        return self._file.getvalue()
