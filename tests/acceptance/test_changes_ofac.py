"""What changed between neighboring real copies of OFAC's list, against a diff of their raw rows made here."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from tests.acceptance.loaded import load
from yalu.evidence.changes import Change, Changes, What, find
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace

pytestmark = pytest.mark.acceptance

DAYS = ("2018-01-26", "2019-01-15", "2021-07-07", "2022-01-31")
PAIRS = list(pairwise(DAYS))
REUSED = "2677"
"""An id that stands on two rows of the last copy: what it says there is unknown."""

Rows = dict[str, set[tuple[str, ...]]]

PLAIN = {2: "kind", 4: "position", 5: "callSign", 6: "type", 7: "tonnage", 8: "grossRegisteredTonnage"}
PLAIN |= {9: "flag", 10: "vesselOwner"}
MAIN = {"name", "program", *PLAIN.values()}


def raw(folder: Path, part: str) -> Rows:
    rows: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    path = folder / f"{part}.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        for row in csv.reader(file):
            if len(row) > 3:
                clean = ("" if (v := " ".join(f.split())) == "-0-" else v for f in row)
                rows[row[0].strip()].add(tuple(clean))
    return rows


@pytest.fixture(scope="module")
def folders(shared: Path) -> dict[str, Path]:
    return {day: shared / "data" / "lists" / f"ofac-{day}" for day in DAYS}


@pytest.fixture(scope="module")
def workspace(folders: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    place = Workspace(tmp_path_factory.mktemp("ofac") / "home")
    for day, folder in folders.items():
        parts = {p: folder / f"{p}.csv" for p in ("sdn", "alt", "add") if (folder / f"{p}.csv").exists()}
        load(place, "ofac_sdn", parts, day)
    return place


@pytest.fixture(scope="module", params=PAIRS, ids=[f"{a}..{b}" for a, b in PAIRS])
def pair(request: pytest.FixtureRequest, workspace: Workspace) -> tuple[str, str, Changes]:
    first, second = request.param
    return first, second, find(workspace, Evidence.open(workspace), first, second, wanted=["ofac_sdn"])


def ids(changes: list[Change], *what: What) -> set[str]:
    return {c.party.removeprefix("ofac-") for c in changes if c.what in what}


def reused(sdn: Rows) -> set[str]:
    return {i for i, rows in sdn.items() if len(rows) > 1}


def test_the_same_ids_came_and_went(folders: dict[str, Path], pair: tuple[str, str, Changes]) -> None:
    first, second, found = pair
    before, after = raw(folders[first], "sdn"), raw(folders[second], "sdn")
    unknown = reused(before) | reused(after)
    assert unknown <= {REUSED}
    assert ids(found.changes, What.ADDED, What.RELISTED) - unknown == after.keys() - before.keys() - unknown
    assert ids(found.changes, What.DELISTED) - unknown == before.keys() - after.keys() - unknown


def test_the_same_columns_of_the_main_file_changed(
    folders: dict[str, Path], pair: tuple[str, str, Changes]
) -> None:
    first, second, found = pair
    before, after = raw(folders[first], "sdn"), raw(folders[second], "sdn")
    unknown = reused(before) | reused(after)
    expected: dict[str, set[str]] = {}
    for one in (before.keys() & after.keys()) - unknown:
        (a,), (b,) = before[one], after[one]
        changed = {prop for n, prop in PLAIN.items() if n != 2 and a[n] != b[n]}
        changed |= {"name"} if a[1] != b[1] else set()
        changed |= {"program"} if set(a[3].split("] [")) != set(b[3].split("] [")) else set()
        if changed:
            expected[one] = changed
    got = {c.party.removeprefix("ofac-"): {f.prop for f in c.fields} & MAIN for c in found.changes}
    got = {one: fields for one, fields in got.items() if fields and one not in unknown}
    damaged = {one for one in expected if any("Jul" in v for row in after[one] | before[one] for v in row)}
    differing = {
        one: (expected.get(one), got.get(one))
        for one in (expected.keys() | got.keys()) - damaged
        if expected.get(one) != got.get(one)
    }
    assert differing == {}


def test_remarks_changed_where_facts_of_them_changed(
    folders: dict[str, Path], pair: tuple[str, str, Changes]
) -> None:
    """Each piece of the remarks is a value; another order, or a space within a code, is no change."""
    first, second, found = pair
    before, after = raw(folders[first], "sdn"), raw(folders[second], "sdn")
    unknown = reused(before) | reused(after)
    parts = {"address", "country", "alias", "weakAlias", "previousName"}
    got = {
        c.party.removeprefix("ofac-")
        for c in found.changes
        if c.what is What.AMENDED and {f.prop for f in c.fields} - MAIN - parts
    }
    same = {
        one
        for one in (before.keys() & after.keys()) - unknown
        if {r[11] for r in before[one]} == {r[11] for r in after[one]}
    }
    assert not got & same
    changed = (before.keys() & after.keys()) - unknown - same
    told = ids(found.changes, What.AMENDED)
    untold = {one for one in changed - told if _pieces(before[one]) != _pieces(after[one])}
    assert untold <= _cut(before) | _cut(after)


def _pieces(rows: set[tuple[str, ...]]) -> set[str]:
    text = " ".join(r[11] for r in rows)
    return {plain for piece in text.split(";") if (plain := piece.replace(" ", "").strip("."))}


def _cut(rows: Rows) -> set[str]:
    return {one for one, found in rows.items() if any(len(r[11]) >= 999 for r in found)}


@pytest.mark.parametrize(("part", "column"), [("alt", 3), ("add", 2)])
def test_aliases_and_addresses_of_the_same_records_changed(
    folders: dict[str, Path], pair: tuple[str, str, Changes], part: str, column: int
) -> None:
    first, second, found = pair
    before, after = raw(folders[first], part), raw(folders[second], part)
    main = raw(folders[first], "sdn"), raw(folders[second], "sdn")
    unknown = reused(main[0]) | reused(main[1])
    props = {"alias", "weakAlias", "previousName"} if part == "alt" else {"address", "country"}
    got = {
        c.party.removeprefix("ofac-")
        for c in found.changes
        if c.what is What.AMENDED and {f.prop for f in c.fields} & props
    }
    if not before:
        in_remarks = {one for one in got if any("k.a." in r[11] for m in main for r in m.get(one, ()))}
        assert got <= in_remarks, "the part is absent from the first copy: nothing is told of it"
        return
    both = (main[0].keys() & main[1].keys()) - unknown
    expected = {
        one
        for one in both
        if {r[2:] for r in before.get(one, set())} != {r[2:] for r in after.get(one, set())}
    }
    # An alias may stand in the remarks of the main file too; a remark on an alias is no name.
    named = {
        one
        for one in both
        if {r[column] for r in before.get(one, set())} != {r[column] for r in after.get(one, set())}
    }
    assert named <= got | _damaged(after, before)
    assert got - expected <= {one for one in got if any("k.a." in r[11] for m in main for r in m[one])}


def _damaged(*copies: Rows) -> set[str]:
    return {
        one for rows in copies for one, found in rows.items() if any("Jul" in v for r in found for v in r)
    }


def test_what_a_copy_lacks_is_unknown(pair: tuple[str, str, Changes], workspace: Workspace) -> None:
    _, second, found = pair
    parts = Counter((u.copy, u.part) for u in found.unknown if u.part)
    lacking = find(workspace, Evidence.open(workspace), "2018-01-01", "2018-01-26", wanted=["ofac_sdn"])
    assert {u.part for u in lacking.unknown if u.copy == "2018-01-26"} == {"alt", "add"}
    assert not [c for c in lacking.changes if not c.day], "a first copy says nothing of what came before"
    assert not parts
    quarantined = {u.party for u in found.unknown if u.party}
    assert quarantined == ({"ofac-2677"} if second == "2022-01-31" else set())
