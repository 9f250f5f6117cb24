"""What is wrong with a form's file is said in words, with its line, all of it at once."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from ehdesk.forms.faults import BadForms, FormFault
from ehdesk.forms.load import check_folder, load_form, load_forms
from tests.forms.samples import FORMS_FOLDER

GOOD = """\
form: tiny
version: 1
title: Tiny
source: The project's own.
finish: Done
sections:
  - key: one
    title: One
    fields:
      - key: kind
        label: Which?
        kind: choice
        options: {a: First, b: Second}
        required: true
        missing: Choose one
      - key: when
        label: When?
        kind: date
        show_if: {field: one.kind, is: b}
        checks: [date_not_future]
"""


def faults_of(tmp_path: Path, text: str | bytes) -> tuple[FormFault, ...]:
    path = tmp_path / "tiny.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    loaded = load_form(path)
    assert (loaded.form is None) is bool(loaded.faults)
    return loaded.faults


def test_the_good_form_is_good(tmp_path: Path) -> None:
    assert faults_of(tmp_path, GOOD) == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("kind: date", "kind: dat", 18, "there is no kind “dat”; did you mean “date”?"),
        ("        kind: date\n", "", 16, "needs “kind”"),
        ("label: When?", "lable: When?", 17, "did you mean “label”?"),
        ("label: When?", "label: {a: b}", 17, "must be text"),
        ("required: true", "required: maybe", 14, "must be true or false"),
        ("        missing: Choose one\n", "", 10, "needs “missing”"),
        ("is: b", "is: c", 16, "there is no answer to one.kind “c”"),
        ("is: b", "equals: b", 19, "is not a condition"),
        ("one.kind, is", "one.sort, is", 16, "not there: one.sort"),
        ("one.kind, is: b", "one.when, answered: true", 16, "one.when, which comes later"),
        ("[date_not_future]", "[date_in_past]", 20, "there is no check “date_in_past”"),
        ("[date_not_future]", "[postcode]", 16, "is for short_text, not for date"),
        ("[date_not_future]", "[{date_not_before: one.no}]", 16, "needs the key of another"),
        ("[date_not_future]", "[{within_months: {of: [], months: 3}}]", 16, "needs “of”"),
        ("[date_not_future]", "\n          - {a: 1, b: 2}", 21, "a check is one name"),
        ("        options: {a: First, b: Second}\n", "", 10, "needs “options”"),
        ("key: when", "key: kind", 16, "stands here twice"),
        ("key: when", "key: When!", 16, "is no key"),
        ("version: 1", "version: one", 2, "must be a whole number"),
        ("form: tiny\n", "", 1, "a form needs “form”"),
        ("finish: Done", "endings: {stop: {title: Stop}}\nfinish: Done", 5, "no ending “stop”"),
        ("kind: date", "kind: date\n        bind: meeting.hold", 16, "“meeting.held_on”"),
        ("kind: date", "kind: date\n        bind: family.name", 16, "is asked as short_text"),
        ("kind: date", "kind: date\n        safeguarding: true", 16, "only a yes_no question"),
        ("kind: date", "kind: date\n        family_facing: true", 16, "can be family_facing"),
        ("kind: date", "kind: rows", 16, "has columns under “fields”"),
        ("title: One", "title: One\n    title: Two", 9, "“title” stands here twice"),
        ("title: One", "title: &x One", None, None),
        ("title: One", "title: !!python/name:os.system", 8, "tags such as"),
        ("title: One", "title: One\n    done_line: [{text: 'On {one.never}'}]", 7, "one.never"),
        ("title: One", "title: One\n    done_line: [{text: '{one.when:count}'}]", 7, "be counted"),
        ("source: The project's own.", "source: *nobody", 4, "anchors"),
        ("sections:", "sections: []\nrest:", 6, "must be a list with something in it"),
        ("title: Tiny", "title: [Tiny", 3, "a [ is opened here and never closed"),
    ],
)
def test_a_fault_is_said_with_its_line(
    tmp_path: Path, old: str, new: str, line: int | None, says: str | None
) -> None:
    assert GOOD.count(old) == 1
    faults = faults_of(tmp_path, GOOD.replace(old, new))
    if says is None:
        assert faults == ()
        return
    assert [fault.line for fault in faults if says in fault.message] == [line], faults


def test_every_fault_is_told_and_each_says_file_line_section_and_question(tmp_path: Path) -> None:
    text = GOOD.replace("kind: date", "kind: dat").replace("is: b", "is: c")
    said = [str(fault) for fault in faults_of(tmp_path, text)]
    assert len(said) == 2
    assert said[0].startswith("tiny.yaml, line 16, section one, question one.when: ")


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00", b"- just\n- a list\n", b"word", b"[" * 5000, b"a: \x07", b"? [a]\n: b"],
)
def test_a_file_that_is_no_form_at_all_is_a_fault_and_not_a_crash(
    tmp_path: Path, content: bytes
) -> None:
    assert faults_of(tmp_path, content)


def test_a_missing_file_and_an_empty_folder_are_faults(tmp_path: Path) -> None:
    assert "cannot be read" in str(load_form(tmp_path / "none.yaml").faults[0])
    assert "no forms" in str(check_folder(tmp_path)[0])
    assert "no forms" in str(check_folder(tmp_path / "nowhere")[0])


def test_the_same_version_twice_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD)
    (tmp_path / "b.yaml").write_text(GOOD)
    with pytest.raises(BadForms, match=r"version 1 of the form “tiny” is in a\.yaml too"):
        load_forms(tmp_path)


def test_a_damaged_copy_of_a_shipped_form_never_crashes_the_loader(tmp_path: Path) -> None:
    """Lines lost, doubled, moved in and swapped, as a hand-edited pack may have them."""
    chance = random.Random(17)  # noqa: S311 - a repeatable walk through damage
    sources = [path.read_text().splitlines() for path in sorted(FORMS_FOLDER.glob("*.yaml"))]
    path = tmp_path / "damaged.yaml"
    for _ in range(120):
        lines = list(chance.choice(sources))
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(lines))
            match chance.randrange(4):
                case 0:
                    del lines[at]
                case 1:
                    lines.insert(at, lines[at])
                case 2:
                    lines[at] = "  " + lines[at]
                case _:
                    other = chance.randrange(len(lines))
                    lines[at], lines[other] = lines[other], lines[at]
        path.write_text("\n".join(lines))
        for fault in load_form(path).faults:
            assert fault.message
            assert 1 <= fault.line <= len(lines) + 1
