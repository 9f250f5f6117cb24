"""The person at the screen."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from ehdesk.domain.access import Role


@dataclass(frozen=True)
class User:
    """Someone who works in a store."""

    id: UUID
    name: str
    role: str = ""
    """What their job is called."""
    agency: str = ""
    phone: str = ""
    email: str = ""
    cluster: str = ""
    access: tuple[Role, ...] = ()
    """What they may do in this store (``ehdesk.domain.access``)."""

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name.split() else self.name
