"""``ehdesk`` from the outside: commands without Qt, words where the window cannot open."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ehdesk.kernel.home import Home
from ui.__main__ import main, no_screen, package_words
from ui.app.start import only_window


def python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run some Python in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, **environment},
    )


def test_a_command_runs_without_loading_qt() -> None:
    done = python(
        "import sys; from ui.__main__ import main; "
        "code = main(['--home', 'nowhere', 'print', '--list']); "
        "print(code, [name for name in sys.modules if name.startswith('PySide6')])"
    )

    assert done.stdout.splitlines()[-1] == "0 []"
    assert "family-plan" in done.stdout


@pytest.mark.parametrize("words", [["--help"], ["nonsense"], ["--home", "x", "nonsense"]])
def test_anything_but_options_goes_to_the_command_line(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(words)

    assert code == (0 if words == ["--help"] else 2)
    assert "usage: ehdesk" in "".join(capsys.readouterr())


def test_an_unknown_option_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--nonsense"]) == 2
    assert "--nonsense" in capsys.readouterr().err


def test_without_a_screen_one_line_says_so_and_nothing_opens(tmp_path: Path) -> None:
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, "-m", "ui", "--home", str(tmp_path / "home")],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env=bare,
    )

    if sys.platform.startswith("linux"):
        assert done.returncode == 2
        assert done.stderr.startswith("ehdesk: There is no screen here")
        assert len(done.stderr.splitlines()) == 1
        assert not (tmp_path / "home").exists()


def test_a_screen_is_only_looked_for_on_linux() -> None:
    assert no_screen({}, "win32") == ""
    assert no_screen({"WAYLAND_DISPLAY": "wayland-0"}, "linux") == ""
    assert no_screen({}, "linux") != ""


def test_a_missing_system_library_is_named_with_its_package() -> None:
    said = "libEGL.so.1: cannot open shared object file: No such file or directory"

    assert "libegl1" in package_words(said)
    assert "libxcb-cursor0" in package_words(said.replace("libEGL.so.1", "libxcb-cursor.so.0"))
    assert "Qt cannot be loaded" in package_words("something else")


def test_a_home_has_one_window_at_a_time(tmp_path: Path) -> None:
    first = only_window(Home(tmp_path))
    assert first is not None

    assert only_window(Home(tmp_path)) is None

    first.unlock()
    assert only_window(Home(tmp_path)) is not None


def test_the_window_is_there_before_the_database_code_is_loaded(tmp_path: Path) -> None:
    done = python(
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from ehdesk.kernel.clock import SystemClock\n"
        "from ehdesk.kernel.home import Home\n"
        "from ui.app.appearance import install_look\n"
        "from ui.app.application import Application\n"
        f"home = Home(Path({str(tmp_path)!r}))\n"
        "(home.stores_folder / 'West locality.ehdesk').mkdir(parents=True)\n"
        "app = QApplication([])\n"
        "install_look(app, home)\n"
        "application = Application(home, SystemClock())\n"
        "application.begin()\n"
        "application.window.show()\n"
        "print(application.window.isVisible(), 'sqlalchemy' in sys.modules)\n",
        QT_QPA_PLATFORM="offscreen",
    )

    assert done.stdout.strip() == "True False", done.stderr


def test_closing_while_something_is_still_loading_says_nothing(tmp_path: Path) -> None:
    done = python(
        f"""
from pathlib import Path
from threading import Event
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ehdesk.kernel.home import Home
from ui.app import application
from ui.app.start import open_window
from ui.kit.tasks import run

def close_while_busy():
    window = QApplication.topLevelWidgets()[0]
    run(lambda: Event().wait(0.5), on_done=print, on_failed=print, owner=window)
    QApplication.quit()

begin = application.Application.begin
def begin_and_close(self):
    begin(self)
    QTimer.singleShot(0, close_while_busy)
application.Application.begin = begin_and_close
raise SystemExit(open_window(Home(Path({str(tmp_path / "home")!r}))))
""",
        QT_QPA_PLATFORM="offscreen",
    )

    assert (done.returncode, done.stderr.replace("\n", "")) == (0, "")
