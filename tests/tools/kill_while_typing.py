"""Kills the window while somebody types, again and again, and looks what is left.

``python -m tests.tools.kill_while_typing --rounds 50``. Each round types into a form of the real
window, every other one into a small page that keeps a draft, kills the process with no warning,
opens the store again and compares: everything typed more than 2 seconds before the end must be
there, and the store must be sound.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from ehdesk.desk import open_desk
from ehdesk.kernel.clock import SystemClock
from ehdesk.kernel.home import Home
from tests.desks import PASSWORD, new_desk
from tests.tools.typist import TEXT

ALLOWED = 2.0  # seconds of typing that a crash may take


@dataclass(frozen=True)
class Round:
    """What one crash left: letters typed in all, letters that had to be there, letters there."""

    typed: int
    owed: int
    kept: int
    problems: tuple[str, ...]

    @property
    def is_good(self) -> bool:
        return self.kept >= self.owed and not self.problems


def kill_rounds(folder: Path, rounds: int, seed: int = 1) -> list[Round]:
    """Do it ``rounds`` times, each with a fresh form in the same store."""
    chance = random.Random(seed)  # noqa: S311 (when to kill, no secret)
    desk = new_desk(folder, SystemClock())
    store = desk.store.paths.folder
    desk.close()
    return [
        _round(Home(folder), store, chance.uniform(2.5, 4.5), small=bool(number % 2))
        for number in range(rounds)
    ]


def _round(home: Home, store: Path, seconds: float, *, small: bool) -> Round:
    desk = open_desk(store, password=PASSWORD, clock=SystemClock(), home=home)
    record = desk.requests.start()
    desk.forms.save(record, {"needs.worries": ""}, place="needs", steps_done=0, steps_total=9)
    case = desk.forms.open(record).case_id
    desk.close()
    where = ("withdrawal", case) if small else ("wizard", record)
    told = _type_and_kill(home, where, seconds)
    ended = told[-1][0]
    owed = max((letters for at, letters in told if at <= ended - ALLOWED), default=0)
    desk = open_desk(store, password=PASSWORD, clock=SystemClock(), home=home)
    if small:
        draft = desk.drafts.get(case, "withdrawal")
        kept = str(draft.typed["how"]) if draft else ""
    else:
        kept = str(desk.forms.open(record).values["needs.worries"])
    problems = list(desk.check())
    desk.close()
    whole = TEXT * (len(kept) // len(TEXT) + 1)
    if not whole.startswith(kept):
        problems.append("what is there is not what was typed")
    return Round(told[-1][1], owed, len(kept), tuple(problems))


def _type_and_kill(home: Home, where: tuple[str, UUID], seconds: float) -> list[tuple[float, int]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.tools.typist", str(home.root), *map(str, where)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"EHDESK_PASSWORD": PASSWORD},
    )
    if process.stdout is None:
        raise RuntimeError("no way to hear the typist")
    told: list[tuple[float, int]] = []
    until: float | None = None
    for line in process.stdout:
        at, letters = line.split()
        told.append((float(at), int(letters)))
        until = until or time.time() + seconds
        if time.time() >= until:
            break
    process.kill()
    for line in process.stdout:
        if line.endswith("\n") and len(line.split()) == 2:
            told.append((float(line.split()[0]), int(line.split()[1])))
    process.wait()
    process.stdout.close()
    if not told:
        raise RuntimeError("the typist never typed")
    return told


def main() -> int:
    parser = argparse.ArgumentParser(description="Kill the window while somebody types.")
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rounds = kill_rounds(Path(folder) / "home", chosen.rounds, chosen.seed)
    good = sum(one.is_good for one in rounds)
    lost = max(one.typed - one.kept for one in rounds)
    for one in rounds:
        if not one.is_good:
            sys.stdout.write(
                f"  typed {one.typed}, owed {one.owed}, kept {one.kept}, {one.problems}\n"
            )
    sys.stdout.write(
        f"{good} of {len(rounds)} crashes lost nothing typed more than 2 seconds before; "
        f"the most lost was {lost} letters\n"
    )
    return 0 if good == len(rounds) else 1


if __name__ == "__main__":
    raise SystemExit(main())
