"""The first page of every day: choose a store and unlock it (picture 01). It is also the lock."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

import ehdesk
from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.home import Home, KnownStore
from ehdesk.store.attempts import Attempts
from ehdesk.store.errors import NotARecoveryKey, WrongPassword
from ehdesk.store.paths import StorePaths
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.empty_state import EmptyState
from ui.kit.labels import Label
from ui.kit.tasks import Task, run
from ui.theme import theme
from ui.unlock.doors import Doors, Opened
from ui.unlock.password_form import PasswordForm
from ui.unlock.path_panel import PathPanel
from ui.unlock.recovery_form import RecoveryForm
from ui.unlock.store_cards import StoreCards
from ui.unlock.store_trouble import StoreTrouble

_COLUMN = 560
_SAVED = "Everything is saved. You come back to where you were."
_NOT_SAVED = (
    "What was typed last is not saved yet. Unlock to save it, "
    "and do not close this window or turn the computer off before."
)


class UnlockPage(QWidget):
    """Shows no name of any family. Where several people use a store it lists theirs, as they stand
    in its key file, so that one can say whose password it is; the lock shows none.

    :param locked: only this store, which is open behind the page.
    :param unsaved: something behind the page is not in the store yet.
    """

    unlocked = Signal(object)
    """What the door gave."""
    recovered = Signal(object, object)
    """What the door gave to the recovery key, and the store's folder: ask for a new password."""
    create_chosen = Signal()
    restore_chosen = Signal()

    def __init__(
        self,
        home: Home,
        clock: Clock,
        doors: Doors,
        appearance: QMenu,
        *,
        locked: KnownStore | None = None,
        unsaved: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._home, self._clock, self._doors = home, clock, doors
        self._locked = locked
        self._unsaved = unsaved
        self._appearance = appearance
        self._attempts = Attempts(home.root / "attempts.json", clock)
        self._task: Task | None = None
        self._password = ""
        self.panel = PathPanel()
        self._title = Label("", "wizard_title")
        self._support = Label("", "input", "text2")
        self.cards = StoreCards()
        self.trouble = StoreTrouble()
        self.form = PasswordForm()
        self.recovery = RecoveryForm()
        self.another = Button("Open another store", "quiet", "folder-open")
        self.create_ = Button("Create a store", "quiet", "plus")
        self.restore = Button("Restore a backup", "quiet", "history")
        self._lay_out()
        self._connect()
        self.read_stores()

    def read_stores(self, choose: Path | None = None) -> None:
        """Look again which stores there are; choose one, or the one opened last."""
        known = (self._locked,) if self._locked else self._home.known_stores()
        some = bool(known)
        self.cards.show_stores(known, self._home.root, self._clock.today())
        self.cards.choose(choose)
        self.cards.setVisible(some and self._locked is None)
        self.form.setVisible(some)
        self._empty.setVisible(not some)
        self._title.setVisible(some)
        self._support.setVisible(some)
        if self._locked:
            self._title.setText(f"{self._locked.name} is locked")
            self._support.setText(_NOT_SAVED if self._unsaved else _SAVED)
        else:
            several = len(known) > 1
            self._title.setText("Choose a store" if several else "Unlock your store")
            pick = "Pick one, then unlock it." if several else "Its password opens it."
            self._support.setText(f"A store holds one team’s cases. {pick}")
        for button in (self.another, self.create_, self.restore):
            button.setVisible(self._locked is None)
        self._rule.setVisible(some and self._locked is None)
        self.create_.setVisible(some and self._locked is None)
        self._on_store_chosen()

    @property
    def is_empty(self) -> bool:
        """Whether there is no store to choose."""
        return not self._empty.isHidden()

    def focus_start(self) -> None:
        """The keyboard goes to the password."""
        if not self.form.isHidden():
            self.form.input.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme().px(980)
        self.panel.setFixedWidth(max(380, round(self.width() * 0.375)))
        self.panel.setVisible(wide)

    def _on_store_chosen(self) -> None:
        store = self.cards.store()
        self.trouble.hide()
        self._stack.setCurrentWidget(self._front)
        if store is not None:
            self.form.set_store(store.name)
            self.form.set_people(() if self._locked else _people(store.folder))
            self.recovery.set_store(store.name)
            self._show_wait(store)

    def _on_tried(self, password: str) -> None:
        store = self.cards.store()
        if store is None or self._show_wait(store):
            return
        self._password = password
        who = self._chosen_person()
        self.trouble.hide()
        self._begin(lambda: self._doors.with_password(store.folder, password, who), self._on_opened)

    def _on_read_only(self) -> None:
        store = self.cards.store()
        if store is not None:
            password, who = self._password, self._chosen_person()
            self._begin(
                lambda: self._doors.to_read_only(store.folder, password, who), self._on_opened
            )

    def _chosen_person(self) -> UUID | None:
        """Whose password it is; None when nobody was chosen, and then it may be anyone's."""
        chosen = self.form.who.value()
        return UUID(chosen) if chosen else None

    def _on_recovery_tried(self, typed: str) -> None:
        store = self.cards.store()
        if store is not None:
            self._begin(
                lambda: self._doors.with_recovery_key(store.folder, typed), self._on_recovered
            )

    def _begin(self, job: Callable[[], Opened], on_done: Callable[[Opened], object]) -> None:
        self.form.set_busy(True)
        self.recovery.set_busy(True)
        self.cards.setEnabled(False)
        self._task = run(job, on_done=on_done, on_failed=self._on_failed, owner=self)

    def _end(self) -> None:
        self.form.set_busy(False)
        self.recovery.set_busy(False)
        self.cards.setEnabled(True)

    def _on_opened(self, opened: Opened) -> None:
        self._end()
        self._forget_tries()
        self.unlocked.emit(opened)

    def _on_recovered(self, opened: Opened) -> None:
        self._end()
        store = self._forget_tries()
        self._stack.setCurrentWidget(self._front)
        self.recovered.emit(opened, store.folder if store else None)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        store = self.cards.store()
        recovering = self._stack.currentWidget() is self.recovery
        if not isinstance(error, EhdeskError) or store is None:
            raise error
        if isinstance(error, WrongPassword | NotARecoveryKey) and recovering:
            self.recovery.show_wrong(f"{error.title}. {error.what_to_do}")
        elif isinstance(error, WrongPassword):
            key = _store_id(store.folder)
            wait = self._attempts.was_wrong(key)
            self.form.show_wrong(error.title, self._attempts.wrong_so_far(key), wait)
        else:
            self._stack.setCurrentWidget(self._front)
            self.trouble.show_error(error)

    def _forget_tries(self) -> KnownStore | None:
        store = self.cards.store()
        self.form.clear()
        self._password = ""
        if store is not None:
            self._attempts.was_right(_store_id(store.folder))
        return store

    def _show_wait(self, store: KnownStore) -> bool:
        """Whether one has to wait before the next try; then the form counts it down."""
        try:
            wait = self._attempts.seconds_to_wait(_store_id(store.folder))
        except EhdeskError:
            return False  # the try will say what is wrong with it
        self.form.set_wait(wait)
        return wait > 0

    def _on_another(self) -> None:
        folder = ask.ask_folder(self, "Open another store: choose its folder")
        if folder is not None:
            self._home.remember(folder, self._clock.now())
            self.read_stores(folder)
            self.focus_start()

    def _on_forgotten(self) -> None:
        self._stack.setCurrentWidget(self.recovery)
        self.recovery.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_recovery_left(self) -> None:
        self._stack.setCurrentWidget(self._front)
        self.focus_start()

    def _on_display(self) -> None:
        at = self._display.mapToGlobal(QPoint(0, 0))
        size = self._appearance.sizeHint()
        self._appearance.popup(at + QPoint(self._display.width() - size.width(), -size.height()))

    def _connect(self) -> None:
        self.cards.value_changed.connect(self._on_store_chosen)
        self.form.tried.connect(self._on_tried)
        self.form.forgotten.connect(self._on_forgotten)
        self.recovery.tried.connect(self._on_recovery_tried)
        self.recovery.left.connect(self._on_recovery_left)
        self.trouble.read_only_chosen.connect(self._on_read_only)
        self.trouble.restore_chosen.connect(self.restore_chosen)
        self.trouble.another_chosen.connect(self._on_another)
        self.trouble.retry_chosen.connect(lambda: self._on_tried(self._password))
        self.another.clicked.connect(self._on_another)
        self.create_.clicked.connect(self.create_chosen)
        self._first.clicked.connect(self.create_chosen)
        self.restore.clicked.connect(self.restore_chosen)
        self._display.clicked.connect(self._on_display)

    def _lay_out(self) -> None:
        px = theme().px
        self._first = Button("Create a store", "primary", "plus", "large")
        self._empty = EmptyState(
            "hard-drive",
            "No stores on this computer yet",
            "A store holds one team’s cases, encrypted, in one folder.",
            self._first,
        )
        self._rule = QFrame()
        self._rule.setObjectName("rule")
        self._rule.setFixedHeight(1)
        ways = QHBoxLayout()
        ways.setSpacing(px(4))
        ways.addSpacing(-px(22))  # their words, not their edges, stand under what is above
        for button in (self.another, self.create_, self.restore):
            ways.addWidget(button)
        ways.addStretch()
        self._front = QWidget()
        front = QVBoxLayout(self._front)
        front.setContentsMargins(0, 0, 0, 0)
        front.setSpacing(px(26))
        titles = QVBoxLayout()
        titles.setSpacing(px(6))
        titles.addWidget(self._title)
        titles.addWidget(self._support)
        front.addLayout(titles)
        for widget in (self._empty, self.cards, self.trouble, self.form, self._rule):
            front.addWidget(widget)
        front.addLayout(ways)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._front)
        self._stack.addWidget(self.recovery)
        column = QWidget()
        column.setObjectName("scrolled")
        column.setMaximumWidth(px(_COLUMN) + px(64))
        inside = QVBoxLayout(column)
        inside.setContentsMargins(px(32), px(32), px(32), px(32))
        inside.addStretch(3)
        inside.addWidget(self._stack)
        inside.addStretch(4)
        inside.addLayout(self._foot())
        holder = QWidget()
        holder.setObjectName("scrolled")
        middle = QHBoxLayout(holder)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(column, 100)
        middle.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addWidget(scroll, 1)

    def _foot(self) -> QHBoxLayout:
        self._display = Button("Accessibility and display", "plain")
        words = f"Version {ehdesk.__version__}  ·  Locks itself after 15 minutes"
        foot = QHBoxLayout()
        foot.addWidget(Label(words, "help", "text3"), 1)
        foot.addWidget(self._display)
        return foot


def _store_id(folder: Path) -> UUID:
    """By which its wrong tries are counted.

    :raises EhdeskError: when the folder holds no keys that can be read.
    """
    from ehdesk.store import keys  # not before the window is there: it loads the ciphers

    return keys.read(StorePaths(folder).keys).info.id


def _people(folder: Path) -> tuple[tuple[str, str], ...]:
    """Who can open the store with a password, as (key, name) pairs by name; nobody when its keys
    cannot be read, which the try will say."""
    from ehdesk.store import keys  # not before the window is there: it loads the ciphers

    try:
        users = keys.read(StorePaths(folder).keys).users
    except EhdeskError:
        return ()
    return tuple(sorted(((str(user.id), user.name) for user in users), key=lambda one: one[1]))
