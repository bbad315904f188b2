"""Makes a graph of rows: ties of one kind between the same two parties become one edge."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from yalu.graph.graph import NO_GRADE, Graph

Numbers = npt.NDArray[np.integer]


def build(
    ids: Sequence[str],
    near: Numbers,
    far: Numbers,
    kinds: Numbers,
    kind_names: Sequence[str],
    *,
    from_day: Numbers,
    to_day: Numbers,
    grades: Numbers,
    refs: npt.NDArray[np.uint64] | None = None,
) -> Graph:
    """The graph of rows ``near[r] -> far[r]``: arrays of one length, ends being places in sorted ``ids``.

    An edge holds since the earliest start of its rows and ends with the latest, or has no end where one of
    them has none; it has the best grade of its rows and the statements of all. ``refs`` are their numbers.
    """
    n, k = len(ids), max(len(kind_names), 1)
    loop = near == far
    key = (near.astype(np.int64) * n + far) * k + kinds
    order = np.argsort(key, kind="stable")
    order = order[~loop[order]]
    key = key[order]
    first = np.flatnonzero(np.concatenate((key[:1] == key[:1], key[1:] != key[:-1])))
    rows = order[first]
    edge_near = near[rows]
    return Graph(
        ids=tuple(ids),
        indptr=np.concatenate(([0], np.cumsum(np.bincount(edge_near, minlength=n)))).astype(np.int64),
        indices=far[rows].astype(np.int32),
        kinds=kinds[rows].astype(np.uint8),
        kind_names=tuple(kind_names),
        from_day=_earliest(from_day[order], first),
        to_day=_latest(to_day[order], first),
        grades=_least(grades[order], first).astype(np.uint8),
        ref_start=np.concatenate((first, [len(order)])).astype(np.int64)
        if refs is not None
        else np.zeros(len(first) + 1, np.int64),
        refs=refs[order] if refs is not None else np.zeros(0, np.uint64),
        loops=int(loop.sum()),
    )


def of_arrays(
    ids: Sequence[str],
    near: Numbers,
    far: Numbers,
    kind: str = "UnknownLink",
    *,
    from_day: Numbers | None = None,
) -> Graph:
    """The graph of pairs that no statement backs, all of one kind."""
    nothing = np.zeros(len(near), np.int32)
    return build(
        ids,
        near,
        far,
        nothing,
        (kind,),
        from_day=nothing if from_day is None else from_day,
        to_day=nothing,
        grades=np.full(len(near), NO_GRADE, np.uint8),
    )


def _least(values: Numbers, first: Numbers) -> npt.NDArray[np.int32]:
    return np.minimum.reduceat(values, first).astype(np.int32) if len(first) else np.zeros(0, np.int32)


def _earliest(values: Numbers, first: Numbers) -> npt.NDArray[np.int32]:
    """The earliest start that is stated in each group, 0 where none is."""
    never = np.iinfo(np.int32).max
    found = _least(np.where(values == 0, never, values), first)
    return np.where(found == never, 0, found).astype(np.int32)


def _latest(values: Numbers, first: Numbers) -> npt.NDArray[np.int32]:
    """The latest end of each group, 0 where one of the group has no end."""
    if not len(first):
        return np.zeros(0, np.int32)
    latest = np.maximum.reduceat(values, first)
    return np.where(np.minimum.reduceat(values, first) == 0, 0, latest).astype(np.int32)
