"""A new case of a family that is known: begun again, asked for beside its own assessment, or an
assessment that an agency holds itself."""

from __future__ import annotations

from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.episodes import REOPENED_FROM
from ehdesk.domain.pathway import Kind
from ehdesk.domain.user import User
from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import NotAllowed
from ehdesk.services.allocating import allocate
from ehdesk.services.drafts import drop_draft
from ehdesk.services.new_cases import Begun, begin_case
from ehdesk.services.service import Service, case_row
from ehdesk.services.team_of_case import bring_team
from ehdesk.store.access import Session

EXISTING = "existing_eha"
"""Schools' page: support asked for as part of an existing assessment of one's agency."""


class EpisodeService(Service):
    """Each is one unit of work; a family never has two open cases of one kind."""

    def reopen(self, case_id: UUID, reason: str = "", *, draft: str = "") -> UUID:
        """Begin a request again for the family of a case that has ended; the key of its form. The
        new case names the old one, and brings the people who worked with the family. Consent is
        asked for anew.

        :param draft: the page whose draft it was (``DraftService``), which goes with it.
        :raises NotAllowed: from a case that is still open or joined another, or when the family has
            an open request.
        """
        self._allow(Deed.BEGIN_CASE)
        case = self._load(case_id)
        if case.state not in REOPENED_FROM:
            raise NotAllowed(
                "This case cannot be begun again",
                "It is still open, or goes on in the assessment that it joined.",
                "Open that case and go on there.",
            )
        with self._access.changing("Begin again for the same family") as session:
            drop_draft(session, case_id, self._user, draft)
            return begin_for_family(
                session,
                "request",
                "reopen",
                case,
                Kind.REQUEST,
                user=self._user,
                clock=self._clock,
                pack=self._pack,
                reason=reason.strip(),
            ).record_id

    def ask_for_support(self, case_id: UUID, reason: str = "", *, draft: str = "") -> UUID:
        """Begin a request for support within the family's own assessment; the key of its form.

        :param reason: what is asked for; it is said by the first step.
        :param draft: the page whose draft it was (``DraftService``), which goes with it.
        :raises NotAllowed: when the case is not an assessment that an agency holds itself, or the
            family has an open request.
        """
        self._allow(Deed.BEGIN_CASE)
        case = self._load(case_id)
        if case.kind != Kind.OWN_EHA or not case.is_open:
            raise NotAllowed(
                "There is no assessment of your own to ask for",
                "Support is asked for within an assessment that your agency holds and that runs.",
                "Begin a request instead.",
            )
        with self._access.changing("Ask for support in the assessment") as session:
            drop_draft(session, case_id, self._user, draft)
            begun = self._begin(session, "request", "begin", case, Kind.REQUEST, reason)
            case_row(session, begun.case_id).request_type = EXISTING
        return begun.record_id

    def begin_own_eha(
        self, of_case: UUID | None = None, reason: str = "", *, draft: str = ""
    ) -> UUID:
        """Begin an assessment that one's own agency holds (schools' page: completed within an
        agency's own structure and processes); the key of its form.

        :param of_case: a case of a family that is known already.
        :param draft: the page whose draft it was (``DraftService``), which goes with it.
        :raises NotAllowed: when the family has such an assessment already.
        """
        self._allow(Deed.BEGIN_CASE)
        case = self._load(of_case) if of_case else None
        with self._access.changing("Begin an assessment of one's own") as session:
            if case is not None:
                drop_draft(session, case.id, self._user, draft)
            begun = self._begin(session, "eha", "begin_own_eha", case, Kind.OWN_EHA, reason)
            row = case_row(session, begun.case_id)
            row.route = "eha"
            allocate(session, row, cluster=self._user.cluster, role="", person=str(self._user.id))
        return begun.record_id

    def _begin(
        self,
        session: Session,
        form: str,
        move: str,
        case: Case | None,
        kind: Kind,
        reason: str,
    ) -> Begun:
        return begin_for_family(
            session,
            form,
            move,
            case,
            kind,
            user=self._user,
            clock=self._clock,
            pack=self._pack,
            reason=reason.strip(),
        )


def begin_for_family(
    session: Session,
    form: str,
    move: str,
    case: Case | None,
    kind: Kind,
    *,
    user: User,
    clock: Clock,
    pack: Pack,
    reason: str = "",
) -> Begun:
    """A case of the same family that names the one before, with the people who worked with it; of a
    new family without one.

    :raises NotAllowed: when the family has an open case of that kind.
    """
    begun = begin_case(
        session,
        form,
        move,
        user=user,
        clock=clock,
        pack=pack,
        family_id=case.family.id if case else None,
        previous_case_id=case.id if case else None,
        kind=kind,
        reason=reason,
    )
    if case is not None:
        bring_team(session, case.id, begun.case_id)
    return begun
