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
from ui.kit import ask

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

    def first_run(self) -> None:
        """From an empty computer to an open store."""
        me, shoot = self._me, self._shoot
        me.sees("Who is this store for?")
        me.write("Name of your team or school", "Larkmoor Primary")
        shoot("first-run-team")
        me.press("Continue")
        me.write("Your name", "Anita Rowe")
        me.write("Your role", "Pastoral lead")
        me.write("Your agency", "Larkmoor Primary")
        me.write("Work phone", "0116 496 0142")
        shoot("first-run-about-you")
        me.press("Continue")
        shoot("first-run-where-it-lives")
        me.press("Continue")
        me.write("Password", PASSWORD)
        me.write("Type it again", PASSWORD)
        shoot("first-run-password")
        me.press("Make the store")
        me.sees("Keep this recovery key safe")
        shoot("first-run-recovery-key")
        paper = {n: me.read(f"Group {n}: ").replace(" ", "") for n in range(1, 9)}
        for number in me.asked("Group "):
            me.write(f"Group {number}", paper[int(number)])
        me.press("School or office safe")
        me.press("Continue")
        shoot("first-run-ready")
        me.press("Open it")
        me.sees("Nothing is due today")
        shoot("today-empty")

    def request(self, out: Path) -> None:
        """Ten steps of questions, the check, the packet in ``out``, and the record that it was
        sent."""
        me, shoot = self._me, self._shoot
        self._on(10, 8)
        me.press("New request")
        me.sees("Before you start")
        me.answer("Is a child at risk of harm now?", "No")
        me.answer("Does a child in the family have a social worker now?", "No")
        me.answer("Have you called the One Number about this family?", "Yes")
        me.write_date("Date of the call", "7/8/26")
        me.write("Time of the call", "9.20am")
        me.write("Who did you speak to?", "Duty worker")
        me.write("What did they advise?", "Fill in the request with Siobhan.")
        me.answer("Did they advise you to make a request?", "Yes")
        me.answer("What kind of help is this about?", "Early help")
        me.answer("Which level of need do you think this is?", "Level 3, several needs")
        me.write("What makes you think so?", "School, health and home at once.")
        shoot("request-before-you-start")
        me.press("Save and continue")

        me.sees("Who is asking for help?")
        me.answer("Who is asking for help?", "Professional")
        me.write("Name", "Priya Nair")
        me.write("Role", "Pastoral lead")
        me.write("School or agency", "Larkmoor Primary")
        me.pick("Kind of agency", "Primary school")
        me.write("Phone", "0116 496 0101")
        me.answer("Have you talked to your designated safeguarding lead", "I am the DSL")
        me.answer("What are you asking for?", "A new Early Help Assessment")
        me.answer("Does a child have an Education, Health and Care plan?", "No")
        shoot("request-who-is-asking")
        me.choose_row("Family and household")

        self._family()
        me.choose_row("Relationships")
        me.sees("How is each person related to each child?")
        shoot("request-relationships")
        me.press("Save and continue")
        me.sees("Which of these do you know of?")
        shoot("request-safety")
        me.choose_row("Consent")
        me.answer("Have you talked about this request with the parents or carers?", "Yes, with all")
        me.answer("How has the family agreed?", "Written and signed")
        me.answer("Who gave consent?", "Siobhan Brennan")
        me.write_date("Date", "10 Aug 2026")
        for name in ("Siobhan", "Callum", "Niamh"):
            me.answer("Whose information does it cover?", f"{name} Brennan")
        me.answer("Which agencies may be told?", "School or nursery")
        me.answer("Which agencies may be told?", "Health visitor")
        me.answer("Does the child or young person know, and do they agree?", "Knows and agrees")
        shoot("request-consent")
        me.choose_row("Needs and worries")

        for need in ("School attendance", "Feelings", "Home and money", "Parent’s health"):
            me.answer("What does the family need help with?", need)
        me.write(
            "What are you worried about?",
            "Attendance has dropped to 84% since Easter. Siobhan's back makes mornings hard.",
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
        me.write(
            "What has been tried, and what happened?", "Breakfast club. It helped for a while."
        )
        shoot("request-support")
        me.press("Save and continue")

        me.write("What does the family want to be different?", "Calmer mornings.")
        me.write("What would you like to happen?", "One plan and one person to talk to.")
        me.answer("Is there anything that makes visiting unsafe?", "No")
        shoot("request-what-would-help")
        me.press("Save and continue")
        me.sees("What will follow later?")
        shoot("request-papers")
        me.press("Save and continue")

        me.sees("Check your answers before you send")
        shoot("request-check-answers")
        me.press("Continue to send")
        me.sees("Send the request")
        shoot("request-send")
        ask.answers = [out]
        me.press("Make the packet")
        me.sees("Packet made")
        shoot("request-packet-made")
        me.press("AnyComms+")
        me.write("Receipt", "AC-20931")
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
            me.press("School and learning", under=household)
            me.write("School or setting", school, under=household)
        me.press("Done", under=household)

    def decision(self) -> None:
        """The duty team's checks and decision, and then the hub, which allocates."""
        me, shoot = self._me, self._shoot
        self._on(12, 8)
        me.press("Requests")
        shoot("requests")
        me.press("Decide")
        me.sees("decide the request")
        me.answer("Is a child at risk of harm now?", "No")
        me.answer("What is decided?", "Threshold met")
        me.answer("Which help?", "Assessment")
        me.write("Why this decision?", "Four needs, and more than one agency is needed.")
        shoot("decide")
        me.press("Record decision")
        me.sees("Who is told")
        shoot("decided")
        me.press("Open the case")
        self._on(19, 8)
        me.sees("Where this family is")
        me.choose_tab("Documents")
        me.press("Record what the Allocations Hub decided")
        me.sees("The meeting")
        shoot("hub-meeting")
        me.press("Save and continue")
        me.answer("What did the hub decide?", "A lead practitioner is named")
        me.pick("Which agency takes the lead?", "Family Support")
        me.pick("Cluster", "West")
        me.pick("Role", "Senior Family Support Facilitator")
        me.pick("Worker", "Anita Rowe")
        me.write("Why?", "The school asks for somebody to lead with it.")
        shoot("hub-decision")
        me.press("Save and continue")
        me.press("Record what the hub decided")

    def assessment(self) -> None:
        """The Early Help Assessment: the family's details are there already."""
        me, shoot = self._me, self._shoot
        self._on(20, 8)
        self._open_case()
        me.press("Start the assessment")
        me.sees("About this assessment")
        me.write_date("When did the assessment begin?", "20/8/26")
        me.write("Who writes it?", "Anita Rowe")
        me.write("Who took part in it?", "Siobhan, both children and Miss Nair")
        shoot("eha-about")
        me.press("Save and continue")
        me.sees("Family and consent")
        me.sees("Callum Brennan")
        me.answer("Is the family's consent still right?", "Yes")
        me.write_date("When did you ask?", "20/8/26")
        shoot("eha-family-and-consent")
        me.press("Save and continue")
        shoot("eha-relationships")
        me.press("Save and continue")
        shoot("eha-sharing")
        me.press("Save and continue")
        shoot("eha-people-helping")
        me.press("Save and continue")
        me.write("What led to this assessment?", "Late mornings and a worried boy.")
        me.write("What has happened before, and what has been tried?", "Breakfast club in spring.")
        shoot("eha-story")
        me.press("Save and continue")
        me.press("Add another", under="What does each parent or carer say?")
        me.pick("Who", "Siobhan Brennan")
        me.write("How they see things", "I want calmer mornings.")
        shoot("eha-parents")
        me.press("Save and continue")
        me.sees("Children’s voices")
        shoot("eha-voices")
        me.press("Save and continue")
        for area in ("Health", "Learning", "Feelings", "Family and friends", "Home"):
            self._area(area)
        me.press("Parenting")
        self._area("Parenting")
        self._area("Safety", last=True)
        me.write("What are we worried about?", "Callum misses lessons because he worries at home.")
        me.write("What is working well?", "The children are close.")
        me.write("What is life like for each child because of this?", "Callum watches the clock.")
        me.write("What needs to happen?", "Mornings become calm and Siobhan has help.")
        shoot("eha-what-it-means")
        me.press("Save and continue")
        shoot("eha-worries-and-goals")
        me.press("Save and continue")
        shoot("eha-numbers")
        me.press("Save and continue")
        shoot("eha-needs")
        me.press("Save and continue")
        me.answer("What does the assessment point to?", "A Team Around the Family and a plan")
        me.write("Why?", "Four needs, and more than one agency.")
        shoot("eha-decision")
        me.press("Save and continue")
        me.press("Save and continue")
        me.sees("Read and agreed")
        shoot("eha-read-and-agreed")
        me.press("Save and continue")
        me.sees("Check")
        shoot("eha-check")
        me.press("Ready for the TAF meeting")

    def _area(self, area: str, *, last: bool = False) -> None:
        me = self._me
        me.write("What is going well?", f"{area}: some things are good.")
        me.write("What are we worried about?", f"{area}: some things are hard.")
        me.number(f"Callum Brennan, {area}", 4)
        me.number(f"Siobhan Brennan, {area}", 5)
        me.answer("need for the plan to work on?", "Yes" if area == "Learning" else "No")
        if area == "Learning":
            self._shoot("eha-needs-and-strengths")
        me.press("Save and continue" if last else "Next area")

    def _open_case(self) -> None:
        me = self._me
        me.press("Cases")
        me.choose_row("Brennan family")
        me.sees("Where this family is")

    def first_meeting(self) -> None:
        """The first TAF meeting: who came, minutes, lead practitioner, the first action plan."""
        me, shoot = self._me, self._shoot
        self._on(24, 8, 16)
        self._open_case()
        shoot("case-overview")
        me.press("meeting")
        me.sees("Before the meeting")
        me.write("What time and place suit the family?", "After school drop-off")
        me.answer("Did somebody talk with the family before the meeting?", "Yes")
        me.write("What does the family want from the meeting?", "To hear who can help with rent.")
        shoot("taf-before-the-meeting")
        me.press("Save and continue")
        me.sees("Who came")
        me.write_date("Date", "24/8/26")
        me.write("From", "2pm")
        me.write("Where", "Larkmoor Primary, Rainbow Room")
        me.write("Chair", "Anita Rowe")
        for name in ("Siobhan Brennan", "Callum Brennan", "Priya Nair"):
            me.press("Came", under=name)
        me.press("Apologies", under="Niamh Brennan")
        shoot("taf-who-came")
        me.press("Save and continue")
        me.answer("Was it said who may know what is talked about here?", "Yes")
        me.answer("Is the family's consent still right?", "Yes")
        shoot("taf-at-the-start")
        me.press("Save and continue")
        me.sees("Since last time")
        shoot("taf-since-last-time")
        me.press("Save and continue")
        me.write("What is going well", "Callum was on time twice this week.")
        me.write("What we are worried about", "Mornings are rushed and rent is behind.")
        me.write("What was decided", "Three actions, and a look again in November.")
        shoot("taf-minutes")
        me.press("Save and continue")
        me.sees("Where are things today?")
        shoot("taf-numbers")
        me.press("Save and continue")
        me.pick("Who leads?", "Priya Nair")
        me.write("What does the family say about the choice?", "Siobhan is glad that it is Priya.")
        shoot("taf-lead-practitioner")
        me.press("Save and continue")
        self._plan()
        shoot("taf-action-plan")
        me.press("Save and continue")
        me.answer("What happens now?", "Go on with the plan")
        me.write_date("Next meeting on", "24/11/26")
        me.write("Where", "Larkmoor Primary, Rainbow Room")
        me.answer("Does the family agree with this record and plan?", "Yes")
        me.answer("Was the assessment finalised at this meeting?", "Yes")
        shoot("taf-decision")
        me.press("Save and continue")
        me.sees("Who is to have a copy?")
        shoot("taf-who-gets-the-minutes")
        me.press("Save and continue")
        me.sees("Check")
        me.press("Record the meeting")

    def _plan(self) -> None:
        me = self._me
        me.press("Add an outcome")
        me.write("What the family wants to be different", "Callum feels calm at school")
        me.write("In the family's own words", "I keep checking the clock.")
        me.write("Whose words", "Callum")
        me.number("Where things are now", 3)
        me.number("Where they hope to be", 8)
        me.press("Add an action")
        me.write("What will happen, 1.1", "Someone meets Callum at the gate")
        me.write("Who will do it, 1.1", "Priya Nair")
        me.write("By when, 1.1", "Every morning")
        me.key(Qt.Key.Key_Return)
        me.press("Add an action")
        me.write("What will happen, 1.2", "Ask about help with the rent")
        me.write("Who will do it, 1.2", "Siobhan")
        me.write("By when, 1.2", "30/9/26")
        me.key(Qt.Key.Key_Return)
        me.press("Done with this outcome")

    def review(self) -> None:
        """The review after three months."""
        me, shoot = self._me, self._shoot
        self._on(17, 11)
        me.press("Today")
        shoot("today-with-a-review-due")
        self._open_case()
        me.press("Mark as done")
        me.press("Hold the review")
        me.sees("Actions since last time")
        me.write_date("Date of the review", "17/11/26")
        me.answer("How was it held?", "At a TAF meeting")
        shoot("review-actions")
        me.answer("Is the family's consent still right?", "Yes")
        me.press("Save and continue")
        me.sees("The record says")
        shoot("review-since")
        me.press("Save and continue")
        me.sees("Last time and this time")
        me.write("This time", "On time four days in five.")
        me.number("Number this time, Callum feels calm at school", 6)
        shoot("review-then-and-now")
        me.press("Save and continue")
        me.write("What do the children say?", "The gate is good.")
        me.write("What do the parents or carers say?", "Mornings are easier.")
        me.press("Save and continue")
        me.answer("Is there a need that was not there before?", "No")
        me.press("Save and continue")
        me.answer("What happens now?", "Not yet met")
        me.write("Why?", "The plan is working and there is more to do.")
        shoot("review-decide-what-is-next")
        me.press("Save and continue")
        me.write("Manager", "Dev Mistry")
        me.write_date("Date", "17/11/26")
        me.write("What does the manager say?", "Read with Priya. Carry on.")
        me.press("Save and continue")
        me.sees("Check")
        me.press("Record the review")

    def closure(self) -> None:
        """The closure form, and the closed case."""
        me, shoot = self._me, self._shoot
        self._on(15, 12)
        self._open_case()
        me.press("Close, could be next")
        me.press("Go to the form")
        me.sees("Why is it closing?")
        me.answer("Why is the case closing?", "Needs met")
        me.write("In a few words, what led to closing?", "Callum is in class and the rent is paid.")
        me.pick("Decided where", "TAF")
        shoot("closure-why")
        me.press("Save and continue")
        me.sees("How far has the family come?")
        me.press("Change a number")
        me.number("Number this time, Callum feels calm at school", 8)
        me.key(Qt.Key.Key_Return)
        me.sees("Reached")
        for need in ("School attendance", "Feelings", "Home and money", "Parent’s health"):
            me.press("Met", under=f"{need}: how it went")
        shoot("closure-how-far")
        me.write("In the family's words, what is different now?", "We leave the house laughing.")
        me.write("What still needs support, and who will give it?", "School keeps an eye on Niamh.")
        me.press("Save and continue")
        me.write(
            "What do the parents or carers say about the help?", "One person to ring was best."
        )
        me.write("Why are there no words from a child?", "Callum would rather not say.")
        shoot("closure-views")
        me.press("Save and continue")
        me.press("Add a service")
        me.write("Service", "School")
        me.write("What it offers and how to reach it", "Ms Kaur sees Callum each half-term.")
        me.write("Who was told that the case is closing?", "School and the health visitor.")
        me.write("How can the family come back?", "Ring the school, or the One Number.")
        shoot("closure-signposting")
        me.press("Save and continue")
        me.answer("May somebody get in touch in 6 months to ask how it is?", "Yes")
        shoot("closure-afterwards")
        me.press("Save and continue")
        me.write("Manager", "Dev Mistry")
        me.write_date("Date", "15/12/26")
        me.write("What does the manager say?", "Agreed to close.")
        shoot("closure-manager")
        me.press("Save and continue")
        me.sees("Check")
        me.press("Close the case")


def save_paper(me: Person, family: str, paper: str, path: Path, shoot: Shoot) -> None:
    """Preview one paper of a family and save it as PDF."""
    me.press("Print and share")
    me.write("Find a family", family)
    me.press(f"Preview: {paper}")
    me.sees("Page 1 of")
    shoot(f"print-{path.stem}")
    ask.answers = [path]
    me.press("Save as PDF")
    me.waits_for(path.exists)
