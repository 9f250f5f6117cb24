"""A long form in the window: free movement, saved as it is typed, checked at the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ehdesk.desk import Desk
from ehdesk.forms.session import FormSession
from ehdesk.forms.spec import Value
from ehdesk.kernel.errors import EhdeskError
from ui.fields.form_files import FormFiles
from ui.fields.known_people import KnownPeople
from ui.fields.section_view import SectionView
from ui.fields.surroundings import Surroundings
from ui.kit import ask
from ui.kit.tab_order import ReadingOrder
from ui.kit.toast import Toaster
from ui.theme import theme
from ui.wizard.autosave import Autosave, Saved
from ui.wizard.beside import Beside, background
from ui.wizard.covers import Covers
from ui.wizard.earlier import show_earlier
from ui.wizard.ending import EndingPage
from ui.wizard.frame import Frame
from ui.wizard.page_keys import give_keys
from ui.wizard.primary import primary
from ui.wizard.rail_phone import RailPhone
from ui.wizard.step_pages import StepPages
from ui.wizard.step_rail import StepRail
from ui.wizard.top_bar import TopBar
from ui.wizard.undoing import PageUndo

MakeEnding = Callable[[str, "WizardPage"], EndingPage | None]
"""The page of a step after the questions, by its key; None for the shell's own."""


class WizardPage(ReadingOrder):
    """One record of one form. It asks the session where to go and what is wrong, and shows it."""

    closed = Signal()
    """The person left; everything is kept."""
    finished = Signal(object)
    """The last button was pressed with nothing left to fix: the record's id."""
    undoes_for_boxes = True
    safeguarding_said = Signal(object)
    """The safeguarding question was answered yes: the record's id."""

    def __init__(
        self,
        desk: Desk,
        record_id: UUID,
        *,
        endings: MakeEnding | None = None,
        back: str = "Cases",
        parent: QWidget | None = None,
    ) -> None:
        """``endings`` makes the pages of steps that the shell has none of its own for.

        :raises EhdeskError: when the record cannot be opened.
        """
        super().__init__(parent)
        self.desk = desk
        self.opened = desk.forms.open(record_id)
        today = desk.clock.today()
        self.session = FormSession(
            self.opened.form,
            self.opened.values,
            self.opened.options,
            today,
            place=self.opened.place,
            read_only=self.opened.read_only,
            facts=self.opened.facts,
        )
        self.toaster = Toaster(self)
        self.around = Surroundings(
            self.session,
            desk.pack,
            self.toaster,
            answer=self._on_answered,
            read_only=self.opened.read_only,
            background=background(desk, self.opened),
            known=desk.people.known_professionals,
            earlier=lambda key: show_earlier(self, key),
            parent=self,
        )
        self.around.files = FormFiles(
            self.around,
            desk.attachments,
            record_id,
            self.opened.reference,
            lambda: desk.attachments.of_case(self.opened.case_id),
            can_save=not desk.read_only,
        )
        self.autosave = Autosave(self.session, self._save, self)
        self.known_people = KnownPeople(
            desk.duplicates, self.session, self.autosave.save_now, self.around.said, self
        )
        self.around.known_people = self.known_people
        self.pages = StepPages(
            self.session, self.around, lambda key: endings(key, self) if endings else None, self
        )
        self.beside = Beside(desk, record_id, self.session, self.pages, self)
        self._forcing = False
        self._options = dict(self.opened.options)
        self.top = TopBar(back, self.opened.form.title, self.opened.title)
        sends = any(ending.key == "send" for ending in self.opened.form.endings)
        words = "Talk it through before you send" if sends else "Ring to talk it through"
        self.rail = StepRail(RailPhone(desk.pack, words))
        self.frame = Frame(self.top, self.rail)
        self.body, self.side = self.frame.body, self.frame.side
        self.covers = Covers(self.frame, self)
        self.undoing = PageUndo(
            self.session, self.pages, self.body, self.covers, self._show_changed, self
        )
        self._connect()
        self._show_save_state()
        self.show_here()

    # What others use

    @property
    def record_id(self) -> UUID:
        """The record being filled in."""
        return self.opened.record_id

    @property
    def case_id(self) -> UUID:
        """The case it belongs to."""
        return self.opened.case_id

    def may_close(self) -> bool:
        """Save what is left; False when it could not be saved and the person wants to stay."""
        if self.autosave.save_now():
            return True
        if not self._forcing:
            self._forcing = True  # the reason stands at the top right; a second try asks
            return False
        text = "Your last changes are only on this screen. If you close now they are lost."
        return ask.confirm(self, "Not saved", text, "Close and lose them")

    def leave(self) -> bool:
        """Save and close; False when it could not be saved."""
        if not self.may_close():
            return False
        self.autosave.stop()
        if not self.autosave.has_unsaved and not self.session.read_only:
            try:
                self.desk.forms.leave(self.record_id)
            except EhdeskError as error:
                self.say_problem(error)
                return False
        self.closed.emit()
        return True

    def say_problem(self, error: EhdeskError) -> None:
        """Show on the page why something could not be done."""
        self.body.summary.show_problems([("", str(error))])

    def cover(self, page: QWidget) -> None:
        """Put a full page over the form, such as the number to ring now."""
        self.covers.cover(page)

    def uncover(self) -> None:
        """Take that page away and go on with the form."""
        if self.covers.uncover():
            self.body.focus_title()

    def give(self, key: str, value: Value) -> None:
        """Answer a question from outside its editor, and show it."""
        self._on_answered(key, value)
        view = self.pages.view
        if view is not None:
            view.show_value(key, self.session.value(key))

    def focus_question(self, key: str) -> None:
        """Put the cursor into a question of the step that is shown."""
        if self.pages.view is not None and key in self.pages.view.questions:
            self.pages.view.focus_problem(key)

    # Moving

    def go(self, key: str) -> None:
        """Open a step, in any order."""
        self.autosave.save_now()
        self.session.go(key)
        self.show_here()

    def change(self, field_key: str) -> None:
        """Open a question from Check your answers; Continue returns straight there."""
        self.autosave.save_now()
        self.session.change(field_key)
        self.show_here()

    def press_continue(self) -> None:
        """What the primary button does."""
        view = self.pages.view
        if view is not None and view.next_part():
            self.autosave.save_now()
            view.go_to_next_part()
            return
        ending = self.pages.ending
        if ending is not None and ending.finish_words():
            if self.autosave.save_now():
                ending.finish()
            return
        keys = [step.key for step in self.session.steps()]
        here = self.session.here
        if self.session.read_only:
            after = keys.index(here) + 1
            self.go(keys[after]) if after < len(keys) else self.leave()
            return
        problems = self.session.next()
        if problems:
            self.body.summary.ask_for(problems)
            self.body.bring_into_view(self.body.summary)
            self._after_change()
        elif here != keys[-1]:
            self.autosave.save_now()
            self.show_here()
        elif self.autosave.save_now():
            self.finished.emit(self.record_id)

    def press_back(self) -> None:
        """To the step before, or out of the form from the first."""
        if self.session.here == self.session.steps()[0].key:
            self.leave()
            return
        self.autosave.save_now()
        self.session.back()
        self.show_here()

    def show_here(self) -> None:
        """Show the step that the session says is open."""
        session = self.session
        step = next(step for step in session.steps() if step.key == session.here)
        section = session.section
        content = self.pages.open(session.here)
        intro = section.intro if section is not None else ""
        number = f"Step {step.number} of {session.steps_total}"
        self.body.show_page(number, step.title, intro, content)
        self.beside.refresh()
        self._show_help()
        self.body.summary.keep_true(session.problems(session.here) if section else ())
        self._after_change()
        if session.focus and isinstance(content, SectionView):
            content.focus_problem(session.focus)
            self.body.bring_into_view(content.questions[session.focus])
        else:
            self.body.focus_title()

    # Inside

    def _save(self, changes: Mapping[str, Value]) -> Saved:
        session = self.session
        if self.around.files is not None:
            self.around.files.settle(changes)
        return self.desk.forms.save(
            self.record_id,
            changes,
            place=session.place,
            steps_done=session.steps_done,
            steps_total=session.steps_total,
        )

    def _on_answered(self, key: str, value: Value) -> None:
        if self.session.set(key, value):
            self.undoing.note_change()
            self._on_changed(key)

    def _show_changed(self, key: str) -> None:
        """An answer was taken back or given again: show it and keep it."""
        self.toaster.hide()
        section = self.session.form.section_of(key).key
        if section != self.session.here and section in {s.key for s in self.session.steps()}:
            self.go(section)
        self._on_given(key)
        self._on_changed(key)

    def _on_changed(self, key: str) -> None:
        value = self.session.value(key)
        self.autosave.note_change()
        view = self.pages.view
        if view is not None:
            view.refresh()
        self._after_change()
        field = self.session.form.field(key)
        if field.bind == "family.name":
            self.top.show_family(f"{value} family" if value else self.opened.title)
        if field.safeguarding and value == "yes":
            self.autosave.save_now()
            self.safeguarding_said.emit(self.record_id)

    def _after_change(self) -> None:
        """Bring rail, problems and buttons to what the session says now."""
        self.rail.show_session(self.session)
        self._show_buttons()
        self.beside.note_change()
        view = self.pages.view
        if view is None:
            return
        shown = self.session.problems(self.session.here)
        view.show_problems([*shown, *self.session.warnings(self.session.here)])
        if self.body.summary.isVisible():
            self.body.summary.keep_true(shown)

    def _show_buttons(self) -> None:
        shown = primary(self.session, self.pages.view, self.pages.ending)
        self.body.forward.show_action(shown.words, shown.icon)
        self.body.hint.setText(shown.hint)

    def _show_help(self) -> None:
        self.beside.show_in(self.frame)

    def _show_save_state(self) -> None:
        if self.session.read_only:
            self.top.save_line.show_read_only(self.opened.why_read_only)
        elif self.opened.brought_back:
            self.top.save_line.show_brought_back(self.opened.saved_at)
        else:
            self.top.save_line.show_saved(self.opened.saved_at)

    def _on_saved(self, saved: Any) -> None:
        self._forcing = False
        self.top.save_line.show_saved(saved.at)
        self.beside.refresh()
        if dict(saved.options) != self._options:
            self._options = dict(saved.options)
            self.session.use_options(saved.options)
            view = self.pages.view
            if view is not None:
                view.refresh()

    def _on_problem_chosen(self, key: str) -> None:
        field_key, _, row_id = key.partition(" ")
        if not field_key:
            return
        section = self.session.form.section_of(field_key)
        if section.key != self.session.here:
            self.change(field_key)
        view = self.pages.view
        if view is None:
            return
        view.focus_problem(field_key, row_id or None)
        at = QApplication.focusWidget()
        if at is not None and view.isAncestorOf(at):
            self.body.bring_into_view(at)

    def _open_question(self, key: str) -> None:
        self.go(self.session.form.section_of(key).key)
        self.focus_question(key)

    def _on_given(self, key: str) -> None:
        """An editor answered another question: show that one too."""
        view = self.pages.view
        if view is not None:
            view.show_value(key, self.session.value(key))

    def _connect(self) -> None:
        self.autosave.saved.connect(self._on_saved)
        self.autosave.failed.connect(self.top.save_line.show_failed)
        self.around.given.connect(self._on_given)
        self.rail.step_chosen.connect(self.go)
        self.pages.answered.connect(self._on_answered)
        self.pages.part_changed.connect(self._show_buttons)
        self.pages.change_asked.connect(self.change)
        self.beside.change_asked.connect(self._open_question)
        self.pages.step_asked.connect(self.go)
        self.pages.finished.connect(lambda: self.finished.emit(self.record_id))
        self.top.save_line.try_again.connect(self.autosave.save_now)
        self.top.back.clicked.connect(self.leave)
        self.top.close_button.clicked.connect(self.leave)
        self.body.back.clicked.connect(self.press_back)
        self.body.forward.clicked.connect(self.press_continue)
        self.body.summary.problem_chosen.connect(self._on_problem_chosen)
        give_keys(
            self,
            forward=self.press_continue,
            back=self.press_back,
            undoing=self.undoing,
            regions=self.frame.regions,
        )
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        theme().changed.connect(self._show_help)

    def add_to_menu(self, menu: QMenu) -> None:
        """What every box of the form offers."""
        self.undoing.add_to_menu(menu)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        self.undoing.watch(now)
        if old is not None and self.isAncestorOf(old) and self.session.has_changes:
            self.autosave.save_now()
        if now is not None and self.body.isAncestorOf(now):
            inside = self.body.scroller.widget()
            if inside is not None and inside.isAncestorOf(now):
                self.body.scroller.ensureWidgetVisible(now, 0, theme().px(40))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Not a shortcut: a row that is open takes Escape first, to close itself.
        if event.key() == Qt.Key.Key_Escape and not self.covers.is_covered:
            self.press_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_help()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and not self.session.focus:
            self.body.focus_title()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.may_close())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        left = event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow()
        if left and self.session.has_changes:
            self.autosave.save_now()
