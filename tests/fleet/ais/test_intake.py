"""Every kind of bad line is counted under its reason and kept; nothing that came is lost or doubled."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

import duckdb
import orjson
import pytest

from tests.fleet.ais.made import MARCH, NOW, position, sentences, static, tagged
from yalu.errors import UsageError
from yalu.evidence.workspace import Workspace
from yalu.fleet.ais.intake import How, take_file
from yalu.fleet.ais.store import Load, Positions

SHIP, OTHER = 273000001, 445000002


@pytest.fixture
def positions(home: Path) -> Positions:
    return Positions(Workspace(home))


def take(positions: Positions, path: Path, how: How | None = None, **options: int) -> tuple[Load, bool]:
    return take_file(positions, path, how or How(), now=lambda: NOW, **options)


def written(path: Path, lines: list[str]) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="latin-1")
    return path


def rows(positions: Positions, table: str, what: str = "*") -> list[tuple[object, ...]]:
    paths = [str(p) for p in positions.paths(table)]
    return duckdb.sql(f"SELECT {what} FROM read_parquet({paths}) ORDER BY ALL").fetchall() if paths else []


def log() -> list[str]:
    """Five good lines, and one or more of each fault."""
    first, second = static(SHIP)
    lonely = static(OTHER, shipname="LOST PART")[0].replace(",0,A", ",9,A")
    broken = tagged(MARCH, position(SHIP, 38.0, 124.0))
    return [
        tagged(MARCH, position(SHIP, 38.0, 124.0)),
        tagged(MARCH, position(SHIP, 38.0, 124.0)),  # heard by two receivers
        tagged(MARCH + 600, position(SHIP, 38.1, 124.0, kind=3)),
        tagged(MARCH + 60, position(OTHER, 39.0, 124.0, kind=18)),
        tagged(MARCH + 120, first),
        second,
        *(tagged(MARCH, s) for s in sentences(24, OTHER, partno=0, shipname="SMALL ONE")),
        tagged(MARCH, position(SHIP, 91, 181)),
        tagged(MARCH, position(SHIP, 38.0, 181)),
        tagged(MARCH, position(2573100, 38.0, 124.0)),
        tagged(NOW + 3600, position(SHIP, 38.0, 124.0)),
        tagged(1000000000 - 86400 * 1000, position(SHIP, 38.0, 124.0)),
        position(SHIP, 38.0, 124.0),
        broken.replace("AIVDM", "AIVDO"),
        broken.replace("MT1", "MT2"),
        "$GPGGA,nothing of ours*11",
        "\x00\xff garbage",
        tagged(MARCH, "!AIVDM,1,1,,B,,0*25"),
        lonely if lonely.endswith("*") else tagged(MARCH, first),
    ]


def test_each_fault_is_counted_and_kept(positions: Positions, tmp_path: Path) -> None:
    load, new = take(positions, written(tmp_path / "log.nmea", log()))
    assert new and load.format == "nmea"
    assert load.points == 3 and load.duplicates == 1
    assert load.voyages == 2
    assert load.rejects == {
        "no position": 2,
        "mmsi": 1,
        "clock ahead": 1,
        "clock behind": 1,
        "no time": 1,
        "checksum": 1,
        "tag checksum": 1,
        "not a sentence": 2,
        "payload": 1,
        "incomplete": 1,
    }
    kept = [
        orjson.loads(line)
        for name in positions.manifest().rejects
        for line in (positions.root / "rejects" / name).read_bytes().splitlines()
    ]
    assert Counter(k["reason"] for k in kept) == load.rejects
    lines = (tmp_path / "log.nmea").read_text(encoding="latin-1").split("\n")
    for k in kept:
        assert k["text"] in lines[k["line"] - 1], k
    total = load.points + load.duplicates + sum(load.rejects.values()) + load.voyages + 1  # one of two parts
    assert total == load.lines
    [big] = [v for v in rows(positions, "voyages", "imo, name, callsign, draught, mmsi") if v[0]]
    assert big == (9074729, "PAEKTU", "HMAB", 7.5, SHIP)


def test_a_file_is_taken_in_once(positions: Positions, tmp_path: Path) -> None:
    path = written(tmp_path / "log.nmea", log())
    first, _ = take(positions, path)
    before = rows(positions, "points")
    again, new = take(positions, path)
    assert not new and again == first
    packed = tmp_path / "log.nmea.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    other, new = take(positions, packed)
    assert new and other.points == 0 and other.duplicates == first.points + first.duplicates
    assert rows(positions, "points") == before


def test_blocks_of_any_size_give_the_same(positions: Positions, tmp_path: Path) -> None:
    path = written(tmp_path / "log.nmea", log())
    whole, _ = take(positions, path)
    for size in (90, 200, 1000):
        other = Positions(Workspace(tmp_path / f"w{size}"))
        load, _ = take(other, path, block=size)
        assert rows(other, "points") == rows(positions, "points")
        assert rows(other, "voyages") == rows(positions, "voyages")
        assert (load.rejects, load.duplicates, load.lines) == (whole.rejects, whole.duplicates, whole.lines)


def test_a_stopped_run_goes_on_where_it_was(positions: Positions, tmp_path: Path) -> None:
    path = written(tmp_path / "log.nmea", log())
    whole, _ = take(positions, path)
    for stop in range(1, 6):
        other, seen = Positions(Workspace(tmp_path / f"s{stop}")), 0

        def die(load: Load, stop: int = stop) -> None:
            nonlocal seen
            seen += 1
            if seen == stop:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            take_file(other, path, How(), now=lambda: NOW, block=300, step=die)
        load, _ = take(other, path, block=300)
        assert load.done
        assert rows(other, "points") == rows(positions, "points")
        assert rows(other, "voyages") == rows(positions, "voyages")
        assert (load.rejects, load.lines, load.points) == (whole.rejects, whole.lines, whole.points)


def test_late_data_are_taken(positions: Positions, tmp_path: Path) -> None:
    day = 86400
    take(positions, written(tmp_path / "a", [tagged(MARCH + 2 * day, position(SHIP, 38.0, 124.0))]))
    load, _ = take(positions, written(tmp_path / "b", [tagged(MARCH + 7, position(SHIP, 38.5, 124.0))]))
    assert load.late == 1
    assert [r[1] for r in rows(positions, "points", "lat, ts")] == [MARCH + 2 * day, MARCH + 7]


def test_a_base_station_and_a_moment_give_the_time(positions: Positions, tmp_path: Path) -> None:
    base = sentences(4, 4310001, year=2026, month=3, day=2, hour=5, minute=6, second=58, lat=35.0, lon=129.0)
    lines = [position(SHIP, 38.0, 124.0, second=30), *base, position(SHIP, 38.2, 124.0, second=3)]
    load, _ = take(positions, written(tmp_path / "a", lines), How(moment=MARCH))
    assert load.passed == {"type 4": 1}
    assert rows(positions, "points", "ts, clock") == [
        (MARCH, "dated"),
        (MARCH + 86400 + 5 * 3600 + 7 * 60 + 3, "base"),
    ]


def test_what_is_no_ais_is_refused_before_anything_is_kept(positions: Positions, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no heading"):
        take(positions, written(tmp_path / "a.txt", ["dear diary"]))
    with pytest.raises(UsageError, match="is no file"):
        take(positions, tmp_path / "missing")
    assert positions.manifest().loads == {}
