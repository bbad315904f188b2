"""Gaps on real lists: Japan's of March 2026 against OFAC's of January 2022, and what the copy cannot show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.jp_workbook import official
from tests.acceptance.loaded import load
from yalu.designation.gaps import Gap, Gaps
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.regimes import load_regime

pytestmark = pytest.mark.acceptance

COPY = "2022-01-31"


@pytest.fixture(scope="module")
def gaps(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Gap]:
    """By the id by which each party is counted; records are joined by references alone."""
    lists = shared / "data" / "lists"
    folder = tmp_path_factory.mktemp("lists")
    (folder / "shisantouketsu.xlsx").write_bytes(official(lists / "jp"))
    place = Workspace(folder / "home")
    load(place, "jp_mof", {"list": folder / "shisantouketsu.xlsx"}, "2026-03-05")
    ofac = lists / f"ofac-{COPY}"
    parts = {"sdn": ofac / "sdn.csv", "alt": ofac / "alt.csv", "add": ofac / "add.csv"}
    load(place, "ofac_sdn", parts, COPY)
    plan = load_regime().brief
    assert plan is not None
    return {gap.ids[0]: gap for gap in Gaps(Evidence.open(place).at("2026-11-24"), plan, "US", ["JP"]).rows}


def test_every_row_is_listed_by_japan_and_has_an_authority(gaps: dict[str, Gap]) -> None:
    for gap in gaps.values():
        assert any(column.startswith("JP") for column in gap.listed) and "US" not in gap.listed
        assert gap.best is not None and gap.best.since <= "2026-11-24"
        assert gap.best.met or gap.missing


def test_parties_that_no_copy_of_the_us_list_holds(gaps: dict[str, Gap], shared: Path) -> None:
    """Looked up by hand in the files of January 2022: neither list has a name of them."""
    text = "".join(
        (shared / "data" / "lists" / f"ofac-{COPY}" / name).read_text(encoding="latin-1")
        for name in ("sdn.csv", "alt.csv")
    ).casefold()
    for party, word, since in (
        ("un-KPi.005", "yu-ro", "2009-07-24"),
        ("un-KPi.003", "sok-hwa", "2009-07-24"),
        ("jp-korea-tonghae-shipping-company", "tonghae", "2006-09-19"),
        ("jp-ponghwa-hospital", "ponghwa", "2006-09-19"),
        ("jp-bank-of-dandong", "bank of dandong", "2017-07-28"),
    ):
        assert word not in text
        gap = gaps[party]
        assert gap.listed["JP"].from_lo == since
        assert not gap.unknown and gap.not_found == f"not found on the US list; last copy held: {COPY}"


def test_a_copy_older_than_the_listing_shows_nothing(gaps: dict[str, Gap]) -> None:
    """OFAC listed this man in April 2023: the copy held cannot know, and the row does not say otherwise."""
    gap = gaps["jp-sim-hyon-sop"]
    assert gap.unknown and gap.not_found.startswith(
        "unknown: the last copy of the US list (2022-01-31) is older"
    )


def test_an_entry_under_another_id_is_flagged(gaps: dict[str, Gap]) -> None:
    assert any("ofac-41736" in said for said in gaps["jp-ashot-mkrtychev"].may_be)
