"""The register as what events hold identities against: flag, type and end of each hull by its IMO number."""

from __future__ import annotations

from yalu.fleet.behavior.identity import Hull as Held
from yalu.fleet.register.hull import Hull
from yalu.fleet.register.register import Register
from yalu.model import countries
from yalu.screening.countries import code

BROKEN_UP = ("scrapped", "broken up", "demolished", "recycled")
"""Words by which an incident's outcome tells that a hull is no more."""


def held(register: Register) -> dict[int, Held]:
    """Each hull with a valid number. A flag or type on which its sources disagree is left out."""
    return {int(h.imo): _held(h) for h in register.hulls if h.imo and h.imo_holds}


def _held(hull: Hull) -> Held:
    flags = {
        code(e.value) for e in hull.facts["flags"] if e.role == "flag" and not e.unverified and e.value
    } & set(countries.codes())
    types = {e.value for e in hull.facts["types"] if not e.unverified}
    return Held(
        int(hull.imo),
        hull.name,
        next(iter(flags)) if len(flags) == 1 else "",
        next(iter(types)) if len(types) == 1 else "",
        scrapped=scrapped(hull),
    )


def scrapped(hull: Hull) -> str:
    """The day by which a stored source tells that the hull was broken up; empty where none does."""
    days = [
        s.known_hi
        for item in hull.incidents
        for s in item.all("outcome")
        if any(word in s.value.casefold() for word in BROKEN_UP) and not s.lead
    ]
    return min(days, default="")
