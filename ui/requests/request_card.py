"""The request as it came, beside the decision about it (picture 06)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ehdesk.authority.pack import NotInPack, Pack
from ehdesk.domain.case import Case
from ehdesk.domain.findings import Voice
from ehdesk.domain.needs import distinct_needs
from ehdesk.domain.thresholds import suggest
from ehdesk.domain.words import join_names, names_with_ages, plural
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date, say_time
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.flow_layout import FlowLayout
from ui.kit.labels import Label
from ui.kit.pill import Pill
from ui.theme import theme

_EHC = {
    "yes": "Has one",
    "no": "None",
    "being_assessed": "Being assessed",
    "not_known": "Not known",
}
_HOW = {"written": "Written", "verbal": "Spoken only", "not_yet": "Not given yet"}


class RequestCard(QWidget):
    """Who asked, for whom, with whose consent, what for; and the way to the whole form."""

    form_wanted = Signal()
    """*Open full form* was pressed."""

    def __init__(self, case: Case, pack: Pack, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = self._card = Card("The request", padding=22)
        outer.addWidget(card)
        whole = Button("Open full form", "link")
        whole.clicked.connect(self.form_wanted)
        card.add_action(whole)
        card.body.addLayout(_facts(case, pack, today))
        self._add_needs(case, pack)
        for voice in case.voices:
            if voice.words:
                card.body.addWidget(_rule())
                card.body.addWidget(_own_words(voice, case))
        self._add_worries(case)
        card.body.addStretch(1)

    def _add_needs(self, case: Case, pack: Pack) -> None:
        codes = distinct_needs([need.code for need in case.needs], pack)
        self._card.body.addWidget(_rule())
        line = QHBoxLayout()
        line.addWidget(Label(plural(len(codes), "need"), "body_strong", wrap=False))
        points = Label(suggest(len(codes), pack.thresholds).words, "help", "text2")
        points.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(points, 1)
        self._card.body.addLayout(line)
        pills = QWidget()
        flow = FlowLayout(pills, spacing=theme().px(8))
        for code in codes:
            flow.addWidget(Pill(_need_name(code, pack), "wait", "flag"))
        if not codes:
            pills.hide()
        self._card.body.addWidget(pills)

    def _add_worries(self, case: Case) -> None:
        requests = case.finished("request")
        answers = requests[-1].answers if requests else {}
        for key, title in (
            ("needs.worries", _why_title(case)),
            ("help.family_wants", "What the family wants"),
        ):
            words = str(answers.get(key) or "").strip()
            if words:
                self._card.body.addWidget(_rule())
                said = QVBoxLayout()
                said.setSpacing(theme().px(4))
                said.addWidget(Label(title, "body_strong"))
                said.addWidget(Label(words, "body", "text2"))
                self._card.body.addLayout(said)


def _need_name(code: str, pack: Pack) -> str:
    try:
        return pack.need(code).name
    except NotInPack:
        return code  # a record outlives the pack it was made with


def _why_title(case: Case) -> str:
    asker = next((p for p in case.professionals if p.id == case.asker_id), None)
    return f"Why {asker.first_name} is worried" if asker else "What they are worried about"


def _facts(case: Case, pack: Pack, today: date) -> QGridLayout:
    children = names_with_ages([(p.first_name, p.age(today)) for p in case.children])
    adults = join_names(
        f"{p.name} ({p.relationship})" if p.relationship else p.name for p in case.adults
    )
    kind = pack.label("request_entry", case.request_type)
    plan = ". ".join(part for part in (_EHC.get(case.ehc_plan, "Not asked"), kind) if part)
    facts = (
        ("From", case.asker or "Not recorded"),
        ("Received", _received(case, today)),
        ("Children", children or "None entered"),
        ("Adults", adults or "None entered"),
        ("Consent", _consent(case, pack, today)),
        ("EHC plan", plan),
    )
    grid = QGridLayout()
    px = theme().px
    grid.setHorizontalSpacing(px(12))
    grid.setVerticalSpacing(px(9))
    grid.setColumnMinimumWidth(0, px(108))
    grid.setColumnStretch(1, 1)
    for row, (name, value) in enumerate(facts):
        grid.addWidget(Label(name, "help", "text2"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(value, "body"), row, 1)
    return grid


def _received(case: Case, today: date) -> str:
    """``Mon 16 Nov, 4:05pm``; no time where it was recorded on a later day."""
    sent = [step for step in case.steps if step.move in ("send", "back_to_request")]
    if not sent:
        return "Not recorded"
    step = sent[-1]
    day = say_date(step.happened_on, today)
    same_day = local(step.recorded_at).date() == step.happened_on
    return f"{day}, {say_time(step.recorded_at)}" if same_day else day


def _consent(case: Case, pack: Pack, today: date) -> str:
    consent = case.consent
    if consent is None:
        return "Not recorded"
    if consent.withdrawn_on is not None:
        return f"Withdrawn {say_date(consent.withdrawn_on, today)}"
    words = _HOW.get(consent.how, "Not recorded")
    if consent.given_on is not None:
        words += f", {'signed ' if consent.is_written else ''}{say_date(consent.given_on, today)}"
    covers = [pack.label("agencies", code) for code in consent.covers]
    lower = join_names(
        name[:1].lower() + name[1:] if name[1:2].islower() else name for name in covers
    )
    return f"{words}. Covers {lower}." if lower else f"{words}."


def _own_words(voice: Voice, case: Case) -> QWidget:
    who = next((p.first_name for p in case.people if p.id == voice.person_id), "A child")
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(6))
    head = QHBoxLayout()
    head.setSpacing(theme().px(8))
    icon = QLabel()
    icon.setPixmap(theme().pixmap("message-square-quote", "voice.ink", 17))
    head.addWidget(icon)
    head.addWidget(Label(f"{who}’s words", "body_strong", "voice.ink"), 1)
    column.addLayout(head)
    column.addWidget(Label(f"“{voice.words.strip('“”')}”", "body_medium"))
    return part


def _rule() -> QFrame:
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line
