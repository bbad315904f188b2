"""Real logs: a receiver's sentences, and a table of positions of the Suez Canal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import yalu_json


@pytest.mark.acceptance
def test_a_receivers_log(shared: Path, home: Path) -> None:
    log = shared / "data" / "ships" / "pyais_nmea" / "nmea_data_sample.txt"
    if not log.exists():
        pytest.skip(f"{log} is not there")
    found = yalu_json("fleet", "ais", log, "--dated", "2026-03-01T06:00", workspace=home)
    lines = [line for line in log.read_text(encoding="latin-1").splitlines() if line.strip()]
    firsts = [line for line in lines if line.startswith("!AIVDM,2,1")]
    assert found["set_apart"]["incomplete"] == len(firsts), "the sample holds first parts alone"
    assert found["set_apart"]["payload"] == sum(",,0*" in line for line in lines)
    kept = found["positions"] + found["duplicates"] + found["voyages"]
    assert kept + sum(found["set_apart"].values()) + sum(found["passed_over"].values()) == len(lines)


@pytest.mark.acceptance
def test_the_suez_canal(shared: Path, home: Path) -> None:
    table = shared / "data" / "ships" / "movingpandas" / "boat-positions.csv"
    if not table.exists():
        pytest.skip(f"{table} is not there")
    said = "track=ID,time=ais_pos_timestamp"
    found = yalu_json("fleet", "ais", table, "--map", said, workspace=home)
    rows = set(table.read_text(encoding="utf-8-sig").splitlines()[1:])
    assert found["set_apart"] == {}
    assert found["positions"] == len(rows)
    assert found["positions"] + found["duplicates"] == found["lines"]
