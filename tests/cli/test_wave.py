"""``yalu wave`` as a user calls it: its files, its empty answer, and what it refuses."""

from __future__ import annotations

import csv
from pathlib import Path

import orjson

from tests.running import yalu_json


def test_a_day_before_everything_has_an_empty_wave_and_is_no_failure(casebook: Path, tmp_path: Path) -> None:
    words = ("wave", "--as-of", "1990-01-01", "--authorities", "US", "--out", tmp_path / "w")
    found = yalu_json(*words, workspace=casebook)
    assert (found["version"], found["pairs"], found["eligible_pairs"]) == (1, [], 0)
    assert "No pair is eligible" in found["notes"][0]
    assert orjson.loads((tmp_path / "w" / "wave.json").read_bytes()) == found
    with (tmp_path / "w" / "pairs.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.reader(file))[:4] == ["party", "name", "kind", "authority"]
