from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.running import yalu_json
from yalu.cli.ownership import run
from yalu.errors import ContractError, UsageError, YaluError

EDGES = "owner,owned,share\nX,A,25\nY,A,25\nA,B,50\n"
Told = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def edges(tmp_path: Path) -> str:
    file = tmp_path / "edges.csv"
    file.write_text(EDGES, encoding="utf-8")
    return str(file)


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], casebook: Path) -> Told:
    """Runs the verb with options and reads its lines of JSON."""

    def run_it(**options: Any) -> list[dict[str, Any]]:
        run(**{"json": True, "workspace": casebook, "quiet": True, **options})
        return [orjson.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run_it


def test_a_file_gives_one_object_as_the_user_calls_it(edges: str, tmp_path: Path) -> None:
    asked = ("ownership", "--edges", edges, "--listed", "X,Y", "--rule", "ofac")
    found = yalu_json(*asked, "--on", "2014-08-13", workspace=tmp_path / "none")
    assert (found["blocked"], found["uncertain"], found["listed"]) == (["A", "B"], [], ["X", "Y"])
    assert found["findings"] == [] and not (tmp_path / "none").exists()


def test_a_file_gives_what_its_day_says(edges: str, told: Told) -> None:
    [before] = told(edges=edges, listed=["X,Y", "Z"], rule="ofac", on="2014-08-12")
    assert before["blocked"] == [] and before["in_force"]["to"] == "2014-08-13"
    assert [f["parties"] for f in before["findings"]] == [["Z"]]
    [every] = told(edges=edges, listed=["X,Y"], on="2005-01-01")
    assert [a["rule"] for a in every["rules"]] == ["ofac", "eu", "uk"] and every["rules"][0]["no_rule"]


def test_a_file_answers_for_a_party_and_for_a_listing(
    edges: str, told: Told, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "listed.txt").write_text("X\n", encoding="utf-8")
    asked = {"edges": edges, "listed": [f"@{tmp_path / 'listed.txt'}"], "rule": "ofac", "on": "2020-01-01"}
    [found] = told(**asked, party="B", what_if="Y")
    assert found["what_if"]["blocked"] == ["A", "B"]
    assert (found["verdict"]["verdict"], found["verdict"]["high"]) == ("not blocked", "0")
    [found] = told(**asked, what_if="Q")
    assert [(f["finding"], f["parties"]) for f in found["findings"]] == [("what_if_not_in_file", ["Q"])]
    [found] = told(**asked, what_if="all")
    assert found["what_if_each"] == [{"party": "Y", "would_block": 2}, {"party": "A", "would_block": 1}]
    run(**asked, party="B", json=False)
    text = capsys.readouterr().out
    assert "B: not blocked" in text and "blocked: 0" in text and "The listing of A would block it." in text


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"rule": "ofac"}, UsageError),
        ({"listed": ["X"], "rule": "ofac", "on": "2005-01-01"}, UsageError),
        ({"listed": ["X"], "on": "2014-8-13"}, UsageError),
        ({"listed": ["X"], "rule": "un"}, UsageError),
        ({"listed": ["X"], "shares": "halves"}, UsageError),
        ({"listed": ["@none.txt"]}, UsageError),
        ({"listed": ["X"], "as_of": "2020-01-01"}, UsageError),
        ({"listed": ["X"], "party": "Q"}, UsageError),
        ({"listed": ["X"], "shares": "fraction"}, ContractError),
    ],
)
def test_a_wrong_call_prints_nothing(
    edges: str, options: dict[str, Any], error: type[YaluError], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(error) as raised:
        run(edges=edges, json=True, **options)
    assert raised.value.exit_code in (2, 5) and not capsys.readouterr().out


def test_options_of_a_file_are_refused_without_one() -> None:
    with pytest.raises(UsageError, match="belong to --edges"):
        run(listed=["X"])
    with pytest.raises(UsageError, match="two questions"):
        run(party="X", what_if="Y")


def test_a_party_is_answered_with_statements_and_sources(
    told: Told, casebook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [found] = told(party="KNIC Hamburg", as_of="2017-06-13")
    assert [a["verdict"] for a in found["answers"]] == ["blocked", "not blocked", "cannot tell"]
    ofac = found["answers"][0]
    assert {one for step in ofac["proof"] for one in step["statements"]} <= found["statements"].keys()
    assert all(set(s["cites"].split(";")) <= found["sources"].keys() for s in found["statements"].values())
    assert {s["prop"] for s in found["statements"].values()} == {"Ownership", "Sanction"}
    run(party="x-knic-hamburg", rule="ofac", as_of="2017-06-13", workspace=casebook)
    text = capsys.readouterr().out
    assert "OFAC 50 Percent Rule: BLOCKED" in text and "The delisting of KOREA NATIONAL" in text


def test_everybody_is_answered_by_a_line_each_and_a_count(
    told: Told, casebook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    *lines, last = told(rule="eu", as_of="2026-11-24")
    assert {line["version"] for line in lines} == {1} and last["counts"]["blocked"] >= 1
    assert sum(last["counts"].values()) == len(lines) == len({line["party"] for line in lines})
    run(as_of="1995-01-01", workspace=casebook)
    done = capsys.readouterr()
    assert "no rule had been published" in done.err and "No tie of ownership" in done.err
    assert "blocked: 0" in done.out


def test_what_if_names_whom_a_listing_would_reach(told: Told) -> None:
    [found] = told(what_if="ofac-20573", rule="uk", as_of="2026-11-24")
    assert "x-knic-hamburg" in {one["id"] for one in found["rules"][0]["blocked"]}
    lines = told(what_if="all", rule="uk", as_of="2026-11-24")
    assert {"ofac-20573"} <= {line["party"] for line in lines}
    assert [line["would_block"] for line in lines] == sorted((x["would_block"] for x in lines), reverse=True)
    with pytest.raises(YaluError, match="No party is known"):
        told(what_if="nobody-of-that-name")
