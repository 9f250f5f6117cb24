"""Measures what people wait for, on the demo store: ``make bench``.

Each line is the middle and the slowest of several tries, in milliseconds, of one thing that a
person does. Compare with a run of the version before on the same computer, never with another.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ehdesk.demo.make import make_demo
from ehdesk.desk import Desk, open_desk
from ehdesk.domain.lists import CaseFilter
from ehdesk.kernel.clock import SystemClock
from ehdesk.kernel.home import Home

PASSWORD = "copper lantern meadow tram"
PLAN_CASE = "family-plan"


def main() -> int:
    """Make a demo store in a temporary folder and time everything on it."""
    parser = argparse.ArgumentParser(description="Measure what people wait for.")
    parser.add_argument("--families", type=int, default=50)
    parser.add_argument("--tries", type=int, default=9)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        began = time.perf_counter()
        make_demo(home, families=chosen.families, password=PASSWORD, clock=SystemClock())
        say(f"make a demo of {chosen.families} families", [time.perf_counter() - began])
        say("unlock", [unlock(home) for _ in range(chosen.tries)])
        with opened(home) as desk:
            for words, action in actions(desk):
                action()
                say(words, [timed(action) for _ in range(chosen.tries)])
    return 0


def actions(desk: Desk) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is timed, in words, and how it is done."""
    ids = desk.lists.case_ids(CaseFilter()).ids
    cases = [desk.cases.get(case_id) for case_id in ids]
    planned = next(c for c in cases if PLAN_CASE in dict(desk.papers.kinds(c)))
    yield "show Today", lambda: desk.lists.today(everyone=True)
    yield "list the first 64 cases", lambda: desk.lists.case_lines(ids[:64])
    yield "open a case", lambda: desk.cases.get(planned.id)
    yield "work out a case's timeline", lambda: desk.cases.timeline(planned)
    record = desk.contacts.start(planned.id)
    question = desk.forms.open(record).form.sections[0].fields[-1].key
    texts = iter(range(10_000))
    yield "open a form", lambda: desk.forms.open(record)
    yield (
        "keep an answer",
        lambda: desk.forms.save(
            record, {question: f"Call {next(texts)}"}, place="", steps_done=0, steps_total=1
        ),
    )
    yield "make the family's plan as PDF", lambda: desk.papers.build(PLAN_CASE, planned.id)
    yield "check the store", desk.check


def unlock(home: Home) -> float:
    """Seconds from the password to an open store."""
    began = time.perf_counter()
    with opened(home):
        return time.perf_counter() - began


@contextmanager
def opened(home: Home) -> Iterator[Desk]:
    """The demo store, open."""
    desk = open_desk(
        home.known_stores()[0].folder, password=PASSWORD, clock=SystemClock(), home=home
    )
    try:
        yield desk
    finally:
        desk.close()


def timed(action: Callable[[], object]) -> float:
    """Seconds that it takes."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def say(words: str, seconds: list[float]) -> None:
    """One line of the table."""
    middle, slowest = statistics.median(seconds) * 1000, max(seconds) * 1000
    sys.stdout.write(f"{words:<32}{middle:10.1f} ms{slowest:12.1f} ms\n")


if __name__ == "__main__":
    sys.exit(main())
