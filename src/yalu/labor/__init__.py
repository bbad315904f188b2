"""Workers sent abroad: how many, for how much, for whom, and under which law."""
