"""On an invented sea the planted deception is found, and nothing else.

Where few ships are around, a true gap may be taken for a hole in coverage; never the other way round here.
"""

from __future__ import annotations

import pytest

from tests.fleet.behavior.seas import seen, written
from yalu.fleet.behavior.find import Found
from yalu.fleet.behavior.rules import rule_book
from yalu.fleet.exercise.sea import Sea, Size, sea

SMALL = Size(ships=1200, days=8, ports=30, box=(26.0, 34.0, 140.0, 149.0))


@pytest.fixture(scope="module")
def small() -> Sea:
    return sea(3, SMALL)


@pytest.fixture(scope="module")
def found(small: Sea, tmp_path_factory: pytest.TempPathFactory) -> Found:
    return Found(seen(small, written(small, tmp_path_factory.mktemp("sea") / "sea.parquet")), rule_book())


def test_gaps(found: Found, small: Sea) -> None:
    rows = found.world.engine.read(found.gaps())
    got = {(r["mmsi"], r["t0"], r["t1"]) for r in rows if r["grade"] in ("gap", "strong")}
    truth = set(small.gaps)
    assert not got - truth, "a silence that the place explains is laid on no ship"
    assert len(got) >= 0.95 * len(truth) > 40
    assert sum(r["grade"] == "hole" for r in rows) > 20, "the deaf place and the failing receivers were met"
    assert sum(r["grade"] == "silence" for r in rows) >= len(small.silences) > 5


def test_jumps(found: Found, small: Sea) -> None:
    rows = found.world.engine.read(found.jumps())
    assert {r["mmsi"] for r in rows if r["grade"] == "doubled"} == set(small.shared)
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
