"""A seeded interdiction scenario: an invented sea, its ships and papers, and what each of them really did."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yalu.errors import UsageError
from yalu.fleet.exercise import marks
from yalu.fleet.exercise.routes import meters
from yalu.fleet.exercise.sea import START, Sea, Size, mmsi, sea

FEWEST, MOST = 12, 400
DAYS, PORTS = 10, 8
RED, BLUE = 0, 1
"""The port under embargo, and the port at which the ships are expected."""

ALPHABET = (
    "ALFA", "BRAVO", "CHARLIE", "DELTA", "ECHO", "FOXTROT", "GOLF", "HOTEL", "INDIA", "JULIETT", "KILO",
    "LIMA", "MIKE", "NOVEMBER", "OSCAR", "PAPA", "QUEBEC", "ROMEO", "SIERRA", "TANGO", "UNIFORM", "VICTOR",
    "WHISKEY", "XRAY", "YANKEE", "ZULU",
)  # fmt: skip
STATES = ("XA", "XB", "XC", "XD", "XE")
"""Codes that the standard leaves to users: no state has one."""

Column = NDArray[Any]


@dataclass
class Vessel:
    """A ship of the scenario. ``lies`` and ``decoys`` say what is true of it; ``inspect`` follows."""

    number: int
    name: str
    flag: str
    deadweight: int
    full_draught: float
    loaded: float
    """The share of the deadweight that is aboard."""
    last_port: int
    """By its track; -1 where it lay in none."""
    red: bool
    """Whether it lay in the port under embargo."""
    lies: set[str] = field(default_factory=set)
    decoys: set[str] = field(default_factory=set)
    altered_from: int = 0
    """The second from which it sends another identity, or a misspelled name."""

    @property
    def imo(self) -> str:
        """Its number."""
        return marks.imo(self.number)

    @property
    def mmsi(self) -> int:
        """Its radio number."""
        return mmsi(self.number)

    @property
    def inspect(self) -> bool:
        """Whether it is one of those to inspect."""
        return bool(self.lies)


@dataclass
class Scenario:
    """A scenario; the same seed and number of ships give the same one."""

    seed: int
    sea: Sea
    vessels: list[Vessel]
    rng: np.random.Generator

    @property
    def stem(self) -> str:
        """How its files begin."""
        return f"{marks.MARK}-{self.seed}"


def port(number: int) -> str:
    """The name of a port."""
    name = {RED: "RED", BLUE: "BLUE"}.get(number, f"{number:02}")
    return f"{marks.MARK} PORT {name}"


def scenario(seed: int, ships: int = 48) -> Scenario:
    """Make a scenario. Raises UsageError for a size that is none."""
    if not FEWEST <= ships <= MOST:
        raise UsageError(f"--ships {ships} cannot be.", expected=f"{FEWEST} to {MOST}")
    if seed < 0:
        raise UsageError(f"--seed {seed} cannot be.", expected="0 or a larger whole number")
    made = sea(seed, Size(ships=ships, days=DAYS, ports=PORTS, box=(28.0, 33.0, 143.0, 149.0)))
    rng = np.random.default_rng([seed, 2020])
    order = np.argsort(made.points["ts"], kind="stable")
    points = {name: column[order] for name, column in made.points.items()}
    vessels = [_vessel(n, rng, points, made.ports) for n in range(ships)]
    _at_sea(made, vessels)
    _on_paper(rng, vessels)
    return Scenario(seed, made, vessels, rng)


def _vessel(number: int, rng: np.random.Generator, points: dict[str, Column], ports: Column) -> Vessel:
    mine = (points["mmsi"] == mmsi(number)) & (points["sog"] < 0.5)
    lat, lon = points["lat"][mine], points["lon"][mine]
    near = [meters(lat, lon, *p) < 3000 for p in ports]
    lain = np.max([np.where(hits, np.arange(len(lat)), -1) for hits in near], axis=1, initial=-1)
    last = int(np.argmax(lain)) if len(lat) and lain.max() >= 0 else -1
    return Vessel(
        number,
        f"{marks.MARK} {ALPHABET[number % len(ALPHABET)]} {number:02}",
        str(rng.choice(STATES)),
        int(rng.integers(5, 31)) * 1000,
        float(np.round(rng.uniform(6.5, 11), 1)),
        float(np.round(rng.uniform(0.6, 0.95), 2)),
        last,
        bool(near[RED].any()),
    )


def _at_sea(made: Sea, vessels: list[Vessel]) -> None:
    """What the sea planted: silences, meetings, jumps."""
    of = {v.mmsi: v for v in vessels}
    for number, *_ in made.gaps:
        of[number].lies.add("ais_off")
    for number, _ in made.silences:
        of[number].decoys.add("silent_in_port")
    for number in made.jumps:
        of[number].decoys.add("gnss_jump")
    for a, b, kind, *_ in made.meetings:
        for number in (a, b):
            if kind == "meeting":
                of[number].lies.add("meeting_at_sea")
            else:
                of[number].decoys.add("passing_meeting")


def _on_paper(rng: np.random.Generator, vessels: list[Vessel]) -> None:
    """What papers and identities hide: each deception on one ship in twelve or more, each decoy likewise."""
    share = max(1, len(vessels) // 12)

    def some(can: list[Vessel]) -> list[Vessel]:
        return [can[int(i)] for i in rng.permutation(len(can))[:share]]

    for one in some([v for v in vessels if v.last_port >= 0]):
        one.lies.add("false_papers")
    for lie in ("identity_altered", "flag_hopping", "cover_cargo"):
        for one in some(vessels):
            one.lies.add(lie)
    for one in vessels:
        if one.red and "false_papers" not in one.lies:
            one.decoys.add("declared_call")
    for decoy, lie in (
        ("name_slip", "identity_altered"),
        ("flag_changed", "flag_hopping"),
        ("rounded_weight", "cover_cargo"),
    ):
        for one in some([v for v in vessels if lie not in v.lies]):
            one.decoys.add(decoy)
    for one in vessels:
        if {"identity_altered", "name_slip"} & (one.lies | one.decoys):
            one.altered_from = START + int(rng.uniform(3, 6) * 86400)
        if "cover_cargo" in one.lies:
            one.loaded = 0.9
