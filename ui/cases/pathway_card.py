"""The card "Where this family is": the map, its key, and the steps so far under it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.domain.pathway_map import PathwayMap, StepTaken
from ui.cases.pathway_geometry import EDGE
from ui.cases.pathway_legend import PathwayLegend
from ui.cases.pathway_map import PathwayMapView
from ui.cases.steps_so_far import StepsModel, StepsSoFar
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.theme import theme

_KEY_NEEDS = 700  # narrower than this the key gives way (design 2, rule 2)


class PathwayCard(Card):
    """``node_chosen`` gives the code of a node or step that a person wants to open."""

    node_chosen = Signal(str)

    def __init__(
        self,
        drawn: PathwayMap,
        steps: Sequence[StepTaken],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Where this family is", parent=parent)
        self._legend = PathwayLegend()
        self.add_action(self._legend)
        self.model = StepsModel(steps, today, self)
        self.map = PathwayMapView(drawn)
        self.list = StepsSoFar(self.model)
        self.selection = QItemSelectionModel(self.model, self)
        self.list.setSelectionModel(self.selection)
        self.map.share(self.model, self.selection)
        self.map.node_chosen.connect(self.node_chosen)
        self.list.step_opened.connect(self.node_chosen)
        self.next_line = Label("", "help", "text2")
        self._say_next(drawn)
        self._toggle = Button("Steps so far", "quiet", "chevron-down", "small")
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(self._on_toggled)
        self.body.setSpacing(8)
        around = _Wider()
        around.addWidget(self.map)
        self.body.addLayout(around)
        self.body.addWidget(self.next_line)
        self.body.addWidget(self._toggle)
        self.body.addWidget(self.list)
        self.list.hide()
        QWidget.setTabOrder(self._toggle, self.list)

    def set_state(self, drawn: PathwayMap, steps: Sequence[StepTaken], today: date) -> None:
        """Show the case as it is now."""
        self.model.set_steps(steps, today)
        self.map.set_map(drawn)
        self._say_next(drawn)

    def show_steps(self, shown: bool) -> None:
        """Open or fold the list under the map."""
        self._toggle.setChecked(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._legend.setVisible(self.width() >= theme().px(_KEY_NEEDS))

    def _say_next(self, drawn: PathwayMap) -> None:
        """What the list of steps cannot tell: where it may go from here."""
        self.next_line.setText(f"Could be next: {drawn.next_words}.")
        self.next_line.setVisible(bool(drawn.next_words))

    def _on_toggled(self, shown: bool) -> None:
        self.list.setVisible(shown)
        self._toggle.set_icon("chevron-up" if shown else "chevron-down")


class _Wider(QVBoxLayout):
    """Gives its widget the room of the rings on both sides, which stand out of the boxes: so the
    boxes line up with the card's title."""

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect.adjusted(-EDGE, 0, EDGE, 0))
