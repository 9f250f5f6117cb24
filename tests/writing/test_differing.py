"""Where two texts differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ehdesk.writing.differing import shared_ends, shared_start

TEXT = st.text("ab", max_size=12)


@given(TEXT, TEXT, TEXT, TEXT)
def test_what_is_shared_is_shared_and_no_more_could_be(
    start: str, one: str, other: str, end: str
) -> None:
    a, b = start + one + end, start + other + end
    first, last = shared_ends(a, b)
    assert first == shared_start(a, b) >= len(start)
    assert a[:first] == b[:first]
    assert last == 0 or a[-last:] == b[-last:]
    rest_a, rest_b = a[first : len(a) - last], b[first : len(b) - last]
    if rest_a and rest_b:
        assert rest_a[0] != rest_b[0]
        assert rest_a[-1] != rest_b[-1]
    assert a[:first] + rest_b + a[len(a) - last :] == b
