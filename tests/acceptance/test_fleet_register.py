"""The register over the real lists of the EU, OFAC and the UN: every hull, once, under whatever name."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.acceptance.loaded import load
from yalu.evidence.scope import Scope
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.fleet.identity import check_digit_holds
from yalu.fleet.inspection.powers import Powers
from yalu.fleet.register import text
from yalu.fleet.register.register import Register
from yalu.regimes import load_plan

pytestmark = pytest.mark.acceptance

TODAY = "2026-11-24"


@pytest.fixture(scope="module")
def evidence(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    lists = shared / "data" / "lists"
    place = Workspace(tmp_path_factory.mktemp("fleet-lists") / "home")
    for day in ("2019-01-15", "2022-01-31"):
        ofac = lists / f"ofac-{day}"
        parts = {"sdn": ofac / "sdn.csv", "alt": ofac / "alt.csv", "add": ofac / "add.csv"}
        load(place, "ofac_sdn", parts, day)
    (eu,) = (lists / "eu-1509").glob("*.csv")
    load(place, "eu_1509", {"list": eu}, "2026-08-14")
    un = lists / "un" / "un_1718_vessels_2020-06-04.html"
    load(place, "un_1718_vessels", {"list": un}, "2020-06-04")
    return Evidence.open(place)


@pytest.fixture(scope="module")
def register(evidence: Evidence) -> Register:
    return Register(Scope(evidence.at(TODAY), load_plan()))


def test_every_hull_of_the_lists(register: Register, shared: Path) -> None:
    """The numbers come from a table that was made from the lists without this project."""
    with (shared / "data" / "ships" / "dprk_fleet_seed.csv").open(encoding="utf-8") as file:
        wanted = {row["imo"] for row in csv.DictReader(file) if check_digit_holds(row["imo"])}
    held = {hull.imo for hull in register.hulls if hull.imo_holds}
    assert len(wanted) == 115 and wanted <= held
    assert len([h for h in register.hulls if h.imo_holds]) == len(held)


def test_the_ship_without_a_number_is_kept(register: Register) -> None:
    assert any(hull.name == "MIN NING DE YOU 078" and not hull.imo for hull in register.hulls)


def test_counts_by_list(register: Register) -> None:
    of = {
        source: sum(
            any(s.source == source for one in hull.listings for s in one.statements)
            for hull in register.hulls
        )
        for source in ("eu_1509", "un_1718_vessels")
    }
    assert of == {"eu_1509": 61, "un_1718_vessels": 59}
    measures = {
        m for h in register.hulls for one in h.listings if one.authority == "UN" for m in one.measures
    }
    assert measures == {"port ban", "de-flagging", "asset freeze"}


def test_different_names_are_explained(register: Register) -> None:
    differ = [hull for hull in register.hulls if hull.differences]
    assert len(differ) >= 10
    assert all(d.why and d.code for hull in differ for d in hull.differences)
    names = {frozenset((d.first, d.second)): d.code for hull in differ for d in hull.differences}
    assert names[frozenset(("RYONG GUN BONG", "Chol Ryong"))] == "renamed"


def test_renamed_hulls_are_one(register: Register) -> None:
    """The EU and the UN call IMO 8606173 Chol Ryong, OFAC Ryong Gun Bong."""
    hull = register.find("8606173")
    assert hull.renamed and len(hull.ids) >= 2
    assert {one.authority for one in hull.listings} == {"EU", "UN", "US"}
    assert register.find("Chol Ryong").ids == hull.ids


@pytest.mark.parametrize(
    ("day", "latest"), [("2017-06-13", 2356), ("2017-09-10", 2371), ("2018-01-15", 2397)]
)
def test_no_resolution_of_a_later_day(evidence: Evidence, day: str, latest: int) -> None:
    hull = Register(Scope(evidence.at(day), load_plan())).find("8518780")
    said = "\n".join(text.lines(hull, Powers(evidence, day)))
    numbers = {int(n) for n in re.findall(r"(?:UNSCR|resolution|;) (\d{4})\b", said)}
    assert max(numbers) <= latest and (latest == 2356 or latest in numbers)
