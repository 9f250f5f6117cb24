"""First run: from an empty computer to an open store with its recovery key on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.home import Home
from ehdesk.services.packs import Packs
from ui.kit import ask
from ui.kit.tasks import Task, run
from ui.setup.key_page import KeyPage
from ui.setup.password_page import PasswordPage
from ui.setup.person_page import PersonPage
from ui.setup.place_page import PlacePage
from ui.setup.ready_page import ReadyPage
from ui.setup.setup_frame import SetupFrame
from ui.setup.step_page import StepPage
from ui.setup.team_page import TeamPage

if TYPE_CHECKING:
    from ehdesk.desk import Desk
    from ehdesk.kernel.passphrase import Cost


class FirstRun(SetupFrame):
    """The store is made when the password is left; there is no way back behind that."""

    done = Signal(object)
    """The open Desk."""

    def __init__(self, home: Home, clock: Clock, cost: Cost | None = None) -> None:
        super().__init__("Set up a new store", "Stop set-up")
        self._home, self._clock, self._cost = home, clock, cost
        self._desk: Desk | None = None
        self._task: Task | None = None
        self.team = TeamPage(Packs(home).installed())
        self.person = PersonPage()
        self.place = PlacePage(home.stores_folder)
        self.password = PasswordPage(self._names, "Make the store")
        self.key = KeyPage(clock)
        self.ready = ReadyPage(
            "Your store is ready", "It is open now and locks itself when you leave it.", "Open it"
        )
        for page in (
            self.team,
            self.person,
            self.place,
            self.password,
            self.key,
            self.ready,
        ):
            self.add(page)
        self.begin()

    def may_leave(self) -> bool:
        """Once the store is there, stopping means that its key cannot be shown again."""
        desk = self._desk
        if desk is None:
            return not self._busy
        if self.step is self.key and not ask.confirm(
            self,
            "Stop before the recovery key is safe?",
            f"{desk.name} is made and opens with its password. The key on this page cannot be "
            "shown again: if the password is lost too, the records are gone.",
            "Stop set-up",
        ):
            return False
        self._desk = None
        desk.close()
        return True

    def _names(self) -> tuple[str, ...]:
        return self.team.team.value(), self.person.person.value()

    def _may_go_back(self, number: int) -> bool:
        return number > 0 and self._desk is None

    def _leave(self, page: StepPage) -> None:
        if page is self.team:
            self.place.set_store_name(self.team.team.value())
        if page is self.password:
            self._make()
            return
        if page is self.key:
            self.key.forget()
        self.go_on()

    def _finish(self) -> None:
        desk, self._desk = self._desk, None
        self.done.emit(desk)

    def _make(self) -> None:
        self.set_busy("Making the store")
        team, person = self.team, self.person
        folder, clock, home = self.place.folder, self._clock, self._home
        typed = {
            "name": team.team.value(),
            "authority": team.authority.value(),
            "user": person.person.value(),
            "password": self.password.value(),
            "role": person.role.value(),
            "agency": person.agency.value(),
            "phone": person.phone.value(),
            "email": person.email.value(),
        }
        cost = {} if self._cost is None else {"cost": self._cost}

        def make() -> tuple[Desk, str]:
            from ehdesk.desk import NewStore, create_desk  # it loads the database code

            return create_desk(folder, NewStore(**typed), clock=clock, home=home, **cost)

        self._task = run(make, on_done=self._on_made, on_failed=self._on_failed, owner=self)

    def _on_made(self, made: tuple[Desk, str]) -> None:
        self._desk, key = made
        self.set_busy("")
        self.key.show_key(self._desk.name, key)
        self.ready.show_done(
            (
                f"{self._desk.name} is encrypted on this computer",
                f"{self._desk.user.name} can open it with a password",
                "The recovery key was read back from paper",
                "A backup is made and checked each day the store is used",
            )
        )
        self.go_on()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy("")
        if not isinstance(error, EhdeskError):
            raise error
        self.password.say_problem(str(error))
