"""An authority's own pack, and the last good copy of it while its files are broken."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from ehdesk.authority.faults import PackFault
from ehdesk.cli import main
from ehdesk.desk import open_desk
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.home import Home
from ehdesk.services.packs import Packs
from tests.desks import PASSWORD, a_clock, new_desk
from tests.packs_in import edit, own_pack


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home folder with the authority's own pack in it and a store made with it."""
    home = Home(tmp_path)
    own_pack(home)
    new_desk(tmp_path).close()
    return home


def forms_of(home: Home) -> Path:
    return home.packs_folder / "leicester" / "forms"


def run(home: Home, *argv: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    environment = {"EHDESK_PASSWORD": PASSWORD}
    code = main(
        ["--home", str(home.root), *argv],
        clock=a_clock(),
        environment=environment,
        out=out,
        err=err,
    )
    return code, out.getvalue(), err.getvalue()


def line_of(file: Path, text: str) -> int:
    lines = file.read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def the_store(home: Home) -> Path:
    return next(home.stores_folder.glob("*.ehdesk"))


def test_an_own_pack_comes_before_the_one_that_the_app_brings(home: Home) -> None:
    edit(home.packs_folder / "leicester" / "authority.yaml", "name: Leicester City", "name: Our")
    assert Packs(home).open("leicester").pack.name == "Our Council"
    assert [pack.name for pack in Packs(home).installed()] == ["Our Council"]


def test_a_broken_pack_opens_with_its_last_good_copy_and_says_so(home: Home) -> None:
    edit(forms_of(home) / "contact.yaml", "kind: time", "kind: tiem")
    desk = open_desk(the_store(home), password=PASSWORD, clock=a_clock(), home=home)
    assert desk.pack.forms
    assert desk.broken_pack is not None
    line = line_of(forms_of(home) / "contact.yaml", "tiem")
    assert [str(fault) for fault in desk.broken_pack.faults] == [
        f"forms/contact.yaml, line {line}, section contact, question contact.time: "
        "there is no kind “tiem”; did you mean “time”?"
    ]
    assert "Your records are safe" in desk.broken_pack.words
    desk.close()


def test_the_command_line_says_it_on_standard_error_and_answers_all_the_same(home: Home) -> None:
    edit(forms_of(home) / "contact.yaml", "kind: time", "kind: tiem")
    code, out, err = run(home, "cases")
    assert (code, out) == (0, "")
    assert "did you mean “time”?" in err
    assert "last good copy" in err
    assert "Traceback" not in err


def test_a_pack_that_is_put_right_is_used_again(home: Home) -> None:
    edit(forms_of(home) / "contact.yaml", "kind: time", "kind: tiem")
    assert Packs(home).open("leicester").broken is not None
    edit(forms_of(home) / "contact.yaml", "kind: tiem", "kind: time")
    edit(forms_of(home) / "contact.yaml", "What was said?", "What did they say?")
    usable = Packs(home).open("leicester")
    assert usable.broken is None
    contact = next(form for form in usable.pack.forms if form.code == "contact")
    assert contact.field("contact.said").label == "What did they say?"


def test_a_pack_whose_folder_is_gone_opens_with_its_last_good_copy(tmp_path: Path) -> None:
    home = Home(tmp_path)
    own_pack(home).rename(home.packs_folder / "nowhere")
    new_desk(tmp_path, authority="nowhere").close()
    shutil.rmtree(home.packs_folder / "nowhere")
    usable = Packs(home).open("nowhere")
    assert usable.broken is not None
    assert usable.pack.forms


def test_without_a_good_copy_every_fault_is_said_and_nothing_crashes(home: Home) -> None:
    shutil.rmtree(home.sound_packs_folder)
    edit(forms_of(home) / "contact.yaml", "kind: time", "kind: tiem")
    edit(forms_of(home) / "review.yaml", "version: 1", "version: one")
    edit(home.packs_folder / "leicester" / "words.yaml", "name: Early help,", "nam: Early help,")
    code, _out, err = run(home, "cases")
    assert code == 2
    line = line_of(forms_of(home) / "review.yaml", "version: one")
    for part in ("no kind “tiem”", f"forms/review.yaml, line {line}", "words.yaml, line"):
        assert part in err
    assert "Traceback" not in err


def test_a_copy_that_somebody_has_tampered_with_is_not_used(home: Home) -> None:
    copy = next((home.sound_packs_folder / "leicester").glob("*-*"))
    edit(copy / "forms" / "contact.yaml", "What was said?", "What was not said?")
    edit(forms_of(home) / "contact.yaml", "kind: time", "kind: tiem")
    with pytest.raises(PackFault, match="tiem"):
        Packs(home).open("leicester")


def test_only_the_newest_copies_are_kept(home: Home) -> None:
    for number in range(4):
        edit(forms_of(home) / "contact.yaml", "form: contact", f"# {number}\nform: contact")
        assert Packs(home).open("leicester").broken is None
    copies = [p for p in (home.sound_packs_folder / "leicester").iterdir() if p.is_dir()]
    assert len(copies) == 2


def test_a_home_that_cannot_be_written_still_opens_the_pack(home: Home) -> None:
    shutil.rmtree(home.sound_packs_folder)
    home.sound_packs_folder.write_text("a file where the folder should be", "utf-8")
    assert Packs(home).open("leicester").pack.forms


def test_a_pack_of_that_code_that_is_nowhere_is_said_with_those_that_are_here(home: Home) -> None:
    with pytest.raises(EhdeskError, match="These are here: leicester"):
        Packs(home).open("moonshire")


def test_another_pack_under_a_name_that_is_taken_is_refused(home: Home, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "leicester"
    shutil.copytree(home.packs_folder / "leicester", other)
    assert Packs(home).add(other) == "leicester"  # the very same
    edit(other / "forms" / "contact.yaml", "What was said?", "What was agreed?")
    with pytest.raises(EhdeskError, match="another pack called “leicester”"):
        Packs(home).add(other)


def test_a_form_that_lacks_what_the_app_asks_for_is_said_with_its_question(home: Home) -> None:
    edit(forms_of(home) / "closure.yaml", "      - key: line\n", "      - key: words\n")
    (forms_of(home) / "contact.yaml").unlink()
    code, out, _err = run(home, "forms", "--pack", "leicester")
    assert code == 1
    assert out.splitlines() == [
        "leicester/forms/closure.yaml, line 1, section agree, question agree.line: "
        "this question is missing; the app needs it",
        "leicester/forms/contact.yaml, line 1: the form “contact” is missing; the app needs it",
    ]


def test_forms_lists_every_pack_with_its_forms(home: Home) -> None:
    code, out, err = run(home, "forms")
    assert (code, err) == (0, "")
    assert out.startswith("leicester: Leicester City Council")
    assert "  closure  Closure form, version 1: " in out
