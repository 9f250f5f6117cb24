"""${message}.

Revision ${up_revision}, after ${down_revision or "nothing"}. Only ``op`` and ``sa`` here: what a
revision does must not change when the tables do.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None
ROWS_MAY_CHANGE: frozenset[str] = frozenset()
"""Tables whose number of rows this revision changes on purpose."""


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
