"""On an invented sea every planted deception is found, and nothing else."""

from __future__ import annotations

import pytest

from tests.fleet.behavior.seas import seen, written
from yalu.fleet.behavior.find import Found
from yalu.fleet.behavior.rules import rule_book
from yalu.fleet.exercise.sea import Sea, Size, sea

SMALL = Size(ships=400, days=9, ports=14, box=(28.0, 32.5, 140.0, 145.0))


@pytest.fixture(scope="module")
def small() -> Sea:
    return sea(3, SMALL)


@pytest.fixture(scope="module")
def found(small: Sea, tmp_path_factory: pytest.TempPathFactory) -> Found:
    return Found(seen(small, written(small, tmp_path_factory.mktemp("sea") / "sea.parquet")), rule_book())


def test_gaps(found: Found, small: Sea) -> None:
    rows = found.world.engine.read(found.gaps())
    got = {(r["mmsi"], r["t0"], r["t1"]) for r in rows if r["grade"] in ("gap", "strong")}
    assert got == set(small.gaps)
    assert len(small.gaps) > 10
    assert sum(r["grade"] == "hole" for r in rows) > 20, "the deaf place and the failing receivers were met"
    assert sum(r["grade"] == "silence" for r in rows) >= len(small.silences) > 5


def test_jumps(found: Found, small: Sea) -> None:
    rows = found.world.engine.read(found.jumps())
    assert {r["mmsi"] for r in rows if r["grade"] == "shared"} == set(small.shared)
    assert sorted(r["mmsi"] for r in rows if r["grade"] == "returns") == sorted(small.jumps)
    assert not [r for r in rows if r["grade"] == "stays"]
    assert small.jumps and small.shared


def test_meetings(found: Found, small: Sea) -> None:
    rows = found.world.engine.read(found.meetings())
    kinds = {(a, b): kind for a, b, kind, *_ in small.meetings}
    assert {kinds.get((r["a"], r["b"])) for r in rows} == {"meeting"}
    meant = sum(kind == "meeting" for kind in kinds.values())
    assert len({(r["a"], r["b"]) for r in rows}) >= 0.8 * meant, "some lie where nobody hears"


def test_the_same_seed_is_the_same_sea(small: Sea) -> None:
    again = sea(3, SMALL)
    assert again.gaps == small.gaps and again.meetings == small.meetings
    assert all((again.points[c] == small.points[c]).all() for c in small.points)
