"""Ships: what they sent, what they did, and what it may mean."""

VERBS = ("ais", "events")
"""In the order of the overview."""
