"""Coverage and errors of the real lists: the memo's day, and mistakes that are really there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.loaded import load
from yalu.coalition.coverage import coverage
from yalu.evidence.list_errors import ListError, find
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.regimes import load_regime

pytestmark = pytest.mark.acceptance

MEMO = "2017-06-13"
UK_COPY = "2018-04-13"


@pytest.fixture(scope="module")
def workspace(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    lists = shared / "data" / "lists"
    place = Workspace(tmp_path_factory.mktemp("lists") / "home")
    load(place, "un_sc", {"list": lists / "un" / "un_2018-06-08.xml"}, "2018-06-08")
    vessels = lists / "un" / "un_1718_vessels_2020-06-04.html"
    load(place, "un_1718_vessels", {"list": vessels}, "2020-06-04")
    load(place, "uk_ofsi", {"list": lists / "uk" / f"sanctionsconlist_{UK_COPY}.csv"}, UK_COPY)
    load(place, "au_dfat", {"list": lists / "au" / "regulation8_consolidated_2024-12-17.xlsx"}, "2024-12-17")
    return place


@pytest.fixture(scope="module")
def errors(workspace: Workspace) -> list[ListError]:
    return find(workspace, Evidence.open(workspace).at("2026-11-24"))


def test_the_figures_of_the_memos_day(workspace: Workspace) -> None:
    plan = load_regime().brief
    assert plan is not None
    found = coverage(Evidence.open(workspace).at(MEMO), plan)
    assert {c: sum(found.counts(c)) for c in found.columns if sum(found.counts(c))} == {
        "UN": 121,
        "US": 254,
        "EU": 157,
        "UK": 140,
        "JP": 128,
        "AU": 9,
        "AU (UN list)": 99,
    }
    assert found.standing["UK"].text() == "survivors of later lists"
    assert len(found.listings.records["uk_ofsi"].ids) == 140


def test_the_uk_record_is_joined_to_the_uns_once_its_reference_was_public(workspace: Workspace) -> None:
    plan = load_regime().brief
    assert plan is not None
    evidence = Evidence.open(workspace)
    then, later = coverage(evidence.at(MEMO), plan), coverage(evidence.at("2018-07-01", MEMO), plan)
    assert not then.listings.records["uk_ofsi"].joined
    assert len(later.listings.records["uk_ofsi"].joined) == 85
    [pair] = [p for p in later.pairs if (p.first, p.second, p.craft) == ("UN", "UK", False)]
    assert (pair.curve.n, pair.curve.median, pair.censored) == (68, 3, {})


@pytest.mark.parametrize(
    ("party", "reference"),
    [
        ("gb-13331", "un-KPi.056"),  # Kang Ryong quotes the reference of Jang Song Chol
        ("gb-13569", "un-KPi.074"),
        ("gb-13571", "un-KPi.076"),
        ("gb-11286", "un-KPe.023"),
        ("gb-11287", "un-KPe.035"),
        ("gb-13355", "un-KPe.023"),
        ("gb-13484", "un-KPe.023"),
        ("gb-13485", "un-KPe.023"),
        ("gb-13537", "un-KPe.023"),
    ],
)
def test_wrong_references_of_the_uk_list(party: str, reference: str, errors: list[ListError]) -> None:
    wrong = {e.parties for e in errors if e.code == "wrong_reference"}
    assert (party, reference) in wrong


def test_all_wrong_references_of_the_regime_are_told(errors: list[ListError]) -> None:
    wrong = [e for e in errors if e.code == "wrong_reference" and "un-KP" in e.parties[1]]
    assert len(wrong) == 9


def test_other_errors_that_are_there(errors: list[ListError]) -> None:
    by_code = {e.code: e for e in errors}
    assert "Does not exist" in by_code["imo_not_a_number"].what
    assert "445114000" in by_code["mmsi_on_two_ships"].what
    passports = [set(e.parties) for e in errors if e.code == "passport_on_two_people"]
    assert any({"gb-12274", "gb-12276"} <= parties for parties in passports)
    assert any({"au-2294", "gb-12060"} <= parties for parties in passports)
