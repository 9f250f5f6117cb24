"""Contacts with several people, significant ones, and what changed because of one.

Revision 0006, after 0005. Only ``op`` and ``sa`` here: what a
revision does must not change when the tables do.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None
ROWS_MAY_CHANGE: frozenset[str] = frozenset()
"""Tables whose number of rows this revision changes on purpose."""


def upgrade() -> None:
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("significant", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("changed", sa.Text(), server_default="", nullable=False))
    op.execute("UPDATE contacts SET significant = 0")
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.alter_column("significant", existing_type=sa.Boolean(), nullable=False)

    op.create_table(
        "contact_people",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("professional_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["cases.id"],
            name=op.f("fk_contact_people_case_id_cases"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_contact_people_contact_id_contacts"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["persons.id"],
            name=op.f("fk_contact_people_person_id_persons"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["professional_id"],
            ["professionals.id"],
            name=op.f("fk_contact_people_professional_id_professionals"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_people")),
    )
    with op.batch_alter_table("contact_people", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_people_case_id"), ["case_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_contact_people_contact_id"), ["contact_id"], unique=False
        )
