"""People who may be in the store already: found while they are typed, joined when they are one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.duplicates import Difference, Match, Pair, Preview, SiblingFamily
from ehdesk.domain.matching import Identity, Likeness, keys, likeness
from ehdesk.domain.pathway import OPEN, State, state_words
from ehdesk.forms.kind import Words
from ehdesk.forms.row_columns import PEOPLE
from ehdesk.forms.spec import Field
from ehdesk.kernel.dates import say_short_date
from ehdesk.kernel.errors import NotAllowed
from ehdesk.services.service import Service
from ehdesk.store.access import Session
from ehdesk.store.joining import join_families, join_people, needs_home
from ehdesk.store.queries.families import family_title, people_of, person_row, references_of
from ehdesk.store.queries.joining import (
    Said,
    cases_of_family,
    in_other_families,
    joinings_of,
    saying,
    told_apart,
)
from ehdesk.store.queries.matching import (
    FamilyCase,
    KnownPerson,
    candidates,
    newest_cases,
    people_named,
)
from ehdesk.store.tables.joining import InBothRow, JoiningRow, NotTheSameRow
from ehdesk.store.tables.people import FamilyRow, PersonRow
from ehdesk.store.undoing import undo
from ehdesk.store.unit_of_work import operation_of

SHOWN = 5
_FOUND = 20

JOIN = "Join two entries of one person"
UNDO = "Undo joining two entries"
MOVES_PEOPLE = frozenset({JOIN, UNDO})
"""What is done to whole families: a form of theirs that is open must be read again."""


class DuplicateService(Service):
    """Looks up and joins people."""

    def like(
        self, identity: Identity, *, but: Collection[UUID] = (), person: UUID | None = None
    ) -> tuple[Match, ...]:
        """Those who may be this person, most alike first; four statements.

        :param but: the keys of people to leave out: the entry itself and its own family.
        :param person: the entry itself; whoever was said not to be this person, or to be the same
            in a family of their own, is left out too.
        """
        if not identity.can_be_looked_up:
            return ()
        with self._access.reading() as connection:
            others = told_apart(connection, person) if person else frozenset()
            near = [
                (how, known)
                for known in candidates(connection, keys(identity), {*but, *others})
                if (how := likeness(identity, known.identity)) is not None
            ]
            near.sort(key=lambda one: (-one[0].score, one[1].identity.given_name))
            best = near[:SHOWN]
            cases = newest_cases(connection, {known.family_id for _how, known in best})
        return tuple(self._match(how, known, cases.get(known.family_id)) for how, known in best)

    def named(self, text: str, *, but: Collection[UUID] = ()) -> tuple[Match, ...]:
        """Everyone with these words in their names, at most twenty, newest first; two statements.

        :param but: the keys of people to leave out.
        """
        words = text.split()
        if not words:
            return ()
        with self._access.reading() as connection:
            found = people_named(connection, words, but, most=_FOUND)
            cases = newest_cases(connection, {known.family_id for known in found})
        nothing = Likeness(0, ())
        return tuple(self._match(nothing, one, cases.get(one.family_id)) for one in found)

    def say_not_the_same(self, person: UUID, other: UUID) -> None:
        """These are two people: nobody is asked about them again."""
        self._allow(Deed.JOIN_PEOPLE)
        with self._access.changing("Say that two entries are two people") as session:
            session.add(NotTheSameRow(person_id=person, other_id=other))

    def ask_again(self, person: UUID, other: UUID) -> None:
        """Take back that two entries are two people."""
        self._allow(Deed.JOIN_PEOPLE)
        with self._access.changing("Take back that two entries are two people") as session:
            self._take_back(session, NotTheSameRow, person, other)

    def keep_families_apart(self, person: UUID, other: UUID) -> None:
        """These two are one person in two families that stay apart: each tells of the other from
        now on, and nobody is asked again.

        :raises NotAllowed: when both entries are in one family.
        :raises NotFound: when one of them is not in the store any more.
        """
        self._allow(Deed.JOIN_PEOPLE)
        with self._access.changing("Link two families that share somebody") as session:
            one, two = person_row(session, person), person_row(session, other)
            if one.family_id == two.family_id:
                raise NotAllowed(
                    "Both entries are in one family",
                    "There is no other family to link.",
                    "Join the two entries instead.",
                )
            if all(row.removed for row in saying(session, InBothRow, person, other)):
                session.add(InBothRow(person_id=person, other_id=other))

    def take_link_away(self, person: UUID, other: UUID) -> None:
        """Take back that one person is in these two families."""
        self._allow(Deed.JOIN_PEOPLE)
        with self._access.changing("Take back the link of two families") as session:
            self._take_back(session, InBothRow, person, other)

    def sibling_families(self, family: UUID) -> tuple[SiblingFamily, ...]:
        """The other families that people of this one belong to: one statement when there are
        none, else one more for their cases and one for the name of each."""
        with self._access.reading_rows() as session:
            found = in_other_families(session.connection(), family)
            if not found:
                return ()
            families = {one.family_id for one in found}
            cases = newest_cases(session.connection(), families)
            titles = {key: family_title(session, key) for key in families}
        return tuple(
            SiblingFamily(
                one.person_id,
                one.name,
                one.other_id,
                titles[one.family_id],
                case.id if (case := cases.get(one.family_id)) else None,
                case.reference if case else "",
                state_words(State(case.state), self._pack) if case else "",
            )
            for one in found
        )

    def _take_back(self, session: Session, kind: Said, person: UUID, other: UUID) -> None:
        for row in saying(session, kind, person, other):
            row.removed = True

    def _match(self, how: Likeness, known: KnownPerson, case: FamilyCase | None) -> Match:
        who = known.identity
        name = " ".join(part for part in (who.given_name, who.family_name) if part)
        where = "" if known.confidential else who.address
        words = _joined((name, _born(who.date_of_birth), known.school, where))
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
            moves = one.family_id != other.family_id
            if moves:
                theirs = [p for p in people_of(session, other.family_id) if p.id != goes]
                ours = [p for p in people_of(session, one.family_id) if p.id != stays]
                for their in list(theirs):
                    same = _same_as(their, ours)
                    if same is not None:
                        pairs.append(self._pair(same, their))
                        theirs.remove(their)
                        ours.remove(same)
                comes = tuple(_name(person) for person in theirs)
            mine = references_of(session, one.family_id)
            newest = newest_cases(session.connection(), {one.family_id}).get(one.family_id)
            return Preview(
                tuple(pairs),
                comes,
                cases=references_of(session, other.family_id) if moves else (),
                family=family_title(session, one.family_id),
                other_family=family_title(session, other.family_id) if moves else "",
                its_cases=mine,
                case_id=newest.id if newest else None,
                adds_home=moves
                and needs_home(
                    session.get_one(FamilyRow, one.family_id),
                    session.get_one(FamilyRow, other.family_id),
                ),
            )

    def join(self, preview: Preview, take: Mapping[UUID, Collection[str]] | None = None) -> UUID:
        """Do what was previewed, in one unit of work; the key to undo it with.

        :param take: for an entry that goes, the columns in which it is right and the other wrong.
        :raises NotFound: when one of the entries is not in the store any more.
        """
        self._allow(Deed.JOIN_PEOPLE)
        with self._access.changing(JOIN) as session:
            first = preview.pairs[0]
            stays, goes = person_row(session, first.stays), person_row(session, first.goes)
            if stays.family_id != goes.family_id:
                joined = {pair.goes for pair in preview.pairs}
                join_families(session, stays.family_id, goes.family_id, joined)
            for pair in preview.pairs:
                join_people(
                    session,
                    person_row(session, pair.stays),
                    person_row(session, pair.goes),
                    (take or {}).get(pair.goes, ()),
                )
            key = operation_of(session)
            who = ", ".join(pair.name for pair in preview.pairs)
            for case_id in cases_of_family(session, stays.family_id):
                session.add(JoiningRow(case_id=case_id, operation_id=key, words=who))
            return key

    def joinings(self, case_id: UUID) -> frozenset[UUID]:
        """The joinings of people of a case that were not undone: the keys to undo them with."""
        with self._access.reading() as connection:
            return joinings_of(connection, case_id)

    def undo(self, operation_id: UUID) -> None:
        """Take a joining back.

        :raises NotAllowed: when something of it has been changed since; nothing is undone then.
        """
        self._allow(Deed.JOIN_PEOPLE)
        with self._access.changing(UNDO) as session:
            undo(session, operation_id)

    def _pair(self, stays: PersonRow, goes: PersonRow) -> Pair:
        words = Words({name: list_.options for name, list_ in self._pack.lists.items()})
        found = []
        for column in PEOPLE:
            mine = _said(column, getattr(stays, column.key), words)
            other = _said(column, getattr(goes, column.key), words)
            if other and mine != other:
                found.append(Difference(column.key, column.label, mine, other))
        return Pair(
            stays.id,
            goes.id,
            _name(stays) or _name(goes),
            tuple(found),
            stays_words=_who(stays),
            goes_words=_who(goes),
        )


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


def _who(person: PersonRow) -> str:
    return _joined((_name(person), _born(person.date_of_birth), person.school))


def _born(day: date | None) -> str:
    return f"born {say_short_date(day)}" if day else ""


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)


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
