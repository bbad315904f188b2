"""A port's expected ships: which of them to look at, and why."""
