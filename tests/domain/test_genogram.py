"""The drawing of a family says what its people list says, and no line crosses another."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from ehdesk.domain.genogram import Genogram, Line, draw, told
from ehdesk.domain.genogram.drawing import RADIUS, Point
from ehdesk.domain.people import Home, Person, Relationship

TODAY = date(2026, 11, 17)


def key(number: int) -> UUID:
    return UUID(int=number)


def person(number: int, kind: str = "adult", **more: object) -> Person:
    return Person(key(number), kind, f"Person{number}", "Larkmoor", **more)  # type: ignore[arg-type]


def link(who: int, kind: str, whom: int) -> Relationship:
    return Relationship(UUID(int=1000 * who + whom), key(who), key(whom), kind)


def at(drawing: Genogram, number: int) -> Point:
    return next(s.at for s in drawing.symbols if s.person_id == key(number) and not s.again)


# The family of the design's picture: two homes, a remarriage, a grandmother, an order.
HEENA, NILESH, KAVITA, NIRMALA, MARTIN, ROHAN, MIRA, DEV = range(1, 9)
PEOPLE = (
    person(HEENA, sex="F", lives="here"),
    person(NILESH, sex="M", lives="elsewhere", other_home=key(90)),
    person(KAVITA, sex="F", lives="elsewhere", other_home=key(90)),
    person(NIRMALA, sex="F", lives="elsewhere"),
    person(MARTIN, sex="M", lives="elsewhere"),
    person(ROHAN, "child", sex="M", lives="part", in_request="yes"),
    person(MIRA, "child", sex="F", lives="part", in_request="yes"),
    person(DEV, "child", lives="elsewhere", other_home=key(90), in_request="no"),
)
LINKS = (
    link(HEENA, "mother", ROHAN),
    link(HEENA, "mother", MIRA),
    link(NILESH, "father", ROHAN),
    link(NILESH, "father", MIRA),
    link(NILESH, "father", DEV),
    link(KAVITA, "mother", DEV),
    link(KAVITA, "step_mother", ROHAN),
    link(NIRMALA, "grandparent_maternal", ROHAN),
    link(HEENA, "ex_partner", NILESH),
    link(HEENA, "ex_partner", MARTIN),
    link(NILESH, "partner", KAVITA),
)
HOMES = (Home(key(90), address="8 Wharf Terrace"),)


def test_a_remarriage_stands_in_one_row_with_each_couples_children_between_them() -> None:
    drawing = draw(PEOPLE, LINKS, HOMES)
    martin, heena, nilesh, kavita = (at(drawing, n) for n in (MARTIN, HEENA, NILESH, KAVITA))
    assert martin[1] == heena[1] == nilesh[1] == kavita[1]
    assert abs(martin[0] - heena[0]) < abs(martin[0] - nilesh[0]) < abs(martin[0] - kavita[0])
    low, high = sorted((heena[0], nilesh[0]))
    for child in (ROHAN, MIRA):
        assert low < at(drawing, child)[0] < high
        assert at(drawing, child)[1] > heena[1]
    low, high = sorted((nilesh[0], kavita[0]))
    assert low < at(drawing, DEV)[0] < high


def test_a_grandmother_stands_above_the_parent_whose_mother_she_is() -> None:
    drawing = draw(PEOPLE, LINKS, HOMES)
    above, below = at(drawing, NIRMALA), at(drawing, HEENA)
    assert above[1] < below[1]
    lines = [line for line in drawing.lines if key(NIRMALA) in line.ends]
    assert [line.ends for line in lines] == [(key(NIRMALA), key(HEENA))]


def test_couples_that_have_parted_have_two_strokes_and_others_have_none() -> None:
    drawing = draw(PEOPLE, LINKS, HOMES)
    kinds = {frozenset(line.ends): line for line in drawing.lines if line.kind != "child"}
    parted = kinds[frozenset((key(HEENA), key(NILESH)))]
    assert parted.kind == "apart"
    assert parted.strokes is not None
    assert kinds[frozenset((key(NILESH), key(KAVITA)))].strokes is None


def test_each_home_is_boxed_and_holds_nobody_who_does_not_live_there() -> None:
    drawing = draw(PEOPLE, LINKS, HOMES)
    assert [box.number for box in drawing.boxes] == [1, 2]
    assert set(drawing.boxes[0].members) == {key(HEENA), key(ROHAN), key(MIRA)}
    assert set(drawing.boxes[1].members) == {key(NILESH), key(KAVITA), key(DEV)}


def test_shapes_tell_sex_and_who_is_not_born_yet() -> None:
    people = (
        person(1, sex="F"),
        person(2, sex="M"),
        person(3),
        person(4, "child", unborn=True),
    )
    drawing = draw(people, ())
    assert [s.shape for s in drawing.symbols] == ["circle", "square", "diamond", "triangle"]


def test_a_third_partner_is_drawn_apart_so_that_no_line_crosses() -> None:
    people = tuple(person(n) for n in range(1, 5)) + tuple(person(n, "child") for n in (11, 12, 13))
    links = [link(1, "mother", n) for n in (11, 12, 13)]
    links += [link(n, "father", n + 9) for n in (2, 3, 4)]
    drawing = draw(people, links)
    assert sum(s.again for s in drawing.symbols if s.person_id == key(1)) == 1
    assert crossings(drawing) == []


def test_the_list_says_what_the_drawing_shows() -> None:
    lines = told(PEOPLE, LINKS, HOMES, {key(MARTIN)}, TODAY, lambda kind: kind.capitalize())
    words = {line.name.split()[0]: line.words for line in lines}
    assert "Mother of Person6 and Person7." in words["Person1"]
    assert "Lives at home 2." in words["Person2"]
    assert "Contact is restricted." in words["Person5"]
    assert "part of the week" in words["Person6"]


def test_a_family_without_relationships_stands_without_lines() -> None:
    drawing = draw(PEOPLE, ())
    assert drawing.lines == ()
    assert len(drawing.symbols) == len(PEOPLE)


# Any family at all

KINDS = (
    "mother",
    "father",
    "adoptive_mother",
    "step_father",
    "partner",
    "ex_partner",
    "grandparent_maternal",
    "grandparent_paternal",
    "sibling",
)


@st.composite
def families(pick: st.DrawFn) -> tuple[tuple[Person, ...], list[Relationship]]:
    count = pick(st.integers(1, 10))
    people = tuple(
        person(
            n,
            pick(st.sampled_from(("adult", "child"))),
            lives=pick(st.sampled_from(("here", "part", "elsewhere", ""))),
            other_home=key(90),
            in_request=pick(st.sampled_from(("yes", "no", ""))),
        )
        for n in range(1, count + 1)
    )
    numbers = st.integers(1, count)
    pairs = pick(
        st.lists(st.tuples(numbers, st.sampled_from(KINDS), numbers), max_size=16, unique=True)
    )
    return people, [link(*pair) for pair in pairs]


@settings(max_examples=400, deadline=None)
@given(families())
def test_no_line_crosses_another_and_everyone_is_there_once(
    family: tuple[tuple[Person, ...], list[Relationship]],
) -> None:
    people, links = family
    drawing = draw(people, links, HOMES)
    first = [s.person_id for s in drawing.symbols if not s.again]
    assert sorted(first) == sorted(p.id for p in people)
    assert crossings(drawing) == []
    assert touching_symbols(drawing) == []
    assert lines_through_symbols(drawing) == []
    for box in drawing.boxes:
        inside = {s.person_id for s in drawing.symbols if box.holds(s.at)}
        assert inside == set(box.members)
    for symbol in drawing.symbols:
        assert 0 <= symbol.at[0] <= drawing.width
        assert 0 <= symbol.at[1] <= drawing.height


@settings(max_examples=200, deadline=None)
@given(families())
def test_every_parent_and_couple_that_was_named_is_joined_by_a_line(
    family: tuple[tuple[Person, ...], list[Relationship]],
) -> None:
    people, links = family
    drawing = draw(people, links)
    down = {(a, line.ends[-1]) for line in drawing.lines if line.kind == "child" for a in line.ends}
    across = {frozenset(line.ends) for line in drawing.lines if line.kind != "child"}
    mothers: dict[UUID | None, list[Relationship]] = {}
    for one in links:
        if one.kind == "mother" and one.person_id != one.to_id:
            mothers.setdefault(one.to_id, []).append(one)
    for child, named in mothers.items():
        if len(named) == 1 and not any(x.to_id == child and x.kind == "father" for x in links):
            assert (named[0].person_id, child) in down
    for one in links:
        if one.kind in ("partner", "ex_partner") and one.person_id != one.to_id:
            assert frozenset((one.person_id, one.to_id)) in across


def crossings(drawing: Genogram) -> list[tuple[Line, Line]]:
    """Pairs of lines that meet although they belong to different couples or parents."""
    return [
        (one, other)
        for one, other in combinations(drawing.lines, 2)
        if _owner(one) != _owner(other)
        for a in _segments(one)
        for b in _segments(other)
        if _meet(a, b)
    ]


def _owner(line: Line) -> frozenset[UUID]:
    return frozenset(line.ends[:-1] if line.kind == "child" else line.ends)


def _segments(line: Line) -> list[tuple[Point, Point]]:
    return [(a, b) for a, b in zip(line.points, line.points[1:], strict=False) if a != b]


def _meet(a: tuple[Point, Point], b: tuple[Point, Point]) -> bool:
    """Every line is level or upright, so two of them meet when their boxes do."""
    thin = 1e-9

    def span(s: tuple[Point, Point], axis: int) -> tuple[float, float]:
        return min(s[0][axis], s[1][axis]), max(s[0][axis], s[1][axis])

    return all(
        span(a, axis)[0] <= span(b, axis)[1] + thin and span(b, axis)[0] <= span(a, axis)[1] + thin
        for axis in (0, 1)
    )


def touching_symbols(drawing: Genogram) -> list[object]:
    return [
        (one, other)
        for one, other in combinations(drawing.symbols, 2)
        if abs(one.at[0] - other.at[0]) < 2 * RADIUS and abs(one.at[1] - other.at[1]) < 2 * RADIUS
    ]


def lines_through_symbols(drawing: Genogram) -> list[object]:
    found: list[object] = []
    for line in drawing.lines:
        for symbol in drawing.symbols:
            x, y = symbol.at
            inner = RADIUS * 0.9
            box = ((x - inner, y - inner), (x + inner, y + inner))
            if any(_meet(segment, box) for segment in _segments(line)):
                found.append((line, symbol))
    return found
