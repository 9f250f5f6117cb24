"""Loading the forms of an authority pack, with every fault said in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from ehdesk.forms.code_lists import list_files, read_lists
from ehdesk.forms.faults import BadForms, Faults, FormFault
from ehdesk.forms.meaning import find_faults
from ehdesk.forms.reading import read_form
from ehdesk.forms.spec import Form
from ehdesk.forms.yaml_tree import BadYaml, read_tree
from ehdesk.kernel.errors import NotFound


@dataclass(frozen=True)
class Loaded:
    """One file: its form when it is sound, else the faults."""

    form: Form | None
    faults: tuple[FormFault, ...]


def load_form(path: Path) -> Loaded:
    """One form of a pack's ``forms`` folder. Raises nothing: what is wrong is in ``faults``."""
    return _load(path, list_files(path.parent.parent))


def _load(path: Path, lists: Collection[str]) -> Loaded:
    faults = Faults(path.name)
    try:
        tree = read_tree(path)
    except BadYaml as bad:
        faults.add(bad.line, str(bad))
        return Loaded(None, faults.found)
    form, lines = read_form(tree, faults)
    find_faults(form, lines, faults, lists)
    return Loaded(None if faults.found else form, faults.found)


def load_forms(folder: Path) -> tuple[Form, ...]:
    """Every form in a folder, by code and version.

    :raises BadForms: when any file has a fault; it holds all faults of all files.
    """
    forms, faults = _read_folder(folder)
    if faults:
        raise BadForms(faults)
    return forms


def check_folder(folder: Path) -> tuple[FormFault, ...]:
    """Every fault of every form in a folder; nothing when they are sound."""
    return _read_folder(folder)[1]


def _read_folder(folder: Path) -> tuple[tuple[Form, ...], tuple[FormFault, ...]]:
    paths = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    if not paths:
        return (), (FormFault(folder.name, 1, "", "", "there are no forms (*.yaml) here"),)
    forms: dict[tuple[str, int], Form] = {}
    faults = list(read_lists(folder.parent)[1])
    lists = list_files(folder.parent)
    for path in paths:
        loaded = _load(path, lists)
        faults += loaded.faults
        if loaded.form is None:
            continue
        key = (loaded.form.code, loaded.form.version)
        if key in forms:
            twice = f"version {key[1]} of the form “{key[0]}” is in another file too"
            faults.append(FormFault(path.name, 1, "", "", twice))
        forms[key] = loaded.form
    return tuple(forms[key] for key in sorted(forms)), tuple(faults)


def latest(forms: Iterable[Form], code: str) -> Form:
    """The newest version of a form. :raises NotFound: when the pack has no such form."""
    versions = [form for form in forms if form.code == code]
    if not versions:
        raise NotFound(f"This pack has no form called “{code}”")
    return max(versions, key=lambda form: form.version)


def form_of(forms: Iterable[Form], code: str, version: int) -> Form:
    """The version a record was made in. :raises NotFound: when the pack no longer has it."""
    for form in forms:
        if (form.code, form.version) == (code, version):
            return form
    raise NotFound(f"This pack has no version {version} of the form “{code}”")
