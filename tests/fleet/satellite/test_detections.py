"""Detections are matched to the tracks around them, each ship once in a scene; the rest are findings."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fleet.behavior.test_rules import A, B, T, dark, found, track
from yalu.errors import UsageError
from yalu.fleet.behavior.rules import on, rule_book
from yalu.fleet.satellite.matching import unmatched
from yalu.fleet.satellite.reading import Detection, read_detections

RULE = on(rule_book().detection)


def test_the_nearest_pair_first_and_each_ship_once(tmp_path: Path) -> None:
    f = found(
        tmp_path, track(A, 0, 86400, 38.0, 124.0, north=0.1) + track(B, 0, 86400, 38.0, 125.0, north=0.1)
    )
    at = 36_300  # between two reports
    lat = 38.0 + at / 36_000
    seen = [
        Detection("a", T + at, lat + 0.001, 124.0),
        Detection("a again", T + at, lat + 0.004, 124.0),
        Detection("b", T + at, lat, 125.003),
        Detection("nobody", T + at, lat, 124.5, 120, "S1"),
        Detection("later", T + 10**7, lat, 124.0),
    ]
    left, matched = unmatched(f.world, seen, RULE)
    assert matched == {0: A, 2: B}
    assert [e.figures["detection"] for e in left] == ["a again", "nobody"]
    assert "120 m long" in left[1].text and left[1].positions[0].lon == 124.5


def test_a_silent_ship_that_could_have_been_there_is_named(tmp_path: Path) -> None:
    f = found(tmp_path, dark(12.5))
    gaps = f.world.engine.read(f.silences())
    seen = [
        Detection("x", T + 86400 + 6 * 3600, 40.9, 124.3),
        Detection("far", T + 86400 + 6 * 3600, 50, 124),
    ]
    near, far = unmatched(f.world, seen, RULE, gaps)[0]
    assert near.mmsi == (A,) and far.mmsi == ()


def test_csv_and_geojson_say_the_same(tmp_path: Path) -> None:
    table = tmp_path / "d.csv"
    table.write_text(
        "id,timestamp,lat,lon,length_m\n1,2026-03-01T00:00:00Z,38.5,124.5,80\n2,soon,1,2,\n3,2026-03-01,99,2,\n"
    )
    place = {"type": "Point", "coordinates": [124.5, 38.5]}
    feature = {
        "type": "Feature",
        "geometry": place,
        "properties": {"id": 1, "time": "2026-03-01T00:00:00Z", "length": 80},
    }
    shapes = tmp_path / "d.geojson"
    shapes.write_bytes(
        orjson.dumps({"type": "FeatureCollection", "features": [feature, {"geometry": None}, 7]})
    )
    assert read_detections(table)[0] == read_detections(shapes)[0] == [Detection("1", T, 38.5, 124.5, 80)]
    assert [f.split(": ")[0] for f in read_detections(table)[1]] == ["d.csv, row 3", "d.csv, row 4"]
    assert len(read_detections(shapes)[1]) == 2


@settings(max_examples=50)
@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile() as file:
        Path(file.name).write_bytes(content)
        try:
            found, faults = read_detections(Path(file.name))
        except UsageError:
            return
        assert isinstance(found, list) and isinstance(faults, list)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_detections(tmp_path / "none.csv")
