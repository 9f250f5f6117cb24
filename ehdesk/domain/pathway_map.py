"""The pathway as a map: every box of the leaflet's flow chart, and where one family is on it.

Source: leaflet "Targeted Early Help in Leicester", "LCC Early Help Pathway at a glance".
Nothing here draws. A place is a row and a column of a grid of three by seven; the main road is
row 1. The words on a node are data, so that another authority can use its own. The hub is a box
more than the leaflet has, from the schools' page: a map has it where the authority does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal

from ehdesk.authority.pack import Pack
from ehdesk.kernel.dates import say_day_month

NodeKind = Literal["main", "exit", "branch"]
NodeState = Literal["done", "current", "could_be_next", "not_taken", "exit"]

ROWS, COLUMNS = 3, 7
AT_ANY_TIME = "safeguarding"
"""The way out for harm: open to every family at any time, whatever arrows there are."""

_STATE_WORDS: Mapping[NodeState, str] = {
    "done": "done",
    "current": "now",
    "could_be_next": "could be next",
    "not_taken": "not taken",
    "exit": "way out",
}


@dataclass(frozen=True)
class Place:
    """Where a box of the flow chart stands, and what sort of box it is."""

    code: str
    row: int
    column: int
    kind: NodeKind


@dataclass(frozen=True)
class NodeText:
    """The words of a node: ``line`` before it is reached, ``reached`` after (``{date}`` is when),
    ``full`` with every short form spelled out."""

    title: str
    line: str
    reached: str = ""
    full: str = ""


@dataclass(frozen=True)
class Edge:
    """An arrow. One that is not ``drawn`` is not on the leaflet: it is only told in words."""

    start: str
    end: str
    label: str = ""
    drawn: bool = True


@dataclass(frozen=True)
class MapFacts:
    """What is known of one case: when each node was reached, and which it is at now.

    ``review_loop_words`` stand over the loop at the review node ("Review 1 held, 2 due").
    ``current`` may be empty when there is no case yet. ``road`` holds the arrows that were
    followed; without it each one between two nodes that were reached counts as followed. Of a case
    that has ``ended`` nothing is ahead. ``goes_on_from`` is the node at which it was when the duty
    service got it. ``said`` are words of its own for some nodes.
    """

    dates: Mapping[str, date]
    current: str
    today: date
    review_loop_words: str = ""
    road: frozenset[tuple[str, str]] | None = None
    ended: bool = False
    goes_on_from: str = ""
    said: Mapping[str, NodeText] = field(default_factory=dict)


@dataclass(frozen=True)
class Node:
    """A node ready to be drawn and read out."""

    code: str
    title: str
    line: str
    full: str
    row: int
    column: int
    kind: NodeKind
    state: NodeState
    reached_on: date | None
    date_words: str
    leads_to: tuple[str, ...] = ()
    """Titles of the nodes that its arrows go to."""

    @property
    def described(self) -> str:
        """What it is in full and where its arrows go, for somebody who does not see them."""
        ways = _any_of(self.leads_to)
        return f"{self.full}. Leads to: {ways}." if ways else f"{self.full}."

    @property
    def spoken(self) -> str:
        """ "Request, done, 30 Apr": what a screen reader says."""
        return ", ".join(
            part for part in (self.title, _STATE_WORDS[self.state], self.date_words) if part
        )


@dataclass(frozen=True)
class DrawnEdge:
    """An arrow to draw: solid when ``taken``, else dashed."""

    start: str
    end: str
    label: str
    taken: bool


@dataclass(frozen=True)
class PathwayMap:
    """The whole map of one case."""

    nodes: tuple[Node, ...]
    edges: tuple[DrawnEdge, ...]
    loop_words: str
    loop_taken: bool
    next_words: str
    """Where it can go from here, one box on: "Close or MASP". Empty when it has ended."""
    by_code: Mapping[str, Node] = field(repr=False)


@dataclass(frozen=True)
class StepTaken:
    """A row of the map's list twin: when, which step (node code and words), who and why."""

    on: date
    node: str
    step: str
    who: str = ""
    why: str = ""


PLACES: tuple[Place, ...] = (
    Place("request", 1, 0, "main"),
    Place("safeguarding", 0, 1, "exit"),
    Place("accepted", 1, 1, "main"),
    Place("below_threshold", 2, 1, "exit"),
    Place("under_six_weeks", 0, 2, "branch"),
    Place("checks", 1, 2, "main"),
    Place("hub", 2, 2, "branch"),
    Place("twelve_weeks", 0, 3, "branch"),
    Place("assessment", 1, 3, "main"),
    Place("work_no_taf", 0, 4, "branch"),
    Place("first_taf", 1, 4, "main"),
    Place("review", 1, 5, "main"),
    Place("masp", 2, 5, "branch"),
    Place("close", 1, 6, "main"),
    Place("resources", 2, 6, "branch"),
)
"""Short work stands above the main road; the hub, the panel and signposting below it."""

FOLDED_ROWS, FOLDED_COLUMNS = 5, 4
FOLDED: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "request": (1, 0),
        "safeguarding": (0, 1),
        "accepted": (1, 1),
        "below_threshold": (2, 1),
        "under_six_weeks": (0, 2),
        "checks": (1, 2),
        "hub": (2, 2),
        "work_no_taf": (0, 3),
        "twelve_weeks": (1, 3),
        "assessment": (3, 0),
        "first_taf": (3, 1),
        "review": (3, 2),
        "close": (3, 3),
        "masp": (4, 2),
        "resources": (4, 3),
    }
)
"""Row and column where the map is too narrow to be one band: the road goes on below."""

EDGES: tuple[Edge, ...] = (
    Edge("request", "safeguarding", "at any time"),
    Edge("request", "accepted"),
    Edge("request", "below_threshold"),
    Edge("accepted", "checks"),
    Edge("checks", "under_six_weeks"),
    Edge("checks", "twelve_weeks"),
    Edge("checks", "assessment"),
    Edge("checks", "hub"),
    Edge("checks", "below_threshold", drawn=False),
    Edge("hub", "assessment"),
    Edge("under_six_weeks", "work_no_taf"),
    Edge("twelve_weeks", "work_no_taf"),
    Edge("work_no_taf", "close"),
    Edge("work_no_taf", "assessment"),
    Edge("assessment", "first_taf"),
    Edge("assessment", "close", drawn=False),
    Edge("first_taf", "review"),
    Edge("review", "close", "when needs are met"),
    Edge("review", "masp", "not met, or family disengaged"),
    Edge("masp", "resources"),
    Edge("resources", "review"),
    Edge("masp", "review", drawn=False),
    Edge("masp", "close", drawn=False),
)

_TEXTS: Mapping[str, NodeText] = MappingProxyType(
    {
        "request": NodeText(
            "Request",
            "Consent, details",
            "Sent {date}",
            "{request.name}, with written consent; until help is allocated it may be sent back "
            "here for more, or withdrawn",
        ),
        "safeguarding": NodeText(
            "Safeguarding",
            "Refer to {das} now",
            "Referred {date}",
            "Immediate safeguarding issues, at any time and from any box: refer to the {das.full}; "
            "where they take no further action it goes back to where it was",
        ),
        "below_threshold": NodeText(
            "Below threshold",
            "Signpost, record",
            "Recorded {date}",
            "Does not meet the threshold: record the decision and signpost",
        ),
        "accepted": NodeText(
            "Accepted",
            "By {ehdas}",
            "By {ehdas}, {date}",
            "Request accepted by {ehdas.full}",
        ),
        "checks": NodeText(
            "Checks",
            "{cdi} and others",
            "{cdi} and others",
            "Checks with {cdi.full} and the professionals involved",
        ),
        "hub": NodeText(
            "{hub}",
            "Allocates",
            "Since {date}",
            "{hub.full}: allocates a lead, or professionals join an assessment that runs",
        ),
        "under_six_weeks": NodeText(
            "{under_6_weeks.route}",
            "{ehdas} keeps case",
            "From {date}",
            "Less than {under_6_weeks.length} of family support: {ehdas.full} keeps the case",
        ),
        "assessment": NodeText(
            "Assessment",
            "Long-term support",
            "Allocated {date}",
            "Long term: allocated within the {cluster.name} for {eha.a_full}; one of an agency’s "
            "own, and a step down from social care, begin here",
        ),
        "twelve_weeks": NodeText(
            "{twelve_weeks.route}",
            "Short-term support",
            "From {date}",
            "Short term: allocated within the {cluster.name} for up to {twelve_weeks.length}",
        ),
        "work_no_taf": NodeText(
            "Work, no {taf}",
            "Review and act",
            "Reviewed {date}",
            "Work without {taf.a_full}: review, then close, signpost or step up to an assessment",
        ),
        "first_taf": NodeText(
            "First {taf}",
            "Make the plan",
            "Plan made, {date}",
            "First {taf.full} meeting: needs, {lead_practitioner.name} and first action plan",
        ),
        "review": NodeText(
            "Review plan",
            "Every {review.length}",
            "Every {review.length}",
            "Review the action plan at least every {review.length}",
        ),
        "close": NodeText(
            "Close",
            "Form, signpost",
            "Closed {date}",
            "Close with the closure form and signpost; it may come after any box where somebody "
            "helps",
        ),
        "masp": NodeText(
            "{masp}",
            "Panel",
            "Referred {date}",
            "Refer to the {masp.full}",
        ),
        "resources": NodeText(
            "Resources",
            "{susd} or {larp}",
            "Agreed {date}",
            "Resources agreed: {susd.full} or {larp.full}",
        ),
    }
)


def texts_of(pack: Pack) -> Mapping[str, NodeText]:
    """What the map says, in this authority's words."""
    return {
        code: NodeText(
            title=pack.say(text.title),
            line=pack.say(text.line),
            reached=pack.say(text.reached, date="{date}"),
            full=pack.say(text.full),
        )
        for code, text in _TEXTS.items()
        if code != "hub" or pack.hub
    }


def lay(facts: MapFacts, texts: Mapping[str, NodeText]) -> PathwayMap:
    """The map of one case, saying what `texts_of` gives.

    Done is reached and left. Ahead of where the family is, all that can still be reached could be
    next; the ways out for harm and for need below the threshold stay exits; the rest was not taken.
    """
    texts = {code: facts.said.get(code, text) for code, text in texts.items()}
    reached = set(facts.dates) | ({facts.current} if facts.current else set())
    ahead = _ahead(facts)
    shown = [edge for edge in EDGES if edge.drawn and _is_there(edge, facts, texts)]
    told = [edge for edge in EDGES if _is_there(edge, facts, texts)]
    nodes = tuple(
        _node(place, facts, texts, ahead, told) for place in PLACES if place.code in texts
    )
    edges = tuple(_edge(edge, facts, reached, ahead) for edge in shown)
    by_code = MappingProxyType({node.code: node for node in nodes})
    return PathwayMap(
        nodes,
        edges,
        facts.review_loop_words,
        "review" in reached and bool(facts.review_loop_words),
        _next_words(facts, by_code),
        by_code,
    )


def _next_words(facts: MapFacts, nodes: Mapping[str, Node]) -> str:
    if facts.ended:
        return ""
    if facts.goes_on_from:
        return f"back to {nodes[facts.goes_on_from].title}, or social care takes it on"
    return _any_of(nodes[facts.current].leads_to) if facts.current else ""


def _any_of(words: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _node(
    place: Place,
    facts: MapFacts,
    texts: Mapping[str, NodeText],
    ahead: frozenset[str],
    told: Sequence[Edge],
) -> Node:
    text = texts[place.code]
    on = facts.dates.get(place.code)
    state: NodeState
    if place.code == facts.current:
        state = "current"
    elif on is not None:
        state = "done"
    elif place.kind == "exit" and (place.code == AT_ANY_TIME or not facts.ended):
        state = "exit"
    else:
        state = "could_be_next" if place.code in ahead else "not_taken"
    when = say_day_month(on, facts.today) if on else ""
    line = text.reached.replace("{date}", when) if on and text.reached else text.line
    return Node(
        place.code,
        text.title,
        line,
        text.full or text.title,
        place.row,
        place.column,
        place.kind,
        state,
        on,
        when,
        tuple(texts[edge.end].title for edge in told if edge.start == place.code),
    )


def _edge(edge: Edge, facts: MapFacts, reached: set[str], ahead: frozenset[str]) -> DrawnEdge:
    """Words stand only on an arrow that was, or can still be, followed."""
    if facts.road is None:
        taken = edge.start in reached and edge.end in reached and edge.start != "resources"
    else:
        taken = (edge.start, edge.end) in facts.road
    at_any_time = edge.end == AT_ANY_TIME
    taken = taken or (at_any_time and edge.end in reached)  # it stands for the way from any box
    says = taken or at_any_time or (edge.start in ahead | reached and edge.end in ahead)
    return DrawnEdge(edge.start, edge.end, edge.label if says else "", taken)


def _is_there(edge: Edge, facts: MapFacts, texts: Mapping[str, NodeText]) -> bool:
    if edge.start not in texts or edge.end not in texts:
        return False
    if (edge.start, edge.end) == ("checks", "assessment") and "hub" in texts:
        # Where a hub allocates, nothing goes past it; an older case may have done.
        if facts.road is not None:
            return (edge.start, edge.end) in facts.road
        return "assessment" in facts.dates and "hub" not in facts.dates
    return True


def _ahead(facts: MapFacts) -> frozenset[str]:
    """What can still be reached."""
    if facts.ended:
        return frozenset()
    if facts.goes_on_from:
        return _reachable_from(facts.goes_on_from) | {facts.goes_on_from}
    return _reachable_from(facts.current or "request")


def _reachable_from(code: str) -> frozenset[str]:
    found: set[str] = set()
    waiting = [code]
    while waiting:
        here = waiting.pop()
        for edge in EDGES:
            if edge.start == here and edge.end not in found:
                found.add(edge.end)
                waiting.append(edge.end)
    return frozenset(found)
