"""What a file keeps beside a party and Yalu states of the party itself: its documents and addresses."""

from __future__ import annotations

from yalu.sources.ftm.maker import Maker
from yalu.sources.ftm.record import Record

_LINES = ("street", "street2", "city", "postalCode", "region", "state")


def state_document(maker: Maker, record: Record) -> None:
    """Say the number of an Identification or a Passport as a number of its holder."""
    numbers = record.texts("number", "passportNumber")
    holders = record.texts("holder")
    if not numbers or not holders:
        maker.tally.add(
            "tie_without_end", f"{record.schema} without a holder or number is left out", record.where
        )
        return
    prop = "passportNumber" if record.schema == "Passport" else "idNumber"
    detail = {
        "type": record.first("type"),
        "country": record.first("country").upper(),
        "issued": record.first("startDate"),
        "until": record.first("endDate"),
        "authority": record.first("authority"),
    }
    known = max((v.known for v in record.values), default="") or record.known
    for holder in holders:
        for number in numbers:
            maker.say(maker.party(holder), "", prop, number, record.where, known, detail=detail)


def address_text(record: Record) -> str:
    """An Address in one line, as it was given whole or from its parts."""
    if whole := record.first("full", "name"):
        return whole
    parts = [", ".join(record.texts(prop)) for prop in _LINES]
    return ", ".join([p for p in parts if p] + [c.upper() for c in record.texts("country")])
