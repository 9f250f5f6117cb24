"""Work that would hold up the window, done on another thread; its outcome comes back to this one.

    self._task = run(lambda: documents.family_plan(case), on_done=self._show,
                     on_failed=self._explain, owner=self)

Everything a person waits for (documents, backups, imports) goes through here.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThread, QThreadPool, Signal
from shiboken6 import isValid

T = TypeVar("T")


class Cancelled(Exception):
    """Raised inside a job by its ``Report`` once nobody wants the outcome any more."""


@dataclass(frozen=True)
class _Waiting:
    """Who waits for an outcome, and what they do with it."""

    owner: QObject
    on_done: Callable[[Any], object]
    on_failed: Callable[[Exception], object]
    on_progress: Callable[[int, int], object] | None


class Task:
    """One job under way. It is dropped when it is cancelled or when its owner is destroyed:
    then none of its functions is called any more, and its next report ends the job."""

    def __init__(self, waiting: _Waiting) -> None:
        # Let go of as soon as the outcome is there, so that no cycle of widgets is left to be
        # collected, perhaps on the wrong thread.
        self._waiting: _Waiting | None = waiting

    @property
    def is_wanted(self) -> bool:
        """Whether anyone still waits for its outcome."""
        waiting = self._waiting
        return waiting is not None and isValid(waiting.owner)

    def cancel(self) -> None:
        """Drop it: neither ``on_done`` nor ``on_failed`` will be called."""
        self._waiting = None

    def deliver(self, what: str, value: Any) -> None:
        """Hand over what the job sent; called on the GUI thread, by this module only."""
        waiting = self._waiting if self.is_wanted else None
        if what != "progress":
            self._waiting = None
        if waiting is None:
            return
        if what == "done":
            waiting.on_done(value)
        elif what == "failed":
            waiting.on_failed(value)
        elif waiting.on_progress is not None:
            waiting.on_progress(*value)


class Report:
    """What a job with progress is given: ``report(3, 10)`` is three of ten. Raises Cancelled."""

    def __init__(self, send: Callable[[str, Any], None], task: Task) -> None:
        self._send = send
        self._task = task

    def __call__(self, done: int, total: int) -> None:
        self.check()
        self._send("progress", (done, total))

    def check(self) -> None:
        """Raise Cancelled when nobody waits for the outcome any more."""
        if not self._task.is_wanted:
            raise Cancelled


class _Relay(QObject):
    """Carries what jobs send to the GUI thread. One for the whole run of the application, so that
    no thread ever destroys a QObject of another."""

    sent = Signal(object, str, object)

    def __init__(self) -> None:
        super().__init__()
        self.sent.connect(self._on_sent)

    def _on_sent(self, job: _Job, what: str, value: Any) -> None:
        if what != "progress":
            _under_way.discard(job)
            if not _under_way:
                gc.enable()
        job.task.deliver(what, value)


class _Job(QRunnable):
    """The half on the other thread. Never a QObject as well: the two have different owners."""

    def __init__(self, work: Callable[[], Any], task: Task, relay: _Relay) -> None:
        super().__init__()
        self.setAutoDelete(False)  # _under_way keeps it, until its outcome has come back
        self.work = work
        self.task = task
        self._relay = relay

    def run(self) -> None:
        try:
            if not self.task.is_wanted:
                raise Cancelled
            self.send("done", self.work())
        except Cancelled:
            self.send("cancelled", None)
        except Exception as problem:
            self.send("failed", problem)

    def send(self, what: str, value: Any) -> None:
        if isValid(self._relay):  # else the application has ended, and nobody waits
            self._relay.sent.emit(self, what, value)


_under_way: set[_Job] = set()
_relays: list[_Relay] = []


def run(
    job: Callable[..., T],
    *,
    on_done: Callable[[T], object],
    on_failed: Callable[[Exception], object],
    on_progress: Callable[[int, int], object] | None = None,
    owner: QObject,
) -> Task:
    """Do ``job`` on another thread, then ``on_done`` or ``on_failed`` on the GUI thread.

    With ``on_progress`` the job is given a ``Report`` to call now and then; without, nothing.
    ``owner`` is whoever waits: once it is destroyed, nothing is called any more.
    """
    if not QThread.isMainThread():
        raise RuntimeError("a task is started from the GUI thread")
    if not _relays:
        _relays.append(_Relay())
    task = Task(_Waiting(owner, on_done, on_failed, on_progress))
    relay = _relays[0]
    carrier = _Job(job, task, relay)
    if on_progress is not None:
        report = Report(carrier.send, task)
        carrier.work = lambda: job(report)
    _under_way.add(carrier)
    # Python collects cycles on whichever thread happens to allocate, and a widget that is part of
    # one must never be destroyed on another thread than its own. So nothing is collected while
    # a job runs; what has gathered goes at the next collection after the last outcome is back.
    gc.disable()
    QThreadPool.globalInstance().start(carrier)
    return task


def wait_for_tasks(milliseconds: int = 10_000) -> bool:
    """Wait until no job runs, as before a store is closed; False when some still do."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)
