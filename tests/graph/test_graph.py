from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sections import TODAY, Sections
from yalu.errors import ContractError, UsageError, YaluError
from yalu.evidence.view import Evidence
from yalu.graph import build, compile_in, of_arrays, of_scope, of_view, read_pairs
from yalu.graph.evidence import KINDS
from yalu.model.vocabulary import Grade

Pairs = list[tuple[int, int]]


def ends(pairs: Pairs) -> tuple[np.ndarray, np.ndarray]:
    found = np.array(pairs, np.int32).reshape(-1, 2)
    return found[:, 0], found[:, 1]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=30))
def test_a_graph_holds_each_pair_once_and_no_loop(pairs: Pairs) -> None:
    made = of_arrays([str(i) for i in range(7)], *ends(pairs))
    held = list(zip(made.origins.tolist(), made.indices.tolist(), strict=True))
    assert held == sorted({(a, b) for a, b in pairs if a != b})
    assert made.loops == sum(a == b for a, b in pairs)
    both = made.undirected()
    for i in range(7):
        assert both.neighbors(i).tolist() == sorted(
            {b for a, b in held if a == i} | {a for a, b in held if b == i}
        )


def test_rows_of_one_tie_become_one_edge_with_the_best_evidence_and_all_statements() -> None:
    near, far = ends([(0, 1), (0, 1), (0, 1), (1, 2)])
    made = build(
        ["a", "b", "c"],
        near,
        far,
        np.array([0, 0, 1, 0]),
        ("Ownership", "Family"),
        from_day=np.array([0, 735_000, 0, 0]),
        to_day=np.array([736_000, 737_000, 0, 0]),
        grades=np.array([11, 2, 0, 14]),
        refs=np.array([10, 11, 12, 13], np.uint64),
    )
    assert (made.n, made.m) == (3, 3)
    assert made.statements(0) == ["000000000000000a", "000000000000000b"]
    assert (made.kind(0), made.grade(0), made.days(0)) == (
        "Ownership",
        Grade.REGULATOR_FINDING,
        ("2013-05-12", "2018-11-02"),
    )
    family = made.of_kinds(["Family"])
    assert (family.m, family.kind(0), family.statements(0)) == (1, "Family", ["000000000000000c"])
    assert family.neighbors(0).tolist() == [1] and not len(family.neighbors(1))


def test_the_graph_of_a_day_holds_its_ties_under_first_ids(evidence: Evidence) -> None:
    view = evidence.at("2017-06-13")
    made = of_view(view)
    told = {
        (view.ids(s.party)[0], view.ids(s.value)[0], s.prop): s
        for s in view.statements(prop=KINDS)
        if not s.lead
    }
    held = {
        (made.ids[i], made.ids[made.indices[e]], made.kind(e)): e
        for i in range(made.n)
        for e in made.edges(i)
    }
    assert held.keys() == {t for t in told if t[0] != t[1]}
    assert all(told[t].id in made.statements(e) for t, e in held.items())
    assert {s.id for s in view.statements(prop=KINDS) if s.lead}.isdisjoint(
        ref for e in held.values() for ref in made.statements(e)
    )
    assert of_view(evidence.at(TODAY)).m < of_view(evidence.at(TODAY), leads=True).m
    earlier = of_view(evidence.at("2010-01-01"))
    assert 0 < earlier.m < made.m


def test_an_edge_has_ended_only_where_that_was_known(evidence: Evidence) -> None:
    made = of_view(evidence.at(TODAY, "2012-06-01"))
    ended = [made.days(e)[1] for e in range(made.m) if made.days(e)[1]]
    assert ended and all(day > "2012-06-01" for day in ended)
    known_then = of_view(evidence.at("2012-06-01"))
    assert all(made_end <= "2012-06-01" for _, made_end in map(known_then.days, range(known_then.m)))


def test_the_graph_of_a_regime_leaves_out_nodes_that_stand_for_many(sections: Sections) -> None:
    scope = sections.scope(TODAY)
    made = of_scope(scope)
    whole = of_view(scope.view, head=scope.head)
    assert scope.aggregates.keys() & set(whole.ids)
    assert not scope.aggregates.keys() & set(made.ids)
    assert all(len(made.neighbors(i)) or i in made.indices for i in range(made.n))


def test_a_day_before_all_evidence_has_an_empty_graph(evidence: Evidence) -> None:
    made = of_view(evidence.at("1950-01-01"))
    assert (made.n, made.m, made.undirected().indptr.tolist()) == (0, 0, [0])
    with pytest.raises(YaluError, match="not in the network"):
        made.node("ofac-9345")


def test_a_file_of_pairs_is_read_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text("b\ta\r\na\tb\nc\tc\n\nb\ta\n", encoding="utf-8")
    made = read_pairs(str(file))
    assert made.ids == ("a", "b", "c")
    assert (made.m, made.loops, len(made.undirected().indices)) == (2, 1, 2)
    file.write_text("a\tb\na b\n", encoding="utf-8")
    with pytest.raises(ContractError, match="line 2") as told:
        read_pairs(str(file))
    assert told.value.exit_code == 5
    with pytest.raises(UsageError, match="cannot be read"):
        read_pairs(str(tmp_path / "none.tsv"))


def test_a_compiled_function_answers_like_the_plain_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert compile_in(tmp_path).folder == Path(os.environ["YALU_COMPILED"])
    monkeypatch.delenv("YALU_COMPILED")
    make = compile_in(tmp_path)
    compiled = make(total)
    assert compiled is not total and make(total) is compiled and make(total, 10) is total
    assert compiled(np.arange(5)) == total(np.arange(5)) == 10
    assert list((tmp_path / "compiled").rglob("*.nbi"))


def total(numbers: np.ndarray) -> int:
    found = 0
    for number in numbers:
        found += number
    return found
