"""Where the parties of a drawing stand: near those that they are tied to, and no label on another.

Only sums, products, quotients and square roots of numbers are used, so that every machine gives the same
places to the last digit.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations
from math import sqrt

Place = tuple[float, float]
Size = tuple[float, float]
Edge = tuple[int, int]

STARTS, SWEEPS, COOLING = 8, 40, 0.8
"""Layouts to choose from, passes of each, and the part of its step that a pass hands on to the next."""
PASSES = 150
"""Rounds of pushing labels apart; what still overlaps then stays."""
TURNS = ((1.0, 0.0), (0.8, 0.6), (0.6, 0.8), (0.0, 1.0), (-0.6, 0.8), (-0.8, 0.6))
"""Cosine and sine of the turns that are tried."""
APART = 1.5
"""Steps between groups that no tie joins."""
GAP = 6.0
"""Pixels kept free around each box."""


def arranged(sizes: Sequence[Size], edges: Sequence[Edge], width: float, height: float) -> list[Place]:
    """The centers of boxes of some sizes within a frame; ``edges`` join boxes by their indices."""
    steps = distances(len(sizes), edges)
    layouts = [_near(len(sizes), steps, start) for start in range(STARTS)]
    best = min(layouts, key=lambda places: crossings(places, edges))
    framed = [_apart(_framed(best, turn, sizes, width, height), sizes, width, height) for turn in TURNS]
    return min(framed, key=lambda places: _faults(places, sizes, edges))


def distances(count: int, edges: Sequence[Edge]) -> list[list[float]]:
    """Steps from each box to each other; groups that nothing joins are set some way apart."""
    beside: list[set[int]] = [set() for _ in range(count)]
    for a, b in edges:
        beside[a].add(b)
        beside[b].add(a)
    steps = []
    for start in range(count):
        found, edge = {start: 0}, [start]
        while edge:
            reached = sorted({o for one in edge for o in beside[one]} - found.keys())
            found.update((one, found[edge[0]] + 1) for one in reached)
            edge = reached
        steps.append(found)
    widest = [max(found.values()) for found in steps]
    return [
        [float(steps[a].get(b, 0)) or APART + (widest[a] + widest[b]) / 2 for b in range(count)]
        for a in range(count)
    ]


def _near(count: int, steps: list[list[float]], start: int) -> list[Place]:
    """Places whose distances fit the steps, by small corrections of one pair after the other."""
    chance = random.Random(start)
    xs = [chance.random() for _ in range(count)]
    ys = [chance.random() for _ in range(count)]
    pairs = [(a, b, steps[a][b]) for a, b in combinations(range(count), 2)]
    step = max((d * d for *_, d in pairs), default=1.0)
    for _ in range(SWEEPS):
        chance.shuffle(pairs)
        for a, b, wanted in pairs:
            part = min(step / (wanted * wanted), 1.0)
            dx, dy = xs[a] - xs[b], ys[a] - ys[b]
            far = sqrt(dx * dx + dy * dy) or 1e-9
            move = part * (far - wanted) / 2 / far
            xs[a], xs[b] = xs[a] - move * dx, xs[b] + move * dx
            ys[a], ys[b] = ys[a] - move * dy, ys[b] + move * dy
        step *= COOLING
    return list(zip(xs, ys, strict=True))


def _framed(
    places: Sequence[Place], turn: Place, sizes: Sequence[Size], width: float, height: float
) -> list[Place]:
    """The places turned, and stretched to fill the frame."""
    cosine, sine = turn
    turned = [(x * cosine - y * sine, x * sine + y * cosine) for x, y in places]
    axes = []
    for axis, room in ((0, width), (1, height)):
        values = [place[axis] for place in turned]
        low, span = min(values), (max(values) - min(values)) or 1.0
        axes.append(
            [
                size[axis] / 2 + (v - low) / span * (room - size[axis])
                for v, size in zip(values, sizes, strict=True)
            ]
        )
    return list(zip(*axes, strict=True))


def _apart(places: Sequence[Place], sizes: Sequence[Size], width: float, height: float) -> list[Place]:
    """Push boxes that overlap apart, along the axis on which less is missing, and keep all in the frame."""
    xs, ys = [x for x, _ in places], [y for _, y in places]
    pairs = [
        (a, b, (sizes[a][0] + sizes[b][0]) / 2 + GAP, (sizes[a][1] + sizes[b][1]) / 2 + GAP)
        for a, b in combinations(range(len(places)), 2)
    ]
    for _ in range(PASSES):
        moved = False
        for a, b, wide, high in pairs:
            across = wide - abs(xs[a] - xs[b])
            if across <= 0:
                continue
            down = high - abs(ys[a] - ys[b])
            if down <= 0:
                continue
            moved = True
            axis, push = (xs, across) if across < down * 1.5 else (ys, down)
            push = push / 2 if axis[a] >= axis[b] else -push / 2
            axis[a], axis[b] = axis[a] + push, axis[b] - push
        for i, (wide, high) in enumerate(sizes):
            xs[i] = min(max(xs[i], wide / 2), width - wide / 2)
            ys[i] = min(max(ys[i], high / 2), height - high / 2)
        if not moved:
            break
    return list(zip(xs, ys, strict=True))


def crossings(places: Sequence[Place], edges: Sequence[Edge]) -> int:
    """How many pairs of lines cross."""
    return sum(
        not {a, b} & {c, d} and _cross(places[a], places[b], places[c], places[d])
        for (a, b), (c, d) in combinations(edges, 2)
    )


def overlaps(places: Sequence[Place], sizes: Sequence[Size]) -> int:
    """How many pairs of boxes overlap."""
    return sum(
        (sizes[a][0] + sizes[b][0]) / 2 > abs(places[a][0] - places[b][0])
        and (sizes[a][1] + sizes[b][1]) / 2 > abs(places[a][1] - places[b][1])
        for a, b in combinations(range(len(places)), 2)
    )


def _faults(places: Sequence[Place], sizes: Sequence[Size], edges: Sequence[Edge]) -> int:
    """Crossings, lines through a foreign box, and overlaps, which weigh most."""
    through = sum(
        i not in edge and _through(places[edge[0]], places[edge[1]], place, size)
        for edge in edges
        for i, (place, size) in enumerate(zip(places, sizes, strict=True))
    )
    return 100 * overlaps(places, sizes) + crossings(places, edges) + 2 * through


def _through(start: Place, end: Place, center: Place, size: Size) -> bool:
    """Whether a line crosses one of the two diagonals of a box."""
    (x, y), (w, h) = center, (size[0] / 2, size[1] / 2)
    diagonals = (((x - w, y - h), (x + w, y + h)), ((x - w, y + h), (x + w, y - h)))
    return any(_cross(start, end, one, other) for one, other in diagonals)


def _cross(a: Place, b: Place, c: Place, d: Place) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Place, b: Place, c: Place) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
