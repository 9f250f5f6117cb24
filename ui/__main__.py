"""``ehdesk``: a subcommand goes to the command line, otherwise the window opens."""

from __future__ import annotations

import argparse
import ctypes
import importlib.util
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from ehdesk.kernel.home import Home

CANNOT = 2
_TAKE_A_VALUE = ("--home", "--store", "--password-file")
_PACKAGES = {
    "libEGL.so": "libegl1",
    "libGL.so": "libgl1",
    "libGLX.so": "libglx0",
    "libOpenGL.so": "libopengl0",
    "libxkbcommon.so": "libxkbcommon0",
    "libxkbcommon-x11.so": "libxkbcommon-x11-0",
    "libdbus-1.so": "libdbus-1-3",
    "libfontconfig.so": "libfontconfig1",
    "libfreetype.so": "libfreetype6",
    "libglib-2.0.so": "libglib2.0-0",
    "libgthread-2.0.so": "libglib2.0-0",
    "libX11.so": "libx11-6",
    "libX11-xcb.so": "libx11-xcb1",
    "libxcb.so": "libxcb1",
    "libxcb-cursor.so": "libxcb-cursor0",
    "libxcb-icccm.so": "libxcb-icccm4",
    "libxcb-image.so": "libxcb-image0",
    "libxcb-keysyms.so": "libxcb-keysyms1",
    "libxcb-randr.so": "libxcb-randr0",
    "libxcb-render-util.so": "libxcb-render-util0",
    "libxcb-render.so": "libxcb-render0",
    "libxcb-shape.so": "libxcb-shape0",
    "libxcb-shm.so": "libxcb-shm0",
    "libxcb-sync.so": "libxcb-sync1",
    "libxcb-util.so": "libxcb-util1",
    "libxcb-xfixes.so": "libxcb-xfixes0",
    "libxcb-xkb.so": "libxcb-xkb1",
    "libSM.so": "libsm6",
    "libICE.so": "libice6",
}
"""The Debian and Ubuntu package of each system library that Qt needs."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``ehdesk``; the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    os.umask(0o077)
    _no_core_dumps()
    if _goes_to_command_line(words):
        from ehdesk import cli

        return cli.main(words)
    return _open_window(words)


def _goes_to_command_line(words: Sequence[str]) -> bool:
    """Whether there is a command, or a question about the commands."""
    value = False
    for word in words:
        if value:
            value = False
        elif word in _TAKE_A_VALUE:
            value = True
        elif word in ("-h", "--help") or not word.startswith("-"):
            return True
    return False


def _open_window(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="ehdesk")
    parser.add_argument("--home")
    parser.add_argument("--store", default="")
    parser.add_argument("--password-file")
    try:
        given = parser.parse_args(words)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else CANNOT
    problem = no_screen(os.environ, sys.platform) or missing_library()
    if problem:
        sys.stderr.write(f"ehdesk: {problem}\n")
        return CANNOT
    from ui.app.start import open_window

    return open_window(Home.find(given.home), given.store)


def no_screen(environment: Mapping[str, str], platform: str) -> str:
    """One line when there is nothing to open a window on; "" when there is."""
    if not platform.startswith("linux"):
        return ""
    if any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        return ""
    return (
        "There is no screen here, so the window cannot open. "
        "“ehdesk --help” lists what can be done without one."
    )


def missing_library() -> str:
    """Which package to install when Qt lacks a system library; "" when it lacks none."""
    try:
        import PySide6.QtGui
        import PySide6.QtSvg
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        return package_words(str(error))
    return _missing_for_x11()


def package_words(said: str) -> str:
    """What the loader said, as something to do."""
    library = said.split(":")[0].strip()
    for start, package in _PACKAGES.items():
        if library.startswith(start):
            return (
                f"Qt needs the system library {library}. Install the package {package}: "
                f"sudo apt-get install {package} (other systems may call it something else)."
            )
    return f"Qt cannot be loaded: {said}. Install the project again, or the library it names."


def _missing_for_x11() -> str:
    """Qt ends the process without a word when its X11 part cannot be loaded; so look first."""
    uses_x11 = sys.platform.startswith("linux") and os.environ.get("DISPLAY")
    if not uses_x11 or os.environ.get("QT_QPA_PLATFORM", "xcb").split(":")[0] != "xcb":
        return ""
    if os.environ.get("WAYLAND_DISPLAY") and not os.environ.get("QT_QPA_PLATFORM"):
        return ""
    found = importlib.util.find_spec("PySide6")
    for folder in (found.submodule_search_locations or ()) if found else ():
        plugin = Path(folder) / "Qt" / "plugins" / "platforms" / "libqxcb.so"
        if plugin.exists():
            try:
                ctypes.CDLL(str(plugin))
            except OSError as error:
                return package_words(str(error))
    return ""


def _no_core_dumps() -> None:
    """A dump of memory would hold the key of the store and whatever is on the screen."""
    try:
        import resource
    except ImportError:  # Windows writes none unless it was told to
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
