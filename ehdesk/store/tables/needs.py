"""Needs, the areas of the assessment with their numbers, and children's own words."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import LISTS_PEOPLE, Base, Keyed, Listed, refers_to


class NeedRow(Listed, Base):
    """A need of the authority's catalogue that this family has."""

    __tablename__ = "needs"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    code: Mapped[str] = mapped_column(default="")
    people: Mapped[list[str]] = mapped_column(default=list, info=LISTS_PEOPLE)
    note: Mapped[str] = mapped_column(default="")
    known_from: Mapped[str] = mapped_column(default="")
    found_at: Mapped[str] = mapped_column(default="request")
    outcome: Mapped[str] = mapped_column(default="")
    evidence: Mapped[str] = mapped_column(default="")


class AreaRow(Keyed, Base):
    """What the assessment says about one area of life."""

    __tablename__ = "areas"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    area: Mapped[str]
    going_well: Mapped[str] = mapped_column(default="")
    worries: Mapped[str] = mapped_column(default="")
    about: Mapped[list[str]] = mapped_column(default=list, info=LISTS_PEOPLE)
    known_from: Mapped[str] = mapped_column(default="")
    need: Mapped[str] = mapped_column(default="")


class ScoreRow(Listed, Base):
    """Somebody's number from 0 to 10 for one area of the assessment."""

    __tablename__ = "scores"

    area_id: Mapped[UUID] = mapped_column(refers_to("areas.id"), index=True)
    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    kind: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")
    value: Mapped[int | None]


class VoiceRow(Listed, Base):
    """A child's own words: who said it, how it was gathered, when and by whom."""

    __tablename__ = "voices"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    person_id: Mapped[UUID | None] = mapped_column(refers_to("persons.id"))
    seen: Mapped[str] = mapped_column(default="")
    alone: Mapped[str] = mapped_column(default="")
    method: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    words: Mapped[str] = mapped_column(default="")
    how: Mapped[str] = mapped_column(default="")
    on: Mapped[date | None]
    on_typed: Mapped[str] = mapped_column(default="")
    gathered_by: Mapped[str] = mapped_column(default="")
    good: Mapped[str] = mapped_column(default="")
    worries: Mapped[str] = mapped_column(default="")
    better: Mapped[str] = mapped_column(default="")
    day_home: Mapped[str] = mapped_column(default="")
    day_school: Mapped[str] = mapped_column(default="")
    important_people: Mapped[str] = mapped_column(default="")
    wishes: Mapped[str] = mapped_column(default="")
    help_views: Mapped[str] = mapped_column(default="")
    observed: Mapped[str] = mapped_column(default="")
    told_outcome: Mapped[str] = mapped_column(default="")
