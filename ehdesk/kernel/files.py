"""Files are written whole or not at all, and for their owner's eyes only."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Replace the file at ``path`` by ``content`` in one step; a crash leaves the old one.

    :raises OSError: when the disk is full or the folder cannot be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def write_folder_whole(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make ``folder`` with these files, by their path inside it, in one step: whole or not at all.
    A folder that is there already is left as it is.

    :raises OSError: when the disk is full or the place cannot be written.
    """
    if folder.is_dir():
        return
    beside = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        for name, content in files.items():
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(path, content)
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
