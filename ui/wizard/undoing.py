"""Control and Z in a form: the keys, and showing what was taken back.

The rule is in `ehdesk.forms.undoing`. Boxes have a memory of their own, which would know nothing
of the other boxes; while one has the cursor its undo keys are passed on to the form.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ehdesk.forms.session import FormSession
from ehdesk.forms.undoing import Change
from ui.fields.rows_editor import RowsEditor
from ui.wizard.covers import Covers
from ui.wizard.page_body import PageBody
from ui.wizard.step_pages import StepPages

SETTLES = 1000
"""Milliseconds without a change after which typing on is a change of its own."""
UNDO = ("Ctrl+Z",)
REDO = ("Ctrl+Shift+Z", "Ctrl+Y")


class PageUndo(QObject):
    """Takes changes back and makes them again, in the page that is shown or in the one it was."""

    def __init__(
        self,
        session: FormSession,
        pages: StepPages,
        body: PageBody,
        covers: Covers,
        show: Callable[[str], None],
        page: QWidget,
    ) -> None:
        """``show`` brings the answer to a question on to the page, in whichever step it is."""
        super().__init__(page)
        self._session, self._undoing = session, session.undoing
        self._pages, self._body, self._covers = pages, body, covers
        self._show_answer = show
        self._page = page
        self._watched: QWidget | None = None
        self._pause = QTimer(self, singleShot=True, interval=SETTLES)
        self._pause.timeout.connect(self._undoing.settle)

    def note_change(self) -> None:
        """Somebody changed an answer."""
        self._pause.start()

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
        if not self._covers.is_covered:
            self._show(self._session.undo(), "Taken back")

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        if not self._covers.is_covered:
            self._show(self._session.redo(), "Done again")

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
        if change is None:
            return
        self._show_answer(change.key)
        self._put_cursor(change)
        label = self._session.form.field(change.key).short_label
        event = QAccessibleAnnouncementEvent(self._page, f"{done}: {label}")
        QAccessible.updateAccessibility(event)

    def _put_cursor(self, change: Change) -> None:
        """To the answer that changed, unless the cursor is in it already."""
        view = self._pages.view
        if view is None or not self._session.is_shown(change.key):
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
            self._body.bring_into_view(at)
