"""Rows in words: what Check your answers, the command line and the papers say of them.

Nothing that was written is ever left out. One tuple of lines a row, and its first line says who or
what the row is about: Check your answers sets it as the heading of the others.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ehdesk.forms.checks import iso_date
from ehdesk.forms.identifiers import say_nhs_number
from ehdesk.forms.kind import Words
from ehdesk.forms.run_time_options import UNBORN
from ehdesk.forms.single_kinds import SINGLE_KINDS, quoted, split_lines
from ehdesk.forms.spec import Field, Row
from ehdesk.kernel.dates import say_short_date
from ehdesk.kernel.sizes import say_size

_SINGLE = {kind.name: kind for kind in SINGLE_KINDS}

Columns = tuple[Field, ...]


class _Told:
    """A row being told: each column is asked for by key, in the words a reader sees."""

    def __init__(self, row: Row, columns: Columns, words: Words) -> None:
        self.row = row
        self.words = words
        self.columns = {column.key: column for column in columns}
        self._told: set[str] = set()

    def __getitem__(self, key: str) -> str:
        """The words of a column; empty when nothing is written there or the form does not ask."""
        self._told.add(key)
        column, value = self.columns.get(key), self.row.get(key)
        if column is None or _is_nothing(value):
            return ""
        if column.kind == "date":
            day = iso_date(value)
            return say_short_date(day) if day else str(value)
        if key == "nhs_number":
            return say_nhs_number(str(value))
        shown = _SINGLE[column.kind].display(value, replace(column, voice=False), self.words)
        return (", " if column.kind == "choices" else "\n").join(shown)

    def joined(self, *keys: str, between: str = ", ") -> str:
        return between.join(text for text in (self[key] for key in keys) if text)

    def rest(self, *but: str) -> tuple[str, ...]:
        """Each column that was not asked for yet, after its label: nothing is ever left out."""
        texts = []
        for key, column in self.columns.items():
            if key in self._told or key in but or column.kind == "rows":
                continue
            text = self[key]
            texts.append(
                _after(column.label.rstrip("?"), quoted(text) if column.voice and text else text)
            )
        return tuple(texts)


def _is_nothing(value: object) -> bool:
    """Whether nothing is written there. A number of 0 is something, though it equals False."""
    return value is False or value in ("", None, [])


def _lines(*texts: str) -> tuple[str, ...]:
    return tuple(line for text in texts for line in split_lines(text))


def _after(label: str, text: str) -> str:
    return f"{label}: {text}" if text else ""


def tell_plainly(row: Row, _number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    """The first column alone, then each other column after its label."""
    told, texts = _Told(row, columns, words), list[str]()
    for index, column in enumerate(columns):
        if column.kind == "rows":
            inner = row.get(column.key) or ()
            texts += ["\n".join(tell_plainly(r, n, column.fields, words)) for n, r in _each(inner)]
            continue
        text = told[column.key]
        text = quoted(text) if column.voice and text else text
        texts.append(text if index == 0 else _after(column.label, text))
    return _lines(*texts)


def _each(rows: Any) -> list[tuple[int, Row]]:
    return list(enumerate(rows, 1))


def tell_person(row: Row, _number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    told = _Told(row, columns, words)
    name = told.joined("given_name", "family_name", between=" ")
    if row.get("unborn") and not row.get("given_name"):
        name = f"{UNBORN} {name}".strip()
    name = name or "No name yet"
    born = _after("Born", told["date_of_birth"]).replace(":", "", 1)
    if told["date_of_birth_not_known"]:
        born = f"{born}, date of birth not known" if born else "date of birth not known"
    due = told["due_date"]
    if told["unborn"] or due:
        born = ", ".join(
            text for text in ("not born yet", f"expected {due}" if due else "", born) if text
        )
    kind = told["relationship"] or told["kind"]
    parts = (
        kind if row.get("kind") != "child" or kind.lower() == "child" else f"Child, {kind}",
        born[:1].lower() + born[1:],
        told["school"],
        told["year_group"],
        told["lives"].lower(),
        told["parental_responsibility"].lower(),
        told["phone"],
    )
    return _lines(name, ", ".join(part for part in parts if part), *told.rest())


def tell_home(row: Row, _number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    told = _Told(row, columns, words)
    where = told.joined("address", "postcode")
    secret = "confidential" if row.get("confidential") == "yes" else ""
    line = ", ".join(text for text in (where, told["kind"].lower(), secret) if text)
    return _lines(line, *told.rest(*(("confidential",) if secret else ())))


def tell_relationship(row: Row, _number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    told = _Told(row, columns, words)
    who, kind, whom = told["person_id"], told["kind"], told["to_id"]
    middle = f"{kind[:1].lower()}{kind[1:]} of" if kind else "and"
    line = " ".join(text for text in (who, middle, whom) if text)
    responsible = told["parental_responsibility"].lower()
    return _lines(", ".join(text for text in (line, responsible) if text))


def tell_restriction(row: Row, _number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    told = _Told(row, columns, words)
    who = told.joined("person_id", "name") or "Somebody"
    return _lines(who, told["what"] or "Not said yet what they must not do", *told.rest())


def tell_professional(row: Row, _number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    told = _Told(row, columns, words)
    name, more = told["name"], told.joined("role", "agency", "phone", "email")
    return _lines(name, more, told["involvement"], *told.rest())


def tell_need(row: Row, _number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    told = _Told(row, columns, words)
    return _lines(told.joined("code", "note", between=": "), *told.rest())


def tell_voice(row: Row, _number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    told = _Told(row, columns, words)
    said = quoted(told["words"]) if told["words"] else "Nothing said yet"
    by = f"with {told['gathered_by']}" if told["gathered_by"] else ""
    how = ", ".join(text for text in (told.joined("how", "on"), by) if text)
    return _lines(told["person_id"], said, how, *told.rest())


def tell_agreement(row: Row, _number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    told = _Told(row, columns, words)
    who = told["person_id"] or "Somebody"
    answer = told.joined("answer", "on") or "not asked yet"
    said = quoted(told["words"]) if told["words"] else ""
    return _lines(f"{who}: {answer[:1].lower()}{answer[1:]}", said, *told.rest())


def tell_sharing(row: Row, _number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    told = _Told(row, columns, words)
    choice = told["choice"] or "not said yet"
    return _lines(told["who"] or "Somebody", f"{told['kind'] or 'All'}: {choice}")


def tell_file(row: Row, _number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    told = _Told(row, columns, words)
    size = say_size(row["size"]) if row.get("size") else ""
    name = told["name"] or "File without a name"
    line = (name, told["what"], told["person_id"], size)
    return _lines(", ".join(text for text in line if text), told["note"])


def tell_area(row: Row, _number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    told = _Told(row, columns, words)
    scores = next(column for column in columns if column.key == "scores")
    numbers = []
    for score in row.get("scores") or ():
        one = _Told(score, scores.fields, words)
        whose = " ".join(text for text in (one["name"], _bracketed(one["kind"])) if text)
        numbers.append(f"{whose or 'Somebody'} {one['value'] or 'not asked yet'}")
    need = {"yes": "Counted as a need", "no": "Not a need"}.get(row.get("need", ""), told["need"])
    untouched = not (told["going_well"] or told["worries"] or numbers or need)
    return _lines(
        told["area"],
        "Nothing written yet" if untouched else "",
        _after("Going well", told["going_well"]),
        _after("Worries", told["worries"]),
        _after("Numbers", ", ".join(numbers)),
        need,
        *told.rest(),
    )


def _bracketed(text: str) -> str:
    return f"({text[:1].lower()}{text[1:]})" if text else ""


def tell_attendance(row: Row, _number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    told = _Told(row, columns, words)
    return _lines(told.joined("name", "role", "kind", "came"), *told.rest())


def tell_outcome(row: Row, number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    told = _Told(row, columns, words)
    actions = next(column for column in columns if column.key == "actions")
    said = quoted(told["words"]) if told["words"] else ""
    return _lines(
        f"{number}. {told['title']}",
        ", ".join(text for text in (said, told["words_by"]) if text),
        ", ".join(
            text
            for text in (_after("Start", told["start"]), _after("Hoped for", told["hoped"]))
            if text
        ),
        *told.rest(),
        *(
            f"{number}.{index} " + _action(_Told(action, actions.fields, words))
            for index, action in _each(row.get("actions") or ())
        ),
    )


def _action(told: _Told) -> str:
    by = told.joined("by_when", "by_words")
    parts = (told["what"], told["who"], f"by {by}" if by else "", told["progress"].lower())
    return ", ".join(part for part in (*parts, *told.rest()) if part)


def tell_progress(row: Row, _number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    told = _Told(row, columns, words)
    far = f"{told['label']}: {told['progress'] or 'not said yet'}"
    return _lines(far, _after("For", told["outcome"]), told["note"])


def tell_then_and_now(row: Row, _number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    told = _Told(row, columns, words)
    numbers = (
        _after("start", told["start"]),
        _after("last time", told["last_score"]),
        _after("this time", told["score"] or "not given"),
        _after("hoped for", told["hoped"]),
    )
    return _lines(
        told.joined("title", "whose"),
        _sentence(", ".join(text for text in numbers if text)),
        _after("Last time", told["last_words"]),
        _after("This time", told["words"]),
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def tell_need_outcome(row: Row, _number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    told = _Told(row, columns, words)
    need = told["label"] or told["code"]
    return _lines(f"{need}: {told['outcome'] or 'not said yet'}", told["evidence"])


def tell_fact(row: Row, _number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    told = _Told(row, columns, words)
    says = told.joined("about", "says", between=": ")
    return _lines(f"{says} ({told['source']})" if told["source"] else says)


def tell_check(row: Row, _number: int, columns: Columns, words: Words) -> tuple[str, ...]:
    told = _Told(row, columns, words)
    asked = f"asked {told['asked_on']}" if told["asked_on"] else ""
    state = "answer is back" if row.get("back") else "waiting"
    return _lines(", ".join(t for t in (told["name"], asked, state) if t), told["result"])
