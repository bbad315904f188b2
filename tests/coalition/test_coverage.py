"""Coverage: the figures of the memo's day, what is unknown, and what is not counted as a lag."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evidence.loaded import evidence
from tests.evidence.test_joins import person, quoting, uk_list, un_list
from yalu.coalition.coverage import Coverage, coverage
from yalu.coalition.coverage.report import table
from yalu.evidence.view import Evidence
from yalu.regimes import Regime

MEMO = "2017-06-13"


@pytest.fixture(scope="module")
def memo(evidence: Evidence, regime: Regime) -> Coverage:
    assert regime.brief is not None
    return coverage(evidence.at(MEMO), regime.brief)


def made(
    root: Path, regime: Regime, as_of: str, *copies: tuple[str, str, dict[str, bytes]], on: str = ""
) -> Coverage:
    assert regime.brief is not None
    return coverage(evidence_of(root, *copies).at(as_of, on), regime.brief)


def evidence_of(root: Path, *copies: tuple[str, str, dict[str, bytes]]) -> Evidence:
    return evidence(root, *copies)[1]


def test_the_figures_of_the_memos_day(memo: Coverage) -> None:
    counts = {c: memo.counts(c) for c in memo.columns}
    assert {c: (n, n + craft) for c, (n, craft) in counts.items() if n} == {
        "UN": (99, 121),
        "US": (199, 254),
        "EU": (135, 157),
        "JP": (128, 128),
        "AU": (9, 9),
    }
    assert {memo.standing[c].text() for c in ("UN", "US", "EU", "JP", "AU")} == {"survivors of later lists"}
    assert {memo.standing[c].text() for c in ("UK", "KR", "CH")} == {"no list held"}


def test_an_authority_without_a_list_is_never_counted_as_not_listing(memo: Coverage) -> None:
    states = {cell.state for row in memo.rows for cell in row.cells.values()}
    assert states == {"listed", "unknown"}
    assert not any(p.censored for p in memo.pairs)


def test_days_that_repeat_the_uns_are_no_lag(memo: Coverage) -> None:
    assert memo.repeats("EU") and not memo.repeats("JP") and not memo.repeats("US")
    assert not [p for p in memo.pairs if p.first == "UN" and p.second == "EU" and not p.craft]
    for row in memo.rows:
        if row.cells["EU"].repeats:
            assert row.cells["EU"].lag is None
            assert "EU" not in row.first


def test_the_waits_agree_with_the_days_of_the_rows(memo: Coverage) -> None:
    [japan] = [p for p in memo.pairs if (p.first, p.second, p.craft) == ("UN", "JP", False)]
    assert (len(japan.events), japan.before) == (70, 29)
    assert japan.curve.median == 9


def test_a_table_has_a_row_for_each_party_and_the_same_columns(memo: Coverage) -> None:
    head, *rows = table(memo)
    assert len(rows) == len(memo.rows)
    assert {len(row) for row in rows} == {len(head)}


def test_records_join_by_reference_and_the_rest_is_counted_apart(tmp_path: Path, regime: Regime) -> None:
    listed = un_list(person("KPi.901", "Won Ho"), person("KPi.902", "Chol Nam"))
    rows = uk_list(quoting("KPi.901"), {"Name 6": "LOOSE", "Name 1": "MAN", "Group ID": "90009"})
    found = made(tmp_path, regime, "2018-07-01", listed, rows)
    assert found.counts("UK") == (2, 0)
    assert (len(found.listings.records["uk_ofsi"].joined), found.listings.records["uk_ofsi"].loose) == (
        1,
        {"gb-90009"},
    )
    by_ids = {row.ids: row for row in found.rows}
    joined = next(row for ids, row in by_ids.items() if "un-KPi.901" in ids)
    assert joined.cells["UK"].lag == (3, 3), "listed by the UN on 2 March 2016, by the UK on 5 March"
    absent = next(row for ids, row in by_ids.items() if ids == ("un-KPi.902",))
    assert absent.cells["UK"].state == "unknown", "the loose record may be this very party"


def test_absence_from_a_whole_copy_is_censored_on_its_day(tmp_path: Path, regime: Regime) -> None:
    listed = un_list(person("KPi.901", "Won Ho"), person("KPi.902", "Chol Nam"))
    found = made(tmp_path, regime, "2018-07-01", listed, uk_list(quoting("KPi.901")))
    [pair] = [p for p in found.pairs if (p.first, p.second) == ("UN", "UK")]
    assert list(pair.events.values()) == [3]
    assert list(pair.censored.values()) == [772], "from 2 March 2016 to the copy of 13 April 2018"
    absent = next(row for row in found.rows if row.ids == ("un-KPi.902",))
    assert absent.cells["UK"].state == "not found"


def test_a_copy_later_than_the_day_proves_no_absence(tmp_path: Path, regime: Regime) -> None:
    listed = un_list(person("KPi.901", "Won Ho"), person("KPi.902", "Chol Nam"))
    found = made(tmp_path, regime, MEMO, listed, uk_list(quoting("KPi.901")))
    assert found.standing["UK"].text() == "survivors of later lists"
    assert not any(p.censored for p in found.pairs)
    assert not found.listings.joins.joined("gb-90001"), "the reference became public later"
    hindsight = made(tmp_path / "h", regime, "2018-07-01", listed, uk_list(quoting("KPi.901")), on=MEMO)
    assert hindsight.listings.joins.joined("gb-90001")
    assert not any(p.censored for p in hindsight.pairs)


def test_a_wrong_reference_counts_no_party_as_listed(tmp_path: Path, regime: Regime) -> None:
    listed = un_list(person("KPi.901", "Won Ho", "1964-07-17"))
    found = made(tmp_path, regime, "2018-07-01", listed, uk_list(quoting("KPi.901", born="21/08/1969")))
    row = next(row for row in found.rows if row.ids == ("un-KPi.901",))
    assert row.cells["UK"].state == "unknown"
