"""Listings made for tests."""

from __future__ import annotations

from dataclasses import fields

from yalu.model.statement import Statement


def listing(party: str, authority: str, lo: str, hi: str | None = None, unverified: str = "") -> Statement:
    """A listing of a person; ``hi`` is the same day unless given."""
    given = {
        "id": f"{party}-{authority}",
        "party": party,
        "kind": "Person",
        "prop": "Sanction",
        "value": authority,
        "from_lo": lo,
        "from_hi": lo if hi is None else hi,
        "unverified": unverified,
    }
    return Statement(**{field.name: given.get(field.name, "") for field in fields(Statement)})
