"""Ships: what they sent, what they did, and what it may mean."""

VERBS = ("ais",)
"""In the order of the overview."""
