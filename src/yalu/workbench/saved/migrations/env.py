"""Runs revisions on the connection that ``yalu.workbench.saved.migrate`` gives, inside its transaction."""

from alembic import context

from yalu.workbench.saved.tables import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
context.run_migrations()
