"""Making a packet: a locked PDF, a sealed data file, and the covering email, in one folder.

Nothing is sent from here. The password is given back once and kept nowhere.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.documents.locking import lock_pdf, page_count
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.disclosures import MadePacket, SharedFile
from ehdesk.domain.paper_copy import Audience, copy_for
from ehdesk.domain.user import User
from ehdesk.exchange.email_draft import Draft, is_address, write_draft
from ehdesk.exchange.locks import Password, PublicKey
from ehdesk.exchange.packet import Packet, Sender, write_packet
from ehdesk.exchange.sealed import SUFFIX, seal
from ehdesk.exchange.shared_form import shared_form
from ehdesk.forms.display import as_finished
from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import EhdeskError, NotAllowed, NotFound
from ehdesk.kernel.files import write_whole
from ehdesk.kernel.ids import new_id
from ehdesk.services.attachments import AttachmentService
from ehdesk.services.forms import says_now
from ehdesk.services.papers import PaperService
from ehdesk.services.requests import RequestService
from ehdesk.services.service import Service, case_row, record_row
from ehdesk.store.access import Access
from ehdesk.store.passwords import suggest
from ehdesk.store.queries.case import load_case
from ehdesk.store.queries.disclosures import last_packet
from ehdesk.store.tables.disclosures import PacketRow
from ehdesk.store.tables.documents import DocumentRow

_KIND = "request"
_NEVER = "Your own case notes"
_WORDS_IN_PASSWORD = 5
"""A guess at the PDF's lock costs less than one at ours, so one word more than for a store."""

Report = Callable[[int, int], object]
"""Called with steps done and steps in all."""


@dataclass(frozen=True)
class NewPacket:
    """A packet just made, with the password that opens it: shown once, told by telephone."""

    packet: MadePacket
    password: str

    def __repr__(self) -> str:
        return f"NewPacket({self.packet!r})"


@dataclass(frozen=True)
class _Contents:
    """What goes into a packet, read at one moment."""

    case: Case
    made_of: str
    content: Packet
    pdf: bytes


class PacketService(Service):
    """Packets of a request."""

    def __init__(
        self,
        access: Access,
        pack: Pack,
        clock: Clock,
        user: User,
        papers: PaperService,
        requests: RequestService,
        attachments: AttachmentService,
    ) -> None:
        super().__init__(access, pack, clock, user)
        self._papers = papers
        self._attachments = attachments
        self._requests = requests

    def last(self, record_id: UUID) -> MadePacket | None:
        """The newest packet of a form, or None."""
        with self._access.reading() as connection:
            return last_packet(connection, record_id)

    def is_current(self, packet: MadePacket) -> bool:
        """Whether the form still says what it said when the packet was made."""
        _case, said = self._says_now(packet.record_id)
        return bool(said["sha256"] == packet.made_of)

    def left_out(self, record_id: UUID) -> tuple[str, ...]:
        """What is not in the packet, as words for the page: "Your own case notes"."""
        case, said = self._says_now(record_id)
        copied = copy_for(Audience.PROFESSIONAL, as_finished(said), case, self._pack)
        return (_NEVER, *(words[:1].upper() + words[1:] for words in copied.left_off))

    def make(
        self, record_id: UUID, parent: Path, report: Report = lambda done, total: None
    ) -> NewPacket:
        """Make the packet in a folder of its own in ``parent``. May run beside other work.

        A packet of the same request that was made there before is replaced, with its covering
        email. What the PDF and the data file say is the same.

        :raises NotAllowed: while the request may not be sent, with what stands in the way.
        :raises EhdeskError: when the folder cannot be written.
        """
        self._allow(Deed.SHARE)
        against = self._requests.can_send(record_id)
        if against:
            raise NotAllowed("The packet cannot be made yet", " ".join(against))
        report(0, 4)
        now = self._clock.now()
        contents = self._contents(record_id, now)
        report(1, 4)
        password = suggest(_WORDS_IN_PASSWORD)
        key = self._pack.packet_key
        lock = PublicKey.read(key) if key else Password(password)
        sealed = io.BytesIO()
        seal(io.BytesIO(write_packet(contents.content)), sealed, lock)
        report(2, 4)
        locked = lock_pdf(contents.pdf, password)
        report(3, 4)
        folder = parent / f"{contents.case.reference} {_KIND}"
        files = {f"{folder.name}.pdf": locked, f"{folder.name}{SUFFIX}": sealed.getvalue()}
        packet = MadePacket(
            id=new_id(),
            record_id=record_id,
            made_at=now,
            by=self._user.name,
            made_of=contents.made_of,
            folder=str(folder),
            files=tuple(
                SharedFile(name, len(content), hashlib.sha256(content).hexdigest())
                for name, content in files.items()
            ),
            pages=page_count(contents.pdf),
            for_key=bool(key),
        )
        try:
            _write(folder, files)
            self._note(packet, contents.case.id)
        except BaseException:
            _take_back(folder, files)
            raise
        report(4, 4)
        return NewPacket(packet, password)

    def save_email(self, packet: MadePacket, address: str) -> Path:
        """Put the covering email into the packet's folder, as a draft with both files.

        :raises EhdeskError: when the address is not one or is known not to work any more, or when
            the packet's files are not as they were made.
        """
        self._allow(Deed.SHARE)
        address = address.strip()
        self._refuse_old_address(address)
        folder = Path(packet.folder)
        attached = {file.name: _unchanged(folder / file.name, file) for file in packet.files}
        reference = self._reference(packet.record_id)
        draft = Draft(address, "request for early help", reference, not packet.for_key, attached)
        written = write_draft(draft)
        path = folder / _email_name(folder)
        try:
            write_whole(path, written)
        except OSError:
            raise _cannot_write() from None
        return path

    def _contents(self, record_id: UUID, now: datetime) -> _Contents:
        case, said = self._says_now(record_id)
        copied = copy_for(Audience.PROFESSIONAL, as_finished(said), case, self._pack)
        pdf = self._papers.build(_KIND, case.id, record_id)
        user = self._user
        packet = Packet(
            reference=case.reference,
            made_at=now,
            sender=Sender(user.name, user.role, user.agency, user.phone, user.email),
            authority=self._pack.code,
            pack_version=self._pack.version,
            form=shared_form(said, copied.sections),
            left_out=(_NEVER, *copied.left_off),
            files={f"{_KIND}.pdf": pdf, **self._attached(case.id, record_id)},
        )
        return _Contents(case, str(said["sha256"]), packet, pdf)

    def _attached(self, case_id: UUID, record_id: UUID) -> dict[str, bytes]:
        """The papers that go with the form, under the id of their row in it: their own names may
        tell of the family."""
        mine = (a for a in self._attachments.of_case(case_id) if a.record_id == record_id)
        return {f"{a.id}{_suffix(a.name)}": self._attachments.read(a.id) for a in mine}

    def _says_now(self, record_id: UUID) -> tuple[Case, dict[str, Any]]:
        """The case, and the frozen copy of its request as it stands.

        :raises NotFound: for any other form.
        """
        with self._access.reading_rows() as session:
            record = record_row(session, record_id)
            if record.form != _KIND:
                raise NotFound("A packet is made of a request only")
            case = load_case(session.connection(), record.case_id)
            return case, says_now(session, record, case, self._pack, self._clock)

    def _note(self, packet: MadePacket, case_id: UUID) -> None:
        """The packet, and the line of the print log for the paper that left the store in it."""
        self._allow(Deed.SHARE)
        paper = packet.files[0]
        with self._access.changing("Make a packet") as session:
            case_row(session, case_id)
            session.add(
                PacketRow(
                    id=packet.id,
                    case_id=case_id,
                    record_id=packet.record_id,
                    made_at=packet.made_at,
                    user_id=self._user.id,
                    made_of=packet.made_of,
                    folder=packet.folder,
                    files=[vars(file) for file in packet.files],
                    pages=packet.pages,
                    for_key=packet.for_key,
                )
            )
            session.add(
                DocumentRow(
                    case_id=case_id,
                    kind=_KIND,
                    title="Request, locked for sending",
                    made_at=packet.made_at,
                    user_id=self._user.id,
                    way="packed",
                    pages=packet.pages,
                    sha256=paper.sha256,
                )
            )

    def _reference(self, record_id: UUID) -> str:
        with self._access.reading_rows() as session:
            return case_row(session, record_row(session, record_id).case_id).reference

    def _refuse_old_address(self, address: str) -> None:
        old = {c.email.casefold() for c in self._pack.contacts if c.email and not c.usable}
        if is_address(address) and address.casefold() in old:
            raise EhdeskError(
                "That address does not work any more",
                "The authority’s own list says so.",
                "Ring and ask for the address to use now.",
            )


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Whole, for their owner alone; a covering email with the files of before goes."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        for name, content in files.items():
            write_whole(folder / name, content)
        (folder / _email_name(folder)).unlink(missing_ok=True)
    except OSError:
        raise _cannot_write() from None


def _take_back(folder: Path, names: Iterable[str]) -> None:
    """What nobody would know of is not left lying about."""
    for name in names:
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()  # only when it is empty


def _suffix(name: str) -> str:
    """``.pdf`` of a file's name; nothing where it is not a plain one."""
    suffix = Path(name).suffix.lower()
    return suffix if suffix[1:].isalnum() and suffix.isascii() and len(suffix) <= 6 else ""


def _email_name(folder: Path) -> str:
    return f"{folder.name}, covering email.eml"


def _cannot_write() -> EhdeskError:
    return EhdeskError(
        "The files could not be put there",
        "The folder may be full, locked or gone. Nothing was recorded.",
        "Choose another folder.",
    )


def _unchanged(path: Path, file: SharedFile) -> bytes:
    try:
        content = path.read_bytes()
    except OSError:
        content = b""
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise EhdeskError(
            "The packet’s files are not there as they were made",
            "They were moved, changed or removed.",
            "Make the packet again.",
        )
    return content
