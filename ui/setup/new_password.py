"""After the recovery key was used: a new password, and a new key in place of the used one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import EhdeskError
from ui.kit import ask
from ui.kit.tasks import Task, run
from ui.setup.key_page import KeyPage
from ui.setup.password_page import PasswordPage
from ui.setup.setup_frame import SetupFrame
from ui.setup.step_page import StepPage

if TYPE_CHECKING:
    from ehdesk.desk import Desk


class NewPassword(SetupFrame):
    """Stopping before the password is set changes nothing: old password and key still open it."""

    done = Signal(object)
    """The Desk, as it was given."""

    def __init__(self, desk: Desk, clock: Clock) -> None:
        super().__init__("Set a new password", "Stop")
        self._desk = desk
        self._is_set = False
        self._task: Task | None = None
        self.password = PasswordPage(lambda: (desk.name, desk.user.name), "Set this password")
        self.key = KeyPage(clock)
        self.add(self.password)
        self.add(self.key)
        self.begin()

    def may_leave(self) -> bool:
        """Once the new key is there, stopping means that it cannot be shown again."""
        if self._busy or not self._is_set:
            return not self._busy
        return ask.confirm(
            self,
            "Stop before the new recovery key is safe?",
            f"{self._desk.name} opens with its new password. The used key opens it no more, and "
            "the key on this page cannot be shown again.",
            "Stop",
        )

    def _may_go_back(self, number: int) -> bool:
        return False

    def _leave(self, page: StepPage) -> None:
        if page is self.password:
            self._set()
            return
        self.key.forget()
        self.go_on()

    def _finish(self) -> None:
        self.done.emit(self._desk)

    def _set(self) -> None:
        self.set_busy("Setting the password")
        desk, password = self._desk, self.password.value()

        def set_password() -> str:
            keys, key = desk.store.keys, desk.store.key
            keys.set_password(desk.user.id, key, password)
            return keys.renew_recovery(key)

        self._task = run(set_password, on_done=self._on_set, on_failed=self._on_failed, owner=self)

    def _on_set(self, key: str) -> None:
        self._is_set = True
        self.set_busy("")
        self.key.show_key(self._desk.name, key)
        self.go_on()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy("")
        if isinstance(error, OSError):
            self.password.say_problem(f"The password was not changed: {error.strerror}.")
        elif isinstance(error, EhdeskError):
            self.password.say_problem(str(error))
        else:
            raise error
