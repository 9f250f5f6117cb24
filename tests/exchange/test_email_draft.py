"""The covering email opens as a draft, goes to the right address and tells of nobody."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from ehdesk.exchange.email_draft import Draft, is_address, write_draft
from ehdesk.kernel.errors import EhdeskError


def read(written: bytes) -> EmailMessage:
    mail = message_from_bytes(written, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def a_draft(to: str = "early-help@example.gov.uk", *, by_password: bool = True) -> Draft:
    attached = {"EH-26-0147 request.pdf": b"%PDF-1.7", "EH-26-0147 request.ehpacket": b"\x00\xff"}
    return Draft(to, "request for early help", "EH-26-0147", by_password, attached)


def test_it_is_a_draft_to_the_right_address_with_both_files() -> None:
    mail = read(write_draft(a_draft()))
    assert mail["To"] == "early-help@example.gov.uk"
    assert mail["Subject"] == "Request for early help, ref EH-26-0147"
    assert mail["X-Unsent"] == "1"
    assert mail["From"] is None
    parts = {part.get_filename(): part.get_content() for part in mail.iter_attachments()}
    assert parts == {
        "EH-26-0147 request.pdf": b"%PDF-1.7",
        "EH-26-0147 request.ehpacket": b"\x00\xff",
    }


def test_its_text_says_how_the_password_comes_and_no_more() -> None:
    mail = read(write_draft(a_draft()))
    body = mail.get_body()
    assert body is not None
    text = body.get_content()
    assert "reference EH-26-0147" in text
    assert "by telephone, not in a message" in text
    assert "Both files need a password." in text


def test_a_file_sealed_with_the_receivers_key_needs_no_password() -> None:
    body = read(write_draft(a_draft(by_password=False))).get_body()
    assert body is not None
    assert "The PDF needs a password." in body.get_content()


@pytest.mark.parametrize(
    "text",
    ["", "Early Help", "a@b", "a b@example.gov.uk", "a@example.gov.uk\nBcc: x@example.com",
     "a@example.gov.uk, b@example.gov.uk", "a@exam_ple.gov.uk", "@example.gov.uk"],
)  # fmt: skip
def test_what_is_not_one_address_is_refused(text: str) -> None:
    assert not is_address(text)
    with pytest.raises(EhdeskError, match="not an email address"):
        write_draft(a_draft(text))
