"""Aids to writing: names in a case, and the words that the team has taught its store."""

from __future__ import annotations

from dataclasses import fields
from functools import cached_property
from uuid import UUID

from ehdesk.authority.items import Item
from ehdesk.domain.access import Deed
from ehdesk.services.service import Service
from ehdesk.store.queries.words import learned_words, names_of, put_word
from ehdesk.writing.words import folded, names_in


class WritingService(Service):
    """What spelling needs to know of this store and its authority."""

    def words(self, case_id: UUID | None = None) -> frozenset[str]:
        """Every word that is right here though no dictionary has it, folded: what the team has
        learned, names of the authority's services, and names in the case when one is given."""
        with self._access.reading() as connection:
            learned = learned_words(connection)
            names = names_of(connection, case_id) if case_id else ()
        return frozenset(learned) | names_in(names) | self._names_of_the_pack

    def learned(self) -> tuple[str, ...]:
        """The words that this store has learned, by the alphabet."""
        with self._access.reading() as connection:
            return learned_words(connection)

    def learn(self, word: str) -> None:
        """Leave this word alone from now on, in the whole store.

        :raises EhdeskError: when the store cannot take it.
        """
        self._allow(Deed.TEACH_WORDS)
        with self._access.changing("Add a word") as session:
            put_word(session, folded(word), removed=False)

    def forget(self, word: str) -> None:
        """Judge this word again.

        :raises EhdeskError: when the store cannot take it.
        """
        self._allow(Deed.TEACH_WORDS)
        with self._access.changing("Take out a word") as session:
            put_word(session, folded(word), removed=True)

    @cached_property
    def _names_of_the_pack(self) -> frozenset[str]:
        sections = (getattr(self._pack, section.name) for section in fields(self._pack))
        lists = (section for section in sections if isinstance(section, tuple))
        return names_in([item.name for items in lists for item in items if isinstance(item, Item)])
