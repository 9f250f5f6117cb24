"""Control and Z in a form: the keys, and showing what was taken back.

The rule is in `ehdesk.forms.undoing`. Boxes have a memory of their own, which would know nothing
of the other boxes; while one has the cursor its undo keys are passed on to the form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ehdesk.forms.undoing import Change
from ui.fields.rows_editor import RowsEditor

if TYPE_CHECKING:
    from ui.wizard.wizard_page import WizardPage

SETTLES = 1000
"""Milliseconds without a change after which typing on is a change of its own."""
UNDO = ("Ctrl+Z",)
REDO = ("Ctrl+Shift+Z", "Ctrl+Y")


class PageUndo(QObject):
    """Takes changes back and makes them again, in the page that is shown or in the one it was."""

    def __init__(self, page: WizardPage) -> None:
        super().__init__(page)
        self._page = page
        self._undoing = page.session.undoing
        self._watched: QWidget | None = None
        self._pause = QTimer(self, singleShot=True, interval=SETTLES)
        self._pause.timeout.connect(self._undoing.settle)

    def note_change(self) -> None:
        """Somebody changed an answer."""
        self._pause.start()

    def settle(self) -> None:
        """The next change is one of its own."""
        self._undoing.settle()

    def watch(self, now: QWidget | None) -> None:
        """The cursor is here now."""
        self._undoing.settle()
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = now if now is not None and self._page.isAncestorOf(now) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._watched.destroyed.connect(self._forget)

    def undo(self) -> None:
        """Take back the newest change."""
        self._show(self._page.session.undo(), "Taken back")

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._show(self._page.session.redo(), "Done again")

    def add_to_menu(self, menu: QMenu) -> None:
        """Both, where they are of use."""
        for words, keys, act, can in (
            ("Undo", UNDO, self.undo, self._undoing.can_undo),
            ("Redo", REDO, self.redo, self._undoing.can_redo),
        ):
            shown = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            action = QAction(f"{words}\t{shown}", menu)
            action.setEnabled(can)
            action.triggered.connect(lambda _on=False, act=act: act())
            menu.addAction(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            if any(pressed == QKeySequence(keys) for keys in (*UNDO, *REDO)):
                event.ignore()  # not the box's own undo: the form's shortcut
                return True
        return False

    def _forget(self) -> None:
        self._watched = None

    def _show(self, change: Change | None, done: str) -> None:
        page = self._page
        if change is None or page.covers.is_covered:
            return
        page.toaster.hide()
        section = page.session.form.section_of(change.key)
        keys = [step.key for step in page.session.steps()]
        if section.key != page.session.here and section.key in keys:
            page.go(section.key)
        page.show_changed(change.key)
        self._put_cursor(change)
        label = page.session.form.field(change.key).short_label
        event = QAccessibleAnnouncementEvent(page, f"{done}: {label}")
        QAccessible.updateAccessibility(event)

    def _put_cursor(self, change: Change) -> None:
        """To the answer that changed, unless the cursor is in it already."""
        view = self._page.pages.view
        if view is None or not self._page.session.is_shown(change.key):
            return
        question = view.questions.get(change.key)
        if question is None:
            return
        place: QWidget = question
        editor = question.editor
        row_id = change.row_id
        if isinstance(editor, RowsEditor) and row_id in {row.row_id for row in editor.rows}:
            place = editor.row_view(str(row_id))
        at = QApplication.focusWidget()
        if at is None or not place.isAncestorOf(at):
            question.focus_problem(row_id)
        at = QApplication.focusWidget()
        if at is not None and question.isAncestorOf(at):
            self._page.body.bring_into_view(at)
