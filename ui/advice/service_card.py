"""One service on the page that lists them all."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ehdesk.authority.items import Status
from ehdesk.domain.directory import ListedService
from ehdesk.kernel.dates import say_short_date
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.flow_layout import FlowLayout
from ui.kit.labels import Label
from ui.kit.pill import Pill
from ui.theme import theme


class ServiceCard(Card):
    """Its facts, when it was checked, and the button that says it is right today."""

    checked = Signal(str)

    def __init__(
        self, listed: ListedService, today: date, *, may_check: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(padding=16, parent=parent)
        self.listed = listed
        self.setAccessibleName(f"{listed.name}. {listed.service.what}")
        words = QVBoxLayout()
        words.setSpacing(theme().px(3))
        words.addWidget(Label(listed.name, "card_title"))
        words.addWidget(Label(listed.service.what, "body"))
        for line in (listed.facts, listed.reach, ", ".join(listed.kinds)):
            if line:
                words.addWidget(Label(line, "help", "text2"))
        if listed.service.note:
            words.addWidget(Label(listed.service.note, "help", "text3"))
        pills = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        pills.setSizePolicy(policy)
        row = FlowLayout(pills, spacing=theme().px(6))
        self.state = Pill(*_state(listed))
        row.addWidget(self.state)
        if listed.service.status is Status.ASSUMPTION:
            row.addWidget(Pill("Not from a document of the authority", "none", "info"))
        words.addSpacing(theme().px(4))
        words.addWidget(pills)
        self.check = Button("Right today", size="small", icon="check")
        self.check.setAccessibleName(f"{listed.name} is right today")
        self.check.clicked.connect(lambda: self.checked.emit(listed.code))
        self.check.setVisible(may_check and listed.checked != today)
        whole = QHBoxLayout()
        whole.setSpacing(theme().px(16))
        whole.addLayout(words, 1)
        whole.addWidget(self.check)
        self.body.addLayout(whole)


def _state(listed: ListedService) -> tuple[str, str, str]:
    if listed.checked is None:
        return "Not checked yet", "none", "circle-dashed"
    day = say_short_date(listed.checked)
    if listed.is_past:
        return f"Past its check date, last checked {day}", "soon", "clock"
    return f"Checked {day}", "done", "circle-check"
