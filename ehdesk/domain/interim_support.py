"""Who supports a family while it waits for the hub (schools' page: "support in the interim")."""

from __future__ import annotations

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case


def support_meanwhile(case: Case, pack: Pack, cluster: str = "") -> tuple[str, str]:
    """Who that is and the number to ring: the advice point of the family's locality, where that is
    known. Both are empty where the authority has no hub.

    :param cluster: what is taken for the locality while the case is in no cluster yet.
    """
    hub = pack.hub
    if hub is None or not hub.advice:
        return "", ""
    point = pack.contact(hub.advice)
    found = next((one for one in pack.clusters if one.code == case.cluster), None)
    code = found.locality if found else cluster
    place = next((one for one in pack.localities if one.code == code), None)
    return (f"{point.name}, {place.name}", place.phone) if place else (point.name, point.phone)
