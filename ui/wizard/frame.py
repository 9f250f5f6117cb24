"""Where the parts of a long form stand: bar, rail, page, and help where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.forms.spec import Help
from ui.theme import theme
from ui.wizard.page_body import PageBody
from ui.wizard.regions import Regions, enter
from ui.wizard.side_column import SideColumn
from ui.wizard.step_rail import StepRail
from ui.wizard.top_bar import TopBar

WIDE_WINDOW = 1400
"""Below this width of the window help goes behind *Why we ask*."""
LARGE_TEXT = 130
"""So it does from this text size on, in per cent."""


class Frame(QWidget):
    """It knows where things stand and nothing of what they show."""

    def __init__(self, top: TopBar, rail: StepRail, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.top, self.rail = top, rail
        self.body = PageBody()
        self.side = SideColumn()
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(rail)
        middle.addWidget(self.body, 1)
        middle.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addLayout(middle, 1)
        self.regions = Regions(
            (
                (top, enter(top.back)),
                (rail, enter(rail.list)),
                (self.body.scroller, self.body.focus_title),
                (self.side, enter(self.side)),
                (self.body.forward, enter(self.body.forward)),
            ),
            self,
        )

    def show_help(
        self,
        blocks: Sequence[Help],
        side: QWidget | None,
        *,
        needs_room: bool = False,
        legend: QWidget | None = None,
    ) -> None:
        """Stand help, or what goes with the page, beside it if there is room for it.

        Help that something else stands in the place of is behind *Why we ask*.

        :param needs_room: the page itself wants all the width.
        :param legend: on the line of the title; the first to go when room runs out.
        """
        wide = self.window().width() >= WIDE_WINDOW and theme().text_size < LARGE_TEXT
        beside = wide and (side is not None or (bool(blocks) and not needs_room))
        self.body.show_side_under(None if beside else side)
        self.body.show_legend(legend if wide else None)
        self.side.help.show_blocks(blocks)
        self.side.show_side(side if beside else None, narrow=bool(blocks))
        self.side.setVisible(beside)
        self.body.show_why(blocks, beside=beside and side is None)
