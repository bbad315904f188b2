"""Ships that sail: a few reports and what they said, taken in as a user's positions are."""

from __future__ import annotations

import pytest

from tests.fleet.behavior.test_rules import Report, T, dark, track
from yalu.evidence.scope import Scope
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.fleet.ais.intake import How, take_file
from yalu.fleet.ais.store import Positions
from yalu.fleet.register.register import Register
from yalu.fleet.targeting.expected import held
from yalu.fleet.targeting.heard import Heard, heard
from yalu.fleet.targeting.targets import Judge
from yalu.regimes import load_plan

SILENT, MET = 273000001, 441000009
"""A number with Russian digits that says it is a listed hull under another flag, and one that meets it."""
LISTED = "7937317"
DAY = 86_400
LATER = 270 * DAY
"""The reports are moved to days on which the casebook's numbers were public."""
BEFORE, SAIL = "2026-11-28", "2026-12-05"


def reports() -> list[Report]:
    """The silent ship is dark for 13 h, then meets the other, which lies in a port of the country later."""
    beside = [
        *track(SILENT, 3 * DAY, 3 * DAY + 4 * 3600, 36.0, 124.0, sog=1.0),
        *track(MET, 3 * DAY, 3 * DAY + 4 * 3600, 36.001, 124.0, sog=1.0),
        *track(MET, 5 * DAY, 5 * DAY + 3 * 3600, 38.7167, 125.4, sog=0.0),
    ]
    return dark(13) + beside


@pytest.fixture(scope="session")
def positions(tmp_path_factory: pytest.TempPathFactory) -> Positions:
    folder = tmp_path_factory.mktemp("sailing")
    said = {SILENT: (LISTED, "CHONG CHON GANG"), MET: ("", "QUIET WATERS")}
    lines = [
        f"{m},{t + LATER},{lat},{lon},{sog},{','.join(said.get(m, ('', '')))}"
        for m, t, lat, lon, sog in reports()
    ]
    table = folder / "ais.csv"
    table.write_text("mmsi,time,lat,lon,sog,imo,name\n" + "\n".join(lines) + "\n")
    found = Positions(Workspace(folder / "home"))
    take_file(found, table, How(), now=lambda: T + 400 * DAY)
    return found


def register_of(evidence: Evidence, day: str) -> Register:
    return Register(Scope(evidence.at(day), load_plan()))


@pytest.fixture(scope="session")
def sailing(evidence: Evidence, positions: Positions) -> Judge:
    """The judge of a day after all of it."""
    register = register_of(evidence, SAIL)
    return Judge(register, heard(positions, SAIL, held(register)), "KP")


@pytest.fixture(scope="session")
def ashore(evidence: Evidence) -> dict[str, Judge]:
    """The judges of some days without any position."""
    days = ("2017-06-13", "2018-01-15", "2026-11-24")
    return {day: Judge(register_of(evidence, day), Heard(), "KP") for day in days}
