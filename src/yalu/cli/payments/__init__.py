"""Read payment messages, screen everybody in them, and raise red flags.

ISO 20022, SWIFT FIN and tables are told apart by what they hold; a folder is read with its subfolders.
"""

VERBS = ("screen", "flags")
"""In the order of the overview."""
