"""Who may act, on which ground, and what is left to do: powers, duties and calls, by state and by day.

Everything is cited. A power says what a government may do, never what it should find of a party.
"""

VERBS = ("authorities",)
"""In the order of the overview."""
