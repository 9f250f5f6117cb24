"""Words that the team uses and no dictionary has."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import Base, Keyed


class LearnedWordRow(Keyed, Base):
    """A word that spelling leaves alone in the whole store; the history says who added it.

    It may be a name, so it is kept here and in no file of its own.
    """

    __tablename__ = "learned_words"

    word: Mapped[str] = mapped_column(unique=True)
    removed: Mapped[bool] = mapped_column(default=False)
