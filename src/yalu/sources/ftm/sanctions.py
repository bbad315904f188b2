"""A Sanction of a file: a listing where it is known as an entry of an official list, else a mention."""

from __future__ import annotations

from typing import Final

from yalu.model.ftm_lists import authority_of
from yalu.model.vocabulary import LISTING
from yalu.sources.ftm.maker import Maker
from yalu.sources.ftm.parties import QUOTED
from yalu.sources.ftm.record import Record

MENTION: Final = "sanctionNamed"
"""The property of a sanction behind which no known official list stands: the party is named in a source."""

_OVER = frozenset(
    {"inactive", "expired", "removed", "delisted", "revoked", "suspended", "lifted", "terminated"}
)


def state_sanction(maker: Maker, record: Record) -> None:
    """Say the listing, or the mention, of each party that the Sanction is about."""
    parties = record.texts("entity")
    if not parties:
        maker.tally.add("tie_without_end", "Sanction without entity is left out", record.where)
    programs = record.texts("program", "programId")
    authority = authority_of(record.datasets, record.texts("authority"), programs)
    start = record.days("startDate", "listingDate")
    end = record.days("endDate")
    over = record.first("status").casefold() in _OVER and not end
    if not authority or over:
        named = "; ".join(record.texts("authority")) or "no authority"
        why = "it is over, and nobody says since when" if over else "no official list is known by it"
        maker.tally.add("no_listing", f"Sanction of {named[:80]}: a mention, no listing; {why}", record.where)
    known = max((v.known for v in record.values), default="") or record.known
    detail = {
        "authority": "; ".join(record.texts("authority")),
        "list": ", ".join(programs),
        "date": record.first("listingDate", "startDate"),
        "until": record.first("endDate"),
        "status": record.first("status"),
        "ref": record.first("unscId", "authorityId"),
        "reason": record.first("reason", "summary"),
        "measures": "; ".join(record.texts("provisions")),
        "datasets": ", ".join(record.datasets),
        "given": record.id,
    }
    for entity in parties:
        party = maker.party(entity)
        if authority and not over:
            maker.say(
                *(party, "", LISTING, authority, record.where, known), detail=detail, from_=start, to=end
            )
        else:
            named = detail["authority"] or detail["list"] or "not said whose"
            maker.say(party, "", MENTION, named, record.where, known, detail=detail)
        for number in record.texts("unscId"):
            maker.say(party, "", QUOTED, f"un-{number}", record.where, known, detail={"as": number})
        if authority == "US":
            for number in record.texts("authorityId"):
                if number.isdecimal():
                    maker.say(party, "", QUOTED, f"ofac-{number}", record.where, known, detail={"as": number})
