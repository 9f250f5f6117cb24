"""The command line for IT staff and scripts. No Qt, no traceback, stable words.

Exit codes: 0 done, 1 the answer is no, 2 wrong use or cannot be done (the message on standard
error).
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path
from typing import Any, TextIO

from ehdesk.kernel.clock import Clock, SystemClock
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.home import Home

DONE, NO, CANNOT = 0, 1, 2

COMMANDS = (
    *("demo", "cases", "show", "report", "print", "digest"),
    *("check", "backup", "restore", "forms"),
)


class WrongUse(EhdeskError):
    """The command was not given what it needs."""


@dataclass
class Run:
    """One call of the command line."""

    home: Home
    clock: Clock
    environment: Mapping[str, str]
    out: TextIO
    err: TextIO
    arguments: argparse.Namespace

    def say(self, text: str = "") -> None:
        self.out.write(text + "\n")

    def say_json(self, value: Any) -> None:
        self.say(json.dumps(value, ensure_ascii=False, indent=2, default=str))

    def password(self, store: str, *, needed: bool = True) -> str | None:
        """From ``EHDESK_PASSWORD``, ``--password-file`` or a prompt, never from an argument.

        :raises WrongUse: when there is none and nobody to ask.
        """
        given = self.environment.get("EHDESK_PASSWORD")
        file = self.arguments.password_file
        if file:
            given = _first_line(Path(file))
        if given:
            return given
        if sys.stdin is not None and sys.stdin.isatty():
            return getpass(f"Password for {store}: ")
        if needed:
            raise WrongUse(
                f"The password of {store} is needed",
                "",
                "Set EHDESK_PASSWORD or give --password-file.",
            )
        return None

    def store(self) -> Path:
        """The store that is meant: named by ``--store``, or the only one there is.

        :raises WrongUse: when there is none, or several and none was named.
        """
        known = [store for store in self.home.known_stores() if store.folder.is_dir()]
        wanted = self.arguments.store
        if wanted:
            for store in known:
                if wanted in (store.name, str(store.folder)):
                    return store.folder
            if Path(wanted).is_dir():
                return Path(wanted)
            raise WrongUse(f"There is no store called “{wanted}”", "", _listed(known))
        if len(known) == 1:
            return known[0].folder
        if not known:
            raise WrongUse("There is no store here yet", "", "Make one, or try “ehdesk demo”.")
        raise WrongUse("There are several stores", "", f"Say which with --store. {_listed(known)}")


def _first_line(file: Path) -> str:
    """:raises WrongUse: when the file cannot be read or holds no password."""
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, ValueError):
        raise WrongUse(f"The password file {file} cannot be read") from None
    if not lines or not lines[0]:
        raise WrongUse(f"The password file {file} is empty")
    return lines[0]


def _listed(known: Sequence[Any]) -> str:
    return "Stores: " + ", ".join(store.name for store in known) if known else "There are none."


def main(
    argv: Sequence[str],
    *,
    clock: Clock | None = None,
    environment: Mapping[str, str] = os.environ,
    out: TextIO | None = None,
    err: TextIO | None = None,
) -> int:
    """Run one command; the exit code."""
    errors = err or sys.stderr
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else CANNOT
    run = Run(
        Home.find(arguments.home, environment),
        clock or SystemClock(),
        environment,
        out or sys.stdout,
        errors,
        arguments,
    )
    try:
        command: Callable[[Run], int] = arguments.command
        code = command(run)
        run.out.flush()
        return code
    except EhdeskError as problem:
        errors.write(f"ehdesk: {problem}\n")
        return NO if isinstance(problem, NoSuchCase) else CANNOT
    except BrokenPipeError:
        # Whoever read has enough; Python must not try to write the rest when it ends.
        if run.out is sys.stdout:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as problem:
        errors.write(f"ehdesk: {_of_the_system(problem)}\n")
        return CANNOT
    except (KeyboardInterrupt, EOFError):
        errors.write("ehdesk: Stopped.\n")
        return CANNOT


def _of_the_system(problem: OSError) -> str:
    words = problem.strerror or "The file cannot be used"
    return f"{problem.filename}: {words}." if problem.filename else f"{words}."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ehdesk", description="Early Help Desk. Without a command the window opens."
    )
    common = argparse.ArgumentParser(add_help=False)
    for one, default in ((parser, None), (common, argparse.SUPPRESS)):
        one.add_argument("--home", metavar="DIR", default=default, help="keep every file under DIR")
        one.add_argument("--store", metavar="NAME", default=default, help="which store")
        one.add_argument(
            "--password-file", metavar="FILE", default=default, help="read the password from FILE"
        )
    commands = parser.add_subparsers(title="commands", required=True)

    def add(name: str, words: str, command: Callable[[Run], int]) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=words, description=words, parents=[common])
        one.set_defaults(command=command)
        return one

    demo = add("demo", "make a store of made-up families", _demo)
    demo.add_argument("--families", type=int, default=None, metavar="N")
    demo.add_argument("--seed", type=int, default=1, metavar="S")
    demo.add_argument("--pack", metavar="CODE", help="an authority, by its code or its folder")
    demo.add_argument("--json", action="store_true")
    cases = add("cases", "list the cases", _cases)
    cases.add_argument("--json", action="store_true")
    show = add("show", "show one whole case", _show)
    show.add_argument("reference", metavar="REF")
    show.add_argument("--json", action="store_true")
    report = add("report", "say how the work goes, in numbers that point at nobody", _report)
    report.add_argument("--period", choices=("month", "term", "april", "year"), default="april")
    report.add_argument("--team", metavar="CODE", default="", help="one cluster of the pack")
    report.add_argument("--route", metavar="CODE", default="", help="one kind of help of the pack")
    report.add_argument("--json", action="store_true")
    paper = add("print", "make a document as PDF", _print)
    paper.add_argument("kind", nargs="?", metavar="KIND")
    paper.add_argument("reference", nargs="?", metavar="REF")
    paper.add_argument("--out", metavar="FILE")
    paper.add_argument("--list", action="store_true", help="name the kinds of document")
    paper.add_argument(
        "--for",
        dest="reader",
        choices=("professional", "family"),
        help="who the copy is for; the kind's usual reader unless given",
    )
    digest = add("digest", "make a sheet of what is due for whoever opens the store", _digest)
    digest.add_argument("--on", metavar="DATE", help="another day than today: 2026-11-17")
    digest.add_argument(
        "--everyone", action="store_true", help="of all who use the store, not only one’s own"
    )
    digest.add_argument("--out", metavar="FILE", required=True)
    add("check", "check that the store is sound", _check)
    backup = add("backup", "make a verified backup", _backup)
    backup.add_argument("destination", metavar="DEST")
    restore = add("restore", "make a store from a backup", _restore)
    restore.add_argument("source", metavar="SRC")
    forms = add("forms", "list the packs and their forms, and say what is wrong with them", _forms)
    forms.add_argument("--check", metavar="DIR", help="check a folder of forms, or a whole pack")
    forms.add_argument("--pack", metavar="CODE", help="one pack, by its code or its folder")
    forms.add_argument("--json", action="store_true")
    return parser


def _demo(run: Run) -> int:
    from ehdesk.demo.make import make_demo

    made = make_demo(
        run.home,
        families=run.arguments.families,
        seed=run.arguments.seed,
        password=run.environment.get("EHDESK_PASSWORD") or None,
        clock=run.clock,
        authority=_code_or_folder(run.arguments.pack) if run.arguments.pack else "",
    )
    if run.arguments.json:
        others = [{"name": name, "role": role} for name, role in made.others]
        run.say_json(
            {
                "store": made.store,
                "user": made.user,
                "password": made.password,
                "others": others,
            }
        )
    else:
        run.say(f"Made the store “{made.store}” for {made.user}, with {made.families} families.")
        if made.password_was_invented:
            run.say(f"Password: {made.password}")
        if made.others:
            named = ", ".join(f"{name} ({role.lower()})" for name, role in made.others)
            run.say(f"The same password opens it for {named}.")
    return DONE


def _open(run: Run, *, read_only: bool) -> Any:
    from ehdesk.desk import open_desk

    folder = run.store()
    desk = open_desk(
        folder,
        password=run.password(folder.stem),
        clock=run.clock,
        home=run.home,
        read_only=read_only,
    )
    if desk.broken_pack is not None:
        run.err.write(f"ehdesk: {desk.broken_pack.lines}\n")
    return desk


def _cases(run: Run) -> int:
    desk = _open(run, read_only=True)
    try:
        lines = desk.told.cases()
    finally:
        desk.close()
    if run.arguments.json:
        run.say_json(lines)
        return DONE
    for line in lines:
        due = line["due"] or "no date"
        run.say(f"{line['reference']}  {line['family']}: {line['next_step']} ({due})")
    return DONE


def _report(run: Run) -> int:
    from ehdesk.domain.report import Question

    asked = run.arguments
    desk = _open(run, read_only=True)
    try:
        for code, known in (
            (asked.team, desk.reports.clusters()),
            (asked.route, desk.reports.routes()),
        ):
            if code and code not in dict(known):
                codes = ", ".join(one for one, _name in known)
                raise WrongUse(f"There is no “{code}” in this pack", "", f"There are: {codes}.")
        report = desk.reports.make(Question(asked.period, asked.team, asked.route))
    finally:
        desk.close()
    if asked.json:
        run.say_json(report.as_data())
        return DONE
    run.say(report.support)
    for card in report.cards:
        run.say(f"{card.title}: {card.told()}")
    return DONE


def _show(run: Run) -> int:
    desk = _open(run, read_only=True)
    try:
        told = desk.told.copy(_case_id(desk, run.arguments.reference))
    finally:
        desk.close()
    if run.arguments.json:
        run.say_json(told)
    else:
        _say_case(run, told)
    return DONE


def _say_case(run: Run, told: Mapping[str, Any]) -> None:
    run.say(f"{told['reference']}  {told['family']['title']}: {told['state_words']}")
    for form in told["forms"]:
        run.say(f"\n{form['title']}")
        for section in form["sections"]:
            run.say(f"  {section['title']}")
            for answer in section["answers"]:
                run.say(f"    {answer['label']}: {' / '.join(answer['lines'])}")


def _case_id(desk: Any, reference: str) -> Any:
    case_id = desk.lists.case_id(reference)
    if case_id is None:
        raise NoSuchCase(f"There is no case {reference} in this store")
    return case_id


class NoSuchCase(EhdeskError):
    """The answer is no: the store does not hold it."""


def _print(run: Run) -> int:
    from ehdesk.domain.paper_copy import Audience
    from ehdesk.kernel.errors import NotFound
    from ehdesk.kernel.files import write_whole

    known = _paper_kinds()
    if run.arguments.list:
        for kind, title in known.items():
            run.say(f"{kind}  {title}")
        return DONE
    kind, reference, out = run.arguments.kind, run.arguments.reference, run.arguments.out
    if not kind or not reference or not out:
        raise WrongUse("Say which document, of which case, and --out FILE")
    if kind not in known:
        raise WrongUse(f"There is no document called “{kind}”", "", "See “ehdesk print --list”.")
    target = _target(out)
    reader = Audience(run.arguments.reader) if run.arguments.reader else None
    desk = _open(run, read_only=False)
    try:
        case_id = _case_id(desk, reference)
        try:
            made = desk.papers.make(kind, case_id, audience=reader)
        except NotFound as missing:
            raise NoSuchCase(missing.title, missing.message) from None
        # First the log: no paper leaves the store without a line in it.
        desk.papers.log(kind, case_id, way="saved", pdf=made.pdf, title=made.title)
        write_whole(target, made.pdf)
    finally:
        desk.close()
    run.say(f"Wrote {out}")
    return DONE


def _target(out: str) -> Path:
    """:raises WrongUse: when no file can stand there."""
    target = Path(out)
    if (target.exists() and not target.is_file()) or not target.absolute().parent.is_dir():
        raise WrongUse(f"{out} cannot be written", "", "Give a file in a folder that is there.")
    return target


def _digest(run: Run) -> int:
    from ehdesk.kernel.dates import NotADate, read_date
    from ehdesk.kernel.files import write_whole

    target = _target(run.arguments.out)
    on = None
    if run.arguments.on:
        try:
            on = read_date(run.arguments.on, run.clock.today())
        except NotADate as wrong:
            raise WrongUse(f"“{run.arguments.on}” is no date", "", f"{wrong}.") from None
    # To read is enough, so that the sheet can be made while somebody works in the store.
    desk = _open(run, read_only=True)
    try:
        made = desk.digest.make(on, everyone=run.arguments.everyone)
    finally:
        desk.close()
    write_whole(target, made)
    run.say(f"Wrote {run.arguments.out}")
    return DONE


def _paper_kinds() -> dict[str, str]:
    """Every kind of document with its title, those of the forms of every pack among them."""
    from ehdesk.authority.load import installed_packs, load_pack
    from ehdesk.services.paper_kinds import paper_kinds

    packs = [load_pack(installed.code) for installed in installed_packs()]
    return {code: kind.title for pack in packs for code, kind in paper_kinds(pack).items()}


def _check(run: Run) -> int:
    from ehdesk.store.errors import Damaged

    try:
        desk = _open(run, read_only=True)
    except Damaged as damaged:
        run.say(str(damaged))
        return NO
    try:
        problems = desk.check()
    finally:
        desk.close()
    if not problems:
        run.say("sound")
        return DONE
    for problem in problems:
        run.say(problem)
    return NO


def _backup(run: Run) -> int:
    # To read is enough, so that a copy can be made while someone works in the store.
    desk = _open(run, read_only=True)
    try:
        made = desk.backups.make(Path(run.arguments.destination))
    finally:
        desk.close()
    run.say(f"Backed up and verified: {made.path}")
    return DONE


def _restore(run: Run) -> int:
    from ehdesk.store import backups

    source = Path(run.arguments.source)
    folder = backups.restore(
        source,
        run.home.stores_folder,
        run.clock,
        password=run.password(source.stem, needed=False),
    )
    run.say(f"Restored as “{folder.stem}”: {folder}")
    return DONE


def _forms(run: Run) -> int:
    from ehdesk.authority.load import check_pack
    from ehdesk.forms.load import check_folder, load_form
    from ehdesk.services.packs import Packs

    if run.arguments.check:
        place = Path(run.arguments.check)
        if place.is_file():
            return _say_faults(run, load_form(place).faults)
        whole = (place / "authority.yaml").is_file()
        return _say_faults(run, check_pack(place) if whole else check_folder(place))
    packs = Packs(run.home)
    if run.arguments.pack:
        asked = _code_or_folder(run.arguments.pack)
        folders = [asked if isinstance(asked, Path) else packs.folder(asked)]
    else:
        folders = list(packs.folders())
    faults = {folder: check_pack(folder) for folder in folders}
    sound = [folder for folder in folders if not faults[folder]]
    if run.arguments.json:
        run.say_json([form for folder in sound for form in _described(folder)])
    else:
        for folder in sound:
            _say_forms(run, folder)
    told = run.err if run.arguments.json else run.out
    for folder in folders:
        for fault in faults[folder]:
            told.write(f"{folder.name}/{fault}\n")
    return DONE if sound == folders else NO


def _code_or_folder(given: str) -> str | Path:
    """A folder where one is meant: ``./marlshire``; otherwise the code of a pack."""
    folder = Path(given)
    return folder.absolute() if len(folder.parts) > 1 or folder.is_dir() else given


def _say_faults(run: Run, faults: Sequence[Any]) -> int:
    for fault in faults:
        run.say(str(fault))
    if not faults:
        run.say("Every form is right")
    return NO if faults else DONE


def _described(folder: Path) -> list[dict[str, Any]]:
    from ehdesk.authority.load import load_pack
    from ehdesk.forms.catalogue import describe

    pack = load_pack(folder)
    return [{"pack": pack.code, **describe(form)} for form in pack.forms]


def _say_forms(run: Run, folder: Path) -> None:
    from ehdesk.authority.load import load_pack

    pack = load_pack(folder)
    run.say(f"{pack.code}: {pack.name}, {pack.version}")
    for form in _described(folder):
        fields = sum(len(section["fields"]) for section in form["sections"])
        run.say(
            f"  {form['code']}  {form['title']}, version {form['version']}: "
            f"{len(form['sections'])} sections, {fields} fields"
        )
