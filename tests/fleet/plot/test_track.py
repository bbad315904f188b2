"""Tracks: what is kept of many points, and where a line is broken."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from yalu.evidence.workspace import Workspace
from yalu.fleet.ais.intake import How, take_file
from yalu.fleet.ais.store import Positions
from yalu.fleet.behavior.ports import Place
from yalu.fleet.behavior.rules import on, rule_book
from yalu.fleet.plot.mercator import EAST_ASIA, Chart
from yalu.fleet.plot.portcalls import stays
from yalu.fleet.plot.sea import sea, stamp
from yalu.fleet.plot.thin import thin
from yalu.fleet.plot.track import Track, stretches, tracks

MARCH = 1_740_787_200  # 2025-03-01T00:00:00Z
HOUR = 3600


@given(arrays(float, st.tuples(st.integers(3, 60), st.just(2)), elements=st.floats(0, 900)))
def test_a_thinned_line_keeps_its_ends_and_lies_near(
    points: np.ndarray[tuple[int, int], np.dtype[np.float64]],
) -> None:
    kept = thin(points, 10_000, slack=5)
    assert kept[0] == 0 and kept[-1] == len(points) - 1 and (np.diff(kept) > 0).all()
    for a, b in pairwise(kept):
        d = points[b] - points[a]
        for p in points[a + 1 : b]:
            along = np.clip((p - points[a]) @ d / (d @ d), 0, 1) if d @ d else 0
            assert np.hypot(*(p - points[a] - along * d)) <= 5.001
    assert len(thin(points, 3, slack=5)) <= max(3, 2)


def sailed(times: list[int], lons: list[float]) -> Track:
    return Track(799000001, np.array(times), np.array(lons), np.full(len(times), 36.0))


def test_a_silence_is_a_stretch_of_its_own_and_a_jump_is_none() -> None:
    times = [MARCH + i * 600 for i in range(10)]
    times += [times[-1] + 8 * HOUR + i * 600 for i in range(10)]
    lons = [122 + i * 0.02 for i in range(10)] + [123 + i * 0.02 for i in range(9)] + [130.0]
    found = stretches(sailed(times, lons), Chart(EAST_ASIA), 6 * HOUR, 50, 100)
    assert [s.held for s in found] == [True, False, True, True]
    silence = found[1]
    assert (silence.first, silence.last) == (times[9], times[10]) and len(silence.places) == 2
    assert found[3].places == ((130.0, 36.0),), "nothing is drawn over the jump"


def taken(folder: Path) -> Positions:
    """A ship that lies at a port, leaves, and comes back; one that passes."""
    lines = ["mmsi,time,lat,lon,sog,imo,name"]
    for start, lon in ((0, 124.0), (20, 126.0), (60, 124.0)):
        lines += [
            f"799000001,{MARCH + (start + n) * HOUR},36.0,{lon + n * 0.0001},0.1,9074729,INVENTED BREEZE"
            for n in range(4)
        ]
    lines += [f"799000002,{MARCH + n * HOUR},36.0,{123.9 + n * 0.05},12,," for n in range(4)]
    table = folder / "ais.csv"
    table.write_text("\n".join(lines) + "\n")
    found = Positions(Workspace(folder / "home"))
    assert stamp(found) == ""
    take_file(found, table, How(), now=lambda: MARCH + 90 * 86400)
    return found


def test_the_sea_of_a_moment(tmp_path: Path) -> None:
    positions = taken(tmp_path)
    whole = sea(positions, "2025-03-31")
    assert stamp(positions) and whole.days == {"2025-03-01": 12, "2025-03-03": 4}
    assert whole.said[799000001].name == "INVENTED BREEZE" and whole.by_imo == {9074729: (799000001,)}
    assert whole.reports == {799000001: 12, 799000002: 4}
    [first] = [i for i in whole.last(MARCH + 10 * HOUR) if whole.mmsi[i] == 799000001]
    assert whole.lon[first] < 125 and whole.ts[first] == MARCH + 3 * HOUR
    assert not len(whole.last(MARCH - 1)) and not len(whole.last(MARCH + 90 * 86400)), "stale is not drawn"
    assert set(sea(positions, "2025-03-01").days) == {"2025-03-01"}, "nothing later is known"
    assert not len(sea(positions, "2025-02-28").ts)
    [one] = tracks(positions, [799000001], MARCH, MARCH + 86400)
    assert len(one.ts) == 8


def test_stays_at_a_port_that_is_no_port_of_the_country(tmp_path: Path) -> None:
    positions = taken(tmp_path)
    rule = on(rule_book().call).thresholds
    found = stays(positions, Place("p", "Port", "", 36.0, 124.0), rule, MARCH, MARCH + 30 * 86400)
    assert [(s.mmsi, s.first, s.reports) for s in found] == [
        (799000001, MARCH + 60 * HOUR, 4),
        (799000001, MARCH, 4),
    ], "who passes at speed does not call, and two days apart are two calls"
    assert not stays(positions, Place("q", "Elsewhere", "", 30.0, 124.0), rule, MARCH, MARCH + 86400)
