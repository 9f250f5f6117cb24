"""People who may be in the store already: found while they are typed, joined when they are one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ehdesk.domain.matching import Identity, Likeness, keys, likeness
from ehdesk.domain.pathway import OPEN, State, state_words
from ehdesk.forms.kind import Words
from ehdesk.forms.row_columns import PEOPLE
from ehdesk.forms.spec import Field
from ehdesk.kernel.dates import say_short_date
from ehdesk.services.service import Service
from ehdesk.store.joining import join_families, join_people
from ehdesk.store.queries.families import family_title, people_of, person_row, references_of
from ehdesk.store.queries.matching import FamilyCase, KnownPerson, candidates, newest_cases
from ehdesk.store.tables.people import PersonRow
from ehdesk.store.undoing import undo
from ehdesk.store.unit_of_work import operation_of

SHOWN = 5


@dataclass(frozen=True)
class Match:
    """Somebody who may be the one typed. ``words`` say who: "Ana Larkmoor, 2 Jun 2018, Larkmoor
    Primary"; nothing confidential is among them."""

    person_id: UUID
    name: str
    words: str
    family: str
    case_id: UUID | None
    reference: str
    is_open: bool
    where: str
    likeness: Likeness


@dataclass(frozen=True)
class Difference:
    """One column where two entries do not say the same. ``stays`` and ``goes`` are in words, empty
    when that entry does not say."""

    column: str
    label: str
    stays: str
    goes: str

    @property
    def is_open(self) -> bool:
        """Whether both say something, so that a person chooses."""
        return bool(self.stays and self.goes)


@dataclass(frozen=True)
class Pair:
    """Two entries of one person, the one that stays and the one that goes into it."""

    stays: UUID
    goes: UUID
    name: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Preview:
    """What joining would do, before anything is done.

    ``pairs`` are the people who are in both families. ``comes`` are the names of those who come
    over, ``cases`` the references of the cases that move; both are empty within one family.
    """

    pairs: tuple[Pair, ...]
    comes: tuple[str, ...]
    cases: tuple[str, ...]
    family: str


class DuplicateService(Service):
    """Looks up and joins people."""

    def like(self, identity: Identity, *, but: Collection[UUID] = ()) -> tuple[Match, ...]:
        """Those who may be this person, most alike first; three statements.

        :param but: the keys of people to leave out: the entry itself and its own family.
        """
        if not identity.can_be_looked_up:
            return ()
        with self._access.reading() as connection:
            near = [
                (how, known)
                for known in candidates(connection, keys(identity), but)
                if (how := likeness(identity, known.identity)) is not None
            ]
            near.sort(key=lambda one: (-one[0].score, one[1].identity.given_name))
            best = near[:SHOWN]
            cases = newest_cases(connection, {known.family_id for _how, known in best})
        return tuple(self._match(how, known, cases.get(known.family_id)) for how, known in best)

    def _match(self, how: Likeness, known: KnownPerson, case: FamilyCase | None) -> Match:
        who = known.identity
        name = " ".join(part for part in (who.given_name, who.family_name) if part)
        born = f"born {say_short_date(who.date_of_birth)}" if who.date_of_birth else ""
        where = "" if known.confidential else who.address
        words = ", ".join(part for part in (name, born, known.school, where) if part)
        state = State(case.state) if case else None
        return Match(
            person_id=known.person_id,
            name=name,
            words=words,
            family=f"{known.family_name} family" if known.family_name else "Family not named yet",
            case_id=case.id if case else None,
            reference=case.reference if case else "",
            is_open=state in OPEN,
            where=state_words(state, self._pack) if state else "",
            likeness=how,
        )

    def preview(self, stays: UUID, goes: UUID) -> Preview:
        """What joining two entries would do. Changes nothing.

        :raises NotFound: when one of them is not in the store any more.
        """
        with self._access.reading_rows() as session:
            one, other = person_row(session, stays), person_row(session, goes)
            pairs = [self._pair(one, other)]
            comes: tuple[str, ...] = ()
            cases: tuple[str, ...] = ()
            if one.family_id != other.family_id:
                theirs = [p for p in people_of(session, other.family_id) if p.id != goes]
                ours = [p for p in people_of(session, one.family_id) if p.id != stays]
                for their in list(theirs):
                    same = _same_as(their, ours)
                    if same is not None:
                        pairs.append(self._pair(same, their))
                        theirs.remove(their)
                        ours.remove(same)
                comes = tuple(_name(person) for person in theirs)
                cases = references_of(session, other.family_id)
            return Preview(tuple(pairs), comes, cases, family_title(session, one.family_id))

    def join(self, preview: Preview, take: Mapping[UUID, Collection[str]] | None = None) -> UUID:
        """Do what was previewed, in one unit of work; the key to undo it with.

        :param take: for an entry that goes, the columns in which it is right and the other wrong.
        :raises NotFound: when one of the entries is not in the store any more.
        """
        with self._access.changing("Join two entries of one person") as session:
            first = preview.pairs[0]
            stays, goes = person_row(session, first.stays), person_row(session, first.goes)
            if stays.family_id != goes.family_id:
                join_families(session, stays.family_id, goes.family_id)
            for pair in preview.pairs:
                join_people(
                    session,
                    person_row(session, pair.stays),
                    person_row(session, pair.goes),
                    (take or {}).get(pair.goes, ()),
                )
            return operation_of(session)

    def undo(self, operation_id: UUID) -> None:
        """Take a joining back.

        :raises NotAllowed: when something of it has been changed since; nothing is undone then.
        """
        with self._access.changing("Undo joining two entries") as session:
            undo(session, operation_id)

    def _pair(self, stays: PersonRow, goes: PersonRow) -> Pair:
        words = Words({name: list_.options for name, list_ in self._pack.lists.items()})
        found = []
        for column in PEOPLE:
            mine = _said(column, getattr(stays, column.key), words)
            other = _said(column, getattr(goes, column.key), words)
            if other and mine != other:
                found.append(Difference(column.key, column.label, mine, other))
        return Pair(stays.id, goes.id, _name(stays) or _name(goes), tuple(found))


def _said(column: Field, value: object, words: Words) -> str:
    """A column of a person in words."""
    if isinstance(value, date):
        return say_short_date(value)
    if column.kind == "choices" and isinstance(value, list):
        return ", ".join(words.label(column, str(one)) for one in value)
    if column.kind == "choice":
        return words.label(column, str(value or "")) if value else ""
    if isinstance(value, bool):
        return "Yes" if value else ""
    return {"yes": "Yes", "no": "No"}.get(str(value), str(value)) if value not in ("", None) else ""


def _name(person: PersonRow) -> str:
    return " ".join(part for part in (person.given_name, person.family_name) if part)


def _identity(person: PersonRow) -> Identity:
    return Identity(
        person.given_name,
        person.family_name,
        person.known_as,
        person.other_names,
        person.date_of_birth,
        person.upn,
        person.nhs_number,
    )


def _same_as(person: PersonRow, others: Sequence[PersonRow]) -> PersonRow | None:
    """Whoever of another family is surely this person: the same number, or name and birthday."""
    found = [
        (how.score, other)
        for other in others
        if other.kind == person.kind
        and (how := likeness(_identity(person), _identity(other))) is not None
        and how.score >= _SURELY
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


_SURELY = 90
