"""The hand-over sheet for an absence, for a whole caseload: made, and noted in each family."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from uuid import UUID

from ehdesk.documents.catalogue import DOCUMENTS
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.confidential import scrubbed
from ehdesk.domain.lists import CaseFilter
from ehdesk.kernel.errors import EhdeskError
from ehdesk.services.drafts import drop_draft
from ehdesk.services.paper_cover import Absence, cover_sheet
from ehdesk.services.papers import Made
from ehdesk.services.service import Service
from ehdesk.store.queries.case import load_case
from ehdesk.store.queries.lists import case_ids
from ehdesk.store.queries.team import team
from ehdesk.store.tables.documents import DocumentRow

KIND = "cover"
PAGE = "cover"
"""The draft of what is typed for the sheet."""


class CoverService(Service):
    """Whose families these are is whom they are allocated to."""

    def workers(self) -> tuple[tuple[UUID, str], ...]:
        """Everyone here, whoever is at the screen first."""
        with self._access.reading() as connection:
            found = team(connection)
        return tuple(sorted(found, key=lambda one: (one[0] != self._user.id, one[1])))

    def caseload(self, worker_id: UUID) -> tuple[Case, ...]:
        """The open cases of a worker, what is due first on top."""
        with self._access.reading() as connection:
            wanted = CaseFilter(worker=worker_id)
            return tuple(load_case(connection, key) for key in case_ids(connection, wanted).ids)

    def make(
        self, worker_id: UUID, only: tuple[UUID, ...] = (), absence: Absence | None = None
    ) -> Made:
        """The sheet. Changes nothing, so it may run beside other work.

        :param only: the families that are on it; without, every one of the worker.
        :param absence: from when until when, who covers, and words for them.
        """
        name = dict(self.workers()).get(worker_id, "")
        cases = [case for case in self.caseload(worker_id) if not only or case.id in only]
        sheet = cover_sheet(cases, name, self._pack, self._clock.today(), absence)
        families = tuple(
            scrubbed(family, case) for family, case in zip(sheet.families, cases, strict=True)
        )
        words = sheet.words
        for case in cases:
            words = scrubbed(words, case)
        document = DOCUMENTS[KIND]
        whole = replace(sheet, families=families, words=words)
        pdf = document.build(whole, when=self._clock.now())
        return Made(pdf, document.title)

    def log(
        self, cases: tuple[UUID, ...], *, way: str, pdf: bytes, pages: int = 0, draft: str = ""
    ) -> None:
        """Record with each family that the sheet left the store.

        :param way: ``printed`` or ``saved``.
        :param draft: the draft of what was typed for it, which is needed no more.
        :raises EhdeskError: for any other way.
        """
        self._allow(Deed.TAKE_PAPER)
        if way not in ("printed", "saved"):
            raise EhdeskError(f"A paper is printed or saved, not “{way}”")
        with self._access.changing("Print" if way == "printed" else "Save a paper") as session:
            for case_id in cases:
                session.add(
                    DocumentRow(
                        case_id=case_id,
                        kind=KIND,
                        title=DOCUMENTS[KIND].title,
                        made_at=self._clock.now(),
                        user_id=self._user.id,
                        way=way,
                        pages=pages,
                        sha256=hashlib.sha256(pdf).hexdigest(),
                    )
                )
            drop_draft(session, None, self._user, draft)
