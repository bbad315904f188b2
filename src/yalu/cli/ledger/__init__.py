"""Verify, back up, restore, move, export, import and read the judgements.

The ledger is kept in the workspace, or in PostgreSQL. Nothing in it is changed or deleted.
"""

VERBS = ("log", "verify", "backup", "restore", "move", "export", "import")
"""In the order of the overview; the file of ``import`` is ``import_``, for Python keeps that word."""
