"""What the positions that are held tell of ships by a day: who each said it was, and its events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from yalu.fleet.ais.store import Positions, day_of, engine
from yalu.fleet.behavior.asking import Question, answer, last_second
from yalu.fleet.behavior.event import Event
from yalu.fleet.behavior.identity import Hull as Held
from yalu.fleet.identity import check_digit_holds

BACK = 365
"""Days before the day asked for which events are read."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one number said of itself, and when first and last."""

    mmsi: int
    imo: int
    name: str
    callsign: str
    type: str
    length: int
    beam: int
    draught: float
    t0: int
    t1: int


@dataclass(frozen=True)
class Heard:
    """Ships of a day. ``first`` and ``last`` are the days between which positions are held."""

    said: tuple[Said, ...] = ()
    events: tuple[Event, ...] = ()
    first: str = ""
    last: str = ""
    ships: int = 0
    notes: tuple[str, ...] = field(default=())
    exercise: bool = False
    """Whether the positions are those of an exercise, and so none of them is real."""

    @property
    def any(self) -> bool:
        """Whether any position is held."""
        return self.ships > 0

    @cached_property
    def by_mmsi(self) -> dict[int, list[Said]]:
        """What each number said, in time."""
        found: dict[int, list[Said]] = defaultdict(list)
        for one in sorted(self.said, key=lambda s: (s.t0, s.t1)):
            found[one.mmsi].append(one)
        return dict(found)

    def imo_at(self, mmsi: int, ts: int) -> str:
        """The valid IMO number that a number gave last before a moment, else first after it; or empty."""
        told = [s for s in self.by_mmsi.get(mmsi, []) if s.imo and check_digit_holds(f"{s.imo:07}")]
        before = [s for s in told if s.t0 <= ts]
        one = before[-1] if before else told[0] if told else None
        return f"{one.imo:07}" if one else ""

    def name_of(self, mmsi: int) -> str:
        """The name that a number gave last, else the number."""
        names = [s.name for s in self.by_mmsi.get(mmsi, []) if s.name]
        return names[-1] if names else f"MMSI {mmsi}"

    @cached_property
    def mmsi_of(self) -> dict[str, list[int]]:
        """The numbers under which each valid IMO number was sent."""
        found: dict[str, list[int]] = defaultdict(list)
        for s in self.said:
            imo = f"{s.imo:07}"
            if s.imo and check_digit_holds(imo) and s.mmsi not in found[imo]:
                found[imo].append(s.mmsi)
        return dict(found)


def heard(
    positions: Positions,
    day: str,
    register: Mapping[int, Held],
    *,
    ports: Path | None = None,
    step: Callable[[str], None] = lambda kind: None,
) -> Heard:
    """What is held up to the end of a day. Without positions, and without the engine, it is empty."""
    paths = positions.paths("points", "", day)
    if not paths:
        return Heard()
    notes: list[str] = []
    first = (date.fromisoformat(day) - timedelta(BACK)).isoformat()
    asked = Question(day=day, first=first, ports=ports, hulls=register)
    found = answer(positions, asked, step=step, tell=notes.append)
    said = _said(positions, day)
    with engine() as con:
        listed = ", ".join("'" + str(p).replace("'", "''") + "'" for p in paths)
        row = con.execute(
            f"SELECT min(ts), max(ts), count(DISTINCT mmsi) FROM read_parquet([{listed}]) WHERE ts <= ?",
            [last_second(day)],
        ).fetchone()
    if row is None or not row[2]:
        return Heard()
    return Heard(
        said, tuple(found), day_of(row[0]), day_of(row[1]), int(row[2]), tuple(notes), positions.exercise
    )


def _said(positions: Positions, day: str) -> tuple[Said, ...]:
    paths = positions.paths("voyages", "", day)
    if not paths:
        return ()
    listed = ", ".join("'" + str(p).replace("'", "''") + "'" for p in paths)
    with engine() as con:
        rows = con.execute(
            "SELECT mmsi, coalesce(imo, 0), coalesce(name, ''), coalesce(callsign, ''), coalesce(type, ''),"
            " coalesce(length, 0), coalesce(beam, 0), coalesce(arg_max(draught, ts), 0), min(ts), max(ts)"
            f" FROM read_parquet([{listed}]) WHERE ts <= ? AND clock <> 'dated'"
            " GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 9, 10, 2, 3",
            [last_second(day)],
        ).fetchall()
    return tuple(Said(*row) for row in rows)
