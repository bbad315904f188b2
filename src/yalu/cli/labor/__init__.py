"""How many workers are abroad, what they earn for the regime, who pays, and what a measure takes away.

Figures of one root are one witness; what no stored text backs is marked, and --verified leaves it out.
"""

VERBS = ("estimate", "block", "payers", "check", "pledges")
"""In the order of the overview."""
