"""Several of several answers, each a tick box: a line each, or in columns for a long list."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.check import Check
from ui.kit.equal_columns import EqualColumns
from ui.kit.labels import Label
from ui.kit.several_of import SeveralOf
from ui.theme import theme

_WIDEST = 360
"""A column asks for no more than this at 100 %; longer words wrap in it."""
_SAYS = ": "
"""What stands between the subject that neighbours share and what each of them says of it."""


class CheckGroup(SeveralOf[Check]):
    """``value()`` is the chosen values in the order offered. ``set_value`` is silent.

    In a list in columns, neighbours that begin with the same words before a colon ("Alcohol: the
    child", "Alcohol: a parent or carer") stand together under those words, which are said once.
    """

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        name: str = "",
        parent: QWidget | None = None,
        *,
        columns: int = 1,
    ) -> None:
        """:param columns: at most so many side by side, where there is room for them."""
        super().__init__(name, parent)
        self._most = columns
        self._parts: list[QWidget] = []
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(theme().px(4))
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer (value, label) pairs; what was chosen stays chosen if it is still offered."""
        chosen = self.value()
        for part in self._parts:
            self._stack.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        boxes: dict[str, Check] = {}
        for subject, together in groupby(options, _subjects(options, self._most).get):
            boxes |= self._add_part(subject or "", list(together))
        self._take(boxes)
        self.set_value(chosen)

    def box(self, value: str) -> Check:
        """The tick box of a value. KeyError when there is none."""
        return self._boxes[value]

    def _add_part(self, subject: str, options: Sequence[tuple[str, str]]) -> dict[str, Check]:
        """The boxes of one subject under it, or some that have none."""
        px = theme().px
        part = QWidget(self)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, px(10) if self._parts else 0, 0, 0)
        column.setSpacing(0)
        if subject:
            column.addWidget(Label(subject, "help_medium", "text2"))
        holder = QWidget()
        lines = EqualColumns(holder, gap=px(4), most=self._most, widest=px(_WIDEST))
        boxes: dict[str, Check] = {}
        for value, text in options:
            words = _sentence(text.removeprefix(subject + _SAYS)) if subject else text
            box = boxes[value] = Check(words)
            box.setAccessibleName(text)
            lines.addWidget(box)
        column.addWidget(holder)
        self._stack.addWidget(part)
        part.show()  # at once: Qt would wait for the next turn
        self._parts.append(part)
        return boxes


def _subjects(options: Sequence[tuple[str, str]], columns: int) -> dict[tuple[str, str], str]:
    """The subject of each option that shares it with a neighbour."""
    if columns < 2:
        return {}
    begins = [text.partition(_SAYS)[0] if _SAYS in text else "" for _value, text in options]
    return {
        option: begin
        for option, before, begin, after in zip(
            options, ["", *begins], begins, [*begins[1:], ""], strict=False
        )
        if begin and begin in (before, after)
    }


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
