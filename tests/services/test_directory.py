"""The services and the numbers: found by what is asked, hidden when nobody checked them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from ehdesk.desk import Desk
from ehdesk.domain.directory import ServiceFilter
from ehdesk.kernel.errors import NotFound
from tests.desks import new_desk

MARLSHIRE = Path(__file__).parents[1] / "packs" / "marlshire"


@pytest.fixture
def marlshire(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path / "marl", authority=MARLSHIRE)
    yield desk
    desk.close()


def codes(desk: Desk, **wanted: object) -> list[str]:
    found = desk.directory.find(ServiceFilter(**wanted))  # type: ignore[arg-type]
    return [one.code for one in found.found]


def test_a_service_is_found_by_name_area_and_kind_of_help(desk: Desk) -> None:
    assert codes(desk, text="chat drop") == ["chatter_drop_in"]
    assert "story_bus" in codes(desk, text="speech lang")
    assert set(codes(desk, text="teen central")) == {"teen_talk"}


def test_a_service_is_found_by_age_cost_time_and_locality(desk: Desk) -> None:
    under_5 = codes(desk, age="under_5", free=True, time="weekends")
    assert under_5 == ["saturday_play"]
    assert "teen_talk" in codes(desk, age="11_to_17", time="evenings")
    assert "teen_talk" not in codes(desk, age="under_5")
    west = codes(desk, locality="west")
    assert "chatter_drop_in" in west
    assert "toddler_swim" not in west, "it is in the East and the Centre"
    assert "speech_helpline" in west, "what names no locality is for all of them"


def test_what_the_call_was_about_comes_first_and_hides_nothing(desk: Desk) -> None:
    every = codes(desk)
    ordered = codes(desk, topics=("speech",))
    assert set(ordered) == set(every)
    assert set(ordered[:3]) == {"chatter_drop_in", "speech_helpline", "story_bus"}


def test_those_past_their_check_date_are_hidden_and_counted_until_somebody_checks(
    desk: Desk,
) -> None:
    before = desk.directory.find(ServiceFilter())
    assert before.hidden == 3
    assert before.words.endswith("3 are past their check date and hidden.")
    assert "homework_club" not in codes(desk)
    assert "homework_club" in codes(desk, past=True)
    desk.directory.say_service_checked("homework_club")
    assert "homework_club" in codes(desk)
    assert desk.directory.find(ServiceFilter()).hidden == 2
    assert desk.directory.service("homework_club").checked == desk.clock.today()


def test_nobody_checks_what_is_not_in_the_list(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.directory.say_service_checked("no such service")


def test_made_up_entries_say_so_in_their_name(desk: Desk) -> None:
    for one in desk.directory.services():
        if one.service.source.startswith("assumption"):
            assert "(example)" in one.name, one.code


def test_the_numbers_are_old_after_ninety_days(desk: Desk) -> None:
    assert desk.directory.contacts_checked().is_old, "nobody has checked them yet"
    desk.directory.say_contacts_checked()
    state = desk.directory.contacts_checked()
    assert (state.on, state.by, state.is_old) == (date(2026, 11, 17), "Anita Rowe", False)
    desk.clock.move_to(desk.clock.now() + timedelta(days=90))  # type: ignore[attr-defined]
    assert not desk.directory.contacts_checked().is_old
    desk.clock.move_to(desk.clock.now() + timedelta(days=1))  # type: ignore[attr-defined]
    assert desk.directory.contacts_checked().is_old


def test_older_numbers_are_marked_and_come_last(desk: Desk) -> None:
    listed = desk.directory.contacts()
    assert [one.contact.code for one in listed if one.is_older] == ["ehdas_2015"]
    assert listed[-1].instead == "Social Care and Early Help, One Number"
    assert all(one.contact.code != "ehdas_gcsx" for one in listed), "it does not work any more"


def test_a_postcode_is_told_only_where_the_pack_says_so(desk: Desk, marlshire: Desk) -> None:
    assert not desk.directory.knows_postcodes
    assert desk.directory.locality_of("LE3 0AA") is None

    def where(typed: str) -> str:
        found = marlshire.directory.locality_of(typed)
        return found.code if found else ""

    assert marlshire.directory.knows_postcodes
    assert where("ms1 2ab") == "valley"
    assert where("MS41AB") == "coast"
    assert where("MS4 2AB") == ""
    assert where("") == ""


def test_one_s_own_locality_is_that_of_the_cluster(desk: Desk) -> None:
    assert desk.directory.own_locality == "west"
