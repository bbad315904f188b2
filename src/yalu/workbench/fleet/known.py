"""What a day shows of ships: the hulls of the register, the positions held, what the rules read from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

import numpy as np

from yalu.errors import YaluError
from yalu.evidence.scope import Scope
from yalu.fleet.ais.store import Positions
from yalu.fleet.behavior.event import Event
from yalu.fleet.behavior.ports import Place, read_places, regime_places
from yalu.fleet.plot.sea import Sea, sea, stamp
from yalu.fleet.register.hull import Hull
from yalu.fleet.register.register import Register
from yalu.fleet.targeting.expected import held
from yalu.fleet.targeting.heard import Heard, heard
from yalu.fleet.targeting.targets import EXERCISE, Judge
from yalu.workbench.briefs.behind import behind
from yalu.workbench.frame import Ask, Notice

PORTS = "ports.csv"
"""The file of a workspace with more ports, as ``yalu fleet events --ports`` takes it."""
PATIENCE = 2.5
"""Seconds that a page waits for the positions of a day, which are read once."""
OF_EXERCISES = range(799_000_000, 800_000_000)
NOT_REAL = "Numbers that begin with 799 belong to no state: exercises use them, and no real ship is meant."
NONE = Sea(*(np.zeros(0),) * 5)


@dataclass(frozen=True)
class Hulls:
    """The hulls of a day, by IMO number, and by the radio numbers that sources give them."""

    register: Register
    all: tuple[Hull, ...]

    @cached_property
    def by_imo(self) -> dict[str, Hull]:
        """Hulls by their number."""
        return {h.imo: h for h in self.all if h.imo}

    @cached_property
    def by_mmsi(self) -> dict[int, tuple[Hull, ...]]:
        """Hulls by a radio number that a source gives; two hulls may share one."""
        found: dict[int, tuple[Hull, ...]] = {}
        for hull in self.all:
            for number in stated_mmsi(hull):
                found[number] = (*found.get(number, ()), hull)
        return found


@dataclass(frozen=True)
class Seen:
    """The sea of a day; ``state`` differs whenever other positions are in force.

    ``reading``: positions are read still; ``events`` and ``judge`` are None while
    the rules still run.
    """

    positions: Positions
    sea: Sea
    state: str = ""
    reading: bool = False
    events: tuple[Event, ...] | None = ()
    problem: str = ""
    judge: Judge | None = None

    @property
    def exercise(self) -> bool:
        """Whether all positions are those of an exercise."""
        return not self.empty and self.positions.exercise

    @property
    def empty(self) -> bool:
        """Whether no position of the day is held."""
        return not len(self.sea.ts)


def stated_mmsi(hull: Hull) -> list[int]:
    """The radio numbers that sources give a hull, unverified ones left out."""
    return [int(e.value) for e in hull.facts["mmsi"] if e.value.isdigit() and not e.unverified]


def numbers(hull: Hull, heard: Sea, known: Hulls) -> dict[int, str]:
    """The radio numbers under which positions may be the hull's, each with why.

    A number that sources give to several hulls is nobody's, unless its ship sent the hull's IMO number.
    """
    alone = [n for n in stated_mmsi(hull) if len(known.by_mmsi[n]) == 1]
    found = {n: "a source gives it this MMSI" for n in alone if n in heard.reports}
    if hull.imo_holds:
        for number in heard.by_imo.get(int(hull.imo), ()):
            found[number] = "; ".join(filter(None, (found.get(number), "it sent this IMO number")))
    return found


def address(hull: Hull) -> str:
    """The page of a hull: by its IMO number, else by its id."""
    return f"/ship/{hull.imo or hull.ids[0]}"


def hulls(ask: Ask) -> Hulls:
    """The hulls of the day."""

    def make() -> Hulls:
        register = Register(Scope(ask.view, ask.plan))
        return Hulls(register, tuple(register.hulls))

    return ask.kept("hulls", make)


def places(ask: Ask) -> list[Place]:
    """The ports that are known: the regime's, and those of the workspace's file. Raises UsageError."""
    path = port_file(ask)
    state = path.stat().st_mtime_ns if path.exists() else 0
    return ask.kept(("places", state), lambda: regime_places() + (read_places(path) if state else []))


def port_file(ask: Ask) -> Path:
    """Where the workspace may have more ports."""
    return ask.workspace.root / PORTS


def seen(ask: Ask, *, wait: bool = False) -> Seen:
    """What the positions of the workspace show on the day. Read behind the page where that takes long.

    With ``wait`` all is computed before it returns, for files that must be whole.
    """
    positions = Positions(ask.workspace)
    state = stamp(positions)
    if not state:
        return Seen(positions, NONE, judge=_unheard(ask))
    name = f"sea {state}"
    made = partial(sea, positions, ask.as_of)
    found = ask.kept(name, made) if wait else behind(ask, name, made, PATIENCE)
    if found is None or isinstance(found, YaluError):
        return Seen(positions, NONE, state, found is None, None, found.what if found else "")
    if not len(found.ts):
        return Seen(positions, found, state, judge=_unheard(ask))
    path = port_file(ask)
    ports = path if path.exists() else None
    name = f"judge {state} {ports.stat().st_mtime_ns if ports else 0}"
    read = partial(_judge, ask, positions, ports)
    judge = ask.kept(name, read) if wait else behind(ask, name, read, patience=0.2)
    if isinstance(judge, YaluError):
        return Seen(positions, found, state, problem=judge.what, judge=_unheard(ask))
    return Seen(positions, found, state, events=judge.heard.events if judge else None, judge=judge)


def _judge(ask: Ask, positions: Positions, ports: Path | None) -> Judge:
    register = hulls(ask).register
    return Judge(register, heard(positions, ask.as_of, held(register), ports=ports), ask.plan.country)


def _unheard(ask: Ask) -> Judge:
    """The judge of a day of which no position is held."""
    return ask.kept("judge", lambda: Judge(hulls(ask).register, Heard(), ask.plan.country))


def of_ship(events: Sequence[Event] | None, mmsi: Sequence[int], imo: str = "") -> list[Event]:
    """The events in which a ship takes part, by its numbers."""
    mine = set(mmsi)
    number = int(imo) if imo else -1
    return [e for e in events or () if mine & set(e.mmsi) or number in e.imo]


def notices(ask: Ask, held: Seen) -> tuple[Notice, ...]:
    """What a reader must know of the positions: none are held, ports are few, ships are invented."""
    found = [Notice(text=held.problem, kind="error")] if held.problem else []
    if held.empty and not held.reading:
        text = (
            f"No position by {ask.as_of} is held. Take some in: yalu fleet ais FILE (NMEA, CSV, Parquet);"
            " maps then have tracks, gaps, meetings and calls."
        )
        found.append(Notice(text=text))
    elif not held.empty and not port_file(ask).exists():
        text = (
            f"Only the {len(places(ask))} ports of the regime are known: ships at other ports may count as"
            f" meeting or loitering. Put the World Port Index (CSV: lat, lon, name) into the"
            f" workspace as {PORTS}."
        )
        found.append(Notice(text=text, kind="stale"))
    if held.exercise:
        found.append(Notice(text=EXERCISE, kind="sample"))
    elif any(n in OF_EXERCISES for n in held.sea.reports):
        found.append(Notice(text=NOT_REAL, kind="sample"))
    return tuple(found)
