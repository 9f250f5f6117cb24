"""The authority's lists as people use them: services to point families to, numbers to ring."""

from __future__ import annotations

from datetime import date

from ehdesk.authority.items import Locality, Service
from ehdesk.domain.access import Deed
from ehdesk.domain.directory import (
    CONTACTS,
    CheckState,
    FoundServices,
    ListedContact,
    ListedService,
    ServiceFilter,
    check_state,
    find_services,
    knows_postcodes,
    latest,
    listed_contacts,
    locality_of,
    service_check,
)
from ehdesk.kernel.errors import NotFound
from ehdesk.kernel.ids import new_id
from ehdesk.services.service import Service as Subject
from ehdesk.store.queries.advice import last_checks, who_checked
from ehdesk.store.tables.advice import ListCheckRow


class DirectoryService(Subject):
    """The lists are the pack's; that somebody made sure of them is this store's."""

    def services(self) -> tuple[ListedService, ...]:
        """Every service that may be used, in the order of the pack."""
        with self._access.reading_rows() as session:
            stamps = last_checks(session)
        return tuple(self._listed(one, stamps) for one in self._pack.services if one.usable)

    def find(self, wanted: ServiceFilter) -> FoundServices:
        """The services that fit; those past their check date are hidden and counted."""
        return find_services(self.services(), wanted)

    def service(self, code: str) -> ListedService:
        """One service, whatever its check date.

        :raises NotFound: when the pack has none of that code.
        """
        for one in self.services():
            if one.code == code:
                return one
        raise NotFound("That service is not in the list any more")

    def contacts(self) -> tuple[ListedContact, ...]:
        """Every number and address, the ones in use first."""
        return listed_contacts(self._pack.contacts)

    def contacts_checked(self) -> CheckState:
        """When the numbers were checked last, here or by the authority."""
        with self._access.reading_rows() as session:
            stamps = last_checks(session)
            by = who_checked(session, CONTACTS)
        said = [one.checked for one in self._pack.contacts if one.checked]
        on = latest(min(said, default=None), stamps, CONTACTS)
        return check_state(on, by if on == stamps.get(CONTACTS) else "", self._clock.today())

    def say_contacts_checked(self) -> None:
        """Somebody rang or looked, and the numbers are right today."""
        self._stamp(CONTACTS, "Numbers checked")

    def say_service_checked(self, code: str) -> None:
        """Somebody made sure that a service is as the list says.

        :raises NotFound: when the pack has none of that code.
        """
        self.service(code)
        self._stamp(service_check(code), "Service checked")

    def locality_of(self, postcode: str) -> Locality | None:
        """Whose locality a postcode is in, where the pack says so."""
        return locality_of(self._pack.localities, postcode)

    @property
    def knows_postcodes(self) -> bool:
        """Whether a postcode can be asked for at all."""
        return knows_postcodes(self._pack.localities)

    @property
    def own_locality(self) -> str:
        """The code of the locality of the person at the screen; "" when that is not known."""
        clusters = {one.code: one.locality for one in self._pack.clusters}
        return clusters.get(self._user.cluster, "")

    def _listed(self, one: Service, stamps: dict[str, date]) -> ListedService:
        pack = self._pack
        checked = latest(one.checked, stamps, service_check(one.code))
        ends = pack.clock("service_check").after(checked) if checked else None
        near = [pack.label("localities", code) for code in one.localities]
        return ListedService(
            service=one,
            place=", ".join(part for part in (one.where, " and ".join(near)) if part),
            kinds=tuple(pack.label("advice_topics", code) for code in one.topics),
            checked=checked,
            is_past=ends is not None and ends < self._clock.today(),
        )

    def _stamp(self, what: str, operation: str) -> None:
        self._allow(Deed.CHECK_LISTS)
        with self._access.changing(operation) as session:
            session.add(
                ListCheckRow(
                    id=new_id(),
                    what=what,
                    checked_on=self._clock.today(),
                    user_id=self._user.id,
                )
            )
