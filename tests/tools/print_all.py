"""Prints every document of a demo store through the command line, as a school's IT staff would.

The store is made and listed by the installed program; the some hundred prints are given to the
same command line in this process, which need not start that often.

``python -m tests.tools.print_all FOLDER`` leaves the PDFs in FOLDER for the slower checks of the
build. With poppler here it also reads each family plan back and looks for every word of it. It
leaves with 1 when a word is missing or a kind of document could not be printed for any case.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from ehdesk import cli
from ehdesk.desk import open_desk
from ehdesk.documents.catalogue import DOCUMENTS
from ehdesk.kernel.clock import SystemClock
from ehdesk.kernel.files import write_whole
from ehdesk.kernel.home import Home
from ehdesk.services import desk_papers

PASSWORD = "copper lantern meadow tram"
PLAN = "family-plan"


class CommandFailed(Exception):
    """The command line left with another code than was expected; the text is what it said."""


def main() -> int:
    """Make the demo store, print, read back."""
    parser = argparse.ArgumentParser(description="Print every document of a demo store.")
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        started(home, "demo")
        kinds = [line.split()[0] for line in started(home, "print", "--list").splitlines()]
        references = [case["reference"] for case in json.loads(started(home, "cases", "--json"))]
        alone = print_desk_papers(home, folder)
        printed = [
            (kind, reference, folder / f"{kind}-{reference}.pdf")
            for kind in kinds
            for reference in references
            if print_one(home, kind, reference, folder / f"{kind}-{reference}.pdf")
        ]
        faults = [
            f"{kind}: no case of the demo has it"
            for kind in kinds
            if kind not in {made for made, _, _ in printed}
        ]
        made = alone | {document_of(kind) for kind, _, _ in printed}
        faults += [f"{kind}: nothing printed it" for kind in DOCUMENTS if kind not in made]
        if shutil.which("pdftotext"):
            for kind, reference, file in printed:
                if kind == PLAN:
                    case = json.loads(ehdesk(home, "show", reference, "--json"))
                    faults += [f"{file.name}: “{word}” is missing" for word in lost(case, file)]
    sys.stdout.write(
        f"{len(printed)} documents printed from {len(references)} cases, "
        f"and {len(alone)} kinds that belong to no one case\n"
    )
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0


def document_of(kind: str) -> str:
    """The document that prints a kind of paper: a form in full has no kind of its own there."""
    return kind if kind in DOCUMENTS else "form"


def print_desk_papers(home: Path, folder: Path) -> set[str]:
    """Print what belongs to no case or to many, as the window does; the kinds that were made."""
    store = next(home.glob("stores/*.ehdesk"))
    desk = open_desk(store, password=PASSWORD, clock=SystemClock(), home=Home(home))
    try:
        papers = {
            "report": desk.reports.paper(desk.reports.make()),
            "digest": desk.digest.make(),
            "cover": desk.cover.make(desk.user.id).pdf,
        }
        given = desk.advice.contacts()[0].id
        others = [one.user.id for one in desk.users.everyone() if one.user.id != desk.user.id]
        held = desk.supervision.begin(others[0])
        for kind in desk_papers.KINDS:
            papers[kind] = desk.desk_papers.make(kind, given, supervision_id=held).pdf
        for meeting in desk.hub.meetings()[:1]:
            papers["hub-agenda"] = desk.hub.agenda(meeting.held_on)
    finally:
        desk.close()
    for kind, pdf in papers.items():
        write_whole(folder / f"{kind}.pdf", pdf)
    return set(papers)


def print_one(home: Path, kind: str, reference: str, file: Path) -> bool:
    """Print one document; False when the case does not have it yet."""
    ehdesk(home, "print", kind, reference, "--out", str(file), may_say_no=True)
    return file.exists()


def lost(case: dict[str, Any], file: Path) -> list[str]:
    """Words of the plan that poppler does not find in the paper."""
    told = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(file), "-"], capture_output=True, check=True
    ).stdout.decode("utf-8")
    there = set(words(told))
    texts = [case["family"]["name"]]
    for outcome in case["plan"]:
        texts += [outcome["title"], outcome["words"], outcome["words_by"]]
        texts += [a["what"] for a in outcome["actions"] if a["progress"] != "dropped"]
    return [word for text in texts for word in words(text or "") if word not in there]


def words(text: str) -> list[str]:
    """The words of a text, without the punctuation around them."""
    return re.findall(r"\w+", text.replace("\u00ad", ""))


def started(home: Path, *arguments: str) -> str:
    """What the installed program says.

    :raises CommandFailed: when it left with anything but 0.
    """
    run = subprocess.run(
        [str(Path(sys.executable).with_name("ehdesk")), "--home", str(home), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=_environment(),
        check=False,
    )
    if run.returncode != cli.DONE:
        raise CommandFailed(f"ehdesk {' '.join(arguments)}: {run.returncode}\n{run.stderr}")
    return run.stdout


def ehdesk(home: Path, *arguments: str, may_say_no: bool = False) -> str:
    """What the command line says.

    :raises CommandFailed: when it left with anything but 0, or 1 where that may be.
    """
    said, wrong = io.StringIO(), io.StringIO()
    code = cli.main(
        ["--home", str(home), *arguments], environment=_environment(), out=said, err=wrong
    )
    if code not in ((cli.DONE, cli.NO) if may_say_no else (cli.DONE,)):
        raise CommandFailed(f"ehdesk {' '.join(arguments)}: {code}\n{wrong.getvalue()}")
    return said.getvalue()


def _environment() -> dict[str, str]:
    return {**os.environ, "EHDESK_PASSWORD": PASSWORD}


if __name__ == "__main__":
    sys.exit(main())
