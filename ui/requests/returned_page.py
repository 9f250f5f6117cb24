"""A request that came back: what is missing, and the way on with it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.pathway import State
from ehdesk.domain.request_answer import last_answer
from ehdesk.domain.words import waiting
from ehdesk.kernel.dates import say_date
from ehdesk.kernel.notices import Changed
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.empty_state import EmptyState
from ui.kit.labels import Label
from ui.kit.navigation import Navigator, Page, Place
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.pill import Pill
from ui.requests.step_line import StepLine
from ui.theme import theme


class ReturnedPage(Page):
    """What whoever asked sees: nothing is lost, this is missing, and it is sent again."""

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID) -> None:
        super().__init__()
        self._desk = desk
        self._navigator = navigator
        self._case_id = case_id
        self._case = desk.cases.get(case_id)
        family = self._case.family.title
        self.header = PageHeader(family, self._case.reference, ("Requests",))
        self.header.set_title(f"{family}: sent back for more")
        self.header.breadcrumb_chosen.connect(lambda _at: navigator.go(Place("requests")))
        since = self._case.step_on("return_request", "back_to_returned")
        if since is not None:
            self.header.add_action(Pill(waiting(since, desk.clock.today()), "soon", "clock"))
        self._page = ScrollPage(self.header)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        self.missing = Card("What is missing", padding=22)
        self.how = Card("How to go on", padding=22)
        self.elsewhere = Card()
        self._lay_out()
        self.refresh()

    def title(self) -> str:
        return self.header.title

    def breadcrumb(self) -> tuple[tuple[str, Place], ...]:
        return (("Requests", Place("requests")),)

    def case_id(self) -> UUID:
        return self._case_id

    def focus_start(self) -> None:
        self.header.focus_title()

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        return self.header, self.missing, self.how

    def refresh(self, changed: Changed | None = None) -> None:
        if changed is not None and self._case_id not in changed.cases:
            return
        self._case = self._desk.cases.get(self._case_id)
        here = self._case.state is State.RETURNED
        for part in (self.missing, self.how):
            part.setVisible(here)
        self.elsewhere.setVisible(not here)
        draft = self._case.draft("request")
        may = self._desk.may(Deed.FILL_IN) and draft is not None
        self.go_on.setVisible(here and may)
        self.reply.setVisible(here and self._has_reply())

    def _lay_out(self) -> None:
        px = theme().px
        case, today = self._case, self._desk.clock.today()
        answer = last_answer(case)
        for card in (self.missing, self.how):
            card.setMaximumWidth(px(860))
        if answer is not None:
            by = f" by {answer.by}" if answer.by else ""
            hub = self._desk.pack.say("At the {hub}, sent back") if answer.by_hub else "Sent back"
            when = f"{hub} {say_date(answer.on, today)}{by}"
            self.missing.body.addWidget(Label(when, "help", "text2"))
            self.missing_words = Label(answer.words("missing") or answer.reason, "body_strong")
            self.missing.body.addWidget(self.missing_words)
            why = answer.words("reason")
            if why and answer.words("missing"):
                self.missing.body.addWidget(Label(f"Why: {why}", "body", "text2"))
        talk = "Talk with the family about whether they agree, and write down how they did."
        if answer is None or answer.decided != "no_consent":
            talk = "Talk with the family, and with whoever knows what is missing."
        reply = self._desk.pack.clock("reply").words
        for number, words in enumerate(
            (
                talk,
                "Go on with the request: every answer that was sent is in it already.",
                f"Send it again from its last page. The reply should come within {reply}.",
            ),
            1,
        ):
            self.how.body.addWidget(StepLine(number, words))
        go = Button("Open the case")
        go.clicked.connect(lambda: self._navigator.open_case(self._case_id))
        line = "It was sent again, or ended. Its page says where it is."
        title = "This request is not waiting for more"
        self.elsewhere.body.addWidget(EmptyState("inbox", title, line, go))
        for part in (self.missing, self.how, self.elsewhere):
            self._page.body.addWidget(part)
        self._page.body.addStretch(1)
        bar = self._page.footer
        bar.addWidget(Label("Nothing that was written is lost.", "help", "text2"), 1)
        self.reply = Button("Read the reply", "secondary", "mail")
        self.reply.clicked.connect(
            lambda: self._navigator.open_print("decision-reply", self._case_id)
        )
        self.go_on = Button("Go on with the request", "primary", "arrow-right")
        self.go_on.clicked.connect(self._on_go_on_clicked)
        bar.addWidget(self.reply)
        bar.addWidget(self.go_on)

    def _has_reply(self) -> bool:
        kinds = self._desk.papers.kinds(self._case, in_full=False)
        return any(kind == "decision-reply" for kind, _title in kinds)

    def _on_go_on_clicked(self) -> None:
        draft = self._case.draft("request")
        if draft is not None:
            self._navigator.open_record(draft.id)
