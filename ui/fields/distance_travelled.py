"""How far the family has come since the start: a chart, and the same as a table (picture 12)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.forms.spec import Field, Value
from ui.fields.distance_chart import DistanceChart
from ui.fields.surroundings import Surroundings
from ui.fields.then_and_now import ThenAndNowEditor, ThenAndNowRow
from ui.kit.labels import Label
from ui.kit.segmented import Segmented
from ui.theme import theme

_VIEWS = (("chart", "Chart", "chart-gantt"), ("table", "Table", "list"))


class DistanceTravelledEditor(ThenAndNowEditor):
    """The table keeps the answers; the chart shows them and gives it numbers."""

    def __init__(
        self, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, around, parent)
        px = theme().px
        self.heading.hide()
        self.views = Segmented(_VIEWS, f"{question.label}, shown as")
        self.chart = DistanceChart(read_only=around.read_only)
        self.chart.number_given.connect(self._on_number)
        since = around.background.travelled(around.today)
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(px(20), px(14), px(20), px(14))
        column.setSpacing(px(12))
        line = QHBoxLayout()
        line.setSpacing(px(14))
        line.addWidget(Label(question.label, "card_title", wrap=False))
        line.addWidget(Label(since, "help", "text2"), 1)
        line.addWidget(self.views)
        column.addLayout(line)
        column.addWidget(self.chart)
        self.card.body.insertWidget(0, top)
        self.views.value_changed.connect(self._show_view)
        self.value_changed.connect(self._show_chart)
        self._show_view()

    def set_value(self, value: Value) -> None:
        super().set_value(value)
        self._show_chart()

    def legend(self) -> QWidget | None:
        return None

    def focus_problem(self, row_id: str | None) -> None:
        self.views.set_value("table")
        self._show_view()
        super().focus_problem(row_id)

    def after_rows_changed(self) -> None:
        super().after_rows_changed()
        self._show_view()

    def _show_view(self) -> None:
        as_chart = self.views.value() == "chart" and bool(self.rows)
        self.chart.setVisible(as_chart)
        self.table.setVisible(not as_chart)
        self._head.setVisible(not as_chart and bool(self.rows))
        self.views.setVisible(bool(self.rows))

    def _show_chart(self) -> None:
        self.chart.show_rows(self.value())

    def _on_number(self, row_id: str, number: int | None) -> None:
        view = self.row_view(row_id)
        assert isinstance(view, ThenAndNowRow)  # noqa: S101 - this editor makes no other
        view.give_number(number)
