"""Alembic's entry: runs on the connection it is handed, inside its transaction."""

from alembic import context

from otop_pos.db.models import Base

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=False)
context.run_migrations()
