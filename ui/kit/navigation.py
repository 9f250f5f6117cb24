"""How the parts of the window find each other without knowing each other.

A screen is a ``Page``. It asks its ``Navigator`` to go to a ``Place``; the window around it knows
which page that is (``ui.app.pages``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Changed


@dataclass(frozen=True, init=False)
class Place:
    """Somewhere to go: a kind of page and what it shows, ``Place("case", case_id=…)``."""

    kind: str
    _params: tuple[tuple[str, Any], ...]

    def __init__(self, kind: str, /, **params: Any) -> None:
        object.__setattr__(self, "kind", kind)
        object.__setattr__(self, "_params", tuple(sorted(params.items())))

    @property
    def params(self) -> dict[str, Any]:
        """What the page is made with."""
        return dict(self._params)


@dataclass(frozen=True)
class Command:
    """Something a page lets people do, for the menu bar and the palette.

    ``keys`` is a shortcut in words, as "Ctrl+Shift+A"; ``detail`` a few words beside the text.
    """

    text: str
    run: Callable[[], object]
    keys: str = ""
    icon: str = "corner-down-right"
    detail: str = ""


class Navigator(QObject):
    """What a page may ask of the window around it. The window listens to the signals."""

    went = Signal(object)
    """A Place was asked for."""
    went_back = Signal()
    reading_again = Signal()
    said = Signal(str, object)
    """Words for a toast, and what takes the change back, or None."""
    saved = Signal(object)
    """What was typed is in the store since this moment (datetime)."""
    not_saved = Signal(object, object)
    """An EhdeskError: what was typed is only on the screen. And what tries again, or None."""
    here = "Cases"
    """The page that is shown, in a word or two, for the way back from one that fills the window."""

    def go(self, place: Place) -> None:
        """Open a page; where one was can be come back to."""
        self.went.emit(place)

    def back(self) -> None:
        """Back to the page before, or one level up when there is none."""
        self.went_back.emit()

    def read_again(self) -> None:
        """Make the page that is shown anew: what it was made from is not so any more."""
        self.reading_again.emit()

    def open_case(self, case_id: UUID, tab: str = "overview") -> None:
        """The page of a case, at one of its tabs."""
        self.go(Place("case", case_id=case_id, tab=tab))

    def open_record(self, record_id: UUID) -> None:
        """A form in the wizard."""
        self.go(Place("wizard", record_id=record_id))

    def new_request(self) -> None:
        """Begin a request for Early Help."""
        self.go(Place("new_request"))

    def open_print(self, paper: str, case_id: UUID, record_id: UUID | None = None) -> None:
        """The preview of a document of a case: ``family-plan``, ``closure``. ``record_id`` is the
        record that it prints, where a case has several of one form."""
        which = {} if record_id is None else {"record_id": record_id}
        self.go(Place("print", paper=paper, case_id=case_id, **which))

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say in a toast what was done; always with ``undo`` when it changed data."""
        self.said.emit(text, undo)

    def report_saved(self, at: datetime) -> None:
        """What was typed is in the store."""
        self.saved.emit(at)

    def report_not_saved(
        self, error: EhdeskError, retry: Callable[[], object] | None = None
    ) -> None:
        """Something could not be saved: a bar over the page says so until it is."""
        self.not_saved.emit(error, retry)


class Page(QWidget):
    """A screen that the window shows. Subclasses override what they need; all have defaults.

    Made with the desk and the navigator; reading from the desk belongs in ``refresh``, which the
    window calls once when the page opens and again whenever something it shows may have changed.
    """

    title_changed = Signal()
    fills_window = False
    """True: no sidebar, as for the wizard and the preview of a paper."""
    made_anew = False
    """True: not kept to come back to; what it shows is finished or out of date when it is left."""

    def title(self) -> str:
        """What the page is called, for its menu entry and for a screen reader."""
        return ""

    def breadcrumb(self) -> Sequence[tuple[str, Place]]:
        """The pages above this one, outermost first; Escape goes to the last of them."""
        return ()

    def case_id(self) -> UUID | None:
        """Whose page this is, so that Ctrl+P and Ctrl+R know which family is meant."""
        return None

    def commands(self) -> Sequence[Command]:
        """What can be done here, beside what can be done anywhere."""
        return ()

    def takes(self, place: Place) -> bool:
        """Show a place of the same kind without a new page, as another tab of the same case."""
        return False

    def regions(self) -> Sequence[QWidget]:
        """The parts that F6 goes through: header, main, help column, footer."""
        return (self,)

    def refresh(self, changed: Changed | None = None) -> None:
        """Read from the desk and show it. ``changed`` is what was committed, None at opening."""

    def focus_start(self) -> None:
        """Put the keyboard at the start of the page: its title, or its first field."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> bool:
        """Put the keyboard into the page's own search; False when it has none."""
        return False

    def keep(self) -> None:
        """Save whatever is typed and not saved yet: before the lock, a crash page, leaving."""

    def has_unsaved(self) -> bool:
        """Whether something was typed that is only on this screen."""
        return False

    def may_leave(self) -> bool:
        """Whether going elsewhere is right now; False when the page says itself why not."""
        return True

    def left(self) -> None:
        """The page is taken away for good: stop timers, close what it opened."""

    def key_back(self) -> bool:
        """Escape: close what is open inside the page; False to go back one level."""
        return False
