"""One record that waits for a signature, without a walk through a caseload."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.kernel.notices import Changed
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.kit.main_and_side import MainAndSide
from ui.kit.navigation import Command, Navigator, Page, Place
from ui.kit.page import PageHeader, ScrollPage
from ui.oversight.record_panel import RecordPanel
from ui.wizard.small_draft import may_leave_all


class SignPage(Page):
    """Read it, comment on it, then return it, sign it or talk first."""

    made_anew = True  # what is typed about the record may have gone on in supervision

    def __init__(self, desk: Desk, navigator: Navigator, record_id: UUID) -> None:
        super().__init__()
        self._navigator, self._record_id = navigator, record_id
        self.header = PageHeader("To sign", "", ("Oversight",))
        self.header.breadcrumb_chosen.connect(lambda _at: navigator.go(Place("oversight")))
        self.panel = RecordPanel(desk, navigator)
        self.panel.hide_name()
        self.panel.opened.connect(lambda case: navigator.open_case(case))
        self.panel.changed.connect(self._show_verb)
        self._both = MainAndSide(self.panel.main, self.panel.side, side_width=300)
        self._both.stacked_changed.connect(self.panel.set_stacked)
        page = self._page = ScrollPage(self.header)
        page.body.addWidget(self._both)
        page.body.addStretch(1)
        self.button = Button("", "primary", "check")
        self.button.clicked.connect(self.do)
        words = "What is returned stands on the Today of whoever asked, with its comments."
        page.footer.addWidget(Label(words, "help", "text2"), 1)
        page.footer.addWidget(self.button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def title(self) -> str:
        return self.header.title

    def breadcrumb(self) -> tuple[tuple[str, Place], ...]:
        return (("Oversight", Place("oversight")),)

    def case_id(self) -> UUID | None:
        record = self.panel.record
        return record.case_id if record is not None else None

    def commands(self) -> Sequence[Command]:
        return (
            Command("Comment on the chosen answer", self._on_comment, "C", "message-square"),
            Command("Do what is chosen", self.do, "Ctrl+Return", "check"),
        )

    def focus_start(self) -> None:
        self.header.focus_title()

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        return self.header, self.panel.main, self.panel.side

    def refresh(self, changed: Changed | None = None) -> None:
        self.panel.show_record(self._record_id)
        record = self.panel.record
        if record is not None:
            self.header.set_title(f"{record.family}: {record.name.lower()}")
        self.panel.set_stacked(self._both.is_stacked)
        self._show_verb()

    def keep(self) -> None:
        self.panel.keep()

    def has_unsaved(self) -> bool:
        return any(draft.has_unsaved for draft in self.panel.drafts)

    def may_leave(self) -> bool:
        return may_leave_all(self.panel.drafts, self._navigator)

    def left(self) -> None:
        self.panel.close_drafts()

    def do(self) -> None:
        """What the button says."""
        done = self.panel.do()
        if done:
            self._navigator.say(done)
            self._navigator.go(Place("oversight"))

    def _on_comment(self) -> None:
        self.panel.comment.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._page.scroll_area.ensureWidgetVisible(self.panel.comment)

    def _show_verb(self) -> None:
        self.button.setText(self.panel.verb())
        self.button.set_icon(self.panel.icon())
        self.button.setVisible(bool(self.panel.verb()))
