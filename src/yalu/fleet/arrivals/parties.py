"""Parties that go with a ship or a cargo, screened against the lists of the day."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from yalu.fleet.arrivals.reason import LISTED, NAMED, Reason
from yalu.screening import Hit, Query, Screener

MOST = 3
"""Parties that one name is shown to be; more than that is a common name."""


def party_reasons(screener: Screener, role: str, name: str, head: Callable[[str], str]) -> list[Reason]:
    """A reason for each party at or above the alert line that a name may be; ``role`` says what it is here.

    ``head`` gives the id by which a party is counted once, so that several lists' records make one reason.
    """
    parties: dict[str, list[Hit]] = {}
    for hit in screener.screen(Query(names=[name]), limit=20) if name.strip() else ():
        if hit.alert:
            parties.setdefault(head(hit.id), []).append(hit)
    code = role.replace(" ", "_")
    found = [of_hit(hits[0], code, f"{role} {name}", _listings(hits)) for hits in parties.values()]
    return found[:MOST]


def _listings(hits: Sequence[Hit]) -> list[str]:
    """The standing listings of the records of one party, in words."""
    return sorted({one.text() for hit in hits for one in hit.lists if not one.delisted})


def of_hit(hit: Hit, code: str, asked: str, listings: Sequence[str] = ()) -> Reason:
    """A hit of screening as a reason; ``listings`` are the listings in words where they are known better."""
    standing = [one for one in hit.lists if not one.delisted]
    texts = tuple(listings) or tuple(dict.fromkeys(one.text() for one in hit.lists))
    listed = bool(standing) or bool(listings)
    status = "listed: " + "; ".join(texts) if listed else hit.status
    return Reason(
        code=code,
        kind=LISTED if listed else NAMED,
        text=f"{asked}: may be {hit.name} ({hit.id}), {status}",
        parties=hit.ids,
        lists=tuple(sorted({one.authority for one in standing})),
        score=hit.score,
        details=hit.reasons,
    )
