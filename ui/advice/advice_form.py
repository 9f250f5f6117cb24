"""The boxes of an advice contact: who asked, what they wanted to know, what they were told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.advice import HOW, MOST_TOPICS, WHO, AdviceTyped, More
from ui.advice.rang_before import RangBefore
from ui.advice.services_panel import ServicesPanel
from ui.kit.card import Card
from ui.kit.chip import ChipGroup
from ui.kit.equal_columns import EqualColumns
from ui.kit.field_row import FieldRow
from ui.kit.flow_layout import FlowLayout
from ui.kit.radio_group import RadioGroup
from ui.kit.segmented import Segmented
from ui.kit.text_area import TextArea
from ui.kit.text_input import TextInput
from ui.theme import theme


class AdviceForm(QWidget):
    """``changed`` is what a person did. ``services`` stands beside it, on the page's side."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        pack = desk.pack
        self.services = ServicesPanel(desk)
        self.before = RangBefore(desk)
        more = [(More.NO.value, "No, that is all")]
        if desk.may(Deed.BEGIN_CASE):
            more.append((More.REQUEST.value, "Yes, start a request"))
        if desk.may(Deed.REFER_TO_DAS):
            more.append((More.DAS.value, pack.say("Harm: refer to {das}")))
        self.more = RadioGroup(more)
        self.more.set_value(More.NO.value)
        question, said = TextArea(), TextArea()
        self.rows: dict[str, FieldRow] = {
            "who": FieldRow("Who rang?", "", Segmented(WHO)),
            "how": FieldRow("How", "", Segmented(HOW)),
            "first_name": FieldRow("First name", "", TextInput(), optional=True),
            "postcode_area": FieldRow("Postcode area", "", TextInput(), optional=True),
            "ages": FieldRow("Children’s ages", "", TextInput()),
            "question": FieldRow("What do they want to know?", "", question),
            "about": FieldRow(
                "What it was about",
                "Choose up to three",
                ChipGroup(pack.options("advice_topics")),
            ),
            "said": FieldRow("What was said and given", "", said),
            "more": FieldRow("Is it more than advice?", "", self.more),
        }
        self._lay_out()
        for key, row in self.rows.items():
            row.editor.value_changed.connect(row.clear_error)  # type: ignore[attr-defined]
            row.editor.value_changed.connect(self._on_typed)  # type: ignore[attr-defined]
            if key == "about":
                row.editor.value_changed.connect(self._on_about)  # type: ignore[attr-defined]
        self.services.value_changed.connect(self.changed)
        self.before.value_changed.connect(self._on_typed)

    def read(self) -> dict[str, Any]:
        """What stands in the boxes, as the draft keeps it."""
        typed = {key: row.editor.value() for key, row in self.rows.items()}  # type: ignore[attr-defined]
        return typed | {
            "services": self.services.value(),
            "same_as": self.before.same_as,
            "not_same": list(self.before.not_same),
        }

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Put what was typed before back into the boxes."""
        for key, row in self.rows.items():
            if key in typed:
                row.editor.set_value(typed[key])  # type: ignore[attr-defined]
            row.clear_error()
        self.services.set_value(typed.get("services", ()))
        self.before.same_as = str(typed.get("same_as", ""))
        self.before.not_same = list(typed.get("not_same", ()))
        self._look()

    def typed(self, started_at: datetime) -> AdviceTyped:
        """What is said, to be recorded."""
        said = self.read()
        return AdviceTyped(
            started_at=started_at,
            who=said["who"],
            how=said["how"],
            first_name=said["first_name"],
            postcode_area=said["postcode_area"],
            ages=said["ages"],
            question=said["question"],
            about=tuple(said["about"]),
            said=said["said"],
            services=tuple(said["services"]),
            more=More(said["more"] or More.NO.value),
            same_as=UUID(said["same_as"]) if said["same_as"] else None,
        )

    def _lay_out(self) -> None:
        px = theme().px
        card = Card(padding=20)
        card.body.setSpacing(px(16))
        rows = self.rows
        card.body.addWidget(_flow(rows["who"], rows["how"]))
        three = QWidget()
        columns = EqualColumns(three, gap=px(14), most=3)
        for key in ("first_name", "postcode_area", "ages"):
            columns.addWidget(rows[key])
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        three.setSizePolicy(policy)
        card.body.addWidget(three)
        for key in ("question", "about", "said", "more"):
            card.body.addWidget(rows[key])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(card)
        column.addWidget(self.before)

    def _on_about(self) -> None:
        chosen = self.rows["about"].editor.value()  # type: ignore[attr-defined]
        if len(chosen) > MOST_TOPICS:
            self.rows["about"].set_error(f"Choose up to {MOST_TOPICS}")
        self.services.set_topics(chosen)

    def _on_typed(self) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        name, area = self.rows["first_name"].editor, self.rows["postcode_area"].editor
        self.before.look(name.value(), area.value())  # type: ignore[attr-defined]
        self.services.set_topics(self.rows["about"].editor.value())  # type: ignore[attr-defined]
        self.services.set_near(self._desk.directory.locality_of(area.value()))  # type: ignore[attr-defined]


def _flow(*widgets: QWidget) -> QWidget:
    """On one line where there is room, else under one another."""
    holder = QWidget()
    row = FlowLayout(holder, spacing=theme().px(28), line_spacing=theme().px(14))
    for widget in widgets:
        row.addWidget(widget)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
