"""Deadlines, expiries and renewals that follow from the law of a day, past and coming."""
