"""Is this name, number or ship on a list, as known on a day?

    from yalu.screening import Query, Screener

    screener = Screener.open(workspace, as_of="2022-02-01")
    for hit in screener.screen(Query(names=["李弘燮"], schema="Person", birth_dates=["1940"])):
        print(hit.score, hit.alert, hit.name, hit.lists, hit.reasons)

A hit is a party that may be the one asked for; the score orders hits and one line makes an alert of it.
"Listed" means on a list at the day asked; a party on no list is named in a source, one taken off delisted.
"""

from __future__ import annotations

from yalu.screening.hit import Candidate, Hit, Listing
from yalu.screening.query import Query
from yalu.screening.screener import Screener

__all__ = ["Candidate", "Hit", "Listing", "Query", "Screener"]
