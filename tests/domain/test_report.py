"""What a report says, worked out from facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from uuid import UUID

import pytest

from ehdesk.authority.load import load_pack
from ehdesk.authority.pack import Pack
from ehdesk.domain.pathway import State
from ehdesk.domain.report import Card, Question, Report
from ehdesk.domain.report_cards import make_report
from ehdesk.domain.report_facts import (
    CaseFact,
    EndFact,
    Facts,
    HeldFact,
    OverdueFact,
    ScoreFact,
    StepFact,
)
from ehdesk.domain.report_periods import codes, period, quarters, term_start
from resources import FOLDER

TODAY = date(2026, 11, 17)
_keys: Iterator[int] = count(1)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(FOLDER / "authority" / "leicester")


def key() -> UUID:
    return UUID(int=next(_keys))


def case(
    lead: str = "Anita Rowe",
    *,
    state: State = State.PLAN,
    route: str = "eha",
    cluster: str = "west",
    opened: date = date(2026, 1, 5),
    closed: date | None = None,
    family: UUID | None = None,
    elsewhere: bool = False,
) -> CaseFact:
    return CaseFact(key(), family or key(), state, route, opened, closed, cluster, lead, elsewhere)


def cases(number: int, lead: str = "Anita Rowe", **more: object) -> list[CaseFact]:
    return [case(lead, **more) for _ in range(number)]  # type: ignore[arg-type]


def report(pack: Pack, facts: Facts, **asked: str) -> Report:
    return make_report(facts, Question(**asked), pack, "West locality", TODAY)


def card(pack: Pack, code: str, facts: Facts, **asked: str) -> Card:
    return next(one for one in report(pack, facts, **asked).cards if one.code == code)


def told(one: Card) -> list[tuple[str, ...]]:
    return [(line.label, *(value.words for value in line.values)) for line in one.lines]


def test_a_store_without_families_has_an_empty_report(pack: Pack) -> None:
    nothing = report(pack, Facts())
    assert nothing.is_empty
    assert len(nothing.cards) == 8
    assert nothing.cards[0].told() == "Too few families to report."


def test_the_caseload_names_who_leads_in_name_order_and_others_last(pack: Pack) -> None:
    found = card(
        pack,
        "caseload",
        Facts(
            tuple(
                cases(6, "Samira Devji")
                + cases(7, "anita Rowe")
                + cases(9, "", elsewhere=True)
                + cases(5, "", state=State.DAS)
                + cases(30, state=State.SENT)
                + cases(20, state=State.CLOSED)
            )
        ),
    )
    assert told(found) == [
        ("anita Rowe", "7"),
        ("Samira Devji", "6"),
        ("Leads in other agencies", "9"),
        ("Nobody named yet", "5"),
    ]
    assert found.support == "27 families, by who leads"


def test_a_family_with_two_cases_counts_once(pack: Pack) -> None:
    twice = key()
    facts = Facts((*cases(5), case(family=twice), case("Dev Mistry", family=twice)))
    assert card(pack, "caseload", facts).support == "About 10 families, by who leads"
    assert told(card(pack, "caseload", facts))[1] == ("Dev Mistry", "fewer than 5")


def test_overdue_counts_families_by_what_is_late(pack: Pack) -> None:
    some = cases(8)
    late = [OverdueFact(one.id, "action", TODAY - timedelta(days=1)) for one in some for _ in "ab"]
    late += [OverdueFact(one.id, "review", TODAY - timedelta(days=9)) for one in some[:2]]
    late += [OverdueFact(some[0].id, "meeting", TODAY)]
    found = card(pack, "overdue", Facts(tuple(some), overdue=tuple(late)))
    assert told(found) == [("Actions", "8"), ("Reviews", "fewer than 5")]
    assert found.support == "On 8 families"


def test_how_many_families_is_not_said_where_it_would_tell_of_a_small_number(pack: Pack) -> None:
    some = cases(9)
    late = [OverdueFact(one.id, "action", TODAY - timedelta(days=1)) for one in some[:5]]
    late += [OverdueFact(one.id, "review", TODAY - timedelta(days=1)) for one in some[5:]]
    found = card(pack, "overdue", Facts(tuple(some), overdue=tuple(late)))
    assert found.support == "Families with something past its day"


def test_time_to_the_first_meeting(pack: Pack) -> None:
    some = cases(25)
    begun = date(2026, 5, 4)
    steps = [StepFact(one.id, "accept_eha", begun) for one in some]
    steps += [
        StepFact(one.id, "first_taf", begun + timedelta(days=10 + place))
        for place, one in enumerate(some)
    ]
    found = card(pack, "first_taf", Facts(tuple(some), tuple(steps)))
    assert found.spread is not None
    assert (found.spread.middle, found.spread.half, found.spread.most) == (22, (16, 28), (11, 33))
    assert (found.spread.aim, found.spread.aim_words) == (42, "6 weeks, our aim")
    assert told(found)[0] == ("In the middle", "22")
    fewer = card(pack, "first_taf", Facts(tuple(some[:9]), tuple(steps)))
    assert fewer.spread is not None
    assert fewer.spread.half is None
    assert card(pack, "first_taf", Facts(tuple(some[:4]), tuple(steps))).is_empty
    assert card(pack, "first_taf", Facts(tuple(some), tuple(steps)), period="month").is_empty


def test_reviews_on_time_by_quarter_and_one_that_was_never_held_is_late(pack: Pack) -> None:
    some = cases(7)
    steps = [StepFact(one.id, "first_taf", date(2026, 3, 2)) for one in some]
    held = [HeldFact(one.id, date(2026, 6, 2)) for one in some[:5]]
    held += [HeldFact(some[5].id, date(2026, 6, 3))]
    found = card(pack, "reviews", Facts(tuple(some), tuple(steps), tuple(held)))
    assert told(found) == [
        ("April to June", "5", "fewer than 5"),
        ("July to September", "0", "6"),
    ]
    assert found.note == "5 on time, about 10 late."
    closed = tuple(cases(7, state=State.CLOSED))
    steps = [StepFact(one.id, "first_taf", date(2026, 3, 2)) for one in closed]
    held = [HeldFact(one.id, date(2026, 6, 2)) for one in closed]
    found = card(pack, "reviews", Facts(closed, tuple(steps), tuple(held)))
    assert found.note == "7 of 7 on time, 100%."


def test_how_help_ended(pack: Pack) -> None:
    some = cases(14, state=State.CLOSED)
    reasons = ["NM"] * 6 + ["PM"] * 5 + ["MO"] * 3
    ends = tuple(
        EndFact(one.id, date(2026, 7, 1), reason) for one, reason in zip(some, reasons, strict=True)
    )
    found = card(pack, "ended", Facts(tuple(some), endings=ends))
    assert [line[1] for line in told(found)] == ["6", "5", "fewer than 5"]
    assert found.support == "About 15 ended since April"
    assert card(pack, "ended", Facts(tuple(some), endings=ends), period="month").is_empty


def test_distance_travelled(pack: Pack) -> None:
    some = cases(12)
    scores = tuple(
        ScoreFact(one.id, 4, 4 + (place < 7) - (place > 9), date(2026, 9, 9))
        for place, one in enumerate(some)
    )
    found = card(pack, "travelled", Facts(tuple(some), scores=scores))
    assert told(found) == [
        ("Moved towards the hope", "7"),
        ("No change", "fewer than 5"),
        ("Lower", "fewer than 5"),
    ]
    one = tuple(ScoreFact(some[0].id, 1, 5, date(2026, 9, 9)) for _ in range(20))
    assert card(pack, "travelled", Facts(tuple(some), scores=one)).is_empty


def test_families_who_ask_again_within_a_year(pack: Pack) -> None:
    new = cases(12, state=State.SENT, cluster="north")
    before = [
        case(state=State.CLOSED, closed=day, family=one.family)
        for one, day in zip(new, [date(2025, 12, 1)] * 6 + [date(2024, 1, 1)], strict=False)
    ]
    steps = tuple(StepFact(one.id, "send", date(2026, 10, 5)) for one in new)
    facts = Facts((*new, *before), steps)
    found = card(pack, "asked_again", facts)
    assert [line[1] for line in told(found)] == ["6", "6"]
    assert found.support == "12 families asked since April"
    # What ended in another team counts too.
    assert told(card(pack, "asked_again", facts, cluster="north")) == told(found)


def test_by_locality_and_narrowed_to_a_team_or_a_kind_of_help(pack: Pack) -> None:
    facts = Facts(
        (
            *cases(9),
            *cases(8, cluster="north", route="twelve_weeks", state=State.TWELVE_WEEKS),
        )
    )
    assert told(card(pack, "locality", facts)) == [("North", "8"), ("West", "9")]
    assert card(pack, "caseload", facts).note == "12 weeks: 8  ·  Assessment: 9"
    narrow = report(pack, facts, cluster="north", route="twelve_weeks")
    assert narrow.cards[0].support == "8 families, by who leads"
    assert "North cluster  ·  12 weeks" in narrow.support
    assert report(pack, facts, cluster="north", route="eha").is_empty


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("month", "1 November to 17 November 2026"),
        ("term", "26 August to 17 November 2026"),
        ("april", "1 April to 17 November 2026"),
        ("year", "18 November 2025 to 17 November 2026"),
    ],
)
def test_the_times_that_can_be_chosen(pack: Pack, code: str, words: str) -> None:
    assert period(code, TODAY, pack.school_terms).words == words


@pytest.mark.parametrize(
    ("today", "began"),
    [
        (date(2026, 1, 5), date(2025, 8, 26)),  # the Christmas holiday: the term that ran last
        (date(2026, 1, 6), date(2026, 1, 6)),
        (date(2026, 3, 27), date(2026, 1, 6)),  # a half-term lies between
        (date(2026, 4, 13), date(2026, 4, 13)),
        (date(2026, 8, 25), date(2026, 4, 13)),  # the summer holiday
        (date(2026, 10, 20), date(2026, 8, 26)),  # in a half-term
        (date(2027, 6, 7), date(2027, 4, 12)),
    ],
)
def test_this_term_begins_where_the_schools_of_the_authority_begin_it(
    pack: Pack, today: date, began: date
) -> None:
    assert term_start(today, pack.school_terms) == began
    assert period("term", today, pack.school_terms).first == began


def test_the_term_is_not_offered_where_its_dates_are_not_known(pack: Pack) -> None:
    assert "term" in codes(TODAY, pack.school_terms)
    for terms in ((), pack.school_terms[:3]):
        assert codes(TODAY, terms) == ("month", "april", "year")
        with pytest.raises(KeyError):
            period("term", TODAY, terms)
    assert period("april", date(2027, 3, 31)).first == date(2026, 4, 1)


def test_quarters_have_names_and_the_last_one_still_runs() -> None:
    names = [one.name for one in quarters(date(2026, 4, 1), TODAY)]
    assert names == ["April to June", "July to September", "Since October"]
    assert quarters(date(2025, 11, 18), TODAY)[0].name == "October to December 2025"
