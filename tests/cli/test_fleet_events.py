"""``yalu fleet ais`` and ``yalu fleet events`` as a user runs them."""

from __future__ import annotations

from pathlib import Path

import duckdb
import orjson

from tests.fleet.behavior.test_rules import A, dark
from tests.running import yalu


def test_from_a_file_to_a_gap(home: Path, tmp_path: Path) -> None:
    table = tmp_path / "ais.csv"
    rows = [f"{m},{t},{lat},{lon},{s}" for m, t, lat, lon, s in dark(8)]
    table.write_text("mmsi,time,lat,lon,sog\n" + "\n".join(rows) + "\n")
    yalu("fleet", "ais", table, workspace=home)
    done = yalu("fleet", "events", A, "--kind", "gap", "--json", workspace=home)
    [event] = [orjson.loads(line) for line in done.stdout.splitlines()]
    assert (event["version"], event["kind"], event["grade"], event["mmsi"]) == (1, "gap", "gap", [A])
    assert event["rule"] and event["thresholds"]["silent"] == 21600 and event["limits"] and event["innocent"]
    assert len(event["positions"]) == 2 and "other ships were heard" in event["coverage"]
    text = yalu("fleet", "events", "--kind", "gap", workspace=home)
    assert "may be innocent" in text.stdout and "--ports" in text.stderr
    earlier = yalu("fleet", "events", "--kind", "gap", "--as-of", "2026-03-01", workspace=home)
    assert "No event" in earlier.stdout
    before = yalu("fleet", "events", "--kind", "gap", "--to", "2026-02-28", workspace=home)
    assert "No event" in before.stdout


def test_detections_on_the_command_line(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "ais.parquet"
    rows = ", ".join(f"({m}, {t}, {lat}, {lon}, {s})" for m, t, lat, lon, s in dark(8))
    duckdb.sql(f"COPY (SELECT * FROM (VALUES {rows}) v(mmsi, ts, lat, lon, sog)) TO '{path}'")
    yalu("fleet", "ais", path, workspace=home)
    seen = tmp_path / "d.csv"
    seen.write_text("id,time,lat,lon\nx,2026-03-01T12:00:00Z,39.2,124.0\ny,2026-03-01T12:00:00Z,39.2,124.9\n")
    done = yalu("fleet", "events", "--detections", seen, "--json", workspace=home)
    assert [orjson.loads(line)["figures"]["detection"] for line in done.stdout.splitlines()] == ["y"]
    assert "1 are ships that were heard, 1 are not" in done.stderr


def test_what_is_wrong_is_told(home: Path, tmp_path: Path) -> None:
    empty = yalu("fleet", "events", workspace=home)
    assert "yalu fleet ais FILE" in empty.stderr
    for words in (
        ("events", "--kind", "party"),
        ("events", "abc"),
        ("events", "--from", "soon"),
        ("ais", "none"),
    ):
        assert yalu("fleet", *words, workspace=home, check=False).returncode == 2, words
