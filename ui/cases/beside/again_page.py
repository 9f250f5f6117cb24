"""Beginning again for a family that is known, and asking for support within its own assessment."""

from __future__ import annotations

from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.episodes import can_ask_for_support, what_can_begin
from ehdesk.domain.pathway import Kind
from ui.cases.beside.earlier_help import EarlierHelp
from ui.cases.small_form import Faults, SmallForm
from ui.kit.field_row import FieldRow
from ui.kit.navigation import Navigator
from ui.kit.note import Note
from ui.kit.option_card import OptionCards
from ui.kit.text_area import TextArea


class BeginAgainPage(SmallForm):
    """A new episode of the same family. It names the one before, and brings its team along."""

    deed = Deed.BEGIN_CASE
    verb = "Begin"
    footer_words = "What was recorded before stays as it is. Consent is asked for anew."

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID, kind: str = "") -> None:
        super().__init__(desk, navigator, case_id, "Begin again")
        self._begun: UUID | None = None
        kinds = what_can_begin(self.case)
        say = desk.pack.say
        cards = {
            Kind.REQUEST: (
                "Ask for help",
                say("{request.name}: others decide who helps"),
            ),
            Kind.OWN_EHA: (
                "Our own assessment",
                say("{eha.name} within our agency’s own structure; we lead it"),
            ),
        }
        self.kind = OptionCards([(one.value, *cards[one]) for one in kinds], "What begins?")
        if len(kinds) == 1 or kind in {one.value for one in kinds}:
            self.kind.set_value(kind or kinds[0].value)
        self.why = TextArea("Why does help begin again?")
        rows = {
            "kind": FieldRow("What begins?", "", self.kind),
            "why": FieldRow("Why now?", "What happened, and who asked for it.", self.why),
        }
        for key, row in rows.items():
            self.card.body.addWidget(self.add_row(key, row))
        if not kinds:
            self.say_first(Note("This family has an open case already. Go on there."))
            self.close_questions()
        self.earlier = EarlierHelp()
        self.earlier.asked.connect(navigator.open_case)
        self.earlier.setMaximumWidth(self.card.maximumWidth())
        self._page.body.insertWidget(1, self.earlier)
        self.earlier.show_case(self.case, desk.pack)
        self.begin("begin again")

    def faults(self) -> Faults:
        found = []
        if not self.kind.value():
            found.append(("kind", "Choose what begins"))
        if not self.why.value().strip():
            found.append(("why", "Enter why help begins again"))
        return found

    def save(self) -> None:
        episodes, case, why = self.desk.episodes, self.case.id, self.why.value()
        if self.kind.value() == Kind.OWN_EHA:
            self._begun = episodes.begin_own_eha(case, why, draft=self.draft.page)
            self.navigator.say("The assessment has begun")
        else:
            self._begun = episodes.reopen(case, why, draft=self.draft.page)
            self.navigator.say("The new request has begun")

    def go_on(self) -> None:
        if self._begun is not None:
            self.navigator.open_record(self._begun)


class AskSupportPage(SmallForm):
    """Support from other agencies within an assessment that one's own agency holds and leads."""

    deed = Deed.BEGIN_CASE
    verb = "Begin the request"
    footer_words = "Your assessment goes on, and you stay in the lead."

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID) -> None:
        super().__init__(desk, navigator, case_id, "Ask for support")
        self._begun: UUID | None = None
        self.what = TextArea("What support is needed, and from whom?")
        self.card.body.addWidget(
            self.add_row("what", FieldRow("What support is needed, and from whom?", "", self.what))
        )
        say_so = [point.text for point in desk.pack.ehc_rules if point.code == "say_so"]
        words = "The request says by itself that support is asked for within your own assessment."
        self.card.body.addWidget(Note(desk.pack.say(say_so[0]) if say_so else words))
        if not can_ask_for_support(self.case):
            self.say_first(Note("Support is asked for already, or this is not your assessment."))
            self.close_questions()
        self.begin("ask for support")

    def faults(self) -> Faults:
        return [] if self.what.value().strip() else [("what", "Enter what support is needed")]

    def save(self) -> None:
        self._begun = self.desk.episodes.ask_for_support(
            self.case.id, self.what.value(), draft=self.draft.page
        )
        self.navigator.say("The request for support has begun")

    def go_on(self) -> None:
        if self._begun is not None:
            self.navigator.open_record(self._begun)
