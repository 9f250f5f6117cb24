"""Who a contact was with: one call or visit may be with several people at once."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import Base, Keyed, refers_to


class ContactPersonRow(Keyed, Base):
    """Somebody of the family, or somebody who helps it, at a contact: one of the two is set."""

    __tablename__ = "contact_people"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    contact_id: Mapped[UUID] = mapped_column(refers_to("contacts.id"), index=True)
    person_id: Mapped[UUID | None] = mapped_column(refers_to("persons.id"))
    professional_id: Mapped[UUID | None] = mapped_column(refers_to("professionals.id"))
