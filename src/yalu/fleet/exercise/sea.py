"""A seeded sea: ships between ports, with planted deception, decoys that look like it, and deaf places.

Decoys: silences in port, ships that report rarely, a region that no receiver hears, receivers that fail for
some hours; ships that meet too briefly, too far apart, or under way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yalu.fleet.behavior.geo import DEGREE, KNOT
from yalu.fleet.exercise.routes import Plan, Route, meters, route

Column = NDArray[Any]

START = 1_772_323_200
"""2026-03-01, the first second of every sea."""


@dataclass(frozen=True)
class Size:
    """How large a sea is: ships, days, ports, and the box in degrees (south, north, west, east)."""

    ships: int = 2000
    days: int = 28
    ports: int = 60
    box: tuple[float, float, float, float] = (24.0, 36.0, 140.0, 156.0)


@dataclass
class Sea:
    """Reports, sorted by nothing, and the truth: what a rule must find and what it must not."""

    points: dict[str, Column]
    ports: Column
    gaps: list[tuple[int, int, int]] = field(default_factory=list)
    """MMSI, and the seconds between which it switched off, at sea and under way where others are heard."""
    silences: list[tuple[int, str]] = field(default_factory=list)
    jumps: list[int] = field(default_factory=list)
    shared: list[int] = field(default_factory=list)
    meetings: list[tuple[int, int, str, float, float]] = field(default_factory=list)
    """Two MMSIs, kind (meeting, or a decoy: short, far, convoy), from and to."""


def mmsi(ship: int) -> int:
    """The number of a ship: 799 is given to no country, so no real ship is named."""
    return 799_000_000 + ship


def sea(seed: int, size: Size = Size()) -> Sea:
    """Make a sea; the same seed and size give the same one."""
    rng = np.random.default_rng(seed)
    south, north, west, east = size.box
    ports = np.c_[rng.uniform(south, north, size.ports), rng.uniform(west, east, size.ports)]
    end = size.days * 86400
    deaf = (south + (north - south) * 0.55, west + (east - west) * 0.35, 1.8, 2.2)
    fails = [
        (
            rng.uniform(south, north - 3),
            rng.uniform(west, east - 3),
            3.0,
            3.0,
            at,
            at + rng.uniform(8, 20) * 3600,
        )
        for at in rng.uniform(2, size.days - 3, max(1, size.days // 7)) * 86400
    ]
    plans = _plans(rng, size, ports, end)
    out = Sea({}, ports)
    parts = []
    for ship in range(size.ships):
        plan = plans.get(ship)
        way = route(rng, ports, end, plan)
        t = _times(rng, end, every=7200 if ship % 50 == 49 else 600)
        lat, lon = way.at(t)
        ahead = way.at(t + 30)
        sog = meters(lat, lon, *ahead) / 30 / KNOT
        sog = np.round(np.clip(sog + rng.normal(0, 0.12, len(t)), 0, None), 1)
        lat, lon = lat + rng.normal(0, 3e-5, len(t)), lon + rng.normal(0, 3e-5, len(t))
        kept = _heard(t, lat, lon, deaf, fails)
        kept &= _silence(rng, out, ship, way, t, kept, lat, lon, ports, deaf, fails, plan, end)
        t, lat, lon, sog = t[kept], lat[kept], lon[kept], sog[kept]
        if rng.random() < 0.05 and len(t) > 400:
            _jump(rng, out, ship, t, lat, lon)
        parts.append((np.full(len(t), mmsi(ship)), t, lat, lon, sog))
    _share(rng, out, parts, size, set(plans))
    columns = [np.concatenate(c) for c in zip(*parts, strict=True)]
    order = rng.permutation(len(columns[0]))
    names = ("mmsi", "ts", "lat", "lon", "sog")
    out.points = {n: c[order] for n, c in zip(names, columns, strict=True)}
    out.points["ts"] = out.points["ts"].astype(np.int64) + START
    out.meetings = [
        (mmsi(min(a, b)), mmsi(max(a, b)), kind, START + at, START + at + lasts)
        for (a, b), (kind, at, lasts) in plans["pairs"].items()
    ]
    return out


def _times(rng: np.random.Generator, end: int, every: int) -> Column:
    t = np.arange(0, end, every) + rng.uniform(-every / 3, every / 3, len(range(0, end, every)))
    t = np.clip(np.sort(t), 0, end - 1)
    return np.asarray(np.unique(t[rng.random(len(t)) > 0.04].astype(np.int64)))


def _plans(rng: np.random.Generator, size: Size, ports: Column, end: int) -> dict[Any, Any]:
    """Which ships meet whom, when, where, and how: half true meetings, a half decoys."""
    ships = rng.permutation(size.ships)
    plans: dict[Any, Any] = {"pairs": {}}
    for i in range(size.ships // 5):
        a, b = int(ships[2 * i]), int(ships[2 * i + 1])
        kind = ("meeting", "short", "meeting", "convoy", "meeting", "far", "meeting", "convoy")[i % 8]
        low, high = {"meeting": (3, 14), "short": (0.3, 1.2), "far": (3, 10), "convoy": (4, 10)}[kind]
        lasts = rng.uniform(low, high) * 3600
        apart = {"far": (900, 1500), "convoy": (100, 300)}.get(kind, (20, 250))
        at = rng.uniform(0.2, 0.7) * end
        place = _open_sea(rng, size, ports)
        off = rng.uniform(*apart) / DEGREE
        for ship, shift in ((a, 0.0), (b, off)):
            plans[ship] = Plan(at, lasts, (place[0] + shift, place[1]), kind == "convoy")
        plans["pairs"][(a, b)] = (kind, at, lasts)
    return plans


def _open_sea(rng: np.random.Generator, size: Size, ports: Column) -> tuple[float, float]:
    south, north, west, east = size.box
    while True:
        lat, lon = rng.uniform(south, north), rng.uniform(west, east)
        if meters(ports[:, 0], ports[:, 1], lat, lon).min() > 25_000:
            return lat, lon


def _in(lat: Any, lon: Any, box: tuple[float, ...], margin: float = 0.0) -> Any:
    return (
        (lat > box[0] - margin)
        & (lat < box[0] + box[2] + margin)
        & (lon > box[1] - margin)
        & (lon < box[1] + box[3] + margin)
    )


def _heard(t: Column, lat: Column, lon: Column, deaf: Any, fails: Any) -> Column:
    heard = ~_in(lat, lon, deaf)
    for *box, since, until in fails:
        heard &= ~(_in(lat, lon, tuple(box)) & (t >= since) & (t < until))
    return np.asarray(heard)


def _silence(
    rng: np.random.Generator,
    out: Sea,
    ship: int,
    way: Route,
    t: Column,
    heard: Column,
    lat: Column,
    lon: Column,
    ports: Column,
    deaf: Any,
    fails: Any,
    plan: Plan | None,
    end: int,
) -> Column:
    """A quarter of the ships switch off once: true gaps at sea, decoys in port."""
    keep = np.ones(len(t), bool)
    lasts = rng.uniform(6.5, 60) * 3600
    at_sea = rng.random() < 0.6
    if rng.random() > 0.25 or ship % 50 == 49:
        return keep
    for begin in rng.uniform(1.5 * 86400, end - 86400 - lasts, 40):
        inside = (t > begin) & (t < begin + lasts)
        i = int(np.searchsorted(t, begin)) - 1
        around = slice(max(i - 40, 0), i + 1)
        if i < 60 or not heard[around].all() or not inside.any():
            continue
        if plan and plan.at - 7200 < begin + lasts and begin < plan.at + plan.lasts + 7200:
            continue
        span = slice(i, min(i + int(lasts / 600) + 4, len(t)))
        troubled = not heard[span].all() or any(
            _in(lat[span], lon[span], tuple(box), 0.6).any() and since < begin + lasts and begin < until
            for *box, since, until in fails
        )
        if troubled or _in(lat[span], lon[span], deaf, 0.6).any():
            continue
        away = float(meters(ports[:, 0], ports[:, 1], lat[i], lon[i]).min())
        speed = way.speed(float(t[i]))
        if (
            at_sea
            and speed > 3
            and away > 12_000
            and way.steady(float(t[i]) - 1800, float(t[i]) + 3 * 3600 + 600)
        ):
            last = int(t[i])
            after = t[t >= begin + lasts]
            if not len(after):
                continue
            out.gaps.append((mmsi(ship), START + last, START + int(after[0])))
        elif not at_sea and speed < 0.01 and away < 5_000:
            out.silences.append((mmsi(ship), "in port"))
        else:
            continue
        return np.asarray(~inside)
    return keep


def _jump(rng: np.random.Generator, out: Sea, ship: int, t: Column, lat: Column, lon: Column) -> None:
    """Six reports of an hour lie some hundred kilometers away."""
    for j in rng.integers(100, len(t) - 20, 20):
        if t[j + 6] - t[j - 1] < 3 * 3600:
            turn = rng.uniform(0, 2 * np.pi)
            lat[j : j + 6] += 3 * np.sin(turn)
            lon[j : j + 6] += 3 * np.cos(turn)
            out.jumps.append(mmsi(ship))
            return


def _share(rng: np.random.Generator, out: Sea, parts: list[Any], size: Size, planned: set[Any]) -> None:
    """One ship in a hundred sends under another's number, for three days."""
    taken = (
        {mmsi(s) for s in planned if s != "pairs"}
        | {m for m, *_ in out.gaps}
        | set(out.jumps)
        | {m for m, _ in out.silences}
    )
    free = [s for s in range(size.ships) if mmsi(s) not in taken and s % 50 != 49]
    for k in range(size.ships // 100):
        a, b = free[2 * k], free[2 * k + 1]
        at = rng.uniform(1, max(size.days - 4, 1.1)) * 86400
        _, t, lat, lon, sog = parts[b]
        borrowed = (t > at) & (t < at + 3 * 86400)
        # what b sends in these days stands under a's number, and under its own as well: nothing falls silent
        parts.append(
            (np.full(int(borrowed.sum()), mmsi(a)), t[borrowed], lat[borrowed], lon[borrowed], sog[borrowed])
        )
        out.shared.append(mmsi(a))
