"""Every form of every pack, filled from the first question to the last: whatever was typed is on
Check your answers, in ``show --json`` and on the paper, and what is wrong is named and kept.

The paper is the copy for professionals. It leaves out on purpose what `ehdesk.domain.paper_copy`
says and `tests/domain/test_paper_copy.py` proves: numbers of pupils and patients (set aside here
by `_left_off`), and addresses that are kept confidential (no home is, here).
"""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ehdesk.authority.load import load_pack
from ehdesk.cli import main
from ehdesk.desk import Desk
from ehdesk.documents.glyphs import printable
from ehdesk.domain.paper_copy import Audience, may_print
from ehdesk.forms import kinds
from ehdesk.forms.answers import FormAnswers
from ehdesk.forms.checks import Problem
from ehdesk.forms.display import answers_shown
from ehdesk.forms.spec import Field, Form
from tests.begun import Begun
from tests.desks import PASSWORD, a_clock, new_desk
from tests.documents.reading import page_text, read, solid
from tests.filling import Typed, Write, filled, is_free
from tests.packs_in import leicester
from ui.kit.labels import Label
from ui.requests.open_wizard import open_wizard
from ui.theme import install_theme

MARLSHIRE = Path(__file__).resolve().parent.parent / "packs" / "marlshire"
PACKS: dict[str, str | Path] = {"leicester": "leicester", "marlshire": MARLSHIRE}
FORMS = [
    (pack, form.code)
    for pack, forms in (("leicester", leicester().forms), ("marlshire", load_pack(MARLSHIRE).forms))
    for form in forms
]
every_form = pytest.mark.parametrize(("pack", "code"), FORMS)

PIECES = st.sampled_from(
    [
        "Tom & Ann <b>x</b> &amp; </para><br/> {name} %(who)s \\n `*_#",
        "O’Neil “said” Łukasz e\u0301",
        "李雷 さくら 김",
        "પ્રિયા مريم \U0001f600 \U0001f3f4",
        "one\n\n\ttwo\u2028three\xa0four",
        "W" * 90,
        "'; DROP TABLE cases; -- \u202eabc\u200dd\ufeff",
        "Long. " * 300,
    ]
)
TEXT = st.builds(
    "".join, st.lists(PIECES | st.text(st.characters(codec="utf-8"), max_size=30), max_size=2)
)

PROPERTY = settings(
    max_examples=4,
    deadline=None,
    phases=(Phase.generate,),  # each example is a form full of answers and its paper
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Begun]]:
    """Stores by pack, each made when it is first wanted."""
    made: dict[str, Begun] = {}

    def of(pack: str) -> Begun:
        if pack not in made:
            home = tmp_path_factory.mktemp(pack)
            made[pack] = Begun(new_desk(home, authority=PACKS[pack]))
        return made[pack]

    yield of
    for one in made.values():
        one.desk.close()


def _texts(data: st.DataObject) -> Write:
    """Writes drawn texts, each with a number so that none can stand for another."""
    drawn = data.draw(st.lists(TEXT, min_size=6, max_size=6))
    count = iter(range(10_000))

    def write(field: Field, value: Any) -> Any:
        if not is_free(field):
            return value
        number = next(count)
        text = drawn[number % len(drawn)]
        # Long answers are for long boxes: elsewhere they make the paper longer, not the proof.
        return f"{text if field.kind == 'long_text' else text[:100]} no. {number}."

    return write


def _save(desk: Desk, record: UUID, answers: dict[str, Any]) -> FormAnswers:
    """Keep them as the wizard would, and open the form again."""
    desk.forms.save(record, answers, place="", steps_done=0, steps_total=1)
    desk.forms.leave(record)
    opened = desk.forms.open(record)
    return FormAnswers(
        opened.form, opened.values, opened.options, today=desk.clock.today(), facts=opened.facts
    )


# Finding


def _kept(form: Form, one: Typed, answers: FormAnswers) -> Any:
    """What was typed as it is kept: one kind of line end, dates in ISO form."""
    field, today = form.field(one.key), answers.today
    for key in one.path:
        field = next(column for column in kinds.columns(field) if column.key == key)
    return kinds.normalise(field, one.value, today)


def _strings(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)
    else:
        yield value


def _assert_told(desk: Desk, record: UUID, answers: FormAnswers, typed: list[Typed]) -> None:
    """Each thing that was typed is in the store, on Check your answers and in ``show --json``."""
    case = desk.cases.get(desk.forms.open(record).case_id)
    place = [one.id for one in case.records].index(record)
    told = json.loads(json.dumps(desk.told.case(case.id)))["forms"][place]
    in_json = {
        a["field_key"]: solid("\n".join(a["lines"])) for s in told["sections"] for a in s["answers"]
    }
    on_screen = {
        a.field_key: solid("\n".join(a.lines)) for s in answers_shown(answers) for a in s.answers
    }
    kept = {key: set(_strings(value)) for key, value in told["values"].items()}
    for one in typed:
        value = _kept(answers.form, one, answers)
        assert value in kept[one.key], one
        if answers.is_shown(one.key):
            assert solid(str(value)) in on_screen[one.key], one
            assert solid(str(value)) in in_json[one.key], one


def _assert_on_paper(desk: Desk, record: UUID, answers: FormAnswers) -> None:
    """Each answer is on the professionals' copy, letter by letter and in the order it reads."""
    case = desk.cases.get(desk.forms.open(record).case_id)
    data = desk.papers.build(
        desk.papers.in_full(case, record), case.id, record, Audience.PROFESSIONAL
    )
    text = solid(read(data).text)
    expected = list(_expected(desk, answers))
    for where, words in expected:
        assert solid(printable(words)) in text, where
    drawn = Counter(page_text(data))
    for char, times in Counter(solid("".join(printable(w) for _, w in expected))).items():
        assert drawn[char] >= times, f"{char!r} is lost on the page"


def _expected(desk: Desk, answers: FormAnswers) -> Iterator[tuple[str, str]]:
    for section in answers_shown(answers):
        for answer in section.answers:
            if not answer.rows:
                yield answer.field_key, "\n".join(answer.lines)
            for row in answer.rows:
                name = [row.says(key) for key in ("given_name", "family_name") if row.cell(key)]
                if name:
                    yield answer.field_key, " ".join(name)
                for cell in row.cells:
                    if cell.key in ("given_name", "family_name") or _left_off(desk, cell.key):
                        continue
                    yield f"{answer.field_key}.{cell.key}", "\n".join(cell.lines)
                    for inner in cell.rows:
                        for one in inner.cells:
                            yield f"{answer.field_key}.{cell.key}.{one.key}", "\n".join(one.lines)


def _left_off(desk: Desk, column: str) -> bool:
    """Numbers of pupils and patients, which the authority may keep off every paper."""
    number = {"upn": "upn", "upn_unknown": "upn", "uln": "upn", "nhs_number": "nhs_number"}
    return column in number and not may_print(desk.pack, Audience.PROFESSIONAL, number[column])


@every_form
@given(data=st.data())
@PROPERTY
def test_every_character_is_found_again_wherever_the_form_is_read(
    begun: Callable[[str], Begun], pack: str, code: str, data: st.DataObject
) -> None:
    store = begun(pack)
    desk, record = store.desk, store.records[code]
    values, typed = filled(desk, record, _texts(data))
    answers = _save(desk, record, values)
    wrong = [p for s in answers.sections() for p in answers.to_fix(s.key)]
    assert [p for p in wrong if any(_is_about(p, one) for one in typed)] == []
    assert any(answers.is_shown(one.key) for one in typed)
    _assert_told(desk, record, answers, typed)
    _assert_on_paper(desk, record, answers)


WRONG: dict[str, list[Any]] = {
    "date": ["31/2/26", "soon", "next Tuesday <b>"],
    "time": ["half past two", "25:61", "later"],
    "number": ["lots", "about 3", "½"],
    "scale": [11, -1, 42],  # on the screen only digits can be pressed
    "postcode": ["LE3", "not known", "LE3 0A"],
    "phone": ["12", "ask Ann", "0116 O96"],
    "email": ["someone at home", "a@b", "@"],
    "upn": ["Z85620001500", "unknown"],
    "nhs_number": ["943 476 5871", "lost the card"],
    "uln": ["12345", "none"],
    "la_id": ["<>", "?"],
}


def _mistakes(data: st.DataObject) -> Write:
    """Writes something wrong wherever something can be wrong."""
    pick = data.draw(st.integers(0, 5))

    def write(field: Field, value: Any) -> Any:
        checks = [check.name for check in field.checks if check.name in WRONG]
        name = next(iter(checks), field.kind)
        wrong = WRONG.get(name)
        return wrong[pick % len(wrong)] if wrong else value

    return write


@every_form
@given(data=st.data())
@settings(PROPERTY, max_examples=3)
def test_a_wrong_answer_is_named_and_kept_as_it_was_typed(
    begun: Callable[[str], Begun], pack: str, code: str, data: st.DataObject
) -> None:
    store = begun(pack)
    desk, record = store.desk, store.records[code]
    values, typed = filled(desk, record, _mistakes(data))
    answers = _save(desk, record, values)
    problems = [p for s in answers.sections() for p in answers.all_problems(s.key)]
    for one in typed:
        if answers.is_shown(one.key):
            assert any(_names(problem, one) for problem in problems), one
    _assert_told(desk, record, answers, typed)


def _names(problem: Problem, one: Typed) -> bool:
    """Whether a problem says what to do about it, at its question, its row and its box."""
    in_its_box = not one.path or problem.column in one.path
    return bool(problem.message) and in_its_box and _is_about(problem, one)


def _is_about(problem: Problem, one: Typed) -> bool:
    """Whether a problem stands where it was typed, or at its whole row."""
    in_its_box = not one.path or problem.column in ("", *one.path)
    return (problem.field_key, problem.row_id or "") == (one.key, one.row) and in_its_box


@every_form
def test_the_screen_and_the_command_line_say_what_was_typed(
    begun: Callable[[str], Begun], qapp: QApplication, qtbot: QtBot, pack: str, code: str
) -> None:
    store = begun(pack)
    desk, record = store.desk, store.records[code]
    count = iter(range(10_000))

    def write(field: Field, value: Any) -> Any:
        text = f"<b>{next(count)}</b> &amp; 李 \U0001f600 {{x}} {'word ' * 40}end"
        return text if is_free(field) else value

    values, typed = filled(desk, record, write)
    answers = _save(desk, record, values)
    install_theme(qapp, "light", 100)
    for field in answers.form.fields():
        offered = [option.value for option in answers.choices(field.key)]
        assert len(set(offered)) == len(offered), f"{field.key} offers something twice"
    page = open_wizard(desk, record)
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    page.go("check")
    labels = [label for card in page.pages.ending.cards for label in card.findChildren(Label)]  # type: ignore[union-attr]
    shown = "\n".join(solid(label.text()) for label in labels)
    assert all(label.textFormat() == label.textFormat().PlainText for label in labels)
    for one in typed:
        if answers.is_shown(one.key):
            assert solid(str(one.value)) in shown, one
    page.autosave.stop()

    out, err = io.StringIO(), io.StringIO()
    reference = desk.cases.get(page.case_id).reference
    said = main(
        ["--home", str(desk.home.root), "show", reference, "--json"],
        clock=a_clock(),
        environment={"EHDESK_PASSWORD": PASSWORD},
        out=out,
        err=err,
    )
    assert (said, err.getvalue()) == (0, "")
    told = set(_strings(json.loads(out.getvalue())))
    assert all(one.value in told for one in typed)


class _Windows(QObject):
    """Notes every window that is shown, however shortly."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("code", [code for pack, code in FORMS if pack == "leicester"])
def test_no_page_of_a_form_opens_a_window_of_its_own(
    begun: Callable[[str], Begun], qapp: QApplication, qtbot: QtBot, code: str
) -> None:
    """A part that is shown before it has its place flashes up and takes the keyboard away."""
    store = begun("leicester")
    install_theme(qapp, "light", 100)
    page = open_wizard(store.desk, store.records[code])
    qtbot.addWidget(page)
    page.show()
    windows = _Windows()
    qapp.installEventFilter(windows)
    for step in page.session.steps():
        page.go(step.key)
        assert windows.shown == [], step.key
    qapp.removeEventFilter(windows)
    page.autosave.stop()
