"""Papers: made from the record, shown, printed or saved, and logged when they leave the store."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.confidential import scrubbed
from ehdesk.domain.paper_copy import Audience
from ehdesk.domain.record_names import newest_first, record_name
from ehdesk.domain.records import Record
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_short_date
from ehdesk.kernel.errors import EhdeskError, NotFound
from ehdesk.services.form_versions import form_in
from ehdesk.services.paper_kinds import PaperKind, kinds_of, paper_kinds
from ehdesk.services.paper_source import Source, record_copy
from ehdesk.services.service import Service
from ehdesk.store.queries.case import load_case
from ehdesk.store.tables.documents import DocumentRow


@dataclass(frozen=True)
class Made:
    """A paper as PDF, what it is called, and what was left off it for its reader."""

    pdf: bytes
    title: str
    left_off: tuple[str, ...] = ()


@dataclass(frozen=True)
class PaperRecord:
    """One record that a paper can be made of: "TAF meeting 3, 12 Nov 2026"."""

    id: UUID
    words: str


class PaperService(Service):
    """Every kind of paper that a case can have.

    A paper of a form prints one record of it: the one that is named, else the one finished last,
    else the draft. ``audience`` is who the copy is for, the kind's usual reader unless it is named.
    """

    def known(self) -> tuple[tuple[str, str], ...]:
        """Code and title of every kind there is."""
        return tuple((code, kind.title) for code, kind in paper_kinds(self._pack).items())

    def kinds(self, case: Case, *, in_full: bool = True) -> tuple[tuple[str, str], ...]:
        """Code and title of each paper this case has by now, with or without forms in full."""
        return tuple(
            (code, kind.title)
            for code, kind in kinds_of(case, self._pack).items()
            if in_full or not kind.in_full
        )

    def in_full(self, case: Case, record_id: UUID) -> str:
        """The kind that prints a record of this case in full.

        :raises NotFound: when the case has no such record.
        """
        form = _chosen(case.records, record_id, case).form
        codes = [
            code for code, kind in kinds_of(case, self._pack).items() if kind.content.form == form
        ]
        return codes[-1]

    def records(self, kind: str, case: Case) -> tuple[PaperRecord, ...]:
        """The records that a kind can print, the one it prints unasked first; none when the paper
        is made from the case alone.

        :raises NotFound: when there is no such kind, or the case does not have it yet.
        """
        form = self._kind(kind, case).content.form
        return tuple(PaperRecord(r.id, self._words(case, r)) for r in newest_first(case, form))

    def audiences(self, kind: str, case: Case) -> tuple[Audience, ...]:
        """Who a copy can be made for, the usual reader first.

        :raises NotFound: when there is no such kind, or the case does not have it yet.
        """
        return self._kind(kind, case).content.audiences

    def build(
        self,
        kind: str,
        case_id: UUID,
        record_id: UUID | None = None,
        audience: Audience | None = None,
    ) -> bytes:
        """The paper as PDF; see `make`."""
        return self.make(kind, case_id, record_id, audience).pdf

    def make(
        self,
        kind: str,
        case_id: UUID,
        record_id: UUID | None = None,
        audience: Audience | None = None,
    ) -> Made:
        """The paper. Changes nothing, so it may run beside other work.

        :raises NotFound: when there is no such kind, the case does not have it yet, or it has no
            such record.
        :raises EhdeskError: when no copy of it is made for this audience.
        """
        with self._access.reading_rows() as session:
            case = load_case(session.connection(), case_id)
            paper = self._kind(kind, case)
            content = paper.content
            reader = audience or content.audiences[0]
            if reader not in content.audiences:
                raise EhdeskError(f"{paper.title} is not made for that reader")
            source = Source(case, self._pack, local(self._clock.now()), self._user, reader)
            records = newest_first(case, content.form)
            if records:
                record = _chosen(records, record_id, case) if record_id else records[0]
                copy = record_copy(session, case, record, self._pack, self._clock, reader)
                form = form_in(session, self._pack, record.form, record.form_version)
                source = Source(
                    case, self._pack, source.now, self._user, reader, record, form, copy
                )
        said = scrubbed(content.make(source), case)
        pdf = paper.document.build(said, when=self._clock.now())
        return Made(pdf, self._title(paper, source), source.said.left_off)

    def log(
        self,
        kind: str,
        case_id: UUID,
        *,
        way: str,
        pdf: bytes,
        pages: int = 0,
        title: str = "",
    ) -> None:
        """Record that a paper left the store.

        :param way: ``printed`` or ``saved``.
        :param title: what `make` called it; the kind's own title unless it is given.
        :raises EhdeskError: for any other way.
        """
        self._allow(Deed.TAKE_PAPER)
        if way not in ("printed", "saved"):
            raise EhdeskError(f"A paper is printed or saved, not “{way}”")
        with self._access.changing("Print" if way == "printed" else "Save a paper") as session:
            case = load_case(session.connection(), case_id)
            named = title or self._kind(kind, case).title
            session.add(
                DocumentRow(
                    case_id=case_id,
                    kind=kind,
                    title=named,
                    made_at=self._clock.now(),
                    user_id=self._user.id,
                    way=way,
                    pages=pages,
                    sha256=hashlib.sha256(pdf).hexdigest(),
                )
            )

    def _kind(self, kind: str, case: Case) -> PaperKind:
        here = kinds_of(case, self._pack)
        if kind in here:
            return here[kind]
        known = paper_kinds(self._pack).get(kind)
        if known is None:
            raise NotFound(f"There is no paper called “{kind}”", "", "Ask for the list of papers.")
        raise NotFound(
            f"{case.reference} has no paper “{known.title}” yet",
            self._pack.say(known.content.missing),
        )

    def _words(self, case: Case, record: Record) -> str:
        titles = {form.code: form.title for form in self._pack.forms}
        title = titles.get(record.form, record.form)
        when = local(record.finished_at or record.saved_at).date()
        state = "" if record.finished_at else "draft, saved "
        return f"{record_name(case, record, title, self._pack)}, {state}{say_short_date(when)}"

    def _title(self, paper: PaperKind, source: Source) -> str:
        """What the log calls it: which record, and for whom where there are several readers."""
        parts = [paper.title]
        if source.record is not None and len(newest_first(source.case, paper.content.form)) > 1:
            parts.append(self._words(source.case, source.record))
        if len(paper.content.audiences) > 1 and source.audience is Audience.FAMILY:
            parts.append("copy for the family")
        return ", ".join(parts)


def _chosen(records: tuple[Record, ...], record_id: UUID, case: Case) -> Record:
    for record in records:
        if record.id == record_id:
            return record
    raise NotFound(f"{case.reference} has no such record")
