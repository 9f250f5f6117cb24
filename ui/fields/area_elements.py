"""What to think about under one area of life: the elements of the Common Assessment Framework."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ehdesk.authority.items import Element
from ui.kit.belonging import waits_for_parent
from ui.kit.disclosure import Disclosure
from ui.kit.labels import label

TITLE = "What to think about"


class AreaElements(Disclosure):
    """Closed it names the elements; open it gives each its code and its prompts."""

    def __init__(self, elements: Sequence[Element], parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent=parent)
        names = [element.name for element in elements]
        self.set_summary("; ".join(names))
        for element in elements:
            prompts = "; ".join(element.prompts)
            self.body.addWidget(label(f"{element.code}  {element.name}", "body_strong"))
            self.body.addWidget(label(prompts, "help", "text2"))
        self.header.setAccessibleDescription("; ".join(names))
        self.setVisible(bool(elements))

    def setVisible(self, visible: bool) -> None:
        if not waits_for_parent(self, visible):
            super().setVisible(visible)
