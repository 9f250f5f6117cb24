"""Who was told what: lines of the disclosure log, and of the packets that were made.

Working out a lawful share keeps four things apart: what the family agreed to, what they prefer,
the lawful basis of each share, and who decided otherwise and why. A line holds the last two for
one share, or for one decision not to share.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True)
class SharedFile:
    """A file as it was shared: its size in bytes (0: not noted) and its SHA-256 in hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Disclosure:
    """A line of the log. It is never changed: a correction is a line that ``corrects`` it.

    :ivar shared: False for a decision not to share; ``why_not`` says why then.
    :ivar shared_on: the day it was shared, or that it was decided not to.
    :ivar shared_at: the time of day as it was typed, or "".
    :ivar recipient: the person who got it; ``agency`` where they work; ``address`` where it went.
    :ivar way: a code of the pack's sending routes, or words.
    :ivar kind: what was shared: the code of a form or paper, or ``words`` for something said.
    :ivar version: of the form or paper.
    :ivar people: whom it is about.
    :ivar information: kinds of information in it (list ``information_kinds``).
    :ivar basis: the lawful basis (list ``lawful_bases``).
    :ivar agreement: where the family's agreement to it is recorded, in words.
    :ivar override: why it was shared without their agreement or against their choice.
    :ivar family_told: yes, no or "".
    """

    id: UUID
    recorded_at: datetime
    by: str
    shared: bool
    shared_on: date
    shared_at: str
    recipient: str
    agency: str
    address: str
    way: str
    kind: str
    title: str
    version: str
    files: tuple[SharedFile, ...]
    purpose: str
    people: tuple[UUID, ...]
    information: tuple[str, ...]
    basis: str
    agreement: str
    override: str
    necessity: str
    harm_considered: str
    why_not: str
    family_told: str
    family_told_on: date | None
    family_not_told_why: str
    receipt: str
    record_id: UUID | None
    corrects: UUID | None


@dataclass(frozen=True)
class MadePacket:
    """A packet that was made: the files, and what they say.

    :ivar made_of: SHA-256 of the form's frozen copy at that moment; another one now means that an
        answer was changed since.
    :ivar folder: where the files were put.
    :ivar for_key: whether the data file is sealed for the receiver's key, not with the password.
    """

    id: UUID
    record_id: UUID
    made_at: datetime
    by: str
    made_of: str
    folder: str
    files: tuple[SharedFile, ...]
    pages: int
    for_key: bool


@dataclass(frozen=True, kw_only=True)
class Sharing:
    """What is to be recorded of a share. The fields are those of `Disclosure`."""

    shared_on: date
    shared_at: str = ""
    recipient: str = ""
    agency: str = ""
    address: str = ""
    way: str = ""
    kind: str = ""
    title: str = ""
    version: str = ""
    files: tuple[SharedFile, ...] = ()
    purpose: str = ""
    people: tuple[UUID, ...] = ()
    information: tuple[str, ...] = ()
    basis: str = ""
    agreement: str = ""
    override: str = ""
    necessity: str = ""
    harm_considered: str = ""
    family_told: str = ""
    family_told_on: date | None = None
    family_not_told_why: str = ""
    receipt: str = ""
    corrects: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class NotSharing:
    """What is to be recorded of a decision not to share (Children Act 2004 s.16LA as inserted in
    2026: a duty to share unless that is more detrimental to the child, so the decision and its
    reason are kept)."""

    decided_on: date
    recipient: str = ""
    agency: str = ""
    title: str = ""
    purpose: str = ""
    people: tuple[UUID, ...] = ()
    information: tuple[str, ...] = ()
    why_not: str = ""
    harm_considered: str = ""
    corrects: UUID | None = None
