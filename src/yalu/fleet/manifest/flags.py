"""What is odd about one line: its code, its origin, and what may lie under it."""

from __future__ import annotations

from functools import cached_property

from yalu.evidence.view import Item, View, items
from yalu.fleet.cargo import codes
from yalu.fleet.cargo.words import Named, named
from yalu.fleet.manifest.flag import Flag
from yalu.fleet.places import Place, Places
from yalu.fleet.states import state

COAL = ("2701", "2702")
BULK_CHAPTERS = ("25", "26", "1701", "1703", "2701", "2702")
"""Codes of goods that travel in bulk and may cover other cargo: minerals, ores, sugar, coal."""

LAUNDERED = ("coal reloaded", "coal transfers", "coal landed", "coal arrivals")
"""How texts on ports elsewhere tell of coal from the country."""

RAIL_PORT = "kp-rajin"


class Oddities:
    """The red flags of single lines, by what was public on the day of a view."""

    def __init__(self, view: View, country: str) -> None:
        self.view = view
        self.country = country
        self.places = Places(view)

    def flags(self, code: str, goods: str, origin: Place, load: Place, suspect: bool) -> list[Flag]:
        """The flags of a line; ``suspect`` says whether its ship is on the register."""
        words = named(goods)
        return [
            *self._description(code, words),
            *self._origin(code, words, origin, load),
            *self._cover(code, words, origin, load, suspect),
        ]

    def _description(self, code: str, words: list[Named]) -> list[Flag]:
        if not code or not words or any(g.under(code) for g in words):
            return []
        said = "; ".join(f"{g.id} ({', '.join(g.codes[:4])})" for g in words)
        text = f"the description names {said}, the code is {code}"
        return [
            Flag("description_against_code", text, "Codes are mistyped, and a word may have another meaning.")
        ]

    def _origin(self, code: str, words: list[Named], origin: Place, load: Place) -> list[Flag]:
        found = []
        if load.state == self.country and origin.state not in ("", self.country):
            text = f"said to come from {state(origin.state)}, loaded at {load.text} in {state(self.country)}"
            innocent = "Goods in transit keep their origin."
            if load.port == RAIL_PORT:
                innocent = (
                    "Coal from Russia may leave by Rajin (Rason) where its origin is confirmed and notified."
                )
            found.append(Flag("origin_against_port", text, innocent))
        if not _is_coal(code, words) or load.state == self.country:
            return found
        why = self.places.why(load.port) if load.port else None
        if why is not None and why.value and any(said in why.value for said in LAUNDERED):
            text = f"coal from {load.text}: {why.value}"
            innocent = (
                f"{state(load.state)} exports coal of its own; ask for certificate of origin and rail papers."
            )
            found.append(Flag("laundering_port", text, innocent, (why.id,)))
        if origin.state and load.state and origin.state != load.state:
            text = f"coal said to come from {state(origin.state)}, loaded in {state(load.state)}"
            innocent = "Coal is blended and resold, but seldom shipped home through a third state."
            found.append(Flag("coal_through_third_state", text, innocent))
        return found

    def _cover(self, code: str, words: list[Named], origin: Place, load: Place, suspect: bool) -> list[Flag]:
        told = [c for g in words for c in g.codes]
        bulk = any(c.startswith(BULK_CHAPTERS) for c in ([code] if code else told))
        if not bulk or not (self.country in (origin.state, load.state) or suspect):
            return []
        if not self.precedents:
            return []
        text = "bulk cargo that may cover other goods: look under it; " + "; ".join(
            f"{i.text('cargo')} ({i.id})" for i in self.precedents
        )
        seen = tuple(s.id for i in self.precedents for s in i.all("cargo"))
        return [Flag("cover_cargo", text, "Most bulk cargo is what it is said to be.", seen)]

    @cached_property
    def precedents(self) -> list[Item]:
        """Incidents that were public by the day in which one cargo lay under another, by a stored text."""
        told = (i for i in items(self.view, "Incident") if i.verified)
        return [i for i in told if " under " in i.text("cargo")]


def _is_coal(code: str, words: list[Named]) -> bool:
    return any(codes.meets(code, c) for c in COAL) if code else any(g.id == "coal" for g in words)
