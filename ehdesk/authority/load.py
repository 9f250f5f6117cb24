"""Loads an authority pack and checks all of it.

A pack is a folder: every ``*.yaml`` at its top brings sections, in whichever file suits, and each
section once. ``forms/`` beside them belongs to ``ehdesk.forms``.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import get_args, get_type_hints

import resources
from ehdesk.authority.checks import Checker
from ehdesk.authority.days_off import with_days_off
from ehdesk.authority.faults import Fault, PackFault
from ehdesk.authority.form_contract import contract_faults
from ehdesk.authority.items import Item, SourceDocument, Status, Thresholds
from ehdesk.authority.pack import Pack
from ehdesk.authority.reading import Entry, Reader
from ehdesk.forms.faults import FormFault
from ehdesk.forms.load import read_folder

__all__ = [
    "Fault",
    "InstalledPack",
    "PackFault",
    "check_pack",
    "installed_packs",
    "load_pack",
    "load_sound_pack",
    "read_identity",
]

PACKS = resources.FOLDER / "authority"


@dataclass(frozen=True)
class Identity:
    """The ``pack:`` section. ``area`` is the authority's short name, as in "Going to Leicester"."""

    name: str
    area: str
    version: str


@dataclass(frozen=True)
class InstalledPack:
    """A pack that came with the product."""

    code: str
    name: str
    folder: Path


def installed_packs(folder: Path = PACKS) -> tuple[InstalledPack, ...]:
    """The packs of a folder that can be chosen, by name.

    :raises PackFault: when one of them does not say what it is called.
    """
    found = [
        InstalledPack(file.parent.name, read_identity(file.parent).name, file.parent)
        for file in folder.glob("*/authority.yaml")
    ]
    return tuple(sorted(found, key=lambda pack: pack.name))


def read_identity(folder: Path) -> Identity:
    """What a pack is called, without reading the rest of it.

    :raises PackFault: when it does not say.
    """
    reader, identity = Reader(), None
    for entry in reader.file(folder / "authority.yaml"):
        if entry.key == "pack":
            identity = reader.record(Identity, entry, "pack", {})
    if identity is None:
        faults = reader.faults or [Fault("authority.yaml", 1, "", "section pack is missing")]
        raise PackFault(folder.name, faults)
    return identity


def load_pack(which: str | Path, *, code: str = "") -> Pack:
    """The pack of that code among those that came with the app, or in that folder. Its forms are
    read when they are first asked for.

    :param code: what it is called where the folder has another name.
    :raises PackFault: with every fault of the pack, each with its file and line.
    """
    folder = which if isinstance(which, Path) else PACKS / which
    return _Loading(folder, code or folder.name).pack()


def load_sound_pack(folder: Path, *, code: str = "") -> Pack:
    """The pack in a folder with its forms read and checked against what the program asks of them.

    :raises PackFault: with every fault of the pack and its forms.
    """
    code = code or folder.name
    faults = check_pack(folder)
    if faults:
        raise PackFault(code, faults)
    return load_pack(folder, code=code)


def check_pack(folder: Path) -> tuple[Fault, ...]:
    """Every fault of a pack and its forms, in file order; nothing when it is sound."""
    faults: list[Fault] = []
    read = read_folder(folder / "forms")
    try:
        hub = load_pack(folder).hub
    except PackFault as broken:
        faults += broken.faults
    else:
        if hub and not any(form.code == "hub_decision" for form in read.forms):
            what = "the form “hub_decision” is missing; a pack with a hub needs it"
            faults.append(Fault("forms/hub_decision.yaml", 1, "", what))
    found = read.faults or tuple(contract_faults(read.forms, read.files))
    faults += (_as_fault(fault) for fault in found)
    return tuple(sorted(faults))


def _as_fault(fault: FormFault) -> Fault:
    """A fault of a form among those of its pack."""
    parts = (("section", fault.section), ("question", fault.field))
    item = ", ".join(f"{name} {value}" for name, value in parts if value)
    return Fault(f"forms/{fault.file}", fault.line, item, fault.message)


class _Loading:
    """One pass over a folder."""

    def __init__(self, folder: Path, code: str) -> None:
        self._folder = folder
        self._code = code
        self._reader = Reader()
        self._entries: dict[str, Entry] = {}
        self._places: dict[tuple[str, str], Entry] = {}

    def pack(self) -> Pack:
        reader = self._reader
        files = sorted(self._folder.glob("*.yaml"))
        if not files:
            reader.faults.append(Fault("authority.yaml", 0, "", "is missing"))
        for path in files:
            for entry in reader.file(path):
                self._take(entry)
        for name in ("pack", "sources", "thresholds", *_sections()):
            if name not in self._entries and files:
                reader.faults.append(Fault("authority.yaml", 1, "", f"section {name} is missing"))
        sources = self._sources()
        values: dict[str, object] = {"sources": tuple(sources.values())}
        for section, cls in _sections().items():
            values[section] = self._section(section, cls, sources)
        values["thresholds"] = self._thresholds(sources)
        if "pack" in self._entries:
            identity = reader.record(Identity, self._entries["pack"], "pack", {})
            values |= vars(identity) if identity else {}
        if reader.faults:
            raise PackFault(self._code, reader.faults)
        pack = Pack(code=self._code, folder=self._folder, **values)  # type: ignore[arg-type]
        faults = Checker(pack, self._entries, self._places).faults()
        if faults:
            raise PackFault(self._code, faults)
        return with_days_off(pack)

    def _take(self, entry: Entry) -> None:
        known = ("pack", "sources", "thresholds", *_sections())
        if entry.key not in known:
            self._reader.fault(entry, "", f"{entry.key} is not a section of a pack")
        elif entry.key in self._entries:
            first = self._entries[entry.key]
            where = f"{first.file}, line {first.line}"
            self._reader.fault(entry, "", f"section {entry.key} is already in {where}")
        else:
            self._entries[entry.key] = entry

    def _sources(self) -> dict[str, SourceDocument]:
        found: dict[str, SourceDocument] = {}
        if "sources" in self._entries:
            for entry in self._reader.entries(self._entries["sources"], "sources"):
                given = {"code": entry.key}
                source = self._reader.record(SourceDocument, entry, f"sources {entry.key}", given)
                if source:
                    found[entry.key] = source
        return found

    def _section(
        self, section: str, cls: type[Item], sources: dict[str, SourceDocument]
    ) -> tuple[Item, ...]:
        found = []
        if section in self._entries:
            for entry in self._reader.entries(self._entries[section], section):
                self._places[section, entry.key] = entry
                given = {"code": entry.key, **self._handed_down(entry, sources)}
                item = self._reader.record(cls, entry, f"{section} {entry.key}", given)
                if item:
                    found.append(item)
        return tuple(found)

    def _thresholds(self, sources: dict[str, SourceDocument]) -> Thresholds | None:
        entry = self._entries.get("thresholds")
        if entry is None:
            return None
        self._places["thresholds", ""] = entry
        given = self._handed_down(entry, sources)
        return self._reader.record(Thresholds, entry, "thresholds", given)

    def _handed_down(self, entry: Entry, sources: dict[str, SourceDocument]) -> dict[str, object]:
        """Since when and with which status, from the source that the entry names."""
        named = self._reader.peek(entry, "source").partition(":")[0]
        if named in sources:
            return {"since": sources[named].since, "status": sources[named].status}
        # A source that is missing or not known is a fault of its own; no more need be said.
        return {"since": "", "status": Status.ASSUMPTION}


@cache
def _sections() -> dict[str, type[Item]]:
    """The sections of entries and the class of each, read off :class:`Pack`."""
    hints = get_type_hints(Pack)
    found: dict[str, type[Item]] = {}
    for each in fields(Pack):
        kinds = get_args(hints[each.name])
        if kinds and issubclass(kinds[0], Item):
            found[each.name] = kinds[0]
    return found
