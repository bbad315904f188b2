"""Spark and DuckDB run the same expressions: equal keys and counts, floats to 1e-9.

Runs where pyspark, Ibis' backend for it and Java are: see docs/decisions/0038.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyspark", reason="no pyspark here: it comes with the extra [cluster]")
pytest.importorskip("ibis.backends.pyspark", reason="Ibis' backend for Spark is not whole here")

from tests.fleet.behavior.seas import seen, written
from yalu.fleet.behavior.engine import DuckDB, Engine, open_engine
from yalu.fleet.behavior.find import Found
from yalu.fleet.behavior.rules import rule_book
from yalu.fleet.exercise.sea import Sea, Size, sea


@pytest.fixture(scope="module")
def spark() -> Iterator[Engine]:
    engine = open_engine("local[2]")
    yield engine
    engine.session.stop()  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def small() -> Sea:
    return sea(5, Size(ships=200, days=8, ports=12, box=(30.0, 34.0, 140.0, 145.0)))


def rows(sea: Sea, path: Path, engine: Engine, what: str) -> list[dict[str, Any]]:
    found = Found(seen(sea, path, engine), rule_book())
    return sorted(
        engine.read(getattr(found, what)()), key=lambda r: [str(r[k]) for k in sorted(r) if _is_key(r[k])]
    )


def _is_key(value: Any) -> bool:
    return not isinstance(value, float)


@pytest.mark.parametrize("what", ["silences", "gaps", "jumps", "meetings", "loiters", "dark_meetings"])
def test_both_engines_agree(what: str, spark: Engine, small: Sea, tmp_path: Path) -> None:
    path = written(small, tmp_path / "sea.parquet")
    here, there = rows(small, path, DuckDB(), what), rows(small, path, spark, what)
    assert len(here) == len(there) > 0
    for a, b in zip(here, there, strict=True):
        assert a.keys() == b.keys()
        for name, value in a.items():
            if isinstance(value, float) and not math.isnan(value):
                assert math.isclose(value, b[name], rel_tol=1e-9, abs_tol=1e-9), (name, a, b)
            else:
                assert value == b[name] or (value != value and b[name] in (None, b[name])), (name, a, b)
