"""A form that asks for files, on a real store: the Leicester request with one question more."""

from __future__ import annotations

from dataclasses import replace

from ehdesk.desk import Desk
from ehdesk.forms.spec import Field, Form

QUESTION = Field(
    "needs.files",
    "Files that go with this request",
    "files",
    hint="Drawings, scans, letters and reports. PDF, pictures, Word and e-mails, up to 10 MB each.",
    bind="files",
)
"""It stands on the page of the children's own words, after them."""


def with_files(desk: Desk) -> Desk:
    """The same open store with a pack whose request asks for files."""
    forms = tuple(_asking(form) if form.code == "request" else form for form in desk.pack.forms)
    pack = replace(desk.pack)
    vars(pack)["forms"] = forms  # as if its folder held them
    return Desk(desk.store, pack, desk.clock, desk.user, desk.home)


def _asking(form: Form) -> Form:
    if form.bound_to("files") is not None:
        return form
    voices = form.bound_to("voices")
    assert voices is not None
    at = form.section_of(voices.key)
    question = replace(QUESTION, key=f"{at.key}.files")
    section = replace(at, fields=(*at.fields, question))
    return replace(form, sections=tuple(section if one is at else one for one in form.sections))
