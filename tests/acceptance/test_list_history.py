"""Whole lists, loaded as a user loads them: any order, one history; what is wrong is shown, not hidden."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from tests.running import yalu, yalu_json
from yalu.evidence.table import read_parquet
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace

pytestmark = pytest.mark.acceptance

OFAC = ("2018-01-26", "2019-01-15", "2021-07-07", "2022-01-31")
ORDERS = (OFAC, (OFAC[2], OFAC[3], OFAC[0], OFAC[1]))
ROWS = {"2018-01-26": 6068, "2019-01-15": 7379, "2021-07-07": 8976, "2022-01-31": 9044}


@pytest.fixture(scope="module")
def histories(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """One workspace for each order of loading."""
    made = []
    for order in ORDERS:
        workspace = tmp_path_factory.mktemp("ws") / "home"
        for day in order:
            folder = _ofac(shared, day)
            answer = yalu_json("sync", "ofac_sdn", "--from", folder, "--dated", day, workspace=workspace)
            assert (answer["outcome"], answer["records"]) == ("done", ROWS[day])
        made.append(workspace)
    return made


@pytest.fixture(scope="module")
def history(histories: list[Path]) -> Evidence:
    return Evidence.open(Workspace(histories[0]))


def _ofac(shared: Path, day: str) -> Path:
    return shared / "data" / "lists" / f"ofac-{day}"


def test_any_order_of_loading_gives_the_same_tables(histories: list[Path]) -> None:
    snapshots = {(home / "CURRENT").read_text() for home in histories}
    assert len(snapshots) == 1
    [first, *others] = [sorted((home / "folds").rglob("ofac_sdn/*/statements.parquet")) for home in histories]
    newest = {table.parent.name: table.read_bytes() for table in first}
    for tables in others:
        shared_folds = [t for t in tables if t.parent.name in newest]
        assert shared_folds
        assert all(t.read_bytes() == newest[t.parent.name] for t in shared_folds)


def test_a_build_from_the_archive_gives_the_same_bytes(histories: list[Path]) -> None:
    home = histories[1]
    current = (home / "CURRENT").read_text()
    before = {t.relative_to(home): t.read_bytes() for t in Evidence.open(Workspace(home)).snapshot.tables()}
    for derived in ("sightings", "folds", "snapshots"):
        shutil.rmtree(home / derived)
    yalu("build", workspace=home)
    assert (home / "CURRENT").read_text() == current
    assert {path: (home / path).read_bytes() for path in before} == before


def test_the_id_on_two_parties_is_shown_and_used_for_neither(histories: list[Path]) -> None:
    answer = yalu_json("entity", "ofac-2677", workspace=histories[0])
    assert answer["entity"]["name"] == "AL-ZUMAR, Abbud"
    assert [q["copy"] for q in answer["quarantined"]] == ["2022-01-31", "2022-01-31"]
    assert {"AL-ZOMOR" in q["row"] or "HAMER AND NAIL" in q["row"] for q in answer["quarantined"]} == {True}
    listing = next(s for s in answer["entity"]["listings"] if s["source"] == "ofac_sdn")
    assert listing["seen_last"] == "2021-07-07" and "to_hi" not in listing


def test_a_copy_without_alias_file_leaves_aliases_unknown(history: Evidence) -> None:
    aliases = history.rows("source = 'ofac_sdn' AND prop = 'alias' AND party = 'ofac-9345'")
    assert aliases
    assert {(s.known_lo, s.known_hi) for s in aliases} == {("2005-06-29", "2019-01-15")}
    assert not history.at("2018-06-01").statements(party="ofac-9345", prop="alias", source="ofac_sdn")


def test_the_spreadsheet_date_is_no_renaming(history: Evidence) -> None:
    names = history.rows("source = 'ofac_sdn' AND prop = 'name' AND party = 'ofac-23156'")
    assert {(s.value, s.flag, s.to_hi) for s in names} == {("7-28", "", ""), ("28-Jul", "damaged", "")}
    assert history.at("2022-06-01").name("ofac-23156") == "7-28"


def test_delistings_are_intervals_between_copies(history: Evidence) -> None:
    """IPC and Primornefteproduct: on the list of January 2019, gone from that of July 2021."""
    for party in ("ofac-22327", "ofac-22328"):
        [listing] = history.rows(f"source = 'ofac_sdn' AND prop = 'Sanction' AND party = '{party}'")
        assert (listing.to_lo, listing.to_hi) == ("2019-01-15", "2021-07-07")
        assert (listing.ended_known_lo, listing.ended_known_hi) == ("2019-01-15", "2021-07-07")


def test_the_history_equals_the_independent_timeline(shared: Path, history: Evidence) -> None:
    """The timeline was computed from more copies (to May 2024), by other means, for 597 parties."""
    seen = {
        party: (first, last, gone)
        for party, first, last, gone in read_parquet(
            history.snapshot.folds["ofac_sdn"] / "statements.parquet",
            ("party", "seen_first", "seen_last", "to_hi"),
            "prop = 'Sanction'",
        )
    }
    path = shared / "data" / "lists" / "ofac-dprk-timeline" / "ofac_dprk_timeline.csv"
    unexplained, compared = [], 0
    for row in csv.DictReader(path.open(encoding="utf-8")):
        first, last, gone = seen.get(f"ofac-{row['ent_num']}", ("", "", ""))
        # Copies that the timeline has and these four lack: the next one held shows the party first.
        expected = min((d for d in OFAC if d >= row["first_snapshot"]), default="")
        absent_later = [d for d in OFAC if d > row["last_snapshot"]]
        compared += 1
        if first != expected or (bool(gone) and gone != absent_later[0]) or (bool(absent_later) and not gone):
            unexplained.append(
                (row["ent_num"], row["first_snapshot"], row["last_snapshot"], first, last, gone)
            )
    assert compared == 597
    assert unexplained == []


def test_both_lists_serve_the_brief_of_a_later_day(shared: Path, histories: list[Path]) -> None:
    home = histories[1]
    un = shared / "data" / "lists" / "un" / "un_2026-02-27.xml"
    answer = yalu_json("sync", "un_sc", "--from", un, workspace=home)
    assert answer["copy"] == "2026-02-27"
    dprk = Evidence.open(Workspace(home)).query(
        "SELECT count(DISTINCT party)::VARCHAR FROM statement"
        " WHERE source = 'un_sc' AND prop = 'Sanction' AND detail LIKE '%\"DPRK\"%'"
    )
    assert dprk == [("155",)]
