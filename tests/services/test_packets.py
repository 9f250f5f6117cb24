"""A packet is made of a request, sent by a person, and recorded with its fingerprints."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest

from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.disclosures import MadePacket
from ehdesk.exchange.locks import Password, PrivateKey, as_text
from ehdesk.exchange.packet import Packet, read_packet
from ehdesk.exchange.sealed import open_sealed
from ehdesk.kernel.clock import SetClock
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from ehdesk.services.packets import NewPacket


def make(desk: Desk, go: Journey, out: Path) -> NewPacket:
    record = go.case.draft("request")
    assert record is not None
    return desk.packets.make(record.id, out)


def files(packet: MadePacket) -> dict[str, bytes]:
    """What is in the folder, by the end of the name."""
    found = sorted(Path(packet.folder).iterdir())
    return {path.suffix: path.read_bytes() for path in found}


def opened(sealed: bytes, lock: Password | PrivateKey) -> Packet:
    content = io.BytesIO()
    open_sealed(io.BytesIO(sealed), content, lock)
    return read_packet(content.getvalue())


def test_a_packet_is_a_locked_pdf_and_a_sealed_file_that_say_the_same(
    desk: Desk, go: Journey, out: Path
) -> None:
    made = make(desk, go, out)
    found = files(made.packet)
    assert set(found) == {".pdf", ".ehpacket"}

    packet = opened(found[".ehpacket"], Password(made.password))
    assert packet.reference == go.case.reference
    assert packet.sender.name == "Anita Rowe"
    answers = {a["key"]: a for s in packet.form["sections"] for a in s["answers"]}
    assert answers["needs.worries"]["value"] == go.family.worry
    assert {row["given_name"] for row in answers["family.people"]["value"]} == {
        person.first_name for person in go.family.people
    }

    locked = pypdfium2.PdfDocument(found[".pdf"], password=made.password)
    plain = pypdfium2.PdfDocument(packet.files["request.pdf"])
    said = [page.get_textpage().get_text_range() for page in plain]
    assert [page.get_textpage().get_text_range() for page in locked] == said
    assert go.family.name in "".join(said)
    assert len(said) == made.packet.pages


def test_nothing_in_the_folder_or_on_the_envelope_tells_of_the_family(
    desk: Desk, go: Journey, out: Path
) -> None:
    made = make(desk, go, out)
    desk.packets.save_email(made.packet, "early-help@example.gov.uk")
    names = [go.family.name, go.family.address.split(",")[0]]
    names += [person.first_name for person in go.family.people]
    written = list(out.rglob("*"))
    assert [path.suffix for path in written if path.is_file()].count(".eml") == 1
    for path in written:
        content = path.read_bytes() if path.is_file() else b""
        for name in names:
            assert name not in path.name
            assert name.encode() not in content
        assert made.password.encode() not in content
        assert path.stat().st_mode & 0o077 == 0


def test_the_password_is_nowhere_but_on_the_screen(desk: Desk, go: Journey, out: Path) -> None:
    made = make(desk, go, out)
    assert len(made.password.split()) == 5
    assert made.password not in repr(made)
    told = json.dumps(desk.told.case(go.case_id))
    with desk.store.engine.connect() as connection:
        history = connection.exec_driver_sql("SELECT old, new FROM history").fetchall()
    assert made.password not in told
    assert not any(made.password in str(row) for row in history)


def test_a_packet_is_out_of_date_as_soon_as_an_answer_is_another(
    desk: Desk, go: Journey, out: Path
) -> None:
    packet = make(desk, go, out).packet
    assert desk.packets.last(packet.record_id) == packet
    assert desk.packets.is_current(packet)
    go.save(packet.record_id, {"needs.worries": "Something else altogether."})
    assert not desk.packets.is_current(packet)
    go.save(packet.record_id, {"needs.worries": go.family.worry})
    assert desk.packets.is_current(packet)


def test_no_packet_is_made_without_consent(desk: Desk, go: Journey, out: Path) -> None:
    record = go.case.draft("request")
    assert record is not None
    go.save(record.id, {"consent.how": "not_yet"})
    with pytest.raises(NotAllowed, match="Written consent is not recorded yet"):
        desk.packets.make(record.id, out)
    assert list(out.iterdir()) == []


def test_a_child_at_risk_needs_no_consent_but_a_reason(desk: Desk, go: Journey, out: Path) -> None:
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
    packet = desk.packets.make(record.id, out).packet
    today = desk.clock.today()
    sharing = desk.requests.sharing(record.id, way="anycomms", sent_on=today, packet_id=packet.id)
    assert sharing.override == "It would put a child at risk."
    with pytest.raises(EhdeskError, match="Choose the lawful basis"):
        desk.requests.send(record.id, sharing, packet_id=packet.id)
    desk.requests.send(record.id, replace(sharing, basis="vital_interests"), packet_id=packet.id)
    (line,) = go.case.disclosures
    assert (line.basis, line.agreement) == ("vital_interests", "")


def test_sending_is_recorded_with_the_fingerprints_of_the_files(
    desk: Desk, go: Journey, out: Path
) -> None:
    packet = make(desk, go, out).packet
    sharing = desk.requests.sharing(
        packet.record_id, way="anycomms", sent_on=desk.clock.today(), packet_id=packet.id
    )
    said = replace(
        sharing, shared_at="16:05", receipt="AC-20931", family_told="yes", recipient="Duty desk"
    )
    desk.requests.send(packet.record_id, said, packet_id=packet.id)

    (line,) = go.case.disclosures
    assert line.shared
    assert line.by == "Anita Rowe"
    assert (line.way, line.recipient, line.receipt) == ("anycomms", "Duty desk", "AC-20931")
    assert line.agency == desk.pack.name
    assert line.agreement.startswith("Written consent, ")
    assert set(line.people) == {person.id for person in go.case.people}
    on_disk = files(packet)
    assert {file.sha256 for file in line.files} == {
        hashlib.sha256(content).hexdigest() for content in on_disk.values()
    }
    assert go.case.state == "sent"
    told = desk.told.case(go.case_id)["disclosures"]
    assert [one["receipt"] for one in told] == ["AC-20931"]
    assert [paper.way for paper in go.case.papers] == ["packed"]


def test_an_older_packet_is_recorded_only_when_one_says_so_and_the_log_tells(
    desk: Desk, go: Journey, out: Path
) -> None:
    packet = make(desk, go, out).packet
    go.save(packet.record_id, {"needs.worries": "Something else altogether."})
    sharing = desk.requests.sharing(
        packet.record_id, way="anycomms", sent_on=desk.clock.today(), packet_id=packet.id
    )
    with pytest.raises(NotAllowed, match="made before your last change"):
        desk.requests.send(packet.record_id, sharing, packet_id=packet.id)
    assert go.case.disclosures == ()
    assert go.case.state == "draft"
    desk.requests.send(packet.record_id, sharing, packet_id=packet.id, older_packet=True)
    (line,) = go.case.disclosures
    assert line.version == "1, packet of 17 Nov 2026, 10:42am, before the last change"


def test_made_again_it_replaces_the_files_and_takes_the_old_email_away(
    desk: Desk, go: Journey, out: Path
) -> None:
    first = make(desk, go, out)
    desk.packets.save_email(first.packet, "early-help@example.gov.uk")
    clock = desk.clock
    assert isinstance(clock, SetClock)
    clock.move_to(clock.now() + timedelta(minutes=5))
    second = make(desk, go, out)
    assert second.password != first.password
    assert set(files(second.packet)) == {".pdf", ".ehpacket"}
    assert desk.packets.last(second.packet.record_id) == second.packet
    with pytest.raises(EhdeskError, match="not there as they were made"):
        desk.packets.save_email(first.packet, "early-help@example.gov.uk")


def test_the_covering_email_goes_to_the_address_with_both_files(
    desk: Desk, go: Journey, out: Path
) -> None:
    made = make(desk, go, out)
    path = desk.packets.save_email(made.packet, " early-help@example.gov.uk ")
    mail = message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(mail, EmailMessage)
    assert mail["To"] == "early-help@example.gov.uk"
    assert mail["Subject"] == f"Request for early help, ref {go.case.reference}"
    assert sorted(part.get_content() for part in mail.iter_attachments()) == sorted(
        content for suffix, content in files(made.packet).items() if suffix != ".eml"
    )


def test_an_address_that_was_switched_off_is_refused(desk: Desk, go: Journey, out: Path) -> None:
    made = make(desk, go, out)
    with pytest.raises(EhdeskError, match="does not work any more"):
        desk.packets.save_email(made.packet, "early-help@leicester.gcsx.gov.uk")
    assert set(files(made.packet)) == {".pdf", ".ehpacket"}


def test_files_that_were_changed_after_they_were_made_are_not_sent(
    desk: Desk, go: Journey, out: Path
) -> None:
    made = make(desk, go, out)
    (Path(made.packet.folder) / made.packet.files[0].name).write_bytes(b"something else")
    with pytest.raises(EhdeskError, match="not there as they were made"):
        desk.packets.save_email(made.packet, "early-help@example.gov.uk")


def test_a_folder_that_cannot_be_written_says_so_and_nothing_is_recorded(
    desk: Desk, go: Journey, out: Path
) -> None:
    with pytest.raises(EhdeskError, match="could not be put there"):
        make(desk, go, out / "not" / "there")
    record = go.case.draft("request")
    assert record is not None
    assert desk.packets.last(record.id) is None
    assert go.case.papers == ()


def test_a_packet_that_the_store_cannot_record_is_not_left_lying_about(
    desk: Desk, go: Journey, out: Path
) -> None:
    record = go.case.draft("request")
    assert record is not None
    desk.store.read_only = True
    with pytest.raises(NotAllowed, match="open to read only"):
        desk.packets.make(record.id, out)
    desk.store.read_only = False
    assert list(out.iterdir()) == []


def test_an_address_that_is_kept_confidential_is_in_neither_file(
    desk: Desk, go: Journey, out: Path
) -> None:
    packet_before = opened(
        files((first := make(desk, go, out)).packet)[".ehpacket"], Password(first.password)
    )
    street = go.family.address.split(",")[0]
    assert street in json.dumps(packet_before.form)
    record = go.case.draft("request")
    assert record is not None
    go.save(record.id, {"needs.impact": f"They had to leave {go.family.address}."})
    with desk.requests._access.changing("Fill in a form") as session:
        from ehdesk.store.tables.people import FamilyRow

        row = session.get(FamilyRow, go.case.family.id)
        assert row is not None
        row.confidential = "yes"
    made = make(desk, go, out)
    packet = opened(files(made.packet)[".ehpacket"], Password(made.password))
    text = "".join(
        page.get_textpage().get_text_range()
        for page in pypdfium2.PdfDocument(packet.files["request.pdf"])
    )
    assert street not in text
    assert street not in json.dumps(packet.form, ensure_ascii=False)
    assert any("confidential" in words for words in packet.left_out)


def test_papers_attached_to_the_request_go_under_the_seal_without_their_names(
    desk: Desk, go: Journey, out: Path
) -> None:
    record = go.case.draft("request")
    assert record is not None
    text = b"Notes from the breakfast club. " * 20
    added = desk.attachments.add(record.id, "Lakhani family notes.txt", text)
    made = make(desk, go, out)
    packet = opened(files(made.packet)[".ehpacket"], Password(made.password))
    assert packet.files[f"{added['id']}.txt"] == text
    assert list(packet.files) == ["request.pdf", f"{added['id']}.txt"]
    desk.attachments.remove(UUID(added["id"]))
    again = make(desk, go, out)
    assert list(opened(files(again.packet)[".ehpacket"], Password(again.password)).files) == [
        "request.pdf"
    ]


def test_for_an_authority_with_a_key_only_the_authority_opens_the_data(
    desk: Desk, go: Journey, out: Path
) -> None:
    key = PrivateKey.new()
    contacts = tuple(
        replace(contact, public_key=as_text(key.public))
        if contact.code == "one_number"
        else contact
        for contact in desk.pack.contacts
    )
    desk.packets._pack = replace(desk.pack, contacts=contacts)
    made = make(desk, go, out)
    assert made.packet.for_key
    found = files(made.packet)
    assert opened(found[".ehpacket"], key).reference == go.case.reference
    with pytest.raises(EhdeskError, match="does not open"):
        opened(found[".ehpacket"], Password(made.password))
    assert pypdfium2.PdfDocument(found[".pdf"], password=made.password)
