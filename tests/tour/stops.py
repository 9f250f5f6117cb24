"""Where the tour stops to take pictures, beside the journey itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ehdesk.demo.colleagues import PEOPLE
from ehdesk.demo.make import USER
from ehdesk.domain.access import Role
from tests.every_page import every_stop
from tests.flows.whole_journey import save_paper
from tests.person import Person
from tests.tour.camera import Camera
from ui.app.desk_frame import DeskFrame
from ui.kit.tasks import wait_for_tasks

_TABS = (
    "Overview",
    "Timeline",
    "Assessment",
    "Plan",
    "Meetings",
    "Reviews",
    "Documents",
    "Record",
)


def store_stops(me: Person, camera: Camera, out: Path) -> None:
    """The Brennan family's case after its first review, and its printed plan."""
    me.press("Cases")
    me.choose_row("Brennan family")
    for tab in _TABS:
        me.choose_tab(tab)
        camera.shoot(f"case-{tab.lower()}")
    save_paper(me, "Brennan", "Family action plan", out / "family-plan.pdf", camera.shoot)


def demo_stops(me: Person, camera: Camera, name: str) -> None:
    """The pages of a locality with families at every stage."""
    me.press("Today")
    me.sees("Good morning")
    camera.shoot(f"today{name}")
    me.press("Requests")
    camera.shoot(f"requests{name}")
    me.press("Requests you sent")
    camera.shoot(f"requests-sent{name}")
    me.press("Waiting", under="Which requests")
    me.press("Decide")
    me.sees("decide the request")
    camera.shoot(f"decide{name}")
    me.press("Cases")
    camera.shoot(f"cases{name}")
    me.choose_row("Tilbrook family")
    for tab in ("Overview", "Timeline", "Plan", "Meetings"):
        me.choose_tab(tab)
        camera.shoot(f"tilbrook-{tab.lower()}{name}")
    me.choose_tab("Overview")
    me.press("Safeguarding, way out")
    me.sees("Call now. Write it down afterwards")
    camera.shoot(f"das{name}")
    me.press("Record it later")
    me.press("Cases")
    me.choose_row("Petrescu family")
    camera.shoot(f"short-work-map{name}")
    me.press("Open the work")
    me.sees("Work notes")
    camera.shoot(f"short-work{name}")
    me.press("Cases")
    me.choose_row("Vadgama family")
    me.choose_tab("Record")
    camera.shoot(f"record-people{name}")
    me.choose_tab("Overview")
    me.press("Reviews")
    camera.shoot(f"reviews{name}")
    me.press("Meetings")
    camera.shoot(f"meetings{name}")
    me.press("Requests")
    me.press("Go on writing")
    me.choose_row("Family and household")
    camera.shoot(f"request-family{name}")
    me.choose_row("Check your answers")
    camera.shoot(f"request-check{name}")
    me.press("Save and close")
    me.press("Cases")
    me.choose_row("Osman family")
    me.press("Continue the assessment")
    me.choose_row("Needs and strengths")
    camera.shoot(f"eha-areas{name}")
    me.press("Save and close")
    me.press("Cases")
    me.choose_row("Lakhani family")
    me.press("Open the closure form")
    me.choose_row("How far the family has come")
    camera.shoot(f"closure-how-far{name}")
    me.press("Save and close")
    me.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    me.sees("Searches this store only")
    camera.shoot(f"palette{name}")
    me.key(Qt.Key.Key_Escape)


def page_stops(
    me: Person, frame: DeskFrame, camera: Camera, name: str, switch: Callable[[str], DeskFrame]
) -> None:
    """Every page of the table, as ``NAME-hub-agenda``. ``switch`` opens the store as somebody."""
    now = USER
    for stop in every_stop(frame.desk):
        if stop.who != now:
            frame = switch(now := stop.who)
        frame.area.go(stop.place)
        button, under = stop.part
        if button:
            me.press(button, under=under)
        for _ in range(3):  # a paper is made, its pages are drawn, and then shown
            me.waits_for(wait_for_tasks)
            QApplication.processEvents()
        camera.shoot(f"{name}-{stop.name}")


def role_stops(me: Person, camera: Camera, password: str, leave: Callable[[], object]) -> None:
    """Today as somebody of each role finds it, and oversight as a manager walks through it."""
    for name, _job, role in PEOPLE:
        leave()
        me.pick("Whose password is it?", name)
        me.write("Password", password)
        me.press("Unlock")
        me.sees(f"Good morning, {name.split()[0]}")
        camera.shoot(f"today-{role.value.replace('_', '-')}")
        if role is Role.MANAGER:
            _oversight_stops(me, camera)
        if role is Role.HUB_COORDINATOR:
            me.press("Allocations Hub")
            me.sees("Waiting for a slot")
            camera.shoot("hub")


def _oversight_stops(me: Person, camera: Camera) -> None:
    me.press("Oversight")
    camera.shoot("oversight")
    me.press("Anita Rowe")
    me.sees("Supervision with Anita Rowe")
    camera.shoot("supervision")
    me.press("Lakhani family")
    camera.shoot("supervision-to-sign")
    me.press("Reports")
    me.sees("Caseload today")
    camera.shoot("reports")
