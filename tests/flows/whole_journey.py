"""A school's whole way with one family, by somebody at the screen.

From an empty computer to a closed case and its printed plan. The tests walk it, and the tour
walks it with a camera.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt

from ehdesk.kernel.clock import SetClock
from tests.person import Person

PASSWORD = "copper lantern meadow tram"

Shoot = Callable[[str], None]


class WholeJourney:
    """The Brennan family, made up, from the One Number call to the closure form."""

    def __init__(
        self, person: Person, clock: SetClock, *, shoot: Shoot = lambda _name: None
    ) -> None:
        self._me = person
        self._clock = clock
        self._shoot = shoot

    def _on(self, day: int, month: int, hour: int = 10) -> None:
        self._clock.move_to(datetime(2026, month, day, hour, 42))  # noqa: DTZ001 (London)

    def request(self) -> None:
        """Seven steps of questions, the check, and the record that it was sent."""
        me, shoot = self._me, self._shoot
        self._on(10, 8)
        me.press("New request")
        me.sees("Before you start")
        me.answer("Is a child at risk of harm now?", "No")
        me.answer("Have you called the One Number about this family?", "Yes")
        me.write_date("Date of the call", "7/8/26")
        me.write("Time of the call", "9.20am")
        me.write("Who did you speak to?", "Duty worker")
        me.write("What did they advise?", "Fill in the request with Siobhan.")
        me.answer("Did they advise you to make a request?", "Yes")
        shoot("request-before-you-start")
        me.press("Save and continue")

        me.sees("Who is asking for help?")
        me.answer("Who is asking for help?", "Professional")
        me.write("Name", "Priya Nair")
        me.write("Role", "Pastoral lead")
        me.write("School or agency", "Larkmoor Primary")
        me.write("Phone", "0116 496 0101")
        me.answer("What are you asking for?", "A new Early Help Assessment")
        me.answer("Does a child have an Education, Health and Care plan?", "No")
        shoot("request-who-is-asking")
        me.choose_row("Family and household")

        self._family()
        me.choose_row("Consent")
        me.answer("How has the family agreed?", "Written and signed")
        me.answer("Who gave consent?", "Siobhan Brennan")
        me.write_date("Date", "10 Aug 2026")
        me.answer("Which agencies may be told?", "School or nursery")
        me.answer("Which agencies may be told?", "Health visitor")
        me.answer("Does the child or young person know, and do they agree?", "Knows and agrees")
        shoot("request-consent")
        me.choose_row("Needs and worries")

        for need in ("School attendance", "Feelings", "Home and money", "Parent's health"):
            me.answer("What does the family need help with?", need)
        me.write(
            "What are you worried about?",
            "Attendance has dropped to 84% since Easter. Siobhan's back injury makes mornings hard.",
        )
        me.write("What is working well?", "Callum and Niamh play well together.")
        me.write("How does this affect each child?", "Callum watches the clock. Niamh is tired.")
        me.press("Add another", under="What do the children say?")
        me.write("Their own words", "I worry about Mum when I am in class.")
        me.pick("Who said it", "Callum")
        me.write("What do the parents or carers say?", "I need a hand until my back is better.")
        shoot("request-needs")
        me.press("Save and continue")

        me.sees("What has been tried, and what happened?")
        me.write("What has been tried, and what happened?", "Breakfast club. It helped for a while.")
        shoot("request-support")
        me.press("Save and continue")

        me.write("What does the family want to be different?", "Calmer mornings.")
        me.write("What would you like to happen?", "One plan and one person to talk to.")
        me.answer("Is there anything that makes visiting unsafe?", "No")
        shoot("request-what-would-help")
        me.press("Save and continue")

        me.sees("Check your answers before you send")
        shoot("request-check-answers")
        me.press("Continue to send")
        me.sees("Send the request")
        shoot("request-send")
        me.press("AnyComms+")
        me.press("Record as sent")

    def _family(self) -> None:
        me = self._me
        me.sees("Who is in the household?")
        me.write("Family name", "Brennan")
        me.write("Street address", "27 Tansy Walk, Leicester")
        me.write("Postcode", "LE3")
        self._person("Siobhan", "Mum", "14/3/1989")
        self._person("Callum", "Child", "30/7/2018", school="Larkmoor Primary")
        me.press("Add someone", under="Who is in the household?")
        me.answer("Child or adult", "Child")
        self._person("Niamh", "Child", "2 Jun 2021", school="Larkmoor Primary")
        me.answer("Does anyone need an interpreter or another format?", "No")
        me.write("How should we contact the family safely?", "Text Siobhan first. Best after 3pm.")
        me.press("Save and continue")
        me.sees("Enter a full postcode")
        self._shoot("request-family-with-a-problem")
        me.write("Postcode", "LE3 0ZY")
        self._shoot("request-family")

    def _person(self, name: str, who: str, born: str, *, school: str = "") -> None:
        me, household = self._me, "Who is in the household?"
        me.write("First name", name, under=household)
        me.write("Family name", "Brennan", under=household)
        me.write("Relationship", who, under=household)
        me.write_date("Date of birth", born, under=household)
        if school:
            me.write("School or setting", school, under=household)
        me.press("Done", under=household)
