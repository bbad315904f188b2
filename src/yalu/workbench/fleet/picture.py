"""The map of a page: land, tracks, silences and marks of a box, placed by the server."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from yalu.fleet.behavior.ports import Place
from yalu.fleet.plot.land import NOTE, paths
from yalu.fleet.plot.mercator import EAST_ASIA, Box, Chart
from yalu.workbench.frame.page import Model

Kind = Literal[
    "listed",
    "named",
    "ship",
    "gap",
    "jump",
    "meeting",
    "dark_meeting",
    "loitering",
    "call",
    "identity",
    "end",
]
WORDS: dict[str, str] = {
    "listed": "ship on a list",
    "named": "ship named in a source",
    "ship": "other ship that was heard",
    "gap": "gap",
    "jump": "impossible move",
    "meeting": "meeting",
    "dark_meeting": "possible dark meeting",
    "loitering": "loitering",
    "call": "call at a port of the country",
    "identity": "identity",
    "end": "end of a track",
}
"""What each shape means; every mark has its words beside it or in its title."""
SEAS = (
    ("Yellow Sea / West Sea", 123.0, 36.0, 4.0),
    ("East Sea / Sea of Japan", 134.0, 39.5, 5.0),
    ("East China Sea", 125.0, 29.4, 4.0),
    ("Korea Bay / West Korea Bay", 123.9, 39.1, 1.0),
    ("Bohai Sea", 119.9, 38.6, 1.5),
    ("South China Sea", 114.5, 15.0, 6.0),
    ("Philippine Sea", 132.0, 20.0, 6.0),
)
"""Seas by every name they bear, where each is written, and the degrees that its name needs."""
VIEWS = (
    ("Korea Bay and Yellow Sea", Box(118.5, 32.5, 127.5, 41)),
    ("East Sea / Sea of Japan", Box(127, 34, 141, 44)),
    ("East China Sea", Box(117, 22, 131, 33)),
    ("East Asia", EAST_ASIA),
    ("World", Box(-25, -55, 334, 72)),
)
PORT_NAMES, OTHER_PORTS = 36.0, 5.0
"""Degrees of longitude up to which the ports of the country are named, and all others."""


class Line(Model):
    """A stretch of a track, or a silence between two: ``kind`` says which."""

    kind: Literal["track", "silence"]
    d: str
    words: str


class Mark(Model):
    """A shape at a place, with what it says; ``label`` is written beside it."""

    kind: Kind
    x: float
    y: float
    words: str
    href: str = ""
    label: str = ""


class Label(Model):
    """A name on the map: of a sea, or of a port with its circle."""

    kind: Literal["sea", "port", "silence"]
    x: float
    y: float
    text: str
    left: bool = False


class Way(Model):
    """A look at another box: a link."""

    name: str
    box: str
    here: bool = False


class Picture(Model):
    """A map. Paths are those of SVG; ``dots`` are all other ships as one path."""

    width: int
    height: int
    box: str
    land: str
    focus: str
    grid: str
    dots: str = ""
    dot_words: str = ""
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    labels: tuple[Label, ...] = ()
    bar_text: str = ""
    bar: float = 0
    looks: dict[str, str] = {}
    views: tuple[Way, ...] = ()
    kinds: dict[str, str] = {}
    note: str = NOTE
    mark: str = ""


def drawn(
    chart: Chart,
    *,
    places: Sequence[Place] = (),
    dots: Iterable[tuple[float, float]] = (),
    dot_words: str = "",
    lines: Sequence[Line] = (),
    marks: Sequence[Mark] = (),
    labels: Sequence[Label] = (),
    exercise: bool = False,
) -> Picture:
    """The picture of a chart with what is to be seen on it; what lies outside is left out."""
    land, focus = paths(chart.asked, chart.width, chart.height)
    box = chart.box
    km, wide = chart.bar()
    inside = tuple(m for m in marks if chart.inside(m.x, m.y))
    spots = [f"M{x:.1f} {y:.1f}h0" for x, y in dots if chart.inside(x, y)]
    kinds: list[str] = list(dict.fromkeys(m.kind for m in inside))
    return Picture(
        width=chart.width,
        height=chart.height,
        box=box.text(),
        land=land,
        focus=focus,
        grid=_grid(chart),
        dots="".join(spots),
        dot_words=f"{len(spots):,} {dot_words}" if spots else "",
        lines=tuple(lines),
        marks=inside,
        labels=(*_seas(chart), *_ports(chart, places), *labels),
        bar_text=f"{km:,} km",
        bar=round(wide, 1),
        mark="EXERCISE: invented positions" if exercise else "",
        looks=looks(chart),
        views=tuple(Way(name=name, box=one.text()) for name, one in VIEWS),
        kinds={k: WORDS[k] for k in kinds} | ({"ship": WORDS["ship"]} if spots else {}),
    )


def looks(chart: Chart) -> dict[str, str]:
    """The boxes of the links around a map: closer, farther, and to each side."""
    return {
        "closer": chart.closer(2).text(),
        "farther": chart.closer(0.5).text(),
        "west": chart.closer(1, right=-0.4).text(),
        "east": chart.closer(1, right=0.4).text(),
        "north": chart.closer(1, down=-0.4).text(),
        "south": chart.closer(1, down=0.4).text(),
    }


def line_path(chart: Chart, places: Sequence[tuple[float, float]]) -> str:
    """Places (longitude, latitude) as the ``d`` of a path; empty where none is in the picture."""
    points = [chart.xy(lon, lat) for lon, lat in places]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if max(xs) < 0 or min(xs) > chart.width or max(ys) < 0 or min(ys) > chart.height:
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _grid(chart: Chart) -> str:
    meridians, parallels = chart.lines()
    box = chart.box
    upright = (chart.xy(lon, box.south)[0] for lon in meridians)
    across = (chart.xy(box.west, lat)[1] for lat in parallels)
    return "".join(f"M{x:.1f} 0V{chart.height}" for x in upright) + "".join(
        f"M0 {y:.1f}H{chart.width}" for y in across
    )


def _seas(chart: Chart) -> list[Label]:
    box = chart.box
    wide = box.east - box.west
    found = []
    for name, lon, lat, room in SEAS:
        x, y = chart.xy(lon, lat)
        if room * 12 >= wide and chart.inside(x, y, -60):
            found.append(Label(kind="sea", x=round(x, 1), y=round(y, 1), text=name))
    return found


def _ports(chart: Chart, places: Sequence[Place]) -> list[Label]:
    """Ports by name, those of the country first, unless one stands too near another that is named already."""
    wide = chart.box.east - chart.box.west
    found: list[Label] = []
    for place in sorted(places, key=lambda p: not p.target):
        if wide > (PORT_NAMES if place.target or place.country else OTHER_PORTS):
            continue
        x, y = chart.xy(place.lon, place.lat)
        if chart.inside(x, y, -6) and all(abs(x - o.x) > 70 or abs(y - o.y) > 14 for o in found):
            left = x > chart.width - 120
            found.append(Label(kind="port", x=round(x, 1), y=round(y, 1), text=place.name, left=left))
    return found


def point(lon: float, lat: float, **properties: Any) -> dict[str, Any]:
    """A place as GeoJSON has it."""
    geometry = {"type": "Point", "coordinates": [round(lon, 5), round(lat, 5)]}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def line(places: Sequence[tuple[float, float]], **properties: Any) -> dict[str, Any]:
    """A line as GeoJSON has it."""
    where = [[round(lon, 5), round(lat, 5)] for lon, lat in places]
    return {
        "type": "Feature",
        "geometry": {"type": "LineString", "coordinates": where},
        "properties": properties,
    }
