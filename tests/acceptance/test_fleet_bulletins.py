"""Bulletins over the dated copies of OFAC's list say exactly what an independent reading of them says."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.acceptance.loaded import load
from yalu.errors import ContractError
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.fleet.bulletin.difference import Change
from yalu.fleet.bulletin.verify import verify
from yalu.publish.bulletin.issue import Issued, issue, state_of
from yalu.regimes import load_plan

pytestmark = pytest.mark.acceptance

DAYS = {"2018-01-26": "2018-02-01", "2019-01-15": "2019-02-01"}
"""The copies, and the days on which a bulletin is issued."""


@pytest.fixture(scope="module")
def issued(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Issued]:
    """Each bulletin is issued before the next copy comes in."""
    place = Workspace(tmp_path_factory.mktemp("bulletins") / "home")
    made = []
    for copy, day in DAYS.items():
        folder = shared / "data" / "lists" / f"ofac-{copy}"
        load(place, "ofac_sdn", {"sdn": folder / "sdn.csv"}, copy)
        evidence = Evidence.open(place)
        made.append(issue(place, state_of(evidence.at(day), load_plan()), snapshot=evidence.snapshot.id))
    return made


def ships(shared: Path, copy: str) -> dict[str, tuple[str, str]]:
    """IMO number to name and flag of the vessels under a DPRK program, read with nothing of this project."""
    path = shared / "data" / "lists" / f"ofac-{copy}" / "sdn.csv"
    with path.open(encoding="latin-1", newline="") as file:
        rows = [r for r in csv.reader(file) if len(r) == 12 and r[2].strip() == "vessel" and "DPRK" in r[3]]
    numbers = ((re.search(r"IMO (\d{7})", r[11]), r) for r in rows)
    return {found[1]: (r[1].strip(), r[9].strip()) for found, r in numbers if found}


def by_ofac(made: Issued, kind: str) -> list[Change]:
    return [
        c for c in made.bulletin.changes if c.text == kind and any(s.source == "ofac_sdn" for s in c.sources)
    ]


def test_the_difference_is_that_of_the_lists(issued: list[Issued], shared: Path) -> None:
    old, now = (ships(shared, copy) for copy in DAYS)
    made = issued[1]
    listed = [c.imo for c in by_ofac(made, "listed")]
    assert sorted(listed) == sorted(now.keys() - old.keys()) and len(listed) == 36
    assert sorted(c.imo for c in by_ofac(made, "delisted")) == sorted(old.keys() - now.keys())
    both = old.keys() & now.keys()
    names = sorted(i for i in both if old[i][0] != now[i][0])
    flags = sorted(i for i in both if old[i][1] != now[i][1])
    assert sorted({c.imo for c in by_ofac(made, "new name")} & both) == names
    assert sorted({c.imo for c in by_ofac(made, "new flag")} & both) == flags
    assert {c.imo for c in by_ofac(made, "new hull")} <= set(listed)


def test_the_full_list_holds_every_ship_of_the_copy(issued: list[Issued], shared: Path) -> None:
    for made, copy in zip(issued, DAYS, strict=True):
        held = {h.number for h in made.bulletin.state.hulls if "US" in h.lists}
        assert ships(shared, copy).keys() <= held
        assert made.manifest.lists == {"ofac_sdn": copy}


def test_each_verifies_and_a_tampered_one_does_not(issued: list[Issued]) -> None:
    for made in issued:
        assert verify(made.folder, made.folder.parent / "public.pem").origin
    path = issued[1].folder / "changes.csv"
    path.write_bytes(path.read_bytes().replace(b"listed", b"cleared", 1))
    with pytest.raises(ContractError, match=r"changes\.csv was changed"):
        verify(issued[1].folder)
