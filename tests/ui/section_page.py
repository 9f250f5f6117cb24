"""One section of a form in a window, with everything a person and a test need of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.forms.session import FormSession
from ehdesk.forms.spec import Section, Value
from tests.ui.forms_in_memory import TODAY, form, options, pack
from ui.fields.section_view import SectionView
from ui.fields.surroundings import Surroundings


class Toasts:
    """Keeps the way back that a message offers."""

    def __init__(self) -> None:
        self.text = ""
        self.undo: Callable[[], None] = lambda: None

    def show_message(self, text: str, undo: Callable[[], None] | None = None) -> None:
        self.text, self.undo = text, undo or (lambda: None)


class SessionPage(QWidget):
    """A section with its session: each change is kept, and problems are shown as they stand."""

    def __init__(self, session: FormSession, section: Section, height: int) -> None:
        super().__init__()
        self.session = session
        self.toasts = Toasts()
        self.around = Surroundings(session, pack(), self.toasts, answer=session.set, parent=self)
        self.view = SectionView(section, self.around)
        self.view.answered.connect(self._on_answered)
        self.around.given.connect(lambda key: self.view.show_value(key, session.value(key)))
        self.asked = False
        column = QVBoxLayout(self)
        column.addWidget(self.view)
        self.resize(1000, height)

    def editor(self, key: str) -> Any:
        return self.view.questions[key].editor

    def kept(self, key: str) -> Any:
        return self.session.value(key)

    def ask_to_continue(self) -> None:
        """Show what is to fix, from now on."""
        self.asked = True
        self._show_problems()

    def _on_answered(self, key: str, value: Value) -> None:
        self.session.set(key, value)
        self.view.refresh()
        if self.asked:
            self._show_problems()

    def _show_problems(self) -> None:
        self.view.show_problems(self.session.all_problems(self.view.section.key))


class SectionPage(SessionPage):
    """A section of a form of the pack."""

    def __init__(self, code: str, section: str, values: Mapping[str, Value]) -> None:
        session = FormSession(form(code), values, options(), TODAY)
        super().__init__(session, session.form.section(section), 1400)
