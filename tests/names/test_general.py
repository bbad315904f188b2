"""Recall and precision over pairs of many scripts, written by hand from general knowledge."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from yalu.names import Schema, compare, keys, prepare

PAIRS: dict[str, dict[str, list[list[str]]]] = yaml.safe_load(
    Path(__file__).with_name("general_pairs.yaml").read_text(encoding="utf-8")
)
LEAST = {"Person": 0.93, "Company": 0.97, "Vessel": 0.97}
"""The least recall; what is missed is named in docs/concepts/names.md."""


@pytest.mark.parametrize("schema", PAIRS)
def test_pairs_of_one_name_meet(schema: str) -> None:
    same = PAIRS[schema]["same"]
    missed = [(a, b) for a, b in same if not compare(prepare(a, schema), prepare(b, schema)).alert]
    assert len(missed) <= (1 - LEAST[schema]) * len(same), missed


@pytest.mark.parametrize("schema", PAIRS)
def test_pairs_of_two_names_do_not_meet(schema: str) -> None:
    other = PAIRS[schema]["other"]
    assert not [(a, b) for a, b in other if compare(prepare(a, schema), prepare(b, schema)).alert]


@pytest.mark.parametrize("schema", PAIRS)
def test_what_meets_shares_a_key(schema: str) -> None:
    for a, b in PAIRS[schema]["same"]:
        x, y = prepare(a, schema), prepare(b, schema)
        if compare(x, y).alert:
            assert keys(x) & keys(y), (a, b)


def test_every_schema_is_known() -> None:
    assert set(PAIRS) <= {s.value for s in Schema}
