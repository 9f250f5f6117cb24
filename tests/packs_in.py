"""Packs for tests: the shipped one, and copies in the home folder, where an authority keeps its
own, to be edited."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from ehdesk.authority.load import PACKS, load_pack
from ehdesk.authority.pack import Pack
from ehdesk.kernel.home import Home


@cache
def leicester() -> Pack:
    """The shipped pack, read once."""
    return load_pack("leicester")


def own_pack(home: Home, code: str = "leicester") -> Path:
    """A copy of a shipped pack as the authority's own, in ``packs`` of the home folder."""
    folder = home.packs_folder / code
    shutil.copytree(PACKS / code, folder)
    return folder


def edit(file: Path, old: str, new: str) -> None:
    """Change the first place where a file says ``old``."""
    text = file.read_text("utf-8")
    assert old in text, f"{file.name} does not say {old!r}"
    file.write_text(text.replace(old, new, 1), "utf-8")


def next_version(form: Path, *edits: tuple[str, str], version: int = 2) -> Path:
    """A newer version of a form beside it, the same but for ``edits``."""
    newer = form.with_name(f"{form.stem.partition('-')[0]}-{version}.yaml")
    shutil.copy(form, newer)
    edit(newer, f"version: {version - 1}", f"version: {version}")
    for old, new in edits:
        edit(newer, old, new)
    return newer
