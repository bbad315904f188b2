"""What speaks against: listings of the party that were lifted, as known by the day."""

from __future__ import annotations

from yalu.designation.assessment import StatementFinding, Weight
from yalu.designation.held import Held
from yalu.model.vocabulary import LISTING


def removals(known: Held, party: str) -> list[StatementFinding]:
    """Listings of the party that had ended by the day, where their end could be known by then."""
    when = known.view.when
    ids = known.joins.ids(party)
    marks = ", ".join("?" * len(ids))
    rows = known.view.evidence.rows(
        f"prop = '{LISTING}' AND party IN ({marks}) AND known_hi <> '' AND known_hi <= ?"
        " AND to_hi <> '' AND to_hi <= ? AND ended_known_hi <> '' AND ended_known_hi <= ?",
        [*ids, when.as_of, when.on, when.as_of],
    )
    return [
        StatementFinding(
            statement=s,
            element="listing",
            weight=Weight.NOTHING,
            says=f"its listing by {s.value} ended, at the latest on {s.to_hi}",
            why="the reason is not stated: it may have been a merged or corrected entry",
        )
        for s in rows
        if not s.lead and not known.listed_by(party, s.value)
    ]
