"""Follow ties from a party to others, find where separate companies meet, and see where it breaks.

Every tie stands with its kind, its days, its statement, its source and its grade of evidence.
"""

VERBS = ("paths", "convergence", "dismantle")
"""In the order of the overview."""
