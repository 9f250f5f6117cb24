"""Recording that professionals disagree, and how it is taken further until it is settled."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ehdesk.authority.items import EscalationLevel
from ehdesk.domain.access import Deed
from ehdesk.domain.disagreements import Disagreement, Happened, next_level
from ehdesk.kernel.errors import EhdeskError, NotAllowed, NotFound
from ehdesk.kernel.ids import new_id
from ehdesk.services.drafts import drop_draft
from ehdesk.services.service import Service, case_row
from ehdesk.services.steps import refuse_future
from ehdesk.store.access import Session
from ehdesk.store.queries.case import load_case
from ehdesk.store.tables.oversight import DisagreementRow, DisagreementStepRow


class DisagreementService(Service):
    """Raised on the first level of the pack; each step is dated, with who and what was said. A case
    that has ended can still be disagreed about, its closing above all."""

    def raise_it(
        self, case_id: UUID, *, about: str, with_whom: str, on: date, said: str, draft: str = ""
    ) -> UUID:
        """Record a disagreement; its key.

        :raises EhdeskError: without what it is about or with whom, or on a day to come.
        """
        self._allow(Deed.DISAGREE)
        if not about.strip() or not with_whom.strip():
            raise EhdeskError(
                "Say what it is about, and with whom", "", "Enter both in a few words."
            )
        refuse_future(on, self._clock)
        levels = [level for level in self._pack.escalation if level.usable]
        with self._access.changing("Record a disagreement") as session:
            case_row(session, case_id)
            drop_draft(session, case_id, self._user, draft)
            row = DisagreementRow(
                id=new_id(),
                case_id=case_id,
                about=about.strip(),
                with_whom=with_whom.strip(),
                raised_on=on,
                user_id=self._user.id,
            )
            session.add(row)
            session.flush()
            first = levels[0].code if levels else ""
            self._step(session, case_id, row.id, 1, Happened.RAISED, first, on, said)
            return row.id

    def answer(self, case_id: UUID, key: UUID, *, on: date, said: str, draft: str = "") -> None:
        """Record what was answered on this level.

        :raises EhdeskError: without words, or for a day before the last step or to come.
        :raises NotAllowed: when it is settled.
        """
        self._allow(Deed.DISAGREE)
        self._go_on(case_id, key, Happened.ANSWERED, on, said, "Record an answer", draft)

    def escalate(
        self, case_id: UUID, key: UUID, *, on: date, said: str, draft: str = ""
    ) -> EscalationLevel:
        """Take it to the next level of the pack; that level.

        :raises EhdeskError: without why, or for a day before the last step or to come.
        :raises NotAllowed: when it is settled, or on the highest level.
        """
        self._allow(Deed.DISAGREE)
        above = next_level(self._one(case_id, key).level, self._pack)
        if above is None:
            raise NotAllowed(
                "There is no higher level",
                "The last one decides how the disagreement is settled.",
                "Record how it was settled.",
            )
        self._go_on(
            case_id, key, Happened.ESCALATED, on, said, "Take it further", draft, above.code
        )
        return above

    def settle(self, case_id: UUID, key: UUID, *, on: date, said: str, draft: str = "") -> None:
        """Record how it was settled, and what was agreed.

        :raises EhdeskError: without words, or for a day before the last step or to come.
        :raises NotAllowed: when it is settled already.
        """
        self._allow(Deed.SETTLE)
        self._go_on(case_id, key, Happened.SETTLED, on, said, "Settle a disagreement", draft)

    def _one(self, case_id: UUID, key: UUID) -> Disagreement:
        found = next((one for one in self._load(case_id).disagreements if one.id == key), None)
        if found is None:
            raise NotFound("That disagreement is not in this case")
        return found

    def _go_on(
        self,
        case_id: UUID,
        key: UUID,
        happened: Happened,
        on: date,
        said: str,
        operation: str,
        draft: str,
        level: str = "",
    ) -> None:
        if not said.strip():
            raise EhdeskError("Say what happened", "", "Enter it in a few words.")
        refuse_future(on, self._clock)
        with self._access.changing(operation) as session:
            case = load_case(session.connection(), case_id)
            one = next((each for each in case.disagreements if each.id == key), None)
            if one is None:
                raise NotFound("That disagreement is not in this case")
            if not one.is_open:
                raise NotAllowed("This disagreement is settled", "Record a new one if it is not.")
            last = one.steps[-1]
            if on < last.on:
                raise EhdeskError(
                    "That day is before the last thing that happened",
                    "",
                    "Enter that day or a later one.",
                )
            drop_draft(session, case_id, self._user, draft)
            self._step(
                session, case_id, key, last.number + 1, happened, level or last.level, on, said
            )

    def _step(
        self,
        session: Session,
        case_id: UUID,
        key: UUID,
        number: int,
        happened: Happened,
        level: str,
        on: date,
        said: str,
    ) -> None:
        session.add(
            DisagreementStepRow(
                case_id=case_id,
                disagreement_id=key,
                number=number,
                kind=happened.value,
                level=level,
                on=on,
                recorded_at=self._clock.now(),
                user_id=self._user.id,
                text=said.strip(),
            )
        )
