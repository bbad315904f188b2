"""What the ships of a scenario show: positions, arrivals, manifests, a register, stories. All is marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import numpy as np

from yalu.fleet.exercise import marks
from yalu.fleet.exercise.scenario import BLUE, DAYS, PORTS, STATES, Scenario, Vessel, port
from yalu.fleet.exercise.sea import START

Row = tuple[object, ...]
END = START + DAYS * 86400
BALLAST = 0.42
"""The share of its full draught at which an empty ship of an exercise lies."""
SCRAPPED = 5000
"""The numbers of ships that were broken up begin here."""
NAME_DAYS = 86400 * 2
"""How long a misspelled name is sent."""

CARGOES = (("2601", "iron ore"), ("2523", "cement clinker"), ("1005", "maize"), ("2505", "silica sand"))
STORIES = {
    "ais_off": "The transponder failed in heavy rain; the electrician repaired it under way.",
    "identity_altered": "The ship was bought last week; the new crew is updating the sets.",
    "meeting_at_sea": "We waited for orders, and another ship of the charterer passed stores to us.",
    "false_papers": "All port papers are in order; the agent has the originals.",
    "flag_hopping": "The owner moves the fleet to a registry with better service.",
    "cover_cargo": "Ballast is kept aboard because of the swell.",
}
SAME_STORY = {
    "silent_in_port": "ais_off",
    "gnss_jump": "ais_off",
    "name_slip": "identity_altered",
    "passing_meeting": "meeting_at_sea",
    "flag_changed": "flag_hopping",
    "rounded_weight": "cover_cargo",
    "declared_call": "false_papers",
}
"""What an innocent ship says, so that a story gives nobody away."""
INNOCENT = "A usual voyage; papers on request."

AIS = (marks.MARK, "MMSI", "BaseDateTime", "LAT", "LON", "SOG", "IMO", "VesselName", "CallSign", "Draft")
ARRIVALS = (marks.MARK, "name", "imo", "flag", "owner", "last_port", "next_port", "eta", "track", "story")
MANIFESTS = (
    *(marks.MARK, "hs", "description", "weight", "unit", "load_port", "discharge_port", "vessel", "imo"),
    *("dwt", "draught", "full_draught"),
)
REGISTER = (marks.MARK, "imo", "name", "flag", "type", "length", "beam", "scrapped")
FLAGS = (marks.MARK, "imo", "name", "flag", "since", "note")
PORTS_FILE = (marks.MARK, "name", "lat", "lon", "note")
ANSWERS = (marks.MARK, "imo", "name", "inspect", "reason", "minutes")


def ais(made: Scenario) -> Iterator[Row]:
    """Positions by time, with what each ship says of itself; the headings are NOAA's."""
    points = made.sea.points
    of = {v.mmsi: v for v in made.vessels}
    for i in np.lexsort((points["mmsi"], points["ts"])):
        ts = int(points["ts"][i])
        v = of[int(points["mmsi"][i])]
        number, name = _sent(v, ts)
        at = datetime.fromtimestamp(ts, UTC).strftime("%Y-%m-%dT%H:%M:%S")
        yield (
            *(marks.MARK, v.mmsi, at, f"{points['lat'][i]:.5f}", f"{points['lon'][i]:.5f}"),
            *(f"{points['sog'][i]:.1f}", f"IMO{number}", name, f"EX{v.number:04}", f"{draught(v):.1f}"),
        )


def _sent(v: Vessel, ts: int) -> tuple[str, str]:
    """The IMO number and name that it sends at a second."""
    if "identity_altered" in v.lies and ts >= v.altered_from:
        return old_hull(v.number)
    if "name_slip" in v.decoys and v.altered_from <= ts < v.altered_from + NAME_DAYS:
        return v.imo, v.name[:-4] + v.name[-3:]
    return v.imo, v.name


def old_hull(number: int) -> tuple[str, str]:
    """IMO number and name of the broken-up hull that goes with a ship; neither tells with which."""
    old = 1 + (number * 577 + 311) % 997
    return marks.imo(SCRAPPED + old), f"{marks.MARK} OLD {old:03}"


def draught(v: Vessel) -> float:
    """How deep it lies, in meters."""
    return round(v.full_draught * (BALLAST + (1 - BALLAST) * v.loaded), 1)


def arrivals(made: Scenario) -> Iterator[Row]:
    """The ships that are expected, with the story that each tells."""
    for v in made.vessels:
        eta = datetime.fromtimestamp(END, UTC) + timedelta(hours=2 * v.number % 96)
        told = sorted(v.lies | {SAME_STORY[one] for one in v.decoys})
        story = " ".join(STORIES[one] for one in told) or INNOCENT
        yield (
            *(marks.MARK, v.name, v.imo, v.flag, f"{marks.MARK} OWNER {v.number % 9}", last_port(v)),
            *(port(BLUE), eta.strftime("%Y-%m-%dT%H:%MZ"), v.mmsi, story),
        )


def last_port(v: Vessel) -> str:
    """The last port by its papers."""
    if v.last_port < 0:
        return "at sea for more than ten days"
    if "false_papers" not in v.lies:
        return port(v.last_port)
    others = [n for n in range(2, PORTS) if n != v.last_port]
    return port(others[v.number % len(others)])


def manifests(made: Scenario) -> Iterator[Row]:
    """One line of cargo a ship."""
    for v in made.vessels:
        hs, goods = CARGOES[v.number % len(CARGOES)]
        share = 0.3 if "cover_cargo" in v.lies else v.loaded * (0.95 if "rounded_weight" in v.decoys else 1)
        yield (
            *(
                marks.MARK,
                hs,
                f"{marks.MARK} {goods} in bulk",
                round(v.deadweight * share),
                "t",
                last_port(v),
            ),
            *(port(BLUE), v.name, v.imo, v.deadweight, draught(v), v.full_draught),
        )


def register(made: Scenario) -> Iterator[Row]:
    """Every hull, and some that were broken up, whether a ship sends their identity or not."""
    for v in made.vessels:
        yield (marks.MARK, v.imo, v.name, v.flag, "cargo", "", "", "")
    gone = [v.number for v in made.vessels if "identity_altered" in v.lies or v.number % 5 == 0]
    for old in sorted(map(old_hull, gone)):
        yield (marks.MARK, *old, STATES[int(old[0]) % len(STATES)], "cargo", "", "", "2024-06-30")


def flags(made: Scenario) -> Iterator[Row]:
    """The flags of each ship as its continuous synopsis record gives them."""
    start = datetime.fromtimestamp(START, UTC).date()
    for v in made.vessels:
        others = [s for s in STATES if s != v.flag]
        held = [(v.flag, 2000 + 40 * v.number % 900, "")]
        if "flag_hopping" in v.lies:
            held = [(others[0], 320, ""), (others[1], 190, "registry does not confirm"), (v.flag, 45, "")]
        elif "flag_changed" in v.decoys:
            held = [
                (others[0], 2400, ""),
                (v.flag, 120, "with the sale of the ship; both registries confirm"),
            ]
        for flag, days, note in held:
            yield (marks.MARK, v.imo, v.name, flag, (start - timedelta(days=days)).isoformat(), note)


def ports(made: Scenario) -> Iterator[Row]:
    """The invented ports, for ``yalu fleet events --ports``."""
    for number, (lat, lon) in enumerate(made.sea.ports):
        note = "under embargo; a call is lawful where it is declared" if number == 0 else ""
        yield (marks.MARK, port(number), f"{lat:.4f}", f"{lon:.4f}", note)


def answers(made: Scenario) -> Iterator[Row]:
    """The form for the answers."""
    return ((marks.MARK, v.imo, v.name, "", "", "") for v in made.vessels)
