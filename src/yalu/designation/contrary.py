"""What speaks against: listings of the party that were lifted, as known by the day."""

from __future__ import annotations

from yalu.designation.assessment import StatementFinding, Weight
from yalu.designation.held import Held


def removals(known: Held, party: str) -> list[StatementFinding]:
    """Listings of the party that had ended, by authorities that do not list it again."""
    return [
        StatementFinding(
            statement=s,
            element="listing",
            weight=Weight.NOTHING,
            says=f"its listing by {s.value} ended, at the latest on {s.to_hi}",
            why="the reason is not stated: it may have been a merged or corrected entry",
        )
        for s in known.removed.get(party, ())
        if not known.listed_by(party, s.value)
    ]
