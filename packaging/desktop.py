"""What this computer has for a window: a screen, and the system libraries that Qt needs.

``desktop.py screen`` leaves with 0 when there is a screen and 1 when there is none.
``desktop.py libraries`` tries to load what Qt will load, and names the packages to install when
something is missing; with ``--offscreen`` only what drawing into memory needs. Only Linux brings
these from the system: elsewhere they come with Qt. ``desktop.py packages`` lists Debian's names
for all that a window needs. Any Python from 3.11 on runs it, with nothing installed.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Library:
    """A shared library and the package that brings it, on Debian and on Fedora."""

    file: str
    debian: str
    fedora: str


DRAWING: tuple[Library, ...] = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libX11.so.6", "libx11-6", "libX11"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libzstd.so.1", "libzstd1", "libzstd"),
)
"""What Qt's core, drawing and widgets link to; enough to draw into memory."""

X11: tuple[Library, ...] = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    Library("libxcb.so.1", "libxcb1", "libxcb"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)
WAYLAND: tuple[Library, ...] = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
)

Loads = Callable[[str], bool]


def has_screen(environment: Mapping[str, str], system: str) -> bool:
    """Whether a window can be shown: always, except on Linux without a display server."""
    if environment.get("QT_QPA_PLATFORM", "").partition(":")[0] in ("offscreen", "minimal"):
        return False
    if not system.startswith("linux"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def missing(environment: Mapping[str, str], *, offscreen: bool, loads: Loads) -> list[Library]:
    """The libraries that cannot be loaded.

    Where both kinds of display are offered, one complete set is enough, as it is for Qt.
    """

    def lacking(wanted: Iterable[Library]) -> list[Library]:
        return [library for library in wanted if not loads(library.file)]

    found = lacking(DRAWING)
    if offscreen:
        return found
    offered = [WAYLAND] if environment.get("WAYLAND_DISPLAY") else []
    offered += [X11] if environment.get("DISPLAY") else []
    lacking_of_each = [lacking(libraries) for libraries in offered]
    if lacking_of_each and all(lacking_of_each):
        found += lacking_of_each[-1]
    return found


def advice(libraries: Iterable[Library], distribution: str) -> str:
    """What to type, on the distribution that ``/etc/os-release`` describes."""
    debian = " ".join(dict.fromkeys(library.debian for library in libraries))
    fedora = " ".join(dict.fromkeys(library.fedora for library in libraries))
    families = _families(distribution)
    if families & {"debian", "ubuntu"}:
        return f"Install with:  sudo apt-get install {debian}"
    if families & {"fedora", "rhel", "centos"}:
        return f"Install with:  sudo dnf install {fedora}"
    return (
        "Install the packages that bring them.\n"
        f"On Debian and Ubuntu they are called:  {debian}\n"
        f"On Fedora:  {fedora}"
    )


def _families(distribution: str) -> set[str]:
    said = dict(line.split("=", 1) for line in distribution.splitlines() if "=" in line)
    named = f"{said.get('ID', '')} {said.get('ID_LIKE', '')}".replace('"', " ").replace("'", " ")
    return set(named.split())


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def _distribution() -> str:
    try:
        return Path("/etc/os-release").read_text("utf-8", errors="replace")
    except OSError:
        return ""


def main() -> int:
    """Answer one of the questions."""
    parser = argparse.ArgumentParser(description="What this computer has for a window.")
    parser.add_argument("question", choices=("screen", "libraries", "packages"))
    parser.add_argument("--offscreen", action="store_true", help="only to draw into memory")
    asked = parser.parse_args()
    if asked.question == "packages":
        sys.stdout.writelines(f"{library.debian}\n" for library in (*DRAWING, *X11))
        return 0
    screen = has_screen(os.environ, sys.platform)
    if asked.question == "screen":
        return 0 if screen else 1
    if not sys.platform.startswith("linux"):
        return 0
    lacking = missing(os.environ, offscreen=asked.offscreen or not screen, loads=_loads)
    if not lacking:
        return 0
    names = ", ".join(library.file for library in lacking)
    sys.stderr.write(f"Qt needs system libraries that are not here: {names}\n")
    sys.stderr.write(advice(lacking, _distribution()) + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
