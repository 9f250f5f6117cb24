"""What the number of needs points to. Guidance only: a person decides and says why.

Leaflet, "Who": 2 needs or fewer, targeted support for up to 3 months; 3 or more, an Early Help
Assessment for up to 12 months or longer. The numbers and words are the pack's.
"""

from __future__ import annotations

from dataclasses import dataclass

from ehdesk.authority.items import Thresholds
from ehdesk.authority.pack import Pack


@dataclass(frozen=True)
class Suggestion:
    """What the guidance suggests.

    ``route_code`` is the pack's code of the longest help the count points to, None when nothing is
    ticked. ``words`` is one line; ``more`` says what that help is.
    """

    route_code: str | None
    words: str
    more: str


def suggest(count: int, thresholds: Thresholds) -> Suggestion:
    """What ``count`` needs point to."""
    if count <= 0:
        return Suggestion(None, "No needs ticked yet", "Tick what the family needs help with.")
    if count < thresholds.assessment_from:
        route, words = thresholds.targeted_route, thresholds.targeted_words
        return Suggestion(route, words, thresholds.targeted_more)
    route, words = thresholds.assessment_route, thresholds.assessment_words
    return Suggestion(route, words, thresholds.assessment_more)


def against_guidance(route: str, count: int, pack: Pack) -> bool:
    """Whether choosing this route goes against what the count points to, so that a reason is asked.

    Under 6 weeks and 12 weeks are both targeted support: either is with the guidance for 2 needs
    or fewer. With nothing ticked there is no guidance to go against.

    :raises NotInPack: for a route the pack does not have.
    """
    suggested = suggest(count, pack.thresholds).route_code
    if suggested is None:
        pack.route(route)
        return False
    return pack.route(route).offer != pack.route(suggested).offer
