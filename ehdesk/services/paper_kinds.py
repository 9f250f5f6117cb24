"""Every kind of paper that a case can have: those of `paper_contents`, and each form in full."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ehdesk.authority.pack import Pack
from ehdesk.documents.catalogue import DOCUMENTS, Document
from ehdesk.domain.case import Case
from ehdesk.domain.paper_copy import Audience
from ehdesk.services.paper_contents import CONTENTS, Content
from ehdesk.services.paper_forms import form_in_full

_SHORT = {"eha": "assessment", "taf_meeting": "minutes"}
"""What the papers of a form are called where its own code would not be understood."""
_BOTH = (Audience.PROFESSIONAL, Audience.FAMILY)


@dataclass(frozen=True)
class PaperKind:
    """One kind of paper: its code, its title, and how it is made."""

    code: str
    title: str
    document: Document
    content: Content

    @property
    def in_full(self) -> bool:
        """Whether it prints a whole record of a form, question by question."""
        return self.document is DOCUMENTS["form"]


def paper_kinds(pack: Pack) -> Mapping[str, PaperKind]:
    """The kinds by code. A form that has a paper of its own can be printed in full as well."""
    kinds = {
        code: PaperKind(code, DOCUMENTS[code].title, DOCUMENTS[code], content)
        for code, content in CONTENTS.items()
    }
    titles = {form.code: form.title for form in pack.forms}
    for form, title in titles.items():
        kind = _in_full(form, title)
        kinds[kind.code] = kind
    return kinds


def kinds_of(case: Case, pack: Pack) -> Mapping[str, PaperKind]:
    """The kinds that this case has by now; forms that the pack has dropped are among them."""
    kinds = dict(paper_kinds(pack))
    for record in case.records:
        code = _code(record.form)
        if code not in kinds and record.frozen is not None:
            kinds[code] = _in_full(record.form, str(record.frozen["title"]))
    return {code: kind for code, kind in kinds.items() if kind.content.exists(case)}


def _code(form: str) -> str:
    code = _SHORT.get(form, form).replace("_", "-")
    return f"{code}-in-full" if code in CONTENTS else code


def _in_full(form: str, title: str) -> PaperKind:
    code = _code(form)
    content = Content(
        exists=lambda case: any(record.form == form for record in case.records),
        missing="That form has not been begun.",
        make=form_in_full,
        form=form,
        audiences=_BOTH,
    )
    words = f"{title}, in full" if code.endswith("-in-full") else title
    return PaperKind(code, words, DOCUMENTS["form"], content)
