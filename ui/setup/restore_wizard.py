"""A store from a backup, in three steps; the store in use is never touched."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ehdesk.forms.spec import Help
from ehdesk.kernel.clock import Clock, local
from ehdesk.kernel.dates import say_date, say_time
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.home import Home
from ehdesk.store.errors import WrongPassword
from ehdesk.store.paths import BACKUP_SUFFIX, StorePaths
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.option_card import OptionCards
from ui.kit.password_input import PasswordInput
from ui.kit.tasks import Report, Task, run
from ui.setup.ready_page import ReadyPage
from ui.setup.setup_frame import SetupFrame
from ui.setup.step_page import StepPage
from ui.theme import theme

_SHOWN = 6


class BackupPage(StepPage):
    """One of the automatic backups of this computer's stores, or a file from elsewhere."""

    def __init__(self, home: Home, clock: Clock) -> None:
        super().__init__(
            "Backup",
            "Which backup?",
            "A backup is one file that ends in .ehbackup. It becomes a store of its own beside "
            "those you have.",
        )
        self._clock = clock
        self.chosen: Path | None = None
        self.offers = OptionCards(columns=1)
        self.another = Button("Choose a file", "secondary", "folder-open")
        self.another.clicked.connect(self._on_another)
        self._file = Label("", "body_strong")
        self.offers.value_changed.connect(self._on_offer)
        found = _automatic(home)[:_SHOWN]
        self.offered = tuple(str(path) for path in found)
        self.offers.set_options([(str(path), path.stem, self._made(path)) for path in found])
        card = Card("Backups made on this computer")
        card.setVisible(bool(found))
        card.body.addWidget(self.offers)
        other = Card("A backup from somewhere else")
        row = QHBoxLayout()
        row.setSpacing(theme().px(14))
        row.addWidget(self.another)
        row.addWidget(self._file, 1)
        other.body.addLayout(row)
        self.body.addWidget(card)
        self.body.addWidget(other)

    def choose(self, path: Path) -> None:
        """This file."""
        self.chosen = path
        self._file.setText("" if self.offers.value() else path.name)
        self.changed.emit()

    def problems(self) -> list[tuple[str, str]]:
        return [] if self.chosen else [("", "Choose a backup")]

    def line(self) -> str:
        return self.chosen.stem if self.chosen else ""

    def help(self) -> tuple[Help, ...]:
        return (
            Help("What is restored?", "All that was in the store when the backup was made."),
            Help("What happens to my store?", "Nothing. It stays as it is, damaged or not."),
        )

    def _on_offer(self) -> None:
        self.choose(Path(self.offers.value()))

    def _on_another(self) -> None:
        path = ask.ask_open_path(self.window(), "Choose a backup", f"Backups (*{BACKUP_SUFFIX})")
        if path is not None:
            self.offers.set_value("")
            self.choose(path)

    def _made(self, path: Path) -> str:
        from ehdesk.store.backups import made_at

        made = made_at(path)
        if made is None:
            return ""
        return f"{say_date(local(made).date(), self._clock.today())}, {say_time(made)}"


class BackupPasswordPage(StepPage):
    """The password that the store had on the day of the backup."""

    def __init__(self) -> None:
        super().__init__(
            "Password",
            "The password of that day",
            "It is used to check every page of the backup before the store appears.",
            "Restore",
        )
        self.password = PasswordInput()
        row = FieldRow(
            "Password", "The one that opened the store when the backup was made.", self.password
        )
        card = Card()
        card.body.addWidget(row)
        self.point_to("password", row)
        self.body.addWidget(card)

    def problems(self) -> list[tuple[str, str]]:
        return [] if self.password.value() else [("password", "Enter the password")]

    def line(self) -> str:
        return "Right"

    def help(self) -> tuple[Help, ...]:
        return (
            Help(
                "Lost the password?",
                "Restore needs it. If you have the recovery key, open the store with it first "
                "and set a new password.",
            ),
        )


class RestoreView(SetupFrame):
    """Restoring can be stopped while it runs; nothing of it is kept then."""

    restored = Signal(object)
    """The folder of the new store."""

    def __init__(self, home: Home, clock: Clock) -> None:
        super().__init__("Restore a backup", "Stop")
        self._home, self._clock = home, clock
        self._folder: Path | None = None
        self._task: Task | None = None
        self.backup = BackupPage(home, clock)
        self.password = BackupPasswordPage()
        self.ready = ReadyPage(
            "The backup is restored",
            "It is a store of its own. The one you had is as it was.",
            "Unlock it",
        )
        for page in (self.backup, self.password, self.ready):
            self.add(page)
        self.begin()

    def may_leave(self) -> bool:
        return not self._busy

    def _may_go_back(self, number: int) -> bool:
        return number > 0 and self._folder is None

    def _leave(self, page: StepPage) -> None:
        if page is self.password:
            self._restore()
        else:
            self.go_on()

    def _finish(self) -> None:
        self.restored.emit(self._folder)

    def _restore(self) -> None:
        source, clock = self.backup.chosen, self._clock
        into, password = self._home.stores_folder, self.password.password.value()
        if source is None:
            return
        self.set_busy("Restoring")

        def restore(report: Report) -> Path:
            from ehdesk.store import backups

            return backups.restore(
                source,
                into,
                clock,
                password=password,
                progress=lambda part: report(round(part * 100), 100),
            )

        self._task = run(
            restore,
            on_done=self._on_restored,
            on_failed=self._on_failed,
            on_progress=lambda done, _total: self.forward.setText(f"Restoring, {done} %"),
            owner=self,
        )

    def _on_restored(self, folder: Path) -> None:
        self._folder = folder
        self.set_busy("")
        self.password.password.clear()
        self._home.remember(folder, self._clock.now())
        self.ready.show_done((f"Restored as “{folder.stem}”", "Every page of it was checked"))
        self.go_on()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy("")
        if not isinstance(error, EhdeskError):
            raise error
        if isinstance(error, WrongPassword):
            self.password.show_problems([("password", error.title)])
        else:
            self.password.say_problem(str(error))


def _automatic(home: Home) -> list[Path]:
    """The automatic backups of the stores that are known here, newest first."""
    from ehdesk.store.backups import automatic_ones

    found = [
        path
        for store in home.known_stores()
        if store.folder.is_dir()
        for path in automatic_ones(StorePaths(store.folder))
    ]
    return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)
