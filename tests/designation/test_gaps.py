"""Gaps of the packaged casebook: who is one, what is said of the absence, and that nothing later counts."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.designation.made import evidence as made
from tests.designation.made import listed, stated
from tests.sections import MEMO, TODAY
from yalu.designation.assessment import Verdict
from yalu.designation.gap_table import HEADINGS, write
from yalu.designation.gaps import Gaps
from yalu.evidence.snapshot import Snapshot
from yalu.evidence.table import write_parquet
from yalu.evidence.view import Evidence
from yalu.model.statement import COLUMNS
from yalu.regimes import Regime
from yalu.regimes.brief import BriefPlan


@pytest.fixture(scope="module")
def plan(regime: Regime) -> BriefPlan:
    assert regime.brief is not None
    return regime.brief


@pytest.fixture(scope="module")
def today(evidence: Evidence, plan: BriefPlan) -> Gaps:
    return Gaps(evidence.at(TODAY), plan, "US", ["JP"])


def test_each_row_is_listed_there_and_not_here(today: Gaps) -> None:
    assert len(today.rows) > 10
    on_the_list = {s.party for s in today.view.statements(prop="Sanction", value="US") if not s.lead}
    for gap in today.rows:
        assert "JP" in gap.listed and "US" not in gap.listed
        assert not on_the_list & set(gap.ids)
        assert gap.best is not None and gap.best.since <= TODAY
        assert gap.missing or gap.verdict is Verdict.SUFFICIENT
        assert all(not f.statement.lead for a in (gap.best, *gap.others) for f in a.met)


def test_of_a_list_that_is_not_loaded_nothing_is_said_but_that(today: Gaps) -> None:
    for gap in today.rows:
        assert gap.not_found.startswith("no listing by US known") and gap.unknown
    assert [one["rests_on"] for one in today.lists if one["list"] == "US"] == [
        "no list loaded; the listings are those that the casebook gives"
    ]


def test_the_best_met_come_first_and_the_doubtful_last(today: Gaps) -> None:
    order = [(bool(g.may_be), list(Verdict).index(g.verdict), -len(g.partners)) for g in today.rows]
    assert order == sorted(order)


def test_a_measure_that_is_no_listing_is_told(today: Gaps) -> None:
    [dandong] = [g for g in today.rows if g.name == "Bank of Dandong"]
    assert "s.311" in dandong.measures[0]


def test_a_listing_that_a_page_reports_marks_the_row(tmp_path: Path, plan: BriefPlan) -> None:
    rows = (
        listed("party", "JP", "2015-01-01", "FEFA"),
        stated("party", "listingReported", "US", "2016-01-01", detail={"date": "2015-12-01"}),
    )
    [gap] = Gaps(made(tmp_path, *rows).at(MEMO), plan, "US").rows
    assert gap.may_be == ("a source reports that US listed it on 2015-12-01; no list held confirms it",)


def test_a_name_alike_marks_the_row_and_hides_nothing(tmp_path: Path, plan: BriefPlan) -> None:
    rows = (
        stated("jp-one", "name", "Sample Trading Corporation"),
        listed("jp-one", "JP", "2015-01-01", "FEFA"),
        stated("ofac-1", "name", "SAMPLE TRADING CORP."),
        listed("ofac-1", "US", "2014-01-01", "EO 13382"),
    )
    [gap] = Gaps(made(tmp_path, *rows).at(MEMO), plan, "US", ["JP"]).rows
    assert gap.may_be == ("may already be listed as SAMPLE TRADING CORP. (ofac-1): a name of it is alike",)


def test_curators_ids_of_one_party_are_one(tmp_path: Path, plan: BriefPlan) -> None:
    rows = (
        listed("jp-one", "JP", "2015-01-01", "FEFA"),
        listed("ofac-1", "US", "2014-01-01", "EO 13382"),
        stated("jp-one", "sameAs", "ofac-1"),
    )
    assert Gaps(made(tmp_path, *rows).at(MEMO), plan, "US", ["JP"]).rows == []


def test_a_law_that_takes_the_un_list_over_is_told(evidence: Evidence, plan: BriefPlan) -> None:
    rows = Gaps(evidence.at(TODAY), plan, "UK", ["UN"]).rows
    assert rows and all("takes the UN list over" in gap.may_be[0] for gap in rows)
    before = Gaps(evidence.at(MEMO), plan, "UK", ["UN"]).rows
    assert before and all(gap.best is None and "no criterion of UK" in gap.missing[0] for gap in before)
    assert not any("takes the UN list over" in said for gap in before for said in gap.may_be)


def test_nothing_later_than_the_day_changes_anything(
    evidence: Evidence, plan: BriefPlan, tmp_path: Path
) -> None:
    """The gaps of the day from evidence that ends with it are those from all evidence."""
    known = evidence.rows(f"known_hi <> '' AND known_hi <= '{MEMO}'")
    write_parquet(tmp_path / "statements.parquet", COLUMNS, known)
    cut = Evidence(Snapshot(evidence.snapshot.id, {"casebook": tmp_path}))
    for by in ("US", "EU"):
        whole, ended = (Gaps(e.at(MEMO), plan, by) for e in (evidence, cut))
        assert [g.as_json() for g in whole.rows] == [g.as_json() for g in ended.rows]
        assert whole.rows


def test_the_table_holds_every_row_and_runs_nothing(today: Gaps, tmp_path: Path) -> None:
    write(tmp_path / "gaps.csv", today.rows)
    write(tmp_path / "gaps.xlsx", today.rows)
    with (tmp_path / "gaps.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *lines = csv.reader(file)
    assert tuple(head) == HEADINGS and len(lines) == len(today.rows)
    sheet = load_workbook(tmp_path / "gaps.xlsx").active
    assert [c.value for c in next(iter(sheet.rows))] == list(HEADINGS)
    assert sheet.max_row == len(today.rows) + 1
    assert not [cell for line in lines for cell in line if cell[:1] in ("=", "+", "@")]
