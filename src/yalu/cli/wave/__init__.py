"""Strike together: choose a wave, plan its day, have two persons sign it, and see what is missing."""

from yalu.cli.wave.choosing import run

VERBS = ("plan", "sign", "status")
"""What follows once a wave is chosen, in the order of work."""

__all__ = ["VERBS", "run"]
