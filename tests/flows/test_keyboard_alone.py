"""A whole request, a case and the lock, by somebody who has a keyboard and a screen reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ehdesk.domain.lists import CaseFilter
from tests.desks import PASSWORD, DemoHome
from tests.flows.conftest import Opened
from tests.keyboard import Keyboard

MOST = 720
"""Key presses for a whole request that says only what it must; most are letters of its answers."""


@pytest.fixture
def keys(qtbot: QtBot) -> Keyboard:
    return Keyboard(lambda condition: qtbot.waitUntil(condition, timeout=20_000))


def test_a_family_is_asked_help_for_and_another_is_worked_with_by_keys_alone(
    open_window: Callable[[Path], Opened], demo_home: DemoHome, tmp_path: Path, keys: Keyboard
) -> None:
    application, _person, _clock = open_window(demo_home.copy_to(tmp_path / "home").root)
    keys.hears("Password for Demo locality")
    keys.type(PASSWORD)
    keys.press("Enter")
    keys.hears("Good morning")

    keys.presses = 0
    keys.press("Ctrl+N")
    _fill_the_request(keys)
    presses = keys.presses
    assert presses < MOST, f"{presses} key presses"
    print(f"{presses} key presses for a whole request")  # noqa: T201 (told with -s)
    frame = application.frame
    assert frame is not None
    lists = frame.desk.lists
    (sent,) = lists.case_ids(CaseFilter(text="Sandthornley")).ids
    assert frame.desk.cases.get(sent).steps[-1].move == "send"
    keys.hears("Sandthornley family")

    _tick_an_action(keys)
    (other,) = lists.case_ids(CaseFilter(text="Tilbrook")).ids
    done = [a.what for a in frame.desk.cases.get(other).actions if not a.is_open]
    assert "Time for homework after tea" in done

    keys.press("Ctrl+L")
    keys.hears("Password for Demo locality")
    assert application.is_locked


def _fill_the_request(keys: Keyboard) -> None:
    keys.hears("Before you start. Step 1 of 12")
    keys.tab_to("Yes")
    keys.choose("No")
    keys.tab_to("Yes")
    keys.choose("No")
    keys.tab_to("Yes")
    keys.choose("Yes")
    keys.write("Date of the call, day", "16/11/26")
    keys.write("Time of the call", "9.20am")
    keys.write("Who did you speak to?", "Duty worker")
    keys.write("What did they advise?", "Fill in the request with Ottoline.")
    keys.tab_to("Yes")
    keys.choose("Yes")
    keys.tab_to("Early help")
    keys.press("Space")
    keys.tab_to("Level 1")
    keys.choose("Level 3, several needs at once")
    keys.write("What makes you think so?", "Three needs.")
    keys.press("Ctrl+Enter")

    keys.hears("Who is asking. Step 2 of 12")
    keys.tab_to("Young person")
    keys.choose("Professional")
    keys.write("Name", "Priya Nair")
    keys.write("Role", "Pastoral lead")
    keys.write("School or agency", "Larkmoor Primary")
    keys.tab_to("Choose")
    keys.type("Primary school")
    keys.press("Enter")
    keys.write("Phone", "0116 496 0101")
    keys.tab_to("Yes")
    keys.choose("I am the DSL")
    keys.tab_to("A new Early Help Assessment")
    keys.press("Space")
    keys.tab_to("Yes")
    keys.choose("No")
    _go_to_step(keys, "Step 4, Family and household")

    keys.hears("Family and household. Step 4 of 12")
    _fill_the_family(keys)
    _go_to_step(keys, "Step 3, Consent")

    keys.hears("Consent. Step 3 of 12")
    keys.tab_to("Yes, with all of them")
    keys.press("Space")
    keys.tab_to("Written and signed")
    keys.press("Space")
    keys.tab_to("Ottoline Sandthornley")
    keys.press("Space")
    keys.write("Date, day", "16 Nov 2026")
    for name in ("Ottoline", "Wilf"):
        keys.tab_to(f"{name} Sandthornley")
        keys.press("Space")
    keys.tab_to("School or nursery")
    keys.press("Space")
    keys.tab_to("Knows and agrees")
    keys.press("Space")
    _go_to_step(keys, "Step 7, Needs and worries")

    keys.hears("Needs and worries. Step 7 of 12")
    for need in ("School attendance", "Feelings", "Home and money"):
        keys.tab_to(need)
        keys.press("Space")
    keys.write("What are you worried about?", "Late mornings.")
    keys.write("What is working well?", "They eat together.")
    keys.write("How does this affect each child?", "Wilf is tired.")
    keys.tab_to("Add another")
    keys.press("Space")
    keys.hears("Their own words")
    keys.type("I watch the clock.")
    keys.tab_to("Choose")
    keys.press("Down")
    keys.write("What do the parents or carers say?", "I need a hand.")
    keys.press("Ctrl+Enter")

    keys.hears("Support already in place. Step 8 of 12")
    keys.write("What has been tried, and what happened?", "Breakfast club.")
    keys.press("Ctrl+Enter")

    keys.hears("What would help. Step 9 of 12")
    keys.write("What does the family want to be different?", "Calmer mornings.")
    keys.write("What would you like to happen?", "One plan.")
    keys.tab_to("Yes")
    keys.choose("No")
    keys.press("Ctrl+Enter")

    keys.hears("Papers to go with it. Step 10 of 12")
    keys.press("Ctrl+Enter")

    keys.hears("Check your answers before you send. Step 11 of 12")
    keys.tab_to("Change Postcode")
    keys.press("Enter")
    keys.hears("Postcode")
    keys.press("Ctrl+Enter")
    keys.hears("Check your answers before you send. Step 11 of 12")
    keys.press("Ctrl+Enter")

    keys.hears("Send the request. Step 12 of 12")
    keys.tab_to("AnyComms+")
    keys.press("Space")
    keys.press("Ctrl+Enter")


def _fill_the_family(keys: Keyboard) -> None:
    keys.write("Family name", "Sandthornley")
    keys.write("Street address", "27 Tansy Walk, Leicester")
    keys.write("Postcode", "LE3")
    keys.write("First name", "Ottoline")
    keys.write("Family name", "Sandthornley")
    keys.write("Relationship", "Mum")
    keys.tab_to("Done")
    keys.press("Enter")
    keys.write("First name", "Wilf")
    keys.write("Family name", "Sandthornley")
    keys.write("Date of birth, day", "30/7/2018")
    keys.tab_to("School and learning")
    keys.press("Enter")
    keys.write("School or setting", "Larkmoor Primary")
    keys.tab_to("Done")
    keys.press("Enter")
    keys.tab_to("Yes")
    keys.choose("No")
    keys.write("How should we contact the family safely?", "Text Ottoline first.")
    keys.press("Ctrl+Enter")
    keys.hears("There is a problem")
    keys.tab_to("Enter a full postcode")
    keys.press("Enter")
    keys.hears("Postcode")
    keys.press("End")
    keys.type(" 0ZY")


def _go_to_step(keys: Keyboard, step: str) -> None:
    """F6 to the list of steps, arrows to the one, Enter."""
    for _ in range(6):
        keys.press("F6")
        if keys.heard().startswith("Step "):
            break
    number = int(step.split()[1].rstrip(","))
    here = int(keys.heard().split()[1].rstrip(","))
    for _ in range(abs(number - here)):
        keys.press("Down" if number > here else "Up")
    keys.hears(step)
    keys.press("Enter")


def _tick_an_action(keys: Keyboard) -> None:
    """The palette, the tabs with their key, and Space on a line of the plan."""
    keys.press("Ctrl+K")
    keys.type("tilb")
    keys.press("Enter")
    keys.hears("Tilbrook family")
    heard = []
    for _ in range(8):
        keys.press("Ctrl+Tab")
        heard.append(keys.heard().split(",")[0])
    assert heard == [
        "Timeline",
        "Assessment",
        "Plan",
        "Meetings",
        "Reviews",
        "Documents",
        "Record",
        "Overview",
    ]
    for _ in range(3):
        keys.press("Ctrl+Tab")
    keys.hears("Plan")
    keys.tab_to("3.1 Time for homework after tea")
    keys.press("Space")
    keys.hears("3.1 Time for homework after tea, Priya Nair, Mondays and Wednesdays, Done")
