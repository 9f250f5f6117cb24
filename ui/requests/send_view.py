"""The last step of a request: the packet, the way it goes, and the record of it (picture 20).

The app never sends anything. A person does, and says so here. The three cards are the order of
work, not a lock: what went another way can be recorded without a packet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.disclosures import MadePacket, Sharing
from ehdesk.forms.session import FormSession
from ehdesk.kernel.errors import EhdeskError
from ui.requests.packet_card import PacketCard
from ui.requests.reasons import Reasons
from ui.requests.send_side import SendSide
from ui.requests.sent_card import SentCard
from ui.requests.way_card import WayCard
from ui.theme import theme
from ui.wizard.autosave import Autosave, Saved
from ui.wizard.ending import EndingPage
from ui.wizard.guidance import harm_note
from ui.wizard.typed_boxes import TypedBoxes


class SendView(EndingPage):
    """What still stands in the way, and the three steps."""

    def __init__(
        self,
        desk: Desk,
        case_id: UUID,
        record_id: UUID,
        session: FormSession,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._case_id, self._record_id = desk, case_id, record_id
        self._session = session
        self.reasons = Reasons()
        self.packet = PacketCard(desk, record_id, session)
        self.way = WayCard(desk)
        self.sent = SentCard(desk)
        self._side = SendSide(desk, record_id, session)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(14))
        self._harm = harm_note(desk.pack)
        self._harm.hide()
        for part in (self._harm, self.reasons, self.packet, self.way, self.sent):
            column.addWidget(part)
        column.addStretch(1)
        self._show_typed()
        self._boxes = TypedBoxes(self._typed, read_only=session.read_only)
        self.autosave = Autosave(self._boxes, self._keep, self)
        self.reasons.step_asked.connect(self.step_asked)
        self._side.moved.connect(lambda beside: self._harm.setVisible(not beside))
        self._side.change_asked.connect(lambda: self.step_asked.emit("check"))
        self.packet.asked.connect(self._on_packet_asked)
        self.packet.changed.connect(lambda: self.way.show_packet(self.packet.packet))
        self.way.typed.connect(self.autosave.note_change)
        self.sent.typed.connect(self.autosave.note_change)
        self.autosave.failed.connect(lambda error: self._say([str(error)]))

    def refresh(self) -> None:
        self.reasons.show_reasons(self._against(), self._session)
        self.packet.refresh()
        self.way.show_packet(self.packet.packet)
        self._side.refresh()

    def side(self) -> QWidget:
        return self._side

    def finish_words(self) -> str:
        return "" if self._session.read_only else "Record as sent"

    def finish_hint(self) -> str:
        return "Recording it locks the request. Fix later with a new entry."

    def finish(self) -> None:
        self.refresh()
        if self.reasons.count:
            self.reasons.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        faults = self.sent.own_faults()
        self.sent.show_faults(faults)
        if faults:
            return
        packet = self._packet_sent()
        if packet is not None and not self.packet.is_current and not self.packet.older.value():
            self.packet.make_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        packet_id = packet.id if packet else None
        try:
            sharing = self._sharing(packet_id)
            missing = self._desk.disclosures.faults(self._case_id, sharing)
            self.sent.show_faults(missing)
            if missing:
                self._say([words for key, words in missing if not self.sent.has_box(key)])
                return
            older = packet is not None and not self.packet.is_current
            self._desk.requests.send(
                self._record_id, sharing, packet_id=packet_id, older_packet=older
            )
        except EhdeskError as error:
            self._say([str(error)])
            return
        self.autosave.stop()
        self._boxes.settle()
        self.finished.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.autosave.save_now()

    def _packet_sent(self) -> MadePacket | None:
        """The packet, when it goes by the way that is chosen."""
        route = self.way.route
        return self.packet.packet if route is not None and route.takes_packet else None

    def _sharing(self, packet_id: UUID | None) -> Sharing:
        day = date.fromisoformat(self.sent.sent_on.value())
        known = self._desk.requests.sharing(
            self._record_id, way=self.way.way.value(), sent_on=day, packet_id=packet_id
        )
        return self.sent.sharing(replace(known, address=self.way.to_address()))

    def _say(self, reasons: Sequence[str]) -> None:
        self.reasons.show_reasons(reasons, self._session)
        if reasons:
            self.reasons.setFocus(Qt.FocusReason.OtherFocusReason)

    def _against(self) -> tuple[str, ...]:
        return self._desk.requests.can_send(self._record_id)

    def _on_packet_asked(self) -> None:
        against = self._against()
        self._say(against)
        if not against:
            self.packet.make()

    def _show_typed(self) -> None:
        """What was typed before, else what is known."""
        typed = self._desk.requests.typed_sending(self._record_id)
        self.way.set_values(str(typed.get("way", "")), str(typed.get("address", "")))
        known = self._desk.requests.sharing(
            self._record_id, way=self.way.way.value(), sent_on=self._desk.clock.today()
        )
        self.sent.show_sharing(known)
        self.sent.set_values(typed)

    def _typed(self) -> dict[str, Any]:
        typed = {"way": self.way.way.value(), "address": self.way.address.value()}
        return self.sent.values() | typed

    def _keep(self, typed: Mapping[str, Any]) -> Saved:
        return self._desk.requests.keep_sending(self._record_id, typed)
