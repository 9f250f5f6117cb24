"""Finding a service: by its name or kind of help, by age, cost, time of the week and locality."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ehdesk.authority.items import OpenAt
from ehdesk.authority.pack import Pack
from ehdesk.domain.directory import AGES, ServiceFilter
from ui.kit.filter_button import FilterButton
from ui.kit.flow_layout import FlowLayout
from ui.kit.search_input import SearchInput
from ui.theme import theme


class ServiceFilters(QWidget):
    """``wanted`` is what is looked for; ``changed`` says that it is something else now."""

    changed = Signal()
    down_pressed = Signal()

    def __init__(self, pack: Pack, locality: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchInput("Search services", "Name, area or kind of help")
        self.age = FilterButton("Age", [(code, words) for code, words, _ages in AGES])
        self.cost = FilterButton("Cost", [("", "Any cost"), ("free", "Free")])
        times = [(one.value, one.value.capitalize()) for one in OpenAt]
        self.when = FilterButton("When", [("", "Any time"), *times])
        places = [(one.code, one.name) for one in pack.localities if one.usable]
        self.where = FilterButton("Where", [("", "Anywhere"), *places])
        self.where.set_value(locality)
        holder = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        row = FlowLayout(holder)
        for button in (self.age, self.cost, self.when, self.where):
            row.addWidget(button)
            button.value_changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(self.search)
        column.addWidget(holder)
        self.search.value_changed.connect(self.changed)
        self.search.down_pressed.connect(self.down_pressed)

    def wanted(self, topics: tuple[str, ...] = (), *, past: bool = False) -> ServiceFilter:
        """What is looked for. ``topics`` put what answers them first."""
        return ServiceFilter(
            text=self.search.value(),
            age=self.age.value(),
            free=self.cost.value() == "free",
            time=self.when.value(),
            locality=self.where.value(),
            topics=topics,
            past=past,
        )

    @property
    def narrow(self) -> bool:
        """Whether anything is asked for."""
        buttons = (self.age, self.cost, self.when, self.where)
        return bool(self.search.value()) or any(button.narrows for button in buttons)

    def clear(self) -> None:
        """Ask for nothing."""
        self.search.set_value("")
        for button in (self.age, self.cost, self.when, self.where):
            button.set_value("")
        self.changed.emit()
