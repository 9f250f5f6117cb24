"""What is inside a sealed file: one JSON document that says everything, and the files it lists.

Laid out as a ZIP archive without compression (schema 1, ``docs/formats/sealed-packet.md``): first
``packet.json``, then each file under the name that the document gives it, with size and SHA-256.
The same packet gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from ehdesk.exchange.errors import NewerSeal, NotAPacket
from ehdesk.forms.display import canonical, is_intact

SCHEMA = 1
"""The newest schema this version reads."""
_NAME = "ehdesk packet"
_DOCUMENT = "packet.json"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_LARGEST = 256 * 1024 * 1024
"""Bytes that one file of a packet may have: more is refused before it is read."""

_NOT_READ = (
    *(zipfile.BadZipFile, struct.error, EOFError, OSError, RuntimeError),  # no archive of ours
    *(LookupError, TypeError, ValueError, AttributeError),  # no document of ours
)
"""What reading raises for content that is laid out in another way."""


@dataclass(frozen=True)
class Sender:
    """Who made the packet: somebody at work, never a member of the family."""

    name: str
    role: str
    agency: str
    phone: str
    email: str


@dataclass(frozen=True)
class Packet:
    """One form as it is shared.

    :ivar form: the frozen copy (``ehdesk.forms.display.frozen``) of what is shared.
    :ivar left_out: sentences that say what was not put in.
    :ivar files: name to content: the PDF, attachments.
    """

    reference: str
    made_at: datetime
    sender: Sender
    authority: str
    pack_version: str
    form: Mapping[str, Any]
    left_out: tuple[str, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))


def write_packet(packet: Packet) -> bytes:
    """The packet as it goes under the seal.

    :raises ValueError: for a file name that is more than a name.
    """
    for name in packet.files:
        _refuse_path(name)
    document = {
        "what": _NAME,
        "schema": SCHEMA,
        "reference": packet.reference,
        "made_at": packet.made_at.astimezone(UTC).isoformat(),
        "sender": vars(packet.sender),
        "authority": {"code": packet.authority, "pack": packet.pack_version},
        "form": packet.form,
        "left_out": list(packet.left_out),
        "files": [
            {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in packet.files.items()
        ],
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name, content in ((_DOCUMENT, canonical(document)), *packet.files.items()):
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), content)
    return written.getvalue()


def read_packet(content: bytes) -> Packet:
    """The packet that was written. Nothing is taken from one that is not just as it should be.

    :raises NewerSeal: when a newer version wrote it.
    :raises NotAPacket: when it is something else, or does not hold what it says.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            document = json.loads(_take(archive, _DOCUMENT))
            if document["what"] != _NAME:
                raise NotAPacket
            if document["schema"] > SCHEMA:
                raise NewerSeal
            packet = _packet(archive, document)
            if len(archive.namelist()) != len(packet.files) + 1:
                raise NotAPacket
    except _NOT_READ:
        raise NotAPacket from None
    if not is_intact(packet.form):
        raise NotAPacket
    return packet


def _packet(archive: zipfile.ZipFile, document: Mapping[str, Any]) -> Packet:
    files: dict[str, bytes] = {}
    for listed in document["files"]:
        name = str(listed["name"])
        _refuse_path(name)
        found = _take(archive, name)
        if len(found) != listed["size"] or hashlib.sha256(found).hexdigest() != listed["sha256"]:
            raise NotAPacket
        files[name] = found
    authority = document["authority"]
    return Packet(
        reference=str(document["reference"]),
        made_at=datetime.fromisoformat(document["made_at"]),
        sender=Sender(**{key: str(value) for key, value in document["sender"].items()}),
        authority=str(authority["code"]),
        pack_version=str(authority["pack"]),
        form=dict(document["form"]),
        left_out=tuple(map(str, document["left_out"])),
        files=files,
    )


def _take(archive: zipfile.ZipFile, name: str) -> bytes:
    entry = archive.getinfo(name)
    # Stored as they are, so an archive that would unpack to more than it holds is none of ours.
    if entry.compress_type != zipfile.ZIP_STORED or entry.file_size > _LARGEST:
        raise NotAPacket
    return archive.read(entry)


def _refuse_path(name: str) -> None:
    """A name becomes a file's name at the receiver, so it may not lead anywhere."""
    bad = not name or name == _DOCUMENT or name.startswith(".") or len(name) > 200
    if bad or any(character in name for character in '/\\:"<>|?*') or not name.isprintable():
        raise ValueError("not a plain file name")
