"""Rows of the rules' tables to events that a person can read and check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from yalu.fleet.behavior.event import Event, Fix
from yalu.fleet.behavior.ports import Place
from yalu.fleet.behavior.rules import Rule

Row = Mapping[str, Any]


NOBODY = "on its way lies a spot where no other ship was ever heard, so coverage is not shown"


def hours(seconds: float) -> str:
    """``7.5 h``, or days from two on."""
    return f"{seconds / 3600:.1f} h" if seconds < 172_800 else f"{seconds / 86_400:.1f} days"


def gap(r: Row, rule: Rule[Any]) -> Event:
    """A silence, open or closed."""
    why = [
        text
        for held, text in (
            (r["moving"], "the ship lay still"),
            (r["far"], "a port is near"),
            (r["regular"], "the ship reported rarely before"),
            (r["single"], "two ships bear the number"),
        )
        if not held
    ]
    text = f"silent for {hours(r['lasted'])}" + (", and still" if r["open"] else "")
    if why:
        text += f"; no finding, for {' and '.join(why)}"
    fixes = [Fix(r["mmsi"], r["t0"], r["lat0"], r["lon0"], "last report")]
    if not r["open"]:
        fixes.append(Fix(r["mmsi"], r["t1"], r["lat1"], r["lon1"], "next report"))
    figures = {
        "hours": round(r["lasted"] / 3600, 2),
        "speed": r["sog0"],
        "heard": r["heard"],
        "silent": r["silent"],
    }
    return Event(
        "gap",
        r["grade"],
        (r["mmsi"],),
        r["t0"],
        r["t1"],
        text,
        rule,
        tuple(fixes),
        figures,
        _coverage(r, rule),
    )


def _coverage(r: Row, rule: Rule[Any]) -> str:
    if r["grade"] == "silence":
        return "not asked for"
    far = rule.thresholds.around // 1000
    told = (
        f"{r['heard']} other ships were heard within {far} km of where it would have been, {r['silent']} were"
        " silent there too"
    )
    if r["grade"] == "hole":
        if max(r["fell_with"], r["came_with"]) >= rule.thresholds.others:
            return (
                f"with it {r['fell_with']} others fell silent and {r['came_with']} came back: the place did"
            )
        return f"{told}: the place fell silent, not the ship" if r["fell"] else NOBODY
    return f"{told}; on its way others were heard at some time" if not r["heard"] else told


def jump(r: Row, rule: Rule[Any]) -> Event:
    """An impossible move, or a number that two ships bear."""
    km = r["meters"] / 1000
    text = {
        "returns": f"positions jump {km:,.0f} km at {r['speed']:,.0f} kn and come back",
        "stays": f"positions jump {km:,.0f} km at {r['speed']:,.0f} kn and stay there",
        "doubled": f"two tracks {km:,.0f} km apart run on one number, {r['n']} changes between them",
    }[r["grade"]]
    fixes = (
        Fix(r["mmsi"], r["t0"], r["lat0"], r["lon0"], "before"),
        Fix(r["mmsi"], r["t1"], r["lat1"], r["lon1"], "after"),
    )
    figures = {"km": round(km, 1), "knots": round(r["speed"], 1)}
    return Event("jump", r["grade"], (r["mmsi"],), r["t0"], r["until"], text, rule, fixes, figures)


def meeting(r: Row, rule: Rule[Any], ports: int) -> Event:
    """Two ships close for long."""
    a, b = r["a"], r["b"]
    text = f"within {rule.thresholds.distance} m for {hours(r['t1'] - r['t0'])}, mean {r['meters']:.0f} m"
    if r["grade"] == "probable":
        text += "; reports are up to three hours apart"
    fixes = (Fix(a, None, r["lat"], r["lon"], "where they were nearest"),)
    figures = {
        "hours": round((r["t1"] - r["t0"]) / 3600, 2),
        "bins": r["bins"],
        "firm_bins": int(r["firm_bins"]),
        "meters": round(r["meters"]),
        "nearest": round(r["nearest"]),
        "ports_known": ports,
    }
    return Event("meeting", r["grade"], (a, b), r["t0"], r["t1"], text, rule, fixes, figures)


def loitering(r: Row, rule: Rule[Any]) -> Event:
    """A ship slow for hours."""
    text = f"slow for {hours(r['t1'] - r['t0'])}, mean {r['speed']:.1f} kn"
    fixes = (Fix(r["mmsi"], r["t0"], r["lat"], r["lon"], "mean place"),)
    figures = {"hours": round((r["t1"] - r["t0"]) / 3600, 2), "speed": round(r["speed"], 2)}
    return Event("loitering", "seen", (r["mmsi"],), r["t0"], r["t1"], text, rule, fixes, figures)


def dark_meeting(r: Row, rule: Rule[Any]) -> Event:
    """A silent ship and one that loitered within its reach."""
    km = r["meters"] / 1000
    text = f"{r['loiterer']} loitered {km:.0f} km from where {r['silent']} fell silent or came back"
    fixes = (Fix(r["loiterer"], None, r["lat"], r["lon"], "where it loitered"),)
    figures = {"km": round(r["meters"] / 1000, 1), "gap_from": r["g0"]}
    return Event(
        "dark_meeting", "possible", (r["silent"], r["loiterer"]), r["t0"], r["t1"], text, rule, fixes, figures
    )


def call(r: Row, rule: Rule[Any], places: Sequence[Place]) -> Event:
    """A ship that lay in a port of the target country."""
    place = places[r["place"]]
    text = f"lay at {place.name} at {r['speed']:.1f} kn, {r['reports']} reports in {hours(r['t1'] - r['t0'])}"
    fixes = (Fix(r["mmsi"], None, r["lat"], r["lon"], f"in the radius of {place.radius / 1000:g} km"),)
    figures = {"port": place.id, "nearest": round(r["nearest"]), "reports": r["reports"]}
    return Event("call", "seen", (r["mmsi"],), r["t0"], r["t1"], text, rule, fixes, figures)


def inferred_call(r: Row, rule: Rule[Any], places: Sequence[Place]) -> Event:
    """A gap that fits a call, with another draught after it."""
    place = places[r["place"]]
    text = (
        f"fell silent {r['meters'] / 1000:.0f} km from {place.name}, heading in; draught"
        f" {r['before']:.1f} m before and {r['after']:.1f} m after"
    )
    fixes = (
        Fix(r["mmsi"], r["t0"], r["lat0"], r["lon0"], "last report"),
        Fix(r["mmsi"], r["t1"], r["lat1"], r["lon1"], "next report"),
    )
    figures = {"port": place.id, "before": round(r["before"], 1), "after": round(r["after"], 1)}
    return Event("call", "inferred", (r["mmsi"],), r["t0"], r["t1"], text, rule, fixes, figures)


def identity(r: Row, rule: Rule[Any]) -> Event:
    """A number, name or flag that does not fit."""
    imo = (r["imo"],) if r["imo"] else ()
    return Event("identity", r["grade"], (r["mmsi"],), r["t0"], r["t1"], r["why"], rule, imo=imo)


def imo_twice(r: Row, rule: Rule[Any]) -> Event:
    """One IMO number on two MMSIs at once."""
    text = f"IMO {r['imo']} is sent by {r['a']} and by {r['b']} at once, {r['times']} times"
    return Event("identity", "imo twice", (r["a"], r["b"]), r["t0"], r["t1"], text, rule, imo=(r["imo"],))


def named(events: Sequence[Event], said: Sequence[Row]) -> list[Event]:
    """The events with the IMO numbers and names that their ships sent, latest last."""
    by_mmsi: dict[int, list[Row]] = {}
    for row in sorted(said, key=lambda v: v["ts"]):
        by_mmsi.setdefault(row["mmsi"], []).append(row)
    found = []
    for event in events:
        rows = [row for mmsi in event.mmsi for row in by_mmsi.get(mmsi, [])]
        imo = dict.fromkeys([*event.imo, *(row["imo"] for row in rows if row["imo"])])
        names = dict.fromkeys(row["name"] for row in rows if row["name"])
        found.append(replace(event, imo=tuple(imo), names=tuple(names)))
    return found
