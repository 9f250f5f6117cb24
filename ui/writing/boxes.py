"""The boxes that people write in."""

from __future__ import annotations

from ui.kit.text_area import TextArea
from ui.kit.text_input import TextInput

Box = TextArea | TextInput


def is_prose(widget: object) -> bool:
    """Whether words are written here, and may be."""
    return isinstance(widget, Box) and widget.prose and not widget.isReadOnly()
