"""Who a ship says that it is: numbers, names and flags that do not fit each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from yalu.fleet.behavior.rules import Identity

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from yalu.fleet.behavior.world import World


@dataclass(frozen=True, slots=True)
class Hull:
    """A row of a register: what is known of an IMO number. Empty or 0 means not known."""

    imo: int
    name: str = ""
    flag: str = ""
    type: str = ""
    length: float = 0
    beam: float = 0
    scrapped: str = ""
    """The day on which it was broken up."""


def spells(world: World) -> ir.Table:
    """What each number said of itself: mmsi, imo, name, callsign, type, length, beam, from t0 to t1."""
    v = world.voyages
    said = ["mmsi", "imo", "name", "callsign", "type", "length", "beam"]
    made = v.group_by(*said).aggregate(t0=v.ts.min(), t1=v.ts.max())
    return world.engine.make("spells", made)


def together(world: World, rule: Identity) -> ir.Table:
    """One IMO number on two MMSIs within ``rule.together`` seconds: imo, a, b, t0, t1, times."""
    v = world.voyages.filter(world.voyages.imo > 0)
    v = v.select("imo", "mmsi", "ts", slot=(v.ts // rule.together).cast("int64"))
    v = v.group_by("imo", "mmsi", "slot").aggregate(t0=v.ts.min(), t1=v.ts.max())
    v = world.engine.make("imo_slots", v)
    o = v.view()
    pair = v.join(o, [v.imo == o.imo, v.slot == o.slot, v.mmsi < o.mmsi]).select(
        imo=v.imo, a=v.mmsi, b=o.mmsi, t0=v.t0, t1=o.t1
    )
    found = pair.group_by("imo", "a", "b").aggregate(t0=pair.t0.min(), t1=pair.t1.max(), times=pair.count())
    return world.engine.make("imo_twice", found)


def checksum(imo: int) -> bool:
    """Whether the last digit of an IMO number fits the six before it."""
    digits = f"{imo:07}"
    return len(digits) == 7 and sum(
        int(d) * w for d, w in zip(digits, range(7, 1, -1), strict=False)
    ) % 10 == int(digits[6])


def country(mmsi: int) -> str:
    """The country to which the ITU gave the first three digits; empty where it gave them to none."""
    from pyais.constants import COUNTRY_MAPPING

    return str(COUNTRY_MAPPING.get(mmsi // 1_000_000, ("", ""))[0])


def judged(
    spells: list[dict[str, Any]],
    gaps: list[dict[str, Any]],
    register: Mapping[int, Hull],
    rule: Identity,
    *,
    partial: bool = False,
) -> list[dict[str, Any]]:
    """Events on single numbers: grade, mmsi, imo, t0, t1, why. Both lists are rows of the tables.

    What needs a register is asked only of one that holds anything; of a ``partial`` one only of its hulls.
    """
    found: list[dict[str, Any]] = []
    by_imo: dict[int, list[dict[str, Any]]] = {}
    by_mmsi: dict[int, list[dict[str, Any]]] = {}
    for spell in sorted(spells, key=lambda s: (s["t0"], s["t1"], s["mmsi"])):
        by_mmsi.setdefault(spell["mmsi"], []).append(spell)
        if spell["imo"]:
            by_imo.setdefault(spell["imo"], []).append(spell)
    for imo, said in by_imo.items():
        if not checksum(imo):
            found += [
                _event("imo checksum", s, "the last digit of the IMO number does not fit") for s in said
            ]
        elif register and not (partial and imo not in register):
            found += _registered(said, register.get(imo), rule)
        found += _flags(imo, said, rule)
    for mmsi, said in by_mmsi.items():
        if mmsi >= 200_000_000 and not country(mmsi):
            found.append(_event("mid", said[0], f"the digits {mmsi // 1_000_000} are given to no country"))
    return found + _changes(by_imo, by_mmsi, gaps, rule)


def _event(grade: str, spell: Mapping[str, Any], why: str) -> dict[str, Any]:
    return {
        "grade": grade,
        "mmsi": spell["mmsi"],
        "imo": spell["imo"],
        "t0": spell["t0"],
        "t1": spell["t1"],
        "why": why,
    }


def _registered(said: list[dict[str, Any]], hull: Hull | None, rule: Identity) -> list[dict[str, Any]]:
    if hull is None:
        return [_event("unregistered", said[0], "the IMO number is valid and in no register that was given")]
    found = []
    for s in said:
        if hull.scrapped and _day(s["t1"]) > hull.scrapped:
            found.append(_event("scrapped", s, f"the ship was broken up on {hull.scrapped}"))
        flag = country(s["mmsi"])
        if hull.flag and flag and flag != hull.flag:
            found.append(_event("flag", s, f"the MMSI is of {flag}, the register says {hull.flag}"))
        for field in ("length", "beam"):
            known, told = float(getattr(hull, field)), s[field]
            if known and told and abs(told - known) > rule.length * known:
                found.append(_event("dimensions", s, f"{field} {told} m, the register says {known:g} m"))
        if hull.type and s["type"] and not _same_type(hull.type, str(s["type"])):
            found.append(_event("type", s, f"type {s['type']}, the register says {hull.type}"))
    return found


def _same_type(register: str, said: str) -> bool:
    """Types of AIS are numbers of two digits: 7 is cargo, 8 tanker. Others are not compared."""
    word = {"7": "cargo", "8": "tanker"}.get(said[0]) if said.isdigit() else said.casefold()
    known = register.casefold()
    groups = {
        "cargo": ("cargo", "bulk", "container", "carrier"),
        "tanker": ("tanker", "oil", "chemical", "gas"),
    }
    if word not in groups or not any(w in known for ws in groups.values() for w in ws):
        return True
    return any(w in known for w in groups[word])


def _flags(imo: int, said: list[dict[str, Any]], rule: Identity) -> list[dict[str, Any]]:
    flown = [(s["t0"], country(s["mmsi"]), s) for s in said if country(s["mmsi"])]
    for i, (first, _, _) in enumerate(flown):
        others = {flag: s for t, flag, s in flown[i:] if t - first <= rule.within}
        if len(others) >= rule.flags:
            why = f"flags of {', '.join(sorted(others))} within 12 months, by the digits of its MMSIs"
            return [_event("flags", list(others.values())[-1], why)]
    return []


def _changes(
    by_imo: dict[int, list[dict[str, Any]]],
    by_mmsi: dict[int, list[dict[str, Any]]],
    gaps: list[dict[str, Any]],
    rule: Identity,
) -> list[dict[str, Any]]:
    dark: dict[int, list[dict[str, Any]]] = {}
    for gap in gaps:
        if gap["grade"] in ("gap", "strong"):
            dark.setdefault(gap["mmsi"], []).append(gap)
    found = []
    pairs = [("name", a, b) for said in by_mmsi.values() for a, b in _next(said, "name")]
    pairs += [("mmsi", a, b) for said in by_imo.values() for a, b in _next(said, "mmsi")]
    for field, a, b in pairs:
        at = b["t0"]
        near = [g for m in {a["mmsi"], b["mmsi"]} for g in dark.get(m, []) if _beside(g, at, rule.near_gap)]
        if near:
            what = f"{field} {a[field]} became {b[field]}"
            if field == "mmsi" and country(a["mmsi"]) != country(b["mmsi"]):
                what += f", and the flag {country(a['mmsi']) or '?'} became {country(b['mmsi']) or '?'}"
            found.append(_event(f"{field} changed", b, f"{what} within 30 days of a gap"))
    return found


def _next(said: list[dict[str, Any]], field: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    told = [s for s in said if s[field]]
    return [(a, b) for a, b in pairwise(told) if a[field] != b[field] and a["t1"] <= b["t0"]]


def _beside(gap: Mapping[str, Any], at: int, within: int) -> bool:
    end = gap["t1"] if gap["t1"] is not None else at
    return bool(gap["t0"] - within <= at <= end + within)


def _day(ts: int) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(ts, UTC).date().isoformat()
