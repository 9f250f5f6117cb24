"""Write ``docs/pathway.md`` again: ``python -m tests.tools.pathway_page``.

Every state and every move of the table, in Leicester's words, with the place it was read in. A test
(``tests/domain/test_pathway_page.py``) holds the page in step with the table.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from ehdesk.authority.load import load_pack
from ehdesk.authority.pack import Pack
from ehdesk.domain.guards import STOPS
from ehdesk.domain.obligations import obligations
from ehdesk.domain.pathway import FINAL, MOVES, Move, State, move_title, state_words
from ehdesk.domain.states import SOURCES
from tests.domain.walking import Walker

PAGE = Path(__file__).resolve().parents[2] / "docs" / "pathway.md"

_HEAD = """# The pathway: every state and every move

Written by `make pathway` from `ehdesk/domain/states.py` and `ehdesk/domain/moves.py`; do not edit
it by hand. The words are Leicester's.

`leaflet` is the leaflet "Targeted Early Help in Leicester" (its flow chart is "pathway", "LCC Early
Help Pathway at a glance"), `extranet` the schools' page "Referral for an Early Help Assessment", by
the heading that the sentence stands under, and `domain notes` the notes on practice in England, by
their section: they say what the two leave open. What is in quotation marks is the sentence itself.
The first thing due is what a case that has just come to a state is asked for.
"""

_SENT = ("begin", "consent", "send")
_AT_THE_HUB = (*_SENT, "accept_for_hub")
_ASSESSING = (*_AT_THE_HUB, "hub_allocates")
_PLANNED = (*_ASSESSING, "assessment", "plan", "first_taf")
_ROADS_TO = {
    State.DRAFT: ("begin",),
    State.SENT: _SENT,
    State.RETURNED: (*_SENT, "return_request"),
    State.ACCEPTED: (*_SENT, "accept"),
    State.HUB: _AT_THE_HUB,
    State.UNDER_SIX_WEEKS: (*_SENT, "accept_under_6_weeks"),
    State.TWELVE_WEEKS: (*_SENT, "accept_twelve_weeks"),
    State.ASSESSING: _ASSESSING,
    State.PLAN: _PLANNED,
    State.MASP: (*_PLANNED, "refer_to_masp"),
    State.DAS: (*_SENT, "refer_to_das"),
}
"""The shortest way of a case in memory to each open state."""


def page(pack: Pack) -> str:
    """The whole page."""
    return "\n".join(
        (_HEAD, "## States", "", *_states(pack), "", "## Moves", "", *_moves(pack), "")
    )


def _states(pack: Pack) -> list[str]:
    rows = [
        "| state | what it is called | | first thing due | where it was read |",
        "|---|---|---|---|---|",
    ]
    for state in State:
        kind, due = (
            ("ended", "none: it has ended") if state in FINAL else ("open", _first_due(state, pack))
        )
        rows.append(_row(f"`{state}`", state_words(state, pack), kind, due, SOURCES[state]))
    return rows


def _first_due(state: State, pack: Pack) -> str:
    """What a case that has just come to a state is asked for."""
    case = Walker.along(pack, _ROADS_TO[state], date(2026, 1, 5)).case
    assert case.state is state
    return obligations(case, pack)[0].title


def _moves(pack: Pack) -> list[str]:
    rows = [
        "| move | what it is called | from | to | by | rules that may stop it "
        "| where it was read |",
        "|---|---|---|---|---|---|---|",
    ]
    for move in MOVES.values():
        rows.append(
            _row(
                f"`{move.code}`",
                move_title(move.code, pack),
                ", ".join(f"`{state}`" for state in State if state in move.starts) or "a new case",
                f"`{move.ends}`" if move.ends else "stays",
                ", ".join(f"form `{form}`" for form in move.by_forms) or "a day and a reason",
                ", ".join(_rules(move, pack)) or "none",
                move.source,
            )
        )
    return rows


def _rules(move: Move, pack: Pack) -> list[str]:
    step = STOPS.get(move.code)
    return [f"`{rule.code}`" for rule in pack.rules if step in rule.stops]


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def main() -> int:
    PAGE.write_text(page(load_pack("leicester")), "utf-8")
    sys.stdout.write("docs/pathway.md\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
