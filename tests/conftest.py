"""For every test: Qt draws into memory, with no display."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from tests.desks import BegunHome, DemoHome, EmptyHome

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


# On the build server the same examples each time, so that a change is judged by what it changed;
# at the desk new ones each time, so that they go on finding things.
settings.register_profile("server", derandomize=True)
settings.register_profile("desk")
settings.load_profile("server" if os.environ.get("CI") else "desk")


def pytest_configure(config: pytest.Config) -> None:
    # Said by the platform without a display of what it cannot do; true and harmless.
    config.addinivalue_line("qt_log_ignore", r"This plugin does not support")


@pytest.fixture(autouse=True)
def nothing_is_warned_of(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A test fails when anything is logged as a warning or worse."""
    yield
    said = [
        record.getMessage()
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.levelno >= logging.WARNING
    ]
    assert not said, f"Logged as warnings: {said}"


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> DemoHome:
    """The demo store of the session; ask it for copies."""
    return DemoHome(tmp_path_factory.mktemp("demo"))


@pytest.fixture
def demo_desk(demo_home: DemoHome, tmp_path: Path) -> Iterator[Desk]:
    """A demo store of one's own, open, on 17 November 2026."""
    desk = demo_home.desk(tmp_path / "home")
    yield desk
    desk.close()


@pytest.fixture(scope="session")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> EmptyHome:
    """The empty store of the session; ask it for copies."""
    return EmptyHome(tmp_path_factory.mktemp("empty"))


@pytest.fixture(scope="session")
def begun_home(tmp_path_factory: pytest.TempPathFactory) -> BegunHome:
    """The store of the session with one request in it; ask it for copies."""
    return BegunHome(tmp_path_factory.mktemp("begun"))


@pytest.fixture
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """A store of one's own, open, on 17 November 2026: empty, or where ``go`` has begun."""
    kept = "begun_home" if "go" in request.fixturenames else "empty_home"
    desk = request.getfixturevalue(kept).desk(tmp_path / "home")
    yield desk
    desk.close()


@pytest.fixture
def go(desk: Desk, begun_home: BegunHome) -> Journey:
    """A request with everything answered and written consent, not sent."""
    return begun_home.journey(desk)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder for what is made."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder
