"""Brings word of each commit to the GUI thread, gathered so that a page is read anew only once."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from ehdesk.kernel.notices import Changed, Notices


class ChangeBridge(QObject):
    """Hears a desk's notices on any thread and tells the window on its own."""

    changed = Signal(object)
    """A Changed: what was committed since the last one, as one."""
    _heard = Signal(object)

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Changed] = []
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._on_timer_timeout)
        # From another thread this signal is queued; a page never hears of a change while the
        # service that makes it is still at work.
        self._heard.connect(self._on_heard)
        self._leave = notices.subscribe(self._heard.emit)

    def stop(self) -> None:
        """Hear of nothing more."""
        self._leave()
        self._timer.stop()
        self._waiting.clear()

    def _on_heard(self, changed: Changed) -> None:
        self._waiting.append(changed)
        self._timer.start()

    def _on_timer_timeout(self) -> None:
        heard, self._waiting = self._waiting, []
        if heard:
            cases = frozenset[object]().union(*(one.cases for one in heard))
            self.changed.emit(Changed(heard[-1].operation, cases))  # type: ignore[arg-type]
