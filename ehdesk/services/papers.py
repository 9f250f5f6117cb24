"""Papers: made from the record, shown, printed or saved, and logged when they leave the store."""

from __future__ import annotations

import hashlib
from uuid import UUID

from ehdesk.documents.catalogue import DOCUMENTS
from ehdesk.domain.case import Case
from ehdesk.kernel.clock import local
from ehdesk.kernel.errors import EhdeskError, NotFound
from ehdesk.services.paper_contents import CONTENTS
from ehdesk.services.service import Service
from ehdesk.store.tables.documents import DocumentRow


class PaperService(Service):
    """Every kind of paper that a case can have."""

    def kinds(self, case: Case) -> tuple[tuple[str, str], ...]:
        """Code and title of each paper this case has by now."""
        return tuple(
            (code, DOCUMENTS[code].title)
            for code, content in CONTENTS.items()
            if content.exists(case)
        )

    def build(self, kind: str, case_id: UUID) -> bytes:
        """The paper as PDF. Changes nothing, so it may run beside other work.

        :raises NotFound: when there is no such kind, or the case does not have it yet.
        """
        if kind not in CONTENTS:
            raise NotFound(f"There is no paper called “{kind}”", "", "Ask for the list of papers.")
        case = self._load(case_id)
        content = CONTENTS[kind]
        if not content.exists(case):
            raise NotFound(
                f"{case.reference} has no {DOCUMENTS[kind].title.lower()} yet",
                self._pack.say(content.missing),
            )
        made = content.make(case, self._pack, local(self._clock.now()), self._user)
        return DOCUMENTS[kind].build(made, when=self._clock.now())

    def log(self, kind: str, case_id: UUID, *, way: str, pdf: bytes, pages: int = 0) -> None:
        """Record that a paper left the store.

        :param way: ``printed`` or ``saved``.
        :raises EhdeskError: for any other way.
        """
        if way not in ("printed", "saved"):
            raise EhdeskError(f"A paper is printed or saved, not “{way}”")
        with self._access.changing("Print" if way == "printed" else "Save a paper") as session:
            session.add(
                DocumentRow(
                    case_id=case_id,
                    kind=kind,
                    title=DOCUMENTS[kind].title,
                    made_at=self._clock.now(),
                    user_id=self._user.id,
                    way=way,
                    pages=pages,
                    sha256=hashlib.sha256(pdf).hexdigest(),
                )
            )
