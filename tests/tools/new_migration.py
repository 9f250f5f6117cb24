"""Write the next revision of the tables: ``python tests/tools/new_migration.py "what it does"``.

Compares the tables with what the revisions so far make of an empty store, and writes what is
missing as ``NNNN_what_it_does.py``. Read it before committing: a renamed column looks like one
dropped and one added. ``--first`` writes ``0001_first.py`` again, before the first release only.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.operations.ops import MigrationScript
from alembic.script import Script
from sqlalchemy import NullPool

from ehdesk.store import migrate
from ehdesk.store.engine import make_engine, writing


def main() -> int:
    parser = argparse.ArgumentParser(description="Write the next revision of the tables.")
    parser.add_argument("what", nargs="?", default="", help="what it does, in a few words")
    parser.add_argument("--first", action="store_true", help="write 0001_first.py again")
    chosen = parser.parse_args()
    if not chosen.what and not chosen.first:
        parser.error("say in a few words what the revision does")
    versions = migrate.SCRIPTS / "versions"
    if chosen.first:
        if any(versions.glob("0002_*.py")):
            parser.error("there are later revisions; 0001 is not written again")
        for old in versions.glob("0001_*.py"):
            old.unlink()
    number = f"{len(list(versions.glob('[0-9]*_*.py'))) + 1:04}"
    written = write(number, chosen.what or "first")
    if written is None:
        sys.stdout.write("Nothing to write: the revisions make these very tables.\n")
        return 0
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", str(written)], check=False)
    sys.stdout.write(f"{written.relative_to(Path.cwd())}\n")
    return 0


def write(number: str, what: str) -> Path | None:
    """Make an empty store in a temporary folder, bring it up to date and compare.

    :returns: the new file, or None when nothing differs.
    """

    def only_if_needed(_context: object, _revision: object, found: list[MigrationScript]) -> None:
        if found[0].upgrade_ops is None or found[0].upgrade_ops.is_empty():
            found.clear()

    slug = re.sub(r"\W+", "_", what.casefold()).strip("_")
    with tempfile.TemporaryDirectory() as folder:
        database, key = Path(folder) / "store.db", os.urandom(32)
        migrate.upgrade(database, key, lambda: None)
        engine = make_engine(database, key, pool=NullPool)
        with writing(engine).connect() as connection:
            script = command.revision(
                migrate.config(connection),
                what.capitalize(),
                autogenerate=True,
                rev_id=number,
                process_revision_directives=only_if_needed,
            )
        engine.dispose()
    if not isinstance(script, Script):
        return None
    return Path(script.path).rename(Path(script.path).with_name(f"{number}_{slug}.py"))


if __name__ == "__main__":
    sys.exit(main())
