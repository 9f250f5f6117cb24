"""Supervision: a manager and a worker walk through the worker's families.

What is said stays in the manager's own file. Nothing of it is in a family's record unless the
manager writes it there as a note of oversight.
"""

from __future__ import annotations

from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.lists import CaseFilter
from ehdesk.domain.obligations import obligations
from ehdesk.domain.supervision import CaseloadLine, Supervision, WorkerLine, flags, line_words
from ehdesk.kernel.errors import EhdeskError, NotAllowed, NotFound
from ehdesk.kernel.ids import new_id
from ehdesk.services.drafts import Kept, drop_draft
from ehdesk.services.service import Service, case_row
from ehdesk.store.access import Session
from ehdesk.store.queries import supervision as queries
from ehdesk.store.queries.case import load_case
from ehdesk.store.queries.lists import case_ids
from ehdesk.store.tables.oversight import (
    SupervisionActionRow,
    SupervisionNoteRow,
    SupervisionRow,
)

WRITE = "Write in supervision"
LOOK = "Talk about a family in supervision"
AGREE = "Agree an action in supervision"
MARK = "Mark an action of supervision"
OWN_FILE = frozenset({WRITE, LOOK, AGREE, MARK})
"""Units of work that change nothing but the manager's own file."""


class SupervisionService(Service):
    """Everything here is for the manager whose supervision it is."""

    def workers(self) -> tuple[WorkerLine, ...]:
        """Everyone with open cases but oneself, by name.

        :raises NotAllowed: for anybody but a manager.
        """
        self._allow(Deed.SUPERVISE)
        with self._access.reading() as connection:
            return queries.worker_lines(connection, self._user.id)

    def begin(self, worker_id: UUID) -> UUID:
        """The key of today's supervision of a worker: the one begun and not finished, or a new one.

        :raises NotAllowed: for anybody but a manager, or with oneself.
        """
        self._allow(Deed.SUPERVISE)
        if worker_id == self._user.id:
            raise NotAllowed("Nobody supervises themselves", "Another manager does that.")
        with self._access.reading_rows() as session:
            begun = queries.unfinished(session.connection(), self._user.id, worker_id)
        if begun is not None:
            return begun
        with self._access.changing("Begin a supervision") as session:
            row = SupervisionRow(
                id=new_id(),
                manager_id=self._user.id,
                worker_id=worker_id,
                held_on=self._clock.today(),
            )
            session.add(row)
            return row.id

    def read(self, supervision_id: UUID) -> Supervision:
        """:raises NotAllowed: when it is another manager's."""
        self._allow(Deed.SUPERVISE)
        with self._access.reading_rows() as session:
            self._mine(session, supervision_id)
            return queries.supervision(session.connection(), supervision_id)

    def caseload(self, supervision_id: UUID) -> tuple[CaseloadLine, ...]:
        """The worker's families, those with something to ask about first."""
        now = self.read(supervision_id)
        today = self._clock.today()
        lines = []
        with self._access.reading() as connection:
            wanted = CaseFilter(worker=now.worker_id)
            for case_id in case_ids(connection, wanted).ids:
                case = load_case(connection, case_id)
                due = obligations(case, self._pack)
                found = flags(case, due, today)
                to_sign = next((one.subject_id for one in due if one.kind == "sign_off"), None)
                lines.append(
                    CaseloadLine(
                        case.id,
                        case.family.title,
                        line_words(case, found, due, self._pack),
                        found,
                        to_sign,
                        now.looked_at.get(case.id),
                    )
                )
        return tuple(sorted(lines, key=lambda line: not line.flags))

    def write(self, supervision_id: UUID, case_id: UUID, text: str) -> Kept:
        """Keep what was said about a family, as it is typed.

        :raises NotAllowed: when it is another manager's, or it is finished.
        """
        self._allow(Deed.SUPERVISE)
        with self._access.changing(WRITE) as session:
            note = self._note(session, supervision_id, case_id)
            if note.text != text:
                note.text = text
        return Kept(self._clock.now())

    def look_at(self, supervision_id: UUID, case_id: UUID) -> None:
        """This family was talked about."""
        self._allow(Deed.SUPERVISE)
        with self._access.changing(LOOK) as session:
            note = self._note(session, supervision_id, case_id)
            if note.looked_at is None:
                note.looked_at = self._clock.now()

    def add_action(
        self,
        supervision_id: UUID,
        case_id: UUID,
        what: str,
        *,
        who_id: UUID | None = None,
        draft: str = "",
    ) -> UUID:
        """Agree that somebody does something; without ``who_id`` it is the worker.

        :param draft: the page of no case whose draft it was, which goes with it.
        It has no day: what is due stands on lists that everybody reads, and this file is one
        manager's own.

        :raises EhdeskError: without what.
        """
        self._allow(Deed.SUPERVISE)
        if not what.strip():
            raise EhdeskError("Say what is to be done", "", "Enter it in a few words.")
        with self._access.changing(AGREE) as session:
            now = self._mine(session, supervision_id)
            case_row(session, case_id)
            drop_draft(session, None, self._user, draft)
            row = SupervisionActionRow(
                id=new_id(),
                supervision_id=now.id,
                about_id=case_id,
                what=what.strip(),
                who_id=who_id or now.worker_id,
            )
            session.add(row)
            return row.id

    def mark_done(self, action_id: UUID, done: bool = True) -> None:
        """Tick an action off, or take the tick back.

        :raises NotFound: when there is no such action.
        """
        self._allow(Deed.SUPERVISE)
        with self._access.changing(MARK) as session:
            row = session.get(SupervisionActionRow, action_id)
            if row is None:
                raise NotFound("That action is not there any more")
            self._mine(session, row.supervision_id)
            row.done_on = self._clock.today() if done else None

    def finish(self, supervision_id: UUID) -> None:
        """The supervision was held; its notes stay as they are.

        :raises NotAllowed: when it is another manager's.
        """
        self._allow(Deed.SUPERVISE)
        with self._access.changing("Finish a supervision") as session:
            row = self._mine(session, supervision_id)
            if row.finished_at is None:
                row.finished_at = self._clock.now()
                row.held_on = self._clock.today()

    def _mine(self, session: Session, supervision_id: UUID) -> SupervisionRow:
        row = session.get(SupervisionRow, supervision_id)
        if row is None:
            raise NotFound("That supervision is not in this store")
        if row.manager_id != self._user.id:
            raise NotAllowed(
                "This supervision is another manager's",
                "Notes from supervision are read by the manager who wrote them.",
            )
        return row

    def _note(self, session: Session, supervision_id: UUID, case_id: UUID) -> SupervisionNoteRow:
        now = self._mine(session, supervision_id)
        if now.finished_at is not None:
            raise NotAllowed("This supervision is finished", "Begin another to write more.")
        case_row(session, case_id)
        key = queries.note_of(session.connection(), supervision_id, case_id)
        if key is not None:
            return session.get_one(SupervisionNoteRow, key)
        note = SupervisionNoteRow(id=new_id(), supervision_id=now.id, about_id=case_id)
        session.add(note)
        session.flush()
        return note
