"""One ship to be judged: its hull on the register, its line in a port's file, its tracks and events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from yalu.fleet.arrivals.numbers import digits
from yalu.fleet.behavior.event import Event
from yalu.fleet.files.columns import Line
from yalu.fleet.identity import check_digit_holds
from yalu.fleet.register.hull import Hull
from yalu.fleet.register.register import Register
from yalu.fleet.targeting.heard import Heard, Said


@dataclass(frozen=True)
class Ship:
    """What is held of a ship. Each part may be absent; ``doubts`` say what was not joined, and why."""

    name: str
    imo: str
    hull: Hull | None = None
    line: Line | None = None
    mmsi: tuple[int, ...] = ()
    said: tuple[Said, ...] = ()
    events: tuple[Event, ...] = ()
    doubts: tuple[str, ...] = ()
    by_name: bool = False
    """Whether the hull was found by the name alone, so that it may be another ship."""

    @property
    def key(self) -> str:
        """By what it is told apart: the IMO number, the hull's id, the MMSI, or the row of the file."""
        if self.imo:
            return f"imo-{self.imo}"
        if self.hull:
            return f"id-{self.hull.ids[0]}"
        return f"mmsi-{self.mmsi[0]}" if self.mmsi else f"row-{self.line.number if self.line else 0}"


class Joined:
    """The register joined to what was heard: by IMO number, and by an MMSI that one hull alone has."""

    def __init__(self, register: Register, heard: Heard) -> None:
        self.register = register
        self.heard = heard

    @cached_property
    def _hulls_of(self) -> dict[int, set[str]]:
        """The hulls that a source gives each MMSI."""
        found: dict[int, set[str]] = defaultdict(set)
        for hull in self.register.hulls:
            for entry in hull.facts["mmsi"]:
                if entry.value.isdigit() and not entry.unverified:
                    found[int(entry.value)].add(hull.ids[0])
        return dict(found)

    @cached_property
    def by_imo(self) -> dict[str, Hull]:
        """The hulls by their valid IMO number."""
        return {h.imo: h for h in self.register.hulls if h.imo and h.imo_holds}

    @cached_property
    def _by_party(self) -> dict[tuple[str, str], list[Event]]:
        """The events by whose they are: an IMO number as sent about then, else an MMSI."""
        found: dict[tuple[str, str], list[Event]] = defaultdict(list)
        for event in self.heard.events:
            keys = [self.party(mmsi, event.t0) for mmsi in event.mmsi]
            for key in dict.fromkeys(keys):
                found[key].append(event)
        return dict(found)

    def party(self, mmsi: int, ts: int) -> tuple[str, str]:
        """Who bore a number at a moment: ``("imo", ...)`` where it says so, else ``("mmsi", ...)``."""
        imo = self.heard.imo_at(mmsi, ts)
        return ("imo", imo) if imo else ("mmsi", str(mmsi))

    def hull_at(self, mmsi: int, ts: int) -> Hull | None:
        """The hull that bore a number at a moment, where one alone can have."""
        kind, value = self.party(mmsi, ts)
        if kind == "imo":
            return self.by_imo.get(value)
        hulls = self._hulls_of.get(mmsi, set())
        return self.register.hull(next(iter(hulls))) if len(hulls) == 1 else None

    def ship(
        self, hull: Hull | None, imo: str, mmsi: Iterable[int], name: str, line: Line | None = None
    ) -> Ship:
        """A ship with all that was heard of it."""
        numbers, doubts = list(dict.fromkeys(mmsi)), []
        if hull:
            for entry in hull.facts["mmsi"]:
                number = int(entry.value) if entry.value.isdigit() and not entry.unverified else 0
                if number and len(self._hulls_of.get(number, ())) > 1:
                    doubts.append(f"MMSI {number} stands for several hulls: what it sent counts for none")
                elif number:
                    numbers.append(number)
        events = list(self._by_party.get(("imo", imo), [])) if imo else []
        events += [e for n in dict.fromkeys(numbers) for e in self._by_party.get(("mmsi", str(n)), [])]
        numbers += self.heard.mmsi_of.get(imo, []) if imo else []
        said = [
            s
            for n in dict.fromkeys(numbers)
            for s in self.heard.by_mmsi.get(n, [])
            if not imo or not s.imo or f"{s.imo:07}" == imo or not check_digit_holds(f"{s.imo:07}")
        ]
        unique = list({id(e): e for e in events}.values())
        return Ship(
            name,
            imo,
            hull,
            line,
            tuple(dict.fromkeys(numbers)),
            tuple(said),
            tuple(sorted(unique, key=Event.order)),
            tuple(doubts),
        )

    def of_hull(self, hull: Hull) -> Ship:
        """A hull of the register."""
        return self.ship(hull, hull.imo if hull.imo_holds else "", (), hull.name)

    def of_line(self, line: Line, hull: Hull | None, name: str) -> Ship:
        """A ship of a port's file; numbers that cannot be a ship's are not followed."""
        imo, mmsi = digits(line.get("imo")), digits(line.get("mmsi"))
        number = imo if check_digit_holds(imo) else hull.imo if hull and hull.imo_holds else ""
        numbers = [int(mmsi)] if mmsi.isdigit() and len(mmsi) == 9 else []
        return self.ship(hull or self.by_imo.get(number), number, numbers, name, line)

    def unregistered(self) -> list[Ship]:
        """Ships that were heard, have an event, and are no hull of the register."""
        known = {i for h in self.register.hulls for i in ([h.imo] if h.imo else [])}
        single = {n for n, hulls in self._hulls_of.items() if len(hulls) == 1}
        found = []
        for kind, value in sorted(self._by_party):
            if kind == "imo" and value not in known:
                names = [self.heard.name_of(m) for m in self.heard.mmsi_of.get(value, [])]
                found.append(self.ship(None, value, (), names[-1] if names else f"IMO {value}"))
            elif kind == "mmsi" and int(value) not in single:
                found.append(self.ship(None, "", [int(value)], self.heard.name_of(int(value))))
        return found
