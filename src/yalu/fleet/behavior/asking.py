"""A question for events, and its answer from the positions of a workspace."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from yalu.errors import UsageError
from yalu.fleet.ais.store import Positions
from yalu.fleet.behavior.engine import open_engine
from yalu.fleet.behavior.event import Event
from yalu.fleet.behavior.find import KINDS, Found, events
from yalu.fleet.behavior.identity import Hull
from yalu.fleet.behavior.ports import Place, read_places, regime_places
from yalu.fleet.behavior.rules import on, rule_book
from yalu.fleet.behavior.world import World, world

BEFORE = timedelta(days=40)
"""How far before the first day asked for positions are read, for gaps and changes that began earlier."""


@dataclass(frozen=True)
class Question:
    """What is asked; days as ISO dates, empty where open. ``ship`` is an IMO number or MMSI, 0 for all."""

    day: str
    first: str = ""
    last: str = ""
    kinds: tuple[str, ...] = ()
    ship: int = 0
    ports: Path | None = None
    register: Path | None = None
    hulls: Mapping[int, Hull] = field(default_factory=dict)
    """Hulls of the regime, held against where no register is given; that a ship is not among them says
    nothing, since it is no register of all ships."""
    detections: Path | None = None
    engine: str = "duckdb"
    every: bool = False


def answer(
    positions: Positions,
    asked: Question,
    *,
    step: Callable[[str], None] = lambda kind: None,
    tell: Callable[[str], None] = lambda message: None,
) -> list[Event]:
    """The events, as known at the end of the day asked. Raises UsageError."""
    for kind in asked.kinds:
        if kind not in KINDS:
            raise UsageError(f"There is no kind {kind!r}.", expected=", ".join(KINDS))
    places = regime_places() + (read_places(asked.ports) if asked.ports else [])
    register = read_register(asked.register) if asked.register else dict(asked.hulls)
    if not asked.ports:
        tell(
            f"Only the {len(places)} ports of the regime are known; name more with --ports, else ships at"
            " other ports may count as meeting or loitering."
        )
    if not asked.register and (not asked.kinds or "identity" in asked.kinds):
        tell(
            f"Identities are held against the {len(register):,} hulls of the regime alone; give a register of"
            " all ships with --register."
            if register
            else "Inputs missing: no register was given, so no identity is held against one (--register)."
        )
    with TemporaryDirectory() as folder:
        seen = _world(positions, asked, places, Path(folder))
        if seen is None:
            tell("No positions are held for these days. Take some in with yalu fleet ais FILE.")
            return []
        found = Found(seen, rule_book(), asked.day)
        if asked.detections:
            made = _detected(found, asked, step, tell)
        else:
            made = events(
                found,
                asked.kinds or KINDS,
                register=register,
                partial=not asked.register,
                every=asked.every,
                step=step,
            )
    return [e for e in made if _wanted(e, asked)]


def _world(positions: Positions, asked: Question, places: list[Place], scratch: Path) -> World | None:
    first = (date.fromisoformat(asked.first) - BEFORE).isoformat() if asked.first else ""
    points = positions.paths("points", first, asked.day)
    if not points:
        return None
    voyages = positions.paths("voyages", first, asked.day)
    dated = any(load.dated for load in positions.manifest().loads.values())
    engine = open_engine(asked.engine, scratch)
    return world(engine, points, voyages, places, end=last_second(asked.day), dated=dated)


def _detected(
    found: Found, asked: Question, step: Callable[[str], None], tell: Callable[[str], None]
) -> list[Event]:
    from yalu.fleet.satellite.matching import unmatched
    from yalu.fleet.satellite.reading import read_detections

    assert asked.detections is not None
    step("detection")
    given, faults = read_detections(asked.detections)
    for fault in faults:
        tell(fault)
    rule = on(rule_book().detection, asked.day)
    gaps = found.world.engine.read(found.silences())
    left, matched = unmatched(found.world, given, rule, gaps)
    later = sum(d.ts > found.world.end for d in given)
    tell(f"{len(given)} detections: {len(matched)} are ships that were heard, {len(left)} are not.")
    if later:
        tell(f"{later} detections are later than the newest position held, and were not matched.")
    return left


def _wanted(event: Event, asked: Question) -> bool:
    if asked.ship and asked.ship not in event.mmsi and asked.ship not in event.imo:
        return False
    if asked.last and event.t0 > last_second(asked.last):
        return False
    until = event.t1 if event.t1 is not None else last_second(asked.day)
    return not (asked.first and until < last_second(asked.first) - 86399)


def last_second(day: str) -> int:
    """The last second of a day, in UTC."""
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()) + 86399


def read_register(path: Path) -> dict[int, Hull]:
    """A register as CSV: imo, and as known name, flag (two letters), type, length, beam, scrapped (day)."""
    found = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), 2):
                cells = {str(k).strip().casefold(): (v or "").strip() for k, v in row.items() if k}
                try:
                    hull = Hull(
                        int(cells["imo"].upper().removeprefix("IMO").strip()),
                        cells.get("name", ""),
                        cells.get("flag", "").upper(),
                        cells.get("type", ""),
                        float(cells.get("length") or 0),
                        float(cells.get("beam") or 0),
                        cells.get("scrapped", ""),
                    )
                except (KeyError, ValueError):
                    raise UsageError(
                        f"{path}, row {number}: no IMO number, or a length or beam that is no number.",
                        expected="columns imo, name, flag, type, length, beam, scrapped",
                    ) from None
                found[hull.imo] = hull
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    return found
