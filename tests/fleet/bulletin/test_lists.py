"""From two copies of a list in OFAC's own format to exactly what changed of each ship, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from yalu.evidence.intake import Documents, take
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.fleet.bulletin.difference import difference
from yalu.fleet.bulletin.state import FleetState
from yalu.ledger.store import Ledger
from yalu.model.dates import period
from yalu.publish.bulletin.issue import issue, state_of
from yalu.regimes import load_plan
from yalu.sources.registry import source

A, B, C, D, E, F = "9074729", "8814275", "9241061", "9187629", "7406784", "9000015"
NONE = "-0- "


def vessel(number: int, name: str, imo: str, flag: str, *more: str, owner: str = NONE) -> str:
    remarks = "; ".join([f"Vessel Registration Identification IMO {imo}", *more])
    told = f'"{owner}"' if owner != NONE else owner
    cells = (f'{number},"{name}","vessel","DPRK4"', *[NONE] * 5, f'"{flag}"', told, f'"{remarks}."')
    return ",".join(cells)


KEPT = vessel(90005, "INVENTED KEPT", E, "Togo")
FIRST = [
    vessel(90001, "INVENTED FLAGGED", A, "Togo", "MMSI 671000001"),
    vessel(90002, "INVENTED DROPPED", B, "Palau"),
    vessel(90003, "INVENTED BEFORE", C, "Palau"),
    KEPT,
    vessel(90006, "INVENTED SPELLED", F, "Democratic People's Republic of Korea"),
]
SECOND = [
    KEPT,
    vessel(90003, "INVENTED AFTER", C, "Palau", "f.k.a. 'INVENTED BEFORE'"),
    vessel(90001, "INVENTED FLAGGED", A, "Palau", "MMSI 511000001", owner="INVENTED OWNER"),
    vessel(90004, "INVENTED NEW", D, "Togo"),
    vessel(90006, "INVENTED SPELLED", F, "Democratic People’s Republic of Korea"),
]


def given(place: Workspace, rows: list[str], day: str) -> FleetState:
    content = ("\r\n".join(rows) + "\r\n\x1a").encode()
    take(place, source("ofac_sdn"), Documents({"sdn": content}, {"sdn": "sdn.csv"}, period(day)))
    return state_of(Evidence.open(place).at(day), load_plan())


@pytest.fixture(scope="module")
def place(casebook: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    home = tmp_path_factory.mktemp("lists") / "home"
    return Workspace(shutil.copytree(casebook, home))


@pytest.fixture(scope="module")
def states(place: Workspace) -> tuple[FleetState, FleetState]:
    return given(place, FIRST, "2026-03-01"), given(place, SECOND, "2026-04-01")


def test_every_change_of_the_list_and_no_other(states: tuple[FleetState, FleetState]) -> None:
    told = {(c.imo, c.text, c.before, c.after) for c in difference(*states)}
    assert told == {
        (A, "new flag", "Togo", "Palau"),
        (A, "flag no longer given", "Togo", ""),
        (A, "new MMSI", "671000001", "511000001"),
        (A, "MMSI no longer given", "671000001", ""),
        (A, "new owner", "", "INVENTED OWNER"),
        (B, "delisted", "US: asset freeze", ""),
        (B, "no longer held", "INVENTED DROPPED", ""),
        (C, "new name", "INVENTED BEFORE", "INVENTED AFTER"),
        (D, "new hull", "", "INVENTED NEW"),
        (D, "listed", "", "US: asset freeze"),
    }


def test_each_change_names_the_copy_and_row_that_shows_it(states: tuple[FleetState, FleetState]) -> None:
    for change in difference(*states):
        assert change.sources, change
        gone = change.text.endswith("no longer given") or change.imo == B
        copies = {s.copy_of for s in change.sources if s.source == "ofac_sdn"}
        assert copies == {"2026-03-01" if gone else "2026-04-01"}, change
        assert all("sdn.csv row" in s.locator for s in change.sources)


def test_the_same_copy_changes_nothing(place: Workspace, states: tuple[FleetState, FleetState]) -> None:
    assert difference(states[1], given(place, SECOND, "2026-05-01")) == []


def test_the_manifest_names_snapshot_lists_and_head_of_the_ledger(
    place: Workspace, states: tuple[FleetState, FleetState]
) -> None:
    snapshot = Evidence.open(place).snapshot.id
    assert issue(place, states[0], snapshot=snapshot).manifest.ledger is None
    _, head = Ledger.find(place.root).decide("x-1", "x-2", "different", who="Ann", why="a test")
    made = issue(place, states[1], snapshot=snapshot).manifest
    assert made.ledger and (made.ledger.seq, made.ledger.hash) == (head.seq, head.hash)
    assert (made.snapshot, made.lists) == (snapshot, {"ofac_sdn": "2026-04-01"})
