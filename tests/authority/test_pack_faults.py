"""A pack with something wrong in it says what and where, all at once."""

from __future__ import annotations

import re
import shutil
from base64 import b64encode
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ehdesk.authority.load import PACKS, PackFault, check_pack, installed_packs, load_pack
from ehdesk.kernel.errors import EhdeskError

Edit = Callable[[str, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the Leicester pack to spoil."""
    copy = tmp_path / "spoilt"
    shutil.copytree(PACKS / "leicester", copy)
    return copy


@pytest.fixture
def edit(folder: Path) -> Edit:
    def change(file: str, old: str, new: str) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def faults(folder: Path) -> list[str]:
    with pytest.raises(PackFault) as caught:
        load_pack(folder)
    assert isinstance(caught.value, EhdeskError)
    said = [str(fault) for fault in caught.value.faults]
    assert all(line in str(caught.value) for line in said)
    return said


def line_of(folder: Path, file: str, text: str) -> int:
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_a_misspelt_name_is_said_with_the_right_one(folder: Path, edit: Edit) -> None:
    edit("authority.yaml", "    purpose: Ring first.", "    purpos: Ring first.")
    line = line_of(folder, "authority.yaml", "purpos: Ring")
    assert faults(folder) == [
        f"authority.yaml, line {line - 3}, contacts one_number: purpose is missing",
        f"authority.yaml, line {line}, contacts one_number: purpos is not known here; purpose is",
    ]


def test_a_length_that_cannot_be_read_is_said(folder: Path, edit: Edit) -> None:
    edit("authority.yaml", "length: 6 weeks", "length: 6 wks")
    line = line_of(folder, "authority.yaml", "6 wks")
    assert faults(folder) == [
        f"authority.yaml, line {line}, clocks under_6_weeks: length: “6 wks” will not do; "
        "write a length like 3 months, 6 weeks, 14 days or 3 working days"
    ]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("assessment_from: 3", "assessment_from: three", "write a whole number"),
        ("chairs_first_taf: yes", "chairs_first_taf: maybe", "write yes or no"),
        ("status: retired", "status: gone", "write current, superseded, retired, assumption"),
        ("steps: [Print the request", "steps: {a: b} #", "steps should be a list"),
        ("phone: 999", "phone: ask", "phone “ask” should be digits and spaces"),
        ("phone: 999", "phone:", "phone should be text"),
        (
            "email: early-help@leicester.gov.uk",
            "email: early-help",
            "email “early-help” is not an address",
        ),
        ("locality: south,", "locality: moon,", "locality: there is no “moon” in localities"),
        ("replaced_by: one_number", "replaced_by: two", "there is no “two” in contacts"),
        (
            "[family_support, targeted",
            "[fun, targeted",
            "services: there is no “fun” in services",
        ),
        (
            'source: "leaflet: three offers, Who"',
            'source: "rumour: heard"',
            "source “rumour: heard” is not in sources",
        ),
        ('source: "leaflet: three offers, Who"', "note: none", "source is missing"),
        ("assessment_from: 3", "assessment_from: 4", "one more than targeted_up_to"),
        ('shape: "4,27 35,26', 'shape: "4,270 35,26', "3 or more corners like 12,30"),
        ('line: "48,0 48,8', 'line: "river 48,8', "2 or more corners like 12,30"),
        ("  emergency:\n", "  one_number:\n", "one_number is given twice"),
        ("\nteams:\n", "\nthings:\n", "things is not a section of a pack"),
    ],
)
def test_each_fault_names_its_file_line_and_what_to_write(
    folder: Path, edit: Edit, old: str, new: str, what: str
) -> None:
    edit("authority.yaml", old, new)
    said = [fault for fault in faults(folder) if what in fault]
    assert len(said) == 1
    assert re.match(r"authority\.yaml, line [1-9]\d*", said[0])


def test_all_faults_of_all_files_are_told_at_once_in_file_order(folder: Path, edit: Edit) -> None:
    edit("words.yaml", "name: Early help,", "nam: Early help,")
    edit("needs.yaml", "name: Health\n", "name:\n")
    edit("authority.yaml", "length: 12 months", "length: a year")
    said = faults(folder)
    assert len(said) == 4
    assert [line.split(",")[0] for line in said] == [
        "authority.yaml",
        "needs.yaml",
        "words.yaml",
        "words.yaml",
    ]


def test_a_pack_that_does_not_say_what_it_is_called_is_said_beside_other_faults(
    folder: Path, edit: Edit
) -> None:
    edit("authority.yaml", "  area: Leicester\n", "")
    edit("authority.yaml", "length: 12 months", "length: a year")
    said = faults(folder)
    assert len(said) == 2
    assert said[0].endswith("pack: area is missing")


def test_what_the_app_needs_and_the_pack_lacks_is_said(folder: Path, edit: Edit) -> None:
    edit("words.yaml", "  taf: {", "  team: {")
    line = line_of(folder, "words.yaml", "terms:")
    assert faults(folder) == [f"words.yaml, line {line}, terms: taf is missing; the app needs it"]


def test_a_missing_section_is_said(folder: Path) -> None:
    (folder / "needs.yaml").unlink()
    said = faults(folder)
    assert "authority.yaml, line 1: section needs is missing" in said
    assert "authority.yaml, line 1: section areas is missing" in said


def test_a_section_given_in_two_files_is_said_with_both_places(folder: Path) -> None:
    with (folder / "words.yaml").open("a", encoding="utf-8") as file:
        file.write("\nreferrers: {}\n")
    (said,) = faults(folder)
    first = line_of(folder, "authority.yaml", "referrers:")
    assert said.endswith(f"section referrers is already in authority.yaml, line {first}")
    assert said.startswith("words.yaml, line ")


def test_a_file_that_is_not_yaml_is_said_with_its_line(folder: Path) -> None:
    (folder / "services.yaml").write_text("agencies:\n  a: {name: [}\n", encoding="utf-8")
    assert any(fault.startswith("services.yaml, line 2: not readable") for fault in faults(folder))


def test_a_file_that_is_not_text_is_said(folder: Path) -> None:
    (folder / "services.yaml").write_bytes(b"agencies:\n  a: \xff\xfe")
    assert "services.yaml, line 2: not readable as UTF-8 text" in faults(folder)


def test_a_character_that_no_text_holds_is_said(folder: Path) -> None:
    (folder / "services.yaml").write_text("agencies:\n  a:\n    b: \x07\n", encoding="utf-8")
    assert any(fault.startswith("services.yaml, line 3: not readable") for fault in faults(folder))


def test_an_entry_that_is_not_a_mapping_is_said(folder: Path, edit: Edit) -> None:
    edit("words.yaml", "terms:\n", "terms:\n  loose: text\n")
    line = line_of(folder, "words.yaml", "loose: text")
    assert faults(folder)[0] == (
        f"words.yaml, line {line}, terms loose: "
        "should be a list of names, each with a colon and its value"
    )


def test_an_empty_folder_is_a_pack_with_its_file_missing(tmp_path: Path) -> None:
    assert "authority.yaml: is missing" in faults(tmp_path)


def test_a_pack_without_a_name_is_not_listed_but_said(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "authority.yaml").write_text("contacts: {}\n", encoding="utf-8")
    with pytest.raises(PackFault, match="section pack is missing"):
        installed_packs(tmp_path)


def test_another_authority_is_another_folder(folder: Path, edit: Edit) -> None:
    edit("authority.yaml", "name: Leicester City Council", "name: Nowhere Council")
    assert load_pack(folder).name == "Nowhere Council"
    assert load_pack(folder).code == "spoilt"
    assert [p.name for p in installed_packs(folder.parent)] == ["Nowhere Council"]


def test_a_public_key_or_a_day_of_checking_that_is_not_one_is_said(
    folder: Path, edit: Edit
) -> None:
    edit(
        "authority.yaml",
        "    purpose: Ring first.",
        "    public_key: c2hvcnQ=\n    purpose: Ring first.",
    )
    assert any(
        said.endswith("public_key should be the 32 bytes of an X25519 key, in base64")
        for said in faults(folder)
    )
    edit("authority.yaml", "    public_key: c2hvcnQ=\n", "    checked: last week\n")
    assert any("checked: “last week” will not do; write a date" in said for said in faults(folder))


def test_a_contact_may_say_when_it_was_checked_and_carry_a_key(folder: Path, edit: Edit) -> None:
    key = b64encode(bytes(range(32))).decode()
    edit(
        "authority.yaml",
        "    purpose: Ring first.",
        f"    public_key: {key}\n    checked: 2026-08-01\n    purpose: Ring first.",
    )
    pack = load_pack(folder)
    assert pack.packet_key == key
    contact = pack.contact("one_number")
    assert not contact.is_stale(date(2026, 10, 30))
    assert contact.is_stale(date(2026, 10, 31))


def test_a_pack_with_a_hub_needs_the_form_in_which_the_hub_decides(folder: Path) -> None:
    assert check_pack(folder) == ()
    (folder / "forms" / "hub_decision.yaml").unlink()
    (fault,) = check_pack(folder)
    assert "a pack with a hub needs it" in str(fault)


def test_a_time_of_the_week_that_there_is_not_is_said(folder: Path, edit: Edit) -> None:
    edit("services.yaml", "times: [evenings]", "times: [at night]")
    (said,) = faults(folder)
    assert said.endswith("times: “at night” will not do; write weekdays, evenings, weekends")
