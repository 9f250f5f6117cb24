"""The sidebar: the store, search, where one can go, the families kept at hand, what is saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.lists import CaseLine, Counts
from ehdesk.domain.user import User
from ui.app.nav_button import NavButton
from ui.app.sidebar_foot import SidebarFoot
from ui.app.sidebar_head import SearchButton, StoreButton
from ui.kit.labels import Label
from ui.kit.painting import painting
from ui.kit.pill import ICONS
from ui.theme import theme

PLACES = (
    ("today", "Today", "sun"),
    ("requests", "Requests", "inbox"),
    ("cases", "Cases", "folder-open"),
    ("reviews", "Reviews", "calendar-check"),
    ("meetings", "Meetings", "users-round"),
    ("print_and_share", "Print and share", "printer"),
)
"""Kind of page, name and icon, in the order of Alt+1 to Alt+6."""
HELP = (("contacts", "Contacts and words", "phone"),)
"""What everybody may need at any time, after the work."""
FOR_MANAGERS = (
    ("oversight", "Oversight", "eye"),
    ("reports", "Reports", "chart-column"),
)
"""Lines that only some people have, after the others: Alt+7 and on."""
_DEEDS = {"oversight": Deed.SIGN_OFF, "reports": Deed.SEE_REPORTS}


def places_for(desk: Desk) -> tuple[tuple[str, str, str], ...]:
    """The lines of the sidebar for the person at the screen."""
    managers = (place for place in FOR_MANAGERS if desk.may(_DEEDS[place[0]]))
    runs_hub = desk.pack.hub is not None and desk.may(Deed.RUN_HUB)
    hub = (("hub", desk.pack.say("{hub}"), "table-2"),) if runs_hub else ()
    return (*PLACES, *managers, *hub, *HELP)


WIDE, RAIL = 248, 64


def urgency(line: CaseLine, today: date) -> tuple[str, str]:
    """The tone that says how soon a case needs somebody, and the same in words."""
    if line.due is None:
        return ("wait", "waiting") if line.waiting_since else ("none", "nothing due")
    if line.due < today:
        return "overdue", "overdue"
    if line.due == today:
        return "soon", "due today"
    return "track", "on track"


class Sidebar(QWidget):
    """248 wide, or a rail of icons. It shows what it is given and says what was chosen."""

    place_chosen = Signal(str)
    case_chosen = Signal(object)
    store_chosen = Signal(object)
    """The widget beneath which the store's menu is to open."""
    search_chosen = Signal()

    def __init__(
        self,
        store: str,
        user: User,
        places: Sequence[tuple[str, str, str]] = PLACES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rail = False
        self._reviews = 0
        self.setAccessibleName("Sidebar")
        self.store = StoreButton(store)
        self.search = SearchButton()
        self.foot = SidebarFoot(user)
        self._places = {kind: NavButton(name, icon) for kind, name, icon in places}
        for kind, button in self._places.items():
            button.clicked.connect(lambda _on=False, kind=kind: self.place_chosen.emit(kind))
        self.store.clicked.connect(lambda: self.store_chosen.emit(self.store))
        self.search.clicked.connect(self.search_chosen)
        self._pinned_title = Label("Pinned", "help_medium", "text3")
        self._pinned_title.hide()
        self._pinned: list[NavButton] = []
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._measure()
        theme().changed.connect(self._measure)

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setObjectName("scrolled")
        self._middle = QVBoxLayout(middle)
        self._middle.setContentsMargins(0, 0, 0, 0)
        for button in self._places.values():
            self._middle.addWidget(button)
        self._middle.addWidget(self._pinned_title)
        self._middle.addStretch()
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(middle)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.store)
        self._column.addWidget(self.search)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self.foot)

    def place_button(self, kind: str) -> NavButton:
        """The line of a kind of page. KeyError when it has none."""
        return self._places[kind]

    @property
    def pinned(self) -> tuple[str, ...]:
        """The families kept at hand, as a screen reader says them."""
        return tuple(button.accessibleName() for button in self._pinned)

    def show_place(self, kind: str) -> None:
        """Mark the line to which the open page belongs; none when it belongs to none."""
        for name, button in self._places.items():
            button.setChecked(name == kind)
        if kind in self._places:
            self._scroll.ensureWidgetVisible(self._places[kind], 0, theme().px(8))

    def show_counts(self, counts: Counts, reviews: int, to_sign: int = 0) -> None:
        """The numbers beside the names."""
        if "oversight" in self._places:
            self._places["oversight"].set_count(to_sign)
        self._places["today"].set_count(counts.due)
        self._places["requests"].set_count(counts.requests)
        self._places["cases"].set_count(counts.cases)
        self._places["reviews"].set_count(reviews)

    def show_pinned(self, lines: Sequence[CaseLine], today: date) -> None:
        """The families kept at hand, each with how soon it needs somebody."""
        focused = next((at for at, b in enumerate(self._pinned) if b.hasFocus()), None)
        for button in self._pinned:
            self._middle.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._pinned = []
        for line in lines:
            tone, words = urgency(line, today)
            button = NavButton(line.family, ICONS[tone], tone=tone)
            button.setAccessibleName(f"{line.family}, {words}")
            button.set_rail(self._rail)
            button.clicked.connect(lambda _on=False, key=line.case_id: self.case_chosen.emit(key))
            self._middle.insertWidget(self._middle.count() - 1, button)
            self._pinned.append(button)
        self._pinned_title.setVisible(bool(lines) and not self._rail)
        if focused is not None and self._pinned:
            self._pinned[min(focused, len(self._pinned) - 1)].setFocus()

    def set_rail(self, rail: bool) -> None:
        """A rail of icons where the window is narrow."""
        if rail == self._rail:
            return
        self._rail = rail
        for button in (*self._places.values(), *self._pinned):
            button.set_rail(rail)
        self.store.set_rail(rail)
        self.search.set_rail(rail)
        self.foot.set_rail(rail)
        self._pinned_title.setVisible(bool(self._pinned) and not rail)
        self._measure()

    @property
    def is_rail(self) -> bool:
        """Whether only icons are shown."""
        return self._rail

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), theme().px(600))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            painter.fillRect(self.rect(), tokens.sidebar)
            painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), tokens.line)

    def _measure(self) -> None:
        px = theme().px
        side = px(8) if self._rail else px(14)
        self.setFixedWidth(px(RAIL) if self._rail else px(WIDE))
        self._column.setContentsMargins(side, px(12), side + 1, px(10))
        self._column.setSpacing(px(12))
        self._middle.setSpacing(px(2))
        self._pinned_title.setContentsMargins(px(10), px(24), 0, px(6))
