"""Runs revisions on the connection that ``yalu.jobs.migrate`` gives, inside its transaction."""

from alembic import context

from yalu.jobs.tables import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
context.run_migrations()
