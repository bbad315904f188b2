"""Tracks as lines of a map and as places: what is held is drawn through, a silence is dashed and named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yalu.fleet.behavior.rules import on, rule_book
from yalu.fleet.plot import track as tracks
from yalu.fleet.plot.mercator import Chart
from yalu.workbench.fleet import telling
from yalu.workbench.fleet.known import Seen
from yalu.workbench.fleet.moment import told
from yalu.workbench.fleet.picture import Label, Line, line_path
from yalu.workbench.fleet.picture import line as feature
from yalu.workbench.frame import Ask

SILENT = "no position held"
NO_TRACK = f"{SILENT}; this line is no track"
LABELED = 12
"""Silences in a picture up to which each is labeled."""


class Drawn:
    """What tracks become: ``lines`` and ``labels`` of the map, ``features`` of GeoJSON, and counts."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.labels: list[Label] = []
        self.features: list[dict[str, Any]] = []
        self.reports = 0
        self.points = 0


def drawn(
    ask: Ask, held: Seen, names: Mapping[int, str], chart: Chart, first: int, last: int, most: int
) -> Drawn:
    """The tracks of the named numbers between two moments, at most about ``most`` points together."""
    made = Drawn()
    heard = tuple(sorted(n for n in names if len(held.sea.of([n], first, last))))
    if not heard:
        return made
    found = ask.kept(
        ("tracks", held.state, heard, first, last),
        lambda: tracks.tracks(held.positions, heard, first, last),
    )
    rules = rule_book()
    gap, jump = on(rules.gap, ask.as_of).thresholds, on(rules.jump, ask.as_of).thresholds
    for one in found:
        made.reports += len(one.ts)
        for part in tracks.stretches(one, chart, gap.silent, jump.speed, most // len(found)):
            _add(made, part, names[one.mmsi], chart)
    made.labels = _apart(made.labels)
    return made


def _apart(labels: list[Label]) -> list[Label]:
    """The labels that do not lie over each other, where they are few; titles of the lines say the same."""
    found: list[Label] = []
    for one in labels if len(labels) <= LABELED else ():
        if all(abs(one.x - o.x) > 160 or abs(one.y - o.y) > 16 for o in found):
            found.append(one)
    return found


def _add(made: Drawn, part: tracks.Stretch, name: str, chart: Chart) -> None:
    note = "" if part.held else NO_TRACK
    made.points += len(part.places)
    made.features.append(
        feature(
            part.places,
            kind="track" if part.held else "silence",
            name=name,
            mmsi=part.mmsi,
            start=told(part.first),
            end=told(part.last),
            note=note,
        )
    )
    path = line_path(chart, part.places)
    if not path:
        return
    said = f"{name}, {telling.short(part.first)} to {telling.short(part.last)}"
    made.lines.append(
        Line(
            kind="track" if part.held else "silence",
            d=path,
            words=said if part.held else f"{said}: {NO_TRACK}",
        )
    )
    if not part.held:
        (x0, y0), (x1, y1) = (chart.xy(*p) for p in (part.places[0], part.places[-1]))
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        if chart.inside(x, y) and abs(x1 - x0) + abs(y1 - y0) > 12:
            hours = (part.last - part.first) / 3600
            made.labels.append(
                Label(kind="silence", x=round(x, 1), y=round(y, 1), text=f"{SILENT}, {hours:.0f} h")
            )
