"""A page whose boxes are kept as one draft until they become a record."""

from __future__ import annotations

from ui.kit.navigation import Navigator, Page
from ui.wizard.small_draft import SmallDraft


class DraftPage(Page):
    """The page makes ``draft`` once its boxes say what they begin with."""

    draft: SmallDraft

    def __init__(self, navigator: Navigator) -> None:
        super().__init__()
        self._navigator = navigator

    def keep(self) -> None:
        self.draft.keep()

    def has_unsaved(self) -> bool:
        return self.draft.has_unsaved

    def may_leave(self) -> bool:
        return self.draft.may_leave(self._navigator)

    def left(self) -> None:
        self.draft.close()
