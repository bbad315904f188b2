"""Ask where a network breaks."""

VERBS = ("dismantle",)
"""In the order of the overview."""
