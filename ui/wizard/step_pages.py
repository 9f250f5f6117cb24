"""The page of each step, made when it is first opened and kept while the form is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ehdesk.forms.session import FormSession
from ui.fields.section_view import SectionView
from ui.fields.surroundings import Surroundings
from ui.wizard.check_answers import CheckAnswers
from ui.wizard.ending import EndingPage

MakeEnding = Callable[[str], EndingPage | None]
"""The page of a step after the questions, by its key; None for the shell's own."""


class StepPages(QObject):
    """Sections as views of their questions, endings as pages of their own."""

    answered = Signal(str, object)
    part_changed = Signal()
    change_asked = Signal(str)
    step_asked = Signal(str)
    finished = Signal()
    opened = Signal(str)
    """Another step is shown: its key."""

    def __init__(
        self,
        session: FormSession,
        around: Surroundings,
        make_ending: MakeEnding,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._around = around
        self._make_ending = make_ending
        self._views: dict[str, SectionView] = {}
        self._endings: dict[str, EndingPage] = {}

    @property
    def view(self) -> SectionView | None:
        """The questions on show; None on a step without questions."""
        return self._views.get(self._session.here)

    @property
    def ending(self) -> EndingPage | None:
        """The page on show after the questions; None on a step with questions."""
        return self._endings.get(self._session.here)

    def open(self, key: str) -> QWidget:
        """The page of a step, up to date."""
        self.opened.emit(key)
        is_section = any(section.key == key for section in self._session.form.sections)
        return self._open_view(key) if is_section else self._open_ending(key)

    def _open_view(self, key: str) -> SectionView:
        if key in self._views:
            self._views[key].show_values()
            self._views[key].refresh()
        else:
            view = SectionView(self._session.form.section(key), self._around)
            view.answered.connect(self.answered)
            view.part_changed.connect(self.part_changed)
            self._views[key] = view
        return self._views[key]

    def _open_ending(self, key: str) -> EndingPage:
        if key not in self._endings:
            page = self._make_ending(key) or CheckAnswers(self._session, self._around.pack)
            page.change_asked.connect(self.change_asked)
            page.step_asked.connect(self.step_asked)
            page.finished.connect(self.finished)
            self._endings[key] = page
        self._endings[key].refresh()
        return self._endings[key]
