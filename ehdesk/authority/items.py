"""What an authority pack is made of: one frozen value for each kind of entry.

The loader reads these classes: a field here is a key in the pack's YAML, a field without a default
must be there, and ``refers(section)`` says that the text is the code of an entry elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from ehdesk.authority.duration import Duration


class Status(StrEnum):
    """Whether an entry may be used."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    """A newer document gives something else; kept so that old papers still make sense."""
    RETIRED = "retired"
    """No longer works."""
    ASSUMPTION = "assumption"
    """No document says so; used until the authority has been asked."""


def refers(section: str, **more: Any) -> Any:
    """A field whose text (or each of whose texts) is the code of an entry of ``section``."""
    return field(metadata={"refers": section}, **more)


@dataclass(frozen=True, kw_only=True)
class SourceDocument:
    """A document the pack was read from. ``since`` is when what it says began to hold."""

    code: str
    name: str
    since: str
    status: Status = Status.CURRENT
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Item:
    """An entry of a pack.

    ``source`` is the code of a source document, a colon, and where in it: ``leaflet: back page``.
    ``since`` and ``status`` are the source's own unless the entry says otherwise.
    """

    code: str
    name: str
    source: str
    since: str
    status: Status
    note: str = ""

    @property
    def usable(self) -> bool:
        """Whether to offer it for new work."""
        return self.status in (Status.CURRENT, Status.ASSUMPTION)

    @property
    def source_code(self) -> str:
        """The code of the document it comes from."""
        return self.source.partition(":")[0]


@dataclass(frozen=True, kw_only=True)
class Term(Item):
    """What the app calls something: in full, in short, and as a family would say it."""

    short: str = ""
    family: str = ""


@dataclass(frozen=True, kw_only=True)
class GlossaryTerm(Item):
    """An abbreviation (the code, as printed) and what it stands for."""

    meaning: str = ""


@dataclass(frozen=True, kw_only=True)
class Contact(Item):
    """Whom to ring or write to, and what for."""

    purpose: str
    phone: str = ""
    email: str = ""
    website: str = ""
    replaced_by: str = refers("contacts", default="")


@dataclass(frozen=True, kw_only=True)
class Team(Item):
    """A team or panel."""

    does: str
    short: str = ""
    contact: str = refers("contacts", default="")


@dataclass(frozen=True, kw_only=True)
class Role(Item):
    """A role a case may be allocated to."""

    short: str
    chairs_first_taf: bool = False


@dataclass(frozen=True, kw_only=True)
class CaseRole(Item):
    """A part somebody plays for a family: lead practitioner, chair, advocate and so on."""

    does: str = ""


@dataclass(frozen=True, kw_only=True)
class Locality(Item):
    """A part of the authority's area, with the number of its advice point."""

    phone: str


@dataclass(frozen=True, kw_only=True)
class Cluster(Item):
    """Where cases are allocated."""

    locality: str = refers("localities")


@dataclass(frozen=True, kw_only=True)
class Thresholds:
    """How many needs point to which help. Guidance: a person decides.

    ``targeted_route`` is the longest help that ``targeted_up_to`` needs point to;
    ``assessment_route`` the one from ``assessment_from`` needs on. ``..._words`` is one line to
    show, ``..._more`` says what that help is, ``guidance`` who decides.
    """

    targeted_up_to: int
    assessment_from: int
    targeted_route: str = refers("routes")
    targeted_words: str
    targeted_more: str
    assessment_route: str = refers("routes")
    assessment_words: str
    assessment_more: str
    guidance: str
    source: str
    since: str
    status: Status
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Clock(Item):
    """A time limit and the day it runs from."""

    length: Duration
    starts: str

    @property
    def months(self) -> int:
        return self.length.months

    @property
    def weeks(self) -> int:
        return self.length.weeks

    @property
    def days(self) -> int:
        return self.length.days

    @property
    def working_days(self) -> int:
        return self.length.working_days

    @property
    def words(self) -> str:
        return self.length.words

    def after(self, day: date) -> date:
        """The last day, when the clock starts on ``day``."""
        return self.length.after(day)


@dataclass(frozen=True, kw_only=True)
class Offer(Item):
    """One of the kinds of help there are: what it is, for whom, and how to get it."""

    what: str
    who: str
    how: str
    services: tuple[str, ...] = refers("services", default=())
    clock: str = refers("clocks", default="")
    contact: str = refers("contacts", default="")


@dataclass(frozen=True, kw_only=True)
class Route(Item):
    """A road that an accepted request may take. ``words`` is what a case on it is called, where
    that is not its name: "12-week support"."""

    line: str
    offer: str = refers("offers")
    clock: str = refers("clocks")
    taf: bool
    allocated: bool
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Choice(Item):
    """A word to choose and a line that explains it."""

    line: str = ""


@dataclass(frozen=True, kw_only=True)
class Point(Item):
    """One rule or duty of a list. ``name`` is short, ``text`` says it in full."""

    text: str = ""


@dataclass(frozen=True, kw_only=True)
class ClosureReason(Item):
    """Why a case closes, in the service's words and in the family's."""

    family_words: str
    masp_first: bool = False
    on_form: bool = False
    """Printed as a box of the closure form whether chosen or not."""


@dataclass(frozen=True, kw_only=True)
class SendingRoute(Item):
    """How a request gets to the authority. The app itself never sends anything."""

    for_whom: str
    steps: tuple[str, ...]
    contact: str = refers("contacts", default="")


@dataclass(frozen=True, kw_only=True)
class Agency(Item):
    """A kind of service that may know a family: for consent and for the list of professionals."""

    group: str


@dataclass(frozen=True, kw_only=True)
class Service(Item):
    """Something a family can be pointed to."""

    what: str
    kind: str
    phone: str = ""
    website: str = ""


@dataclass(frozen=True, kw_only=True)
class Area(Item):
    """A part of life that the assessment looks at, with prompts for the two questions."""

    prompts_well: tuple[str, ...]
    prompts_worry: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Headline(Item):
    """A headline outcome of the needs catalogue."""


@dataclass(frozen=True, kw_only=True)
class CatalogueNeed(Item):
    """A need of the catalogue. ``name`` is a plain label, ``text`` the fuller wording."""

    text: str
    headline: str = refers("headlines")


@dataclass(frozen=True, kw_only=True)
class Need(Item):
    """A need as people tick it on a request: a plain label, and what of the catalogue it covers."""

    text: str
    area: str = refers("areas")
    covers: tuple[str, ...] = refers("catalogue")
