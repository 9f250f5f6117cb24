"""The covering email: a draft that the person's own mail program opens, and nothing sends.

Anyone on the way can read it, so neither subject nor text nor a file's name tells of a family.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from types import MappingProxyType

from ehdesk.kernel.errors import EhdeskError

_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_TYPES = {".pdf": ("application", "pdf")}
_ANY = ("application", "octet-stream")


@dataclass(frozen=True)
class Draft:
    """``what`` is what goes with it, in lower case and without names: "request for early help"."""

    to: str
    what: str
    reference: str
    by_password: bool
    """Whether the receiver needs the password for the data file too."""
    attached: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def subject(self) -> str:
        return f"{self.what[:1].upper()}{self.what[1:]}, ref {self.reference}"


def is_address(text: str) -> bool:
    """Whether it looks like one email address."""
    return bool(_ADDRESS.fullmatch(text)) and len(text) <= 254


def write_draft(draft: Draft) -> bytes:
    """The email as a file. ``X-Unsent`` has Outlook and others open it as one still to be sent.

    :raises EhdeskError: when the address is not one.
    """
    if not is_address(draft.to):
        raise EhdeskError("That is not an email address", "", "Enter one like name@example.gov.uk.")
    mail = EmailMessage(policy=SMTP)
    mail["To"] = draft.to
    mail["Subject"] = draft.subject
    mail["X-Unsent"] = "1"
    mail.set_content(_text(draft), cte="8bit")
    for name, content in draft.attached.items():
        main, sub = _TYPES.get(name[name.rfind(".") :], _ANY)
        mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return mail.as_bytes()


def _text(draft: Draft) -> str:
    both = "Both files need a password." if draft.by_password else "The PDF needs a password."
    return (
        "Hello,\n\n"
        f"With this email comes a {draft.what}, reference {draft.reference}.\n\n"
        "There are two files. The PDF is to be read or printed. The other one holds the same for "
        "Early Help Desk, with any papers that were attached, so that nobody has to type it again. "
        f"{both} "
        "I will tell it to you by telephone, not in a message.\n\n"
        "Please reply to say that you have it, and keep the family’s details out of your reply.\n"
    )
