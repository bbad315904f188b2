"""``yalu network dismantle`` as a user calls it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import CliRunner

from tests.network.breaking.graphs import largest, pairs, robustness
from yalu.cli import load
from yalu.cli.network.dismantle import run
from yalu.errors import ContractError, UsageError
from yalu.network.breaking.arrays import Network

TIES = [(a, b) for group in ("abcde", "fghij", "klmno") for a in group for b in group if a < b]
BRIDGES = [("a", "Hub"), ("f", "Hub"), ("k", "Hub"), ("x", "y"), ("Hub", "Hub"), ("b", "a")]


@pytest.fixture
def edges(tmp_path: Path) -> Path:
    path = tmp_path / "edges.tsv"
    path.write_text("".join(f"{a}\t{b}\n" for a, b in TIES + BRIDGES))
    return path


def asked(capsys: pytest.CaptureFixture[str], edges: Path, **options: Any) -> dict[str, Any]:
    run(str(edges), json=True, budget=1.0, **options)
    captured = capsys.readouterr()
    assert not captured.err
    [line] = captured.out.splitlines()
    found: dict[str, Any] = orjson.loads(line)
    return found


def test_the_object_can_be_checked_by_its_order(edges: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(capsys, edges, target="0.35", seed=7)
    network = Network.from_pairs(TIES + BRIDGES).largest()
    order = [network.ids.index(party) for party in found["order"]]
    assert (found["n"], found["ties"], found["limit"]) == (16, 33, 5)
    assert (found["k"], found["lower_bound"], found["proven"]) == (1, 1, True)
    assert found["order"][0] == "Hub" and sorted(found["order"]) == sorted(network.ids)
    assert largest(network, order[: found["k"]]) <= found["limit"]
    assert found["R"] == pytest.approx(robustness(network, order))
    assert (found["seed"], found["budget"]) == (7, 1.0)
    assert {"version", "seconds", "method"} <= found.keys()


def test_k_asks_for_the_fewest_connected_pairs(edges: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(capsys, edges, k=1)
    network = Network.from_pairs(TIES + BRIDGES).largest()
    assert (found["order"], found["pairs"], found["proven"]) == (["Hub"], 30, True)
    assert found["pairs"] == pairs(network, [network.ids.index("Hub")]) and found["pairs_before"] == 120


def test_costs_and_bans_change_the_answer(
    edges: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    costs, never, must = (tmp_path / name for name in ("cost.tsv", "never.txt", "must.txt"))
    costs.write_text("Hub\t9.5\na\t0.5\n")
    never.write_text("Hub\n")
    must.write_text("b\n")
    cheap = asked(capsys, edges, target="0.35", cost=str(costs))
    assert cheap["cost"] == cheap["lower_bound"] == 2.5 and cheap["proven"]
    banned = asked(capsys, edges, target="0.35", forbidden=str(never))
    assert "Hub" not in banned["order"][: banned["k"]] and banned["order"][-1] == "Hub"
    fixed = asked(capsys, edges, target="0.35", fixed=str(must))
    assert set(fixed["order"][: fixed["k"]]) == {"Hub", "b"} and fixed["lower_bound"] == 2


@pytest.mark.parametrize(("text", "n", "k"), [("", 0, 0), ("a\ta\n", 1, 1), ("a\tb\nb\ta\n\n", 2, 2)])
def test_hardly_any_network(
    text: str, n: int, k: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "few.tsv"
    path.write_text(text)
    found = asked(capsys, path)
    assert (found["n"], found["k"], found["lower_bound"], found["proven"]) == (n, k, k, True)
    assert len(found["order"]) == n and found["R"] == (0.25 if n == 2 else 0)
    run(str(path))
    assert ("nothing to break" in capsys.readouterr().out) is (n == 0)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"a\tb\nc d\n", "line 2: not two ids: 'c d'"),
        (b"a\tb\tc\n", "line 1: not two ids"),
        (b"a\tb\n\t\xc3\n", "line 2: not UTF-8"),
        (b"a\tb\n\nc\t \n", "line 3: not two ids"),
    ],
)
def test_a_bad_line_is_named(content: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.tsv"
    path.write_bytes(content)
    with pytest.raises(ContractError, match=says):
        run(str(path))


@pytest.mark.parametrize(
    ("option", "content", "says"),
    [
        ("cost", "a\tmany\n", "line 1: not an id and a cost"),
        ("cost", "a\t0\n", "line 1: not an id and a cost"),
        ("cost", "a\t2\na\t3\n", "line 2: a second cost for 'a'"),
        ("cost", "nobody\t2\n", "line 1: 'nobody' is in no tie"),
        ("fixed", "a\nnobody\n", "line 2: 'nobody' is in no tie"),
        ("forbidden", "nobody\n", "line 1: 'nobody' is in no tie"),
    ],
)
def test_a_bad_line_of_another_file_is_named(
    option: str,
    content: str,
    says: str,
    edges: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "other"
    path.write_text(content)
    with pytest.raises(ContractError, match=says):
        asked(capsys, edges, **{option: str(path)})


def test_wrong_usage_is_told(edges: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--k and --target"):
        run(str(edges), target="0.1", k=3)
    for share in ("0", "1.5", "many", "-1", "nan"):
        with pytest.raises(UsageError, match="is no share"):
            run(str(edges), target=share)
    with pytest.raises(UsageError, match="cannot be read"):
        run(str(tmp_path / "absent"))


def test_the_verb_prints_for_people(edges: Path) -> None:
    words = ["dismantle", "--edges", str(edges), "--target", "0.35", "--budget", "1"]
    done = CliRunner().invoke(load("network"), words)
    assert done.exit_code == 0
    assert "proven: no smaller set does it" in done.output and "Hub" in done.output


def test_costs_that_are_all_alike_still_count_as_costs(
    edges: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prices = edges.with_name("prices.tsv")
    parties = sorted({party for tie in TIES + BRIDGES for party in tie})
    prices.write_text("".join(f"{party}\t2.5\n" for party in parties))
    found = asked(capsys, edges, k=4, cost=str(prices))
    assert (found["k"], found["cost"], found["order"]) == (1, 2.5, ["Hub"])
    found = asked(capsys, edges, target="0.35", cost=str(prices))
    assert (found["k"], found["cost"], found["lower_bound"]) == (1, 2.5, 2.5)


def test_more_fixed_parties_than_k_is_wrong_usage(edges: Path) -> None:
    fixed = edges.with_name("fixed.txt")
    fixed.write_text("a\nb\n")
    with pytest.raises(UsageError, match="more than --k allows"):
        run(str(edges), k=1, fixed=str(fixed), json=True)


def test_a_share_of_endless_digits_is_refused_at_once(edges: Path) -> None:
    with pytest.raises(UsageError, match="is no share"):
        run(str(edges), target="1e-99999999", json=True)


def test_a_smaller_set_that_is_slower_is_named_apart(
    edges: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from yalu.network.breaking import dismantle as module

    solve = module.dismantle

    def slower(*args: Any, **options: Any) -> module.Dismantled:
        return replace(solve(*args, **options), k=2)

    monkeypatch.setattr(module, "dismantle", slower)
    found = asked(capsys, edges, target="0.35")
    assert (found["k"], found["lower_bound"], found["proven"]) == (2, 1, False)
    assert found["fewest"] == {"k": 1, "proven": True, "parties": ["Hub"]}
    run(str(edges), target="0.35", budget=1.0)
    assert "1 would do, proven to be the fewest" in capsys.readouterr().out
