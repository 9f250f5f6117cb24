"""Invented answers for every form, as the pictures show them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ehdesk.forms import kinds
from ehdesk.forms.spec import Field, Row, Value
from tests.ui.forms_in_memory import form


def row(question: Field, row_id: str, **given: Any) -> Row:
    return kinds.row_of(question, row_id) | given


def _people(question: Field) -> list[Row]:
    home = {"family_name": "Brennan", "lives": "here"}
    school = "Larkmoor Primary"
    return [
        row(question, "siobhan", kind="adult", given_name="Siobhan", relationship="Mum", **home)
        | {"date_of_birth": "1989-03-14"},
        row(question, "callum", kind="child", given_name="Callum", school=school, **home)
        | {"year_group": "Year 4"},
        row(question, "niamh", kind="child", given_name="Niamh", school=school, **home)
        | {"date_of_birth": "2021-06-02", "year_group": "Reception"},
        row(question, "paul", kind="adult", given_name="Paul", family_name="Hewitt")
        | {"relationship": "Mum’s partner", "date_of_birth": "1986-11-09", "lives": "part"},
    ]


def _professionals(question: Field) -> list[Row]:
    return [
        row(question, "priya", name="Priya Nair", role="Pastoral lead", agency="Larkmoor Primary")
        | {"phone": "0116 496 0123", "email": "p.nair@larkmoor.example"},
        row(question, "tom", name="Tom Adcock", role="Housing officer", agency="Housing"),
    ]


def _needs(question: Field) -> list[Row]:
    return [
        row(question, "n1", code="attendance", note="Callum, 84% since September"),
        row(question, "n2", code="feelings"),
    ]


def _voices(question: Field) -> list[Row]:
    words = "I worry about Mum when I am in class. I keep checking the clock."
    return [
        row(question, "v1", person_id="callum", words=words, how="Drawing and talking")
        | {"on": "2026-11-12", "gathered_by": "Miss Bell"}
    ]


def _areas(question: Field) -> list[Row]:
    well = "Callum loves art and has one close friend. He settles quickly with Miss Bell."
    return [
        row(question, "health", area="Health", going_well="Registered with a GP.")
        | {"scores": [{"id": "s0", "kind": "parent", "name": "Siobhan Brennan", "value": 8}]},
        row(question, "learning", area="Learning", going_well=well, need="yes")
        | {
            "worries": "Attendance is 84% this term. He leaves the hall at lunch.",
            "scores": [
                {"id": "s1", "kind": "child", "name": "Callum Brennan", "value": 4},
                {"id": "s2", "kind": "parent", "name": "Siobhan Brennan", "value": 5},
                {"id": "s3", "kind": "professional", "name": "Miss Bell", "value": 6},
            ],
        },
    ]


def _attendance(question: Field) -> list[Row]:
    return [
        row(question, "a1", name="Dawn Tilbrook", role="Mum", kind="family", came="came"),
        row(question, "a2", name="Kayden Tilbrook", role="10", kind="family"),
        row(question, "a3", name="Tom Adcock", role="Housing", kind="professional")
        | {"came": "apologies"},
    ]


def _plan(question: Field) -> list[Row]:
    def action(n: str, what: str, who: str, by: str, words: str, how: str) -> Row:
        return {"id": n, "what": what, "who": who, "by_when": by, "by_words": words} | {
            "progress": how
        }

    return [
        row(question, "o1", title="Kayden feels calm and safe at school", start=3, hoped=8)
        | {
            "words": "I want Mr Obi to know when I need five minutes.",
            "words_by": "Kayden",
            "actions": [
                action(
                    "1", "A quiet card to show in lessons", "Priya Nair", "2026-07-03", "", "done"
                ),
                action("2", "Meet Kayden at the gate", "Priya Nair", "2026-11-13", "", "started"),
                action("3", "Kayden and Dad talk", "Dawn", "", "Every Sunday", "started"),
            ],
        },
        row(question, "o2", title="Dawn feels well and has time for herself", start=4, hoped=7)
        | {"words": "I’d love one evening a week that isn’t washing.", "words_by": "Dawn"},
    ]


def _then_and_now(question: Field) -> list[Row]:
    return [
        row(question, "t1", title="Kayden feels calm and safe at school", start=3, hoped=8)
        | {"whose": "Kayden’s own number", "last_score": 5, "score": 7}
        | {"last_words": "Used the card twice a week. Late 4 mornings in 10."}
        | {"words": "Used the card once in a month. Late 1 morning in 10."},
        row(question, "t2", title="Dawn feels well and has time for herself", start=4, hoped=7)
        | {"whose": "Dawn’s own number", "last_score": 5, "score": 5}
        | {"last_words": "Wellbeing group every week.", "words": ""},
        row(question, "t3", title="Our home is warm, with room for homework", start=2, hoped=8)
        | {"whose": "The family’s number", "last_score": 4, "last_words": "Boiler mended."},
    ]


def _progress(question: Field) -> list[Row]:
    return [
        row(question, "p1", label="1.1 A quiet card to show in lessons", progress="done")
        | {"outcome": "Kayden feels calm and safe at school", "note": "Used twice a week"},
        row(question, "p2", label="1.2 Meet Kayden at the gate")
        | {"outcome": "Kayden feels calm and safe at school"},
    ]


def _need_outcomes(question: Field) -> list[Row]:
    return [
        row(question, "n1", code="attendance", label="School attendance", outcome="met"),
        row(question, "n2", code="feelings", label="Feelings"),
    ]


def _checks(question: Field) -> list[Row]:
    return [
        row(question, "c1", name="CDi system", asked_on="2026-11-16", back=True)
        | {"result": "Known: Callum, 2024, speech therapy. Nothing open now."},
        row(question, "c2", name="Housing officer, Tom Adcock", asked_on="2026-11-16")
        | {"result": "Left a message. You can decide without this."},
    ]


def _signposts(question: Field) -> list[Row]:
    return [row(question, "s1", service="Family hub", detail="Groups on Tuesdays")]


def _files(question: Field) -> list[Row]:
    return [
        row(question, str(UUID(int=21)), name="three houses.png", what="drawing")
        | {"person_id": "callum", "note": "At school", "media_type": "image/png", "size": 24_000}
        | {"sha256": "0" * 64, "width": 800, "height": 600},
        row(question, str(UUID(int=22)), name="letter.pdf", what="letter")
        | {"media_type": "application/pdf", "size": 90_000, "sha256": "1" * 64}
        | {"width": None, "height": None},
    ]


_ROWS = {
    "files": _files,
    "people": _people,
    "professionals": _professionals,
    "needs": _needs,
    "voices": _voices,
    "areas": _areas,
    "attendance": _attendance,
    "plan": _plan,
    "then_and_now": _then_and_now,
    "progress": _progress,
    "need_outcomes": _need_outcomes,
    "checks": _checks,
    "signposts": _signposts,
}


def _single(question: Field) -> Value:
    match question.kind:
        case "short_text":
            texts = {"postcode": "LE3 0AA", "phone": "0116 496 0123", "email": "a@b.example"}
            return texts.get(question.key.split(".")[1], "Something short")
        case "long_text":
            return "Attendance has dropped to 84% since September. Mornings are hard."
        case "yes_no":
            return "no" if question.safeguarding else "yes"
        case "choice":
            return question.options[0].value if question.options else ""
        case "date":
            return "2026-11-13"
        case "time":
            return "09:20"
        case "number" | "scale":
            return 5
    return []


def values(code: str) -> dict[str, Value]:
    """Answers to nearly every question of a form."""
    return {
        question.key: _ROWS[question.kind](question)
        if question.kind in _ROWS
        else _single(question)
        for question in form(code).fields()
    }
