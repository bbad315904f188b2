"""The result form of an inspection: which fields it has, on paper and in the file that comes back."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What came of it, as a port's file writes it."""

    INSPECTED = "inspected"
    REFUSED = "refused"
    SEIZED = "seized"
    RELEASED = "released"
    NO_ACTION = "no_action"


FORM = {
    "imo": "IMO number",
    "name": "Name of the ship",
    "port": "Port",
    "date": "Date",
    "authority": "Authority",
    "outcome": "Outcome",
    "items": "Items found",
    "hs_codes": "HS codes",
    "photographs": "Photographs (how many, where kept)",
    "reported_to": "Reported to",
    "reference": "Reference",
    "remarks": "Remarks",
}
"""The columns of the file, in order, with the words of the sheet."""

COLUMNS = tuple(FORM)
