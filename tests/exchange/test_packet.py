"""The packet under the seal: all of what is shared, and nothing that it does not list."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given
from hypothesis import strategies as st

from ehdesk.exchange.errors import NewerSeal, NotAPacket
from ehdesk.exchange.locks import Password
from ehdesk.exchange.packet import Packet, Sender, read_packet, write_packet
from ehdesk.exchange.sealed import seal
from ehdesk.forms.display import frozen
from ehdesk.kernel.passphrase import QUICK
from tests.ui.forms_in_memory import form

WORDS = "copper lantern meadow tram"


def a_packet(**more: Any) -> Packet:
    said = frozen(form("request"), {"needs.worries": "Ünlikely worries “said”\n🙂"}, {})
    packet = Packet(
        reference="EH-26-0147",
        made_at=datetime(2026, 11, 16, 15, 52, tzinfo=UTC),
        sender=Sender("Anita Rowe", "SFSF", "West cluster", "0116 496 0142", ""),
        authority="leicester",
        pack_version="2026.11",
        form=said,
        left_out=("Your own case notes",),
        files={"request.pdf": b"%PDF-1.7 all of it"},
    )
    return replace(packet, **more)


def rewritten(change: Callable[[dict[str, Any]], object], *, packed: bool = False) -> bytes:
    """A packet whose document was changed by hand."""
    content = io.BytesIO()
    how = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(io.BytesIO(write_packet(a_packet()))) as old:
        document = json.loads(old.read("packet.json"))
        change(document)
        with zipfile.ZipFile(content, "w", how) as new:
            new.writestr("packet.json", json.dumps(document))
            new.writestr("request.pdf", old.read("request.pdf"))
    return content.getvalue()


def test_what_was_packed_is_read_again_and_packs_to_the_same_bytes() -> None:
    packet = a_packet()
    assert read_packet(write_packet(packet)) == packet
    assert write_packet(read_packet(write_packet(packet))) == write_packet(packet)


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update(what="something else"),
        lambda d: d["files"].clear(),
        lambda d: d["files"][0].update(size=1),
        lambda d: d["files"][0].update(sha256="0" * 64),
        lambda d: d["files"][0].update(name="../request.pdf"),
        lambda d: d["files"].append({"name": "more.txt", "size": 0, "sha256": ""}),
        lambda d: d["form"].update(title="Another title"),
        lambda d: d["form"].pop("sha256"),
        lambda d: d.pop("sender"),
        lambda d: d["sender"].update(home="somewhere"),
        lambda d: d.update(made_at="yesterday"),
        lambda d: d.update(schema="1"),
        lambda d: d.update(form=[]),
    ],
)
def test_a_packet_that_is_not_just_as_it_should_be_is_refused(
    change: Callable[[dict[str, Any]], object],
) -> None:
    assert read_packet(rewritten(lambda d: None))
    with pytest.raises(NotAPacket):
        read_packet(rewritten(change))


def test_an_archive_that_would_unpack_to_more_than_it_holds_is_refused() -> None:
    with pytest.raises(NotAPacket):
        read_packet(rewritten(lambda d: None, packed=True))


def test_a_packet_of_a_newer_version_says_so() -> None:
    with pytest.raises(NewerSeal):
        read_packet(rewritten(lambda d: d.update(schema=2)))


@given(st.binary(max_size=200) | st.just(b"PK\x05\x06" + bytes(18)))
def test_anything_else_under_the_seal_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(NotAPacket):
        read_packet(content)


@pytest.mark.parametrize("name", ["../a.pdf", "a/b.pdf", "c:\\a.pdf", ".hidden", "", "a\nb.pdf"])
def test_a_file_that_would_land_somewhere_else_is_never_packed(name: str) -> None:
    with pytest.raises(ValueError, match="plain file name"):
        write_packet(a_packet(files={name: b""}))


def test_a_reader_written_from_the_page_on_the_format_opens_it() -> None:
    """Nothing of our own is used here but the bytes."""
    out = io.BytesIO()
    seal(io.BytesIO(write_packet(a_packet())), out, Password(WORDS, QUICK))
    file = out.getvalue()

    assert (file[:8], file[8], file[9]) == (b"EHPACKET", 1, 1)
    memory, passes, lanes = (int.from_bytes(file[n : n + 4], "big") for n in (10, 14, 18))
    salt, start, check, head = file[22:38], file[38:45], file[45:77], file[:77]
    secret = Argon2id(
        salt=salt, length=64, iterations=passes, lanes=lanes, memory_cost=memory
    ).derive(WORDS.encode())
    assert secret[32:] == check
    content, at, number = b"", 77, 0
    while at < len(file):
        piece, at = file[at : at + 65_552], at + 65_552
        nonce = start + number.to_bytes(4, "big") + bytes([at >= len(file)])
        content += AESGCM(secret[:32]).decrypt(nonce, piece, head)
        number += 1
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == ["packet.json", "request.pdf"]
        document = json.loads(archive.read("packet.json"))
    assert document["reference"] == "EH-26-0147"
    assert document["schema"] == 1
