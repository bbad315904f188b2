"""Two copies of one day that do not say the same are told, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.lists import sdn, write
from tests.evidence.copies import copy, row
from tests.running import yalu, yalu_json
from yalu.evidence.fold import CopyContent
from yalu.evidence.same_day import CODE, contradictions
from yalu.sources.sighting import Sighting

DAY = "2021-07-07"
ONE, OTHER = row("ofac-1", "Sanction", "US"), row("ofac-2", "Sanction", "US")


def held(
    name: str, main: list[Sighting], date: str = DAY, quarantined: frozenset[str] = frozenset()
) -> CopyContent:
    """A copy whose document has a hash of its own."""
    made = copy(date, main, quarantined=quarantined)
    return CopyContent(made.date, {"main": name * 16}, made.sightings, made.quarantined)


def test_what_one_of_them_lacks_is_told_with_both_hashes() -> None:
    [(day, problem)] = contradictions([held("a1", [ONE]), held("b2", [ONE, OTHER])])
    assert (day.text(), problem.code, problem.party) == (DAY, CODE, "ofac-2")
    assert problem.where == "main a1a1a1a1a1a1, b2b2b2b2b2b2"
    assert "1 value of 1 record, such as ofac-2 Sanction: US" in problem.what


@pytest.mark.parametrize(
    "copies",
    [
        [held("a1", [ONE]), held("b2", [OTHER], date="2021-07-08")],
        [held("a1", [ONE, OTHER]), held("b2", [OTHER, ONE])],
        [held("a1", [ONE]), held("b2", [ONE, OTHER], quarantined=frozenset({"ofac-2"}))],
        [copy(DAY, [ONE]), copy(DAY, [ONE], [OTHER])],
    ],
    ids=["other days", "another order", "a row that cannot be read", "a part that one lacks"],
)
def test_what_is_no_contradiction(copies: list[CopyContent]) -> None:
    assert contradictions(copies) == []


def test_it_is_told_when_it_is_taken_in_and_by_the_state_of_the_source(tmp_path: Path) -> None:
    home = tmp_path / "home"
    first, second = write(tmp_path / "a", sdn_csv=sdn(120)), write(tmp_path / "b", sdn_csv=sdn(121))
    assert CODE not in yalu("sync", "ofac_sdn", "--from", first, "--dated", DAY, workspace=home).stdout
    assert CODE in yalu("sync", "ofac_sdn", "--from", second, "--dated", DAY, workspace=home).stdout
    found = yalu_json("sources", "ofac_sdn", workspace=home, check=False)["sources"][0]["problems"]
    assert [(p["copy"], p["code"]) for p in found if p["code"] == CODE] == [(DAY, CODE)]
    assert f"ofac_sdn {DAY} {CODE}" in yalu("sources", "--problems", workspace=home, check=False).stdout
    yalu("build", workspace=home)
    again = yalu_json("sources", "ofac_sdn", workspace=home, check=False)["sources"][0]["problems"]
    assert again == found
