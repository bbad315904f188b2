"""The layouts of the Danish Maritime Authority and of NOAA, and others by mapping."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fleet.ais.made import MARCH, NOW
from tests.fleet.ais.test_intake import rows, take, written
from yalu.errors import UsageError
from yalu.evidence.workspace import Workspace
from yalu.fleet.ais.intake import How
from yalu.fleet.ais.layouts import layout
from yalu.fleet.ais.store import Positions, engine
from yalu.fleet.ais.tables import Table

DANISH = (
    "# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,Heading,IMO,Callsign,"
    "Name,Ship type,Cargo type,Width,Length,Type of position fixing device,Draught,Destination,ETA,"
    "Data source type,A,B,C,D"
)
NOAA = (
    "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,"
    "Cargo,TransceiverClass"
)


def danish(time: str, kind: str, mmsi: str, lat: str, lon: str, name: str = "PAEKTU") -> str:
    return (
        f"{time},{kind},{mmsi},{lat},{lon},Under way using engine,,10.5,90.1,91,9074729,HMAB,{name},Cargo,,"
        "20,150,GPS,7.5,NAMPO,,AIS,100,50,10,10"
    )


@pytest.fixture
def positions(home: Path) -> Positions:
    return Positions(Workspace(home))


def test_the_danish_layout(positions: Positions, tmp_path: Path) -> None:
    lines = [
        DANISH,
        danish("01/03/2026 00:00:00", "Class A", "273000001", "55.1", "11.2"),
        danish("01/03/2026 00:00:10", "Class A", "273000001", "55.101", "11.2"),
        danish("01/03/2026 00:00:10", "Class A", "273000001", "91.000000", "0"),
        danish("01/03/2026 00:00:10", "Base Station", "2190001", "55.0", "11.0"),
        danish("32/03/2026 00:00:10", "Class A", "273000001", "55.0", "11.0"),
        danish("01/03/2026 00:00:20", "Class A", "123", "55.0", "11.0", 'A "QUOTED, NAME"'.replace('"', "")),
        "too,few,fields",
    ]
    load, _ = take(positions, written(tmp_path / "aisdk.csv", lines))
    assert (load.points, load.voyages) == (2, 1)
    assert load.passed == {"no ship": 1}
    assert load.rejects == {"no position": 1, "time": 1, "row": 2}
    assert rows(positions, "points", "ts, lat, sog, cog, heading")[0] == (
        MARCH,
        55.1,
        10.5,
        pytest.approx(90.1, abs=1e-5),
        91,
    )
    assert rows(positions, "voyages", "imo, name, length, beam, draught") == [
        (9074729, "PAEKTU", 150, 20, 7.5)
    ]


def test_the_layout_of_noaa(positions: Positions, tmp_path: Path) -> None:
    row = "367000001,2026-03-01T00:00:30,38.5,-76.1,0.1,360.0,511.0,,IMO9074729,WXX,70,0,150,20,9.1,70,A"
    load, _ = take(positions, written(tmp_path / "noaa.csv", [NOAA, row]))
    assert load.points == 1 and not load.rejects
    assert rows(positions, "points", "ts, lon, cog, heading, status") == [(MARCH + 30, -76.1, None, None, 0)]
    assert rows(positions, "voyages", "imo, name, type") == [(9074729, None, "70")]


def test_other_columns_by_mapping(positions: Positions, tmp_path: Path) -> None:
    lines = ["ship;when;north;east", "7;03/01/2026 00:00;38.0;124.0", "8;13/13/2026 00:00;38.0;124.0"]
    path = written(tmp_path / "own.csv", lines)
    with pytest.raises(UsageError, match="No column for mmsi, time, lat, lon"):
        take(positions, path)
    said = "track=ship,time=when,lat=north,lon=east,time_format=%m/%d/%Y %H:%M"
    load, _ = take(positions, path, How(columns=said))
    assert load.points == 1 and load.rejects == {"time": 1}
    assert rows(positions, "points", "mmsi, ts") == [(7, MARCH)]


def test_parquet_in_blocks(positions: Positions, tmp_path: Path) -> None:
    path = tmp_path / "ais.parquet"
    duckdb.sql(
        f"COPY (SELECT 273000001 AS mmsi, {MARCH} + i AS ts, 38.0 + i / 1e4 AS lat, 124.0 AS lon"
        f" FROM range(1000) t(i)) TO '{path}'"
    )
    load, _ = take(positions, path)
    assert (load.points, load.format, load.rejects) == (1000, "parquet", {})


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-01 00:00:00",
        "2026-03-01T00:00:00Z",
        "2026-03-01T09:00:00+09:00",
        str(MARCH),
        f"{MARCH}000",
        "01/03/2026 00:00",
        "2026-03-01 00:00:00.7",
    ],
)
def test_times(text: str, tmp_path: Path) -> None:
    table = Table(layout(["mmsi", "time", "lat", "lon"]), lambda: NOW, tmp_path)
    with engine() as con:
        batch = table.read_csv(f"273000001,{text},1,2\n".encode(), con)
        assert not batch.rejects
        assert con.execute("SELECT ts FROM new_points").fetchall() == [(MARCH,)]


@settings(max_examples=25)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12), max_size=6))
def test_no_row_is_lost(cells: list[str]) -> None:
    import csv
    import io
    from tempfile import TemporaryDirectory

    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([c.replace("\n", " ").replace("\r", " ") for c in cells])
    block = (out.getvalue() + "273000001,2026-03-01 00:00:00,1,2\n").encode()
    with TemporaryDirectory() as folder, engine() as con:
        batch = Table(layout(["mmsi", "time", "lat", "lon"]), lambda: NOW, Path(folder)).read_csv(block, con)
        kept = con.execute("SELECT count(*) FROM new_points").fetchone()
    assert kept is not None and kept[0] >= 1
    if any(c.strip() for c in cells):
        assert len(batch.rejects) + kept[0] == 2
