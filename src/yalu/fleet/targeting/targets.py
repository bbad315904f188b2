"""Ships ranked by the sanctions score, the safety score beside it, each with its reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from yalu.fleet.arrivals.check import Checked
from yalu.fleet.cargo.rules import Rules
from yalu.fleet.inspection.powers import Powers
from yalu.fleet.places import Places
from yalu.fleet.register.hull import Hull
from yalu.fleet.register.register import Register
from yalu.fleet.targeting.acts import acts
from yalu.fleet.targeting.goods import goods
from yalu.fleet.targeting.heard import Heard
from yalu.fleet.targeting.inspections import Inspections
from yalu.fleet.targeting.known import known
from yalu.fleet.targeting.law import Law
from yalu.fleet.targeting.papers import papers
from yalu.fleet.targeting.port import There
from yalu.fleet.targeting.reason import Finding, Sanctions, score
from yalu.fleet.targeting.safety import Safety, safety
from yalu.fleet.targeting.ship import Joined, Ship

NO_TRACKS = (
    "No real tracks of North Korean ships could be had to measure field accuracy: how often these signs are"
    " right at sea is not known."
)
"""The limit that stands on every ranking and sheet."""
EXERCISE = "EXERCISE: all positions of this workspace are invented; so is what is told of them."
NO_POSITIONS = "no position is held up to that day, so gaps, meetings and calls are not known"


@dataclass(frozen=True)
class Target:
    """A ship with both scores. ``notes`` say what could not be compared."""

    ship: Ship
    sanctions: Sanctions
    safety: Safety
    notes: tuple[str, ...] = ()
    problem: str = ""

    @property
    def verdict(self) -> str:
        """``reasons``, ``no reason found`` or ``not read``; never ``clean``."""
        if self.problem:
            return "not read"
        return "reasons" if self.sanctions.reasons else "no reason found"

    def order(self) -> tuple[Any, ...]:
        """Most points first, among equals the higher safety risk; ships without reasons last."""
        last = 0 if self.problem or self.sanctions.reasons else 1
        return (last, -self.sanctions.points, -self.safety.lowest, self.ship.name.casefold(), self.ship.key)

    def as_json(self) -> dict[str, Any]:
        """The target as JSON shows it."""
        ship = self.ship
        return {
            "key": ship.key,
            "name": ship.name,
            "imo": ship.imo,
            "mmsi": list(ship.mmsi),
            "row": ship.line.number if ship.line else None,
            "ids": list(ship.hull.ids) if ship.hull else [],
            "status": ship.hull.status if ship.hull else "on no list that is held, and in no source",
            "verdict": self.verdict,
            "sanctions": self.sanctions.as_json(),
            "safety": self.safety.as_json(),
            "notes": list(self.notes),
            "problem": self.problem,
        }


@dataclass
class Judge:
    """Judges ships as of the day of the register; nothing later counts."""

    register: Register
    heard: Heard
    country: str
    records: Mapping[str, Inspections] = field(default_factory=dict)

    @property
    def day(self) -> str:
        """The last day that may be known."""
        return self.register.scope.view.when.as_of

    @cached_property
    def law(self) -> Law:
        """The rules of the day."""
        when = self.register.scope.view.when
        return Law(Powers(self.register.scope.view.evidence, when.as_of, when.on, when.mode))

    @cached_property
    def _rules(self) -> Rules:
        when = self.register.scope.view.when
        return Rules(self.register.scope.view.evidence, when.as_of, when.on, when.mode)

    @cached_property
    def _places(self) -> Places:
        return Places(self.register.scope.view)

    @cached_property
    def joined(self) -> Joined:
        """The register joined to what was heard."""
        return Joined(self.register, self.heard)

    def judge(self, ship: Ship, checked: Checked | None = None) -> Target:
        """One ship with both scores."""
        found: list[Finding] = []
        if ship.hull:
            found += known(ship.hull, self.country)
        if checked:
            found += papers(checked, self.day)
            cargo = goods(checked.line, self._rules, self._places, self.country, self.day)
            found += [cargo] if cargo else []
        found += acts(ship, self.joined, self.day, self.country)
        notes = [*(checked.notes if checked else ()), *ship.doubts]
        if self.heard.exercise:
            notes.insert(0, EXERCISE)
        if not self.heard.any:
            notes.append(NO_POSITIONS)
        elif not ship.said and not ship.events:
            notes.append("nothing was heard of it in the positions that are held")
        if ship.by_name:
            notes.append(
                "found by its name alone: another ship may bear it; compare the IMO number on the hull"
            )
        return Target(
            ship, score(found, self.law, self.day), self._safety(ship), tuple(notes),
            checked.line.problem if checked else "",
        )  # fmt: skip

    def _safety(self, ship: Ship) -> Safety:
        line = ship.line
        types = [line.get("type")] if line and line.get("type") else []
        if not types and ship.hull:
            types = [e.value for e in ship.hull.facts["types"] if not e.unverified]
        if not types:
            types = [s.type for s in ship.said if s.type][-1:]
        built = line.get("built") if line else ""
        return safety(self.day, types, built, self.records.get(ship.imo))

    def hull(self, hull: Hull) -> Target:
        """A hull of the register."""
        return self.judge(self.joined.of_hull(hull))

    def line(self, checked: Checked) -> Target:
        """A ship of a port's file."""
        hull, by_name = self._hull_of(checked)
        name = checked.line.get("name") or (hull.name if hull else "") or f"row {checked.line.number}"
        ship = self.joined.of_line(checked.line, hull, name)
        if by_name:
            ship = replace(ship, by_name=True)
        return self.judge(ship, checked)

    def _hull_of(self, checked: Checked) -> tuple[Hull | None, bool]:
        """The hull that screening says the ship may be, and whether its name alone says so."""
        for reason in checked.reasons:
            if reason.code == "ship" and reason.parties:
                hull = self.register.hull(reason.parties[0])
                same = any("number is the same" in detail for detail in reason.details)
                return hull, not same
        return None, False


def targets(
    judge: Judge,
    *,
    expected: Iterable[Checked] | None = None,
    there: There | None = None,
    step: Callable[[int], None] = lambda n: None,
) -> list[Target]:
    """Ships ranked: those of a port's file, those heard at a port, or the whole fleet.

    The whole fleet is every hull of the register and every ship that was heard and has an event.
    """
    found: list[Target] = []
    if expected is not None:
        for number, one in enumerate(expected, 1):
            found.append(judge.line(one))
            step(number)
    else:
        ships = _ships(judge, there)
        for number, ship in enumerate(ships, 1):
            found.append(judge.judge(ship))
            step(number)
    return sorted(found, key=Target.order)


def _ships(judge: Judge, there: There | None) -> Sequence[Ship]:
    joined = judge.joined
    if there is None:
        return [*map(joined.of_hull, judge.register.hulls), *joined.unregistered()]
    ships: dict[str, Ship] = {}
    for mmsi in sorted(there.why):
        newest = max((s.t1 for s in judge.heard.by_mmsi.get(mmsi, [])), default=1 << 40)
        hull = joined.hull_at(mmsi, newest)
        kind, value = joined.party(mmsi, newest)
        if hull:
            ship = joined.of_hull(hull)
        else:
            ship = joined.ship(None, value if kind == "imo" else "", [mmsi], judge.heard.name_of(mmsi))
        ships.setdefault(ship.key, ship)
    return list(ships.values())
