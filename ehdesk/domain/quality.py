"""What would make a form stronger: the questions auditors ask of requests and assessments.

Domain notes 3.7, after the quality checks that several councils use. Advice only: nothing here
ever stops a form from being saved, sent or finalised. Each point is looked up in the answers, and
only where the form asks what it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ehdesk.authority.pack import Pack
from ehdesk.domain.needs import distinct_needs
from ehdesk.domain.words import join_names
from ehdesk.forms.answers import FormAnswers
from ehdesk.forms.spec import Field, Row


@dataclass(frozen=True)
class Point:
    """One thing that makes a form stronger. ``field_key`` is the question to go to; ``reason`` says
    what is missing, or why it matters once it is there."""

    code: str
    title: str
    field_key: str
    is_met: bool
    reason: str


def points(answers: FormAnswers, pack: Pack) -> tuple[Point, ...]:
    """Every point that this form can show, those still open first, each in page order."""
    form = _Form(answers, pack)
    found = [point for check in _CHECKS for point in check(form)]
    order = [field.key for field in answers.form.fields()]
    return tuple(sorted(found, key=lambda p: (p.is_met, order.index(p.field_key))))


class _Form:
    """The answers by what they are about."""

    def __init__(self, answers: FormAnswers, pack: Pack) -> None:
        self.answers = answers
        self.pack = pack
        shown = [f for f in answers.form.fields() if answers.is_shown(f.key)]
        self.by_bind = {field.bind: field for field in shown if field.bind}
        self.telling: dict[str, list[Field]] = {}
        for field in shown:
            self.telling.setdefault(field.tells, []).append(field)

    def rows(self, bind: str) -> list[Row]:
        field = self.by_bind.get(bind)
        value = self.answers.value(field.key) if field else None
        return value if isinstance(value, list) else []

    @property
    def children(self) -> list[Row]:
        return [row for row in self.rows("people") if row["kind"] == "child" and _name(row)]

    def names(self, ids: set[str]) -> list[str]:
        """The first names of these children, in their order."""
        return [_name(row) for row in self.children if row["id"] in ids]

    def point(self, code: str, title: str, bind: str, missing: str, why: str) -> Iterator[Point]:
        """A point about a bound question; met when nothing is ``missing``."""
        field = self.by_bind.get(bind)
        if field is not None:
            yield Point(code, title, field.key, not missing, missing or why)

    def asks(self, bind: str, column: str) -> bool:
        """Whether the form asks this column of a list."""
        field = self.by_bind.get(bind)
        return field is not None and (not field.asks or column in field.asks)


def _name(row: Row) -> str:
    return str(row.get("given_name") or row.get("family_name") or "").strip()


def _written(value: Any) -> bool:
    # A number of 0 is written, though it equals False.
    return value is not False and value not in ("", None, []) and bool(str(value).strip())


_IDENTITY = (
    ("date_of_birth", "date of birth"),
    ("sex", "sex"),
    ("ethnicity", "ethnicity"),
    ("first_language", "first language"),
    ("disability", "disability"),
)


def _identity(form: _Form) -> Iterator[Point]:
    gaps = [
        f"{_name(child)}: {join_names(open_)}"
        for child in form.children
        if (open_ := _not_answered(form, child))
    ]
    missing = f"Not answered yet for {'; '.join(gaps)}." if gaps else ""
    why = "Who each child is can be told from the form alone."
    if form.children:
        yield from form.point("identity", "Each child’s details", "people", missing, why)


def _not_answered(form: _Form, child: Row) -> list[str]:
    """What nobody has answered for a child. Of an unborn child only the expected date is asked."""
    if child.get("unborn"):
        return [] if _written(child.get("due_date")) else ["expected date of birth"]
    return [
        words
        for key, words in _IDENTITY
        if form.asks("people", key)
        and not _written(child.get(key))
        and not (key == "date_of_birth" and child.get("date_of_birth_not_known"))
    ]


def _responsibility(form: _Form) -> Iterator[Point]:
    known = {
        row.get("to_id")
        for row in form.rows("relationships")
        if row.get("parental_responsibility") == "yes"
    }
    open_for = form.names({child["id"] for child in form.children} - known)
    missing = f"Nobody is said to have it for {join_names(open_for)}." if open_for else ""
    why = "Who may agree for each child is known."
    if form.children:
        yield from form.point(
            "responsibility", "Parental responsibility", "relationships", missing, why
        )


def _both_parents(form: _Form) -> Iterator[Point]:
    parents: dict[Any, set[Any]] = {}
    for row in form.rows("relationships"):
        if str(row.get("kind") or "") in _PARENTS:
            parents.setdefault(row.get("to_id"), set()).add(row.get("person_id"))
    alone = {child["id"] for child in form.children if len(parents.get(child["id"], ())) < 2}
    names = join_names(form.names(alone))
    missing = (
        f"Only one parent, or none, is named for {names}. Say so if one is not known."
        if alone
        else ""
    )
    why = "Fathers and parents who live elsewhere are part of the picture."
    if form.children:
        yield from form.point("both_parents", "Both parents", "relationships", missing, why)


_PARENTS = frozenset(
    {"mother", "father", "adoptive_mother", "adoptive_father", "step_mother", "step_father"}
)


def _heard(form: _Form) -> Iterator[Point]:
    said = {
        row.get("person_id")
        for row in form.rows("voices")
        if any(_written(row.get(key)) for key in _SAYS)
    }
    born = {child["id"] for child in form.children if not child.get("unborn")}
    silent = form.names(born - said)
    missing = f"Nothing yet from {join_names(silent)}." if silent else ""
    why = "Every child has been heard."
    if born:
        yield from form.point("voices", "Every child’s own words", "voices", missing, why)


_SAYS = (
    "words",
    "good",
    "worries",
    "better",
    "day_home",
    "day_school",
    "important_people",
    "wishes",
    "help_views",
    "observed",
)


def _alone(form: _Form) -> Iterator[Point]:
    if not form.asks("voices", "alone") or not form.children:
        return
    seen = {row.get("person_id") for row in form.rows("voices") if row.get("alone") == "yes"}
    names = form.names({child["id"] for child in form.children if not child.get("unborn")} - seen)
    missing = f"Not said of {join_names(names)}." if names else ""
    why = "Children may say other things when nobody listens in."
    yield from form.point("alone", "Each child seen alone", "voices", missing, why)


def _siblings(form: _Form) -> Iterator[Point]:
    about: set[Any] = set()
    for row in form.rows("areas"):
        about |= set(row.get("about") or ())
    for bind in ("needs", "plan"):
        for row in form.rows(bind):
            about |= set(row.get("people") or ())
    names = form.names({child["id"] for child in form.children} - about)
    missing = f"Nothing is said about {join_names(names)} anywhere yet." if names else ""
    why = "No brother or sister is invisible."
    if len(form.children) > 1:
        yield from form.point("siblings", "Every brother and sister", "areas", missing, why)


def _balance(form: _Form) -> Iterator[Point]:
    written = [
        row
        for row in form.rows("areas")
        if _written(row.get("going_well")) or _written(row.get("worries"))
    ]
    one_sided = [
        form.pack.label("areas", str(row["area"]))
        for row in written
        if not (_written(row.get("going_well")) and _written(row.get("worries")))
    ]
    missing = ""
    if not written:
        missing = "Nothing is written yet."
    elif one_sided:
        missing = f"Only one side is written for {join_names(one_sided)}."
    why = "Strengths and worries are both there."
    yield from form.point("balance", "Strengths as well as worries", "areas", missing, why)


def _evidence(form: _Form) -> Iterator[Point]:
    bare = [
        form.pack.label("needs", str(row["code"]))
        for row in form.rows("needs")
        if row.get("code") and not _written(row.get("known_from")) and not _written(row.get("note"))
    ]
    missing = f"Say what it looks like, or how you know: {join_names(bare)}." if bare else ""
    why = "Each need says what it looks like for this family."
    if form.rows("needs"):
        yield from form.point("evidence", "How each need is known", "needs", missing, why)


def _twice(form: _Form) -> Iterator[Point]:
    codes = [str(row["code"]) for row in form.rows("needs") if row.get("code")]
    counted = distinct_needs(codes, form.pack)
    again = [form.pack.label("needs", code) for code in dict.fromkeys(codes) if code not in counted]
    again += [form.pack.label("needs", c) for c in dict.fromkeys(codes) if codes.count(c) > 1]
    if again:
        words = f"{join_names(again)} is already said by another need, and is counted once."
        yield from form.point("twice", "A need said twice", "needs", words, "")


def _services(form: _Form) -> Iterator[Point]:
    helpers = [row for row in form.rows("professionals") if _written(row.get("name"))]
    silent = [
        str(r["name"])
        for r in helpers
        if not _written(r.get("phone")) and not _written(r.get("email"))
    ]
    missing = "Nobody is named yet." if not helpers else ""
    if silent:
        missing = f"No telephone or email yet for {join_names(silent)}."
    why = "Everyone who helps can be reached."
    yield from form.point(
        "services", "Everyone who helps, and how to reach them", "professionals", missing, why
    )


def _lead(form: _Form) -> Iterator[Point]:
    field = form.by_bind.get("case.lead_practitioner")
    chosen = field is not None and form.answers.is_answered(field.key)
    title = form.pack.term("lead_practitioner")
    missing = "" if chosen else "Not chosen yet."
    why = "The family knows who brings people together."
    yield from form.point("lead", title, "case.lead_practitioner", missing, why)


def _agreed(form: _Form) -> Iterator[Point]:
    asked = {
        row.get("person_id")
        for row in form.rows("consent.agreements")
        if _written(row.get("answer"))
    }
    people = [row for row in form.rows("people") if _name(row) and not row.get("unborn")]
    names = [
        _name(row) for row in people if row["id"] not in asked and row.get("lives") != "elsewhere"
    ]
    missing = f"Nothing is recorded for {join_names(names)}." if names else ""
    why = "What each person said about taking part is recorded."
    if people:
        yield from form.point(
            "agreed", "What each person agreed to", "consent.agreements", missing, why
        )


def _plan(form: _Form) -> Iterator[Point]:
    outcomes = [row for row in form.rows("plan") if _written(row.get("title"))]
    actions = [a for row in outcomes for a in row.get("actions") or () if _written(a.get("what"))]
    loose = [
        str(a["what"])
        for a in actions
        if not _written(a.get("who"))
        or not (_written(a.get("by_when")) or _written(a.get("by_words")))
    ]
    missing = "No action is agreed yet." if not actions else ""
    if loose:
        missing = f"Say who and by when: {'; '.join(loose)}."
    yield from form.point(
        "plan", "Actions with a name and a date", "plan", missing, "Each action has both."
    )


def _planned_for(form: _Form) -> Iterator[Point]:
    if "plan" not in form.by_bind or not form.asks("plan", "needs"):
        return
    answered = {
        code
        for row in form.rows("plan")
        if any(_written(a.get("what")) for a in row.get("actions") or ())
        for code in row.get("needs") or ()
    }
    needs = distinct_needs([str(r["code"]) for r in form.rows("needs")], form.pack)
    bare = [form.pack.label("needs", code) for code in needs if code not in answered]
    missing = f"No action answers {join_names(bare)} yet." if bare else ""
    if needs:
        why = "Every need has an action."
        yield from form.point("planned_for", "An action for every need", "plan", missing, why)


_TOLD = (
    ("tried", "What was tried before", "Nobody has to begin again from nothing."),
    ("parents_view", "The parents’ own words", "Both children and parents are heard."),
    ("conclusion", "What it all means", "The reader is told what you make of it."),
    ("goals", "What should be different", "Worries are matched with what should change."),
    ("oversight", "Management oversight", "A manager has looked at it."),
    ("signatures", "Signatures", "Those who agreed have signed."),
    ("present", "Who was there", "It is known whose account this is."),
)
"""Questions that a form marks with ``tells``: what they are called here, and why they matter."""


def _told(form: _Form) -> Iterator[Point]:
    for code, title, why in _TOLD:
        fields = form.telling.get(code, ())
        if fields:
            is_met = any(form.answers.is_answered(field.key) for field in fields)
            first = next((f for f in fields if not form.answers.is_answered(f.key)), fields[0])
            reason = why if is_met else "Not written yet."
            yield Point(code, title, first.key, is_met, reason)


_CHECKS: tuple[Callable[[_Form], Iterator[Point]], ...] = (
    _identity,
    _responsibility,
    _both_parents,
    _heard,
    _alone,
    _siblings,
    _balance,
    _evidence,
    _twice,
    _services,
    _lead,
    _agreed,
    _plan,
    _planned_for,
    _told,
)
