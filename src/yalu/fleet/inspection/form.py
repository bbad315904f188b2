"""The result form of an inspection on paper: the columns of the file that comes back, in words."""

from __future__ import annotations

from yalu.sources.results.journal import COLUMNS, OUTCOMES

__all__ = ["COLUMNS", "FORM", "OUTCOMES"]

_TITLES = {
    "imo": "IMO number",
    "name": "Name of the ship",
    "photographs": "Photographs (how many, where kept)",
    "items": "Items found",
    "hs_codes": "HS codes",
    "reported_to": "Reported to",
}

FORM = {column: _TITLES.get(column, column.capitalize()) for column in COLUMNS}
"""The columns, in order, with the words of the sheet."""
