"""What an authority pack is made of: one frozen value for each kind of entry.

The loader reads these classes: a field here is a key in the pack's YAML, a field without a default
must be there, and ``refers(section)`` says that the text is the code of an entry elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from ehdesk.authority.duration import Duration

CHECK_EVERY_DAYS = 90
"""After so many days a contact should be checked again."""


class Status(StrEnum):
    """Whether an entry may be used."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    """A newer document gives something else; kept so that old papers still make sense."""
    RETIRED = "retired"
    """No longer works."""
    ASSUMPTION = "assumption"
    """No document says so; used until the authority has been asked."""


def read_points(text: str) -> tuple[tuple[float, float], ...]:
    """Points written as ``x,y x,y``.

    :raises ValueError: for anything else.
    """
    points = []
    for pair in text.split():
        across, _comma, down = pair.partition(",")
        points.append((float(across), float(down)))
    return tuple(points)


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
    checked: date | None = None
    """The day somebody last made sure that it is right."""
    public_key: str = ""
    """X25519, 32 bytes in base64: packets for this contact are sealed so that only they can open
    them (``docs/formats/sealed-packet.md``)."""

    def is_stale(self, today: date) -> bool:
        """Whether it was last checked more than 90 days ago (design: contacts)."""
        return self.checked is not None and (today - self.checked).days > CHECK_EVERY_DAYS


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
    """A part of the authority's area, with the number of its advice point.

    ``shape`` is its outline on the sketch of the area, as corners ``x,y`` on a sheet 100 wide and
    60 high with north at the top: rough on purpose. ``postcodes`` are the postcode districts or
    sectors that lie in it whole; without them nobody is told which locality is theirs.
    """

    phone: str
    shape: str = ""
    postcodes: tuple[str, ...] = ()

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """The outline of its tile; none when the pack does not draw it."""
        return read_points(self.shape)


@dataclass(frozen=True, kw_only=True)
class Bearing(Item):
    """A line on the sketch of the area to find one's way by, such as a river."""

    line: str

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        return read_points(self.line)


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
class SchoolTerm(Item):
    """A stretch in which school is in, from its first to its last day. ``then`` is what the
    holiday after it is called: it lasts until the next stretch begins."""

    starts: date
    ends: date
    then: str


@dataclass(frozen=True, kw_only=True)
class BankHoliday(Item):
    """A day on which nobody works, such as Good Friday."""

    day: date


@dataclass(frozen=True, kw_only=True)
class Hub(Item):
    """A meeting that allocates what the front door accepted for an assessment. ``advice`` is who
    supports the family until then. A meeting is set with ``slots`` times from ``starts`` on, and
    a break of ``break_minutes`` after ``break_after`` of them; 0 for none."""

    meets_every: Duration
    slot_minutes: int
    starts: str = "09:30"
    slots: int = 6
    break_after: int = 0
    break_minutes: int = 0
    venue: str = ""
    advice: str = refers("contacts", default="")


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


class PanelLeads(StrEnum):
    """What an answer of the panel does to the case."""

    RESOURCES = "resources"
    """Back to the plan, with what was agreed."""
    PLAN = "plan"
    """Back to the plan, with advice."""
    STEP_UP = "step_up"
    CLOSE = "close"
    STAYS = "stays"
    """The panel needs to know more first."""


@dataclass(frozen=True, kw_only=True)
class PanelAnswer(Choice):
    """Something that a panel may decide, and what follows from it."""

    leads_to: PanelLeads = PanelLeads.PLAN


@dataclass(frozen=True, kw_only=True)
class Rule(Item):
    """Something the law or the authority wants before a step. Nothing else ever stops one.

    ``stops`` are the steps: "send", "step_down", "accept", "finalise", "close". ``text`` says what
    to do. A pack without the entry does not ask for it.
    """

    stops: tuple[str, ...]
    text: str
    at_least: int = 0
    """How many of what the rule counts, where it counts."""

    def told(self, details: Iterable[str] = ()) -> str:
        """What to do, what is meant, and which rule says so."""
        said, named = self.text.rstrip("."), ", ".join(details)
        about = f": {named}" if named else ""
        return f"{said}{about} (rule: {self.name[:1].lower()}{self.name[1:]})."


@dataclass(frozen=True, kw_only=True)
class Point(Item):
    """One rule or duty of a list. ``name`` is short, ``text`` says it in full."""

    text: str = ""


@dataclass(frozen=True, kw_only=True)
class ClosureReason(Item):
    """Why a case closes, in the service's words and in the family's."""

    family_words: str
    masp_first: bool = False
    moved_away: bool = False
    """The authority of the new home has to be told."""
    on_form: bool = False
    """Printed as a box of the closure form whether chosen or not."""


@dataclass(frozen=True, kw_only=True)
class SignOff(Item):
    """A form (by its code) that a manager can be asked to sign."""

    required: bool
    """Whether it is signed before it is sent or the case closes, unless a store says otherwise."""
    line: str = ""


@dataclass(frozen=True, kw_only=True)
class EscalationLevel(Item):
    """A level on which a disagreement between professionals is settled, or taken to the next."""

    who: str
    length: Duration
    """By when somebody answers on this level."""


@dataclass(frozen=True, kw_only=True)
class SendingRoute(Item):
    """How a request gets to the authority. The app itself never sends anything."""

    for_whom: str
    steps: tuple[str, ...]
    contact: str = refers("contacts", default="")
    recipient: str = ""
    """What to look for or type as the receiver, where that is not an email address."""
    by_email: bool = False
    """Whether a covering email goes with it; its address is the contact's."""
    takes_packet: bool = True
    """Whether the packet's files go this way."""
    schools: bool = False
    """Whether this is the way that schools have to use."""


@dataclass(frozen=True, kw_only=True)
class Agency(Item):
    """A kind of service that may know a family: for consent and for the list of professionals."""

    group: str


class OpenAt(StrEnum):
    """When in the week a service can be used."""

    WEEKDAYS = "weekdays"
    EVENINGS = "evenings"
    WEEKENDS = "weekends"


@dataclass(frozen=True, kw_only=True)
class Service(Item):
    """Something a family can be pointed to.

    ``ages_from`` and ``under`` are the ages of the children it is for, 0 where there is no such
    limit; ``when`` and ``cost`` are said as they stand, ``times`` are the parts of the week to
    find it by, ``topics`` what of a call it may answer. Without ``localities`` it is for the whole
    area.
    """

    what: str
    kind: str
    phone: str = ""
    website: str = ""
    ages_from: int = 0
    under: int = 0
    localities: tuple[str, ...] = refers("localities", default=())
    where: str = ""
    when: str = ""
    times: tuple[str, ...] = ()
    cost: str = ""
    topics: tuple[str, ...] = refers("advice_topics", default=())
    checked: date | None = None
    """The day somebody last made sure that it is right."""

    @property
    def ages(self) -> str:
        """Who it is for, in words: "Under 5", "11 to 17"; "" where nothing says so."""
        if self.ages_from and self.under:
            return f"{self.ages_from} to {self.under - 1}"
        if self.under:
            return f"Under {self.under}"
        return f"{self.ages_from} and over" if self.ages_from else ""

    @property
    def is_free(self) -> bool:
        return self.cost.casefold() == "free"


@dataclass(frozen=True, kw_only=True)
class Area(Item):
    """A part of life that the assessment looks at, with prompts for the two questions."""

    prompts_well: tuple[str, ...]
    prompts_worry: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Element(Item):
    """A dimension of the Common Assessment Framework (D1 General health ...) and the area under
    which it is asked. ``side`` is the side of the framework: the child, the parents, the family."""

    area: str = refers("areas")
    side: str
    prompts: tuple[str, ...]


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


@dataclass(frozen=True, kw_only=True)
class Identifier(Item):
    """A number of a pupil or patient, and whether papers for professionals show it.

    Papers for a family never do: the UPN is for education alone.
    """

    on_papers: bool


class ConsentPart(StrEnum):
    """Where in the consent form a topic stands."""

    START = "start"
    RECORD = "record"
    SHARE = "share"
    WITHOUT_ASKING = "without_asking"
    SIGN = "sign"
    END = "end"
    DUTY = "duty"
    """Not on the form: what stands beside the record of consent for whoever works with it."""


@dataclass(frozen=True, kw_only=True)
class ConsentTopic(Item):
    """Something a family is told before it agrees, in plain words; ``name`` is its heading."""

    part: ConsentPart
    text: str
    contact: str = refers("contacts", default="")


@dataclass(frozen=True, kw_only=True)
class SeparateYes(Item):
    """A kind of information (its code in the list ``information_kinds``) that a yes to the rest
    does not cover; ``name`` is what a family calls it."""
