"""A form stays in the version it was begun in; an open one can go on in a newer one."""

from __future__ import annotations

import io
import json
from pathlib import Path
from uuid import UUID

import pytest

from ehdesk.cli import main
from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.domain.records import Record
from ehdesk.forms.display import is_intact
from ehdesk.kernel.errors import NotAllowed
from ehdesk.kernel.home import Home
from tests.desks import PASSWORD, a_clock, a_journey, new_desk, reopen
from tests.packs_in import next_version, own_pack

CHANGED = (
    ("label: What was said?", "label: What was said and agreed?"),
    ("          visit: Visit\n", "          online: Video call\n"),
    (
        """      - key: child_seen
        label: Was a child seen?
        kind: choice
        look: radios
        options:
          alone: "Yes, alone"
          with_others: "Yes, with others there"
          no: "No"
        show_if: {field: contact.kind, in: [visit, in_person, call]}
        required: true
        missing: Say whether a child was seen
        summary: Child seen
""",
        """      - key: where
        label: Where were you?
        kind: short_text
        required: true
        missing: Enter where you were
""",
    ),
)
"""Reworded, an answer taken out and one added, a question gone, a new one that must be answered."""
SAID = {
    "contact.kind": "visit",
    "contact.on": "2026-11-16",
    "contact.time": "14:30",
    "contact.who": "Dawn",
    "contact.said": "The gate plan works.",
    "contact.child_seen": "no",
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A store whose authority keeps its pack in the home folder, with one case."""
    own_pack(Home(tmp_path))
    return new_desk(tmp_path)


def begin_contact(desk: Desk) -> UUID:
    journey = a_journey(desk)
    journey.send(20)
    journey.decide(18, "twelve_weeks")
    journey.on(0)
    record = desk.contacts.start(journey.case_id)
    save(desk, record, SAID)
    return record


def save(desk: Desk, record: UUID, values: dict[str, str]) -> None:
    desk.forms.save(record, values, place="", steps_done=0, steps_total=1)


def bring_newer(desk: Desk) -> Desk:
    """The authority puts a second version of the contact form beside the first."""
    forms = desk.home.packs_folder / "leicester" / "forms"
    next_version(forms / "contact.yaml", *CHANGED)
    return reopen(desk)


def record_of(case: Case, key: UUID) -> Record:
    return next(record for record in case.records if record.id == key)


def show(desk: Desk, reference: str) -> dict[str, object]:
    """What ``ehdesk show --json`` says of a case."""
    out, err = io.StringIO(), io.StringIO()
    folder = desk.store.paths.folder
    desk.close()
    code = main(
        ["--home", str(desk.home.root), "--store", str(folder), "show", reference, "--json"],
        clock=a_clock(),
        environment={"EHDESK_PASSWORD": PASSWORD},
        out=out,
        err=err,
    )
    assert (code, err.getvalue()) == (0, "")
    told = json.loads(out.getvalue())
    assert isinstance(told, dict)
    return told


def test_an_open_form_keeps_its_version_until_somebody_takes_it_on(desk: Desk) -> None:
    record = begin_contact(desk)
    desk = bring_newer(desk)
    opened = desk.forms.open(record)
    assert (opened.form.version, opened.newer) == (1, 2)
    assert opened.form.field("contact.said").label == "What was said?"
    desk.contacts.finish(record)
    assert desk.forms.open(record).form.version == 1
    desk.close()


def test_what_would_change_and_where_answers_go_is_said_before_anything_happens(
    desk: Desk,
) -> None:
    record = begin_contact(desk)
    desk = bring_newer(desk)
    renewal = desk.forms.renewal(record)
    assert [question.label for question in renewal.changes.added] == ["Where were you?"]
    assert [question.label for question in renewal.changes.removed] == ["Was a child seen?"]
    words = {one.now: (one.before, one.lines) for one in renewal.changes.reworded}
    assert words == {
        "What kind of contact?": (
            "What kind of contact?",
            ("New answer: Video call", "No longer offered: Visit"),
        ),
        "What was said and agreed?": ("What was said?", ()),
    }
    assert [(one.label, one.lines) for one in renewal.left_behind] == [
        ("What kind of contact?", ("Visit",)),
        ("Was a child seen?", ("No",)),
    ]
    assert renewal.carried == 4
    assert desk.forms.open(record).form.version == 1
    desk.close()


def test_taking_a_form_on_carries_answers_across_and_loses_nothing(desk: Desk) -> None:
    record = begin_contact(desk)
    desk = bring_newer(desk)
    desk.forms.renew(record)
    desk = reopen(desk)
    opened = desk.forms.open(record)
    assert (opened.form.version, opened.newer) == (2, 0)
    carried = {key: opened.values[key] for key in ("contact.on", "contact.who", "contact.said")}
    assert carried == {key: SAID[key] for key in carried}
    assert opened.values["contact.kind"] == ""  # it must be chosen again: Visit is not offered
    (earlier,) = opened.earlier
    assert earlier.version == 1
    assert earlier.left_by == "Anita Rowe"
    assert is_intact(earlier.frozen)
    assert {one["key"]: one["value"] for one in earlier.left_behind} == {
        "contact.kind": "visit",
        "contact.child_seen": "no",
    }
    assert desk.check() == ()
    history = desk.cases.changes(opened.case_id)
    assert any((c.field, c.old, c.new) == ("form_version", 1, 2) for c in history)
    desk.close()


def test_a_restricted_note_says_no_more_in_its_earlier_versions(desk: Desk) -> None:
    record = begin_contact(desk)
    save(desk, record, {"contact.restricted": "yes", "contact.said": "Seen in the car park"})
    desk = bring_newer(desk)
    desk.forms.renew(record)
    opened = desk.forms.open(record)
    assert opened.earlier[0].left_behind, "whoever writes it reads what has no place any more"
    save(desk, record, {"contact.kind": "online", "contact.where": "The park"})
    desk.contacts.finish(record)
    case = desk.cases.get(opened.case_id)
    assert record_of(case, record).earlier == ()
    assert "car park" not in repr(desk.cases.changes(case.id))
    note = next(one for one in case.contacts if one.restricted)
    said = dict(desk.restricted.open(note.id, "For the panel").said)
    assert said["Was a child seen?"] == ("No",)
    assert "car park" not in json.dumps(show(desk, case.reference))


def test_a_question_that_comes_back_in_a_later_version_brings_its_answer(desk: Desk) -> None:
    record = begin_contact(desk)
    desk = bring_newer(desk)
    desk.forms.renew(record)
    forms = desk.home.packs_folder / "leicester" / "forms"
    text = (forms / "contact.yaml").read_text("utf-8")
    (forms / "contact-3.yaml").write_text(text.replace("version: 1", "version: 3"), "utf-8")
    desk = reopen(desk)
    desk.forms.renew(record)
    opened = desk.forms.open(record)
    assert opened.form.version == 3
    assert opened.values["contact.child_seen"] == "no"
    assert [one.version for one in opened.earlier] == [1, 2]
    desk.close()


def test_a_finished_form_is_never_taken_on(desk: Desk) -> None:
    record = begin_contact(desk)
    desk.contacts.finish(record)
    desk = bring_newer(desk)
    assert desk.forms.open(record).newer == 0
    with pytest.raises(NotAllowed, match="finished"):
        desk.forms.renew(record)
    desk.close()


def test_a_form_in_its_newest_version_is_not_taken_on(desk: Desk) -> None:
    record = begin_contact(desk)
    with pytest.raises(NotAllowed, match="newest version already"):
        desk.forms.renewal(record)
    desk.close()


def test_a_finished_form_is_shown_in_its_version_for_ever(desk: Desk) -> None:
    record = begin_contact(desk)
    desk.contacts.finish(record)
    before = desk.forms.open(record)
    desk = bring_newer(desk)
    # Somebody even takes the first version out of the pack.
    (desk.home.packs_folder / "leicester" / "forms" / "contact.yaml").unlink()
    desk = reopen(desk)
    after = desk.forms.open(record)
    assert (after.form, after.values) == (before.form, before.values)
    case = desk.cases.get(after.case_id)
    finished = record_of(case, record)
    assert desk.forms.form_of(finished).version == 1
    assert finished.frozen is not None
    assert finished.frozen["version"] == 1
    assert is_intact(finished.frozen)
    told = show(desk, case.reference)
    forms = told["forms"]
    assert isinstance(forms, list)
    contact = next(form for form in forms if form["code"] == "contact")
    labels = {a["label"]: a["lines"] for s in contact["sections"] for a in s["answers"]}
    assert contact["version"] == 1
    assert labels["Child seen"] == ["No"]
    assert labels["Kind"] == ["Visit"]


def test_what_an_earlier_version_said_is_in_what_scripts_are_told(desk: Desk) -> None:
    record = begin_contact(desk)
    desk = bring_newer(desk)
    desk.forms.renew(record)
    told = show(desk, desk.forms.open(record).reference)
    forms = told["forms"]
    assert isinstance(forms, list)
    contact = next(form for form in forms if form["code"] == "contact")
    (earlier,) = contact["earlier"]
    assert contact["version"] == 2
    assert earlier["version"] == 1
    assert [one["label"] for one in earlier["left_behind"]] == [
        "What kind of contact?",
        "Was a child seen?",
    ]


def test_a_copy_of_an_earlier_version_that_was_tampered_with_is_found(desk: Desk) -> None:
    record = begin_contact(desk)
    desk = bring_newer(desk)
    desk.forms.renew(record)
    with desk.store.engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE earlier_versions SET frozen = replace(frozen, 'The gate', 'No gate')"
        )
    assert any("version 1 of “contact”" in problem for problem in desk.check())
    desk.close()
