"""What changed between neighboring real copies of the UN list, against a diff of the raw XML made here."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from tests.acceptance.loaded import load
from yalu.evidence.changes import Changes, What, find
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace

pytestmark = pytest.mark.acceptance

FILES = ("2018-06-08", "2020-12-08", "2026-02-27")
COPIES = ("2018-06-07", "2020-12-01", "2026-02-27")
"""The days in the names of the files, and those that the files themselves bear."""

PAIRS = list(pairwise(zip(FILES, COPIES, strict=True)))
SILENT = {"DATAID", "VERSIONNUM", "SORT_KEY", "SORT_KEY_LAST_MOD", "LAST_DAY_UPDATED", "LIST_TYPE"}
"""Elements that say nothing about the party."""

Record = set[tuple[str, str]]

FAMILIES = {
    "names": ({"FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"}, {"name"}),
    "titles": ({"TITLE/VALUE"}, {"title"}),
    "positions": ({"DESIGNATION/VALUE"}, {"position"}),
    "nationalities": ({"NATIONALITY/VALUE"}, {"nationality"}),
}
"""Elements and fields that say the same thing, one to one."""


def raw(path: Path) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for tag in ("INDIVIDUAL", "ENTITY"):
        for element in etree.parse(str(path)).iter(tag):
            reference = "".join((element.findtext("REFERENCE_NUMBER") or "").split())
            said: Record = set()
            for child in element.iter():
                where = _path(child, element)
                text = " ".join((child.text or "").split())
                if text and where.split("/")[0] not in SILENT:
                    said.add((where, text))
            found[reference] = said
    return found


def _path(child: etree._Element, top: etree._Element) -> str:
    names: list[str] = []
    node: etree._Element | None = child
    while node is not None and node is not top:
        names.append(str(node.tag))
        node = node.getparent()
    return "/".join(reversed(names))


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    return shared / "data" / "lists" / "un"


@pytest.fixture(scope="module")
def workspace(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    place = Workspace(tmp_path_factory.mktemp("un") / "home")
    for day in FILES:
        load(place, "un_sc", {"list": folder / f"un_{day}.xml"}, day)
    return place


@pytest.fixture(scope="module", params=PAIRS, ids=[b for _, (b, _) in PAIRS])
def pair(
    request: pytest.FixtureRequest, folder: Path, workspace: Workspace
) -> tuple[dict[str, Record], dict[str, Record], Changes]:
    (first, since), (second, until) = request.param
    found = find(workspace, Evidence.open(workspace), since, until, wanted=["un_sc"])
    return raw(folder / f"un_{first}.xml"), raw(folder / f"un_{second}.xml"), found


def test_the_same_references_came_and_went(
    pair: tuple[dict[str, Record], dict[str, Record], Changes],
) -> None:
    before, after, found = pair
    by = {w: {c.party.removeprefix("un-") for c in found.changes if c.what is w} for w in What}
    assert by[What.ADDED] | by[What.RELISTED] == after.keys() - before.keys()
    assert by[What.DELISTED] == before.keys() - after.keys()


def test_the_same_records_changed(pair: tuple[dict[str, Record], dict[str, Record], Changes]) -> None:
    """A record whose text is the same is never told as changed; one whose text differs always is."""
    before, after, found = pair
    changed = {r for r in before.keys() & after.keys() if before[r] != after[r]}
    told = {c.party.removeprefix("un-") for c in found.changes if c.what is What.AMENDED}
    assert (told - changed, changed - told) == (set(), set())


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_the_same_fields_changed(
    pair: tuple[dict[str, Record], dict[str, Record], Changes], family: str
) -> None:
    before, after, found = pair
    elements, fields = FAMILIES[family]
    expected = {
        r
        for r in before.keys() & after.keys()
        if {x for x in before[r] if x[0] in elements} != {x for x in after[r] if x[0] in elements}
    }
    told = {
        c.party.removeprefix("un-")
        for c in found.changes
        if c.what is What.AMENDED and fields & {f.prop for f in c.fields}
    }
    assert (told - expected, expected - told) == (set(), set())
