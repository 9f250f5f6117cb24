"""What forms may bind to and what the store can edit are one list."""

from __future__ import annotations

from ehdesk.forms.names import BINDS
from ehdesk.store.spine import BINDINGS


def test_the_store_edits_everything_that_a_form_may_bind_to_and_nothing_else() -> None:
    assert set(BINDINGS) == set(BINDS)
