"""Sending a request, as a person does it: make the packet, send it, record that it was sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from tests.person import Person
from ui.kit import ask
from ui.kit.note import Note
from ui.requests.open_wizard import open_wizard
from ui.requests.send_view import SendView
from ui.wizard.wizard_page import WizardPage


class Send:
    """The send page in a window, and who works in it."""

    def __init__(self, qtbot: QtBot, desk: Desk, record_id: UUID) -> None:
        self.qtbot = qtbot
        self.page: WizardPage = open_wizard(desk, record_id)
        qtbot.addWidget(self.page)
        self.page.resize(1440, 1200)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.go("send")
        self.me = Person(self.page, lambda condition: qtbot.waitUntil(condition, timeout=10_000))

    @property
    def view(self) -> SendView:
        ending = self.page.pages.ending
        assert isinstance(ending, SendView)
        return ending

    def make_packet(self, out: Path, button: str = "Make the packet") -> None:
        ask.answers = [out]
        self.me.press(button)
        self.me.sees("Packet made")


@pytest.fixture
def send(qtbot: QtBot, desk: Desk, go: Journey) -> Callable[[], Send]:
    record = go.case.draft("request")
    assert record is not None
    record_id = record.id
    return lambda: Send(qtbot, desk, record_id)


class Opened(QObject):
    """What the computer was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.paths.append(Path(url.toLocalFile()))


@pytest.fixture
def opened() -> Iterator[Opened]:
    hand = Opened()
    QDesktopServices.setUrlHandler("file", hand, "take")
    yield hand
    QDesktopServices.unsetUrlHandler("file")


def test_a_request_goes_from_the_packet_to_the_record_of_it(
    send: Callable[[], Send], go: Journey, out: Path
) -> None:
    page = send()
    page.make_packet(out)
    folder = out / f"{go.case.reference} request"
    assert {path.suffix for path in folder.iterdir()} == {".pdf", ".ehpacket"}
    assert page.me.can_see("Tell them by telephone, never in the same message")
    words = page.view.packet.password.text()
    assert len(words.split()) == 5
    assert pypdfium2.PdfDocument(folder / f"{folder.name}.pdf", password=words)

    page.me.press("AnyComms+")
    page.me.write("Time", "4:05pm")
    page.me.write("Receipt", "AC-20931")
    page.me.press("Record as sent")
    page.me.waits_for(lambda: go.case.state == "sent")

    (line,) = go.case.disclosures
    assert (line.way, line.receipt, line.shared_at) == ("anycomms", "AC-20931", "16:05")
    assert line.shared_on == date(2026, 11, 17)
    assert line.basis == "consent"
    assert line.family_told == "yes"
    assert line.address == "Early Help, Leicester City Council"
    assert len(line.files) == 2


def test_a_packet_made_before_the_last_change_is_made_again(
    send: Callable[[], Send], go: Journey, out: Path
) -> None:
    page = send()
    page.make_packet(out)
    page.page.go("needs")
    page.page.give("needs.worries", "Something else altogether.")
    page.page.go("send")
    page.me.sees("Made before your last change")
    page.me.press("Record as sent")
    assert go.case.state == "draft"
    page.make_packet(out, "Make again")
    assert not page.me.can_see("Made before your last change")
    page.me.press("Record as sent")
    page.me.waits_for(lambda: go.case.state == "sent")
    assert "before the last change" not in go.case.disclosures[0].version


def test_the_older_packet_may_be_recorded_when_it_is_what_was_sent(
    send: Callable[[], Send], go: Journey, out: Path
) -> None:
    page = send()
    page.make_packet(out)
    page.page.give("needs.worries", "Something else altogether.")
    page.page.autosave.save_now()
    page.page.show_here()
    page.me.press("I sent it as it was, before the change")
    page.me.press("Record as sent")
    page.me.waits_for(lambda: go.case.state == "sent")
    assert "before the last change" in go.case.disclosures[0].version


def test_without_consent_no_packet_is_made_and_the_page_leads_to_consent(
    send: Callable[[], Send], desk: Desk, go: Journey
) -> None:
    record = go.case.draft("request")
    assert record is not None
    go.save(record.id, {"consent.how": "not_yet"})
    page = send()
    page.me.press("Make the packet")
    assert desk.packets.last(record.id) is None
    page.me.press("Written consent is not recorded yet (rule: written consent gained).")
    assert page.page.body.title.text() == "Consent"


def test_the_covering_email_is_saved_beside_the_packet(
    send: Callable[[], Send], go: Journey, out: Path
) -> None:
    page = send()
    page.make_packet(out)
    page.me.press("Secure email")
    assert page.me.can_see("Schools send by AnyComms+")
    page.me.press("Save the covering email")
    assert page.me.can_see("That is not an email address")
    page.me.write("Email address they gave you", "early-help@example.gov.uk")
    page.me.press("Save the covering email")
    page.me.sees("Saved in the folder")
    (mail,) = out.rglob("*.eml")
    assert message_from_bytes(mail.read_bytes(), policy=default)["To"] == (
        "early-help@example.gov.uk"
    )
    page.me.press("Record as sent")
    page.me.waits_for(lambda: go.case.state == "sent")
    assert go.case.disclosures[0].address == "early-help@example.gov.uk"


def test_an_address_that_was_switched_off_is_refused_beside_its_box(
    send: Callable[[], Send], out: Path
) -> None:
    page = send()
    page.make_packet(out)
    page.me.press("Secure email")
    page.me.write("Email address they gave you", "Early-Help@leicester.gcsx.gov.uk")
    page.me.press("Save the covering email")
    assert page.me.can_see("That address does not work any more")
    assert list(out.rglob("*.eml")) == []


def test_ctrl_shift_c_copies_the_address(send: Callable[[], Send]) -> None:
    page = send()
    page.page.activateWindow()
    page.qtbot.waitUntil(lambda: QApplication.activeWindow() is page.page)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    page.qtbot.keyClick(page.page, Qt.Key.Key_C, held)
    assert QApplication.clipboard().text() == "Early Help, Leicester City Council"
    assert page.me.can_see("Address copied")


def test_the_folder_and_the_locked_pdf_are_opened_by_the_computer(
    send: Callable[[], Send], go: Journey, out: Path, opened: Opened
) -> None:
    page = send()
    page.make_packet(out)
    page.me.press("Open the folder")
    page.me.press("Open", under="Packet made")
    folder = out / f"{go.case.reference} request"
    assert opened.paths == [folder, folder / f"{folder.name}.pdf"]


def test_the_password_is_shown_once_only(send: Callable[[], Send], out: Path) -> None:
    page = send()
    page.make_packet(out)
    words = page.view.packet.password.text()
    page.page.close()
    again = send()
    assert again.me.can_see("Packet made")
    assert again.me.can_see("is kept nowhere")
    assert not again.me.can_see(words)


def test_what_is_typed_is_kept_though_nothing_was_recorded(send: Callable[[], Send]) -> None:
    page = send()
    page.me.press("By hand")
    page.me.write("Receipt", "Signed for by the front desk")
    page.me.write("Time", "half past")
    with page.qtbot.waitSignal(page.view.autosave.saved):
        pass
    page.page.close()
    again = send()
    assert again.view.sent.receipt.value() == "Signed for by the front desk"
    assert again.view.sent.time.value() == "half past"
    assert again.view.way.way.value() == "by_hand"


def test_what_cannot_be_recorded_is_said_beside_its_box(
    send: Callable[[], Send], go: Journey
) -> None:
    page = send()
    page.me.write("Time", "half past")
    page.me.press("Record as sent")
    assert page.me.can_see("Enter a time like 16:05 or 4:05pm")
    page.me.write("Time", "4:05pm")
    page.view.sent.basis.set_value("")
    page.me.answer("Does the family know that it was sent?", "No")
    page.me.press("Record as sent")
    assert page.me.can_see("Choose the lawful basis")
    assert page.me.can_see("Enter why the family is not told")
    assert go.case.state == "draft"


def test_a_day_that_has_not_come_is_not_recorded(send: Callable[[], Send], go: Journey) -> None:
    page = send()
    page.me.write_date("Date sent", "18/11/2026")
    page.me.press("Record as sent")
    assert page.me.can_see("Enter a date that is today or earlier")
    assert go.case.state == "draft"


def test_a_way_that_takes_no_files_is_recorded_without_the_packet(
    send: Callable[[], Send], go: Journey, out: Path
) -> None:
    page = send()
    page.make_packet(out)
    page.me.press("By hand")
    page.me.press("Record as sent")
    page.me.waits_for(lambda: go.case.state == "sent")
    assert go.case.disclosures[0].files == ()


def test_a_child_at_risk_goes_with_the_reason_in_place_of_consent(
    send: Callable[[], Send], go: Journey, out: Path
) -> None:
    record = go.case.draft("request")
    assert record is not None
    go.save(
        record.id,
        {
            "before_you_start.harm": "yes",
            "consent.how": "not_yet",
            "consent.at_risk_reason": "It would put a child at risk.",
        },
    )
    page = send()
    page.make_packet(out)
    page.me.press("Record as sent")
    assert page.me.can_see("Say whether the family knows that it was sent")
    page.me.answer("Does the family know that it was sent?", "No")
    page.me.write("Why have they not been told?", "It could put a child at risk.")
    page.me.pick("Lawful basis for sharing", "To protect somebody’s life")
    page.me.press("Record as sent")
    page.me.waits_for(lambda: go.case.state == "sent")
    (line,) = go.case.disclosures
    assert (line.basis, line.override) == ("vital_interests", "It would put a child at risk.")
    assert line.family_not_told_why == "It could put a child at risk."


def test_an_address_last_checked_long_ago_is_to_be_checked_first(
    qtbot: QtBot, desk: Desk, go: Journey
) -> None:
    old = replace(desk.pack.contact("one_number"), checked=date(2026, 8, 1))
    others = tuple(c for c in desk.pack.contacts if c.code != "one_number")
    desk.pack = replace(desk.pack, contacts=(old, *others))
    record = go.case.draft("request")
    assert record is not None
    page = Send(qtbot, desk, record.id)
    assert page.me.can_see("Checked over 90 days ago")
    assert page.me.can_see("Last checked 1 Aug 2026")


def test_the_number_to_ring_is_in_view_and_what_is_left_out_is_said(
    send: Callable[[], Send],
) -> None:
    page = send()
    assert page.me.can_see("Is a child at risk of harm now?")
    assert page.me.can_see("Left out of this packet")
    assert page.me.can_see("Your own case notes")


def test_in_a_small_window_the_number_to_ring_stands_on_the_page(
    send: Callable[[], Send],
) -> None:
    page = send()
    page.page.resize(1366, 768)
    page.qtbot.waitUntil(lambda: not page.page.frame.side.isVisible())
    harm = [w for w in page.view.findChildren(Note) if w.isVisible()]
    assert any("risk of harm" in part.text() for one in harm for part in one.findChildren(QLabel))


def test_numbers_that_nobody_checked_lately_are_marked_on_the_send_page(
    send: Callable[[], Send], desk: Desk
) -> None:
    words = "Check them under Contacts and words."
    assert send().me.read("Nobody has checked these numbers here yet.").endswith(words)
    desk.directory.say_contacts_checked()
    assert not send().me.can_see("Check them under")
