"""Who may travel to the country, on which day, for which purpose, and at what risk of detention.

Every answer names its rule, its days and its sources; what no rule covers is unknown, never allowed.
"""

VERBS = ("check", "statute", "risk")
"""In the order of the overview."""
