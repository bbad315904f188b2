"""Where up to 500 parties of a picture stand, and which ties can carry their word without touching another.

The same picture has the same places: they begin on a spiral, in the order of the parties, and move by fixed
rules. Distances on the drawing follow the number of ties in between (stress majorization).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import shortest_path

from yalu.network.explore.picture import Line, Node, Picture

Floats = npt.NDArray[np.float64]

STEP = 150.0
"""Pixels for one tie."""
FAR = 1.5
"""Ties between groups that nothing joins, added to half of each group's width."""
ROUNDS, PUSHES, PUSH, LARGE = 60, 120, 0.35, 150
HIGH, LABEL_HIGH, LETTER = 46.0, 13.0, 5.8
"""Pixels of a party with its name, of a word on a tie, and of one letter."""
WIDE = 1.2
"""What is added across and taken away in height."""
WIDEST = 150.0
"""Pixels after which a name is wrapped."""


def placed(picture: Picture, nodes: Sequence[Node], lines: Sequence[Line]) -> Picture:
    """The picture with its parties at their places and its ties with their words."""
    if not nodes:
        return replace(picture, nodes=(), lines=tuple(lines))
    number = {n.id: i for i, n in enumerate(nodes)}
    pairs = sorted({tuple(sorted((number[a], number[b]))) for a, b in (one.ends for one in lines) if a != b})
    sizes = np.array([[min(max(len(n.name) * LETTER, 34.0), WIDEST) + 8, height(n.name)] for n in nodes])
    spots = _apart(_wide(_near(len(nodes), pairs)), sizes)
    spots = np.rint(spots - spots.min(axis=0)).astype(np.int64)
    found = tuple(replace(n, place=(int(x), int(y))) for n, (x, y) in zip(nodes, spots, strict=True))
    return replace(picture, nodes=found, lines=tuple(lines), labels=_labels(found, sizes, lines))


def height(name: str) -> float:
    """Pixels of a party with its name below it."""
    return HIGH + 14.0 * (int(len(name) * LETTER) // int(WIDEST))


def _near(count: int, pairs: Sequence[tuple[int, ...]]) -> Floats:
    if count == 1:
        return np.zeros((1, 2))
    wanted = _wanted(count, pairs) * STEP
    weight = 1.0 / np.where(wanted > 0, wanted, 1.0) ** 2
    np.fill_diagonal(weight, 0.0)
    turn = np.arange(count) * 2.399963
    away = np.sqrt(np.arange(count) + 0.5) * STEP / 2
    spots = np.stack([away * np.cos(turn), away * np.sin(turn)], axis=1)
    total = weight.sum(axis=1)
    x, y = spots[:, 0], spots[:, 1]
    held = weight * wanted
    for _ in range(_rounds(ROUNDS, count)):
        dx, dy = x[:, None] - x[None, :], y[:, None] - y[None, :]
        far = np.sqrt(dx * dx + dy * dy)
        pull = held / np.maximum(far, 1e-9)
        x, y = (
            (weight @ x + (pull * dx).sum(axis=1)) / total,
            (weight @ y + (pull * dy).sum(axis=1)) / total,
        )
    spots = np.stack([x, y], axis=1)
    return spots


def _wanted(count: int, pairs: Sequence[tuple[int, ...]]) -> Floats:
    """Ties between each party and each other; groups that nothing joins stand some way apart."""
    ends = np.array(pairs, np.int64).reshape(-1, 2)
    net = coo_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(count, count)).tocsr()
    steps: Any = shortest_path(net, directed=False, unweighted=True)
    widest = np.where(np.isfinite(steps), steps, 0).max(axis=1)
    apart = FAR + (widest[:, None] + widest[None, :]) / 2
    found: Floats = np.where(np.isfinite(steps), steps, apart)
    return found


def _wide(spots: Floats) -> Floats:
    """The places turned so that the drawing is widest across, as a screen is, and stretched a little."""
    if len(spots) < 3:
        return spots
    middle = spots - spots.mean(axis=0)
    xx, yy = (middle[:, 0] ** 2).sum(), (middle[:, 1] ** 2).sum()
    turn = np.arctan2(2 * (middle[:, 0] * middle[:, 1]).sum(), xx - yy) / 2
    cosine, sine = np.cos(turn), np.sin(turn)
    x, y = middle[:, 0], middle[:, 1]
    return np.stack([WIDE * (x * cosine + y * sine), (y * cosine - x * sine) / WIDE], axis=1)


def _apart(spots: Floats, sizes: Floats) -> Floats:
    """Push boxes that overlap apart, along the axis on which less is missing."""
    wide, high = ((sizes[:, None, i] + sizes[None, :, i]) / 2 + 6 for i in (0, 1))
    order = np.arange(len(spots))
    sign = np.sign(order[:, None] - order[None, :]).astype(np.float64)
    x, y = spots[:, 0], spots[:, 1]
    for _ in range(_rounds(PUSHES, len(spots))):
        dx, dy = x[:, None] - x[None, :], y[:, None] - y[None, :]
        across, down = wide - np.abs(dx), high - np.abs(dy)
        over = (across > 0) & (down > 0) & (sign != 0)
        if not over.any():
            break
        a, b = np.nonzero(over)
        by_x = across[a, b] < down[a, b] * 1.5
        way_x = np.where(dx[a, b] == 0, sign[a, b], np.sign(dx[a, b]))
        way_y = np.where(dy[a, b] == 0, sign[a, b], np.sign(dy[a, b]))
        x = x + PUSH * np.bincount(a, np.where(by_x, across[a, b] * way_x, 0), len(x))
        y = y + PUSH * np.bincount(a, np.where(by_x, 0, down[a, b] * way_y), len(y))
    return np.stack([x, y], axis=1)


def _rounds(most: int, count: int) -> int:
    """Rounds for so many parties: large pictures get fewer, since each costs the square of the number."""
    return most if count <= LARGE else most // 2


def _labels(nodes: Sequence[Node], sizes: Floats, lines: Sequence[Line]) -> dict[tuple[str, str], str]:
    """The words of ties by their ends: those that stand clear of every party and of every word before."""
    spot = {n.id: n.place for n in nodes}
    boxes: list[tuple[float, float, float, float]] = [
        (n.place[0], n.place[1] + (h - 26) / 2, w, h) for n, (w, h) in zip(nodes, sizes, strict=True)
    ]
    by_ends: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        a, b = sorted(line.ends)
        by_ends.setdefault((a, b), []).append(line.kind)
    found = {}
    for (a, b), kinds in by_ends.items():
        more = len(kinds) - 1
        word = f"{kinds[0]} +{more}" if more else kinds[0]
        x, y = (spot[a][0] + spot[b][0]) / 2, (spot[a][1] + spot[b][1]) / 2
        box = (x, y, len(word) * 5.4 + 4, LABEL_HIGH)
        if all(abs(x - o[0]) * 2 >= box[2] + o[2] or abs(y - o[1]) * 2 >= box[3] + o[3] for o in boxes):
            boxes.append(box)
            found[a, b] = word
    return found
