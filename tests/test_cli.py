"""The command line, as scripts use it: exit codes, words, JSON."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ehdesk.cli import main
from ehdesk.domain.pathway import FINAL, OPEN, Route, State
from ehdesk.kernel.home import Home
from tests.desks import PASSWORD, DemoHome, a_clock
from tests.documents.reading import faults, page_text


class Told:
    """What one call said and how it ended."""

    def __init__(self, home: Path, *words: str, environment: Mapping[str, str] | None = None):
        out, err = io.StringIO(), io.StringIO()
        self.code = main(
            ["--home", str(home), *words],
            clock=a_clock(),
            environment={"EHDESK_PASSWORD": PASSWORD} if environment is None else environment,
            out=out,
            err=err,
        )
        self.out, self.err = out.getvalue(), err.getvalue()

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def home(demo_home: DemoHome, tmp_path: Path) -> Path:
    return demo_home.copy_to(tmp_path / "home").root


def test_demo_makes_a_store_and_says_how_to_open_it(tmp_path: Path) -> None:
    told = Told(tmp_path, "demo", "--families", "2", "--json")
    assert told.code == 0, told.err
    said = told.json
    others = said.pop("others")
    assert said == {"store": "Demo locality", "user": "Anita Rowe", "password": PASSWORD}
    assert [one["role"] for one in others] == [
        "Manager",
        "Practitioner",
        "Locality officer",
        "Hub co-ordinator",
        "Reader",
    ]
    assert len(Told(tmp_path, "cases", "--json").json) == 2


def test_demo_invents_a_password_and_prints_it(tmp_path: Path) -> None:
    told = Told(tmp_path, "demo", "--families", "1", "--json", environment={})
    words = told.json["password"]
    again = Told(tmp_path, "cases", "--json", environment={"EHDESK_PASSWORD": words})
    assert again.code == 0, again.err


def test_demo_never_overwrites_a_store(home: Path) -> None:
    told = Told(home, "demo")
    assert told.code == 2
    assert "already" in told.err
    assert "Traceback" not in told.err


def test_the_same_seed_makes_the_same_families(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert Told(tmp_path / name, "demo", "--families", "5", "--seed", "7").code == 0
    first, second = (Told(tmp_path / name, "cases", "--json").json for name in ("one", "two"))
    assert first == second
    assert len({line["family"] for line in first}) == 5


def test_cases_lists_every_state_of_the_pathway(home: Path) -> None:
    lines = Told(home, "cases", "--json").json
    assert {line["state"] for line in lines} == {
        "draft",
        "sent",
        "das",
        "signposted",
        "under_6_weeks",
        "twelve_weeks",
        "assessing",
        "plan",
        "masp",
        "closed",
        "withdrawn",
    }
    for line in lines:
        assert set(line) == {"reference", "family", "state", "route", "next_step", "due"}
        assert line["next_step"]


def test_show_tells_the_whole_case(home: Path) -> None:
    reference = _reference(home, "plan")
    told = Told(home, "show", reference, "--json")
    assert told.code == 0
    case = told.json
    for part in ("people", "consents", "forms", "steps", "meetings", "plan", "reviews", "closure"):
        assert part in case
    request = next(form for form in case["forms"] if form["code"] == "request")
    assert request["values"]["needs.worries"]
    assert request["frozen"]["sha256"]
    assert Told(home, "show", reference).out.startswith(reference)


def test_a_case_that_is_not_there_is_answered_with_no(home: Path) -> None:
    told = Told(home, "show", "EH-99-9999")
    assert (told.code, told.out) == (1, "")
    assert "EH-99-9999" in told.err


def test_print_makes_the_plan_with_every_word_of_it(home: Path, tmp_path: Path) -> None:
    reference = _reference(home, "plan")
    out = tmp_path / "plan.pdf"
    assert Told(home, "print", "family-plan", reference, "--out", str(out)).code == 0
    text = "".join(page_text(out.read_bytes()).split())
    for outcome in Told(home, "show", reference, "--json").json["plan"]:
        for words in (outcome["title"], outcome["words"], *(a["what"] for a in outcome["actions"])):
            assert "".join(words.split()) in text
    assert faults(out.read_bytes()) == []


def test_the_same_plan_on_the_same_day_is_the_same_file(home: Path, tmp_path: Path) -> None:
    reference = _reference(home, "plan")
    for name in ("a.pdf", "b.pdf"):
        Told(home, "print", "family-plan", reference, "--out", str(tmp_path / name))
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_paper_that_a_case_does_not_have_yet_is_answered_with_no(
    home: Path, tmp_path: Path
) -> None:
    told = Told(home, "print", "closure", _reference(home, "sent"), "--out", str(tmp_path / "x"))
    assert told.code == 1
    assert "yet" in told.err
    assert not (tmp_path / "x").exists()


def test_print_list_names_the_kinds(home: Path) -> None:
    kinds = [line.split()[0] for line in Told(home, "print", "--list").out.splitlines()]
    assert kinds[:2] == ["family-plan", "closure"]
    assert {"request", "decision", "assessment", "minutes", "review"} <= set(kinds)
    assert len(kinds) == len(set(kinds))


def test_the_newest_finished_record_of_a_form_is_printed_for_whom_one_says(
    home: Path, tmp_path: Path
) -> None:
    reference = _reference(home, "plan")
    out = tmp_path / "request.pdf"
    told = Told(home, "print", "request", reference, "--for", "family", "--out", str(out))
    assert told.code == 0
    text = page_text(out.read_bytes())
    assert "Copy for the family" in text
    assert "Draft" not in text
    assert faults(out.read_bytes()) == []


def test_check_says_sound(home: Path) -> None:
    told = Told(home, "check")
    assert (told.code, told.out.strip()) == (0, "sound")


def test_check_says_what_is_wrong_with_a_damaged_store(home: Path) -> None:
    database = next(home.rglob("store.db"))
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 0xFF
    database.write_bytes(content)
    told = Told(home, "check")
    assert told.code in (1, 2)
    assert "Traceback" not in told.err
    assert told.out + told.err


def test_a_backup_is_restored_beside_the_store_in_use(home: Path, tmp_path: Path) -> None:
    before = Told(home, "cases", "--json").json
    assert Told(home, "backup", str(tmp_path / "stick")).code == 0
    (copy,) = (tmp_path / "stick").iterdir()
    told = Told(home, "restore", str(copy))
    assert told.code == 0, told.err
    stores = sorted(folder.stem for folder in (home / "stores").iterdir())
    assert stores == ["Demo locality", "Demo locality restored 2026-11-17"]
    assert Told(home, "--store", stores[1], "cases", "--json").json == before
    assert Told(home, "--store", stores[1], "check").out.strip() == "sound"


def test_a_cut_backup_is_refused_in_words(home: Path, tmp_path: Path) -> None:
    Told(home, "backup", str(tmp_path / "b.ehbackup"))
    whole = (tmp_path / "b.ehbackup").read_bytes()
    (tmp_path / "b.ehbackup").write_bytes(whole[: len(whole) // 2])
    told = Told(home, "restore", str(tmp_path / "b.ehbackup"))
    assert told.code == 2
    assert "Traceback" not in told.err


def test_forms_lists_the_forms_of_the_pack(home: Path) -> None:
    forms = Told(home, "forms", "--json").json
    by_code = {form["code"]: form for form in forms}
    assert {"request", "decision", "eha", "taf_meeting", "review", "closure"} <= set(by_code)
    keys = [f["key"] for s in by_code["request"]["sections"] for f in s["fields"]]
    assert "family.people.given_name" in keys
    assert len(keys) == len(set(keys))


def test_forms_check_explains_every_fault(home: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("code: bad\nversion: one\nsections: []\n", "utf-8")
    told = Told(home, "forms", "--check", str(tmp_path))
    assert told.code == 1
    assert "bad.yaml" in told.out


def test_a_wrong_password_is_refused_in_words(home: Path) -> None:
    told = Told(home, "cases", environment={"EHDESK_PASSWORD": "not the right one"})
    assert told.code == 2
    assert "That password does not open Demo locality" in told.err


def test_the_password_can_come_from_a_file(home: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(PASSWORD + "\n", "utf-8")
    told = Told(home, "--password-file", str(tmp_path / "secret"), "cases", environment={})
    assert told.code == 0


def test_a_password_file_that_cannot_be_read_is_said_in_words(home: Path, tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "empty").write_text("\n", "utf-8")
    for file in (tmp_path / "missing", tmp_path, tmp_path / "bytes", tmp_path / "empty"):
        told = Told(home, "--password-file", str(file), "cases", environment={})
        assert told.code == 2
        assert told.err.startswith(f"ehdesk: The password file {file} ")


def test_print_says_when_the_file_cannot_be_written(home: Path, tmp_path: Path) -> None:
    reference = _reference(home, "plan")
    for out in (tmp_path / "not there" / "plan.pdf", tmp_path, Path("/")):
        told = Told(home, "print", "family-plan", reference, "--out", str(out))
        assert told.code == 2
        assert told.err.startswith("ehdesk: ")
        assert "cannot be written" in told.err


def test_while_the_window_has_the_store_it_can_be_read_and_copied_but_not_printed_from(
    demo_home: DemoHome, tmp_path: Path
) -> None:
    window = demo_home.desk(tmp_path / "home")
    home = tmp_path / "home"
    reference = _reference(home, "plan")
    told = Told(home, "print", "family-plan", reference, "--out", str(tmp_path / "plan.pdf"))
    assert told.code == 2
    assert "is open elsewhere" in told.err
    assert not (tmp_path / "plan.pdf").exists()
    assert Told(home, "backup", str(tmp_path / "stick")).code == 0
    window.close()


def test_restore_refuses_a_foreign_file_in_words(home: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Not a backup.", "utf-8")
    for source in (tmp_path / "notes.txt", tmp_path / "missing.ehbackup", tmp_path):
        told = Told(home, "restore", str(source))
        assert (told.code, told.out) == (2, "")
        assert told.err.startswith("ehdesk: ")


def test_the_demo_has_a_family_in_every_state_and_on_every_road_with_its_next_step(
    tmp_path: Path,
) -> None:
    assert Told(tmp_path, "demo", "--families", "50", "--seed", "3").code == 0
    lines = Told(tmp_path, "cases", "--json").json
    assert len({line["family"] for line in lines}) == 50, "each with a name of its own"
    assert {line["state"] for line in lines} == set(State)
    assert {line["route"] for line in lines} == {None, *Route}
    for line in lines:
        ended = line["state"] in FINAL
        assert line["next_step"].startswith("Nothing") == (ended and line["due"] is None), line
    told = {state: {x["next_step"] for x in lines if x["state"] == state} for state in State}
    for state in (State.DRAFT, State.SENT, State.ACCEPTED, State.RETURNED, State.DAS):
        assert len(told[state]) == 1, told[state]
    assert len(told[State.HUB]) == 3, "no page, no time yet, a time that is set"
    apart = [min(told[state]) for state in State if state in OPEN and state is not State.PLAN]
    assert len(set(apart)) == len(apart), "each state has a next step of its own"


def test_a_reader_that_has_enough_is_no_fault(home: Path) -> None:
    class Closed(io.StringIO):
        def flush(self) -> None:
            raise BrokenPipeError

    err = io.StringIO()
    code = main(
        ["--home", str(home), "cases"],
        clock=a_clock(),
        environment={"EHDESK_PASSWORD": PASSWORD},
        out=Closed(),
        err=err,
    )
    assert (code, err.getvalue()) == (0, "")


def test_a_store_that_was_moved_away_is_not_asked_about(home: Path, tmp_path: Path) -> None:
    Told(home, "cases")
    Home(home).remember(tmp_path / "gone.ehdesk", a_clock().now())
    assert Told(home, "cases").code == 0
    Home(home).change_settings(stores={"x": 3})
    assert Told(home, "check").code == 0


def test_report_says_how_the_work_goes_without_small_numbers(home: Path) -> None:
    told = Told(home, "report", "--period", "year", "--json")
    assert told.code == 0, told.err
    cards = {card["code"]: card for card in told.json["cards"]}
    numbers = [value for line in cards["caseload"]["lines"] for value in line[1:]]
    assert "fewer than 5" in numbers
    assert not any(isinstance(one, int) and 1 <= one <= 4 for one in numbers)
    assert "Caseload today" in Told(home, "report").out
    wrong = Told(home, "report", "--team", "nowhere")
    assert (wrong.code, wrong.out) == (2, "")
    assert "There are: north_west" in wrong.err


def test_wrong_use_is_exit_code_two() -> None:
    assert main(["nonsense"]) == 2


def _reference(home: Path, state: str) -> str:
    lines: list[dict[str, str]] = Told(home, "cases", "--json").json
    return next(line["reference"] for line in lines if line["state"] == state)
