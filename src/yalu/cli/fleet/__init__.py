"""Ships: what each hull is and did, what it may not carry, and who may board it where.

Every answer can be asked as known on a day; none says that something is allowed or that a ship is clean.
"""

VERBS = (
    "ship",
    "list",
    "check",
    "cargo",
    "manifest",
    "boarding",
    "ais",
    "events",
    "targets",
    "sheet",
    "bulletin",
    "verify",
    "result",
    "exercise",
)
"""In the order of a port officer's questions."""
