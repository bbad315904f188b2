"""Who works for both missile programs, who met whom and when, and what answers it.

A listing, a report and a suspicion are different words; no statistic is made of a few events.
"""

VERBS = ("watch",)
"""In the order of the overview."""
