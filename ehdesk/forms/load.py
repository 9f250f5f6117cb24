"""Loading the forms of an authority pack, with every fault said in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from ehdesk.forms.code_lists import list_files, read_lists
from ehdesk.forms.faults import BadForms, Faults, FormFault
from ehdesk.forms.meaning import find_faults
from ehdesk.forms.reading import read_form
from ehdesk.forms.spec import Form
from ehdesk.forms.yaml_tree import BadYaml, read_tree, tree_of
from ehdesk.forms.yaml_words import place
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
        with suppress(OSError):
            faults.section, faults.field = place(path.read_text("utf-8", "replace"), bad.line)
        faults.add(bad.line, str(bad))
        return Loaded(None, faults.found)
    form, lines = read_form(tree, faults)
    find_faults(form, lines, faults, lists)
    if faults.found:
        return Loaded(None, faults.found)
    return Loaded(replace(form, text=path.read_text("utf-8-sig")), ())


@lru_cache(maxsize=32)
def form_from_text(text: str) -> Form:
    """A form that was sound once, from the text of its file, whatever has become of its pack.

    :raises NotFound: when this version of the app cannot draw it any more.
    """
    faults = Faults("")
    try:
        form, _lines = read_form(tree_of(text), faults)
    except BadYaml as bad:
        faults.add(bad.line, str(bad))
    if faults.found:
        raise NotFound(
            "This form was written in an older version that cannot be drawn any more",
            "What was written in it is in the store.",
        )
    return replace(form, text=text)


def load_forms(folder: Path) -> tuple[Form, ...]:
    """Every form in a folder, by code and version.

    :raises BadForms: when any file has a fault; it holds all faults of all files.
    """
    read = read_folder(folder)
    if read.faults:
        raise BadForms(read.faults)
    return read.forms


def check_folder(folder: Path) -> tuple[FormFault, ...]:
    """Every fault of every form in a folder; nothing when they are sound."""
    return read_folder(folder).faults


@dataclass(frozen=True)
class ReadFolder:
    """The sound forms of a folder, what is wrong with the others, and each form's file."""

    forms: tuple[Form, ...]
    faults: tuple[FormFault, ...]
    files: Mapping[tuple[str, int], str]


def read_folder(folder: Path) -> ReadFolder:
    """Every form in a folder, by code and version. Raises nothing."""
    paths = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    if not paths:
        none = FormFault(folder.name, 1, "", "", "there are no forms (*.yaml) here")
        return ReadFolder((), (none,), {})
    forms: dict[tuple[str, int], Form] = {}
    files: dict[tuple[str, int], str] = {}
    faults = list(read_lists(folder.parent)[1])
    lists = list_files(folder.parent)
    for path in paths:
        loaded = _load(path, lists)
        faults += loaded.faults
        if loaded.form is None:
            continue
        key = (loaded.form.code, loaded.form.version)
        if key in forms:
            twice = f"version {key[1]} of the form “{key[0]}” is in {files[key]} too"
            faults.append(FormFault(path.name, 1, "", "", twice))
            continue
        forms[key], files[key] = loaded.form, path.name
    ordered = tuple(forms[key] for key in sorted(forms))
    for number, form in enumerate(ordered):
        older = [one for one in ordered[:number] if one.code == form.code]
        faults += _other_kinds(older, form, files[form.code, form.version])
    return ReadFolder(ordered, tuple(faults), files)


def _other_kinds(older: Iterable[Form], form: Form, file: str) -> Iterator[FormFault]:
    """A key never changes its meaning: what is answered in another way has another key."""
    before = {field.key: (field.kind, one.version) for one in older for field in one.fields()}
    for field in form.fields():
        kind, version = before.get(field.key, (field.kind, 0))
        if kind != field.kind and not {kind, field.kind} <= _TEXTS:
            message = (
                f"is asked as {field.kind}, but was {kind} in version {version}; "
                "give the question a new key"
            )
            yield FormFault(file, 1, form.section_of(field.key).key, field.key, message)


_TEXTS = {"short_text", "long_text"}


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
