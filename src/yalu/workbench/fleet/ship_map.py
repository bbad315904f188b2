"""The map of one ship: its tracks, the silences in them, the last position, what the rules found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yalu.fleet.behavior.event import Event
from yalu.fleet.plot.mercator import EAST_ASIA, Box, Chart
from yalu.workbench.fleet import telling, tracking
from yalu.workbench.fleet.fleet_map import Geo
from yalu.workbench.fleet.known import Hulls, Seen, places
from yalu.workbench.fleet.moment import told
from yalu.workbench.fleet.picture import Kind, Mark, Picture, drawn
from yalu.workbench.frame import Ask

POINTS = 2000
"""Points of the tracks of one ship."""
WIDTH, HEIGHT = 860, 560


def ship_map(
    ask: Ask,
    held: Seen,
    known: Hulls,
    numbers: Mapping[int, str],
    found: Sequence[Event],
    span: tuple[int, int],
    *,
    box: str,
    name: str,
    kind: Kind,
) -> tuple[Picture, Geo, int]:
    """The picture, the same as GeoJSON, and how many positions lie behind it."""
    sea, (first, last) = held.sea, span
    rows = sea.of(numbers, first, last)
    where = [(float(sea.lon[i]), float(sea.lat[i])) for i in rows]
    chart = Chart(Box.read(box) if box else Box.around(where) or EAST_ASIA, WIDTH, HEIGHT)
    tracks = tracking.drawn(ask, held, {n: f"MMSI {n}" for n in numbers}, chart, first, last, POINTS)
    marks = telling.marks(found, chart, known, sea)
    for number in numbers:
        mine = sea.of([number], first, last)
        if len(mine):
            i = int(mine[-1])
            x, y = chart.xy(float(sea.lon[i]), float(sea.lat[i]))
            said = f"{name}, MMSI {number}: last position by this moment, {told(int(sea.ts[i]))}"
            label = name if len(numbers) == 1 else f"{number}"
            marks.append(Mark(kind=kind, x=round(x, 1), y=round(y, 1), words=said, label=label))
    picture = drawn(
        chart,
        places=places(ask),
        lines=tracks.lines,
        marks=marks,
        labels=tracks.labels,
        exercise=held.exercise,
    )
    features = [*tracks.features, *telling.features(found, ask.as_of)]
    return picture, {"type": "FeatureCollection", "features": features}, tracks.reports
