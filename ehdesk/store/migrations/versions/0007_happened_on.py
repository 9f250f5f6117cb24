"""The day on which what is added to a record happened.

Revision 0007, after 0006. Only ``op`` and ``sa`` here: what a
revision does must not change when the tables do.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None
ROWS_MAY_CHANGE: frozenset[str] = frozenset()
"""Tables whose number of rows this revision changes on purpose."""


def upgrade() -> None:
    with op.batch_alter_table("additions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("happened_on", sa.Date(), nullable=True))
