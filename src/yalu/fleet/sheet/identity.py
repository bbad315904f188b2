"""The identity of a ship on its sheet: each field with days and sources, or why it is not known."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.fleet.ais.store import day_of
from yalu.fleet.register.entries import Entry
from yalu.fleet.register.hull import Hull
from yalu.fleet.sheet.model import Fact
from yalu.fleet.targeting.ship import Ship
from yalu.screening.countries import code

_PAPERS = "port's file"
_HELD = {
    "names": "Names",
    "mmsi": "MMSI",
    "call_signs": "Call sign",
    "flags": "Flags",
    "types": "Type",
    "tonnage": "Tonnage",
}
_LINE = {"Names": "name", "MMSI": "mmsi", "Call sign": "call_sign", "Flags": "flag", "Type": "type"}
_TIES = {"owner": "Owner", "operator or manager": "Manager"}
_ROLES = ("owner", "manager", "operator", "charterer", "agent")


def facts(ship: Ship) -> tuple[Fact, ...]:
    """Every field of the sheet's identity, in order."""
    found: dict[str, list[str]] = {title: [] for title in _HELD.values()}
    found |= {"Owner": [], "Manager": []}
    if ship.hull:
        for group, title in _HELD.items():
            found[title] += [_entry(e) for e in ship.hull.facts[group]]
        _ties(ship.hull, found)
    _papers(ship, found)
    _said(ship, found)
    built = ship.line.get("built") if ship.line else ""
    return (
        Fact("IMO number", (_imo(ship),)),
        *(Fact(t, tuple(dict.fromkeys(v)), "" if v else _why(ship, t)) for t, v in found.items()),
        Fact("Class", (), "no source that is held names class societies"),
        Fact("Insurer", (), "no source that is held names insurers"),
        Fact("Built", (f"{built} ({_PAPERS})",) if built else (), "" if built else _why(ship, "Built")),
        *_sizes(ship),
        Fact("Marks to check", ("IMO number on the hull, name, port of registry, funnel, draught marks",)),
    )


def _imo(ship: Ship) -> str:
    if not ship.imo:
        given = ship.line.get("imo") if ship.line else ""
        return f"{given}: fails its check digit" if given else "not public"
    held = "on the register that is held" if ship.hull and ship.hull.imo == ship.imo else "on no list held"
    return f"{ship.imo}: check digit right, {held}"


def _entry(entry: Entry) -> str:
    role = f" ({entry.role})" if entry.role in ("other name", "former name", "former flag") else ""
    doubt = ", unverified" if entry.unverified else ""
    day = f" {entry.day}" if entry.day else ""
    return f"{entry.value}{role} [{', '.join(entry.sources)}{day}{doubt}]"


def _ties(hull: Hull, found: dict[str, list[str]]) -> None:
    found["Owner"] += [_entry(e) for e in hull.facts["owners_named"]]
    for tie in hull.ties:
        if title := _TIES.get(tie.kind):
            lists = f", listed by {', '.join(tie.lists)}" if tie.lists else ""
            since, public = tie.statement.from_hi, tie.statement.known_hi
            day = f" {since}" if since else f", public by {public}" if public else ""
            doubt = ", unverified" if tie.statement.lead else ""
            found[title].append(f"{tie.name}{lists} ({tie.role}) [{tie.statement.source}{day}{doubt}]")


def _papers(ship: Ship, found: dict[str, list[str]]) -> None:
    if ship.line is None:
        return
    for title, cell in _LINE.items():
        if ship.line.get(cell):
            found[title].append(f"{ship.line.get(cell)} [{_PAPERS}]")
    for role in _ROLES:
        if ship.line.get(role):
            title = "Owner" if role == "owner" else "Manager"
            found[title].append(f"{ship.line.get(role)} ({role}) [{_PAPERS}]")


def _said(ship: Ship, found: dict[str, list[str]]) -> None:
    for one in ship.said:
        days = f"AIS {day_of(one.t0)} to {day_of(one.t1)}"
        for title, value in (
            ("Names", one.name),
            ("MMSI", str(one.mmsi)),
            ("Call sign", one.callsign),
            ("Type", f"AIS type {one.type}" if one.type else ""),
        ):
            if value:
                found[title].append(f"{value} [{days}]")
    for mmsi in ship.mmsi:
        if not any(text.startswith(str(mmsi)) for text in found["MMSI"]):
            found["MMSI"].append(f"{mmsi} [AIS]")


def _sizes(ship: Ship) -> tuple[Fact, ...]:
    length = [f"{s.length} x {s.beam} m [AIS {day_of(s.t1)}]" for s in ship.said if s.length]
    draught = [f"{s.draught:.1f} m [AIS {day_of(s.t1)}]" for s in ship.said if s.draught]
    return (
        Fact("Length, beam", tuple(dict.fromkeys(length)), "" if length else _why(ship, "Length")),
        Fact("Draught", tuple(dict.fromkeys(draught)), "" if draught else _why(ship, "Draught")),
    )


def _why(ship: Ship, title: str) -> str:
    if title in ("Owner", "Manager"):
        return f"no text of the day names {'an owner' if title == 'Owner' else 'a manager'}"
    return "no source of the day gives it"


def flag_of(ship: Ship, codes: Sequence[str]) -> str:
    """The newest flag as a code: of the papers, else of the register; empty where none is known."""
    flown = (
        [e for e in ship.hull.facts["flags"] if e.role == "flag" and not e.unverified] if ship.hull else []
    )
    flown.sort(key=lambda e: e.day)
    values = [ship.line.get("flag")] if ship.line and ship.line.get("flag") else [e.value for e in flown[-1:]]
    return next((c for v in values if (c := code(v)) in codes), "")
