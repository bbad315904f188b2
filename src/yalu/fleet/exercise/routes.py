"""How a ship of an invented sea goes: straight from port to port, with days in port between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yalu.fleet.behavior.geo import EARTH, KNOT

Column = NDArray[Any]


def meters(lat1: Any, lon1: Any, lat2: Any, lon2: Any) -> Any:
    """Great-circle meters, for arrays."""
    a, b, c, d = (np.radians(x) for x in (lat1, lon1, lat2, lon2))
    h = np.sin((c - a) / 2) ** 2 + np.cos(a) * np.cos(c) * np.sin((d - b) / 2) ** 2
    return 2 * EARTH * np.arcsin(np.sqrt(h))


@dataclass(frozen=True)
class Route:
    """Places and the seconds at which the ship is there; between them it goes straight."""

    t: Column
    lat: Column
    lon: Column

    def at(self, t: Column) -> tuple[Column, Column]:
        """Where it is."""
        return np.interp(t, self.t, self.lat), np.interp(t, self.t, self.lon)

    def speed(self, t: float) -> float:
        """Knots at a moment."""
        (a, b), (c, d) = self.at(np.array([t, t + 30]))
        return float(meters(a, c, b, d)) / 30 / KNOT

    def steady(self, since: float, until: float) -> bool:
        """Whether it neither turns nor stops between two moments."""
        return not ((self.t > since) & (self.t < until)).any()


@dataclass(frozen=True)
class Plan:
    """A meeting to be at: from a second, for seconds, at a place, lying there or going north at 10 knots."""

    at: float
    lasts: float
    place: tuple[float, float]
    going: bool


def route(rng: np.random.Generator, ports: Column, end: int, plan: Plan | None) -> Route:
    """A route over ``end`` seconds; with a plan it is laid out from the meeting on, forward and backward."""
    if plan is None:
        here = ports[rng.integers(len(ports))] + rng.normal(0, 0.006, 2)
        first = (0.0, float(here[0]), float(here[1]))
        return _made([first, *_legs(rng, ports, here, end, stay=True)])
    start = np.array(plan.place)
    drift = plan.lasts * 10 * KNOT / 111_195 if plan.going else 0.004 * min(1.0, plan.lasts / 36_000)
    left = start + np.array([drift, 0.0 if plan.going else 0.75 * drift])
    until = plan.at + plan.lasts
    before = [(plan.at - t, a, b) for t, a, b in _legs(rng, ports, start, plan.at, stay=False)]
    after = [(until + t, a, b) for t, a, b in _legs(rng, ports, left, end - until, stay=False)]
    met = [(plan.at, float(start[0]), float(start[1])), (until, float(left[0]), float(left[1]))]
    return _made([*reversed(before), *met, *after])


def _legs(
    rng: np.random.Generator, ports: Column, here: Column, lasts: float, *, stay: bool
) -> list[tuple[float, float, float]]:
    """Stops from a place on, as seconds from its leaving: a leg to a port, a stay there, and so on."""
    stops: list[tuple[float, float, float]] = []
    t = 0.0
    while t < lasts:
        if stay:
            t += rng.uniform(6, 48) * 3600
            stops.append((t, float(here[0]), float(here[1])))
        there = ports[rng.integers(len(ports))] + rng.normal(0, 0.006, 2)
        t += float(meters(*here, *there)) / (rng.uniform(8, 14) * KNOT) + 60
        here, stay = there, True
        stops.append((t, float(here[0]), float(here[1])))
    return stops


def _made(stops: list[tuple[float, float, float]]) -> Route:
    at = np.array(stops)
    return Route(at[:, 0], at[:, 1], at[:, 2])
