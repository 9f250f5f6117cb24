"""What opening a screen costs with many families: ``python -m tests.bench [families]``.

Figures only, no verdict: the machine decides them. Each row is the median and the 95th
percentile of 30 runs, and the number of statements.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from sqlalchemy import event

from ehdesk.desk import Desk
from ehdesk.domain.attachment import LARGEST_FILE
from ehdesk.domain.lists import CaseFilter
from ehdesk.domain.matching import Identity
from ehdesk.domain.report import Question
from tests import attached
from tests.bench.many import many_families
from ui.kit.pictures import as_jpeg, read_picture, thumbnail


def main() -> int:
    families = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        desk = many_families(Path(folder), families)
        size = desk.store.paths.database.stat().st_size / 1e6
        print(f"{families} families, {size:.0f} MB, made in {time.perf_counter() - begun:.0f} s")  # noqa: T201
        for name, act in _acts(desk).items():
            _measure(desk, name, act)
        desk.close()
    return 0


def _acts(desk: Desk) -> dict[str, Callable[[], object]]:
    by_due = desk.lists.case_ids(CaseFilter()).ids
    case_id = by_due[len(by_due) // 2]
    record = desk.requests.start()
    child = next(person for person in desk.cases.get(case_id).children if person.date_of_birth)
    typed = Identity(child.given_name, child.family_name, date_of_birth=child.date_of_birth)
    number = iter(range(10**6))

    def save() -> object:
        return desk.forms.save(
            record,
            {"needs.worries": f"Late {next(number)} times."},
            place="needs",
            steps_done=1,
            steps_total=9,
        )

    with_files, content = desk.requests.start(), bytearray(b"x" * LARGEST_FILE)
    photo = as_jpeg(read_picture(attached.png(2400, 1600, noise=1)))
    for place in range(20):
        desk.attachments.add(with_files, f"{place}.jpg", photo)
    large = UUID(desk.attachments.add(desk.requests.start(), "x.txt", bytes(content))["id"])
    facts = desk.reports.facts()
    report = desk.reports.make(facts=facts)
    case_id_of_files = desk.forms.open(with_files).case_id

    def add() -> object:
        content[:8] = b"%08d" % next(number)
        return desk.attachments.add(desk.requests.start(), "long.txt", bytes(content))

    def thumbnails() -> object:
        files = desk.attachments.of_case(case_id_of_files)
        return [thumbnail(desk.attachments.read(f.id), f.media_type, 64) for f in files]

    return {
        "sidebar counts": desk.lists.counts,
        "Today": desk.lists.today,
        "Requests": desk.lists.inbox,
        "Requests you sent": desk.lists.requests_sent,
        "Cases: which, by due": lambda: desk.lists.case_ids(CaseFilter()),
        "Cases: which, by family": lambda: desk.lists.case_ids(CaseFilter(order="family")),
        "Cases: search": lambda: desk.lists.case_ids(CaseFilter(text="tilb rory")),
        "Cases: 64 lines": lambda: desk.lists.case_lines(by_due[:64]),
        "one case, whole": lambda: desk.cases.get(case_id),
        "who is like this child": lambda: desk.duplicates.like(typed),
        "reports: read the facts": desk.reports.facts,
        "reports: another question": lambda: desk.reports.make(
            Question("year", "west"), facts=facts
        ),
        "reports: the spreadsheet": lambda: desk.reports.sheet(report),
        "reports: the paper": lambda: desk.reports.paper(report),
        "open a form": lambda: desk.forms.open(record),
        "save an answer": save,
        "add a file of 10 MB": add,
        "read a file of 10 MB": lambda: desk.attachments.read(large),
        "open a form with 20 files": lambda: desk.forms.open(with_files),
        "20 thumbnails of photos": thumbnails,
    }


def _measure(desk: Desk, name: str, act: Callable[[], object]) -> None:
    statements: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    act()
    event.listen(desk.store.engine, "before_cursor_execute", count)
    act()
    event.remove(desk.store.engine, "before_cursor_execute", count)
    times = []
    for _ in range(30):
        begun = time.perf_counter()
        act()
        times.append((time.perf_counter() - begun) * 1000)
    median, worst = statistics.median(times), sorted(times)[28]
    print(f"{name:26} {median:8.1f} ms {worst:8.1f} ms {len(statements):4} statements")  # noqa: T201


if __name__ == "__main__":
    raise SystemExit(main())
