"""Media and options of contents; styles and icons of buttons.

A downgrade drops the columns only: handlers without a message, buttons and keyboards of the new
kinds stay, and the version before can't read the last two.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name, default in (("media", "[]"), ("options", "{}")):
        column = sa.Column(
            name, postgresql.JSONB, server_default=sa.text(f"'{default}'::jsonb"), nullable=False
        )
        op.add_column("handlers", column)
    for name in ("style", "icon"):
        op.add_column("buttons", sa.Column(name, sa.Text))


def downgrade() -> None:
    for name in ("icon", "style"):
        op.drop_column("buttons", name)
    for name in ("options", "media"):
        op.drop_column("handlers", name)
