"""The disclosure log: who was told what, on what ground, or why they were not."""

from __future__ import annotations

from dataclasses import asdict, replace
from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.disclosures import Disclosure, NotSharing, SharedFile, Sharing
from ehdesk.domain.records import Paper
from ehdesk.domain.sharing_rules import (
    Faults,
    agreement_words,
    faults_of_not_sharing,
    faults_of_sharing,
)
from ehdesk.domain.user import User
from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.ids import new_id
from ehdesk.services.drafts import drop_draft
from ehdesk.services.service import Service, case_row
from ehdesk.store.access import Session
from ehdesk.store.tables.disclosures import DisclosureRow


def write_sharing(
    session: Session,
    case_id: UUID,
    sharing: Sharing,
    *,
    user: User,
    clock: Clock,
    record_id: UUID | None = None,
    packet_id: UUID | None = None,
) -> UUID:
    """The line of one share, inside the unit of work of what was shared."""
    said = asdict(sharing)
    said |= {
        "files": list(said["files"]),
        "people": [str(person) for person in sharing.people],
        "information": list(sharing.information),
        "corrects_id": said.pop("corrects"),
    }
    row = DisclosureRow(
        id=new_id(),
        case_id=case_id,
        record_id=record_id,
        packet_id=packet_id,
        recorded_at=clock.now(),
        user_id=user.id,
        shared=True,
        **said,
    )
    session.add(row)
    return row.id


def refuse_faults(faults: Faults) -> None:
    """:raises EhdeskError: with the first thing that still has to be said."""
    if faults:
        raise EhdeskError("This cannot be recorded yet", "", faults[0][1])


class DisclosureService(Service):
    """Lines are only ever added; a correction is a line that names the one it corrects."""

    def blank(self, case_id: UUID, paper: Paper | None = None) -> Sharing:
        """What a share begins with: today, everybody of the family, the agreement on record.

        :param paper: the line of the print log whose copy was given to somebody. A copy that was
            printed for one's own use is no disclosure, so nothing is recorded of it here.
        """
        case = self._load(case_id)
        known = Sharing(
            shared_on=self._clock.today(),
            people=tuple(person.id for person in case.people),
            agreement=agreement_words(case),
        )
        if paper is None:
            return known
        file = SharedFile(paper.title, 0, paper.sha256)
        return replace(known, kind=paper.kind, title=paper.title, files=(file,))

    def faults(self, case_id: UUID, line: Sharing | NotSharing) -> Faults:
        """What still has to be said, as (field, words) pairs; nothing when it may be recorded."""
        return self._faults(self._load(case_id), line)

    def record(self, case_id: UUID, sharing: Sharing, *, draft: str = "") -> UUID:
        """Record that somebody outside was told something; the key of the line.

        :param draft: the page whose draft it was (``DraftService``), which goes with it.
        :raises EhdeskError: when something that has to be said is missing.
        """
        self._allow(Deed.SHARE)
        refuse_faults(self.faults(case_id, sharing))
        with self._access.changing("Record a share") as session:
            case_row(session, case_id)
            drop_draft(session, case_id, self._user, draft)
            return write_sharing(session, case_id, sharing, user=self._user, clock=self._clock)

    def decide_not_to_share(self, case_id: UUID, decision: NotSharing, *, draft: str = "") -> UUID:
        """Record that something was not shared, and why; the key of the line.

        :param draft: the page whose draft it was (``DraftService``), which goes with it.
        :raises EhdeskError: when something that has to be said is missing.
        """
        self._allow(Deed.SHARE)
        refuse_faults(self.faults(case_id, decision))
        with self._access.changing("Record a decision not to share") as session:
            case_row(session, case_id)
            row = DisclosureRow(
                id=new_id(),
                case_id=case_id,
                corrects_id=decision.corrects,
                recorded_at=self._clock.now(),
                user_id=self._user.id,
                shared=False,
                shared_on=decision.decided_on,
                recipient=decision.recipient,
                agency=decision.agency,
                title=decision.title,
                purpose=decision.purpose,
                people=[str(person) for person in decision.people],
                information=list(decision.information),
                why_not=decision.why_not,
                harm_considered=decision.harm_considered,
            )
            session.add(row)
            drop_draft(session, case_id, self._user, draft)
            return row.id

    def log(self, case_id: UUID) -> tuple[Disclosure, ...]:
        """Every line of a case, the newest first."""
        return tuple(reversed(self._load(case_id).disclosures))

    def _faults(self, case: Case, line: Sharing | NotSharing) -> Faults:
        today = self._clock.today()
        if isinstance(line, NotSharing):
            found = faults_of_not_sharing(line, case, today)
        else:
            found = faults_of_sharing(line, case, today)
        known = {one.id for one in case.disclosures}
        if line.corrects is not None and line.corrects not in known:
            found += (("corrects", "Choose a line of this family’s log to correct"),)
        return found + self._unknown_codes(line)

    def _unknown_codes(self, line: Sharing | NotSharing) -> Faults:
        kinds = {code for code, _ in self._pack.options("information_kinds")}
        found: Faults = ()
        if not kinds.issuperset(line.information):
            found += (("information", "Choose kinds of information from the list"),)
        basis = line.basis if isinstance(line, Sharing) else ""
        if basis and basis not in {code for code, _ in self._pack.options("lawful_bases")}:
            found += (("basis", "Choose a lawful basis from the list"),)
        return found
