"""What changed between the two real copies of the UK list, against a diff of their raw rows made here.

None of the project's parsers is used for the expected side: the rows are read with the csv module and
compared column by column.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from tests.acceptance.loaded import load
from yalu.evidence.changes import Change, What, find
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.regimes import load_regime

pytestmark = pytest.mark.acceptance

FIRST, SECOND = "2014-04-02", "2018-04-13"
NORTH_KOREA = "North Korea (Democratic People's Republic of Korea)"

Group = list[dict[str, str]]

NAMES = (*(f"Name {n}" for n in range(1, 6)), "Name 6")
PLACE = (*(f"Address {n}" for n in range(1, 7)), "Post/Zip Code", "Country")
COLUMNS: dict[str, tuple[str, ...]] = {
    "names": (*NAMES, "Alias Type"),
    "title": ("Title",),
    "birth": ("DOB",),
    "birth place": ("Town of Birth", "Country of Birth"),
    "nationality": ("Nationality",),
    "passport": ("Passport Details",),
    "number": ("NI Number",),
    "position": ("Position",),
    "place": PLACE,
    "other": ("Other Information",),
    "regime": ("Regime",),
}
"""Columns of the file that are read together, under a name for the test."""

FIELDS = {
    "name": "names",
    "alias": "names",
    "previousName": "names",
    "title": "title",
    "birthDate": "birth",
    "notes: DOB": "birth",
    "birthPlace": "birth place",
    "nationality": "nationality",
    "passportNumber": "passport",
    "notes: Passport Details": "passport",
    "idNumber": "number",
    "notes: NI Number": "number",
    "position": "position",
    "address": "place",
    "country": "place",
    "notes: Other Information": "other",
    "imoNumber": "other",
    "mmsi": "other",
    "Sanction": "regime",
}
"""The fields of a change, by the same names; the listing's own day is compared apart."""


def raw(path: Path) -> dict[str, Group]:
    groups: defaultdict[str, Group] = defaultdict(list)
    with path.open(encoding="cp1252", newline="") as file:
        next(file)
        for row in csv.DictReader(file):
            groups[row["Group ID"]].append({k: " ".join(v.split()) for k, v in row.items()})
    return groups


def said(group: Group, family: str) -> set[tuple[str, ...]]:
    """What the rows say in some columns, each once; a row that says nothing there does not count."""
    if family == "names":
        return {(" ".join(r[c] for c in NAMES if r[c]), r["Alias Type"]) for r in group}
    renamed = {"Al-Qaida": "The ISIL (Da'esh) and Al-Qaida organisations"}
    if family == "birth place":
        return {one for r in group if any(one := born(r["Town of Birth"], r["Country of Birth"]))}
    found = {tuple(renamed.get(r[c], r[c]) for c in COLUMNS[family]) for r in group}
    return {values for values in found if any(values)}


def born(towns: str, countries: str) -> tuple[str, str]:
    """A country numbered once for each town says it once: ``(1) Rwanda (2) Rwanda``."""
    pieces = [piece.strip() for piece in re.split(r"\(\d+\)", countries) if piece.strip()]
    same = len(set(pieces)) == 1 and towns.count("(") >= 2 and f"({len(pieces) + 1})" not in towns
    return towns, pieces[0] if same else countries


def listed(group: Group) -> str:
    return min("-".join(reversed(r["Listed On"].split("/"))) for r in group)


@pytest.fixture(scope="module")
def files(shared: Path) -> tuple[dict[str, Group], dict[str, Group]]:
    folder = shared / "data" / "lists" / "uk"
    first, second = (raw(folder / f"sanctionsconlist_{day}.csv") for day in (FIRST, SECOND))
    return first, second


@pytest.fixture(scope="module")
def workspace(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    place = Workspace(tmp_path_factory.mktemp("uk") / "home")
    for day in (FIRST, SECOND):
        load(
            place, "uk_ofsi", {"list": shared / "data" / "lists" / "uk" / f"sanctionsconlist_{day}.csv"}, day
        )
    return place


@pytest.fixture(scope="module")
def changes(workspace: Workspace) -> list[Change]:
    evidence = Evidence.open(workspace)
    return find(workspace, evidence, FIRST, SECOND, wanted=["uk_ofsi"]).changes


def ids(changes: list[Change], what: What) -> set[str]:
    return {c.party.removeprefix("gb-") for c in changes if c.what is what}


def test_the_same_groups_came_and_went(
    files: tuple[dict[str, Group], dict[str, Group]], changes: list[Change]
) -> None:
    first, second = files
    assert ids(changes, What.ADDED) == second.keys() - first.keys()
    assert ids(changes, What.DELISTED) == first.keys() - second.keys()
    assert not ids(changes, What.RELISTED)
    assert Counter(c.what for c in changes)[What.ADDED] == len(second.keys() - first.keys())


def test_a_new_group_bears_its_own_day_or_the_days_of_the_copies(
    files: tuple[dict[str, Group], dict[str, Group]], changes: list[Change]
) -> None:
    _, second = files
    added = [c for c in changes if c.what is What.ADDED]
    for change in added:
        day = listed(second[change.party.removeprefix("gb-")])
        if FIRST < day <= SECOND:
            assert (change.day, change.dated_by) == (day, "listing")
        else:
            assert change.day == ""
            assert (change.between.lo, change.between.hi) == (FIRST, SECOND)


def test_the_same_fields_of_the_same_groups_changed(
    files: tuple[dict[str, Group], dict[str, Group]], changes: list[Change]
) -> None:
    first, second = files
    expected = {}
    for group in first.keys() & second.keys():
        families = {f for f in COLUMNS if said(first[group], f) != said(second[group], f)}
        families |= {"since"} if listed(first[group]) != listed(second[group]) else set()
        if families:
            expected[group] = families
    found = {
        c.party.removeprefix("gb-"): {FIELDS.get(f.prop, "since") for f in c.fields}
        for c in changes
        if c.what is What.AMENDED
    }
    differing = {
        group: (expected.get(group, set()), found.get(group, set()))
        for group in expected.keys() | found.keys()
        if expected.get(group) != found.get(group)
    }
    assert differing == {}


def test_the_regime_alone_is_a_part_of_all(
    files: tuple[dict[str, Group], dict[str, Group]], workspace: Workspace, changes: list[Change]
) -> None:
    first, second = files
    plan = load_regime().brief
    narrowed = find(workspace, Evidence.open(workspace), FIRST, SECOND, wanted=["uk_ofsi"], plan=plan).changes
    korean = {
        group
        for groups in files
        for group, rows in groups.items()
        if any(r["Regime"] == NORTH_KOREA for r in rows)
    }
    assert ids(narrowed, What.ADDED) == korean & (second.keys() - first.keys())
    assert ids(narrowed, What.DELISTED) == korean & (first.keys() - second.keys())
    assert ids(narrowed, What.AMENDED) == korean & ids(changes, What.AMENDED)
