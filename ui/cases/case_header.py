"""The head of a case: where one is, whose case it is, what state it is in, and its tabs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from ui.cases.case_menu import MenuGroup
from ui.cases.case_tabs import CaseTabs
from ui.cases.case_words import PillWords
from ui.kit.buttons import Button, IconButton
from ui.kit.flow_layout import FlowLayout
from ui.kit.labels import Label
from ui.kit.page import page_margin
from ui.kit.painting import painting
from ui.kit.pill import Pill
from ui.kit.plain import as_tip, shortened
from ui.theme import theme

_WARNINGS = 3
_LONGEST_PART = 90
"""Characters of an address or of the children's names under the title; Record has them whole."""


class CaseHeader(QWidget):
    """Stays while the tabs scroll. A closed case has a grey head."""

    up_chosen = Signal()

    def __init__(self, tabs: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._up = Button("Cases", "plain")
        self._up.clicked.connect(self.up_chosen)
        self._here = Label("", "help_medium", wrap=False)
        self._chevron = QLabel()
        self._title = Label("", "page_title", wrap=False)
        self._state = Pill("", "none")
        self._next = Pill("", "none")
        self._next.hide()
        self._warnings = tuple(Pill("", "overdue") for _ in range(_WARNINGS))
        for pill in self._warnings:
            pill.hide()
        self._support = Label("", "help", "text2")
        self.tabs = CaseTabs(tabs)
        self.menu = QMenu(self)
        self.menu_button = IconButton("ellipsis", "More for this case", "secondary")
        self.menu_button.clicked.connect(self._on_menu_clicked)
        trail = QHBoxLayout()
        trail.setSpacing(2)
        trail.setContentsMargins(-4, 0, 0, 0)  # the room a button keeps for its focus ring
        for part in (self._up, self._chevron, self._here):
            trail.addWidget(part)
        trail.addStretch(1)
        self._pills = QWidget()
        pills = FlowLayout(self._pills, spacing=10, line_spacing=6)
        pills.addWidget(self._state)
        for pill in self._warnings:
            pills.addWidget(pill)
        pills.addWidget(self._next)
        self._names = QHBoxLayout()
        self._names.setSpacing(10)
        self._names.addWidget(self._title)
        self._names.addWidget(self._pills, 1, Qt.AlignmentFlag.AlignVCenter)
        self._below = False
        words = self._words = QVBoxLayout()
        words.addLayout(trail)
        words.addLayout(self._names)
        self._buttons = QHBoxLayout()
        self._actions: list[QWidget] = []
        line = self._line = QHBoxLayout()
        line.addLayout(words, 1)
        line.addLayout(self._buttons)
        self._buttons.addWidget(self.menu_button)
        column = self._column = QVBoxLayout(self)
        column.addLayout(line)
        column.addWidget(self._support)
        column.addSpacing(theme().px(6))
        column.addWidget(self.tabs)
        self._groups: Sequence[MenuGroup] = ()
        self._measure()
        theme().changed.connect(self._measure)
        theme().changed.connect(self._on_theme_changed)

    @property
    def title(self) -> str:
        """The family's name, as shown."""
        return self._title.text()

    @property
    def pills(self) -> tuple[str, ...]:
        """The words of the pills that are shown."""
        shown = (self._state, *self._warnings, self._next)
        return tuple(pill.text() for pill in shown if not pill.isHidden())

    @property
    def support(self) -> str:
        """The line under the name."""
        return self._support.text()

    def show_case(
        self,
        title: str,
        state: PillWords,
        next_step: PillWords | None,
        support: Sequence[str],
        warnings: Sequence[PillWords] = (),
    ) -> None:
        """Show who the family is and where it stands; at most three warnings."""
        self._here.setText(title)
        self._title.setText(title)
        self._state.set_state(state.text, state.tone, state.icon)
        for pill, words in zip_longest(self._warnings, warnings[: len(self._warnings)]):
            pill.setVisible(words is not None)
            if words is not None:
                pill.set_state(words.text, words.tone, words.icon)
        self._next.setVisible(next_step is not None)
        if next_step is not None:
            self._next.set_state(next_step.text, next_step.tone, next_step.icon)
        between = "\xa0\xa0\xa0·   "
        self._support.setText(between.join(shortened(part, _LONGEST_PART) for part in support))
        too_long = any(len(part) > _LONGEST_PART for part in support)
        self._support.setToolTip(as_tip(between.join(support)) if too_long else "")
        self._arrange()

    def set_closed(self, closed: bool) -> None:
        """A case that is over looks it."""
        self._closed = closed
        self.update()

    def set_actions(self, buttons: Sequence[QWidget]) -> None:
        """The buttons of the open tab, before the menu or, when the last is the main one, after."""
        for old in self._actions:
            self._buttons.removeWidget(old)
            old.hide()
        self._buttons.removeWidget(self.menu_button)
        self._actions = list(buttons)
        for button in self._actions:
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            button.show()
        place = len(self._actions)
        main = self._actions[-1] if self._actions else None
        if isinstance(main, Button) and main.kind == "primary":
            place -= 1
        self._buttons.insertWidget(place, self.menu_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._arrange()

    def set_menu(self, groups: Sequence[MenuGroup]) -> None:
        """What else can be done for this case, group by group."""
        self._groups = groups
        self.menu.clear()
        for number, group in enumerate(groups):
            menu = self.menu
            if group.title:
                menu = self.menu.addMenu(theme().icon(group.icon), group.title)
            elif number and not groups[number - 1].title:
                self.menu.addSeparator()
            for command in group:
                action = QAction(theme().icon(command.icon), command.text, menu)
                action.triggered.connect(lambda _on=False, run=command.run: run())
                menu.addAction(action)

    def focus_title(self) -> None:
        """Start reading from the family's name."""
        self._title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            ground = tokens.tone("none").bg if self._closed else tokens.surface
            painter.fillRect(self.rect(), ground)
            painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)

    def _arrange(self) -> None:
        """Beside the name the pills stand only while there is room for them and the buttons."""
        pills = (self._state, *self._warnings, self._next)
        parts = (self._title, *pills, *self._actions, self.menu_button)
        needed = sum(part.sizeHint().width() + 10 for part in parts if not part.isHidden())
        below = needed > self.width() - 2 * page_margin(self)
        if below == self._below:
            return
        self._below = below
        self._names.removeWidget(self._pills)
        self._column.removeWidget(self._pills)
        if below:
            self._column.insertWidget(1, self._pills)
        else:
            self._names.addWidget(self._pills, 1, Qt.AlignmentFlag.AlignVCenter)

    def _measure(self) -> None:
        self._arrange()
        px = theme().px
        side = page_margin(self)
        self._column.setContentsMargins(side, px(17), side, 0)
        self._column.setSpacing(px(3))
        self._line.setSpacing(px(16))
        self._words.setSpacing(px(2))
        self._buttons.setSpacing(px(8))
        self._chevron.setPixmap(
            theme().pixmap("chevron-right", "text3", 14, self.devicePixelRatioF())
        )

    def _on_theme_changed(self) -> None:
        self.set_menu(self._groups)  # its icons are in the colours of before

    def _on_menu_clicked(self) -> None:
        corner = self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height() + 4))
        corner.setX(corner.x() + self.menu_button.width() - self.menu.sizeHint().width())
        self.menu.popup(corner)
