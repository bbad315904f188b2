"""Recall and look-alikes by family of names, over pairs that were written before the engine was asked."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from yalu.names import compare, keys, prepare


class Family(TypedDict):
    """Pairs of one kind of names: ``same`` are one name, ``other`` two that look alike."""

    schema: str
    same: list[list[str]]
    other: list[list[str]]


FAMILIES: dict[str, Family] = yaml.safe_load(
    Path(__file__).with_name("family_pairs.yaml").read_text(encoding="utf-8")
)
MISSED = {
    "persons_hangul": 1,
    "persons_chinese": 1,
    "persons_cyrillic_arabic": 2,
    "persons_latin": 3,
}
"""How many pairs of one name a family misses; the others miss none."""
WRONG = {("Ольга Щукина", "Olga Shchepkina"), ("STC", "State Trading Company of Cyprus")}
"""Pairs of two names that meet all the same."""


@pytest.mark.parametrize("family", FAMILIES)
def test_pairs_of_one_name_meet_and_share_a_key(family: str) -> None:
    pairs, schema = FAMILIES[family]["same"], FAMILIES[family]["schema"]
    missed = []
    for a, b in pairs:
        x, y = prepare(a, schema), prepare(b, schema)
        if not compare(x, y).alert:
            missed.append((a, b))
        else:
            assert keys(x) & keys(y), (a, b)
    assert len(missed) <= MISSED.get(family, 0), missed


@pytest.mark.parametrize("family", FAMILIES)
def test_look_alikes_do_not_meet(family: str) -> None:
    pairs, schema = FAMILIES[family]["other"], FAMILIES[family]["schema"]
    wrong = {(a, b) for a, b in pairs if compare(prepare(a, schema), prepare(b, schema)).alert}
    assert wrong <= WRONG
