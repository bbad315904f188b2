"""Each rule on a few reports, on both sides of its thresholds, far north and on the 180th meridian."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest

from yalu.fleet.ais.rows import POINTS, VOYAGES
from yalu.fleet.behavior.engine import DuckDB
from yalu.fleet.behavior.find import KINDS, Found, events
from yalu.fleet.behavior.identity import Hull, checksum, country
from yalu.fleet.behavior.ports import Place
from yalu.fleet.behavior.rules import on, rule_book
from yalu.fleet.behavior.world import world

T = 1_772_323_200
A, B = 273000001, 445000002
Report = tuple[int, int, float, float, float]


def track(
    mmsi: int, since: int, until: int, lat: float, lon: float, *, north: float = 0.0, sog: float = 10.0
) -> list[Report]:
    """Reports every ten minutes; ``north`` is degrees an hour."""
    return [(mmsi, T + t, lat + north * (t - since) / 3600, lon, sog) for t in range(since, until, 600)]


def found(
    tmp_path: Path,
    reports: list[Report],
    said: list[dict[str, Any]] | None = None,
    places: list[Place] | None = None,
    end: int = 1 << 40,
) -> Found:
    points = [(m, t, la, lo, s, None, None, None, 1, "stated") for m, t, la, lo, s in reports]
    voyages = [[{"clock": "stated", "kind": 5, **v}.get(c) for c in VOYAGES] for v in said or []]
    paths = []
    with duckdb.connect() as con:
        for name, types, rows in (("p", POINTS, points), ("v", VOYAGES, voyages)):
            con.execute(f"CREATE TABLE {name} ({', '.join(f'{c} {t}' for c, t in types.items())})")
            if rows:
                con.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(types))})", rows)
            paths.append(tmp_path / f"{name}.parquet")
            con.execute(f"COPY {name} TO '{paths[-1]}' (FORMAT parquet)")
    return Found(world(DuckDB(), paths[:1], paths[1:], places or [], end=end), rule_book())


def told(f: Found, *kinds: str, **options: Any) -> list[tuple[str, str]]:
    return [(e.kind, e.grade) for e in events(f, kinds or KINDS, **options)]


def dark(hours: float) -> list[Report]:
    """A goes north and is silent for some hours on the way; others go the same way and are heard."""
    silent = int(hours * 3600)
    one = track(A, 0, 86400, 38.0, 124.0, north=0.1)
    two = track(A, 86400 + silent, 2 * 86400, 38.0 + 2.4 + silent / 36000, 124.0, north=0.1)
    others = [r for k in (1, 2) for r in track(B + k, 0, 2 * 86400, 38.0, 124.0 + k / 50, north=0.1)]
    return one + two + others


@pytest.mark.parametrize(("hours", "grades"), [(5.5, []), (6.5, ["gap"]), (12.5, ["strong"])])
def test_a_gap_and_its_length(hours: float, grades: list[str], tmp_path: Path) -> None:
    assert [g for _, g in told(found(tmp_path, dark(hours)), "gap")] == grades


def test_a_gap_near_a_port_or_with_nobody_around_is_none(tmp_path: Path) -> None:
    port = Place("p", "Port", "KP", 40.4, 124.05)
    assert told(found(tmp_path, dark(8), places=[port]), "gap") == []
    alone = [r for r in dark(8) if r[0] == A]
    assert told(found(tmp_path, alone), "gap") == []
    assert told(found(tmp_path, alone), "gap", every=True) == [("gap", "hole")]


def test_an_open_gap_and_nothing_of_later(tmp_path: Path) -> None:
    f = found(tmp_path, dark(12.5), end=T + 86400 + 7 * 3600)
    [event] = events(f, ["gap"])
    assert event.t1 is None and event.grade == "gap"
    assert "still" in event.text
    assert found(tmp_path, dark(12.5), end=T + 3600).world.end == T + 3600


def test_positions_that_jump_and_come_back(tmp_path: Path) -> None:
    reports = track(A, 0, 86400, 38.0, 124.0, north=0.1)
    for i in range(60, 66):
        m, t, la, lo, s = reports[i]
        reports[i] = (m, t, la + 2, lo + 2, s)
    assert told(found(tmp_path, reports), "jump") == [("jump", "returns")]


def test_a_ferry_at_40_knots_is_no_jump(tmp_path: Path) -> None:
    assert told(found(tmp_path, track(A, 0, 86400, 30.0, 124.0, north=40 / 60, sog=40)), "jump") == []


def test_two_ships_on_one_number(tmp_path: Path) -> None:
    here = track(A, 0, 86400, 38.0, 124.0, north=0.1)
    there = [(m, t + 300, la, lo, s) for m, t, la, lo, s in track(A, 0, 86400, 10.0, 60.0, north=0.1)]
    [event] = events(found(tmp_path, here + there), ["jump"])
    assert event.grade == "doubled"
    assert told(found(tmp_path, here + there), "gap") == []


def side_by_side(lat: float, lon: float, meters: float, hours: float, every: int = 600) -> list[Report]:
    north = meters / 111_195
    return [
        (m, T + t + shift, lat + d, lon, 0.1)
        for m, d, shift in ((A, 0.0, 0), (B, north, 120))
        for t in range(0, int(hours * 3600) + 1, every)
    ]


@pytest.mark.parametrize(
    ("lat", "lon", "meters", "hours", "every", "grades"),
    [
        (38.0, 124.0, 200, 3, 600, ["firm"]),
        (38.0, 124.0, 490, 3, 600, ["firm"]),
        (38.0, 124.0, 510, 3, 600, []),
        (38.0, 124.0, 200, 1.5, 600, []),
        (38.0, 124.0, 200, 9, 9000, ["probable"]),
        (38.0, 124.0, 200, 16, 4 * 3600, []),
        (78.0, 15.0, 490, 3, 600, ["firm"]),
        (0.0, 179.9999, 490, 3, 600, ["firm"]),
    ],
)
def test_meetings(
    lat: float, lon: float, meters: float, hours: float, every: int, grades: list[str], tmp_path: Path
) -> None:
    reports = side_by_side(lat, lon, meters, hours, every)
    assert [g for _, g in told(found(tmp_path, reports), "meeting")] == grades
    port = Place("p", "Port", "KR", lat + 0.05, lon)
    assert told(found(tmp_path, reports, places=[port]), "meeting") == []


@pytest.mark.parametrize("lat", [0.0, 59.9, 70.0, 84.0])
def test_east_of_each_other_at_any_latitude_and_across_the_meridian(lat: float, tmp_path: Path) -> None:
    from math import cos, radians

    shift = 480 / 111_195 / cos(radians(lat))
    for lon in (124.0, 180.0 - shift / 2):
        other = lon + shift - (360 if lon + shift > 180 else 0)
        reports = [
            (m, T + t, lat, x, 0.1) for m, x in ((A, lon), (B, other)) for t in range(0, 3 * 3600, 600)
        ]
        assert told(found(tmp_path, reports), "meeting") == [("meeting", "firm")], lon


def test_loitering_beside_a_gap(tmp_path: Path) -> None:
    stay = track(445000009, 86400, 86400 + 10 * 3600, 40.7, 124.02, sog=0.5)
    f = found(tmp_path, dark(12.5) + stay)
    assert told(f, "loitering") == [("loitering", "seen")]
    assert ("dark_meeting", "possible") in told(f, "dark_meeting")
    shore = Place("p", "Port", "KP", 40.9, 124.02)
    assert told(found(tmp_path, dark(12.5) + stay, places=[shore]), "loitering") == []


NAMPO = Place("kp-nampo", "Nampho", "KP", 38.7167, 125.4, 8000, True)


def test_a_call_that_was_seen(tmp_path: Path) -> None:
    in_port = track(A, 0, 7200, 38.72, 125.4, sog=0.1)
    passing = track(B, 0, 7200, 38.72, 125.4, sog=8.0)
    [event] = events(found(tmp_path, in_port + passing, places=[NAMPO]), ["call"])
    assert (event.grade, event.mmsi, event.figures["port"]) == ("seen", (A,), "kp-nampo")


@pytest.mark.parametrize(("after", "calls"), [(5.0, [("call", "inferred")]), (7.5, [])])
def test_a_call_that_a_gap_suggests(after: float, calls: list[tuple[str, str]], tmp_path: Path) -> None:
    way = track(A, 0, 43200, 36.5, 125.4, north=0.12)
    back = track(A, 43200 + 30 * 3600, 43200 + 40 * 3600, 37.9, 125.4, north=-0.12)
    said = [
        {"mmsi": A, "ts": T + 100, "draught": 7.5, "imo": 9074729},
        {"mmsi": A, "ts": T + 43200 + 31 * 3600, "draught": after, "imo": 9074729},
    ]
    assert told(found(tmp_path, way + back, said, [NAMPO]), "call") == calls


def test_identities(tmp_path: Path) -> None:
    assert checksum(9074729) and not checksum(9074728)
    assert (country(273000001), country(445000001), country(799000001)) == ("RU", "KP", "")
    said: list[dict[str, Any]] = [
        {"mmsi": A, "ts": T, "imo": 9074728, "name": "WRONG"},
        {"mmsi": A, "ts": T + 10, "imo": 9074729, "name": "ONE", "length": 200},
        {"mmsi": B, "ts": T + 600, "imo": 9074729, "name": "TWO"},
        {"mmsi": 799000001, "ts": T, "name": "NOWHERE"},
        {"mmsi": 273000009, "ts": T, "imo": 9000003, "name": "GONE"},
    ]
    f = found(tmp_path, track(A, 0, 3600, 38, 124), said)
    assert {g for _, g in told(f, "identity")} == {"imo checksum", "imo twice", "flags", "mid"}
    register = {
        9074729: Hull(9074729, "ONE", "RU", "bulk carrier", 150, 20),
        9000003: Hull(9000003, scrapped="2020-01-01"),
    }
    grades = {g for _, g in told(f, "identity", register=register)}
    assert {"dimensions", "flag", "scrapped"} <= grades and "unregistered" not in grades
    assert "unregistered" in {g for _, g in told(f, "identity", register={1: Hull(1)})}


def test_a_name_that_changes_after_a_gap(tmp_path: Path) -> None:
    said = [
        {"mmsi": A, "ts": T + 100, "imo": 9074729, "name": "OLD"},
        {"mmsi": A, "ts": T + 86400 + 9 * 3600, "imo": 9074729, "name": "NEW"},
    ]
    assert told(found(tmp_path, dark(8), said), "identity") == [("identity", "name changed")]
    assert told(found(tmp_path, dark(5), said), "identity") == []


def test_rules_are_dated_and_cite_nothing_of_later(tmp_path: Path) -> None:
    [event] = events(found(tmp_path, dark(8)), ["gap"])
    assert any("2020" in c for c in event.as_json("2026-01-01")["citations"])
    assert "Yalu's own" in event.as_json("2017-06-13")["citations"][0]
    for rules in rule_book().__dict__.values():
        assert on(rules, "2017-06-13").title
        with pytest.raises(LookupError):
            on(rules, "1999-01-01")
