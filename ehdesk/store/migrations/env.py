"""Run by Alembic for every command. The connection is handed over by ``ehdesk.store.migrate``."""

from __future__ import annotations

from alembic import context

from ehdesk.store.migrate import comparing
from ehdesk.store.tables import METADATA

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    transactional_ddl=True,
    render_as_batch=True,
    **comparing(connection),
)
with context.begin_transaction():
    context.run_migrations()
