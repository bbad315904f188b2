"""The map of the fleet: hulls of the register, their tracks, events, and all other ships that were heard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from yalu.fleet.behavior.event import Event
from yalu.fleet.plot.mercator import EAST_ASIA, Box, Chart
from yalu.fleet.plot.sea import Sea
from yalu.fleet.register.hull import Hull
from yalu.workbench.fleet import listing, telling, tracking
from yalu.workbench.fleet.known import Hulls, Seen, address, numbers, places
from yalu.workbench.fleet.moment import told
from yalu.workbench.fleet.picture import Mark, Picture, drawn, point
from yalu.workbench.frame import Ask

TRACKED = 40
"""Hulls up to which tracks are drawn."""
POINTS = 2500
"""Points of all tracks of a map together."""
NAMED_SHIPS = 40
"""Other ships in the picture up to which each is named and a link."""
Geo = dict[str, Any]


def fleet_map(
    ask: Ask,
    held: Seen,
    known: Hulls,
    mine: Sequence[Hull],
    found: Sequence[Event],
    span: tuple[int, int],
    *,
    box: str,
    alone: bool,
    whole: bool,
) -> tuple[Picture, Geo]:
    """The picture and the same as GeoJSON. ``alone``: other ships than ``mine`` are left out.

    GeoJSON is made only when the ``whole`` is asked for.
    """
    sea, (first, last) = held.sea, span
    at = {int(sea.mmsi[i]): int(i) for i in (sea.last(last) if not held.empty else ())}
    own = {n: h for h in mine for n in numbers(h, sea, known)}
    shown = own if alone else at
    where = sorted((float(sea.lon[i]), float(sea.lat[i])) for n, i in at.items() if n in shown)
    chart = Chart(Box.read(box) if box else Box.around(where, 0.05) or EAST_ASIA)
    names = {n: h.name for n, h in own.items()} if len(own) <= TRACKED else {}
    tracks = tracking.drawn(ask, held, names, chart, first, last, POINTS)
    marks = telling.marks(found, chart, known, sea)
    marks += [_hull(chart, h, n, sea, at[n]) for n, h in own.items() if n in at]
    others = [] if alone else [i for n, i in at.items() if n not in own]
    dots = [chart.xy(float(sea.lon[i]), float(sea.lat[i])) for i in others]
    near = [(i, x, y) for i, (x, y) in zip(others, dots, strict=True) if chart.inside(x, y)]
    if len(near) <= NAMED_SHIPS:
        dots = []
        marks = [_other(i, x, y, sea, known) for i, x, y in near] + marks
    picture = drawn(
        chart,
        places=places(ask),
        dots=dots,
        dot_words="other ships heard",
        lines=tracks.lines,
        marks=marks,
        labels=tracks.labels,
        exercise=held.exercise,
    )
    if not whole:
        return picture, {}
    ships = [_feature(sea, n, i, own.get(n)) for n, i in at.items() if n in own or not alone]
    features = [*ships, *tracks.features, *telling.features(found, ask.as_of)]
    return picture, {"type": "FeatureCollection", "features": features}


def _feature(sea: Sea, number: int, i: int, hull: Hull | None) -> Geo:
    said = {"name": hull.name, "imo": hull.imo, "status": hull.status} if hull else {}
    when = told(int(sea.ts[i]))
    return point(float(sea.lon[i]), float(sea.lat[i]), kind="ship", mmsi=number, time=when, **said)


def _hull(chart: Chart, hull: Hull, number: int, sea: Sea, i: int) -> Mark:
    x, y = chart.xy(float(sea.lon[i]), float(sea.lat[i]))
    lists = f"on the lists of {', '.join(listing.lists(hull))}" if hull.listings else "named in a source"
    return Mark(
        kind="listed" if hull.listings else "named",
        x=round(x, 1),
        y=round(y, 1),
        words=f"{hull.name}, {lists}; MMSI {number}, last heard {told(int(sea.ts[i]))}",
        href=address(hull),
        label=hull.name,
    )


def _other(i: int, x: float, y: float, sea: Sea, known: Hulls) -> Mark:
    number = int(sea.mmsi[i])
    said = sea.said.get(number)
    return Mark(
        kind="ship",
        x=round(x, 1),
        y=round(y, 1),
        words=f"{telling.called(number, known, sea)}, last heard {told(int(sea.ts[i]))}",
        href=telling.hull_address(number, known),
        label=(said.name if said else "") or str(number),
    )
