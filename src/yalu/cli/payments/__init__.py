"""Read payment messages, screen everybody in them, raise red flags, and follow the money.

ISO 20022, SWIFT FIN and tables are told apart by what they hold; a folder is read with its subfolders.
"""

VERBS = ("screen", "flags", "trace", "banks", "world")
"""In the order of the overview."""
