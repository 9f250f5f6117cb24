"""What a person is told when something that Qt needs is not on the computer."""

from __future__ import annotations

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

desktop = SimpleNamespace(
    **runpy.run_path(str(Path(__file__).parents[2] / "packaging" / "desktop.py"))
)
DEBIAN = 'NAME="Debian GNU/Linux"\nID=debian\n'
FEDORA = "ID=fedora\n"
MINT = 'ID=linuxmint\nID_LIKE="ubuntu debian"\n'
OTHER = "ID=void\n"


def names(environment: dict[str, str], absent: set[str], *, offscreen: bool = False) -> list[str]:
    found = desktop.missing(environment, offscreen=offscreen, loads=lambda f: f not in absent)
    return [library.file for library in found]


@pytest.mark.parametrize(
    ("environment", "system", "screen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_a_screen_is_known_by_its_display(
    environment: dict[str, str], system: str, screen: bool
) -> None:
    assert desktop.has_screen(environment, system) is screen


def test_nothing_is_missing_where_everything_loads() -> None:
    assert names({"DISPLAY": ":0"}, set()) == []


def test_drawing_into_memory_needs_no_window_libraries() -> None:
    absent = {"libxcb-cursor.so.0", "libEGL.so.1"}
    assert names({"DISPLAY": ":0"}, absent, offscreen=True) == ["libEGL.so.1"]


def test_one_complete_kind_of_display_is_enough() -> None:
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    assert names(both, {"libxcb-cursor.so.0"}) == []
    assert names(both, {"libxcb-cursor.so.0", "libwayland-client.so.0"}) == ["libxcb-cursor.so.0"]
    assert names({"DISPLAY": ":0"}, {"libxcb-cursor.so.0"}) == ["libxcb-cursor.so.0"]


@pytest.mark.parametrize(
    ("distribution", "words"),
    [
        (DEBIAN, "sudo apt-get install libegl1 libxcb-cursor0"),
        (MINT, "sudo apt-get install libegl1 libxcb-cursor0"),
        (FEDORA, "sudo dnf install libglvnd-egl xcb-util-cursor"),
        (OTHER, "On Fedora:  libglvnd-egl xcb-util-cursor"),
    ],
)
def test_the_package_to_install_is_named(distribution: str, words: str) -> None:
    absent = {"libEGL.so.1", "libxcb-cursor.so.0"}
    lacking = desktop.missing({"DISPLAY": ":0"}, offscreen=False, loads=lambda f: f not in absent)
    assert words in desktop.advice(lacking, distribution)


def test_a_package_that_brings_several_libraries_is_named_once() -> None:
    absent = {"libxcb-randr.so.0", "libxcb-shm.so.0"}
    lacking = desktop.missing({"DISPLAY": ":0"}, offscreen=False, loads=lambda f: f not in absent)
    assert desktop.advice(lacking, FEDORA).endswith("install libxcb")
