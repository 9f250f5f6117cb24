"""Bringing a store up to date: nothing is lost, and what is too new is left alone."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, NullPool

from ehdesk.domain.access import FIRST_USER
from ehdesk.store import migrate
from ehdesk.store.engine import make_engine, writing
from ehdesk.store.errors import NewerVersion
from ehdesk.store.folder import OpenStore
from ehdesk.store.migrate import MigrationError
from ehdesk.store.tables import METADATA
from ehdesk.store.unit_of_work import UnitOfWork
from tests.store.conftest import add_family

REVISION = """
import sqlalchemy as sa
from alembic import op

revision = "{number}"
down_revision = {after}
branch_labels = None
depends_on = None
{more}


def upgrade() -> None:
    {does}
"""
PARENT_AND_CHILD = """op.create_table("parent", sa.Column("id", sa.Integer(), primary_key=True))
    op.create_table(
        "child",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("parent_id", sa.Integer(), sa.ForeignKey("parent.id", ondelete="CASCADE")),
    )"""
REBUILD = """with op.batch_alter_table("parent", recreate="always") as batch:
        batch.add_column(sa.Column("name", sa.Text(), nullable=True))"""


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """A history of revisions of its own, beside the real one."""
    place = tmp_path / "scripts"
    (place / "versions").mkdir(parents=True)
    shutil.copy(migrate.SCRIPTS / "env.py", place / "env.py")
    revise(place, "0001", PARENT_AND_CHILD)
    return place


@pytest.fixture
def database(tmp_path: Path, scripts: Path) -> tuple[Path, bytes]:
    """A database of the first revision with one parent and one child."""
    path, key = tmp_path / "store.db", os.urandom(32)
    assert migrate.upgrade(
        path, key, lambda: pytest.fail("a new one needs no backup"), scripts=scripts
    )
    run(path, key, "INSERT INTO parent VALUES (1)", "INSERT INTO child VALUES (1, 1)")
    return path, key


def revise(scripts: Path, number: str, does: str, more: str = "") -> None:
    after = f'"{int(number) - 1:04}"' if number != "0001" else "None"
    text = REVISION.format(number=number, after=after, does=does, more=more)
    (scripts / "versions" / f"{number}_test.py").write_text(text)


def run(path: Path, key: bytes, *statements: str) -> None:
    engine = make_engine(path, key, foreign_keys=False, pool=NullPool)
    with writing(engine).begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


def counts(path: Path, key: bytes) -> dict[str, int]:
    engine = make_engine(path, key, pool=NullPool)
    with engine.connect() as connection:
        found = migrate.row_counts(connection)
    engine.dispose()
    return found


def test_the_revisions_make_the_very_tables_of_the_code(store: OpenStore) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts=migrate.comparing(connection))
        return list(compare_metadata(context, METADATA))

    with store.engine.connect() as connection:
        assert differences(connection) == [], "run tests/tools/new_migration.py"
        assert migrate.current_revision(connection) == migrate.head_revision()


def test_revisions_know_nothing_of_the_code_that_changes() -> None:
    for script in (migrate.SCRIPTS / "versions").glob("*.py"):
        assert "ehdesk" not in script.read_text(encoding="utf-8"), script.name


def test_making_a_table_again_keeps_the_rows_that_point_to_it(
    scripts: Path, database: tuple[Path, bytes]
) -> None:
    """SQLite's implicit DELETE would cascade to the child if foreign keys were on."""
    revise(scripts, "0002", REBUILD)
    backups: list[str] = []
    assert migrate.upgrade(*database, lambda: backups.append("made"), scripts=scripts)
    assert counts(*database) == {"parent": 1, "child": 1}
    assert backups == ["made"], "a backup comes first"
    assert not migrate.upgrade(*database, lambda: backups.append("again"), scripts=scripts)
    assert backups == ["made"]


def test_a_revision_that_loses_rows_is_stopped_and_changes_nothing(
    scripts: Path, database: tuple[Path, bytes]
) -> None:
    revise(scripts, "0002", 'op.execute("DELETE FROM child")')
    with pytest.raises(MigrationError, match="Table child: 1 rows before, 0 after"):
        migrate.upgrade(*database, lambda: None, scripts=scripts)
    assert counts(*database) == {"parent": 1, "child": 1}


def test_a_revision_may_say_that_it_changes_the_number_of_rows(
    scripts: Path, database: tuple[Path, bytes]
) -> None:
    revise(
        scripts,
        "0002",
        'op.execute("DELETE FROM child")',
        more='ROWS_MAY_CHANGE = frozenset({"child"})',
    )
    assert migrate.upgrade(*database, lambda: None, scripts=scripts)
    assert counts(*database) == {"parent": 1, "child": 0}


def test_a_revision_that_leaves_rows_pointing_nowhere_is_stopped(
    scripts: Path, database: tuple[Path, bytes]
) -> None:
    revise(scripts, "0002", 'op.execute("UPDATE child SET parent_id = 9")')
    with pytest.raises(MigrationError, match="point to others that are not there"):
        migrate.upgrade(*database, lambda: None, scripts=scripts)


def test_a_failure_half_way_leaves_the_store_as_it_was(
    scripts: Path, database: tuple[Path, bytes]
) -> None:
    revise(scripts, "0002", REBUILD)
    revise(scripts, "0003", 'raise ValueError("half way")')
    with pytest.raises(ValueError, match="half way"):
        migrate.upgrade(*database, lambda: None, scripts=scripts)
    engine = make_engine(*database, pool=NullPool)
    with engine.connect() as connection:
        assert migrate.current_revision(connection) == "0001"
    engine.dispose()


def test_nothing_is_changed_when_the_backup_fails(
    scripts: Path, database: tuple[Path, bytes]
) -> None:
    revise(scripts, "0002", REBUILD)

    def no_room() -> None:
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        migrate.upgrade(*database, no_room, scripts=scripts)
    engine = make_engine(*database, pool=NullPool)
    with engine.connect() as connection:
        assert migrate.current_revision(connection) == "0001"
    engine.dispose()


def test_a_newer_store_is_refused_in_words_and_left_alone(store: OpenStore, reopen) -> None:  # type: ignore[no-untyped-def]
    run(store.paths.database, store.key, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerVersion, match="West locality was made by a newer version"):
        reopen()
    with pytest.raises(NewerVersion):
        reopen(read_only=True)


def test_whoever_used_a_store_alone_may_do_there_what_they_did(tmp_path: Path) -> None:
    """From 0001 to the roles of 0003: nobody is locked out of what was theirs."""
    first = tmp_path / "first"
    (first / "versions").mkdir(parents=True)
    shutil.copy(migrate.SCRIPTS / "env.py", first / "env.py")
    shutil.copy(migrate.SCRIPTS / "versions" / "0001_first.py", first / "versions")
    path, key = tmp_path / "store.db", os.urandom(32)
    migrate.upgrade(path, key, lambda: None, scripts=first)
    run(
        path,
        key,
        "INSERT INTO users (id, name, role, agency, phone, email, cluster, active)"
        " VALUES ('1', 'A', '', '', '', '', '', 1)",
    )
    migrate.upgrade(path, key, lambda: None)
    engine = make_engine(path, key, pool=NullPool)
    with engine.connect() as connection:
        (access,) = connection.exec_driver_sql("SELECT access FROM users").one()
    engine.dispose()
    assert json.loads(access) == [role.value for role in FIRST_USER]


def test_migrating_leaves_the_history_whole(store: OpenStore, uow: UnitOfWork) -> None:
    from ehdesk.store.chain import verify_chain

    add_family(uow)
    assert not migrate.upgrade(store.paths.database, store.key, lambda: None)
    with store.engine.connect() as connection:
        assert verify_chain(connection) == []
