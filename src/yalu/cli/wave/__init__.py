"""Strike together: plan the day of a wave, have two persons sign it, and see what is missing."""

VERBS = ("plan", "sign", "status")
"""In the order of work."""
