"""Tagged PDF: what a screen reader needs and ReportLab does not write.

A document builds its logical tree of :class:`Element` first. While a page is drawn, everything
lies in a marked-content sequence: it belongs to an element, or it is an artifact (furniture,
rules, boxes). The canvas then writes the structure tree, the metadata and the outline that
PDF/UA-1 (ISO 14289-1) asks for.
"""

from ehdesk.documents.tagging.canvas import TaggedCanvas
from ehdesk.documents.tagging.fonts import TaggedFont
from ehdesk.documents.tagging.metadata import About
from ehdesk.documents.tagging.tree import Element

__all__ = ["About", "Element", "TaggedCanvas", "TaggedFont"]
