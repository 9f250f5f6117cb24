"""People of the form that is open who may be known already: asked for, told apart, or joined."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ehdesk.domain.duplicates import Match
from ehdesk.domain.matching import Identity
from ehdesk.forms.answers import FormAnswers
from ehdesk.forms.checks import iso_date
from ehdesk.forms.spec import Row


class Finds(Protocol):
    """What the desk does with people who look alike (``ehdesk.services.duplicates``)."""

    def like(
        self, identity: Identity, *, but: Collection[UUID] = (), person: UUID | None = None
    ) -> tuple[Match, ...]: ...

    def say_not_the_same(self, person: UUID, other: UUID) -> None: ...

    def ask_again(self, person: UUID, other: UUID) -> None: ...


class KnownPeople(QObject):
    """One open form's way to whoever is in the store already."""

    family_asked = Signal(object)
    """The case of somebody who may be known: its key."""
    joining_asked = Signal(object, object)
    """The entry that was there before, and the one of this form: their keys."""

    def __init__(
        self,
        finds: Finds,
        answers: FormAnswers,
        keep: Callable[[], bool],
        said: Callable[[str, Callable[[], None]], None],
        parent: QObject | None = None,
    ) -> None:
        """``keep`` saves what is typed and says whether it could; ``said`` tells what was done,
        with a way back."""
        super().__init__(parent)
        self._finds, self._answers, self._keep, self._said = finds, answers, keep, said

    def like(self, row: Row, family: Collection[str]) -> tuple[Match, ...]:
        """Those who may be the person of this row, most alike first. ``family`` are the keys of
        everybody in the form. A few milliseconds."""
        try:
            person, others = UUID(row["id"]), [UUID(key) for key in family]
        except ValueError:  # no row of a store
            return ()
        return self._finds.like(self.identity(row), but=others, person=person)

    def identity(self, row: Row) -> Identity:
        """Who the row says it is."""
        here = row.get("lives") in ("here", "", None)
        return Identity(
            _text(row, "given_name"),
            _text(row, "family_name"),
            _text(row, "known_as"),
            _text(row, "other_names"),
            iso_date(row.get("date_of_birth")),
            _text(row, "upn"),
            _text(row, "nhs_number"),
            self._answer("family.address") if here else "",
            self._answer("family.postcode") if here else "",
        )

    def open_family(self, match: Match) -> None:
        """Go to the family; what is typed here stays."""
        if match.case_id is not None:
            self.family_asked.emit(match.case_id)

    def join(self, row_id: str, match: Match) -> None:
        """Compare the two entries, once the one of this form is in the store."""
        if self._keep():
            self.joining_asked.emit(match.person_id, UUID(row_id))

    def set_apart(self, row_id: str, match: Match, again: Callable[[], None]) -> bool:
        """They are two people: never asked again. ``again`` is called when that is taken back."""
        if not self._keep():
            return False
        person, other = UUID(row_id), match.person_id

        def take_back() -> None:
            self._finds.ask_again(person, other)
            again()

        self._finds.say_not_the_same(person, other)
        self._said(f"{match.name} is somebody else", take_back)
        return True

    def _answer(self, bind: str) -> str:
        question = self._answers.form.bound_to(bind)
        return str(self._answers.value(question.key) or "") if question is not None else ""


def _text(row: Row, column: str) -> str:
    return str(row.get(column) or "")
