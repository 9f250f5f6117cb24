"""Referring a family to the panel (design 2, picture 24): the form of the pack, laid out so that
what the record shows stands beside what a person decides."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.oversight import Said
from ehdesk.domain.panel_reasons import Reason
from ehdesk.domain.panel_standing import answer_to, days_to_send
from ehdesk.forms.checks import Problem, iso_date
from ehdesk.kernel.dates import say_long_date
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Changed
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.main_and_side import MainAndSide
from ui.kit.navigation import Navigator, Place
from ui.kit.note import Note
from ui.kit.pill import Pill
from ui.kit.tick_card import TickCards
from ui.panel.chronology_card import ChronologyCard
from ui.panel.state_strip import StateStrip
from ui.theme import theme
from ui.wizard.record_page import RecordPage

_REASONS, _CHRONOLOGY = "why.triggers", "history.chronology"
_AFTER_SIGNING = frozenset({"send.sent_on", "agree.manager", "agree.on"})
"""What a manager does not wait for."""
_FAMILY = (
    "family.knows",
    "family.agreed",
    "family.told_on",
    "family.told_how",
    "family.not_told_reason",
    "family.not_told_note",
    "family.without_agreement",
)


class PanelReferralPage(RecordPage):
    """While it is written, and read only once it was sent."""

    def __init__(self, desk: Desk, navigator: Navigator, *, record_id: UUID) -> None:
        family = desk.cases.get(desk.forms.case_of(record_id)).family.title
        panel = desk.pack.short("masp")
        super().__init__(
            desk, navigator, record_id, f"{family}: refer to the panel", f"{panel} referral"
        )
        self.due = Pill("", "none", "calendar")
        self.header.add_action(self.due)
        self.steps_button = Button("Step by step", "quiet", "list-checks", "small")
        self.steps_button.clicked.connect(
            lambda: navigator.go(Place("wizard", record_id=record_id, steps=True))
        )
        self.header.add_action(self.steps_button)
        self.strip = StateStrip()
        self.page.body.addWidget(self.strip)
        left, right = QWidget(), QWidget()
        self._lay_left(left)
        self._lay_right(right)
        columns = MainAndSide(right, left, side_width=380, least=520, gap=18, side_first=True)
        self.page.body.addWidget(columns)
        for card in self.rest(closed=True):
            self.page.body.addWidget(card)
        self.page.body.addStretch(1)
        self._lay_footer()
        self.begin()

    def finish(self) -> None:
        self.desk.case_forms.finish(self.opened.record_id)
        self.leave_for_case("The referral to the panel is recorded")

    def press_finish(self) -> None:
        """Ask for the signature while one is needed, record that it went after that."""
        if self._must_be_signed():
            self._ask_to_sign()
        else:
            super().press_finish()

    def refresh(self, changed: Changed | None = None) -> None:
        super().refresh(changed)
        if not self._gone and (changed is None or self.case.id in changed.cases):
            self.case = self.desk.cases.get(self.case.id)
            self._show_standing()

    def note_change(self, key: str) -> None:
        self._show_head()
        agreed = self.session.value("family.agreed") if self.has("family.agreed") else ""
        knows = self.session.value("family.knows") if self.has("family.knows") else ""
        words, tone = "Not said yet", "none"
        if knows == "no":
            words, tone = "Not told", "soon"
        elif agreed == "yes":
            words, tone = "Agreed", "done"
        elif agreed == "no":
            words, tone = "Does not agree", "soon"
        self.knows.set_state(words, tone)
        for place, shown in ((_REASONS, self.reasons), (_CHRONOLOGY, self.chronology)):
            if key == place and self.session.value(place) != shown.value():
                value = self.session.value(place)
                shown.set_value(value if isinstance(value, list) else [])
        wrong = any(problem.field_key == _REASONS for problem in self._fixes())
        self.reasons.set_wrong(wrong)

    # The columns

    def _lay_left(self, side: QWidget) -> None:
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        harm = Card(padding=16)
        harm.body.addWidget(self.view("why.harm"))
        column.addWidget(harm)
        head = QHBoxLayout()
        head.addWidget(Label("Why the panel?", "card_title"), 1)
        head.addWidget(Label("Tick all that are true", "help", "text2", wrap=False))
        column.addLayout(head)
        found = self.desk.cases.panel_reasons(self.case)
        self.reasons = TickCards([_card(one) for one in found], "Why the panel?")
        self._bind(_REASONS, self.reasons)
        self.place("why.evidence", self.reasons.setFocus)
        column.addWidget(self.reasons)
        why = Card(padding=16)
        why.body.addWidget(self.view("why.explained", "why.accommodated", "why.cost", "why.before"))
        column.addWidget(why)
        family = Card("Does the family know?", padding=16)
        self.knows = Pill("", "none")
        family.add_action(self.knows)
        family.body.addWidget(self.view(*_FAMILY))
        column.addWidget(family)
        for words, who in self._own_words():
            column.addWidget(Note(f"“{words}”", "voice", who))
        voices = Card(padding=16)
        voices.body.addWidget(self.view("family.parents"))
        column.addWidget(voices)
        column.addStretch(1)

    def _lay_right(self, main: QWidget) -> None:
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(14))
        events = self.desk.cases.chronology(self.case)
        self.chronology = ChronologyCard(events, self.desk.clock.today(), "What has happened")
        self._bind(_CHRONOLOGY, self.chronology)
        column.addWidget(self.chronology)
        asks = Card("What do you want from the panel?", padding=18)
        asks.add_action(Label("Pick at least one", "help", "text2", wrap=False))
        asks.body.addWidget(
            self.view(
                "ask.wanted",
                "ask.words",
                "ask.how_long",
                "ask.resource",
                "ask.for_whom",
                "ask.if_no",
                wanted={"hint": ""},
                for_whom={"look": "chips", "line": "", "width": "full"},
                how_long={"line": "ask", "width": "half"},
                resource={"line": "ask", "width": "half"},
            )
        )
        column.addWidget(asks)
        papers = Card("With it", padding=18)
        papers.body.addWidget(
            self.view(
                "send.attached",
                "send.attached_note",
                "send.panel_on",
                "send.papers_by",
                "send.presents",
                attached={"look": "chips"},
            )
        )
        column.addWidget(papers)
        column.addStretch(1)

    def _bind(self, key: str, shown: TickCards | ChronologyCard) -> None:
        """What the page shows by itself, of a question that the form asks."""
        value = self.session.value(key) if self.has(key) else []
        shown.set_value(value if isinstance(value, list) else [])
        shown.value_changed.connect(lambda: self._on_answered(key, shown.value()))
        if self.session.read_only or not self.has(key):
            shown.set_read_only() if isinstance(shown, ChronologyCard) else shown.setEnabled(False)
        self.place(key, lambda: self._go_to(shown))

    def _go_to(self, shown: QWidget) -> None:
        shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page.scroll_area.ensureWidgetVisible(shown, 0, theme().px(20))

    def _own_words(self) -> list[tuple[str, str]]:
        """The newest words of a child and of a parent, as they said them."""
        names = {person.id: person.first_name for person in self.case.people}
        heard = [voice for voice in self.case.voices if voice.on and voice.words.strip()]
        newest = sorted(heard, key=lambda voice: voice.on or self.case.opened_on)[-1:]
        said = [
            (
                " ".join(voice.words.split()),
                names.get(voice.person_id, "A child") if voice.person_id else "A child",
            )
            for voice in newest
        ]
        parents = self.desk.cases.parents_words(self.case)
        return [*said, parents] if parents else said

    # The head and the foot

    def _lay_footer(self) -> None:
        footer = self.page.footer
        self.foot = Label("", "help", "text2")
        self.print_button = Button("Print the chronology", "secondary", "printer")
        self.print_button.setVisible(self.desk.may(Deed.TAKE_PAPER))
        self.print_button.clicked.connect(self._on_print)
        self.send_button = Button("Record as sent", "primary", "check")
        self.send_button.clicked.connect(self._on_primary)
        footer.addWidget(self.foot, 1)
        footer.addWidget(self.print_button)
        footer.addWidget(self.send_button)

    def _show_head(self) -> None:
        pack, today = self.desk.pack, self.desk.clock.today()
        panel_on = iso_date(self.session.value("send.panel_on"))
        papers_by = iso_date(self.session.value("send.papers_by"))
        told = [pack.say("{masp.full}")]
        if panel_on:
            told.append(f"{panel_on:%A} {say_long_date(panel_on)}")
        support = ", ".join(told) + "."
        if papers_by:
            support += f" Papers in by {papers_by:%a} {papers_by.day} {papers_by:%B}."
        self.header.set_support(support)
        words, tone = days_to_send(papers_by, today)
        self.due.set_state(words, tone, "calendar")
        self.due.setVisible(bool(words) and not self.session.read_only)

    def _show_standing(self) -> None:
        """The strip once it was sent; before that, who signs."""
        sent = self.case_record_is_finished()
        self.strip.setVisible(sent)
        if sent:
            self.strip.show_steps(self.desk.cases.panel_steps(self.case, self.opened.record_id))
            answer = answer_to(self.case, self.opened.record_id)
            words = "Open the panel’s answer" if answer else "Record the panel’s answer"
            self.foot.setText("Sent. It can only be read, and is only added to.")
            self._show_primary(words, "landmark", bool(answer) or self._may_record())
            return
        signed = self._signed_by()
        self._take_signature()
        managers = [one.name for one in self.desk.oversight.managers(self.opened.record_id)]
        if not self._must_be_signed():
            told = f"Signed by {signed}." if signed else ""
            self.foot.setText(f"{told} This app sends nothing. Record it once it has gone.".strip())
            self._show_primary("Record as sent", "check", not self.session.read_only)
            return
        waits = self.case.standing(self.opened.record_id).waits_for_a_manager
        who = managers[0] if len(managers) == 1 else "A manager"
        if waits:
            self.foot.setText(f"{who} has been asked to sign. Nothing goes before that.")
            self._show_primary("Asked to sign", "hourglass", False)
        else:
            self.foot.setText(f"{who} signs before it goes, and sees it on Today.")
            first = who.split()[0] if len(managers) == 1 else "a manager"
            self._show_primary(f"Ask {first} to sign", "pen-line", not self.session.read_only)

    def _show_primary(self, words: str, icon: str, shown: bool) -> None:
        self.send_button.setText(words)
        self.send_button.setAccessibleName(words)
        self.send_button.set_icon(icon)
        self.send_button.setVisible(shown)

    def case_record_is_finished(self) -> bool:
        """Whether it was sent."""
        record = next(one for one in self.case.records if one.id == self.opened.record_id)
        return record.finished_at is not None

    def _may_record(self) -> bool:
        offered = {form.code for form in self.desk.case_forms.offered(self.case)}
        return "panel" in offered and self.desk.may(Deed.WORK)

    def _signed_by(self) -> str:
        stands = self.case.standing(self.opened.record_id)
        return stands.last.by if stands.last and stands.said is Said.SIGNED else ""

    def _take_signature(self) -> None:
        """Who signed and when is known: nobody types it again."""
        last = self.case.standing(self.opened.record_id).last
        if last is None or last.said is not Said.SIGNED or self.session.read_only:
            return
        known = {"agree.manager": last.by, "agree.on": last.on.isoformat()}
        for key, value in known.items():
            if self.has(key) and not self.session.value(key):
                self.give(key, value)

    def _must_be_signed(self) -> bool:
        return not self._signed_by() and self.desk.oversight.is_needed(self.opened.record_id)

    def _fixes(self) -> tuple[Problem, ...]:
        return self.session.everything_to_fix() if self._asked else ()

    # What the buttons do

    def _on_primary(self) -> None:
        if not self.case_record_is_finished():
            self.press_finish()
            return
        answer = answer_to(self.case, self.opened.record_id)
        try:
            record = answer.id if answer else self.desk.case_forms.start(self.case.id, "panel")
        except EhdeskError as error:
            self.say_problem(error)
            return
        self.navigator.open_record(record)

    def _on_print(self) -> None:
        if self.autosave.save_now():
            self.navigator.open_print("chronology-panel", self.case.id, self.opened.record_id)

    def _ask_to_sign(self) -> None:
        """Whatever a manager is to read has to be there; how it went comes after."""
        if self.session.read_only or not self.autosave.save_now():
            return
        self._asked = True
        missing = [p for p in self.session.everything_to_fix() if p.field_key not in _AFTER_SIGNING]
        self._show_problems()
        if missing:
            self.summary.ask_for(missing)
            self.page.scroll_area.verticalScrollBar().setValue(0)
            return
        self.summary.ask_for(())
        self.navigator.go(
            Place("ask_signature", case_id=self.case.id, record_id=self.opened.record_id)
        )


def _card(reason: Reason) -> tuple[str, str, str, str]:
    return reason.code, reason.name, reason.found or "Nothing on record yet", reason.where
