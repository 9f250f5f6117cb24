"""What the case page expects of each of its tabs, wherever the tab comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.domain.duplicates import SiblingFamily
from ehdesk.services.drafts import Draft
from ui.kit.buttons import Button
from ui.kit.navigation import Command, Navigator
from ui.theme import theme
from ui.wizard.small_draft import SmallDraft


class CaseTab(QWidget):
    """Shows one case, again each time it has changed.

    A tab keeps the selection, the focus and whatever is being typed from one ``show_case`` to the
    next; the page keeps its scroll position.
    """

    actions_changed = Signal()
    """Other buttons belong into the case's header now."""

    def __init__(self, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.navigator = navigator
        self.begun: Mapping[str, Draft] = {}
        """What is typed in the case and not recorded yet, by page, as the case is shown."""
        self.linked: Sequence[SiblingFamily] = ()
        """The other families that somebody of this one belongs to, as the case is shown."""
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._measure()
        theme().changed.connect(self._measure)

    def show_case(self, case: Case) -> None:
        """Show the case as it is now."""
        raise NotImplementedError

    def show_part(self, part: str) -> bool:
        """Show a part of the tab; True when the keyboard is in it now."""
        return False

    def header_actions(self) -> Sequence[Button]:
        """The buttons at the right of the case's header while this tab is open; primary last."""
        return ()

    def commands(self) -> Sequence[Command]:
        """What can be done in this tab, for the menu bar and the palette."""
        return ()

    def undo(self) -> None:
        """Take the last change made in this tab back."""

    def drafts(self) -> Sequence[SmallDraft]:
        """What is being typed in this tab and is not recorded yet."""
        return ()

    def keep(self) -> None:
        """Save what is typed and not saved yet."""

    def key_back(self) -> bool:
        """Escape: close what is open inside the tab; False when nothing was."""
        return False

    def left(self) -> None:
        """The page is taken away for good."""

    def _measure(self) -> None:
        self.body.setSpacing(theme().px(14))


TabFactory = Callable[[Desk, Navigator], CaseTab]
"""Makes a tab when it is first opened."""
