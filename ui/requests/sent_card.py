"""Step 3 of sending: the record that it was sent, which is the line in the disclosure log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ehdesk.desk import Desk
from ehdesk.domain.disclosures import Sharing
from ehdesk.forms.single_kinds import read_time
from ehdesk.kernel.dates import say_date, say_time
from ui.fields.side_by_side import SideBySide
from ui.kit.check_group import CheckGroup
from ui.kit.choice import Choice
from ui.kit.date_input import DateInput
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.text_area import TextArea
from ui.kit.text_input import TextInput
from ui.kit.yes_no import YesNo
from ui.requests.step_card import StepCard
from ui.theme import theme

Faults = Sequence[tuple[str, str]]


class SentCard(StepCard):
    """``typed`` when something was changed; ``values`` is all of it, to be kept until then."""

    typed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(3, "Record that it was sent", parent, indent=False)
        self._desk = desk
        pack, today = desk.pack, desk.clock.today()
        self.sent_on = DateInput(today, "Date sent")
        self.sent_on.set_value(today.isoformat())
        self.time = TextInput("Time")
        self.time.set_value(say_time(desk.clock.now()))
        self.receipt = TextInput("Receipt")
        self.who = TextInput("Who received it?")
        self.basis = Choice(pack.options("lawful_bases"), "Lawful basis for sharing")
        kinds = pack.options("information_kinds")
        self.kinds = CheckGroup(kinds, "Kinds of information in it", columns=3)
        self.override = TextArea("Why is it shared without the family’s agreement?")
        self.told = YesNo("Does the family know that it was sent?")
        self.why_not = TextArea("Why have they not been told?")
        self._rows = {
            "shared_on": FieldRow("Date sent", "", self.sent_on),
            "shared_at": FieldRow("Time", "24 hour or 4:05pm", self.time),
            "receipt": FieldRow(
                "Receipt", "Its number, or who signed", self.receipt, optional=True
            ),
            "recipient": FieldRow("Who received it?", "", self.who, optional=True),
            "basis": FieldRow("Lawful basis for sharing", "", self.basis),
            "information": FieldRow("Kinds of information in it", "", self.kinds),
            "override": FieldRow(
                "Why is it shared without the family’s agreement?", "", self.override
            ),
            "family_told": FieldRow("Does the family know that it was sent?", "", self.told),
            "family_not_told_why": FieldRow("Why have they not been told?", "", self.why_not),
        }
        self._remind = Label("", "help", "text2")
        self._lay_out()
        self._rows["override"].hide()
        for row in self._rows.values():
            row.editor.value_changed.connect(self._on_typed)  # type: ignore[attr-defined]
        self._show()

    def show_sharing(self, sharing: Sharing) -> None:
        """Fill in what is known of it already."""
        self.basis.set_value(sharing.basis)
        self.kinds.set_value(sharing.information)
        self.who.set_value(sharing.recipient)
        self.override.set_value(sharing.override)
        # Whoever signed for the request to be sent knows of it.
        self.told.set_value(True if sharing.agreement else None)
        self._show()

    def values(self) -> dict[str, Any]:
        """Everything as it is typed."""
        return {
            "shared_on": self.sent_on.value() or self.sent_on.typed(),
            "shared_at": self.time.value(),
            "receipt": self.receipt.value(),
            "recipient": self.who.value(),
            "basis": self.basis.value(),
            "information": self.kinds.value(),
            "override": self.override.value(),
            "family_told": self.told.value(),
            "family_not_told_why": self.why_not.value(),
        }

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show what was typed before."""
        for key, row in self._rows.items():
            if key in values:
                row.editor.set_value(values[key])  # type: ignore[attr-defined]
        self._show()

    def sharing(self, known: Sharing) -> Sharing:
        """What is to be recorded. Ask ``own_faults`` first."""
        told = self.told.value()
        day = date.fromisoformat(self.sent_on.value())
        return replace(
            known,
            shared_on=day,
            shared_at=read_time(self.time.value()) or "",
            receipt=self.receipt.value(),
            recipient=self.who.value(),
            basis=self.basis.value(),
            information=tuple(self.kinds.value()),
            override=self.override.value().strip(),
            family_told={True: "yes", False: "no", None: ""}[told],
            family_told_on=day if told else None,
            family_not_told_why=self.why_not.value().strip() if told is False else "",
        )

    def own_faults(self) -> Faults:
        """What is not even a date, a time or an answer yet."""
        faults = []
        if not self.sent_on.value():
            problem = self.sent_on.problem() or "Enter the date it was sent"
            faults.append(("shared_on", problem))
        elif date.fromisoformat(self.sent_on.value()) > self._desk.clock.today():
            faults.append(("shared_on", "Enter a date that is today or earlier"))
        if self.time.value() and read_time(self.time.value()) is None:
            faults.append(("shared_at", "Enter a time like 16:05 or 4:05pm"))
        if self.told.value() is None:
            faults.append(("family_told", "Say whether the family knows that it was sent"))
        return faults

    def show_faults(self, faults: Faults) -> None:
        """Each beside its box, the first with the cursor."""
        words = dict(reversed(faults))
        for key, row in self._rows.items():
            row.set_error(words.get(key, ""))
        if "override" in words:
            self._rows["override"].show()
        first = next((row for key, row in self._rows.items() if key in words), None)
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_box(self, key: str) -> bool:
        """Whether a fault of that name can be shown here."""
        return key in self._rows

    def _lay_out(self) -> None:
        rows, px = self._rows, theme().px
        self.add(self._line(("shared_on", 4, 210), ("shared_at", 2, 120), ("receipt", 5, 200)))
        self.add(self._line(("recipient", 1, 220), ("basis", 1, 220)))
        self.add(rows["information"])
        self.add(rows["override"])
        self.add(rows["family_told"])
        self.add(rows["family_not_told_why"])
        self.add(self._remind)
        self.body.setSpacing(px(16))

    def _line(self, *parts: tuple[str, int, int]) -> QWidget:
        line = QWidget()
        places = SideBySide(line, gap=theme().px(20), line_gap=theme().px(14))
        for key, weight, least in parts:
            places.add(self._rows[key], weight, theme().px(least))
        return line

    def _on_typed(self) -> None:
        self._show()
        self.typed.emit()

    def _show(self) -> None:
        if self.override.value():
            self._rows["override"].show()
        self._rows["family_not_told_why"].setVisible(self.told.value() is False)
        clock, today = self._desk.pack.clock("reply"), self._desk.clock.today()
        try:
            sent = date.fromisoformat(self.sent_on.value())
        except ValueError:
            sent = today
        due = say_date(clock.after(min(sent, today + timedelta(days=366))), today)
        words = f"If nobody has replied by {due} ({clock.words}), ring them."
        self._remind.setText(words)
