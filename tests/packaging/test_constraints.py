"""The pinned versions hold everything that the project asks for, and name no host."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "packaging").glob("constraints*.txt"))
_PIN = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<version>[\w.]+)(?: ; (?P<marker>[^\\]+))? \\$")


def pinned(file: str) -> set[str]:
    lines = (ROOT / "packaging" / file).read_text("utf-8").splitlines()
    return {found["name"] for line in lines if (found := _PIN.match(line))}


def asked_for(extra: str = "") -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = project["optional-dependencies"][extra] if extra else project["dependencies"]
    return {re.split(r"[<>=;\s]", line, maxsplit=1)[0].casefold() for line in asked}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_line_is_an_exact_version_or_its_hash(file: Path) -> None:
    for line in file.read_text("utf-8").splitlines():
        is_hash = re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?", line)
        assert line.startswith("#") or is_hash or _PIN.match(line), line


def test_everything_the_project_asks_for_is_pinned() -> None:
    assert asked_for() | {"setuptools"} <= pinned("constraints.txt")
    assert asked_for("dev") <= pinned("constraints-dev.txt")


def test_tests_run_on_the_versions_that_people_get() -> None:
    def versions(file: str) -> set[str]:
        lines = (ROOT / "packaging" / file).read_text("utf-8").splitlines()
        return {line for line in lines if _PIN.match(line)}

    assert versions("constraints.txt") <= versions("constraints-dev.txt")
