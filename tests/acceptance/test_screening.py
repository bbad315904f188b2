"""Screening on the real lists: names in their own script, clean persons, days, numbers on two hulls."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screening.made import ask
from yalu.evidence import intake, packaged
from yalu.evidence.files import read_files
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.model.dates import OPEN, Interval
from yalu.screening import Screener
from yalu.sources.registry import source

pytestmark = pytest.mark.acceptance
DAY = "2026-03-01"
LISTS = (
    ("ofac_sdn", "ofac-2022-01-31", "2022-01-31"),
    ("un_sc", "un/un_2026-02-27.xml", ""),
    ("uk_ofsi", "uk/sanctionsconlist_2018-04-13.csv", ""),
    ("un_1718_vessels", "un/un_1718_vessels_2020-06-04.html", ""),
)


@pytest.fixture(scope="module")
def workspace(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = Workspace(tmp_path_factory.mktemp("screening") / "home")
    packaged.ensure(made)
    for name, path, dated in LISTS:
        day = Interval(dated, dated) if dated else OPEN
        documents = read_files(source(name), [shared / "data" / "lists" / path], day)
        intake.take(made, source(name), documents)
    return made


@pytest.fixture(scope="module")
def screener(workspace: Workspace) -> Screener:
    return Screener.open(workspace, DAY)


@pytest.mark.parametrize(
    ("asked", "schema", "meant"),
    [
        ("리홍섭", "Person", "ofac-12217"),
        ("李弘燮", "Person", "ofac-12217"),
        ("马晓红", "Person", "ofac-20565"),
        ("丹東鴻祥", "", "ofac-20564"),
        ("丹东鸿祥实业发展有限公司", "Company", "ofac-20564"),
        ("ペク・セボン", "Person", "ofac-15787"),
        ("28-Jul", "Vessel", "ofac-23156"),
        ("7-28", "", "ofac-23156"),
    ],
)
def test_the_first_hit_is_the_party_meant(screener: Screener, asked: str, schema: str, meant: str) -> None:
    hits = ask(screener, asked, schema=schema)
    best = [hit for hit in hits if hit.score == hits[0].score]
    assert hits[0].alert
    assert any(meant in hit.ids for hit in best), [(hit.ids, hit.score) for hit in hits]


@pytest.mark.parametrize("asked", ["Park Ji-sung", "Lee Min-ho", "Zhang Wei"])
def test_clean_persons_raise_no_alert(screener: Screener, asked: str) -> None:
    assert not [hit for hit in ask(screener, asked, schema="Person") if hit.alert]


def test_one_mmsi_on_two_hulls(screener: Screener, workspace: Workspace) -> None:
    view = Evidence.open(workspace).at(DAY)
    bearers = {s.party for s in view.statements(prop="mmsi", value="445114000")}
    assert len(bearers) >= 2
    found = {i for hit in ask(screener, identifiers=[("mmsi", "445114000")]) for i in hit.ids}
    assert bearers <= found


def test_two_kim_yong_chols_are_told_apart_by_date(screener: Screener) -> None:
    plain = {hit.id for hit in ask(screener, "Kim Yong Chol", schema="Person") if hit.alert}
    dated = ask(screener, "Kim Yong Chol", schema="Person", birth_dates=["1962-02-18"])
    assert {"ofac-12211", "ofac-17614"} <= plain
    assert [hit.alert for hit in dated if "ofac-17614" in hit.ids] == [True]
    assert [hit.alert for hit in dated if "ofac-12211" in hit.ids] in ([], [False])


def test_no_name_of_a_later_day(workspace: Workspace) -> None:
    """The SDN copy is of 2022: of what it alone holds, nothing was known in 2017."""
    early = Screener.open(workspace, "2017-06-13")
    assert all("ofac_sdn" not in hit.sources for hit in ask(early, "KIM Yong Chol", schema="Person"))
    assert any("un_sc" in hit.sources for hit in ask(early, "Ri Hong Sop", schema="Person"))


def test_recall_of_names_with_one_error(screener: Screener) -> None:
    from benchmarks._screening_data import queries

    asked = [(name, schema, party) for name, schema, party in queries(screener.index, 400) if party]
    found = sum(
        any(party in c.ids for c in screener.candidates(name, schema)) for name, schema, party in asked
    )
    assert found / len(asked) >= 0.98
