"""The page of one case: its head, and its tabs, each made when it is first opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.domain.duplicates import SiblingFamily
from ehdesk.kernel.notices import Changed
from ehdesk.services.drafts import Draft
from ui.cases.assessment_tab import AssessmentTab
from ui.cases.case_header import CaseHeader
from ui.cases.case_menu import case_menu
from ui.cases.case_tab import CaseTab, TabFactory
from ui.cases.case_words import next_pill, support_words, type_pill, warning_pills
from ui.cases.documents_tab import DocumentsTab, count_documents
from ui.cases.meetings_tab import MeetingsTab
from ui.cases.next_step import near
from ui.cases.overview_tab import OverviewTab
from ui.cases.plan_tab import PlanTab
from ui.cases.record_tab import RecordTab
from ui.cases.reviews_tab import ReviewsTab
from ui.kit.navigation import Command, Navigator, Page, Place
from ui.kit.page import page_margin
from ui.theme import theme
from ui.wizard.small_draft import SmallDraft, may_leave_all

TABS = (
    ("overview", "Overview"),
    ("timeline", "Timeline"),
    ("assessment", "Assessment"),
    ("plan", "Plan"),
    ("meetings", "Meetings"),
    ("reviews", "Reviews"),
    ("documents", "Documents"),
    ("record", "Record"),
)
_OWN: Mapping[str, TabFactory] = MappingProxyType(
    {
        "overview": OverviewTab,
        "assessment": AssessmentTab,
        "plan": PlanTab,
        "meetings": MeetingsTab,
        "reviews": ReviewsTab,
        "documents": DocumentsTab,
        "record": RecordTab,
    }
)
_NO_TABS: Mapping[str, TabFactory] = MappingProxyType({})


class CasePage(Page):
    """Reads the case once each time it has changed and hands it to the tab that is open."""

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        *,
        case_id: UUID,
        tab: str = "overview",
        part: str = "",
        others: Mapping[str, TabFactory] = _NO_TABS,
    ) -> None:
        """``part`` is a part of the tab, as ``oversight`` of the record. ``others`` makes the tabs
        that other parts of the window bring along, by their keys."""
        super().__init__()
        self._desk = desk
        self._navigator = navigator
        self._case_id = case_id
        self._case: Case | None = None
        self._begun: Mapping[str, Draft] = {}
        self._linked: Sequence[SiblingFamily] = ()
        self._makers = {**_OWN, **others}
        self._tabs: dict[str, CaseTab] = {}
        self._frames: dict[str, _Scrolled] = {}
        self._stale: set[str] = set()
        shown = [(key, words) for key, words in TABS if key in self._makers]
        self.header = CaseHeader(shown)
        self.header.tabs.tab_chosen.connect(self._on_tab_chosen)
        self.header.up_chosen.connect(lambda: navigator.go(Place("cases")))
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        for keys, by in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._turn(by))
        self._wanted = tab if tab in self._makers else "overview"
        self._part = part

    @property
    def tab(self) -> CaseTab:
        """The open tab."""
        return self._tabs[self.header.tabs.shown]

    def title(self) -> str:
        return self._case.family.title if self._case else "Case"

    def breadcrumb(self) -> Sequence[tuple[str, Place]]:
        return (("Cases", Place("cases")),)

    def case_id(self) -> UUID:
        return self._case_id

    def takes(self, place: Place) -> bool:
        if place.kind != "case" or place.params.get("case_id") != self._case_id:
            return False
        self._wanted = place.params.get("tab", "overview")
        self._part = place.params.get("part", "")
        if self._case is not None:
            self._keep_unless(self._wanted)
            self._open(self._wanted)
            self.tab.show_part(self._part)
        return True

    def refresh(self, changed: Changed | None = None) -> None:
        if changed is not None and changed.cases and self._case_id not in changed.cases:
            return
        before = self.title()
        case = self._case = self._desk.cases.get(self._case_id)
        self._begun = self._desk.drafts.of_case(self._case_id)
        self._linked = self._desk.duplicates.sibling_families(case.family.id)
        self._show_head(case)
        self._stale = set(self._tabs)
        first = not self._tabs
        self._open(self._wanted)
        if first:
            self.tab.show_part(self._part)
        if self.title() != before:
            self.title_changed.emit()

    def commands(self) -> Sequence[Command]:
        if self._case is None:
            return ()
        groups = case_menu(self._case, self._desk, self._navigator)
        commands = [command for group in groups for command in group]
        if self._tabs:
            commands = [*self.tab.commands(), *commands]
        tabs = [
            Command(f"{words} of this family", lambda key=key: self._go(key), icon="folder-open")  # type: ignore[misc]
            for key, words in TABS
            if key in self._makers
        ]
        return (*commands, *tabs)

    def regions(self) -> Sequence[QWidget]:
        return (self.header, self._stack)

    def focus_start(self) -> None:
        if not (self._tabs and self.tab.show_part(self._part)):
            self.header.focus_title()

    def keep(self) -> None:
        for tab in self._tabs.values():
            tab.keep()

    def has_unsaved(self) -> bool:
        return any(draft.has_unsaved for draft in self._drafts())

    def may_leave(self) -> bool:
        """All that is typed is kept; asks only when it cannot be."""
        self.keep()
        return not self.has_unsaved() or may_leave_all(self._drafts(), self._navigator)

    def key_back(self) -> bool:
        return bool(self._tabs) and self.tab.key_back()

    def left(self) -> None:
        for tab in self._tabs.values():
            tab.left()

    def _drafts(self) -> list[SmallDraft]:
        return [draft for tab in self._tabs.values() for draft in tab.drafts()]

    def _show_head(self, case: Case) -> None:
        today = self._desk.clock.today()
        due = near(self._desk.cases.obligations(case), case, today)
        self.header.show_case(
            case.family.title,
            type_pill(case, self._desk.pack),
            next_pill(due[0], today) if due else None,
            support_words(case, self._desk.pack, today),
            warning_pills(case, self._desk.pack, today),
        )
        self.header.set_closed(not case.is_open)
        self.header.set_menu(case_menu(case, self._desk, self._navigator))
        self.header.tabs.set_counts(
            {
                "plan": len(case.actions),
                "meetings": len(case.meetings),
                "reviews": len(case.reviews),
                "documents": count_documents(case, self._desk),
            }
        )

    def _open(self, key: str) -> None:
        """Show a tab, made now if it was not open before, with the case as it is."""
        if self._case is None:
            return
        if key not in self._tabs:
            tab = self._tabs[key] = self._makers[key](self._desk, self._navigator)
            tab.actions_changed.connect(lambda: self._on_actions_changed(key))
            frame = self._frames[key] = _Scrolled(tab)
            self._stack.addWidget(frame)
            self._stale.add(key)
        if key in self._stale:
            self._stale.discard(key)
            self._tabs[key].begun = self._begun
            self._tabs[key].linked = self._linked
            self._tabs[key].show_case(self._case)
        turned = self._stack.currentWidget() not in (None, self._frames[key])
        if turned and self.isVisible():
            # Before the old tab goes with what had the keyboard; and the new name is heard.
            self.header.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        self.header.tabs.show_tab(key)
        self.header.set_actions(self._tabs[key].header_actions())
        self._stack.setCurrentWidget(self._frames[key])

    def _on_actions_changed(self, key: str) -> None:
        if self.header.tabs.shown == key:
            self.header.set_actions(self._tabs[key].header_actions())

    def _keep_unless(self, key: str) -> None:
        """Another tab than the open one is wanted: save what is typed in it."""
        frame = self._stack.currentWidget()
        for name, tab in self._tabs.items():
            if self._frames[name] is frame and name != key:
                tab.keep()

    def _go(self, key: str) -> None:
        self._navigator.open_case(self._case_id, key)

    def _on_tab_chosen(self, key: str) -> None:
        # The row of tabs shows the new one already; what is left is the widget still on top.
        self._keep_unless(key)
        self._wanted = key
        self._open(key)
        self._go(key)

    def _turn(self, by: int) -> None:
        self._on_tab_chosen(self.header.tabs.next_key(by))


class _Scrolled(QScrollArea):
    """A tab with the page's margins round it; scrolls when it is higher than the window."""

    def __init__(self, tab: CaseTab) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        content = QWidget()
        content.setObjectName("scrolled")
        self._column = QVBoxLayout(content)
        self._column.addWidget(tab)
        self.setWidget(content)
        self._measure()
        theme().changed.connect(self._measure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        px = theme().px
        side = page_margin(self)
        self._column.setContentsMargins(side, px(16), side, px(24))
