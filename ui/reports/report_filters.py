"""What a report is about: the time, the team, the kind of help; and charts or tables."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ehdesk.domain.report import Question
from ui.kit.filter_button import FilterButton
from ui.kit.flow_layout import FlowLayout
from ui.kit.segmented import Segmented
from ui.theme import theme

_Options = Sequence[tuple[str, str]]


class ReportFilters(QWidget):
    """``asked`` when a person asks about something else, ``turned`` for charts or tables."""

    asked = Signal()
    turned = Signal()

    def __init__(
        self,
        question: Question,
        periods: _Options,
        clusters: _Options,
        routes: _Options,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.period = Segmented(periods, "Time")
        self.team = FilterButton("Team", (("", "All teams"), *clusters), always=True)
        self.help = FilterButton("Kind of help", (("", "All kinds"), *routes), always=True)
        self.look = Segmented(
            (("charts", "Charts", "chart-column"), ("tables", "Tables", "table-2")), "Show as"
        )
        self.period.set_value(question.period)
        self.team.set_value(question.cluster)
        self.help.set_value(question.route)
        row = FlowLayout(self, spacing=theme().px(8))
        for part in (self.period, self.team, self.help, self.look):
            row.addWidget(part)
        for choice in (self.period, self.team, self.help):
            choice.value_changed.connect(self.asked)
        self.look.value_changed.connect(self.turned)

    def question(self) -> Question:
        """What is asked for now."""
        return Question(self.period.value(), self.team.value(), self.help.value())

    @property
    def tables(self) -> bool:
        """Whether tables are wanted instead of charts."""
        return self.look.value() == "tables"
