"""Runs of payments as pages read them: the lines of a run, and money followed through its messages."""
