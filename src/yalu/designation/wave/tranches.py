"""How long until a successor of a listed party appeared, in the casebook's own tranches, as observed.

A successor is a party of which a source says, after the listing, that it is an alias of, a front for or the
successor of the listed one. When it began to act is not known, only when that was public: the time is at most
so long, and may be less. Of whom none is known by the day it is only known that none was reported.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from yalu.evidence.scope import Scope

TYPES = frozenset({"successor_of", "took_over_activities_of", "alias_of", "front_for"})
FEW = 10
"""With fewer cases no middle is told."""
MOST = 12


def tranches(scope: Scope) -> dict[str, Any]:
    """The cases, how many listings had none, and what so few can show."""
    first: dict[str, str] = {}
    for s in scope.listings:
        if s.from_lo and s.from_lo == s.from_hi and not s.lead:
            first[s.party] = min(first.get(s.party, "9999"), s.from_lo)
    cases: dict[tuple[str, str], dict[str, Any]] = {}
    for s in scope.ties:
        if s.lead or str(s.details.get("type", "")) not in TYPES:
            continue
        near, far = scope.head(s.party), scope.head(s.value)
        new, old = (far, near) if s.details.get("reversed") else (near, far)
        day = first.get(old)
        if day is None or not s.known_hi or s.known_hi <= day or new == old:
            continue
        low = max(_days(day, s.known_lo), 0) if s.known_lo else 0
        found = {
            "listed": old,
            "name": scope.view.name(old),
            "listed_on": day,
            "successor": new,
            "successor_name": scope.view.name(new),
            "how": str(s.details["type"]).replace("_", " "),
            "public_after_days": [low, _days(day, s.known_hi)],
            "statement": s.id,
        }
        known = cases.get((old, new))
        if known is None or found["public_after_days"] < known["public_after_days"]:
            cases[old, new] = found
    rows = sorted(cases.values(), key=lambda c: (c["public_after_days"], c["listed"], c["successor"]))
    return {
        "listings": len(first),
        "with_successor": len({row["listed"] for row in rows}),
        "none_reported_by": scope.view.when.as_of,
        "cases": rows[:MOST],
        "said": _said(len(first), rows, scope.view.when.as_of),
    }


def _said(listings: int, rows: list[dict[str, Any]], day: str) -> str:
    old = len({row["listed"] for row in rows})
    if not rows:
        return f"Of {listings:,} parties with a dated listing none has a successor reported by {day}."
    most = [row["public_after_days"][1] for row in rows]
    middle = "" if len(rows) < FEW else f", half of them within {sorted(most)[len(most) // 2]:,} days"
    return (
        f"Of {listings:,} parties with a dated listing {old} have a successor that was reported later,"
        f" {len(rows)} in all: reported {min(most):,} to {max(most):,} days after the listing at the"
        f" latest{middle}."
        f" When it began is not known, and of the others it is only known that none was reported by {day}."
    )


def _days(one: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(one)).days
