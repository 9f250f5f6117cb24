"""The people who use a store: added with a password, given roles, and no longer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.access import Deed, Role
from ehdesk.domain.user import User
from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import EhdeskError, NotAllowed, NotFound
from ehdesk.kernel.ids import new_id
from ehdesk.services.drafts import drop_draft
from ehdesk.services.service import Service
from ehdesk.services.signing import forms_to_sign
from ehdesk.store.access import Access, Session
from ehdesk.store.keys import User as KeyUser
from ehdesk.store.passwords import problem
from ehdesk.store.queries.team import (
    SIGNED_FORMS,
    everyone,
    open_cases_of,
    signed_forms,
    store_row,
)
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.team import UserRow

Faults = tuple[tuple[str, str], ...]
"""(field, what to do) pairs."""


@dataclass(frozen=True)
class Member:
    """Someone who uses this store, or did."""

    user: User
    active: bool
    ended_on: date | None
    families: int
    """Their open cases."""
    is_me: bool
    may_end: bool
    """Whether their access can be ended: not one's own, nor the last manager's."""


class UserService(Service):
    """Managers say who uses a store. Nobody takes the last manager away, nor ends their own
    access."""

    def __init__(self, access: Access, pack: Pack, clock: Clock, user: User) -> None:
        super().__init__(access, pack, clock, user)
        self._store = access.store

    def everyone(self) -> tuple[Member, ...]:
        """Those who use this store now, by name, then those who did."""
        with self._access.reading() as connection:
            found = everyone(connection)
            counts = open_cases_of(connection)
        managers = [user for user, active, _ended in found if active and _manages(user)]
        return tuple(
            Member(
                user,
                active,
                ended,
                counts.get(user.id, 0),
                user.id == self._user.id,
                active and user.id != self._user.id and managers != [user],
            )
            for user, active, ended in found
        )

    def faults(self, name: str, roles: Collection[Role], password: str) -> Faults:
        """What still has to be put right before somebody can be added, as (field, words) pairs:
        ``name``, ``roles``, ``password``."""
        wrong = {
            "name": self._named(name),
            "roles": _roles_wrong(roles),
            "password": self._password_wrong(name, password),
        }
        return tuple((field, words) for field, said in wrong.items() for words in said)

    def add(
        self,
        name: str,
        roles: Collection[Role],
        password: str,
        *,
        role: str = "",
        agency: str = "",
        draft: str = "",
    ) -> UUID:
        """Add somebody with a first password; the key of their row.

        :param role: what their job is called.
        :param draft: the page of no case whose draft it was (``DraftService``), which goes with it.
        :raises EhdeskError: for a name that is taken, no role, or a password that does not hold.
        """
        self._allow(Deed.MANAGE_PEOPLE)
        wrong = self.faults(name, roles, password)
        if wrong:
            said = " ".join(words for _field, words in wrong)
            raise EhdeskError("Nobody was added", said, "Put that right.")
        key = new_id()
        keys = self._store.keys
        slot = KeyUser(key, name.strip(), role.strip())
        try:
            with self._access.changing("Add somebody who uses this store") as session:
                session.add(
                    UserRow(
                        id=key,
                        name=slot.name,
                        role=slot.role,
                        agency=agency.strip() or self._user.agency,
                        access=[one.value for one in Role if one in roles],
                    )
                )
                drop_draft(session, None, self._user, draft)
                session.flush()
                keys.add_user(slot, self._store.key, password)
        except BaseException:
            # A slot without its row would open a store for nobody.
            if slot in keys.users:
                keys.remove_user(key)
            raise
        return key

    def set_roles(self, user_id: UUID, roles: Collection[Role], *, draft: str = "") -> None:
        """Say what somebody may do from now on.

        :raises EhdeskError: without any role.
        :raises NotAllowed: when nobody would be a manager any more.
        """
        self._allow(Deed.MANAGE_PEOPLE)
        wrong = _roles_wrong(roles)
        if wrong:
            raise EhdeskError("Nothing was changed", " ".join(wrong))
        with self._access.changing("Change what somebody may do") as session:
            row = _active(session, user_id)
            drop_draft(session, None, self._user, draft)
            if Role.MANAGER not in roles:
                self._refuse_no_manager(session, user_id)
            row.access = [one.value for one in Role if one in roles]

    def set_password(self, user_id: UUID, password: str) -> None:
        """Give somebody who has forgotten theirs a new password; the old one opens nothing more.

        :raises EhdeskError: for a password that does not hold.
        """
        self._allow(Deed.MANAGE_PEOPLE)
        with self._access.reading_rows() as session:
            name = _active(session, user_id).name
        wrong = self._password_wrong(name, password)
        if wrong:
            raise EhdeskError("The password was not changed", " ".join(wrong))
        self._store.keys.set_password(user_id, self._store.key, password)

    def change_own_password(self, now: str, password: str) -> None:
        """Open the store with another password from now on. Everybody may, whatever their role.

        :raises WrongPassword: when ``now`` is not the one that opens it.
        :raises EhdeskError: for a password that does not hold.
        :raises NotAllowed: where the store is open to read only.
        """
        if self._access.read_only:
            raise NotAllowed(
                f"{self._store.info.name} is open to read only",
                "The password is kept in a file beside the records.",
                "A manager can give you another password.",
            )
        keys = self._store.keys
        keys.unlock_with_password(now, self._user.id)
        wrong = self._password_wrong(self._user.name, password)
        if wrong:
            raise EhdeskError("The password was not changed", " ".join(wrong))
        keys.set_password(self._user.id, self._store.key, password)

    def end_access(self, user_id: UUID, *, give_to: UUID | None = None) -> int:
        """Somebody can no longer open the store. What they did keeps their name.

        :param give_to: who takes on their open families; without, these have nobody and stand on
            everyone's Today.
        :returns: how many families that were.
        :raises NotAllowed: for oneself, or the last manager.
        """
        self._allow(Deed.MANAGE_PEOPLE)
        if user_id == self._user.id:
            raise NotAllowed("You cannot end your own access", "Another manager does that.")
        with self._access.changing("End somebody’s access") as session:
            row = _active(session, user_id)
            self._refuse_no_manager(session, user_id)
            taker = _active(session, give_to) if give_to is not None else None
            cases = open_cases_of(session.connection(), user_id)
            for case_id in cases:
                case = session.get_one(CaseRow, case_id)
                case.worker_id = taker.id if taker else None
                case.worker = taker.name if taker else f"{row.name} (left)"
            row.active, row.ended_on = False, self._clock.today()
        # After the commit: a row that is no longer active opens nothing, whatever the file says.
        self._store.keys.remove_user(user_id)
        return len(cases)

    def forms_signed(self) -> frozenset[str]:
        """The forms that a manager signs before they go."""
        with self._access.reading() as connection:
            return forms_to_sign(signed_forms(connection), self._pack)

    def set_forms_signed(self, codes: Collection[str]) -> None:
        """Choose which forms a manager signs before they go."""
        self._allow(Deed.MANAGE_PEOPLE)
        with self._access.changing("Choose what a manager signs") as session:
            row = store_row(session)
            row.settings = {**row.settings, SIGNED_FORMS: sorted(codes)}

    def _password_wrong(self, name: str, password: str) -> tuple[str, ...]:
        wrong = problem(password, (name, self._store.info.name))
        return (wrong,) if wrong else ()

    def _named(self, name: str) -> tuple[str, ...]:
        if not name.strip():
            return ("Enter a name.",)
        with self._access.reading() as connection:
            taken = {user.name.casefold() for user, active, _on in everyone(connection) if active}
        if name.strip().casefold() in taken:
            return (f"There is a {name.strip()} already. Add what tells them apart.",)
        return ()

    def _refuse_no_manager(self, session: Session, but: UUID) -> None:
        found = everyone(session.connection())
        if not any(active and _manages(user) for user, active, _on in found if user.id != but):
            raise NotAllowed(
                "Somebody has to be a manager",
                "Nobody could add people, change what they may do, or sign.",
                "Make somebody else a manager first.",
            )


def _manages(user: User) -> bool:
    return Role.MANAGER in user.access


def _roles_wrong(roles: Collection[Role]) -> tuple[str, ...]:
    if not roles:
        return ("Choose at least one role.",)
    if Role.READER in roles and len(roles) > 1:
        return ("A reader changes nothing: choose it alone, or not at all.",)
    return ()


def _active(session: Session, user_id: UUID) -> UserRow:
    row = session.get(UserRow, user_id)
    if row is None or not row.active:
        raise NotFound("That person does not use this store")
    return row
