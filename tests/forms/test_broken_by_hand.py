"""A form broken by hand is explained in one clear line that names the place; no traceback."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from ehdesk.cli import main
from tests.forms.broken_forms import BROKEN, FORM, NO_FORM


def check(folder: Path, content: bytes) -> tuple[int, str, str]:
    """``ehdesk forms --check``: its exit code, what it says, and what it says on standard error."""
    forms = folder / "forms"
    forms.mkdir()
    (forms / "visit.yaml").write_bytes(content)
    out, err = io.StringIO(), io.StringIO()
    code = main(["--home", str(folder), "forms", "--check", str(forms)], out=out, err=err)
    return code, out.getvalue(), err.getvalue()


def test_the_whole_form_is_right(tmp_path: Path) -> None:
    assert check(tmp_path, FORM.encode()) == (0, "Every form is right\n", "")


def test_a_file_saved_on_windows_is_right(tmp_path: Path) -> None:
    saved = FORM.replace("\n", "\r\n").encode("utf-8-sig")
    assert check(tmp_path, saved) == (0, "Every form is right\n", "")


def said(line: int, place: str, words: str) -> str:
    """The line that ``ehdesk forms`` prints; ``place`` is a section or a question."""
    section, _, field = place.partition(".")
    where = f"visit.yaml, line {line}" + (f", section {section}" if section else "")
    return f"{where}{f', question {place}' if field else ''}: {words}"


@pytest.mark.parametrize(
    ("old", "new", "line", "place", "words"),
    [rest for _way, *rest in BROKEN],
    ids=[way for way, *_rest in BROKEN],
)
def test_each_way_of_breaking_a_form_is_one_clear_line(
    tmp_path: Path, old: str, new: str, line: int, place: str, words: str
) -> None:
    assert old in FORM
    code, out, err = check(tmp_path, FORM.replace(old, new, 1).encode())
    assert (code, err, out.count("\n")) == (1, "", 1)
    assert out.startswith(said(line, place, words))


@pytest.mark.parametrize(
    ("content", "line", "place", "words"),
    [rest for _way, *rest in NO_FORM],
    ids=[way for way, *_rest in NO_FORM],
)
def test_a_file_that_cannot_be_a_form_is_one_clear_line(
    tmp_path: Path, content: bytes, line: int, place: str, words: str
) -> None:
    assert check(tmp_path, content) == (1, said(line, place, words) + "\n", "")


def test_a_question_that_is_asked_in_another_way_needs_another_key(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "visit-2.yaml").write_text(
        FORM.replace("version: 1", "version: 2").replace("kind: yes_no", "kind: long_text"), "utf-8"
    )
    folder = tmp_path / "second"
    folder.mkdir()
    (tmp_path / "forms").rename(folder / "forms")
    (folder / "forms" / "visit.yaml").write_text(FORM, "utf-8")
    out = io.StringIO()
    code = main(["forms", "--check", str(folder / "forms")], out=out, err=io.StringIO())
    assert (code, out.getvalue()) == (
        1,
        "visit-2.yaml, line 1, section who, question who.seen_alone: is asked as long_text, but "
        "was yes_no in version 1; give the question a new key\n",
    )
