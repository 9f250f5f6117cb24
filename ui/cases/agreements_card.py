"""Agreement to take part: what each person of the family said, how and when."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.domain.case import Case
from ehdesk.domain.consent import Agreement
from ehdesk.domain.people import Person
from ehdesk.kernel.dates import say_date, say_full_date
from ui.cases.emptied import empty
from ui.cases.person_line import PersonLine
from ui.fields.agreements import ANSWER_PILLS
from ui.fields.side_by_side import SideBySide
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.pill import Pill, pill_width
from ui.theme import theme

_NOT_IN_FAMILY = "Somebody not in the family now"


class AgreementsCard(Card):
    """Everybody in the family, also those nobody has asked yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Agreement to take part", parent=parent)
        self._shown: object = None
        self._pill = Pill("", "none")
        self.add_action(self._pill)

    def show_case(self, case: Case, today: date) -> None:
        """Show what was said by now; of two answers of one person the newer."""
        shown = (case.consent, case.agreements, case.people, today)
        if shown == self._shown:
            return
        self._shown = shown
        self._pill.set_state(*_state(case))
        empty(self.body)
        for words in _also(case):
            self.body.addWidget(Label(words, "help", "text2"))
        answers = {one.person_id: one for one in case.agreements}
        for person in case.people:
            said = answers.pop(person.id, None) or _by_giving(case, person)
            self.body.addWidget(_Line(person, said, today))
        for said in answers.values():
            self.body.addWidget(_Line(None, said, today))


class _Line(QWidget):
    """A person, how it was talked through with their own words under it, the day, the answer."""

    def __init__(self, person: Person | None, said: Agreement | None, today: date) -> None:
        super().__init__()
        px = theme().px
        places = SideBySide(self, gap=px(16), line_gap=px(4), middle=True)
        name = person.name if person else _NOT_IN_FAMILY
        places.add(PersonLine(name, _about(person, today)), 5, px(190))
        told = QWidget()
        words = QVBoxLayout(told)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        how = said.how if said else ""
        if how or not (said and said.words):
            words.addWidget(Label(how, "body", "text2"))
        if said and said.words.strip():
            words.addWidget(Label(_quoted(said.words), "body", "voice.ink"))
        if said and said.witness:
            words.addWidget(Label(f"With {said.witness}", "help", "text3"))
        places.add(told, 5, px(150))
        end = QWidget()
        line = QHBoxLayout(end)
        line.setContentsMargins(0, 0, 0, 0)
        day = say_date(said.on, today) if said and said.on else ""
        pill = ANSWER_PILLS.get(said.answer if said else "", ANSWER_PILLS["not_asked"])
        line.addWidget(Label(day, "body_medium", wrap=False))
        line.addStretch(1)
        line.addWidget(Pill(*pill))
        places.add(end, 5, pill_width("Not asked") + px(110))
        parts = (name, how, said.words if said else "", day, pill[0])
        self.setAccessibleName(", ".join(part for part in parts if part))


def _state(case: Case) -> tuple[str, str, str]:
    consent = case.consent
    if consent is not None and consent.withdrawn_on:
        return f"Withdrawn {say_full_date(consent.withdrawn_on)}", "overdue", "ban"
    if consent is not None and consent.is_written:
        return "Agreed, in writing", "done", "circle-check"
    if consent is not None and consent.how == "verbal":
        return "Said yes, not signed", "soon", "clock"
    return "Nothing signed yet", "soon", "clock"


def _also(case: Case) -> tuple[str, ...]:
    """Since when, and for whom."""
    consent = case.consent
    if consent is None:
        return ()
    names = [p.first_name for p in case.people if p.id in consent.for_whom]
    whom = f"For {', '.join(names)}" if names and len(names) < len(case.people) else ""
    since = f"Since {say_full_date(consent.given_on)}" if consent.given_on else ""
    words = ". ".join(part for part in (since, whom) if part)
    return (words,) if words else ()


def _about(person: Person | None, today: date) -> str:
    if person is None:
        return ""
    age = person.age(today) if person.is_child else None
    responsible = person.parental_responsibility == "yes"
    parts = (
        person.relationship,
        str(age) if age is not None else "",
        "parental responsibility" if responsible else "",
    )
    return ", ".join(part for part in parts if part)


def _by_giving(case: Case, person: Person) -> Agreement | None:
    """Whoever gave consent has answered, also where no line of their own was written."""
    consent = case.consent
    if consent is None or person.id not in consent.given_by:
        return None
    answer = {"written": "signed", "verbal": "said_yes"}.get(consent.how, "")
    return Agreement(person.id, person.id, answer=answer, on=consent.given_on)


def _quoted(words: str) -> str:
    return words if words.lstrip()[:1] in ("“", '"') else f"“{words.strip()}”"
