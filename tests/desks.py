"""Open stores for tests: real, encrypted, in a temporary folder, with a clock that can be set."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from copy import copy
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from ehdesk.demo.closing_answers import ending
from ehdesk.demo.families import STORIES, TILBROOK
from ehdesk.demo.journey import Journey
from ehdesk.demo.make import make_demo
from ehdesk.desk import Desk, NewStore, create_desk, open_desk
from ehdesk.domain.access import Role
from ehdesk.kernel.clock import Clock, SetClock
from ehdesk.kernel.home import Home
from ehdesk.kernel.passphrase import QUICK
from ehdesk.services.packs import UsablePack

PASSWORD = "copper lantern meadow tram"
TODAY = date(2026, 11, 17)


def a_clock() -> SetClock:
    """Tuesday 17 November 2026, 10:42."""
    return SetClock(datetime(2026, 11, 17, 10, 42))  # noqa: DTZ001 (London, as SetClock reads it)


def new_desk(
    home: Path,
    clock: Clock | None = None,
    *,
    name: str = "West locality",
    authority: str | Path = "leicester",
) -> Desk:
    """A fresh store with one user and nothing in it."""
    place = Home(home)
    desk, _recovery = create_desk(
        place.stores_folder,
        NewStore(
            name=name,
            authority=authority,
            user="Anita Rowe",
            role="SFSF",
            agency="Early Help, West cluster",
            phone="0116 496 0142",
            password=PASSWORD,
            cluster="west",
        ),
        clock=clock or a_clock(),
        home=place,
        cost=QUICK,
    )
    return desk


def reopen(desk: Desk) -> Desk:
    """Close the store and open it again, as the next morning."""
    folder = desk.store.paths.folder
    desk.close()
    return open_desk(folder, password=PASSWORD, clock=desk.clock, home=desk.home)


def after_a_crash(desk: Desk, folder: Path) -> Desk:
    """The store as a crash at this moment would leave it: its files, copied while it is open."""
    shutil.copytree(desk.home.root, folder)
    store = folder / desk.store.paths.folder.relative_to(desk.home.root)
    return open_desk(store, password=PASSWORD, clock=desk.clock, home=Home(folder))


def a_journey(desk: Desk, family: int = 3) -> Journey:
    """One of the made-up families (0 is the Tilbrook family), before its request is begun."""
    clock = desk.clock
    assert isinstance(clock, SetClock)
    return Journey(desk, clock, TODAY, (TILBROOK, *STORIES)[family])


def a_plan(desk: Desk) -> Journey:
    """A family whose first meeting agreed a plan twenty days ago."""
    go = a_journey(desk)
    go.send(40)
    go.decide(38, "eha")
    go.assess(30)
    go.first_taf(20)
    go.on(0)
    return go


def ready_to_close(desk: Desk) -> Journey:
    """A family whose closure form is filled in and not finished."""
    go = a_journey(desk)
    go.send(200)
    go.decide(198, "eha")
    go.assess(190)
    go.first_taf(180, last_due=100)
    go.do_actions(90)
    go.review(95, up=3, decision="close")
    record = go.begin_closing(0)
    go.on(0)
    go.save(record, ending(go.family, desk.clock.today(), desk.forms.open(record).values))
    return go


def closure(way: Journey) -> UUID:
    """The closure form of the family."""
    return next(record.id for record in way.case.records if record.form == "closure")


class KeptStore:
    """A store made once and copied for each test that wants one of its own."""

    def __init__(self, folder: Path, make: Callable[[Path], object]) -> None:
        """``make`` makes the one store of a home folder."""
        self._folder = folder
        make(folder)

    def copy_to(self, folder: Path) -> Home:
        """A home of its own with the store in it."""
        shutil.copytree(self._folder / "stores", folder / "stores")
        return Home(folder)

    def desk(self, folder: Path, clock: SetClock | None = None) -> Desk:
        """The store, copied and opened."""
        home = self.copy_to(folder)
        store = next(home.stores_folder.glob("*.ehdesk"))
        return open_desk(store, password=PASSWORD, clock=clock or a_clock(), home=home)


class DemoHome(KeptStore):
    """The demo store, with its first families: what most tests look at."""

    FAMILIES = 18

    def __init__(self, folder: Path) -> None:
        super().__init__(
            folder,
            lambda home: make_demo(
                Home(home),
                families=self.FAMILIES,
                password=PASSWORD,
                clock=a_clock(),
                cost=QUICK,
            ),
        )


class EmptyHome(KeptStore):
    """A store with one user and nothing in it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, lambda home: new_desk(home).close())


class BegunHome(KeptStore):
    """A store with one request in it: everything answered and written consent, not sent."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, self._begin)

    def _begin(self, home: Path) -> None:
        desk = new_desk(home)
        self._go = a_journey(desk)
        self._go.begin(0)
        self._go.complete_request()
        desk.close()

    def journey(self, desk: Desk) -> Journey:
        """The way of that family, to be gone on with in a copy of the store."""
        go = copy(self._go)
        go._desk, go._clock = desk, desk.clock
        return go


def colleague(desk: Desk, name: str, *roles: Role) -> Desk:
    """Somebody else in the same open store, added as a manager adds them. Only ``desk`` is closed.

    A reader's desk is here one that could write, so that what refuses them is what is tested.
    """
    return signed_in(desk, desk.users.add(name, roles, PASSWORD))


def signed_in(desk: Desk, user: UUID) -> Desk:
    """The same open store, as another of its people uses it."""
    member = next(one for one in desk.users.everyone() if one.user.id == user)
    return Desk(desk.store, UsablePack(desk.pack), desk.clock, member.user, desk.home)
