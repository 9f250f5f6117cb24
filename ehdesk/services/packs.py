"""Which packs there are, and which copy of one is safe to work with.

An authority's own packs stand in ``packs/<code>`` of the home folder and come before those that
the app brings. They are edited by hand, so a pack that was read without a fault is copied to
``sound_packs/<code>/<digest>-<version>``; when somebody breaks the files, work goes on with that
copy. Work always goes on with the copy, even while the files are whole: what is edited takes effect
the next time that a store is opened, never half way. Packs hold nothing personal.
"""

from __future__ import annotations

import hashlib
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import ehdesk
from ehdesk.authority.faults import Fault, PackFault
from ehdesk.authority.load import (
    PACKS,
    InstalledPack,
    load_pack,
    load_sound_pack,
    read_identity,
)
from ehdesk.authority.pack import Pack
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.files import write_folder_whole, write_whole
from ehdesk.kernel.home import Home

_LAST = "last"
"""The file beside the copies that names the newest of them."""


@dataclass(frozen=True)
class BrokenPack:
    """A pack whose files cannot be used, while the last good copy is: what is wrong with them."""

    folder: Path
    faults: tuple[Fault, ...]

    @property
    def title(self) -> str:
        return "The authority’s pack has been changed and cannot be read"

    @property
    def words(self) -> str:
        """What is safe and what to do, for the bar over the page."""
        first, more = self.faults[0], len(self.faults) - 1
        rest = f" And {more} more." if more else ""
        return (
            f"Your records are safe, and the last good forms are in use. {first}.{rest} "
            "Ask whoever looks after the pack to put it right."
        )

    @property
    def lines(self) -> str:
        """Everything, for the command line."""
        faults = "\n".join(f"  {fault}" for fault in self.faults)
        return (
            f"{self.title}: {self.folder}\n{faults}\n"
            "Records are safe. The last good copy of the pack is in use until it is put right."
        )


@dataclass(frozen=True)
class UsablePack:
    """A pack to work with; ``broken`` says what is wrong with its files when it is a copy."""

    pack: Pack
    broken: BrokenPack | None = None


class Packs:
    """The packs of one home folder and those that came with the app."""

    def __init__(self, home: Home, shipped: Path = PACKS) -> None:
        self._own, self._copies = home.packs_folder, home.sound_packs_folder
        self._shipped = shipped

    def folders(self) -> tuple[Path, ...]:
        """The folder of each pack, own ones before shipped ones, each code once."""
        found: dict[str, Path] = {}
        for root in (self._own, self._shipped):
            for file in sorted(root.glob("*/authority.yaml")):
                found.setdefault(file.parent.name, file.parent)
        return tuple(found.values())

    def installed(self) -> tuple[InstalledPack, ...]:
        """The packs that can be chosen, by name. One that does not even say what it is called is
        named from its last good copy, or left out."""
        found = []
        for folder in self.folders():
            for place in (folder, self._last_copy(folder.name)):
                try:
                    name = read_identity(place).name if place is not None else ""
                except PackFault:
                    continue
                if name:
                    found.append(InstalledPack(folder.name, name, folder))
                    break
        return tuple(sorted(found, key=lambda pack: pack.name))

    def folder(self, code: str) -> Path:
        """Where the files of a pack stand, whether they are sound or not.

        :raises EhdeskError: when there is no pack of that code.
        """
        folders = self.folders()
        for folder in folders:
            if folder.name == code:
                return folder
        known = ", ".join(folder.name for folder in folders)
        raise EhdeskError(
            f"There is no authority pack “{code}” on this computer",
            f"These are here: {known}." if known else "There are none.",
            f"Put its folder at {self._own / code}.",
        )

    def open(self, code: str) -> UsablePack:
        """The pack of that code, or its last good copy when its files are broken.

        :raises PackFault: when it is broken and there is no copy; with every fault.
        :raises EhdeskError: when there is no pack of that code, and no copy either.
        """
        try:
            folder = self.folder(code)
        except EhdeskError:
            copied = self._last_good(code)
            if copied is None:
                raise
            missing = Fault(f"{code}/authority.yaml", 0, "", "is missing")
            return UsablePack(copied, BrokenPack(self._own / code, (missing,)))
        try:
            files = _files(folder)
        except OSError as wrong:
            name = Path(str(wrong.filename or folder)).name
            broken = PackFault(code, (Fault(name, 0, "", f"cannot be read: {wrong.strerror}"),))
        else:
            try:
                return UsablePack(self._sound(code, folder, files))
            except PackFault as fault:
                broken = fault
        copied = self._last_good(code)
        if copied is None:
            raise broken
        return UsablePack(copied, BrokenPack(folder, broken.faults))

    def add(self, folder: Path) -> str:
        """Take a pack from a folder into the home folder; its code, the folder's name.

        :raises PackFault: when it is not sound.
        :raises EhdeskError: when another pack of that name is there already.
        """
        folder = folder.absolute()
        if not (folder / "authority.yaml").is_file():
            raise EhdeskError(f"There is no pack in {folder}", "", "It has an authority.yaml.")
        code = folder.name
        files = _files(folder)
        for there in self.folders():
            if there.name == code and _digest(_files(there)) != _digest(files):
                raise EhdeskError(
                    f"There is another pack called “{code}” on this computer already",
                    f"It stands at {there}.",
                    "Give the folder another name, or put the files of that pack right by hand.",
                )
        load_sound_pack(folder)
        if not any(there.name == code for there in self.folders()):
            self._own.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_folder_whole(self._own / code, files)
        return code

    def _sound(self, code: str, folder: Path, files: dict[str, bytes]) -> Pack:
        """The copy with these files, made when there is none yet.

        :raises PackFault: when the files are broken.
        """
        copy = self._copies / code / f"{_digest(files)}-{ehdesk.__version__}"
        if not _is_whole(copy):
            if (copy.name, code) not in _READ:
                load_sound_pack(folder, code=code)
            try:
                self._keep(copy, files)
            except OSError:
                # Nothing can be kept here, as with a full disk: work with the files themselves.
                return load_pack(folder, code=code)
        elif self._last_copy(code) != copy:
            with suppress(OSError):
                write_whole(copy.parent / _LAST, copy.name.encode())
        return _load_copy(copy, code)

    def _keep(self, copy: Path, files: dict[str, bytes]) -> None:
        copy.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.rmtree(copy, ignore_errors=True)  # one that somebody has tampered with
        write_folder_whole(copy, files)
        before = self._last_copy(copy.parent.name)
        write_whole(copy.parent / _LAST, copy.name.encode())
        for old in copy.parent.iterdir():
            # The one before stays: another window may be working with it.
            if old.is_dir() and old not in (copy, before):
                shutil.rmtree(old, ignore_errors=True)

    def _last_copy(self, code: str) -> Path | None:
        try:
            named = (self._copies / code / _LAST).read_text("utf-8").strip()
        except (OSError, ValueError):
            return None
        copy = self._copies / code / Path(named).name
        return copy if copy.is_dir() else None

    def _last_good(self, code: str) -> Pack | None:
        """The newest copy, if it still is what was copied and this app can read it."""
        copy = self._last_copy(code)
        if copy is None or not _is_whole(copy):
            return None
        if not copy.name.endswith(f"-{ehdesk.__version__}"):
            # What another version of the app could read, this one may not.
            try:
                load_sound_pack(copy, code=code)
            except PackFault:
                return None
        return _load_copy(copy, code)


_READ: dict[tuple[str, str], Pack] = {}
"""Packs read in this run, by the name of the copy and the code. The name tells the files and the
app that found them sound, so the same files are read and checked once, whoever copied them."""


def _load_copy(copy: Path, code: str) -> Pack:
    """The pack of a copy, its forms and lists too: the files are not needed again."""
    key = (copy.name, code)
    if key not in _READ:
        pack = load_pack(copy, code=code)
        _ = pack.forms, pack.lists
        _READ[key] = pack
    return _READ[key]


def _files(folder: Path) -> dict[str, bytes]:
    """Every file of a pack by its path inside it.

    :raises OSError: when one of them cannot be read.
    """
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".md"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _digest(files: dict[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name, content in sorted(files.items()):
        whole.update(f"\0{name}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()[:32]


def _is_whole(copy: Path) -> bool:
    """Whether a copy is there and holds what it was made of."""
    try:
        return copy.is_dir() and copy.name.startswith(f"{_digest(_files(copy))}-")
    except OSError:
        return False
