"""The page that tells the pathway is the table, and the table says where it was read."""

from __future__ import annotations

import re

from ehdesk.authority.load import load_pack
from ehdesk.domain.case_map import _REACHED, node_of
from ehdesk.domain.pathway import MOVES, TRACK, State, state_words
from ehdesk.domain.pathway_map import PLACES
from ehdesk.domain.states import SOURCES, WORDS
from tests.tools.pathway_page import PAGE, page

PACK = load_pack("leicester")
PLACE = re.compile(r"(leaflet: |extranet: |domain notes \d+\.\d)")


def test_the_page_is_in_step_with_the_table() -> None:
    assert PAGE.read_text("utf-8") == page(PACK), "write it again: make pathway"


def test_every_state_and_move_names_the_place_it_was_read_in() -> None:
    for said in (*SOURCES.values(), *(move.source for move in MOVES.values())):
        assert PLACE.match(said), said
    assert set(SOURCES) == set(WORDS) == set(TRACK) == set(State)


def test_every_state_has_words_and_every_move_a_box_of_the_map() -> None:
    boxes = {place.code for place in PLACES}
    assert all("{" not in state_words(state, PACK) for state in State)
    assert set(_REACHED) == set(MOVES)
    for move in MOVES.values():
        for state in move.starts or {State.DRAFT}:
            assert node_of(move.code, state, move.leads_to(state)) in boxes, move.code
