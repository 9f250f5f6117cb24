"""Recording that something was shared, or that it was decided not to (domain notes 7.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from PySide6.QtWidgets import QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.disclosures import NotSharing, Sharing
from ehdesk.domain.sharing_rules import family_said_no
from ehdesk.forms.single_kinds import read_time
from ehdesk.kernel.dates import say_full_date
from ui.cases.small_form import Faults, SmallForm
from ui.fields.side_by_side import SideBySide
from ui.kit.check_group import CheckGroup
from ui.kit.choice import Choice
from ui.kit.date_input import DateInput
from ui.kit.field_row import FieldRow
from ui.kit.navigation import Navigator
from ui.kit.text_area import TextArea
from ui.kit.text_input import TextInput
from ui.kit.yes_no import YesNo
from ui.theme import theme

_OVERRIDE = ("override", "decided_by")
_TOLD: Final = {True: "yes", False: "no", None: ""}
_DATES = ("shared_on", "family_told_on")
_HARM = "Could sharing it do the child more harm than not sharing it?"


class SharingPage(SmallForm):
    """Who was told what. A share without the family's yes, or against it, needs the reason and
    who decided."""

    deed = Deed.SHARE
    verb = "Record it"
    footer_words = "A line of the log is never changed. A correction is a new line."

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        case_id: UUID,
        corrects: UUID | None = None,
        about: str = "",
    ) -> None:
        super().__init__(desk, navigator, case_id, "Record a sharing")
        self._known = self._beginning(corrects)
        if about:
            self._known = replace(self._known, title=about)
        pack, today = desk.pack, desk.clock.today()
        boxes: tuple[tuple[str, str, str, QWidget, bool], ...] = (
            ("shared_on", "When was it shared?", "", DateInput(today), False),
            ("shared_at", "Time", "24 hour or 4:05pm", TextInput(), True),
            ("recipient", "Who was told?", "", TextInput(), False),
            ("agency", "Agency", "", TextInput(), True),
            ("title", "What was shared?", "A form, a paper, or what was said", TextInput(), False),
            ("way", "How?", "", Choice(pack.options("sending_routes")), True),
            ("address", "Where did it go?", "Address or number", TextInput(), True),
            ("purpose", "What was it for?", "", TextArea(), False),
            ("people", "Whom is it about?", "", _people(self.case), False),
            ("information", "Kinds of information", "", _kinds(desk), False),
            ("basis", "Lawful basis", "", Choice(pack.options("lawful_bases")), False),
            ("agreement", "Where is the family’s agreement recorded?", "", TextInput(), True),
            (
                "override",
                "Why is it shared without the family’s agreement or against their choice?",
                "",
                TextArea(),
                False,
            ),
            ("decided_by", "Who decided that?", "", TextInput(), False),
            ("necessity", "Why was so much needed, and no more?", "", TextArea(), True),
            ("harm_considered", _HARM, "What was considered.", TextArea(), True),
            ("family_told", "Was the family told?", "", YesNo(), False),
            ("family_told_on", "When were they told?", "", DateInput(today), True),
            ("family_not_told_why", "Why were they not told?", "", TextArea(), False),
            ("receipt", "Receipt", "Its number, or who signed", TextInput(), True),
        )
        for key, label, hint, box, optional in boxes:
            self.add_row(key, FieldRow(label, hint, box, optional=optional))
        self._lay_out()
        self._show(self._known)
        for row in self.rows.values():
            row.editor.value_changed.connect(self._on_changed)  # type: ignore[attr-defined]
        self._on_changed()
        self.begin(_page("sharing", corrects))

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        super().show_typed(typed)
        self._on_changed()

    def faults(self) -> Faults:
        own = []
        for key in _DATES:
            box = self._box(key)
            if box.problem():
                own.append((key, box.problem()))
        if not self._box("shared_on").value() and not own:
            own.append(("shared_on", "Enter the day it was shared"))
        typed = self._box("shared_at").value()
        if typed and read_time(typed) is None:
            own.append(("shared_at", "Enter a time like 16:05 or 4:05pm"))
        if self._box("family_told").value() is None:
            own.append(("family_told", "Say whether the family was told"))
        sharing = self._sharing()
        found = list(self.desk.disclosures.faults(self.case.id, sharing))
        needs = self._is_against() or not sharing.agreement
        if needs and not self._box("decided_by").value():
            found.append(("decided_by", "Enter who decided it"))
        keys = {key for key, _words in own}
        return [*own, *(fault for fault in found if fault[0] not in keys)]

    def save(self) -> None:
        self.desk.disclosures.record(self.case.id, self._sharing(), draft=self.draft.page)
        self.navigator.say("Recorded in the sharing log")

    def _beginning(self, corrects: UUID | None) -> Sharing:
        """All that is known; for a correction what the wrong line says."""
        blank = self.desk.disclosures.blank(self.case.id)
        wrong = next((one for one in self.case.disclosures if one.id == corrects), None)
        if wrong is None:
            return blank
        same = {each.name: getattr(wrong, each.name) for each in fields(Sharing)}
        return replace(Sharing(**same), corrects=wrong.id)

    def _lay_out(self) -> None:
        together = (
            ("shared_on", "shared_at"),
            ("recipient", "agency"),
            ("title",),
            ("way", "address"),
            ("purpose",),
            ("people",),
            ("information",),
            ("basis", "agreement"),
            ("override",),
            ("decided_by",),
            ("necessity",),
            ("harm_considered",),
            ("family_told",),
            ("family_told_on",),
            ("family_not_told_why",),
            ("receipt",),
        )
        for keys in together:
            if len(keys) == 1:
                self.card.body.addWidget(self.rows[keys[0]])
                continue
            line = QWidget()
            places = SideBySide(line, gap=theme().px(20), line_gap=theme().px(14))
            for key in keys:
                places.add(self.rows[key], 1, theme().px(240))
            self.card.body.addWidget(line)

    def _show(self, known: Sharing) -> None:
        for key in self.rows:
            if key in (*_DATES, "people", "family_told", "decided_by"):
                continue
            self._box(key).set_value(getattr(known, key))
        for key in _DATES:
            day = getattr(known, key)
            self._box(key).set_value(day.isoformat() if day else "")
        self._box("people").set_value([str(person) for person in known.people])
        told = {"yes": True, "no": False}.get(known.family_told)
        self._box("family_told").set_value(told)

    def _sharing(self) -> Sharing:
        told = self._box("family_told").value()
        words = {
            key: self._box(key).value().strip()
            for key in (
                "recipient",
                "agency",
                "title",
                "way",
                "address",
                "purpose",
                "basis",
                "agreement",
                "necessity",
                "harm_considered",
                "receipt",
            )
        }
        return replace(
            self._known,
            **words,
            shared_on=_day(self._box("shared_on")) or self.desk.clock.today(),
            shared_at=read_time(self._box("shared_at").value()) or "",
            people=tuple(UUID(person) for person in self._box("people").value()),
            information=tuple(self._box("information").value()),
            override=self._override(),
            family_told=_TOLD[told],
            family_told_on=_day(self._box("family_told_on")) if told else None,
            family_not_told_why=(
                self._box("family_not_told_why").value().strip() if told is False else ""
            ),
        )

    def _override(self) -> str:
        why, who = self._box("override").value().strip(), self._box("decided_by").value()
        if not why or not who:
            return str(why)
        end = "" if why[-1] in ".!?" else "."
        return f"{why}{end} Decided by {who}."

    def _is_against(self) -> bool:
        return family_said_no(self._sharing(), self.case)

    def _on_changed(self) -> None:
        """The reason is asked only where it is needed, and stays in sight once it is typed."""
        needed = self._is_against() or not self._box("agreement").value()
        typed = any(self._box(key).value() for key in _OVERRIDE)
        for key in _OVERRIDE:
            self.rows[key].setVisible(needed or typed)
        told = self._box("family_told").value()
        self.rows["family_told_on"].setVisible(told is True)
        self.rows["family_not_told_why"].setVisible(told is False)
        hint = "The family said no to this." if self._is_against() else ""
        self.rows["override"].set_hint(hint)

    def _box(self, key: str) -> Any:
        return self.rows[key].editor


class NotSharingPage(SmallForm):
    """A decision not to share is recorded with its reason, like a share."""

    deed = Deed.SHARE
    verb = "Record the decision"
    footer_words = SharingPage.footer_words

    def __init__(
        self, desk: Desk, navigator: Navigator, case_id: UUID, corrects: UUID | None = None
    ) -> None:
        super().__init__(desk, navigator, case_id, "Record a decision not to share")
        self._corrects = corrects
        self.on = DateInput(desk.clock.today())
        self.on.set_value(desk.clock.today().isoformat())
        self.recipient, self.agency, self.what = TextInput(), TextInput(), TextInput()
        self.purpose, self.why_not, self.harm = TextArea(), TextArea(), TextArea()
        self.people, self.kinds = _people(self.case), _kinds(desk)
        for key, row in (
            ("decided_on", FieldRow("When was it decided?", "", self.on)),
            ("recipient", FieldRow("Who was not told?", "", self.recipient)),
            ("agency", FieldRow("Agency", "", self.agency, optional=True)),
            ("title", FieldRow("What was not shared?", "", self.what)),
            ("purpose", FieldRow("What was it asked for?", "", self.purpose, optional=True)),
            ("people", FieldRow("Whom is it about?", "", self.people)),
            ("information", FieldRow("Kinds of information", "", self.kinds)),
            ("why_not", FieldRow("Why is it not shared, and who decided?", "", self.why_not)),
            ("harm_considered", FieldRow(_HARM, "", self.harm, optional=True)),
        ):
            self.card.body.addWidget(self.add_row(key, row))
        wrong = next((one for one in self.case.disclosures if one.id == corrects), None)
        if wrong is not None:
            self.header.set_support(f"Corrects the line of {say_full_date(wrong.shared_on)}")
            self.on.set_value(wrong.shared_on.isoformat())
            for box, words in (
                (self.recipient, wrong.recipient),
                (self.agency, wrong.agency),
                (self.what, wrong.title),
                (self.purpose, wrong.purpose),
                (self.why_not, wrong.why_not),
                (self.harm, wrong.harm_considered),
            ):
                box.set_value(words)
            self.people.set_value([str(person) for person in wrong.people])
            self.kinds.set_value(wrong.information)
        self.begin(_page("not_sharing", corrects))

    def faults(self) -> Faults:
        problem = self.on.problem() or ("" if self.on.value() else "Enter the day")
        own = [("decided_on", problem)] if problem else []
        return [*own, *self.desk.disclosures.faults(self.case.id, self._decision())]

    def save(self) -> None:
        self.desk.disclosures.decide_not_to_share(
            self.case.id, self._decision(), draft=self.draft.page
        )
        self.navigator.say("Recorded in the sharing log")

    def _decision(self) -> NotSharing:
        return NotSharing(
            decided_on=_day(self.on) or self.desk.clock.today(),
            recipient=self.recipient.value(),
            agency=self.agency.value(),
            title=self.what.value(),
            purpose=self.purpose.value().strip(),
            people=tuple(UUID(person) for person in self.people.value()),
            information=tuple(self.kinds.value()),
            why_not=self.why_not.value().strip(),
            harm_considered=self.harm.value().strip(),
            corrects=self._corrects,
        )


def _page(kind: str, corrects: UUID | None) -> str:
    """Each correction is a draft of its own."""
    return f"{kind} {corrects}" if corrects else kind


def _day(box: DateInput) -> date | None:
    return date.fromisoformat(box.value()) if box.value() else None


def _people(case: Case) -> CheckGroup:
    return CheckGroup([(str(person.id), person.name) for person in case.people], columns=3)


def _kinds(desk: Desk) -> CheckGroup:
    return CheckGroup(desk.pack.options("information_kinds"), columns=3)
